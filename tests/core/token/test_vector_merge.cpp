#include "core/token/token_merge.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace tessera;
using namespace tessera::token;
using tessera::test::near;

namespace {

using Rule = TokenMerge::Rule;
using Vector = std::vector<float>;

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kLargest = std::numeric_limits<float>::max();

Result<Vector> merged(const std::vector<Vector>& vectors, const TokenMerge& how) {
    return mergeVectors({vectors.begin(), vectors.end()}, how);
}

TokenMerge plain(Rule rule) {
    TokenMerge how;
    how.rule = rule;
    how.unitLength = false;
    return how;
}

Vector vectorFrom(const Metadata& json) {
    Vector vector;
    for (const auto& value : json) {
        vector.push_back(static_cast<float>(test::number(value)));
    }
    return vector;
}

const Metadata& swarm() {
    static const Metadata kFile = test::readJson(test::goldenDir() / "numeric" / "swarm.json");
    return kFile;
}

// Weights that we refuse and the reference does something with.
bool areImpossible(const std::vector<double>& weights) {
    const bool negative =
        std::any_of(weights.begin(), weights.end(), [](double weight) { return weight < 0.0; });
    return negative || (!weights.empty() && *std::max_element(weights.begin(), weights.end()) == 0);
}

double cosine(const Vector& a, const Vector& b) {
    double dot = 0, left = 0, right = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        dot += double(a[i]) * double(b[i]);
        left += double(a[i]) * double(a[i]);
        right += double(b[i]) * double(b[i]);
    }
    return dot / std::sqrt(left * right);
}

} // namespace

class TestVectorMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asTheReference_data() {
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("method");
        int place = 0;
        for (const auto& one : swarm()["cases"]) {
            for (const char* method :
                 {"mean", "weighted_mean", "trimmed_mean", "median", "robust_weighted_mean"}) {
                QTest::addRow("%s %s", one["name"].get<std::string>().c_str(), method)
                    << place << method;
            }
            ++place;
        }
    }

    void asTheReference() {
        QFETCH(int, place);
        QFETCH(QString, method);
        const auto& one = swarm()["cases"][std::size_t(place)];
        std::vector<Vector> vectors;
        for (const auto& vector : one["vectors"]) {
            vectors.push_back(vectorFrom(vector));
        }
        const QStringList names = {"mean", "weighted_mean", "trimmed_mean", "median",
                                   "robust_weighted_mean"};
        TokenMerge how;
        how.rule = static_cast<Rule>(names.indexOf(method));
        how.trimmedFraction = one["trimmed_fraction"].get<double>();
        if (!one["weights"].is_null()) {
            how.weights = one["weights"].get<std::vector<double>>();
        }
        const auto result = merged(vectors, how);
        const bool weighs = how.rule == Rule::Weighted || how.rule == Rule::Robust;
        if (weighs && areImpossible(how.weights)) {
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
            return;
        }
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        const auto& expected = one["aggregator"][method.toStdString()];
        QCOMPARE(result->size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QVERIFY2(near(double((*result)[i]), test::number(expected[i]), 1e-6),
                     qPrintable(QString("%1: %2").arg(i).arg(double((*result)[i]))));
        }
        if (how.rule == Rule::Robust) { // of which the file has the lengths as well
            how.unitLength = false;
            const auto& raw = one["aggregate_tokens"][method.toStdString()];
            const auto unscaled = merged(vectors, how).value();
            for (std::size_t i = 0; i < raw.size(); ++i) {
                const double value = test::number(raw[i]);
                QVERIFY(near(double(unscaled[i]), value, 1e-6 * std::max(1.0, std::fabs(value))));
            }
        }
    }

    void knownAnswers_data() {
        QTest::addColumn<int>("rule");
        QTest::addColumn<double>("fraction");
        QTest::addColumn<QList<float>>("numbers"); // a vector each
        QTest::addColumn<double>("expected");
        const auto row = [](const char* name, Rule rule, double fraction,
                            const QList<float>& numbers, double expected) {
            QTest::newRow(name) << int(rule) << fraction << numbers << expected;
        };
        row("mean", Rule::Mean, 0, {1, 2, 6}, 3);
        row("mean of one", Rule::Mean, 0, {7}, 7);
        row("mean of the largest", Rule::Mean, 0, {kLargest, kLargest}, double(kLargest));
        row("median of one", Rule::Median, 0, {7}, 7);
        row("median of two", Rule::Median, 0, {1, 2}, 1.5);
        row("median of three", Rule::Median, 0, {9, 1, 2}, 2);
        row("median of four", Rule::Median, 0, {9, 1, 2, 4}, 3);
        row("at least one at each end", Rule::Trimmed, 0.1, {0, 1, 3, 100}, 2);
        row("two at each end", Rule::Trimmed, 0.4, {-9, 0, 1, 3, 100}, 1);
        row("rounded down", Rule::Trimmed, 0.3, {0, 2, 3, 4, 8, 9}, 4.25);
        row("nothing trimmed", Rule::Trimmed, 0, {0, 1, 3, 100}, 26);
        row("two have no ends", Rule::Trimmed, 0.4, {1, 2}, 1.5);
        row("one has no ends", Rule::Trimmed, 0.4, {5}, 5);
        row("robust of one", Rule::Robust, 0, {5}, 5);
        row("robust without the odd one", Rule::Robust, 0, {1, 2, 3, -9}, 2);
        row("robust of equals", Rule::Robust, 0, {2, 2, 2}, 2);
        row("equal weights", Rule::Weighted, 0, {1, 2, 6}, 3);
    }

    void knownAnswers() {
        QFETCH(int, rule);
        QFETCH(double, fraction);
        QFETCH(QList<float>, numbers);
        QFETCH(double, expected);
        std::vector<Vector> vectors;
        for (const float value : numbers) {
            vectors.push_back({value});
        }
        TokenMerge how = plain(static_cast<Rule>(rule));
        how.trimmedFraction = fraction;
        const auto result = merged(vectors, how);
        QVERIFY(result);
        QCOMPARE(double(result->front()), expected);
    }

    void weights() {
        TokenMerge how = plain(Rule::Weighted);
        how.weights = {1, 3};
        QCOMPARE(*merged({{0, 8}, {4, 0}}, how), (Vector{3, 2}));
        how.weights = {0, 2};
        QCOMPARE(*merged({{0, 8}, {4, 0}}, how), (Vector{4, 0}));
        how.weights = {1e308, 1e308}; // whose sum is infinite
        QCOMPARE(*merged({{0, 8}, {4, 0}}, how), (Vector{2, 4}));
        how.weights = {5e-324, 5e-324};
        QCOMPARE(*merged({{0, 8}, {4, 0}}, how), (Vector{2, 4}));
    }

    // All weight on the one that is left out: the median, as the reference has it.
    void robustWithoutWeight() {
        TokenMerge how = plain(Rule::Robust);
        how.weights = {0, 0, 0, 1};
        QCOMPARE(*merged({{1}, {2}, {3}, {-9}}, how), Vector{1.5});
    }

    void unitLength() {
        TokenMerge how;
        QCOMPARE(*merged({{3, 0}, {3, 8}}, how), (Vector{0.6F, 0.8F}));
        QCOMPARE(*merged({{kLargest, 0}, {kLargest, 0}}, how), (Vector{1, 0}));
        const float tiny = std::numeric_limits<float>::denorm_min();
        QCOMPARE(*merged({{0, tiny}}, how), (Vector{0, 1}));
        QCOMPARE(*merged({{0, 0}, {0, 0}}, how), (Vector{0, 0})); // has no direction
        QCOMPARE(*merged({{}, {}}, how), Vector{});
    }

    void refusals_data() {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QList<QList<float>>>("vectors");
        QTest::addColumn<QList<double>>("weights");
        QTest::addColumn<double>("fraction");
        const double nan = std::nan("");
        const QList<QList<float>> good = {{1, 2}, {3, 4}};
        const auto row = [](const char* name, Rule rule, const QList<QList<float>>& vectors,
                            const QList<double>& some, double fraction) {
            QTest::newRow(name) << int(rule) << vectors << some << fraction;
        };
        for (int rule = 0; rule < 5; ++rule) {
            const auto name = std::string(mergeRuleName(static_cast<Rule>(rule))) + ": ";
            const auto any = static_cast<Rule>(rule);
            row((name + "nothing").c_str(), any, {}, {}, 0.1);
            row((name + "lengths").c_str(), any, {{1, 2}, {1}}, {}, 0.1);
            row((name + "NaN").c_str(), any, {{1, 2}, {kNaN, 1}}, {}, 0.1);
            row((name + "infinity").c_str(), any, {{1, -kInfinity}, {1, 1}}, {}, 0.1);
        }
        for (const auto rule : {Rule::Weighted, Rule::Robust}) {
            const auto name = std::string(mergeRuleName(rule)) + ": ";
            row((name + "count of weights").c_str(), rule, good, {1}, 0.1);
            row((name + "negative weight").c_str(), rule, good, {1, -1e-9}, 0.1);
            row((name + "weight NaN").c_str(), rule, good, {1, nan}, 0.1);
            row((name + "infinite weight").c_str(), rule, good, {1, double(kInfinity)}, 0.1);
            row((name + "weights 0").c_str(), rule, good, {0, 0}, 0.1);
        }
        row("half", Rule::Trimmed, good, {}, 0.5);
        row("negative fraction", Rule::Trimmed, good, {}, -0.1);
        row("fraction NaN", Rule::Trimmed, good, {}, nan);
    }

    void refusals() {
        QFETCH(int, rule);
        QFETCH(QList<QList<float>>, vectors);
        QFETCH(QList<double>, weights);
        QFETCH(double, fraction);
        std::vector<Vector> numbers;
        for (const auto& vector : vectors) {
            numbers.emplace_back(vector.begin(), vector.end());
        }
        TokenMerge how = plain(static_cast<Rule>(rule));
        how.weights = {weights.begin(), weights.end()};
        how.trimmedFraction = fraction;
        const auto result = merged(numbers, how);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!result.error().detail.empty());
    }

    // Ten honest vectors around one direction, one attacker against it.
    void attackers_data() {
        QTest::addColumn<int>("attackers");
        QTest::addColumn<float>("length");
        QTest::addColumn<QList<int>>("resist");
        const auto all = [](std::initializer_list<Rule> rules) {
            QList<int> numbers;
            for (const Rule rule : rules) {
                numbers << int(rule);
            }
            return numbers;
        };
        QTest::newRow("one, very long")
            << 1 << 1000.0F << all({Rule::Trimmed, Rule::Median, Rule::Robust});
        // Robust leaves one out of up to eleven, so it is the median that resists three.
        QTest::newRow("three, very long") << 3 << 1000.0F << all({Rule::Median});
        QTest::newRow("one of honest length")
            << 1 << 1.0F
            << all({Rule::Mean, Rule::Weighted, Rule::Trimmed, Rule::Median, Rule::Robust});
    }

    void attackers() {
        QFETCH(int, attackers);
        QFETCH(float, length);
        QFETCH(QList<int>, resist);
        std::mt19937 generator(1);
        std::normal_distribution<float> noise(0.0F, 0.05F);
        const Vector truth = {0.6F, 0.0F, 0.8F, 0.0F};
        std::vector<Vector> vectors;
        for (int i = 0; i < 10; ++i) {
            Vector honest = truth;
            for (float& value : honest) {
                value += noise(generator);
            }
            vectors.push_back(honest);
        }
        for (int i = 0; i < attackers; ++i) {
            vectors.push_back({-0.6F * length, 0.0F, -0.8F * length, 0.0F});
        }
        for (int rule = 0; rule < 5; ++rule) {
            TokenMerge how;
            how.rule = static_cast<Rule>(rule);
            const double fit = cosine(*merged(vectors, how), truth);
            QVERIFY2(resist.contains(rule) ? fit > 0.99 : fit < 0.0,
                     qPrintable(QString("%1: %2").arg(mergeRuleName(how.rule)).arg(fit)));
        }
    }

    void anyLength() {
        std::vector<Vector> vectors(3, Vector(5000, 0.5F));
        for (int rule = 0; rule < 5; ++rule) {
            QCOMPARE(*merged(vectors, plain(static_cast<Rule>(rule))), vectors[0]);
        }
    }
};

TESSERA_TEST(TestVectorMerge)

#include "test_vector_merge.moc"
