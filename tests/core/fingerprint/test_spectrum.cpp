#include "core/fingerprint/spectrum.h"

#include "core/fingerprint/fingerprint.h"
#include "tests/core/fingerprint/fingerprint_test_util.h"
#include "tests/support/test_registry.h"

#include <torch/linalg.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::fingerprint;
using test::gaussian;
using test::relativeError;
using test::tensorFrom;

namespace {

torch::Tensor valuesOf(const Spectrum& spectrum) {
    return torch::tensor(spectrum.eigenvalues, torch::kFloat64);
}

bool isNearSpectrum(const std::optional<double>& value, double expected) {
    return value && std::fabs(*value / expected - 1.0) <= 1e-9;
}

} // namespace

class TestSpectrum : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers() {
        const auto facts = test::readJson(test::goldenDir() / "numeric" / "fingerprint.json");
        QVERIFY(facts["cases"].size() >= 3);
        for (const auto& example : facts["cases"]) {
            const auto rows = tensorFrom(example["H"]);
            const auto& expected = example["reference_float64"];
            const auto result = spectrumOf(rows);
            const double dimension = expected["intrinsic_dim"];
            if (dimension == 0.0) {
                QVERIFY(!result.participationRatio); // printed as 0: nothing varies
                continue;
            }
            QVERIFY(isNearSpectrum(result.participationRatio, dimension));
            const auto values = tensorFrom(expected["pca_top10_ev"]);
            const auto count =
                std::min<std::int64_t>(values.size(0), std::int64_t(result.eigenvalues.size()));
            QVERIFY(count >= 1);
            QVERIFY(relativeError(valuesOf(result).narrow(0, 0, count),
                                  values.narrow(0, 0, count)) <= 1e-9);
        }
    }

    // From the products of rows or of units, it is the fingerprint's.
    void asTheFingerprint_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("width");
        QTest::newRow("two rows") << 2 << 5;
        QTest::newRow("wide") << 20 << 90;
        QTest::newRow("square") << 30 << 30;
        QTest::newRow("narrow") << 90 << 20;
        QTest::newRow("one unit") << 15 << 1;
    }
    void asTheFingerprint() {
        QFETCH(int, rows);
        QFETCH(int, width);
        const auto values = gaussian(rows, width, 1) * 3.0 + 7.0;
        Moments moments(width);
        moments.add(values);
        const auto expected = fingerprintOf(moments);
        const auto result = spectrumOf(values);
        const auto count = std::int64_t(result.eigenvalues.size());
        QCOMPARE(count, std::int64_t(std::min(rows - 1, width)));
        QVERIFY(relativeError(valuesOf(result), expected.eigenvalues.narrow(0, 0, count)) <= 1e-9);
        QVERIFY(std::is_sorted(result.eigenvalues.rbegin(), result.eigenvalues.rend()));
        QVERIFY(isNearSpectrum(result.participationRatio, *expected.participationRatio));
        const auto single = spectrumOf(values.to(torch::kFloat32));
        QVERIFY(relativeError(valuesOf(single), valuesOf(result)) <= 1e-5);
    }

    void unitsThatRepeatOthersHaveNoAxis() {
        const auto x = gaussian(50, 3, 2);
        const auto result = spectrumOf(torch::cat({x, x, torch::ones({50, 2})}, 1));
        QCOMPARE(result.eigenvalues.size(), std::size_t(8));
        QVERIFY(result.eigenvalues[2] > 0.0);
        QCOMPARE(result.eigenvalues[3], 0.0);
        QCOMPARE(result.eigenvalues[7], 0.0);
    }

    void equalVariancesCountFully() {
        for (const double scale : {1e-30, 1.0, 1e30}) {
            const auto signs = torch::tensor({{1.0, 1.0}, {1.0, -1.0}, {-1.0, 1.0}, {-1.0, -1.0}});
            QVERIFY(isNearSpectrum(spectrumOf(signs * scale).participationRatio, 2.0));
        }
    }

    void constantRows() {
        for (const double value : {0.0, 0.1, 12345.678, -3e30}) {
            for (const std::int64_t width : {3, 40}) {
                const auto result = spectrumOf(torch::full({20, width}, value, torch::kFloat32));
                QVERIFY(!result.participationRatio);
                for (const double eigenvalue : result.eigenvalues) {
                    QCOMPARE(eigenvalue, 0.0);
                }
            }
        }
    }

    void notMeasured() {
        for (const auto& rows : {torch::zeros({0, 3}), torch::ones({1, 3}), torch::ones({5, 0})}) {
            QVERIFY(spectrumOf(rows).eigenvalues.empty());
            QVERIFY(!spectrumOf(rows).participationRatio);
        }
        for (const double value :
             {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
            auto rows = gaussian(20, 3, 3);
            rows[4][1] = value;
            QVERIFY(spectrumOf(rows).eigenvalues.empty());
            QVERIFY(!spectrumOf(rows).participationRatio);
        }
    }
};

TESSERA_TEST(TestSpectrum)
#include "test_spectrum.moc"
