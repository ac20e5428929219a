#include "core/stats/gaussian_dp.h"

#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace tessera;
using namespace tessera::stats;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNoPrivacy = std::numeric_limits<double>::quiet_NaN();

bool closeTo(double actual, double expected, double relative) {
    return actual == expected || std::fabs(actual / expected - 1.0) <= relative;
}

bool refused(const Result<double>& result, const char* name) {
    return !result && result.error().code == ErrorCode::InvalidArgument &&
           result.error().detail.find(name) != std::string::npos;
}

} // namespace

// Known answers come from the defining formulas in 60 to 1000 digits (mpmath), unless said
// otherwise.
class TestGaussianDp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void delta_data() {
        QTest::addColumn<double>("epsilon");
        QTest::addColumn<double>("sigma");
        QTest::addColumn<double>("expected");
        QTest::newRow("plain") << 1.0 << 1.0 << 0.12693673750664395;
        QTest::newRow("total variation") << 0.0 << 1.0 << 0.38292492254802621;
        QTest::newRow("check value") << 1.0 << 3.731 << 9.9836183154977059e-6;
        QTest::newRow("epsilon 8") << 8.0 << 0.6002 << 1.0012235257010994e-5;
        QTest::newRow("small mu") << 0.1 << 48.0 << 3.3578520575662504e-9;
        QTest::newRow("tail") << 0.5 << 20.0 << 4.797291362662317e-26;
        QTest::newRow("far tail") << 30.0 << 1.0 << 4.7093263180975222e-193;
        QTest::newRow("tiny mu") << 0.0 << 1e9 << 3.9894228040143268e-10;
        QTest::newRow("large epsilon") << 1000.0 << 0.03 << 5.2794977167129966e-41;
        QTest::newRow("hardly private") << 10.0 << 0.1 << 0.99994659771914988;
        QTest::newRow("less private") << 100.0 << 0.05 << 0.99999961466855645;
        QTest::newRow("not private") << 1.0 << 0.03 << 1.0;
        QTest::newRow("below all doubles") << 0.001 << 1e6 << 0.0;
        QTest::newRow("no noise") << 1.0 << 0.0 << 1.0;
        QTest::newRow("all noise") << 1.0 << kInfinity << 0.0;
        QTest::newRow("no promise") << kInfinity << 1.0 << 0.0;
    }
    void delta() {
        QFETCH(double, epsilon);
        QFETCH(double, sigma);
        QFETCH(double, expected);
        const auto value = gaussianDelta(epsilon, 1.0, sigma);
        QVERIFY(value.has_value());
        QVERIFY2(closeTo(*value, expected, 1e-11), qPrintable(QString::number(*value, 'g', 17)));
        // Only the quotient of sensitivity and sigma counts.
        QVERIFY(closeTo(*gaussianDelta(epsilon, 0.125, 0.125 * sigma), expected, 1e-11));
    }

    void sigma_data() {
        // The first three are the published check values 3.731, 1.99 and 0.6002.
        QTest::addColumn<double>("epsilon");
        QTest::addColumn<double>("delta");
        QTest::addColumn<double>("expected");
        QTest::newRow("1") << 1.0 << 1e-5 << 3.7306316348159418;
        QTest::newRow("2") << 2.0 << 1e-5 << 1.9938124456435367;
        QTest::newRow("8") << 8.0 << 1e-5 << 0.60022907219895156;
        QTest::newRow("0.1") << 0.1 << 1e-5 << 30.74956613197745;
        QTest::newRow("0.001") << 0.001 << 1e-5 << 1724.2590335838075;
        QTest::newRow("1e-9") << 1e-9 << 1e-5 << 39892.23347911454;
        QTest::newRow("100") << 100.0 << 1e-5 << 0.094669907014746388;
        QTest::newRow("1000") << 1000.0 << 1e-3 << 0.023946773516456175;
        QTest::newRow("small delta") << 1.0 << 1e-12 << 6.5578220674588501;
        QTest::newRow("tiny delta") << 10.0 << 1e-100 << 2.1327366227086316;
        QTest::newRow("large delta") << 1.0 << 0.5 << 0.50706503147633136;
    }
    void sigma() {
        QFETCH(double, epsilon);
        QFETCH(double, delta);
        QFETCH(double, expected);
        const auto value = analyticSigma(epsilon, delta, 1.0);
        QVERIFY(value.has_value());
        QVERIFY2(closeTo(*value, expected, 1e-11), qPrintable(QString::number(*value, 'g', 17)));
        QVERIFY(closeTo(*analyticSigma(epsilon, delta, 0.02), 0.02 * expected, 1e-11));
        QVERIFY(closeTo(*gaussianDelta(epsilon, 1.0, *value), delta, 1e-9));
    }

    void sigmaAtTheEnds() {
        QCOMPARE(*analyticSigma(kInfinity, 1e-5, 1.0), 0.0);
        for (const double epsilon : {5e-324, 1e-300, 1e-12, 1e12, 1e300}) {
            for (const double delta : {5e-324, 1e-300, 0.5, 1.0 - 1e-16}) {
                const auto value = analyticSigma(epsilon, delta, 1.0);
                QVERIFY2(value && *value > 0.0 && !std::isnan(*value),
                         qPrintable(QString("%1 %2").arg(epsilon).arg(delta)));
            }
        }
    }

    void sigmaFallsWithEpsilonAndDelta() {
        for (const double delta : {1e-12, 1e-5, 0.1}) {
            double previous = kInfinity;
            for (double epsilon = 1e-3; epsilon < 1e4; epsilon *= 1.7) {
                const double value = *analyticSigma(epsilon, delta, 1.0);
                QVERIFY(value < previous);
                QVERIFY(value < *analyticSigma(epsilon, delta / 2, 1.0));
                previous = value;
            }
        }
    }

    void classicalGolden() {
        const auto golden = test::readJson(test::goldenDir() / "numeric" / "dp_sigma.json");
        QVERIFY(!golden["cases"].empty() && !golden["invalid"].empty());
        for (const auto& row : golden["cases"]) {
            const auto value =
                classicalSigma(test::number(row["epsilon"]), test::number(row["delta"]));
            QVERIFY(value.has_value());
            QVERIFY(closeTo(*value, test::number(row["sigma"]), 1e-14));
        }
        for (const auto& row : golden["invalid"]) {
            // One row is no error in the reference: a NaN epsilon passes its check "epsilon <= 0"
            // and gives a NaN sigma. Noise of NaN is no privacy, so it is an error here.
            const auto value =
                classicalSigma(test::number(row["epsilon"]), test::number(row["delta"]));
            QVERIFY(!value && value.error().code == ErrorCode::InvalidArgument);
        }
    }

    void classicalIsTooLittleForLargeEpsilon() {
        QVERIFY(*classicalSigma(0.5, 1e-5) > *analyticSigma(0.5, 1e-5, 1.0));
        QVERIFY(*classicalSigma(100.0, 1e-5) < *analyticSigma(100.0, 1e-5, 1.0));
    }

    void epsilonOfMu_data() {
        QTest::addColumn<double>("mu");
        QTest::addColumn<double>("delta");
        QTest::addColumn<double>("expected");
        QTest::newRow("1") << 1.0 << 1e-5 << 4.3771780956812246;
        QTest::newRow("0.5") << 0.5 << 1e-5 << 1.9930914044151196;
        QTest::newRow("3") << 3.0 << 1e-6 << 18.163445759078475;
        QTest::newRow("0.1") << 0.1 << 1e-5 << 0.34066936468432641;
        QTest::newRow("large delta") << 1.0 << 0.3 << 0.27661739889684951;
        QTest::newRow("delta covers all") << 1.0 << 0.39 << 0.0;
        QTest::newRow("nothing released") << 0.0 << 1e-5 << 0.0;
        QTest::newRow("no noise") << kInfinity << 1e-5 << kInfinity;
    }
    void epsilonOfMu() {
        QFETCH(double, mu);
        QFETCH(double, delta);
        QFETCH(double, expected);
        const auto value = gdpEpsilon(mu, delta);
        QVERIFY(value.has_value());
        QVERIFY2(closeTo(*value, expected, 1e-11), qPrintable(QString::number(*value, 'g', 17)));
    }

    void epsilonAndSigmaAreInverse() {
        for (const double epsilon : {1e-3, 0.1, 1.0, 8.0, 1000.0, 1e6}) {
            const double mu = *gdpMu(2.0, *analyticSigma(epsilon, 1e-5, 2.0));
            QVERIFY(closeTo(*gdpEpsilon(mu, 1e-5), epsilon, 1e-9));
        }
    }

    void composition() {
        QCOMPARE(*composeGdp({}), 0.0);
        QCOMPARE(*composeGdp(std::vector<double>{3.0, 4.0}), 5.0);
        QCOMPARE(*composeGdp(std::vector<double>{1.0, kInfinity}), kInfinity);
        // Four equal releases cost as much as one with half the noise.
        const auto mu = composeGdp(std::vector<double>(4, *gdpMu(1.0, 2.0)));
        QCOMPARE(*mu, *gdpMu(1.0, 1.0));
        QVERIFY(*gdpEpsilon(*mu, 1e-5) > *gdpEpsilon(0.5, 1e-5));
        QVERIFY(refused(composeGdp(std::vector<double>{1.0, -1.0}), "mu"));
        QVERIFY(refused(composeGdp(std::vector<double>{kNoPrivacy, 1.0}), "mu"));
    }

    void refusals() {
        for (const double bad : {-1.0, kNoPrivacy}) {
            QVERIFY(refused(gaussianDelta(bad, 1.0, 1.0), "epsilon"));
            QVERIFY(refused(gaussianDelta(1.0, bad, 1.0), "sensitivity"));
            QVERIFY(refused(gaussianDelta(1.0, 1.0, bad), "sigma"));
            QVERIFY(refused(analyticSigma(bad, 1e-5, 1.0), "epsilon"));
            QVERIFY(refused(gdpMu(bad, 1.0), "sensitivity"));
            QVERIFY(refused(gdpMu(1.0, bad), "sigma"));
            QVERIFY(refused(gdpEpsilon(bad, 1e-5), "mu"));
        }
        QVERIFY(refused(analyticSigma(0.0, 1e-5, 1.0), "epsilon"));
        for (const double delta : {0.0, 1.0, -0.1, 1.5, kNoPrivacy}) {
            QVERIFY(refused(analyticSigma(1.0, delta, 1.0), "delta"));
            QVERIFY(refused(classicalSigma(1.0, delta), "delta"));
            QVERIFY(refused(gdpEpsilon(1.0, delta), "delta"));
        }
        for (const double sensitivity : {0.0, -1.0, kInfinity, kNoPrivacy}) {
            QVERIFY(refused(analyticSigma(1.0, 1e-5, sensitivity), "sensitivity"));
        }
    }
};

TESSERA_TEST(TestGaussianDp)

#include "test_gaussian_dp.moc"
