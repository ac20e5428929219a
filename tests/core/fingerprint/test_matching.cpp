#include "core/fingerprint/matching.h"

#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>
#include <random>
#include <set>

using namespace tessera;
using namespace tessera::fingerprint;

namespace {

using Scores = std::vector<std::vector<std::optional<double>>>;

double total(const std::vector<MatchedPair>& pairs) {
    double sum = 0.0;
    for (const auto& pair : pairs) {
        sum += pair.score;
    }
    return sum;
}

// Every order-preserving matching, tried one by one.
double bestTotal(const Scores& scores, std::size_t row = 0, std::size_t column = 0) {
    double best = 0.0;
    for (std::size_t i = row; i < scores.size(); ++i) {
        for (std::size_t j = column; j < scores[i].size(); ++j) {
            best = std::max(best, scores[i][j].value_or(0.0) + bestTotal(scores, i + 1, j + 1));
        }
    }
    return best;
}

// What is wrong with a matching, or nothing.
QString problem(const std::vector<MatchedPair>& pairs, const Scores& scores) {
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        const auto& pair = pairs[k];
        if (k > 0 &&
            (pair.source <= pairs[k - 1].source || pair.receiver <= pairs[k - 1].receiver)) {
            return "pairs do not increase";
        }
        const auto score = scores.at(std::size_t(pair.source)).at(std::size_t(pair.receiver));
        if (!score || !(*score > 0.0)) {
            return "a pair without a positive score";
        }
        if (pair.score != *score) {
            return "not the score of the pair";
        }
    }
    return {};
}

// Every matching, tried one by one.
double bestTotalOfAll(const Scores& scores, std::vector<char>& taken, std::size_t row = 0) {
    if (row == scores.size()) {
        return 0.0;
    }
    double best = bestTotalOfAll(scores, taken, row + 1);
    for (std::size_t j = 0; j < scores[row].size(); ++j) {
        if (taken[j] == 0) {
            taken[j] = 1;
            best = std::max(best, std::max(0.0, scores[row][j].value_or(0.0)) +
                                      bestTotalOfAll(scores, taken, row + 1));
            taken[j] = 0;
        }
    }
    return best;
}

// What is wrong with a matching in any order, or nothing.
QString problemInAnyOrder(const std::vector<MatchedPair>& pairs, const Scores& scores) {
    std::set<int> receivers;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        const auto& pair = pairs[k];
        if (k > 0 && pair.source <= pairs[k - 1].source) {
            return "not by source";
        }
        if (!receivers.insert(pair.receiver).second) {
            return "a receiver layer twice";
        }
        const auto score = scores.at(std::size_t(pair.source)).at(std::size_t(pair.receiver));
        if (!score || !(*score > 0.0) || pair.score != *score) {
            return "not a positive score of the pair";
        }
    }
    return {};
}

// -0.25 to 1 in steps of 1/64, so that there are ties; one in ten is missing.
Scores randomScores(int rows, int columns, std::mt19937& random) {
    Scores scores;
    for (int i = 0; i < rows; ++i) {
        auto& row = scores.emplace_back();
        for (int j = 0; j < columns; ++j) {
            const auto draw = random() % 90;
            row.push_back(draw < 81 ? std::optional(double(draw) / 64.0 - 0.25) : std::nullopt);
        }
    }
    return scores;
}

nlohmann::ordered_json goldenMatching() {
    return test::readJson(test::goldenDir() / "numeric" / "match_layers.json");
}

} // namespace

