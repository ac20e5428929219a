#include "core/fingerprint/similarity.h"

#include "tests/core/fingerprint/fingerprint_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::fingerprint;
using test::gaussian;
using test::tensorFrom;

namespace {

nlohmann::ordered_json goldenSimilarity() {
    return test::readJson(test::goldenDir() / "numeric" / "linear_cka.json");
}

// X X' with its diagonal set to 0.
torch::Tensor gram(const torch::Tensor& x) {
    const auto k = torch::matmul(x, x.t());
    return k - torch::diag(k.diagonal());
}

// Formula of Song et al. (2012), term by term on n x n matrices. Centring is left out: the
// estimator does not see it.
double hsic(const torch::Tensor& k, const torch::Tensor& l) {
    const double n = double(k.size(0));
    const double trace = torch::matmul(k, l).trace().item<double>();
    const double sums = k.sum().item<double>() * l.sum().item<double>();
    const double cross = torch::matmul(k, l).sum().item<double>();
    return (trace + sums / ((n - 1) * (n - 2)) - 2.0 / (n - 2) * cross) / (n * (n - 3));
}

double directUnbiasedCka(const torch::Tensor& x, const torch::Tensor& y) {
    const auto k = gram(x);
    const auto l = gram(y);
    return hsic(k, l) / std::sqrt(hsic(k, k) * hsic(l, l));
}

torch::Tensor rotation(std::int64_t width, std::uint64_t seed) {
    return std::get<0>(torch::linalg_qr(gaussian(width, width, seed)));
}

bool isNear(const std::optional<double>& value, double expected, double tolerance) {
    return value.has_value() && std::fabs(*value - expected) <= tolerance;
}

} // namespace

