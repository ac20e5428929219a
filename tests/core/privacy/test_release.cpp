#include "core/privacy/release.h"

#include "core/stats/gaussian_dp.h"
#include "core/zoo/initialise.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <torch/utils.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::privacy;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr auto kFixed = SourceKnowledge::FixedWithoutRelease;
const DataHashes kData{"population", "split"};

torch::Tensor draw(std::int64_t rows, std::int64_t width, std::uint64_t seed) {
    return torch::randn({rows, width}, zoo::makeGenerator(seed), torch::kFloat32);
}

PrivacySpec privateSpec(double epsilon = 1.0, double delta = 1e-5, double clip = 10.0) {
    PrivacySpec spec;
    spec.epsilon = epsilon;
    spec.delta = delta;
    spec.clip = clip;
    return spec;
}

ReleasedVector released(const torch::Tensor& rows, const PrivacySpec& spec,
                        SourceKnowledge knowledge = kFixed) {
    auto result = release(rows, spec, knowledge, kData);
    if (!result) {
        qFatal("%s", result.error().detail.c_str());
    }
    return *result;
}

bool covers(const PrivacyStatement& statement, const std::string& field) {
    const auto& missing = statement.notCovered;
    return std::find(missing.begin(), missing.end(), field) == missing.end();
}

} // namespace

