// A store of many runs: filling it, opening it, listing, reading and comparing runs. Prints JSON.
// Not a test: it judges nothing.
//
//     bench_store [RUNS [SAMPLES]]       10000 runs of 1000 samples; $TMPDIR needs a gigabyte
#include "core/api/run_comparison.h"
#include "core/experiment/defaults.h"
#include "core/experiment/experiment_json.h"
#include "core/store/sqlite_run_store.h"
#include "tests/bench/bench_support.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include <unistd.h>

namespace {

using namespace tessera;
using namespace tessera::bench;
namespace fs = std::filesystem;

constexpr int kTurns = 9;
constexpr std::size_t kCompared = 100;

store::ExperimentCodec codec() {
    return {[](const Experiment& experiment) { return experiment::experimentText(experiment); },
            [](const std::string& text) { return experiment::parseExperiment(text); }};
}

void check(const Result<void>& done) {
    if (!done) {
        throw std::runtime_error(done.error().detail);
    }
}

template <typename Value>
Value must(Result<Value> value) {
    if (!value) {
        throw std::runtime_error(value.error().detail);
    }
    return std::move(*value);
}

std::unique_ptr<RunStore> opened(const fs::path& file) {
    return must(store::openRunStore(file, store::OpenMode::ReadWrite, codec()));
}

// What a run measures, without privacy.
RunSummary summaryOf(double share) {
    RunSummary summary;
    summary.sourceAccuracy = 0.97 - 0.01 * share;
    summary.accuracyBefore = 0.1;
    summary.accuracyAfter = 0.5 + 0.4 * share;
    summary.interval = Interval{0.48 + 0.4 * share, 0.52 + 0.4 * share};
    summary.agreement = 0.6 + 0.3 * share;
    summary.recovery = 0.5 + 0.45 * share;
    summary.testSize = 360;
    summary.drift = {0.1 * share, 0.2 * share, 0.3 * share, 0.4 * share};
    summary.controls = {{ControlId("readout_only"), 0.3 + 0.1 * share, 1e-9 * share},
                        {ControlId("shuffled_source"), 0.1 + 0.1 * share, 1e-12 * share}};
    summary.gradientSteps = 4500;
    summary.labelsUsed = 0;
    summary.seconds = {1.1, 0.1, 0.2, 0.1 * share, 0.5, std::nullopt, 0.1, 0.01, 3.2, 2.1};
    summary.peakMemoryBytes = 512'000'000;
    summary.tokenBytes = 9'000;
    summary.hub = {0.01 * share, 0.02 * share, 0.03 * share, 64, 12.5};
    summary.sourceHash = summary.receiverHash = std::string(64, 'a');
    return summary;
}

void fill(RunStore& store, int runs, int samples) {
    for (int i = 0; i < runs; ++i) {
        RunStart start;
        start.experiment = experiment::demoExperiments(1).front();
        start.experiment.name = "run " + std::to_string(i);
        start.experiment.seed = static_cast<std::uint64_t>(i % 5 + 1);
        start.experiment.transfer.epochs = i / 5 % 20 + 1;
        start.sourceLabel = "transformer 128d/4L";
        start.receiverLabel = "lstm 64d/2L";
        start.environment = {{"program", "0.1.0"},    {"torch", "1.13.0"},
                             {"blas", "OpenBLAS"},    {"processor", "x86-64, 16 cores"},
                             {"blas_kernel", "Zen"},  {"instructions", "avx2"},
                             {"system", "Linux 6.1"}, {"threads", "1"}};
        const auto run = must(store.begin(start));
        for (int step = 0; step < samples; ++step) {
            store.append(run, {step % 2 == 0 ? "loss.batch" : "drift.hub", step / 2,
                               1.0 / (1.0 + step), ""});
        }
        check(store.finish(run, RunState::Done, summaryOf(static_cast<double>(i) / runs), ""));
    }
}

class ScratchFolder {
public:
    ScratchFolder()
        : m_path(fs::temp_directory_path() / ("bench_store-" + std::to_string(getpid()))) {
        fs::create_directories(m_path);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] fs::path file() const { return m_path / "runs.tessera.db"; }

private:
    fs::path m_path;
};

void measure(const ScratchFolder& place, int runs, int samples, BenchReport& report) {
    {
        auto store = opened(place.file());
        const double seconds = secondsOf([&] { fill(*store, runs, samples); });
        report.json()["filled"] = {
            {"runs", runs},
            {"samples", samples},
            {"seconds", seconds},
            {"samples_per_second", static_cast<double>(runs) * samples / seconds}};
    }
    report.json()["filled"]["bytes"] = fs::file_size(place.file());
    std::vector<double> opening;
    for (int turn = 0; turn < kTurns; ++turn) {
        std::unique_ptr<RunStore> store;
        opening.push_back(secondsOf([&] { store = opened(place.file()); }));
    }
    report.add("open", opening);
    auto store = opened(place.file());
    const auto all = must(store->list());
    const std::vector<RunRecord> some(
        all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(kCompared, all.size())));
    std::vector<Work> works = {
        {"list", [&] { (void)must(store->list()); }},
        {"samples of a run", [&] { (void)must(store->samples(all[all.size() / 2].id)); }},
        {"compare 100 runs", [&] {
             for (const auto& run : some) {
                 (void)must(store->samples(run.id));
             }
             (void)fieldsOf(some);
             (void)groupRuns(some, RunGrouping::Seed);
         }}};
    takeTurns(works, kTurns);
    report.add(works);
    report.atMost("store: open", report.medianMs("open"), 300.0, "ms");
    report.atMost("store: compare 100 runs, samples included", report.medianMs("compare 100 runs"),
                  1000.0, "ms");
}

} // namespace

int main(int argc, char** argv) {
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10'000;
    const int samples = argc > 2 ? std::max(0, std::atoi(argv[2])) : 1'000;
    try {
        BenchReport report("store");
        measure(ScratchFolder(), runs, samples, report);
        std::puts(report.text().c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_store: %s\n", error.what());
        return 1;
    }
    return 0;
}
