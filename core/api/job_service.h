#pragma once

#include "core/api/engine.h"
#include "core/api/events.h"
#include "core/api/run_store.h"
#include "core/api/snapshot.h"
#include "core/api/study.h"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// Transfers as jobs that wait, run and end behind the window.
namespace tessera {

struct JobId {
    std::uint64_t value = 0; // unique within one program, never 0
    friend auto operator<=>(const JobId&, const JobId&) = default;
};

// The runs of a study as one job: those that are not done yet, one after another.
struct StudyJob {
    std::string name;             // of the study, in the store
    std::vector<StudyCell> cells; // in the order of the study, each with its place as its index
};

// What to execute and where its run is kept.
struct JobRequest {
    Experiment experiment; // of a study: what its runs share, under the study's name
    std::shared_ptr<RunStore> store;
    std::filesystem::path folder; // of the store: networks and artifacts go below it
    bool stepwise = false;        // wait after each stage until proceed() is called
    std::shared_ptr<const StudyJob> study = nullptr; // instead of the one experiment
};

// Queued -> Running -> Done | Failed | Cancelled; Cancelling between a request and its effect.
// A job that is cancelled before it starts goes from Queued to Cancelled. A study is Done when
// every run has been tried, also if some of them failed.
struct JobStatus {
    JobId id;
    RunState state = RunState::Queued;
    Experiment experiment;
    std::optional<RunId> run;              // once the store knows it; of a study, the latest
    std::optional<Error> failure;          // Failed only
    std::optional<Phase> waitingAfter;     // Running only: a stage that has ended, until proceed()
    std::shared_ptr<const StudyJob> study; // the request's
};

// A run of a study begins.
struct StudyStep {
    std::size_t cell = 0;     // index of the run's cell
    std::size_t position = 0; // among those that are executed, from 0
    std::size_t toDo = 0;     // how many these are
};

struct JobReport {
    JobId id;
    std::variant<Progress, MetricSample, Notice, SnapshotPtr, StudyStep> what;
};

struct EngineReport {
    EngineInfo info;
    Catalog catalog;
    double seconds = 0.0; // that loading took
};

// Told what happens, on the runner's threads and on those that call JobService; must not block
// and must not call back. Every job gets exactly one jobChanged() with a terminal state, after
// which nothing is said of it.
class JobObserver {
public:
    virtual ~JobObserver() = default;
    virtual void engineLoaded(const Result<EngineReport>& report) = 0;
    virtual void jobChanged(const JobStatus& status) = 0;
    virtual void jobReported(const JobReport& report) = 0;
};

// Executes jobs one after another in the order of the queue. All functions may be called from any
// thread and return at once.
class JobService {
public:
    virtual ~JobService() = default;

    // Puts a job at the end of the queue. What is wrong with it shows when it runs, as Failed.
    virtual JobId submit(const JobRequest& request) = 0;

    // Of an unknown or ended job: no effect.
    virtual void cancel(JobId job) = 0;

    // Goes on with a job that waits after a stage. Of any other: no effect.
    virtual void proceed(JobId job) = 0;

    // Moves a waiting job to `position` among the waiting ones, 0 = next.
    virtual void moveTo(JobId job, std::size_t position) = 0;

    // The waiting jobs in the order in which they will run.
    [[nodiscard]] virtual std::vector<JobId> waiting() const = 0;

    // Engine::check(), or nothing while the engine is not there.
    [[nodiscard]] virtual std::optional<Result<void>> check(const Experiment& experiment) const = 0;

    // Engine::setMemoryBudget(), also for an engine that is not there yet.
    virtual void setMemoryBudget(std::int64_t bytes) = 0;

    // Whether networks from TorchScript files, which are code, run in a child process, so that a
    // crash inside one fails its run and nothing else. On at first; holds for what begins later.
    virtual void setScriptsApart(bool apart) = 0;

    // The engine's, for as long as this service lives; null while the engine is not there.
    [[nodiscard]] virtual const Analysis* analysis() const = 0;

    // As Engine's functions of these names, on the calling thread, which must not be the window's.
    // Unsupported while the engine is not there.
    [[nodiscard]] virtual Result<std::shared_ptr<const DataDescription>>
    describeData(const DataSpec& spec, const Watch& watch) const = 0;
    [[nodiscard]] virtual Result<std::shared_ptr<const NetworkDescription>>
    describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>& input, int classes,
                    const Watch& watch) const = 0;
    [[nodiscard]] virtual Result<std::vector<FullActivation>>
    recordSample(const FullActivationRequest& request, const Watch& watch) const = 0;
};

} // namespace tessera
