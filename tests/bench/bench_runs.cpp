// The table of runs with many of them: filling, filtering, sorting, scrolling. Prints JSON. Not a
// test: it judges nothing.
//
//     bench_runs [RUNS]       10000 if left out
#include "tests/bench/bench_support.h"
#include "tests/ui/support/fake_services.h"
#include "ui/models/runs_filter.h"
#include "ui/models/runs_model.h"
#include "ui/panels/runs_table.h"

#include <QApplication>
#include <QScrollBar>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace tessera;
using namespace tessera::bench;

constexpr int kTurns = 21;

std::vector<RunRecord> manyRuns(int count) {
    std::vector<RunRecord> runs;
    for (int i = 0; i < count; ++i) {
        RunRecord run;
        run.id = RunId(QString("20260101-%1-%2")
                           .arg(i, 6, 10, QChar('0'))
                           .arg(i, 8, 16, QChar('0'))
                           .toStdString());
        run.name = (i % 3 == 0 ? "paper run " : "digits run ") + std::to_string(i * 7919 % count);
        run.state = i % 11 == 0 ? RunState::Failed : RunState::Done;
        run.startedAt = "2026-01-01T12:00:00.000Z";
        run.finishedAt = "2026-01-01T12:01:00.000Z";
        run.experiment.data.name = "digits";
        run.sourceLabel = "mlp 128d/4L";
        run.receiverLabel = "lstm 64d/2L";
        run.summary.accuracyAfter = static_cast<double>(i * 7919 % count) / count;
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace

int main(int argc, char** argv) {
    const QApplication app(argc, argv);
    const int count = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10'000;
    test::FakeServices fake;
    if (!fake.openStore(manyRuns(count))) {
        std::fputs("bench_runs: the store did not open\n", stderr);
        return 1;
    }
    ui::RunsModel model(fake.services.library);
    ui::RunsFilter filter(model);
    ui::RunsTable table(model, filter, fake.settings);
    table.resize(1200, 800);
    table.show();
    QApplication::processEvents();
    int filtered = 0;
    int sorted = 0;
    std::vector<Work> works = {
        {"filter", [&] { filter.setText(++filtered % 2 == 0 ? "paper" : "state:done 7"); }},
        {"show all", [&] { filter.setText({}); }},
        {"sort",
         [&] {
             filter.sort(++sorted % 2 == 0 ? ui::RunsModel::Accuracy : ui::RunsModel::Name,
                         Qt::DescendingOrder);
         }},
        {"scroll a page", [&] {
             auto* bar = table.verticalScrollBar();
             bar->setValue((bar->value() + bar->pageStep()) % std::max(1, bar->maximum()));
             table.viewport()->repaint();
         }}};
    takeTurns(works, kTurns);
    BenchReport report("runs");
    report.json()["runs"] = count;
    report.add(works);
    report.atMost("table of runs: filter", report.medianMs("filter"), 50.0, "ms");
    report.atMost("table of runs: sort", report.medianMs("sort"), 50.0, "ms");
    report.atMost("table of runs: scroll a page", report.medianMs("scroll a page"), 1000.0 / 60.0,
                  "ms");
    std::puts(report.text().c_str());
    return 0;
}
