#include "core/stats/study_summary.h"

#include "core/stats/intervals.h"
#include "tests/support/golden.h"
#include "tests/support/study_rows.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace tessera;
using namespace tessera::stats;
using tessera::test::failedRow;
using tessera::test::near;
using tessera::test::studyRow;

namespace {

using Rows = std::vector<StudyRow>;

// Two methods, two pairs, three seeds; kd is 10 points below A on average, with a spread.
Rows smallStudy() {
    Rows rows;
    const double afterA[2][3] = {{0.80, 0.84, 0.82}, {0.60, 0.66, 0.63}};
    const double afterKd[2][3] = {{0.70, 0.73, 0.73}, {0.50, 0.56, 0.53}};
    const char* sources[2] = {"mlp", "conv"};
    for (int pair = 0; pair < 2; ++pair) {
        for (int seed = 0; seed < 3; ++seed) {
            rows.push_back(
                studyRow("A", sources[pair], "lstm", seed + 1, 0.10, afterA[pair][seed]));
            rows.push_back(
                studyRow("kd", sources[pair], "lstm", seed + 1, 0.10, afterKd[pair][seed]));
        }
    }
    return rows;
}

StudySummary summarised(const Rows& rows, const StudyChoices& choices = {}) {
    auto summary = summariseStudy(rows, choices);
    if (!summary) {
        qFatal("%s", summary.error().detail.c_str());
    }
    return *summary;
}

// The receiver right on as many of 400 items as its accuracies say.
ItemMarks marksOf(const StudyRow& row) {
    const auto marks = [](double accuracy) {
        std::vector<bool> right(400);
        std::fill_n(right.begin(), static_cast<std::size_t>(accuracy * 400.0 + 0.5), true);
        return right;
    };
    ItemMarks all;
    all.items = std::to_string(row.cell.experiment.seed);
    all.before = marks(*row.summary.accuracyBefore);
    all.after = marks(*row.summary.accuracyAfter);
    return all;
}

const StudyComparison* against(const StudySummary& summary, const std::string& other) {
    const auto found =
        std::find_if(summary.comparisons.begin(), summary.comparisons.end(),
                     [&](const auto& comparison) { return comparison.other == other; });
    return found == summary.comparisons.end() ? nullptr : &*found;
}

} // namespace

class TestStudySummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groups() {
        const auto summary = summarised(smallStudy());
        QCOMPARE(summary.rows, std::size_t{12});
        QCOMPARE(summary.measured, std::size_t{12});
        QCOMPARE(summary.groups.size(), std::size_t{4});
        const auto& group = summary.groups.front();
        QCOMPARE(group.seeds, (std::vector<std::uint64_t>{1, 2, 3}));
        QVERIFY(group.missingSeeds.empty());
        QCOMPARE(group.after.count, std::size_t{3});
        QVERIFY(near(*group.after.mean, 0.82, 1e-12));
        const auto expected = meanInterval(std::vector<double>{0.80, 0.84, 0.82});
        QVERIFY(near(group.after.interval->lo, expected->lo, 1e-12));
        QVERIFY(near(*group.change.mean, 0.72, 1e-12));
        QVERIFY(group.bootstrap && group.bootstrap->lo >= 0.80 && group.bootstrap->hi <= 0.84);
        QVERIFY(!group.wilson); // several seeds
    }

    // Means over pairs per seed: A 0.70, 0.75, 0.725; kd 0.60, 0.645, 0.63.
    void aggregates() {
        const auto summary = summarised(smallStudy());
        QCOMPARE(summary.aggregates.size(), std::size_t{2});
        const auto& a = summary.aggregates.front();
        QCOMPARE(a.pairs, std::size_t{2});
        QCOMPARE(a.runs, std::size_t{6});
        QCOMPARE(a.missing, std::size_t{0});
        const auto expected = meanInterval(std::vector<double>{0.70, 0.75, 0.725});
        QCOMPARE(a.after.count, std::size_t{3});
        QVERIFY(near(*a.after.mean, 0.725, 1e-12));
        QVERIFY(near(a.after.interval->lo, expected->lo, 1e-12));
        QVERIFY(near(a.after.interval->hi, expected->hi, 1e-12));
        QVERIFY(!a.overPairs); // two pairs
        // Of 0.60 0.63 0.66 0.80 0.82 0.84 one is cut on either side.
        QVERIFY(near(*a.iqm, (0.63 + 0.66 + 0.80 + 0.82) / 4.0, 1e-12));
        QVERIFY(a.iqmInterval && a.iqmInterval->lo < *a.iqm && *a.iqm < a.iqmInterval->hi);
    }

    void overPairs() {
        auto rows = smallStudy();
        for (int seed = 1; seed <= 3; ++seed) {
            rows.push_back(studyRow("A", "gru", "lstm", seed, 0.10, 0.70 + 0.01 * seed));
        }
        const auto summary = summarised(rows);
        const auto expected = meanInterval(std::vector<double>{0.82, 0.63, 0.72});
        QVERIFY(near(summary.aggregates.front().overPairs->lo, expected->lo, 1e-12));
        QVERIFY(near(summary.aggregates.front().overPairs->hi, expected->hi, 1e-12));
    }

    // Differences per seed: 0.10, 0.105, 0.095. scipy.stats.ttest_1samp: t = 34.641016, p =
    // 0.00083229311; the difference to the receiver before has 0.60, 0.65, 0.625: p =
    // 0.00053290705.
    void comparisons() {
        const auto summary = summarised(smallStudy());
        QCOMPARE(summary.comparisons.size(), std::size_t{2});
        const auto* kd = against(summary, "kd");
        QVERIFY(kd != nullptr && kd->against == Against::Method);
        QCOMPARE(kd->pairs, std::size_t{2});
        QCOMPARE(kd->unmatched, std::size_t{0});
        QVERIFY(near(*kd->difference.mean, 0.10, 1e-12));
        QVERIFY(near(*kd->difference.pValue, 0.0008322931112, 1e-12));
        QVERIFY(near(*kd->difference.pHolm, 0.001065814091, 1e-11)); // twice the smaller of the two
        QVERIFY(kd->finding == Finding::Better);
        QCOMPARE(QString::fromStdString(kd->words),
                 QString("better than kd by 10.0 points [8.8, 11.2], p = 0.001 (Holm), n = 3"));
        const auto* before = against(summary, "receiver before");
        QVERIFY(before != nullptr && before->against == Against::Before);
        QVERIFY(near(*before->difference.mean, 0.625, 1e-12));
        // On conv the difference is the same on every seed: no test.
        const auto& pair = summary.pairComparisons.at(1);
        QCOMPARE(pair.other, std::string("kd"));
        QVERIFY(pair.finding == Finding::NoSpread);
        QVERIFY(!pair.items);
        QCOMPARE(kd->pairsBetter + kd->pairsWorse + kd->pairsOpen, std::size_t{2});
    }

    // The receiver before is then compared with once, not twice.
    void methodThatTransfersNothing() {
        auto rows = smallStudy();
        for (auto& row : rows) {
            if (row.cell.method == "kd") {
                row.cell.experiment.transfer.mode = ModeId("none");
            }
        }
        const auto summary = summarised(rows);
        QCOMPARE(summary.comparisons.size(), std::size_t{1});
        QVERIFY(against(summary, "receiver before") == nullptr);
    }

    void otherMethodChosen() {
        StudyChoices choices;
        choices.method = "kd";
        const auto summary = summarised(smallStudy(), choices);
        QCOMPARE(summary.chosen, std::size_t{1});
        QVERIFY(against(summary, "A")->finding == Finding::Worse);
        choices.method = "rkd";
        const auto refused = summariseStudy(smallStudy(), choices);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QVERIFY(refused.error().detail.find("A, kd") != std::string::npos);
    }

    void controls() {
        Rows rows;
        for (int seed = 1; seed <= 3; ++seed) {
            auto row = studyRow("A", "mlp", "lstm", seed, 0.1, 0.80 + 0.01 * seed);
            row.summary.controls = {{ControlId("readout_only"), 0.81 + 0.003 * seed, 0.4},
                                    {ControlId("untrained_source"), 0.1, 1e-9}};
            rows.push_back(row);
        }
        rows[2].summary.controls[1].accuracy.reset();
        const auto summary = summarised(rows);
        const auto* readout = against(summary, "readout_only");
        QVERIFY(readout != nullptr && readout->against == Against::Control);
        QVERIFY(readout->finding == Finding::NotDistinguishable);
        QVERIFY(readout->words.starts_with("not distinguishable from its control readout"));
        const auto* untrained = against(summary, "untrained_source");
        QCOMPARE(untrained->difference.count, std::size_t{2});
        QCOMPARE(untrained->unmatched, std::size_t{1});
        const auto& estimates = summary.groups.front().controls;
        QCOMPARE(estimates.size(), std::size_t{2});
        QCOMPARE(estimates[1].accuracy.count, std::size_t{2});
    }

    void oneSeed() {
        auto row = studyRow("A", "mlp", "lstm", 1, 0.1, 0.8);
        row.summary.controls = {{ControlId("readout_only"), 0.7, 0.02}};
        const auto summary = summarised({row});
        const auto& group = summary.groups.front();
        QVERIFY(!group.after.interval && !group.bootstrap);
        const auto wilson = wilsonInterval(320, 400);
        QVERIFY(near(group.wilson->lo, wilson->lo, 1e-12));
        const auto* readout = against(summary, "readout_only");
        QVERIFY(readout->finding == Finding::OneSeed);
        QVERIFY(readout->words.find("n = 1, no interval over seeds") != std::string::npos);
        // What the run itself tested over its items is still there.
        QCOMPARE(*summary.pairComparisons.front().items->pItems, 0.02);
        QVERIFY(!summary.aggregates.front().after.interval);
        QVERIFY(!summary.aggregates.front().iqmInterval);
        QVERIFY(!summary.aggregates.front().overPairs);
    }

    void items() {
        auto rows = smallStudy();
        rows[3].summary.accuracyAfter = 0.81; // kd on the first pair, second seed
        StudyChoices choices;
        choices.resamples = 2000;
        for (const auto& row : rows) {
            choices.marks[row.run->value] = marksOf(row);
        }
        choices.marks.erase("kd-mlp-lstm-3");
        const auto summary = summarised(rows, choices);
        const auto& pair = summary.pairComparisons.front(); // mlp, against kd
        QVERIFY(pair.items.has_value());
        QCOMPARE(pair.items->seeds, std::size_t{2});
        QCOMPARE(pair.items->onlyFirst, 40 + 12);
        QCOMPARE(pair.items->onlySecond, 0);
        // Two seeds, 10 and 3 points apart: p = 0.314 by the paired t test, whatever the bootstrap
        // of 400 items each claims.
        QVERIFY(*pair.items->pValue < 0.01 && near(*pair.items->pSeeds, 0.3144, 1e-4));
        QCOMPARE(pair.itemsHolm, pair.items->pSeeds);
        QCOMPARE(pair.itemFinding, Finding::NotDistinguishable);
        const auto* kd = against(summary, "kd");
        QCOMPARE(kd->itemPairs.better, std::size_t{1}); // three seeds, 10 points each
        QVERIFY2(kd->itemWords.starts_with("pair by pair over test items: of 2 pairs better on 1, "
                                           "worse on 0, not distinguishable on 1 (the larger p of "
                                           "the bootstrap of seeds and items and the paired t"),
                 kd->itemWords.c_str());
        // The receiver before, whose marks come with the run's.
        QCOMPARE(summary.pairComparisons.back().other, std::string("receiver before"));
        QCOMPARE(summary.pairComparisons.back().items->seeds, std::size_t{3});
    }

    // Other items, or items with other labels, are not compared.
    void itemsGoTogetherOnlyIfTheyAreTheSame() {
        const auto rows = smallStudy();
        StudyChoices choices;
        choices.resamples = 100;
        for (const auto& row : rows) {
            choices.marks[row.run->value] = marksOf(row);
            choices.marks[row.run->value].items = row.cell.method;
        }
        const auto summary = summarised(rows, choices);
        QVERIFY(!summary.pairComparisons.front().items);
        QCOMPARE(against(summary, "kd")->itemPairs.unknown, std::size_t{2});
        QVERIFY(against(summary, "kd")->itemWords.empty());
    }

    // One seed has no interval over seeds, but its items speak. 40 pairs of exact p = 2^-9 each:
    // corrected over the pairs of one control, 10 of them stay below 0.05.
    void itemsOfOneSeed() {
        Rows rows;
        StudyChoices choices;
        choices.resamples = 100;
        for (int i = 0; i < 10; ++i) {
            auto row = studyRow("A", "mlp", "net" + std::to_string(i), 1, 0.1, 0.9);
            row.summary.sourceAccuracy = i < 8 ? 0.7 : 0.6; // the threshold itself is not above it
            ItemResults items;
            items.classes = 2;
            items.labels.assign(20, 1);
            items.after.assign(20, 1);
            auto control = items.after;
            std::fill_n(control.begin(), i == 9 ? 1 : 10, 0);
            items.controls = {{ControlId("untrained_source"), control}};
            row.summary.controls = {{ControlId("untrained_source"), 0.5, 0.1}};
            choices.marks[row.run->value] = stats::marksOf(items);
            rows.push_back(row);
        }
        const auto summary = summarised(rows, choices);
        const auto* control = against(summary, "untrained_source");
        QVERIFY(control != nullptr && control->finding == Finding::OneSeed);
        QCOMPARE(control->itemPairs.better, std::size_t{9});
        QCOMPARE(control->itemPairs.open, std::size_t{1});
        QCOMPARE(control->taughtPairs.better, std::size_t{8});
        QCOMPARE(control->taughtPairs.all(), std::size_t{8});
        QVERIFY2(
            control->itemWords.find("of the 8 with a source above 60% better on 8, worse on 0") !=
                std::string::npos,
            control->itemWords.c_str());
        QVERIFY(control->itemWords.find("exact McNemar test of one seed, which speaks of that "
                                        "seed's networks only") != std::string::npos);
        const auto& first = summary.pairComparisons.front();
        QVERIFY(near(*first.items->pItems, 1.0 / 512.0, 1e-12)); // 2 x 2^-10
        QVERIFY(near(*first.itemsHolm, 10.0 / 512.0, 1e-12));
    }

    // A run of an earlier version has the p-value of its control only.
    void itemsOfARunWithoutThem() {
        auto row = studyRow("A", "mlp", "lstm", 1, 0.1, 0.9);
        row.summary.controls = {{ControlId("untrained_source"), 0.2, 0.001}};
        const auto summary = summarised({row});
        const auto* control = against(summary, "untrained_source");
        QCOMPARE(control->itemPairs.better, std::size_t{1});
        QCOMPARE(against(summary, "receiver before")->itemPairs.unknown, std::size_t{1});
    }

    // Recovery of means: (0.725 - 0.1) / (0.96 - 0.1).
    void familiesAgreementAndRecovery() {
        auto rows = smallStudy();
        rows.push_back(studyRow("A", "mlp", "gru", 1, 0.10, 0.50));
        rows.push_back(studyRow("A", "mlp", "gru", 2, 0.20, 0.60));
        for (auto& row : rows) {
            row.summary.agreement = *row.summary.accuracyAfter - 0.05;
        }
        rows.back().summary.agreement.reset();
        const auto summary = summarised(rows);
        QCOMPARE(summary.families.size(), std::size_t{3}); // A to gru, A to lstm, kd to lstm
        const auto& gru = summary.families[0];
        QCOMPARE(gru.receiver, std::string("gru"));
        QCOMPARE(gru.pairs, std::size_t{1});
        QCOMPARE(gru.runs, std::size_t{2});
        QVERIFY(near(*gru.after.mean, 0.55, 1e-12));
        QVERIFY(near(*gru.change.mean, 0.40, 1e-12));
        QVERIFY(near(*gru.recovery, 0.40 / 0.81, 1e-12));
        QCOMPARE(gru.agreement.count, std::size_t{1});
        const auto& lstm = summary.families[1];
        QCOMPARE(lstm.pairs, std::size_t{2});
        QVERIFY(near(*lstm.after.mean, 0.725, 1e-12));
        QVERIFY(near(*lstm.agreement.mean, 0.675, 1e-12));
        QVERIFY(near(*lstm.recovery, 0.625 / 0.86, 1e-12));
        QVERIFY(near(*summary.groups.front().agreement.mean, 0.77, 1e-12));
        QVERIFY(summary.aggregates.front().recovery.has_value());
        QCOMPARE(summary.aggregates.front().agreement.count, std::size_t{3});
    }

    void nothingDisappears() {
        auto rows = smallStudy();
        rows.push_back(failedRow("A", "mlp", "gru", 1, "The loss is not a number after epoch 2."));
        rows.push_back(failedRow("A", "mlp", "gru", 2, ""));
        rows.push_back(rows.front()); // the same cell once more
        auto waiting = studyRow("kd", "mlp", "gru", 1, 0.1, 0.5);
        waiting.state = RunState::Queued;
        waiting.run.reset();
        rows.push_back(waiting);
        waiting.state = RunState::Cancelled;
        rows.push_back(waiting);
        auto blank = studyRow("kd", "mlp", "gru", 4, 0.1, 0.5);
        blank.summary.accuracyAfter = std::numeric_limits<double>::quiet_NaN();
        rows.push_back(blank);
        const auto summary = summarised(rows);
        QCOMPARE(summary.rows, rows.size());
        QCOMPARE(summary.measured, std::size_t{12});
        QCOMPARE(summary.failed.size(), std::size_t{2});
        QCOMPARE(summary.failed[0].reason, std::string("The loss is not a number after epoch 2."));
        QCOMPARE(summary.failed[1].reason, std::string("no reason was recorded"));
        QCOMPARE(summary.repeated.size(), std::size_t{1});
        QCOMPARE(summary.unfinished.size(), std::size_t{2});
        QCOMPARE(summary.unfinished[0].reason, std::string("was not started"));
        QCOMPARE(summary.unmeasured.size(), std::size_t{1});
        QCOMPARE(summary.grouping.seeds, (std::vector<std::uint64_t>{1, 2, 3, 4}));
        QCOMPARE(summary.groups.front().missingSeeds, std::vector<std::uint64_t>{4});
        // Three pairs x four seeds, of which six were measured.
        QCOMPARE(summary.aggregates.front().missing, std::size_t{6});
    }

    void aRepeatedCellSaysWhichRunCounts() {
        auto rows = smallStudy();
        rows.push_back(rows.front()); // two cells, one run
        rows.push_back(rows.front()); // a run of its own
        rows.back().run = RunId("again");
        auto nameless = rows.front();
        nameless.run.reset();
        rows.push_back(nameless);
        const auto summary = summarised(rows);
        QCOMPARE(summary.measured, smallStudy().size());
        QCOMPARE(summary.repeated.size(), std::size_t{3});
        QCOMPARE(summary.repeated[0].reason,
                 std::string("asks for the same experiment as another cell, whose run is counted"));
        QCOMPARE(summary.repeated[1].run, std::string("again"));
        QCOMPARE(summary.repeated[1].reason,
                 std::string("repeats A-mlp-lstm-1, which is the one that counts"));
        QCOMPARE(summary.repeated[2].reason, std::string("repeats a cell that is already counted"));
    }

    // One run of the weaker pair is missing: its seed must not look better for that.
    void missingRunMovesNoMean() {
        auto rows = smallStudy();
        rows.erase(std::find_if(rows.begin(), rows.end(),
                                [](const auto& row) { return row.run->value == "A-conv-lstm-2"; }));
        const auto summary = summarised(rows);
        const auto& a = summary.aggregates.front();
        QCOMPARE(a.missing, std::size_t{1});
        QCOMPARE(a.after.count, std::size_t{3});
        // Pair means 0.82 and 0.615; seed 2 has mlp only, 0.02 above its mean.
        QVERIFY(near(*a.after.mean, (0.7 + (0.7175 + 0.02) + 0.7175 + 0.0075) / 3.0, 1e-9));
        QCOMPARE(against(summary, "kd")->unmatched, std::size_t{0});
    }

    // Two pairs with one seed each vary along nothing that is known: no interval, not a narrow one.
    void pairsWithOneSeedEachGiveNoInterval() {
        const Rows rows = {studyRow("A", "mlp", "lstm", 1, 0.1, 0.9),
                           studyRow("A", "conv", "lstm", 2, 0.1, 0.7)};
        const auto summary = summarised(rows);
        const auto& after = summary.aggregates.front().after;
        QVERIFY(near(*after.mean, 0.8, 1e-12));
        QCOMPARE(after.count, std::size_t{1});
        QVERIFY(!after.interval);
    }

    void associations() {
        Rows rows;
        for (int i = 0; i < 6; ++i) {
            auto row = studyRow("A", "mlp", "net" + std::to_string(i), 1, 0.1, 0.9 - 0.05 * i);
            row.summary.drift.output = 0.5 + i; // the more drift, the less gain
            row.summary.drift.hub = i % 2 == 0 ? 1.0 + i : 8.0 - i;
            rows.push_back(row);
        }
        const auto summary = summarised(rows);
        QCOMPARE(summary.associations.size(), std::size_t{2});
        QCOMPARE(summary.associations[0].drift, std::string("output drift"));
        QCOMPARE(*summary.associations[0].tau.tau, -1.0);
        QVERIFY(near(*summary.associations[0].pHolm, 2.0 * 2.0 / 720.0, 1e-12));
        QVERIFY(summary.associationWords.find("output drift of A") != std::string::npos);
        QVERIFY(summary.associationWords.find("hub drift") == std::string::npos);

        rows.resize(4);
        QVERIFY(summarised(rows).associationWords.starts_with("With 4 pairs no order could"));
        QVERIFY(summarised(smallStudy()).associationWords.starts_with("No drift could"));
    }

    // Over five pairs a perfect order has p = 2/5! = 0.017, but not after the correction for four.
    void associationsThatNoOrderCouldShow() {
        Rows rows;
        for (int i = 0; i < 5; ++i) {
            auto row = studyRow("A", "mlp", "net" + std::to_string(i), 1, 0.1, 0.9 - 0.05 * i);
            row.summary.drift.output = 0.5 + i;
            rows.push_back(row);
        }
        QVERIFY(summarised(rows).associationWords.starts_with("What goes with"));
        for (auto& row : rows) {
            const auto drift = *row.summary.drift.output;
            row.summary.drift = {drift, drift, drift, drift};
        }
        const auto words = summarised(rows).associationWords;
        QVERIFY2(words.starts_with("With 5 pairs no order could make one of 4"), words.c_str());
        // With more pairs it could, and then it is said that nothing was shown.
        for (int i = 5; i < 8; ++i) {
            auto row = studyRow("A", "mlp", "net" + std::to_string(i), 1, 0.1, 0.9);
            row.summary.drift.output = i % 2 == 0 ? 0.0 : 9.0;
            rows.push_back(row);
        }
        for (auto& row : rows) {
            row.summary.drift = {row.summary.drift.output, {}, {}, {}};
        }
        rows[0].summary.drift.output = 4.0;
        rows[4].summary.drift.output = 0.5;
        const auto none = summarised(rows).associationWords;
        QVERIFY2(none.find("none is shown to predict") != std::string::npos, none.c_str());
        QVERIFY(none.find("too few") == std::string::npos);
    }

    void budgets() {
        auto rows = smallStudy();
        rows[0].summary.gradientSteps = 63;
        rows[2].summary.gradientSteps.reset();
        const auto summary = summarised(rows);
        QCOMPARE(summary.budgets.size(), std::size_t{2});
        const auto& steps = summary.budgets[0].gradientSteps;
        QCOMPARE(steps.count, std::size_t{5});
        QCOMPARE(steps.least, 57.0);
        QCOMPARE(steps.most, 63.0);
        QVERIFY(near(steps.mean, 58.2, 1e-12));
        QCOMPARE(summary.budgets[0].peakMemoryBytes.count, std::size_t{0});
        QCOMPARE(summary.budgets[1].transfer.mode, ModeId("kd"));
    }

    void orderOfRowsIsNothing() {
        auto rows = smallStudy();
        const auto first = summarised(rows);
        std::rotate(rows.begin(), rows.begin() + 2, rows.end()); // A stays the first method
        const auto second = summarised(rows);
        QCOMPARE(first.aggregates[0].iqmInterval->lo, second.aggregates[0].iqmInterval->lo);
        QCOMPARE(first.comparisons[0].words, second.comparisons[0].words);
    }

    void refusals() {
        StudyChoices choices;
        choices.level = 1.0;
        QCOMPARE(summariseStudy(smallStudy(), choices).error().code, ErrorCode::InvalidArgument);
        choices.level = 0.95;
        choices.resamples = 0;
        QCOMPARE(summariseStudy(smallStudy(), choices).error().code, ErrorCode::InvalidArgument);
        const auto empty = summarised({});
        QCOMPARE(empty.rows, std::size_t{0});
        QVERIFY(empty.groups.empty() && empty.comparisons.empty() && empty.aggregates.empty());
    }
};

TESSERA_TEST(TestStudySummary)

#include "test_study_summary.moc"
