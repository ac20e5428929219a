#include "core/tap/recording.h"

#include "core/zoo/network_state.h"
#include "core/zoo/zoo_registry.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <numeric>
#include <set>
#include <stdexcept>

using namespace tessera;
using namespace tessera::tap;

namespace {

const InputSpec kTokens{InputKind::Tokens, 16, 0, 1, 256};
constexpr std::int64_t kSamples = 600; // more than two batches, the last one smaller

zoo::NetworkPtr build(const std::string& family, int width = 8, int depth = 2) {
    zoo::Recipe recipe;
    recipe.architecture.family = ArchitectureId(family);
    recipe.architecture.width = width;
    // A resnet has 6n + 2 layers and 3n blocks.
    recipe.architecture.depth = family == "resnet" ? (depth + 2) / 3 * 6 + 2 : depth;
    recipe.input = kTokens;
    recipe.classes = 3;
    return zoo::buildNetwork(recipe, 1).value();
}

torch::Tensor tokens(std::int64_t samples) {
    torch::manual_seed(8);
    return torch::randint(0, 256, {samples, 16}, torch::kInt64);
}

std::vector<std::string> allTaps(const zoo::Network& network) {
    std::vector<std::string> names;
    for (const auto& point : network.tapPoints()) {
        names.push_back(point.name);
    }
    return names;
}

void everyFamily() {
    QTest::addColumn<QString>("family");
    for (const auto& family : zoo::families()) {
        QTest::newRow(family.id.value.c_str()) << QString::fromStdString(family.id.value);
    }
}

} // namespace

class TestRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void poolByHand() {
        using zoo::TapLayout;
        const auto rows = torch::tensor({{1.0F, 2.0F}, {3.0F, 4.0F}});
        QVERIFY(torch::equal(pool(rows, TapLayout::SamplesWidth), rows));

        // Two samples of three positions and two features.
        const auto sequence = torch::tensor({1.0F, 10.0F, 2.0F, 20.0F, 6.0F, 60.0F, //
                                             0.0F, -3.0F, 0.0F, -6.0F, 3.0F, 0.0F})
                                  .view({2, 3, 2});
        QVERIFY(torch::equal(pool(sequence, TapLayout::SamplesPositionsWidth),
                             torch::tensor({{3.0F, 30.0F}, {1.0F, -3.0F}})));
        // The same numbers as two samples of three channels and two positions.
        QVERIFY(torch::equal(pool(sequence, TapLayout::SamplesWidthPositions),
                             torch::tensor({{5.5F, 11.0F, 33.0F}, {-1.5F, -3.0F, 1.5F}})));

