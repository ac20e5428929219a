#include "core/api/run_comparison.h"

#include "tests/support/study_rows.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::test;

namespace {

RunRecord runOf(const char* mode, std::uint64_t seed, double after, const char* receiver = "conv") {
    const auto row = studyRow(mode, "mlp", receiver, seed, 0.1, after);
    RunRecord run;
    run.id = *row.run;
    run.name = mode;
    run.state = row.state;
    run.startedAt = "2026-01-01T12:00:00.000Z";
    run.experiment = row.cell.experiment;
    run.experiment.name = run.id.value; // names decide nothing
    run.sourceLabel = row.cell.sourceLabel;
    run.receiverLabel = row.cell.receiverLabel;
    run.summary = row.summary;
    return run;
}

// A and kd on three seeds: A is 10, 12 and 14 points above.
std::vector<RunRecord> twoModes() {
    return {runOf("A", 1, 0.80),  runOf("kd", 1, 0.70), runOf("A", 2, 0.82),
            runOf("kd", 2, 0.70), runOf("A", 3, 0.84),  runOf("kd", 3, 0.70)};
}

const RunField* fieldOf(const std::vector<RunField>& fields, const std::string& name) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const RunField& field) { return field.name == name; });
    return found != fields.end() ? &*found : nullptr;
}

} // namespace

class TestRunComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsSayWhatDiffers() {
        auto runs = twoModes();
        runs.resize(2);
        runs[1].experiment.source.network.architecture->classes = 10; // absent in the first
        const auto fields = fieldsOf(runs);
        const auto* mode = fieldOf(fields, "transfer.mode");
        QVERIFY(mode != nullptr && mode->differs);
        QCOMPARE(mode->values, (std::vector<std::string>{"A", "kd"}));
        const auto* seed = fieldOf(fields, "seed");
        QVERIFY(seed != nullptr && !seed->differs);
        const auto* classes = fieldOf(fields, "source.architecture.classes");
        QVERIFY(classes != nullptr && classes->differs);
        QCOMPARE(classes->values, (std::vector<std::string>{"", "10"}));
        // Beside its neighbours, as in a file.
        const auto at = [&](const char* name) { return fieldOf(fields, name) - fields.data(); };
        QVERIFY(at("source.architecture.depth") < at("source.architecture.classes"));
        QVERIFY(at("source.architecture.classes") < at("receiver.architecture.family"));
        QVERIFY(fieldOf(fields, "name") == nullptr);
    }

    void unreadableSetupsMakeNoDifference() {
        auto runs = twoModes();
        runs.resize(2);
        runs[1].experimentReadable = false;
        for (const auto& field : fieldsOf(runs)) {
            QVERIFY2(!field.differs, field.name.c_str());
            QCOMPARE(field.values[1], std::string());
        }
        QVERIFY(fieldsOf({}).empty());
    }

    void groupsByEverythingButTheSeed() {
        auto runs = twoModes();
        runs[2].experiment.controls = {ControlId("readout_only")};
        const auto groups = groupRuns(runs, RunGrouping::Seed);
        QCOMPARE(groups.groups.size(), std::size_t(2));
        QCOMPARE(groups.groups[0].label, std::string("mode A"));
        QCOMPARE(groups.groups[1].label, std::string("mode kd"));
        QCOMPARE(groups.groups[0].runs.size(), std::size_t(3));
        QCOMPARE(groups.groups[0].runs[1].run, std::size_t(2));
        QVERIFY(groups.leftOut.empty());
    }

    void namesGroupsByTheirNetworks() {
        auto runs = std::vector{runOf("A", 1, 0.8), runOf("A", 1, 0.7, "lstm")};
        auto groups = groupRuns(runs, RunGrouping::Seed);
        QCOMPARE(groups.groups.size(), std::size_t(2));
        QCOMPARE(groups.groups[1].label, std::string("mlp > lstm"));
        groups = groupRuns(runs, RunGrouping::SeedAndNetworks);
        QCOMPARE(groups.groups.size(), std::size_t(1));
        QCOMPARE(groups.groups[0].runs.size(), std::size_t(2));
        QCOMPARE(groups.networks, (std::vector<std::string>{"mlp > conv", "mlp > lstm"}));
    }

    void leavesOut_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("reason");
        const auto row = [](const char* name, RunState state, LeftOut reason) {
            QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(reason);
        };
        row("failed", RunState::Failed, LeftOut::Failed);
        row("cancelled", RunState::Cancelled, LeftOut::Cancelled);
        row("interrupted", RunState::Interrupted, LeftOut::Interrupted);
        row("running", RunState::Running, LeftOut::NotFinished);
        row("queued", RunState::Queued, LeftOut::NotFinished);
    }
    void leavesOut() {
        QFETCH(int, state);
        QFETCH(int, reason);
        auto runs = twoModes();
        runs[4].state = static_cast<RunState>(state);
        const auto groups = groupRuns(runs, RunGrouping::Seed);
        QCOMPARE(groups.leftOut.size(), std::size_t(1));
        QCOMPARE(groups.leftOut[0].run, std::size_t(4));
        QCOMPARE(static_cast<int>(groups.leftOut[0].reason), reason);
        QCOMPARE(groups.groups[0].runs.size(), std::size_t(2));
    }

    // The same run again would make an N that is not there.
    void theLatestOfRepeatedRunsCounts() {
        auto runs = std::vector{runOf("A", 1, 0.80), runOf("A", 1, 0.81), runOf("A", 1, 0.82)};
        runs[1].startedAt = "2026-01-02T12:00:00.000Z";
        const auto comparison = compareRuns(runs, RunGrouping::Seed, RunMeasure::Accuracy, 0);
        QCOMPARE(comparison.figures[0].values.size(), std::size_t(1));
        QCOMPARE(comparison.figures[0].values[0].value, 0.81);
        QCOMPARE(comparison.groups.leftOut.size(), std::size_t(2));
        QVERIFY(comparison.groups.leftOut[0].reason == LeftOut::Repeated);
    }

    void figuresOverSeeds() {
        const auto comparison = compareRuns(twoModes(), RunGrouping::Seed, RunMeasure::Accuracy, 0);
        const auto& figures = comparison.figures[0];
        QCOMPARE(figures.values.size(), std::size_t(3));
        QVERIFY(std::abs(*figures.mean - 0.82) < 1e-12);
        QVERIFY(figures.box.has_value());
        QCOMPARE(figures.box->least, 0.80);
        QVERIFY(std::abs(figures.box->lowerQuartile - 0.81) < 1e-12);
        QCOMPARE(figures.box->median, 0.82);
        QCOMPARE(figures.box->most, 0.84);
        // t(0.975, 2) = 4.302653; deviation 0.02
        QVERIFY(std::abs(figures.interval->hi - (0.82 + 4.302653 * 0.02 / std::sqrt(3.0))) < 1e-6);
    }

    void fewRunsHaveNoBox() {
        auto runs = twoModes();
        runs.resize(4); // two seeds
        auto comparison = compareRuns(runs, RunGrouping::Seed, RunMeasure::Accuracy, 0);
        QVERIFY(!comparison.figures[0].box);
        QVERIFY(comparison.figures[0].interval);
        runs.resize(1);
        comparison = compareRuns(runs, RunGrouping::Seed, RunMeasure::Accuracy, 0);
        QVERIFY(!comparison.figures[0].interval);
        QVERIFY(comparison.comparisons.empty());
    }

    void differencesArePairedBySeed() {
        auto runs = twoModes();
        std::swap(runs[1], runs[5]); // the order does not matter
        const auto comparison = compareRuns(runs, RunGrouping::Seed, RunMeasure::Accuracy, 0);
        QCOMPARE(comparison.comparisons.size(), std::size_t(1));
        const auto& pair = comparison.comparisons[0];
        QCOMPARE(pair.pairs.size(), std::size_t(3));
        for (const auto& each : pair.pairs) {
            QCOMPARE(runs[each.first].experiment.seed, runs[each.second].experiment.seed);
        }
        QVERIFY(std::abs(*pair.difference.mean - 0.12) < 1e-12);
        QVERIFY(pair.difference.pHolm && *pair.difference.pHolm < 0.05);
        QVERIFY(stats::findingOf(pair.difference) == stats::Finding::Better);
    }

    void networksArePairedWhereGroupsSpanThem() {
        const std::vector runs{runOf("A", 1, 0.8), runOf("A", 1, 0.6, "lstm"),
                               runOf("kd", 1, 0.7, "lstm"), runOf("A", 2, 0.9)};
        const auto comparison =
            compareRuns(runs, RunGrouping::SeedAndNetworks, RunMeasure::Accuracy, 0);
        const auto& pair = comparison.comparisons[0];
        QCOMPARE(pair.pairs.size(), std::size_t(1));
        QCOMPARE(pair.pairs[0].first, std::size_t(1));
        QCOMPARE(pair.unmatched, std::size_t(2));
        QVERIFY(stats::findingOf(pair.difference) == stats::Finding::OneSeed);
    }

    void correctsOverAllThatIsShown() {
        auto runs = twoModes();
        for (const std::uint64_t seed : {1, 2, 3}) {
            runs.push_back(runOf("rkd", seed, 0.70));
        }
        const auto comparison = compareRuns(runs, RunGrouping::Seed, RunMeasure::Accuracy, 0);
        QCOMPARE(comparison.comparisons.size(), std::size_t(2));
        const auto& difference = comparison.comparisons[0].difference;
        QVERIFY(std::abs(*difference.pHolm - 2.0 * *difference.pValue) < 1e-12);
    }

    void measuresWhatThereIs() {
        RunSummary summary;
        for (const auto measure : kRunMeasures) {
            QVERIFY(!measureOf(summary, measure));
        }
        summary.accuracyAfter = 0.8;
        QVERIFY(!measureOf(summary, RunMeasure::Change));
        summary.accuracyBefore = 0.1;
        QVERIFY(std::abs(*measureOf(summary, RunMeasure::Change) - 0.7) < 1e-12);
        summary.agreement = 0.75;
        QCOMPARE(*measureOf(summary, RunMeasure::Agreement), 0.75);
        summary.drift = {1.0, 2.0, 3.0, std::numeric_limits<double>::quiet_NaN()};
        QCOMPARE(*measureOf(summary, RunMeasure::OutputDrift), 1.0);
        QCOMPARE(*measureOf(summary, RunMeasure::HubError), 2.0);
        QCOMPARE(*measureOf(summary, RunMeasure::HubDrift), 3.0);
        QVERIFY(!measureOf(summary, RunMeasure::LayerDrift));
    }

    void runsWithoutTheValueAreCounted() {
        auto runs = twoModes();
        runs[0].summary.accuracyAfter.reset();
        const auto comparison = compareRuns(runs, RunGrouping::Seed, RunMeasure::Accuracy, 0);
        QCOMPARE(comparison.figures[0].unmeasured, std::size_t(1));
        QCOMPARE(comparison.figures[0].values.size(), std::size_t(2));
        QCOMPARE(comparison.comparisons[0].pairs.size(), std::size_t(2));
    }
};

TESSERA_TEST(TestRunComparison)
#include "test_run_comparison.moc"
