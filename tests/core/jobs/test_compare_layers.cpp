#include "core/jobs/compare_layers.h"

#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

using Change = std::function<void(LayerComparisonRequest&)>;

constexpr std::array kKinds = {SimilarityKind::UnbiasedCka, SimilarityKind::LinearCka,
                               SimilarityKind::MutualNeighbours, SimilarityKind::Procrustes};

Matrix matrixOf(const torch::Tensor& values) {
    const auto rows = values.to(torch::kFloat32).contiguous();
    const auto* first = rows.data_ptr<float>();
    return {rows.size(0), rows.size(1), {first, first + rows.numel()}};
}

std::shared_ptr<NetworkRows> network(const std::vector<torch::Tensor>& layers) {
    auto network = std::make_shared<NetworkRows>();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        network->layers.push_back({"layers." + std::to_string(i), matrixOf(layers[i])});
    }
    return network;
}

// Each layer mostly the one before, `depth` of them.
std::vector<torch::Tensor> layersOf(std::int64_t rows, std::int64_t width, int depth,
                                    std::uint64_t seed) {
    torch::manual_seed(seed);
    std::vector<torch::Tensor> layers = {torch::randn({rows, width})};
    while (static_cast<int>(layers.size()) < depth) {
        layers.push_back(0.7 * layers.back() + 0.5 * torch::randn({rows, width}));
    }
    return layers;
}

LayerComparisonRequest plainRequest(SimilarityKind kind = SimilarityKind::UnbiasedCka) {
    LayerComparisonRequest request;
    const auto layers = layersOf(60, 6, 3, 1);
    request.source = network(layers);
    request.receiver = network({layers[0] * 2.0 + 1.0, layers[2]});
    request.kind = kind;
    request.neighbours = 5;
    request.permutations = 20;
    return request;
}

std::shared_ptr<const LayerComparison> compared(const LayerComparisonRequest& request,
                                                const Watch& watch = {}) {
    return must(compareLayers(request, watch));
}