class TestSimilarity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data() {
        QTest::addColumn<int>("index");
        const auto cases = goldenSimilarity()["cases"];
        for (std::size_t i = 0; i < cases.size(); ++i) {
            QTest::newRow(cases[i]["name"].get<std::string>().c_str()) << int(i);
        }
    }
    void knownAnswers() {
        QFETCH(int, index);
        const auto facts = goldenSimilarity();
        const auto& example = facts["cases"][std::size_t(index)];
        double expected = test::number(example["cka"]);
        if (example["name"] == "tiny_scale_underflow") {
            QVERIFY(facts["note"].get<std::string>().find("the right value is 1") !=
                    std::string::npos);
            expected = 1.0;
        }
        const auto value = linearCka(tensorFrom(example["X"]), tensorFrom(example["Y"]));
        if (expected == 0.0) {
            // The reference prints 0 where one side is constant; that is not a similarity.
            QVERIFY(!value.has_value());
        } else {
            // The reference adds a small number to its denominator.
            const double tolerance = example["name"] == "small_scale" ? 1e-8 : 1e-9;
            QVERIFY2(isNear(value, expected, tolerance),
                     qPrintable(QString::number(value.value_or(-1.0), 'g', 17)));
        }
    }

    void unbiasedAgainstItsFormula_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("left");
        QTest::addColumn<int>("right");
        QTest::addColumn<double>("shared");
        QTest::newRow("four rows") << 4 << 3 << 2 << 0.5;
        QTest::newRow("five rows") << 5 << 9 << 7 << 0.0;
        QTest::newRow("independent") << 30 << 4 << 6 << 0.0;
        QTest::newRow("related") << 30 << 4 << 6 << 1.0;
        QTest::newRow("wide") << 20 << 100 << 50 << 0.3;
        QTest::newRow("one column") << 25 << 1 << 1 << 0.7;
        QTest::newRow("many rows") << 300 << 10 << 20 << 0.2;
    }
    void unbiasedAgainstItsFormula() {
        QFETCH(int, rows);
        QFETCH(int, left);
        QFETCH(int, right);
        QFETCH(double, shared);
        const auto x = gaussian(rows, left, 1) + 3.0;
        const auto y =
            gaussian(rows, right, 2) + shared * torch::matmul(x, gaussian(left, right, 3)) - 5.0;
        const double expected = directUnbiasedCka(x, y);
        const auto value = unbiasedCka(x, y);
        QVERIFY2(isNear(value, expected, 1e-9), qPrintable(QString::number(expected)));
        QVERIFY(isNear(unbiasedCka(y, x), expected, 1e-9));
        QVERIFY(unbiasedCka(prepareCka(x), prepareCka(y)) == value);
        QVERIFY(isNear(unbiasedCka(x.to(torch::kFloat32), y.to(torch::kFloat32)), expected, 1e-4));
    }

    void selfIsOne() {
        for (const std::int64_t width : {1, 5, 200}) {
            const auto x = gaussian(50, width, 4);
            QVERIFY(isNear(linearCka(x, x), 1.0, 1e-12));
            QVERIFY(isNear(unbiasedCka(x, x), 1.0, 1e-12));
        }
    }

    void invariances_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("shift");
        for (const double scale : {1e-8, 1e-4, 1.0, 1e4, 1e8}) {
            QTest::addRow("scale %g", scale) << scale << 0.0;
        }
        QTest::newRow("shift") << 1.0 << 100.0;
        QTest::newRow("negative") << -3.0 << -10.0;
    }
    void invariances() {
        QFETCH(double, scale);
        QFETCH(double, shift);
        const auto x = gaussian(60, 8, 5);
        const auto y = gaussian(60, 6, 6) + torch::matmul(x, gaussian(8, 6, 7));
        const auto moved = torch::matmul(x, rotation(8, 8)) * scale + shift;
        QVERIFY(isNear(linearCka(moved, y), *linearCka(x, y), 1e-9));
        QVERIFY(isNear(unbiasedCka(moved, y), *unbiasedCka(x, y), 1e-9));
        QVERIFY(isNear(linearCka(y, moved), *linearCka(x, y), 1e-9));
        QVERIFY(isNear(unbiasedCka(moved, x), 1.0, 1e-9));
        // Float32 activations of this size keep the same value.
        QVERIFY(isNear(unbiasedCka(moved.to(torch::kFloat32), y), *unbiasedCka(x, y), 1e-4));
    }

    // What is no rotation, and rows in another order, must change the value.
    void whatIsNotInvariant() {
        const auto x = gaussian(60, 8, 5);
        const auto y = gaussian(60, 6, 6) + torch::matmul(x, gaussian(8, 6, 7));
        auto stretched = x.clone();
        stretched.select(1, 0).mul_(10.0);
        QVERIFY(std::fabs(*linearCka(stretched, y) - *linearCka(x, y)) > 0.01);
        QVERIFY(std::fabs(*unbiasedCka(stretched, y) - *unbiasedCka(x, y)) > 0.01);
        const auto turned = x.flip(0);
        QVERIFY(*unbiasedCka(turned, y) < *unbiasedCka(x, y) - 0.2);
        QVERIFY(*linearCka(turned, y) < *linearCka(x, y) - 0.2);
    }

    void independentRows() {
        const auto x = gaussian(4000, 256, 9).to(torch::kFloat32);
        const auto y = gaussian(4000, 256, 10).to(torch::kFloat32);
        const double plain = linearCka(x, y).value();
        const double unbiased = unbiasedCka(x, y).value();
        // About d/(n + d) by chance alone.
        QVERIFY2(plain > 0.04, qPrintable(QString::number(plain)));
        QVERIFY2(std::fabs(unbiased) < 0.02, qPrintable(QString::number(unbiased)));
    }

    void notMeasured_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<double>("value");  // of one side everywhere
        QTest::addColumn<double>("single"); // of one element
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("zero") << 20 << 0.0 << 0.0;
        QTest::newRow("constant") << 20 << 0.1 << 0.1;
        QTest::newRow("constant and large") << 20 << 1e30 << 1e30;
        QTest::newRow("constant and small") << 20 << 1e-30 << 1e-30;
        QTest::newRow("NaN") << 20 << 1.0 << nan;
        QTest::newRow("infinity") << 20 << 1.0 << infinity;
        QTest::newRow("-infinity") << 20 << 1.0 << -infinity;
        QTest::newRow("no rows") << 0 << 0.0 << 0.0;
        QTest::newRow("one row") << 1 << 2.0 << 3.0;
    }
    void notMeasured() {
        QFETCH(int, rows);
        QFETCH(double, value);
        QFETCH(double, single);
        auto x = torch::full({rows, 3}, value, torch::kFloat64);
        if (rows > 0) {
            x[rows / 2][1] = single;
        }
        const auto y = gaussian(rows, 4, 11);
        QVERIFY(!linearCka(x, y) && !linearCka(y, x) && !linearCka(x, x));
        QVERIFY(!unbiasedCka(x, y) && !unbiasedCka(y, x) && !unbiasedCka(x, x));
        QVERIFY(!prepareCka(x).usable);
    }

    void fewRows() {
        for (const std::int64_t rows : {2, 3}) {
            const auto x = gaussian(rows, 3, 12);
            const auto y = gaussian(rows, 3, 13);
            QVERIFY(linearCka(x, y).has_value());
            QVERIFY(!unbiasedCka(x, y).has_value());
        }
        QVERIFY(unbiasedCka(gaussian(4, 3, 12), gaussian(4, 3, 12)).has_value());
    }

    void differentNumbersOfRows() {
        QVERIFY(!unbiasedCka(gaussian(10, 3, 14), gaussian(11, 3, 15)).has_value());
    }

    // Rows at right angles and of one length are all equally far apart: nothing to compare, and
    // what rounding leaves of the self-term must not be divided by.
    void equallyFarApart() {
        for (const std::int64_t rows : {4, 5, 8, 13, 64}) {
            for (const auto& x :
                 {torch::eye(rows, torch::kFloat64),
                  torch::matmul(torch::eye(rows, torch::kFloat64), rotation(rows, 16)) + 0.3}) {
                const auto value = unbiasedCka(x, gaussian(rows, 3, 17));
                QVERIFY2(!value.has_value(), qPrintable(QString::number(value.value_or(0.0))));
            }
        }
    }

    // More taps than are prepared at a time (two of 20000 x 70 values are), partly in files.
    void wideTapsPairByPair() {
        const auto nothing = std::make_shared<tap::RowSpace>(
            0, std::filesystem::path(m_folder.path().toStdString()));
        std::vector<torch::Tensor> taps;
        std::vector<tap::RowStore> stores;
        for (std::uint64_t seed = 30; seed < 34; ++seed) {
            taps.push_back(gaussian(20000, 70, seed));
            auto store = tap::RowStore::create({20000, 70, torch::kFloat64},
                                               seed % 2 == 0 ? nothing : nullptr);
            QVERIFY(store && store->append(taps.back()));
            stores.push_back(*store);
        }
        const std::vector<tap::RowStore> two(stores.begin(), stores.begin() + 2);
        const auto matrix = unbiasedCkaMatrix(two, stores).value();
        for (std::size_t i = 0; i < two.size(); ++i) {
            QCOMPARE(matrix[i].size(), taps.size());
            for (std::size_t j = 0; j < taps.size(); ++j) {
                QVERIFY(matrix[i][j] == unbiasedCka(taps[i], taps[j]));
            }
        }
    }

    void matrixHoldsAllPairs() {
        const std::vector<torch::Tensor> x = {gaussian(20, 3, 18), torch::ones({20, 2})};
        const std::vector<torch::Tensor> y = {gaussian(20, 5, 19), gaussian(20, 2, 20), x[0]};
        const std::vector<tap::RowStore> left(x.begin(), x.end()), right(y.begin(), y.end());
        const auto matrix = unbiasedCkaMatrix(left, right).value();
        QCOMPARE(matrix.size(), x.size());
        for (std::size_t i = 0; i < x.size(); ++i) {
            QCOMPARE(matrix[i].size(), y.size());
            for (std::size_t j = 0; j < y.size(); ++j) {
                QVERIFY(matrix[i][j] == unbiasedCka(x[i], y[j]));
            }
        }
        QVERIFY(isNear(matrix[0][2], 1.0, 1e-12));
        QVERIFY(!matrix[1][0].has_value());
        QVERIFY(unbiasedCkaMatrix({}, right).value().empty());
        QCOMPARE(unbiasedCkaMatrix(left, {}).value(), (CkaMatrix{{}, {}}));
    }

private:
    QTemporaryDir m_folder;
};

TESSERA_TEST(TestSimilarity)
#include "test_similarity.moc"
