#include "core/drift/drift.h"

#include "core/zoo/initialise.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace tessera;
using namespace tessera::drift;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

torch::Tensor draw(std::int64_t rows, std::int64_t width, std::uint64_t seed) {
    return torch::randn({rows, width}, zoo::makeGenerator(seed), torch::kFloat64);
}

torch::Tensor matrix(std::initializer_list<double> values, std::int64_t width) {
    return torch::tensor(std::vector<double>(values), torch::kFloat64).view({-1, width});
}

torch::Tensor row(const nlohmann::ordered_json& values) {
    std::vector<double> numbers;
    for (const auto& value : values) {
        numbers.push_back(test::number(value));
    }
    return torch::tensor(numbers, torch::kFloat64);
}

bool isNear(const std::optional<double>& value, double expected, double relative = 1e-12) {
    return value && test::near(*value, expected, relative * std::max(1.0, std::abs(expected)));
}

} // namespace

class TestDrift : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void klDiagonalGolden() {
        const auto golden = test::readJson(test::goldenDir() / "numeric" / "kl_diagonal.json");
        int cases = 0;
        for (const auto& each : golden["cases"]) {
            const auto name = each["name"].get<std::string>();
            const auto kl = klDiagonal(row(each["mu_p"]), row(each["var_p"]), row(each["mu_q"]),
                                       row(each["var_q"]));
            if (name == "nan_mean") { // the file prints 0 there, and says that this is wrong
                QVERIFY(!kl);
            } else {
                const double expected = test::number(each["kl"]);
                QVERIFY2(kl && test::near(*kl, expected, 1e-9 * std::abs(expected)), name.c_str());
            }
            ++cases;
        }
        QVERIFY(cases >= 5);
    }

    void outputDriftByHand() {
        // p = (3/4, 1/4) and (1/2, 1/2) against q = (1/2, 1/2) and (1/4, 3/4).
        const double ln3 = std::log(3.0);
        const auto source = matrix({ln3, 0.0, 0.0, 0.0}, 2);
        const auto receiver = matrix({0.0, 0.0, 0.0, ln3}, 2);
        const double first = 0.75 * std::log(1.5) + 0.25 * std::log(0.5);
        const double second = 0.5 * std::log(2.0) + 0.5 * std::log(2.0 / 3.0);
        QVERIFY(isNear(outputDrift(source, receiver), (first + second) / 2));
        // The other direction differs: it is a divergence from the source.
        const auto one = matrix({ln3, 0.0}, 2), other = matrix({0.0, 0.0}, 2);
        QVERIFY(isNear(outputDrift(one, other), first));
        QVERIFY(isNear(outputDrift(other, one), 0.5 * std::log(2.0 / 3.0) + 0.5 * std::log(2.0)));
    }

    void outputDriftOfEqualNetworks() {
        const auto logits = draw(20, 5, 1);
        QCOMPARE(outputDrift(logits, logits), std::optional<double>(0.0));
        // Logits are free up to a shift of each row.
        const auto other = draw(20, 5, 2);
        const auto shifted = other + draw(20, 1, 3) * 10.0;
        QVERIFY(isNear(outputDrift(logits, shifted), *outputDrift(logits, other)));
        QVERIFY(std::abs(*outputDrift(logits, logits + 7.0)) < 1e-12);
        QVERIFY(*outputDrift(logits, other) > 0.0);
        // Large logits do not overflow.
        QVERIFY(isNear(outputDrift(matrix({900.0, 0.0}, 2), matrix({0.0, 900.0}, 2)), 900.0));
    }

    void outputDriftNotMeasured() {
        auto broken = draw(4, 3, 4);
        broken[1][1] = kNaN;
        const auto good = draw(4, 3, 5);
        QVERIFY(!outputDrift(good, draw(4, 2, 6)));
        QVERIFY(!outputDrift(good, draw(3, 3, 6)));
        QVERIFY(!outputDrift(good.narrow(0, 0, 0), good.narrow(0, 0, 0)));
        QVERIFY(!outputDrift(broken, good));
        QVERIFY(!outputDrift(good, broken));
        QVERIFY(!outputDrift({}, good));
        QVERIFY(!outputDrift(good, {}));
    }

    void hubErrorByHand() {
        // |E - H|^2 = 1 + 4 = 5, |H|^2 = 1 + 4 + 9 + 16 = 30.
        const auto h = matrix({1.0, 2.0, 3.0, 4.0}, 2);
        const auto e = matrix({2.0, 2.0, 3.0, 2.0}, 2);
        QVERIFY(isNear(hubError(h, e), 5.0 / 30.0));
        QCOMPARE(hubError(h, h), std::optional<double>(0.0));
        QVERIFY(isNear(hubError(h, torch::zeros_like(h)), 1.0));
        QVERIFY(!hubError(torch::zeros_like(h), e)); // no scale to compare with
        QVERIFY(!hubError(h, e.narrow(1, 0, 1)));
        QVERIFY(!hubError(h.narrow(0, 0, 0), e.narrow(0, 0, 0)));
        QVERIFY(!hubError(h, e * kNaN));
        QVERIFY(!hubError({}, e));
    }

    void hubDriftInOneDimension() {
        const auto p = draw(50, 1, 7);
        const auto q = 2.0 * draw(50, 1, 8) + 0.5;
        // In one dimension the shrinkage keeps the variance as it is: 0.99 v + 0.01 v.
        const double vp = p.var().item<double>(), vq = q.var().item<double>();
        const double shift = (q.mean() - p.mean()).item<double>();
        const double expected = 0.5 * (vp / vq + shift * shift / vq - 1.0 + std::log(vq / vp));
        QVERIFY(isNear(hubDrift(p, q), expected, 1e-10));
        QVERIFY(std::abs(*hubDrift(p, p)) < 1e-12);
    }

    void hubDriftInTwoDimensions() {
        const auto p = draw(80, 2, 9); // equal axes: the first holds less than 90%
        const auto mixing = matrix({1.0, 0.6, 0.0, 1.5}, 2);
        const auto q = torch::matmul(draw(80, 2, 10), mixing) + 1.0;
        struct Two {
            double a, b, c; // covariance (a b; b c), shrunk
            double x, y;    // mean
            [[nodiscard]] double det() const { return a * c - b * b; }
        };
        const auto describe = [](const torch::Tensor& rows) {
            const auto centred = rows - rows.mean(0);
            const auto s = torch::matmul(centred.t(), centred) / double(rows.size(0) - 1);
            const auto at = [&](int i, int j) { return s[i][j].item<double>(); };
            const double level = 0.01 * (at(0, 0) + at(1, 1)) / 2.0;
            return Two{0.99 * at(0, 0) + level, 0.99 * at(0, 1), 0.99 * at(1, 1) + level,
                       rows.mean(0)[0].item<double>(), rows.mean(0)[1].item<double>()};
        };
        const auto sp = describe(p), sq = describe(q);
        const double dx = sq.x - sp.x, dy = sq.y - sp.y;
        const double trace = (sq.c * sp.a - 2.0 * sq.b * sp.b + sq.a * sp.c) / sq.det();
        const double distance = (sq.c * dx * dx - 2.0 * sq.b * dx * dy + sq.a * dy * dy) / sq.det();
        const double expected = 0.5 * (trace + distance - 2.0 + std::log(sq.det() / sp.det()));
        QVERIFY(isNear(hubDrift(p, q), expected, 1e-10));
        QVERIFY(std::abs(*hubDrift(q, q)) < 1e-12);
    }

    void hubDriftLooksAtNinetyPercent() {
        auto source = draw(100, 3, 11);
        source.select(1, 0).mul_(3.0);
        source.select(1, 2).mul_(0.1); // the first two hold more than 90%
        auto receiver = draw(100, 3, 12);
        const auto before = hubDrift(source, receiver);
        QVERIFY(before);
        receiver.select(1, 2).mul_(1000.0).add_(77.0);
        QCOMPARE(hubDrift(source, receiver), before);
        receiver.select(1, 1).mul_(2.0); // an axis that counts
        QVERIFY(std::abs(*hubDrift(source, receiver) - *before) > 1e-3);
        // A narrow receiver is compared on the axes that both have.
        QCOMPARE(hubDrift(source, receiver.narrow(1, 0, 2)), hubDrift(source, receiver));
        QVERIFY(hubDrift(source, receiver.narrow(1, 0, 1)));
    }

    void hubDriftNotMeasured_data() {
        QTest::addColumn<double>("value");
        QTest::newRow("zeros") << 0.0;
        QTest::newRow("a constant") << 2.0;
        QTest::newRow("a constant whose mean is rounded") << 0.1;
        QTest::newRow("NaN") << kNaN;
        QTest::newRow("infinite") << kInfinity;
    }
    void hubDriftNotMeasured() {
        QFETCH(double, value);
        const auto good = draw(30, 2, 13);
        const auto bad = torch::full_like(good, value);
        QVERIFY(!hubDrift(good, bad));
        QVERIFY(!hubDrift(bad, good));
        QVERIFY(!hubDrift(bad, bad));
    }

    // Rows that are equal up to the rounding of their mean do not vary.
    void hubDriftOfEqualRows() {
        for (std::uint64_t seed = 20; seed < 40; ++seed) {
            const auto good = draw(37, 3, seed);
            const auto dead = (1e3 * draw(1, 3, seed + 100)).repeat({37, 1});
            QVERIFY(!hubDrift(good, dead));
            QVERIFY(!hubDrift(dead, good));
        }
    }

    void hubDriftNeedsTwoRows() {
        QVERIFY(!hubDrift(draw(1, 2, 14), draw(1, 2, 15)));
        QVERIFY(!hubDrift(draw(0, 2, 14), draw(0, 2, 15)));
        QVERIFY(!hubDrift(draw(5, 2, 14), draw(6, 2, 15)));
        QVERIFY(!hubDrift({}, draw(6, 2, 15)));
        QVERIFY(hubDrift(draw(2, 1, 14), draw(2, 1, 15)));
    }

    // Part by part as all at once.
    void partsMakeUpTheWhole() {
        const auto h = draw(500, 6, 41) * torch::linspace(3.0, 0.1, 6, torch::kFloat64);
        const auto e = 0.9 * h.narrow(1, 0, 4) + 0.2 * draw(500, 4, 42);
        fingerprint::ColumnMoments columns;
        columns.add(h);
        OutputDrift output;
        HubError error;
        HubDrift hub(columns, e.size(1));
        for (const auto& [begin, count] : {std::pair{0, 1}, {1, 300}, {301, 199}}) {
            const auto some = h.narrow(0, begin, count);
            const auto others = e.narrow(0, begin, count);
            output.add(some.narrow(1, 0, 4), others);
            error.add(some.narrow(1, 0, 4), others);
            hub.add(some, others);
        }
        QVERIFY(isNear(output.value(), *outputDrift(h.narrow(1, 0, 4), e), 1e-12));
        QVERIFY(isNear(error.value(), *hubError(h.narrow(1, 0, 4), e), 1e-12));
        QVERIFY(isNear(hub.value(), *hubDrift(h, e), 1e-10));
    }

    void oneBadPartIsNotMeasured() {
        const auto good = draw(20, 3, 43);
        fingerprint::ColumnMoments columns;
        columns.add(good);
        for (const auto& bad : {good * kNaN, good.narrow(0, 0, 5), draw(20, 0, 44)}) {
            OutputDrift output;
            HubError error;
            HubDrift hub(columns, 3);
            for (const auto& other : {good, bad, good}) {
                output.add(good, other);
                error.add(good, other);
                hub.add(good, other);
            }
            QVERIFY(!output.value() && !error.value() && !hub.value());
        }
        QVERIFY(!OutputDrift().value() && !HubError().value());
        QVERIFY(!HubDrift(columns, 3).value());
        QVERIFY(!HubDrift({}, 3).value());
    }

    void layerDriftUsesTheNarrowerWidth() {
        const auto wide = draw(40, 6, 16);
        const auto narrow = draw(40, 4, 17);
        const auto cut = wide.narrow(1, 0, 4);
        QCOMPARE(layerDrift(wide, narrow), layerDrift(cut, narrow));
        QCOMPARE(layerDrift(narrow, wide), layerDrift(narrow, cut));
        QVERIFY(isNear(layerDrift(cut, narrow), *klDiagonal(cut.mean(0), cut.var(0, false),
                                                            narrow.mean(0), narrow.var(0, false))));
        QCOMPARE(layerDrift(wide, wide), std::optional<double>(0.0));
        QVERIFY(!layerDrift(wide, narrow.narrow(0, 0, 39)));
        QVERIFY(!layerDrift(wide, narrow * kNaN));
        QVERIFY(!layerDrift(wide.narrow(0, 0, 0), narrow.narrow(0, 0, 0)));
        QVERIFY(!layerDrift({}, narrow));
    }

    void meanOfTheMeasured() {
        QVERIFY(!meanOf({}));
        QVERIFY(!meanOf({std::nullopt, std::nullopt}));
        QCOMPARE(meanOf({1.0, std::nullopt, 2.0}), std::optional<double>(1.5));
        QCOMPARE(meanOf({0.0}), std::optional<double>(0.0));
    }
};

TESSERA_TEST(TestDrift)

#include "test_drift.moc"