class TestRelease : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offIsThePlainMean() {
        const auto rows = 100.0 * draw(50, 7, 1); // far longer than the clip norm
        const auto result = released(rows, PrivacySpec());
        const auto mean = rows.to(torch::kFloat64).mean(0).to(torch::kFloat32);
        QVERIFY(torch::equal(result.vector, mean));
        QCOMPARE(result.vector.scalar_type(), torch::kFloat32);
        const auto& about = result.statement;
        QVERIFY(std::isinf(about.epsilon));
        QCOMPARE(about.sigma, 0.0);
        QVERIFY(!about.noiseToSignal);
        QVERIFY(!covers(about, "uhs_vector")); // says so itself: nothing is noised
        QCOMPARE(about.releaseSize, std::int64_t{50});
        QCOMPARE(about.populationHash, std::string("population"));
        QCOMPARE(about.splitHash, std::string("split"));
    }

    void statementOfAPrivateRelease_data() {
        QTest::addColumn<double>("epsilon");
        QTest::addColumn<double>("delta");
        QTest::addColumn<double>("clip");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("known");
        for (const bool known : {true, false}) {
            const char* suffix = known ? ", fixed source" : ", unknown source";
            const auto name = [&](const char* text) { return std::string(text) + suffix; };
            QTest::newRow(name("usual").c_str()) << 1.0 << 1e-5 << 10.0 << 200 << known;
            QTest::newRow(name("strict").c_str()) << 0.1 << 1e-9 << 1.0 << 1000 << known;
            QTest::newRow(name("loose").c_str()) << 8.0 << 1e-3 << 5.0 << 10 << known;
            QTest::newRow(name("one row").c_str()) << 2.0 << 1e-5 << 3.0 << 1 << known;
        }
    }
    void statementOfAPrivateRelease() {
        QFETCH(double, epsilon);
        QFETCH(double, delta);
        QFETCH(double, clip);
        QFETCH(int, rows);
        QFETCH(bool, known);
        const auto result = released(draw(rows, 6, 2), privateSpec(epsilon, delta, clip),
                                     known ? kFixed : SourceKnowledge::Unknown);
        const auto& about = result.statement;
        const double sensitivity = known ? 2.0 * clip / rows : 2.0 * clip;
        QCOMPARE(about.sensitivity, sensitivity);
        QCOMPARE(about.sigma, *stats::analyticSigma(epsilon, delta, sensitivity));
        QCOMPARE(about.mu, sensitivity / about.sigma);
        QCOMPARE(about.epsilon, epsilon);
        QCOMPARE(about.delta, delta);
        QCOMPARE(about.clip, clip);
        QCOMPARE(about.releaseSize, std::int64_t{rows});
        QVERIFY(!about.unit.empty());
        QCOMPARE(about.neighbouring.find("unknown") == std::string::npos, known);
        QVERIFY(covers(about, "uhs_vector"));
        QVERIFY(!covers(about, "drift_score"));
        QVERIFY(!covers(about, "custom_metadata"));
        // Expected noise norm over the norm of what was released.
        const double norm = result.vector.to(torch::kFloat64).norm().item<double>();
        QVERIFY(about.noiseToSignal);
        QVERIFY(test::near(*about.noiseToSignal, about.sigma * std::sqrt(6.0) / norm,
                           1e-4 * *about.noiseToSignal));
    }

    // With epsilon so large that the noise is far below the tolerance, clipping can be seen.
    void longRowsAreShortened() {
        auto rows = torch::zeros({2, 2}, torch::kFloat32);
        rows[0][0] = 30.0; // becomes 5
        rows[1][1] = 4.0;  // stays
        const auto spec = privateSpec(1e12, 0.5, 5.0);
        const auto result = released(rows, spec);
        QVERIFY(result.statement.sigma < 1e-4);
        QVERIFY(test::near(result.vector[0].item<double>(), 2.5, 1e-3));
        QVERIFY(test::near(result.vector[1].item<double>(), 2.0, 1e-3));
        // A row of zeros has no direction and needs none.
        const auto zeros = released(torch::zeros({3, 2}, torch::kFloat32), spec);
        QVERIFY(zeros.vector.abs().max().item<double>() < 1e-3);
    }

    void noiseHasTheStatedSize() {
        constexpr std::int64_t kWidth = 20000;
        const auto rows = torch::zeros({4, kWidth}, torch::kFloat32);
        const auto result = released(rows, privateSpec());
        const auto noise = result.vector.to(torch::kFloat64) / result.statement.sigma;
        const double n = kWidth;
        QVERIFY(std::abs(noise.mean().item<double>()) < 5.0 / std::sqrt(n));
        QVERIFY(std::abs(noise.std().item<double>() - 1.0) < 5.0 / std::sqrt(2.0 * n));
        // Tails of a normal distribution: 4.55% beyond two deviations, about 0.27% beyond three.
        const double beyond = (noise.abs() > 2.0).to(torch::kFloat64).mean().item<double>();
        QVERIFY(std::abs(beyond - 0.0455) < 5.0 * std::sqrt(0.0455 * 0.9545 / n));
        QVERIFY((noise.abs() > 3.0).any().item<bool>());
        // Neighbours are independent.
        const auto products = noise.narrow(0, 0, kWidth - 1) * noise.narrow(0, 1, kWidth - 1);
        QVERIFY(std::abs(products.mean().item<double>()) < 5.0 / std::sqrt(n));
    }

    void noiseIsNeverSeeded() {
        const auto rows = draw(20, 8, 3);
        torch::manual_seed(7);
        const auto first = released(rows, privateSpec());
        torch::manual_seed(7);
        const auto second = released(rows, privateSpec());
        QVERIFY(!torch::equal(first.vector, second.vector));
        // ... and takes nothing from the generator either.
        const auto after = torch::rand({1});
        torch::manual_seed(7);
        QVERIFY(torch::equal(torch::rand({1}), after));
    }

    void refusedClaims_data() {
        QTest::addColumn<double>("epsilon");
        QTest::addColumn<double>("delta");
        QTest::addColumn<double>("clip");
        QTest::newRow("epsilon zero") << 0.0 << 1e-5 << 10.0;
        QTest::newRow("epsilon negative") << -1.0 << 1e-5 << 10.0;
        QTest::newRow("epsilon minus infinity") << -kInfinity << 1e-5 << 10.0;
        QTest::newRow("epsilon NaN") << kNaN << 1e-5 << 10.0;
        QTest::newRow("delta zero") << 1.0 << 0.0 << 10.0;
        QTest::newRow("delta one") << 1.0 << 1.0 << 10.0;
        QTest::newRow("delta negative") << 1.0 << -0.1 << 10.0;
        QTest::newRow("delta NaN") << 1.0 << kNaN << 10.0;
        QTest::newRow("clip zero") << 1.0 << 1e-5 << 0.0;
        QTest::newRow("clip negative") << 1.0 << 1e-5 << -1.0;
        QTest::newRow("clip NaN") << 1.0 << 1e-5 << kNaN;
        QTest::newRow("clip infinite") << 1.0 << 1e-5 << kInfinity;
    }
    void refusedClaims() {
        QFETCH(double, epsilon);
        QFETCH(double, delta);
        QFETCH(double, clip);
        const auto result =
            release(draw(10, 4, 4), privateSpec(epsilon, delta, clip), kFixed, kData);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!result.error().detail.empty());
    }

    void refusedRows_data() {
        QTest::addColumn<bool>("noised");
        QTest::newRow("privacy off") << false;
        QTest::newRow("privacy on") << true;
    }
    void refusedRows() {
        QFETCH(bool, noised);
        const auto spec = noised ? privateSpec() : PrivacySpec();
        const auto good = draw(5, 3, 5);
        auto nan = good.clone();
        nan[2][1] = kNaN;
        auto infinite = good.clone();
        infinite[0][0] = -kInfinity;
        for (const auto& rows : {good.narrow(0, 0, 0), nan, infinite}) {
            const auto result = release(rows, spec, kFixed, kData);
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        }
        QVERIFY(release(good, spec, kFixed, kData));
    }

    // With epsilon so large that the noise is below the tolerance, the mean can be compared.
    void partsMakeUpTheWhole_data() { refusedRows_data(); }
    void partsMakeUpTheWhole() {
        QFETCH(bool, noised);
        const auto spec = noised ? privateSpec(1e9, 0.1, 3.0) : PrivacySpec();
        const auto rows = 5.0 * draw(100, 4, 7);
        privacy::Release parts(spec);
        for (const auto& [begin, count] : {std::pair{0, 1}, {1, 60}, {61, 0}, {61, 39}}) {
            parts.add(rows.narrow(0, begin, count));
        }
        const auto result = parts.finish(kFixed, kData);
        QVERIFY(result);
        const auto whole = released(rows, spec);
        QCOMPARE(result->statement.releaseSize, std::int64_t{100});
        QCOMPARE(result->statement.sigma, whole.statement.sigma);
        QVERIFY(torch::allclose(result->vector, whole.vector, 1e-3, 1e-4));

        privacy::Release broken(spec); // one bad part spoils it
        broken.add(rows.narrow(0, 0, 10) * kNaN);
        broken.add(rows.narrow(0, 10, 90));
        QVERIFY(!broken.finish(kFixed, kData));
        QVERIFY(!privacy::Release(spec).finish(kFixed, kData)); // no rows at all
    }

    void inputIsNotChanged() {
        const auto rows = 50.0 * draw(5, 3, 6);
        const auto copy = rows.clone();
        (void)released(rows, privateSpec());
        QVERIFY(torch::equal(rows, copy));
    }
};

TESSERA_TEST(TestRelease)

#include "test_release.moc"
