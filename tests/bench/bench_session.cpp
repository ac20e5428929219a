// Whether a program keeps its size while it works: small transfers one after another through the
// job service of the window, with controls, snapshots and tokens, in one store, and the resident
// memory after some of them. Prints JSON. Not a test: it judges nothing. Everything that is made is
// taken down in the end, so that LeakSanitizer can speak.
//
//     bench_session [RUNS]       100 if left out
#include "app/composition/documents.h"
#include "app/composition/job_service.h"
#include "app/composition/processor_setup.h"
#include "app/composition/run_services.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/small_transfers.h"

#include <fmt/format.h>

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <variant>

#include <unistd.h>

namespace {

using namespace tessera;
using namespace tessera::bench;
namespace fs = std::filesystem;

constexpr int kFirst = 5; // runs, after which every pair of networks has been there
constexpr std::array<int, 5> kReadings = {kFirst, 10, 25, 50, 100};

struct Memory {
    double residentMb = 0.0;
    double anonymousMb = 0.0; // without files that are mapped: libraries, the store
};

Memory memoryNow() {
    std::ifstream file("/proc/self/status");
    Memory memory;
    for (std::string key, rest; file >> key && std::getline(file, rest);) {
        const auto megabytes = [&rest] { return std::strtod(rest.c_str(), nullptr) * 1024 / 1e6; };
        if (key == "VmRSS:") {
            memory.residentMb = megabytes();
        } else if (key == "RssAnon:") {
            memory.anonymousMb = megabytes();
        }
    }
    return memory;
}

// Waits for ends, and counts what else is said.
class Told : public JobObserver {
public:
    void engineLoaded(const Result<EngineReport>& report) override {
        const std::lock_guard lock(m_mutex);
        m_engine = report ? Result<void>() : fail(report.error());
        m_news.notify_all();
    }
    void jobChanged(const JobStatus& status) override {
        if (isTerminal(status.state)) {
            const std::lock_guard lock(m_mutex);
            m_ends[status.id] = status;
            m_news.notify_all();
        }
    }
    void jobReported(const JobReport& report) override {
        const std::lock_guard lock(m_mutex);
        m_snapshots += std::holds_alternative<SnapshotPtr>(report.what) ? 1 : 0;
    }

    Result<void> engine() {
        std::unique_lock lock(m_mutex);
        m_news.wait(lock, [this] { return m_engine.has_value(); });
        return *m_engine;
    }
    JobStatus endOf(JobId job) {
        std::unique_lock lock(m_mutex);
        m_news.wait(lock, [&] { return m_ends.contains(job); });
        return m_ends.extract(job).mapped();
    }
    int snapshots() {
        const std::lock_guard lock(m_mutex);
        return m_snapshots;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_news;
    std::optional<Result<void>> m_engine;
    std::map<JobId, JobStatus> m_ends;
    int m_snapshots = 0;
};

class ScratchFolder {
public:
    ScratchFolder() : path(fs::temp_directory_path() / fmt::format("bench_session-{}", getpid())) {
        fs::create_directories(path);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const fs::path path;
};

template <typename Value>
Value must(Result<Value> value) {
    if (!value) {
        throw std::runtime_error(value.error().detail);
    }
    if constexpr (!std::is_void_v<Value>) {
        return std::move(*value);
    }
}

void enter(BenchReport& report, int runs, const Memory& memory) {
    report.json()["memory"].push_back(
        {{"runs", runs}, {"resident_mb", memory.residentMb}, {"anonymous_mb", memory.anonymousMb}});
}

void compare(BenchReport& report, int runs, const std::optional<Memory>& early,
             const Memory& late) {
    constexpr double kWished = 1.1;
    const auto name = [&](const char* kind) {
        return fmt::format("session: {} memory after {} runs over {}", kind, runs, kFirst);
    };
    if (!early || runs <= kFirst) {
        report.notMeasured(name("resident"), "there were too few runs");
        return;
    }
    report.atMost(name("resident"), late.residentMb / early->residentMb, kWished);
    report.atMost(name("anonymous"), late.anonymousMb / early->anonymousMb, kWished);
}

void measure(const fs::path& folder, int runs, BenchReport& report) {
    const auto documents = app::makeDocuments();
    const auto tokens = app::makeTokenWriter();
    const auto opened = must(documents->openStore(folder / "runs.tessera.db"));
    Told told;
    const auto service = app::makeJobService(told, *tokens);
    must(told.engine());
    enter(report, 0, memoryNow());
    std::vector<double> seconds;
    std::optional<Memory> early;
    for (int run = 1; run <= runs; ++run) {
        const auto experiment = smallTransfer(*documents, run - 1, fmt::format("session {}", run));
        JobStatus end;
        seconds.push_back(secondsOf([&] {
            end = told.endOf(service->submit({experiment, opened.store, opened.folder}));
        }));
        if (end.state != RunState::Done) {
            throw std::runtime_error(
                fmt::format("run {} did not end well: {}", run,
                            end.failure ? end.failure->detail : runStateName(end.state)));
        }
        const bool isReading =
            std::find(kReadings.begin(), kReadings.end(), run) != kReadings.end();
        if (isReading || run == runs) {
            enter(report, run, memoryNow());
        }
        if (run == kFirst) {
            early = memoryNow();
        }
    }
    compare(report, runs, early, memoryNow());
    report.add("run", seconds);
    report.json()["snapshots"] = told.snapshots();
    report.json()["kept_runs"] = must(opened.store->list()).size();
}

} // namespace

int main(int argc, char** argv) {
    app::setUpProcessor();
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100;
    try {
        BenchReport report("session");
        const ScratchFolder scratch;
        measure(scratch.path, runs, report);
        report.json()["memory_after_the_end"] = {{"resident_mb", memoryNow().residentMb},
                                                 {"anonymous_mb", memoryNow().anonymousMb}};
        std::puts(report.text().c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_session: %s\n", error.what());
        return 1;
    }
    return 0;
}
