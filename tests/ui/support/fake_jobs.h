#pragma once

#include "core/api/job_service.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace tessera::test {

// What a loaded engine would say: the digits, three families, mode A.
inline EngineReport madeEngineReport() {
    EngineReport report;
    report.info = {"OpenBLAS 0.3.21", "Haswell", "cpu", 1, 1, {"LibTorch 1.13.0"}};
    report.catalog.architectures = {{"mlp", "rows embedded, then a multilayer perceptron"},
                                    {"conv", "residual convolutions"},
                                    {"lstm", "a stack of LSTM layers"}};
    report.catalog.hubs = {{"orthogonal", "principal axes of the source, rotated"}};
    report.catalog.controls = {{"untrained_source", "the same source with fresh weights"},
                               {"shuffled_targets", "targets of other inputs"},
                               {"readout_only", "no epochs, only the readout"}};
    DatasetEntry digits;
    digits.id = "digits";
    digits.description = "8 x 8 images of digits";
    digits.input = {InputKind::Image, 8, 8, 1, 0};
    digits.classes = 10;
    digits.defaultSplits = {600, 597, 200, 400};
    digits.samples = 1797;
    report.catalog.datasets = {digits};
    ModeEntry mode;
    mode.id = "A";
    mode.description = "activations through the hub";
    mode.parameters = {"hub.kind",        "hub.dim",       "hub.whitening", "hub.refit",
                       "epochs",          "rate",          "schedule",      "batch",
                       "weights.A",       "weights.B",     "temperature",   "ridge",
                       "privacy.epsilon", "privacy.delta", "privacy.clip"};
    report.catalog.modes = {mode};
    report.seconds = 0.4;
    return report;
}

// A queue that stands still until the test moves it. One thread: what the observer is told comes
// from the test's own calls.
class FakeJobs : public JobService {
public:
    explicit FakeJobs(JobObserver& observer) : m_observer(observer) {}

    // --- What a test does with it ---
    void loadEngine(const Result<EngineReport>& report = madeEngineReport()) {
        if (report && !checkResult) {
            checkResult = Result<void>();
        }
        m_observer.engineLoaded(report);
    }
    void start(JobId job, const RunId& run) {
        std::erase(m_waiting, job);
        auto& status = m_jobs.at(job);
        status.run = run;
        tell(status, RunState::Running);
    }
    // The running job waits after a stage.
    void hold(JobId job, Phase stage) {
        auto& status = m_jobs.at(job);
        status.waitingAfter = stage;
        tell(status, RunState::Running);
    }
    void report(JobId job, decltype(JobReport::what) what) {
        m_observer.jobReported({job, std::move(what)});
    }
    void end(JobId job, RunState state, std::optional<Error> failure = std::nullopt) {
        std::erase(m_waiting, job);
        auto& status = m_jobs.at(job);
        status.failure = std::move(failure);
        status.waitingAfter.reset();
        tell(status, state);
    }
    [[nodiscard]] const JobStatus& status(JobId job) const { return m_jobs.at(job); }
    [[nodiscard]] JobId last() const { return m_requests.rbegin()->first; }
    [[nodiscard]] const std::map<JobId, JobRequest>& requests() const { return m_requests; }

    // --- JobService ---
    JobId submit(const JobRequest& request) override {
        const JobId job{m_requests.size() + 1};
        m_requests[job] = request;
        m_waiting.push_back(job);
        auto& status = m_jobs[job];
        status.id = job;
        status.experiment = request.experiment;
        status.study = request.study;
        tell(status, RunState::Queued);
        return job;
    }
    // What waits is cancelled at once, what runs only when the test ends it.
    void cancel(JobId job) override {
        const auto found = m_jobs.find(job);
        if (found == m_jobs.end() || isTerminal(found->second.state)) {
            return;
        }
        const bool waits = std::erase(m_waiting, job) > 0;
        found->second.waitingAfter.reset();
        tell(found->second, waits ? RunState::Cancelled : RunState::Cancelling);
    }
    void proceed(JobId job) override {
        auto& status = m_jobs.at(job);
        if (status.waitingAfter) {
            status.waitingAfter.reset();
            tell(status, RunState::Running);
        }
    }
    void moveTo(JobId job, std::size_t position) override {
        if (std::erase(m_waiting, job) > 0) {
            const auto place = std::min(position, m_waiting.size());
            m_waiting.insert(m_waiting.begin() + static_cast<std::ptrdiff_t>(place), job);
        }
    }
    [[nodiscard]] std::vector<JobId> waiting() const override { return m_waiting; }
    [[nodiscard]] std::optional<Result<void>> check(const Experiment&) const override {
        return checkResult;
    }

    [[nodiscard]] const Analysis* analysis() const override { return engineAnalysis; }
    const Analysis* engineAnalysis = nullptr; // as if the engine were not there

    [[nodiscard]] Result<std::shared_ptr<const DataDescription>>
    describeData(const DataSpec& spec, const Watch& watch) const override {
        return onDescribeData ? onDescribeData(spec, watch)
                              : fail(ErrorCode::Unsupported, "a fake has none");
    }
    [[nodiscard]] Result<std::shared_ptr<const NetworkDescription>>
    describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>&, int,
                    const Watch& watch) const override {
        return onDescribeNetwork ? onDescribeNetwork(spec, watch)
                                 : fail(ErrorCode::Unsupported, "a fake has none");
    }
    [[nodiscard]] Result<std::vector<FullActivation>>
    recordSample(const FullActivationRequest& request, const Watch& watch) const override {
        return onRecordSample ? onRecordSample(request, watch)
                              : fail(ErrorCode::Unsupported, "a fake has none");
    }

    void setMemoryBudget(std::int64_t bytes) override { memoryBudget = bytes; }
    std::int64_t memoryBudget = -1; // as it was set last

    void setScriptsApart(bool apart) override { scriptsApart = apart; }
    std::optional<bool> scriptsApart; // as it was set last

    // Called on background threads.
    std::function<Result<std::shared_ptr<const DataDescription>>(const DataSpec&, const Watch&)>
        onDescribeData;
    std::function<Result<std::shared_ptr<const NetworkDescription>>(const NetworkSpec&,
                                                                    const Watch&)>
        onDescribeNetwork;
    std::function<Result<std::vector<FullActivation>>(const FullActivationRequest&, const Watch&)>
        onRecordSample;

    // What check() says; nothing until the engine is loaded.
    std::optional<Result<void>> checkResult;

private:
    void tell(JobStatus& status, RunState state) {
        status.state = state;
        m_observer.jobChanged(status);
    }

    JobObserver& m_observer;
    std::map<JobId, JobRequest> m_requests;
    std::map<JobId, JobStatus> m_jobs;
    std::vector<JobId> m_waiting;
};

} // namespace tessera::test