void addKinds() {
    QTest::addColumn<int>("kind");
    for (const auto kind : kKinds) {
        QTest::newRow(similarityName(kind)) << static_cast<int>(kind);
    }
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestCompareLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownLayers_data() { addKinds(); }
    void knownLayers() {
        QFETCH(int, kind);
        const auto result = compared(plainRequest(static_cast<SimilarityKind>(kind)));
        QCOMPARE(static_cast<int>(result->kind), kind);
        QCOMPARE(result->rows, std::int64_t{60});
        QCOMPARE(result->permutations, 20);
        for (const auto* matrix : {&result->similarity, &result->null}) {
            QCOMPARE(matrix->rows, std::int64_t{3});
            QCOMPARE(matrix->columns, std::int64_t{2});
        }
        // The same layer, whatever its scale and place; and what has less in common.
        QVERIFY(std::abs(result->similarity.at(0, 0) - 1.0F) < 1e-5F);
        QVERIFY(std::abs(result->similarity.at(2, 1) - 1.0F) < 1e-5F);
        QVERIFY(result->similarity.at(1, 0) < 0.99F);
        QVERIFY(result->similarity.at(2, 0) < result->similarity.at(1, 0));
        for (const float limit : result->null.values) {
            QVERIFY(limit < result->similarity.at(2, 0));
        }
        QCOMPARE(result->matchings.size(), std::size_t{3});
        const std::vector<LayerPair> expected = {{0, 0}, {2, 1}};
        QCOMPARE(result->matchings[0].kind, MatchingKind::Ordered);
        QCOMPARE(result->matchings[1].kind, MatchingKind::Hungarian);
        QCOMPARE(result->matchings[2].kind, MatchingKind::Greedy);
        for (const auto& matching : result->matchings) {
            QVERIFY(matching.pairs == expected);
        }
    }

    // Layers that have nothing to do with each other are under the null 95 times in 100.
    void unrelatedLayersAreUnderTheNull_data() { addKinds(); }
    void unrelatedLayersAreUnderTheNull() {
        QFETCH(int, kind);
        LayerComparisonRequest request;
        std::vector<torch::Tensor> left, right;
        torch::manual_seed(3);
        for (int i = 0; i < 20; ++i) {
            left.push_back(torch::randn({50, 4}));
            right.push_back(torch::randn({50, 7}));
        }
        request.source = network(left);
        request.receiver = network(right);
        request.kind = static_cast<SimilarityKind>(kind);
        request.permutations = 99;
        const auto result = compared(request);
        int under = 0;
        for (std::size_t i = 0; i < result->null.values.size(); ++i) {
            under += result->similarity.values[i] <= result->null.values[i] ? 1 : 0;
        }
        // 400 pairs that are not independent of each other; mutual neighbours tie often.
        QVERIFY2(under >= 360 && under <= 396, qPrintable(QString::number(under)));
    }

    void sameSeedSameNumbers_data() { addKinds(); }
    void sameSeedSameNumbers() {
        QFETCH(int, kind);
        auto request = plainRequest(static_cast<SimilarityKind>(kind));
        const auto first = compared(request);
        const auto again = compared(request);
        QCOMPARE(again->similarity.values, first->similarity.values);
        QCOMPARE(again->null.values, first->null.values);
        request.seed = 2;
        const auto other = compared(request);
        QCOMPARE(other->similarity.values, first->similarity.values);
        QVERIFY(other->null.values != first->null.values);
    }

    void withoutPermutations() {
        auto request = plainRequest();
        request.permutations = 0;
        const auto result = compared(request);
        QCOMPARE(result->permutations, 0);
        QVERIFY(result->null.empty());
        QCOMPARE(result->similarity.values, compared(plainRequest())->similarity.values);
    }

    // The null of few permutations is the largest of them.
    void fewPermutations() {
        auto request = plainRequest();
        request.permutations = 1;
        const auto one = compared(request);
        request.permutations = 2;
        const auto two = compared(request);
        for (std::size_t i = 0; i < one->null.values.size(); ++i) {
            QVERIFY(two->null.values[i] >= one->null.values[i]);
        }
    }

    void rowsAreSpreadEvenly() {
        auto request = plainRequest();
        request.mostRows = 7;
        const auto result = compared(request);
        QCOMPARE(result->rows, std::int64_t{7});
        const auto places = torch::tensor({0, 8, 17, 25, 34, 42, 51}, torch::kInt64);
        auto some = plainRequest();
        const auto layers = layersOf(60, 6, 3, 1);
        std::vector<torch::Tensor> chosen;
        for (const auto& layer : layers) {
            chosen.push_back(layer.index_select(0, places));
        }
        some.source = network(chosen);
        some.receiver = network({chosen[0] * 2.0 + 1.0, chosen[2]});
        QCOMPARE(result->similarity.values, compared(some)->similarity.values);
        request.mostRows = 0;
        QCOMPARE(compared(request)->rows, std::int64_t{60});
    }

    void oneLayerEach() {
        LayerComparisonRequest request;
        const auto layer = layersOf(30, 4, 1, 5);
        request.source = request.receiver = network(layer);
        const auto result = compared(request);
        QCOMPARE(result->similarity.values.size(), std::size_t{1});
        QVERIFY(std::abs(result->similarity.at(0, 0) - 1.0F) < 1e-6F);
        QVERIFY(result->matchings[1].pairs == (std::vector<LayerPair>{{0, 0}}));
    }

    // Never 0, and never matched.
    void notMeasured_data() { addKinds(); }
    void notMeasured() {
        QFETCH(int, kind);
        LayerComparisonRequest request;
        request.kind = static_cast<SimilarityKind>(kind);
        auto layers = layersOf(30, 4, 3, 6);
        layers[1] = torch::full({30, 4}, 0.3);
        layers[2][11][2] = std::numeric_limits<float>::quiet_NaN();
        request.source = request.receiver = network(layers);
        const auto result = compared(request);
        for (std::int64_t i = 0; i < 3; ++i) {
            for (std::int64_t j = 0; j < 3; ++j) {
                const bool measured = i == 0 && j == 0;
                QCOMPARE(std::isfinite(result->similarity.at(i, j)), measured);
                QCOMPARE(std::isfinite(result->null.at(i, j)), measured);
            }
        }
        for (const auto& matching : result->matchings) {
            QVERIFY(matching.pairs == (std::vector<LayerPair>{{0, 0}}));
        }
    }

    void oneSample() {
        for (const auto kind : kKinds) {
            LayerComparisonRequest request;
            request.kind = kind;
            request.source = request.receiver = network(layersOf(1, 4, 2, 7));
            const auto result = compared(request);
            QCOMPARE(result->rows, std::int64_t{1});
            for (const float value : result->similarity.values) {
                QVERIFY(std::isnan(value));
            }
            QVERIFY(result->matchings[0].pairs.empty());
        }
    }

    void refuses_data() {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, Change change) {
            QTest::newRow(name) << std::move(change);
        };
        row("no source", [](auto& request) { request.source = nullptr; });
        row("no receiver", [](auto& request) { request.receiver = nullptr; });
        row("no layers", [](auto& request) { request.source = network({}); });
        row("other rows", [](auto& request) { request.receiver = network(layersOf(59, 6, 1, 1)); });
        row("rows that differ", [](auto& request) {
            request.source = network({torch::ones({60, 2}), torch::ones({61, 2})});
        });
        row("no neighbours", [](auto& request) { request.neighbours = 0; });
        row("permutations", [](auto& request) { request.permutations = -1; });
        row("rows", [](auto& request) { request.mostRows = -1; });
    }
    void refuses() {
        QFETCH(Change, change);
        auto request = plainRequest();
        change(request);
        const auto result = compareLayers(request, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    }

    void tellsHowFarItIs() {
        std::int64_t last = 0, most = 0;
        const Watch watch({}, [&](std::int64_t done, std::int64_t total) {
            QVERIFY(done > last && done <= total);
            last = done;
            most = total;
        });
        QVERIFY(compared(plainRequest(), watch) != nullptr);
        QCOMPARE(last, most);
    }

    void stops_data() { addKinds(); }
    void stops() {
        QFETCH(int, kind);
        const auto request = plainRequest(static_cast<SimilarityKind>(kind));
        for (const std::int64_t after : {0, 1, 5, 12}) { // the last two: among the permutations
            std::stop_source stop;
            std::int64_t told = 0;
            const Watch watch(stop.get_token(), [&](std::int64_t done, std::int64_t) {
                told = done;
                if (done >= after) {
                    stop.request_stop();
                }
            });
            if (after == 0) {
                stop.request_stop();
            }
            QVERIFY(compared(request, watch) == nullptr);
            QVERIFY(told <= after);
        }
    }

    void spectraOfLayers() {
        auto layers = layersOf(40, 5, 2, 8);
        layers.push_back(torch::ones({40, 3}));
        layers.push_back(torch::randn({40, 90}));
        const auto spectra = must(layerSpectra(*network(layers), {}));
        QCOMPARE(spectra.size(), std::size_t{4});
        QCOMPARE(spectra[0].layer, std::string("layers.0"));
        QCOMPARE(spectra[0].eigenvalues.size(), std::size_t{5});
        QCOMPARE(spectra[3].eigenvalues.size(), std::size_t{39});
        QVERIFY(!spectra[2].participationRatio);
        for (const std::size_t i : {0, 1, 3}) {
            QVERIFY(*spectra[i].participationRatio > 1.0);
            QVERIFY(*spectra[i].participationRatio <=
                    static_cast<double>(spectra[i].eigenvalues.size()));
        }
        // The sum of the variances of all units.
        double sum = 0.0;
        for (const double value : spectra[1].eigenvalues) {
            sum += value;
        }
        const double expected =
            layers[1].to(torch::kFloat64).var(0, /*unbiased=*/true).sum().item<double>();
        QVERIFY(std::abs(sum / expected - 1.0) < 1e-9);
        QVERIFY(must(layerSpectra(NetworkRows{}, {})).empty());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(must(layerSpectra(*network(layers), stop.get_token())).empty());
    }
};

TESSERA_TEST(TestCompareLayers)
#include "test_compare_layers.moc"