class TestMatching : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The reference's Hungarian matching may cross over, so that its total is an upper bound; it is
    // reached where it does not.
    void againstTheReference_data() {
        QTest::addColumn<int>("index");
        const auto cases = goldenMatching()["cases"];
        for (std::size_t i = 0; i < cases.size(); ++i) {
            QTest::newRow(cases[i]["name"].get<std::string>().c_str()) << int(i);
        }
    }
    void againstTheReference() {
        QFETCH(int, index);
        const auto facts = goldenMatching()["cases"][std::size_t(index)];
        Scores scores;
        for (const auto& row : facts["matrix"]) {
            auto& added = scores.emplace_back();
            for (const auto& value : row) {
                added.emplace_back(test::number(value));
            }
        }
        const auto pairs = matchInOrder(scores);
        QVERIFY(!pairs.empty());
        QVERIFY2(problem(pairs, scores).isEmpty(), qPrintable(problem(pairs, scores)));
        const double bound = facts["hungarian_total"];
        QVERIFY(total(pairs) <= bound + 1e-9);
        QVERIFY(test::near(total(pairs), bestTotal(scores), 1e-12));

        // Its sums of scores over whole assignments, which are positive there.
        QVERIFY(test::near(total(matchForLargestTotal(scores)), bound, 1e-9));

        bool crosses = false;
        std::string previous;
        for (const auto& pair : facts["hungarian"]) {
            const auto receiver = pair[1].get<std::string>();
            crosses = crosses || receiver <= previous;
            previous = receiver;
        }
        QCOMPARE(test::near(total(pairs), bound, 1e-9), !crosses);
    }

    void againstEveryMatching_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        for (int rows = 1; rows <= 5; ++rows) {
            for (int columns = 1; columns <= 5; ++columns) {
                QTest::addRow("%d x %d", rows, columns) << rows << columns;
            }
        }
    }
    void againstEveryMatching() {
        QFETCH(int, rows);
        QFETCH(int, columns);
        std::mt19937 random(std::uint32_t(10 * rows + columns));
        for (int repeat = 0; repeat < 40; ++repeat) {
            const auto scores = randomScores(rows, columns, random);
            const auto pairs = matchInOrder(scores);
            QVERIFY2(problem(pairs, scores).isEmpty(), qPrintable(problem(pairs, scores)));
            QCOMPARE(total(pairs), bestTotal(scores));
            QVERIFY(matchInOrder(scores) == pairs);

            const auto largest = matchForLargestTotal(scores);
            QVERIFY2(problemInAnyOrder(largest, scores).isEmpty(),
                     qPrintable(problemInAnyOrder(largest, scores)));
            std::vector<char> taken(std::size_t(columns), 0);
            QCOMPARE(total(largest), bestTotalOfAll(scores, taken));
            QVERIFY(matchForLargestTotal(scores) == largest);

            const auto greedy = matchBestFirst(scores);
            QVERIFY2(problemInAnyOrder(greedy, scores).isEmpty(),
                     qPrintable(problemInAnyOrder(greedy, scores)));
            QVERIFY(total(greedy) <= total(largest));
            QVERIFY(2.0 * total(greedy) >= total(largest)); // as greedy matchings always do
        }
    }

    void orderMattersMoreThanTheSinglePair() {
        // Greedy would take 0.9 first and be left with nothing beside it.
        const Scores scores = {{0.1, 0.9}, {0.8, 0.1}};
        QVERIFY(matchInOrder(scores) == (std::vector<MatchedPair>{{0, 1, 0.9}}));
        const Scores flat = {{0.5, 0.9}, {0.8, 0.5}};
        QVERIFY(matchInOrder(flat) == (std::vector<MatchedPair>{{0, 0, 0.5}, {1, 1, 0.5}}));
    }

    void orderDoesNotMatterToTheOthers() {
        const Scores crossing = {{0.1, 0.9}, {0.8, 0.1}};
        const std::vector<MatchedPair> both = {{0, 1, 0.9}, {1, 0, 0.8}};
        QVERIFY(matchForLargestTotal(crossing) == both);
        QVERIFY(matchBestFirst(crossing) == both);
        // The best pair leaves little to the others.
        const Scores trap = {{0.9, 0.8}, {0.8, 0.1}};
        QVERIFY(matchForLargestTotal(trap) == (std::vector<MatchedPair>{{0, 1, 0.8}, {1, 0, 0.8}}));
        QVERIFY(matchBestFirst(trap) == (std::vector<MatchedPair>{{0, 0, 0.9}, {1, 1, 0.1}}));
    }

    void tiesPreferTheEarlierLayers() {
        const Scores scores(3, std::vector<std::optional<double>>(4, 0.5));
        QVERIFY(matchInOrder(scores) ==
                (std::vector<MatchedPair>{{0, 0, 0.5}, {1, 1, 0.5}, {2, 2, 0.5}}));
        QVERIFY(matchBestFirst(scores) == matchInOrder(scores));
    }

    void whatSaysNothingIsNotMatched() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const Scores scores = {{std::nullopt, -0.5, 0.0}, {nan, std::nullopt, -1.0}};
        QVERIFY(matchInOrder(scores).empty());
        QVERIFY(matchForLargestTotal(scores).empty() && matchBestFirst(scores).empty());
        const Scores one = {{std::nullopt, -0.5}, {nan, 0.25}};
        QVERIFY(matchInOrder(one) == (std::vector<MatchedPair>{{1, 1, 0.25}}));
        QVERIFY(matchForLargestTotal(one) == (std::vector<MatchedPair>{{1, 1, 0.25}}));
        QVERIFY(matchBestFirst(one) == (std::vector<MatchedPair>{{1, 1, 0.25}}));
    }

    void empty() {
        QVERIFY(matchInOrder({}).empty());
        QVERIFY(matchInOrder({{}, {}}).empty());
        QVERIFY(matchForLargestTotal({}).empty() && matchForLargestTotal({{}, {}}).empty());
        QVERIFY(matchBestFirst({}).empty() && matchBestFirst({{}, {}}).empty());
    }

    void manyLayers() {
        Scores scores(64, std::vector<std::optional<double>>(64, 0.1));
        for (std::size_t i = 0; i < 64; ++i) {
            scores[i][i] = 0.9;
        }
        QVERIFY(matchForLargestTotal(scores) == matchInOrder(scores));
        QVERIFY(matchBestFirst(scores) == matchInOrder(scores));
        const auto pairs = matchInOrder(scores);
        QCOMPARE(pairs.size(), std::size_t(64));
        for (const auto& pair : pairs) {
            QCOMPARE(pair.source, pair.receiver);
        }
    }
};

TESSERA_TEST(TestMatching)
#include "test_matching.moc"
