#include "core/experiment/study_rows.h"

#include "core/experiment/study_expansion.h"
#include "core/format/csv.h"

#include "tests/core/experiment/study_samples.h"
#include "tests/support/test_registry.h"

#include <algorithm>

using namespace tessera;
using namespace tessera::experiment;
using namespace tessera::test;

namespace {

RunRecord runOf(const StudyCell& cell, const char* id, RunState state) {
    RunRecord run;
    run.id = RunId(id);
    run.experiment = cell.experiment;
    run.state = state;
    return run;
}

std::vector<std::vector<std::string>> parsed(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    format::CsvReader reader(text, ',');
    for (std::vector<std::string> fields; reader.next(fields);) {
        rows.push_back(fields);
    }
    return rows;
}

} // namespace

class TestStudyRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What is done more than once is told, and what was meant to be done again is not.
    void repeatedRunsAreTold() {
        const auto cells = expandStudy(studyOf(Json::parse(kSmallStudy)));
        auto failed = runOf(cells[1], "f", RunState::Failed);
        failed.failure = "the loss is not finite";
        auto unreadable = runOf(cells[1], "u", RunState::Done);
        unreadable.experimentReadable = false;
        auto other = runOf(cells[0], "o", RunState::Done);
        other.experiment.seed = 4711; // of no cell
        const std::vector<RunRecord> runs = {runOf(cells[0], "a", RunState::Done),
                                             runOf(cells[0], "b", RunState::Interrupted),
                                             runOf(cells[0], "c", RunState::Done),
                                             failed,
                                             runOf(cells[1], "g", RunState::Running),
                                             unreadable,
                                             other};
        const auto repeated = repeatedRuns(cells, runs);
        QCOMPARE(repeated.size(), std::size_t{2});
        QCOMPARE(repeated[0].cell, std::size_t{0});
        QCOMPARE(repeated[0].run, RunId("a"));
        QCOMPARE(repeated[0].reason, std::string("repeats c, which is the one that counts"));
        QCOMPARE(repeated[1].cell, std::size_t{1});
        QCOMPARE(repeated[1].run, RunId("f"));
        QCOMPARE(repeated[1].reason,
                 std::string("failed and was repeated by g (the loss is not finite)"));
        QVERIFY(repeatedRuns(cells, {}).empty());
        QVERIFY(repeatedRuns({}, runs).empty());
    }

    // Each run is either in a row or named, with the one that counts instead.
    void extraRunsAreNamed_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("first"); // before the run that counts
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, RunState state, bool first, const char* reason) {
            QTest::newRow(name) << int(state) << first << QString(reason);
        };
        row("done", RunState::Done, true, "repeats c, which is the one that counts");
        row("failed", RunState::Failed, true,
            "failed and was repeated by c (the loss is not finite)");
        row("failed later", RunState::Failed, false,
            "repeats c and failed (the loss is not "
            "finite)");
        row("cancelled", RunState::Cancelled, true, "was cancelled, and c counts");
        row("interrupted", RunState::Interrupted, false, "was interrupted, and c counts");
        row("running", RunState::Running, false, "is not over, and c counts");
    }
    void extraRunsAreNamed() {
        QFETCH(int, state);
        QFETCH(bool, first);
        QFETCH(QString, reason);
        const auto cells = expandStudy(studyOf(Json::parse(kSmallStudy)));
        auto extra = runOf(cells[1], "x", static_cast<RunState>(state));
        extra.failure = extra.state == RunState::Failed ? "the loss is not finite" : "";
        auto foreign = runOf(cells[0], "f", RunState::Done);
        foreign.experiment.seed = 4711;
        auto unreadable = runOf(cells[1], "u", RunState::Done);
        unreadable.experimentReadable = false;
        std::vector<RunRecord> runs = {runOf(cells[0], "a", RunState::Done),
                                       runOf(cells[1], "c", RunState::Done), foreign, unreadable};
        runs.insert(first ? runs.begin() : runs.end(), extra);
        auto summary = stats::summariseStudy(studyRows(cells, runs)).value();
        addExtraRuns(cells, runs, summary);
        QCOMPARE(summary.extraRuns.size(), std::size_t{3});
        const auto find = [&](const char* id) {
            const auto found = std::find_if(summary.extraRuns.begin(), summary.extraRuns.end(),
                                            [&](const auto& run) { return run.run == id; });
            return found != summary.extraRuns.end() ? *found : stats::StudyExtraRun{};
        };
        QCOMPARE(QString::fromStdString(find("x").reason), reason);
        QCOMPARE(find("x").counted, std::string("c"));
        QVERIFY(find("x").place == summary.grouping.places[1]);
        QCOMPARE(find("x").seed, cells[1].experiment.seed);
        QCOMPARE(find("f").counted, std::string());
        QCOMPARE(find("f").reason, std::string("belongs to no cell of the recipe as it is now"));
        QVERIFY(!find("u").readable && find("f").readable && find("x").readable);
        QCOMPARE(find("u").reason, std::string("has a recipe that this version cannot read"));
    }

    void noRunIsExtraWhereEachIsInARow() {
        const auto cells = expandStudy(studyOf(Json::parse(kSmallStudy)));
        const std::vector<RunRecord> runs = {runOf(cells[0], "a", RunState::Done),
                                             runOf(cells[1], "b", RunState::Failed)};
        auto summary = stats::summariseStudy(studyRows(cells, runs)).value();
        addExtraRuns(cells, runs, summary);
        QVERIFY(summary.extraRuns.empty());
        addExtraRuns({}, {}, summary);
        QVERIFY(summary.extraRuns.empty());
    }

    void aRunThatIsDoneCounts_data() {
        using States = std::vector<RunState>;
        QTest::addColumn<QString>("run");
        QTest::addColumn<QList<int>>("states");
        const auto row = [](const char* name, const States& states, const char* run) {
            QList<int> numbers;
            for (const auto state : states) {
                numbers.append(int(state));
            }
            QTest::newRow(name) << QString(run) << numbers;
        };
        row("none", {}, "");
        row("one", {RunState::Done}, "0");
        row("failed", {RunState::Failed}, "0");
        row("done after it failed", {RunState::Failed, RunState::Done}, "1");
        row("failed after it was done", {RunState::Done, RunState::Failed}, "0");
        row("done twice", {RunState::Done, RunState::Done}, "1");
        row("running after it failed", {RunState::Failed, RunState::Running}, "1");
        row("interrupted, then cancelled", {RunState::Interrupted, RunState::Cancelled}, "1");
    }
    void aRunThatIsDoneCounts() {
        QFETCH(QString, run);
        QFETCH(QList<int>, states);
        const auto cells = expandStudy(studyOf(Json::parse(kSmallStudy)));
        std::vector<RunRecord> runs;
        for (qsizetype i = 0; i < states.size(); ++i) {
            runs.push_back(
                runOf(cells[2], QByteArray::number(i), static_cast<RunState>(states[i])));
            runs.back().experiment.name = "renamed";
        }
        const auto rows = studyRows(cells, runs);
        QCOMPARE(rows.size(), cells.size());
        QVERIFY(rows[2].cell == cells[2]);
        QCOMPARE(rows[2].run.has_value(), !run.isEmpty());
        if (rows[2].run) {
            QCOMPARE(QString::fromStdString(rows[2].run->value), run);
            QCOMPARE(rows[2].state, static_cast<RunState>(states[run.toInt()]));
        }
        QVERIFY(!rows[1].run);
    }

    void knowsRunsOfOtherCells() {
        const auto cells = expandStudy(studyOf(Json::parse(kSmallStudy)));
        auto foreign = runOf(cells[0], "a", RunState::Done);
        foreign.experiment.seed = 99;
        auto unreadable = runOf(cells[0], "b", RunState::Done);
        unreadable.experimentReadable = false;
        QCOMPARE(
            runsOfOtherCells(cells, {foreign, runOf(cells[0], "c", RunState::Done), unreadable}),
            std::size_t(2));
        QVERIFY(!studyRows(cells, {unreadable})[0].run);
    }

    void writesCsv() {
        auto study = studyOf(
            patchedStudy(R"({"seeds": [4], "shifts": [{"kind": "noise", "strength": 0.25}]})"));
        study.methods[0].label = "A, \"long\"";
        const auto cells = expandStudy(study);
        auto done = runOf(cells[0], "first", RunState::Done);
        done.summary.accuracyAfter = 0.1;
        done.summary.interval = Interval{0.05, 0.15};
        done.summary.drift.output = std::numeric_limits<double>::infinity();
        done.summary.gradientSteps = 57;
        done.summary.controls = {{ControlId("readout_only"), 0.25, std::nullopt}};
        auto failed = runOf(cells[1], "second", RunState::Failed);
        failed.failure = "the loss, \"nan\",\nwas lost";
        const auto rows = parsed(studyRowsCsv(studyRows(cells, {done, failed})));
        QCOMPARE(rows.size(), cells.size() + 1);
        const auto& header = rows.front();
        const auto value = [&](std::size_t row, const std::string& column) {
            const auto at = std::find(header.begin(), header.end(), column) - header.begin();
            return rows.at(row).at(static_cast<std::size_t>(at));
        };
        for (const auto& row : rows) {
            QCOMPARE(row.size(), header.size());
        }
        QCOMPARE(value(1, "method"), std::string("A, \"long\""));
        QCOMPARE(value(1, "run"), std::string("first"));
        QCOMPARE(value(1, "state"), std::string("done"));
        QCOMPARE(value(1, "seed"), std::string("4"));
        QCOMPARE(value(1, "shift"), std::string("noise"));
        QCOMPARE(value(1, "strength"), std::string("0.25"));
        QCOMPARE(value(1, "accuracy_after"), std::string("0.1"));
        QCOMPARE(value(1, "interval_high"), std::string("0.15"));
        QCOMPARE(value(1, "accuracy_before"), std::string()); // not measured
        QCOMPARE(value(1, "drift_output"), std::string("inf"));
        QCOMPARE(value(1, "gradient_steps"), std::string("57"));
        QCOMPARE(value(1, "control_readout_only"), std::string("0.25"));
        QCOMPARE(value(1, "control_shuffled_targets"), std::string());
        QCOMPARE(value(2, "failure"), failed.failure);
        QCOMPARE(value(3, "state"), std::string("missing"));
    }
};

TESSERA_TEST(TestStudyRows)
#include "test_study_rows.moc"