        // One sample, two channels of 2 x 3 pixels.
        const auto image = torch::tensor({0.0F, 1.0F, 2.0F, 3.0F, 4.0F, 5.0F, //
                                          -6.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F})
                               .view({1, 2, 2, 3});
        QVERIFY(torch::equal(pool(image, TapLayout::SamplesWidthPositions),
                             torch::tensor({{2.5F, -1.0F}})));
    }

    void poolKeepsNanAndNothing() {
        auto value = torch::ones({2, 3, 2});
        value[0][1][0] = std::numeric_limits<float>::quiet_NaN();
        const auto pooled = pool(value, zoo::TapLayout::SamplesPositionsWidth);
        QVERIFY(pooled.isnan()[0][0].item<bool>());
        QCOMPARE(pooled.isnan().sum().item<int>(), 1);
        QCOMPARE(pool(torch::ones({0, 3, 2}), zoo::TapLayout::SamplesWidthPositions).sizes().vec(),
                 (std::vector<std::int64_t>{0, 3}));
    }

    void collectorRecordsWhatWasAskedFor() {
        const auto network = build("conv");
        network->eval();
        TapCollector collector(*network, {"layers.1", "no such tap", "feature"});
        QVERIFY(!collector.has("layers.1"));
        const auto logits = network->forward(tokens(4), &collector);
        QVERIFY(collector.has("layers.1") && collector.has("feature"));
        QVERIFY(!collector.has("no such tap") && !collector.has("layers.0"));
        QCOMPARE(collector.at("layers.1").sizes().vec(), (std::vector<std::int64_t>{4, 8}));
        QVERIFY(torch::equal(network->head()->forward(collector.at("feature")), logits));
        collector.clear();
        QVERIFY(!collector.has("layers.1"));
    }

    void gradientsFlowThroughTheCollector_data() { everyFamily(); }
    void gradientsFlowThroughTheCollector() {
        QFETCH(QString, family);
        const auto network = build(family.toStdString());
        const auto name = layerTaps(*network).back();
        TapCollector collector(*network, {name});
        network->forward(tokens(4), &collector);
        QVERIFY(collector.at(name).requires_grad());
        collector.at(name).square().sum().backward();
        const auto gradient = network->named_parameters()["embedding.weight"].grad();
        QVERIFY(gradient.defined() && gradient.abs().max().item<float>() > 0.0F);
        QVERIFY(!network->head()->weight.grad().defined());
    }

    void layersInOrderOfExecution_data() { everyFamily(); }
    void layersInOrderOfExecution() {
        QFETCH(QString, family);
        const auto layers = layerTaps(*build(family.toStdString(), 2, 12));
        const std::string prefix =
            family == "lstm" || family == "gru" ? family.toStdString() + "." : "layers.";
        QCOMPARE(layers.size(), std::size_t(12));
        for (std::size_t i = 0; i < layers.size(); ++i) {
            QCOMPARE(layers[i], prefix + std::to_string(i));
        }
    }

    void manyLayersAreThinnedEvenly_data() {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("most");
        QTest::newRow("default") << 200 << 64;
        QTest::newRow("one too many") << 65 << 64;
        QTest::newRow("as many as allowed") << 64 << 64;
        QTest::newRow("three") << 20 << 3;
        QTest::newRow("first and last") << 20 << 2;
        QTest::newRow("one") << 20 << 1;
        QTest::newRow("none") << 20 << 0;
    }
    void manyLayersAreThinnedEvenly() {
        QFETCH(int, depth);
        QFETCH(int, most);
        const auto network = build("mlp", 2, depth);
        const auto layers = layerTaps(*network, std::size_t(most));
        QCOMPARE(layers.size(), std::size_t(std::min(depth, most)));
        if (most == 64) {
            QCOMPARE(layerTaps(*network), layers);
        }
        std::vector<int> indices;
        for (const auto& name : layers) {
            indices.push_back(std::stoi(name.substr(name.find('.') + 1)));
        }
        std::set<int> steps;
        for (std::size_t i = 1; i < indices.size(); ++i) {
            steps.insert(indices[i] - indices[i - 1]);
        }
        if (most >= 2) {
            QCOMPARE(indices.front(), 0);
            QCOMPARE(indices.back(), depth - 1);
            QVERIFY(*steps.begin() >= 1);
            QVERIFY(*steps.rbegin() - *steps.begin() <= 1);
        }
    }

    void batchesMakeUpTheWhole_data() { everyFamily(); }
    void batchesMakeUpTheWhole() {
        QFETCH(QString, family);
        const auto network = build(family.toStdString());
        const auto names = allTaps(*network);
        const auto inputs = tokens(kSamples);
        std::vector<std::int64_t> sizes;
        const bool whole = stream(*network, inputs, names, [&](const Rows& rows) {
            sizes.push_back(rows.logits.size(0));
            for (const auto& name : names) {
                QCOMPARE(rows.taps.at(name).size(0), rows.logits.size(0));
                QVERIFY(!rows.taps.at(name).requires_grad());
            }
        });
        QVERIFY(whole);
        QVERIFY(sizes.size() >= 2);
        QCOMPARE(std::accumulate(sizes.begin(), sizes.end(), std::int64_t(0)), kSamples);

        const auto rows = record(*network, inputs, names);
        network->eval();
        const torch::NoGradGuard noGrad;
        TapCollector collector(*network, names);
        QVERIFY(torch::allclose(rows.logits, network->forward(inputs, &collector), 1e-5, 1e-6));
        QCOMPARE(rows.taps.size(), names.size());
        for (const auto& point : network->tapPoints()) {
            const auto& tap = rows.taps.at(point.name);
            QCOMPARE(tap.sizes().vec(), (std::vector<std::int64_t>{kSamples, point.width}));
            QVERIFY(torch::allclose(tap, collector.at(point.name), 1e-5, 1e-6));
        }
        QVERIFY(torch::equal(rows.logits, record(*network, inputs, {}).logits));
    }

    // A batch is 256 rows unless the maps of one are large, and no budget is asked.
    void batchesShrinkWithTheMaps_data() {
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("rows");
        QTest::newRow("small") << 8 << 256;
        QTest::newRow("larger") << 96 << 32; // 4 maps of 8 x 96 x 96 float32 and the input: 1.2 MB
        QTest::newRow("huge") << 768 << 1;   // 78 MB: more than is meant, but no less is possible
    }
    void batchesShrinkWithTheMaps() {
        QFETCH(int, side);
        QFETCH(int, rows);
        zoo::Recipe recipe;
        recipe.architecture.family = ArchitectureId("resnet");
        recipe.architecture.width = 8;
        recipe.architecture.depth = 8;
        recipe.input = {InputKind::Image, side, side, 1, 0};
        recipe.classes = 3;
        const auto network = zoo::buildNetwork(recipe, 1).value();
        network->train();
        const auto images = torch::rand({5, 1, side, side});
        const auto batch = batchFor(*network, images);
        QCOMPARE(batch.rows, std::int64_t{rows});
        QVERIFY(batch.bytes > 0 && (batch.bytes <= (64 << 20) || rows == 1));
        QVERIFY(network->is_training());
        std::vector<std::int64_t> sizes;
        stream(*network, images, {"feature"},
               [&](const Rows& some) { sizes.push_back(some.logits.size(0)); });
        QCOMPARE(sizes.front(), std::min<std::int64_t>(rows, 5));
        QCOMPARE(std::accumulate(sizes.begin(), sizes.end(), std::int64_t(0)), std::int64_t{5});
        QCOMPARE(batchFor(*network, images.narrow(0, 0, 0)).rows, std::int64_t{256});
    }

    void visitorsMayFail() {
        const auto network = build("mlp");
        network->train();
        int visits = 0;
        const auto result = tryStream(*network, tokens(kSamples), {"feature"},
                                      [&](const Rows&) -> Result<void> {
                                          ++visits;
                                          return fail(ErrorCode::Io, "no room");
                                      },
                                      {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Io);
        QCOMPARE(visits, 1);
        QVERIFY(network->is_training());
    }

    void unknownTapsAreLeftOut() {
        const auto network = build("mlp");
        const auto rows = record(*network, tokens(3), {"layers.7", "head"});
        QCOMPARE(rows.taps.size(), std::size_t(1));
        QVERIFY(torch::equal(rows.taps.at("head"), rows.logits));
    }

    void leavesTheNetworkAsItWas_data() { everyFamily(); }
    void leavesTheNetworkAsItWas() {
        QFETCH(QString, family);
        for (const bool training : {true, false}) {
            const auto network = build(family.toStdString());
            network->train(training);
            const auto hash = zoo::weightsHash(*network);
            const auto rows = record(*network, tokens(kSamples), allTaps(*network));
            QVERIFY(rows.logits.defined());
            QCOMPARE(zoo::weightsHash(*network), hash); // running statistics included
            for (const auto& module : network->modules()) {
                QCOMPARE(module->is_training(), training);
            }
        }
    }

    void modeIsRestoredAfterAnException() {
        const auto network = build("conv");
        network->train();
        const auto visit = [](const Rows&) { throw std::runtime_error("visitor"); };
        QVERIFY_EXCEPTION_THROWN(stream(*network, tokens(3), {}, visit), std::runtime_error);
        QVERIFY(network->is_training());
        QVERIFY(network->forward(tokens(3)).requires_grad());
    }

    void stopsWithinABatch() {
        const auto network = build("mlp");
        network->train();
        std::stop_source source;
        int visits = 0;
        const bool whole = stream(
            *network, tokens(kSamples), {"feature"},
            [&](const Rows&) {
                ++visits;
                source.request_stop();
            },
            source.get_token());
        QVERIFY(!whole);
        QCOMPARE(visits, 1);
        QVERIFY(network->is_training());

        const auto rows = record(*network, tokens(kSamples), {"feature"}, source.get_token());
        QVERIFY(!rows.logits.defined());
        QVERIFY(rows.taps.empty());
    }

    // A stop during the last batch counts too: its caller must not take the rows for a result.
    void stopsInTheLastBatch() {
        const auto network = build("mlp");
        std::stop_source source;
        const bool whole = stream(
            *network, tokens(3), {}, [&](const Rows&) { source.request_stop(); },
            source.get_token());
        QVERIFY(!whole);
    }

    void noInputs() {
        const auto network = build("mlp");
        int visits = 0;
        QVERIFY(stream(*network, tokens(0), {"feature"}, [&](const Rows&) { ++visits; }));
        QCOMPARE(visits, 0);
        QVERIFY(!record(*network, tokens(0), {"feature"}).logits.defined());
    }
};

TESSERA_TEST(TestRecording)
#include "test_recording.moc"
