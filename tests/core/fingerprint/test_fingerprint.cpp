#include "core/fingerprint/fingerprint.h"

#include "core/tap/recording.h"
#include "core/zoo/zoo_registry.h"
#include "tests/core/fingerprint/fingerprint_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::fingerprint;
using test::gaussian;
using test::relativeError;
using test::tensorFrom;

namespace {

nlohmann::ordered_json golden() {
    return test::readJson(test::goldenDir() / "numeric" / "fingerprint.json");
}

Fingerprint fingerprintOfRows(const torch::Tensor& rows) {
    Moments moments(rows.size(1));
    moments.add(rows);
    return fingerprintOf(moments);
}

zoo::NetworkPtr network() {
    zoo::Recipe recipe;
    recipe.architecture.family = ArchitectureId("conv");
    recipe.architecture.width = 8;
    recipe.input = {InputKind::Tokens, 16, 0, 1, 256};
    recipe.classes = 3;
    return zoo::buildNetwork(recipe, 1).value();
}

torch::Tensor tokens(std::int64_t samples) {
    torch::manual_seed(8);
    return torch::randint(0, 256, {samples, 16}, torch::kInt64);
}

} // namespace

class TestFingerprint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data() {
        QTest::addColumn<int>("index");
        const auto cases = golden()["cases"];
        for (std::size_t i = 0; i < cases.size(); ++i) {
            QTest::newRow(cases[i]["name"].get<std::string>().c_str()) << int(i);
        }
    }
    void knownAnswers() {
        QFETCH(int, index);
        const auto facts = golden()["cases"][std::size_t(index)];
        const auto rows = tensorFrom(facts["H"]);
        const auto& expected = facts["reference_float64"];
        const auto result = fingerprintOfRows(rows);
        QCOMPARE(result.rows, rows.size(0));
        QVERIFY(relativeError(result.mean, tensorFrom(expected["mean"])) <= 1e-9);
        QVERIFY(relativeError(result.variance, tensorFrom(expected["variance"])) <= 1e-9);
        const auto values = tensorFrom(expected["pca_top10_ev"]);
        QVERIFY(values.size(0) >= 1);
        QVERIFY(relativeError(result.eigenvalues.narrow(0, 0, values.size(0)), values) <= 1e-9);
        QVERIFY(result.eigenvalues.min().item<double>() >= 0.0);
        const double dimension = expected["intrinsic_dim"];
        if (dimension == 0.0) {
            QVERIFY(!result.participationRatio.has_value()); // printed as 0: nothing varies
        } else {
            QVERIFY(std::fabs(result.participationRatio.value() / dimension - 1.0) <= 1e-9);
        }
        // Where an axis stands apart from the next ones it is the reference's, up to its sign.
        const auto axes = tensorFrom(expected["pca_top5"]);
        for (std::int64_t k = 0; k < axes.size(0); ++k) {
            const auto gaps = (values - values[k]).abs() / values[0];
            if ((gaps > 1e-3).sum().item<int>() == values.size(0) - 1) {
                const auto dot = torch::dot(result.axes.select(1, k), axes[k]).item<double>();
                QVERIFY(std::fabs(std::fabs(dot) - 1.0) <= 1e-9);
            }
        }
    }

    // Activations are float32; only the sums are float64.
    void float32Rows() {
        const auto cases = golden()["cases"]; // a loop over a part of a temporary would dangle
        for (const auto& facts : cases) {
            const auto rows = tensorFrom(facts["H"]);
            const auto result = fingerprintOfRows(rows.to(torch::kFloat32));
            QCOMPARE(result.mean.scalar_type(), torch::kFloat64);
            const auto expected = tensorFrom(facts["reference_float64"]["variance"]);
            QVERIFY(relativeError(result.variance, expected) <= 1e-6);
        }
    }

    void axesDiagonaliseTheCovariance() {
        const auto rows = torch::matmul(gaussian(50, 6, 1), gaussian(6, 6, 2));
        Moments moments(6);
        moments.add(rows);
        const auto result = fingerprintOf(moments);
        const auto identity = torch::eye(6, torch::kFloat64);
        QVERIFY(relativeError(torch::matmul(result.axes.t(), result.axes), identity) < 1e-12);
        const auto rebuilt = torch::matmul(result.axes * result.eigenvalues, result.axes.t());
        QVERIFY(relativeError(rebuilt, moments.covariance()) < 1e-12);
        QVERIFY((result.eigenvalues.slice(0, 0, 5) >= result.eigenvalues.slice(0, 1, 6))
                    .all()
                    .item<bool>());
    }

    void batchesMakeUpTheWhole_data() {
        QTest::addColumn<QList<int>>("sizes");
        QTest::addColumn<double>("offset");
        for (const double offset : {0.0, 1000.0}) {
            const auto row = [&](const char* name, const QList<int>& sizes) {
                QTest::addRow("%s, offset %g", name, offset) << sizes << offset;
            };
            row("odd", {1, 0, 3, 17, 5, 1, 73});
            row("one row at a time", QList<int>(100, 1));
            row("large and small", {99, 1});
            row("small and large", {1, 99});
        }
    }
    void batchesMakeUpTheWhole() {
        QFETCH(QList<int>, sizes);
        QFETCH(double, offset);
        const auto rows = (gaussian(100, 5, 3) + offset).to(torch::kFloat32);
        const auto whole = fingerprintOfRows(rows);
        Moments moments(5);
        std::int64_t begin = 0;
        for (const int size : sizes) {
            moments.add(rows.narrow(0, begin, size));
            begin += size;
        }
        QCOMPARE(moments.count(), 100);
        const auto streamed = fingerprintOf(moments);
        QVERIFY(relativeError(streamed.mean, whole.mean) < 1e-12);
        QVERIFY(relativeError(streamed.variance, whole.variance) < 1e-10);
        QVERIFY(relativeError(streamed.eigenvalues, whole.eigenvalues) < 1e-10);
        QVERIFY(std::fabs(*streamed.participationRatio / *whole.participationRatio - 1.0) < 1e-10);
    }

    void oneRow() {
        const auto result = fingerprintOfRows(torch::tensor({{3.0F, -4.0F}}));
        QCOMPARE(result.rows, 1);
        QVERIFY(torch::equal(result.mean, torch::tensor({3.0, -4.0}, torch::kFloat64)));
        QCOMPARE(result.variance.abs().max().item<double>(), 0.0);
        QCOMPARE(result.eigenvalues.abs().max().item<double>(), 0.0);
        QVERIFY(!result.participationRatio.has_value());
    }

    void noRows() {
        const auto result = fingerprintOfRows(torch::zeros({0, 3}));
        QCOMPARE(result.rows, 0);
        QCOMPARE(result.variance.abs().max().item<double>(), 0.0);
        QVERIFY(!result.participationRatio.has_value());
    }

    void rowsThatAreNotFinite_data() {
        QTest::addColumn<float>("value");
        QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinity") << std::numeric_limits<float>::infinity();
        QTest::newRow("-infinity") << -std::numeric_limits<float>::infinity();
    }
    void rowsThatAreNotFinite() {
        QFETCH(float, value);
        auto rows = gaussian(20, 3, 4).to(torch::kFloat32);
        rows[7][1] = value;
        const auto result = fingerprintOfRows(rows);
        QVERIFY(!result.participationRatio.has_value());
        QVERIFY(result.eigenvalues.isnan().all().item<bool>());
        // The other columns are what they are.
        QVERIFY(std::isfinite(result.mean[0].item<double>()));
        QVERIFY(!std::isfinite(result.mean[1].item<double>()));
    }

    // Also of values whose sums are not exact in float32: rounding is no variance.
    void constantRows_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("batch");
        for (const double value : {0.0, 1.0, 0.1, 1e-30, 12345.678, -3e30}) {
            for (const int batch : {1, 7, 300}) {
                QTest::addRow("%g by %d", value, batch) << value << batch;
            }
        }
    }
    void constantRows() {
        QFETCH(double, value);
        QFETCH(int, batch);
        Moments moments(4);
        for (int begin = 0; begin < 300; begin += batch) {
            moments.add(torch::full({std::min(batch, 300 - begin), 4}, value, torch::kFloat32));
        }
        const auto result = fingerprintOf(moments);
        QCOMPARE(result.rows, 300);
        QVERIFY2(!result.participationRatio.has_value(),
                 qPrintable(QString::number(result.participationRatio.value_or(0.0))));
    }

    void constantColumnsDoNotCount() {
        auto rows = gaussian(300, 4, 5).to(torch::kFloat32);
        rows.select(1, 0).fill_(0.1F);
        rows.select(1, 2).fill_(1e6F);
        const auto all = fingerprintOfRows(rows);
        const auto two =
            fingerprintOfRows(rows.index_select(1, torch::tensor({1, 3}, torch::kInt64)));
        QVERIFY(std::fabs(*all.participationRatio / *two.participationRatio - 1.0) < 1e-9);
        QVERIFY(*all.participationRatio > 1.0 && *all.participationRatio <= 2.0);
    }

    void participationRatioOfKnownSpectra() {
        // Equal variances count fully; one variance counts as one; the scale does not matter.
        const auto signs = torch::tensor({{1.0, 1.0}, {1.0, -1.0}, {-1.0, 1.0}, {-1.0, -1.0}});
        for (const double scale : {1e-30, 1e-8, 1.0, 1e8, 1e30}) {
            const auto both = fingerprintOfRows(signs * scale);
            QVERIFY(std::fabs(*both.participationRatio - 2.0) < 1e-6);
            const auto one =
                fingerprintOfRows(torch::cat({signs, signs}, 1).slice(1, 0, 3, 2) * scale);
            QVERIFY(std::fabs(*one.participationRatio - 1.0) < 1e-6);
        }
    }

    void tapsOfANetwork() {
        const auto net = network();
        const std::vector<std::string> names = {"embedding", "layers.1", "feature", "nothing"};
        const auto all = fingerprintTaps(*net, tokens(600), names);
        QCOMPARE(all.size(), std::size_t(3));
        const auto rows = tap::record(*net, tokens(600), names);
        for (const auto& [name, result] : all) {
            const auto expected = fingerprintOfRows(rows.taps.at(name));
            QCOMPARE(result.rows, 600);
            QVERIFY(relativeError(result.mean, expected.mean) < 1e-9);
            QVERIFY(relativeError(result.eigenvalues, expected.eigenvalues) < 1e-9);
        }
        const auto again = fingerprintTaps(*net, tokens(600), names);
        QVERIFY(torch::equal(again.at("layers.1").axes, all.at("layers.1").axes));
    }

    // However few fit into the memory at a time, and in the order that was asked for.
    void momentsInSeveralPasses_data() {
        QTest::addColumn<int>("bytes");
        QTest::newRow("all at once") << (1 << 30);
        QTest::newRow("two at a time") << 1100; // 8 x 8 float64 each
        QTest::newRow("one at a time") << 0;
    }
    void momentsInSeveralPasses() {
        QFETCH(int, bytes);
        const auto net = network();
        const std::vector<std::string> names = {"feature", "layers.1", "nothing", "embedding"};
        const auto all = fingerprintTaps(*net, tokens(600), names);
        std::vector<std::string> seen;
        QVERIFY(visitMoments(
            *net, tokens(600), names, bytes, [&](const std::string& name, const Moments& moments) {
                seen.push_back(name);
                QCOMPARE(moments.count(), 600);
                QVERIFY(torch::equal(moments.variance(), all.at(name).variance));
                QCOMPARE(moments.participationRatio(), all.at(name).participationRatio);
            }));
        QCOMPARE(seen, (std::vector<std::string>{"feature", "layers.1", "embedding"}));
    }

    void columnsOfBatches() {
        const auto rows = (gaussian(100, 5, 9) + 1000.0).to(torch::kFloat32);
        ColumnMoments whole, parts;
        QVERIFY(!parts.mean().defined());
        whole.add(rows);
        for (const std::int64_t begin : {0, 1, 40, 41}) {
            const std::int64_t end = begin == 0 ? 1 : begin == 1 ? 40 : begin == 40 ? 41 : 100;
            parts.add(rows.narrow(0, begin, end - begin));
            parts.add(rows.narrow(0, 0, 0));
        }
        QCOMPARE(parts.count(), 100);
        const auto values = rows.to(torch::kFloat64);
        QVERIFY(torch::equal(whole.mean(), values.mean(0)));
        QVERIFY(torch::equal(whole.variance(), values.var(0, false)));
        QVERIFY(relativeError(parts.mean(), whole.mean()) < 1e-12);
        QVERIFY(relativeError(parts.variance(), whole.variance()) < 1e-9);
        ColumnMoments same; // rounding is no variance
        for (int i = 0; i < 3; ++i) {
            same.add(torch::full({7, 2}, 0.1F));
        }
        QCOMPARE(same.variance().abs().max().item<double>(), 0.0);
    }

    void stopped() {
        std::stop_source source;
        source.request_stop();
        QVERIFY(fingerprintTaps(*network(), tokens(600), {"feature"}, source.get_token()).empty());
    }
};

TESSERA_TEST(TestFingerprint)
#include "test_fingerprint.moc"
