#pragma once

#include "core/api/engine.h"
#include "core/api/job_service.h"
#include "core/api/token_io.h"
#include "core/session/job_outbox.h"
#include "core/session/job_queue.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace tessera::session {

// Short names of an experiment's networks, for the record: "mlp 128d/4L".
struct RunLabels {
    std::string source;
    std::string receiver;
};

// What a runner is given from above and beside: called on the thread that executes the jobs, unless
// it says otherwise.
struct JobTools {
    std::function<Result<std::unique_ptr<Engine>>()> loadEngine; // once
    std::function<RunLabels(const Experiment&)> labels;
    std::function<std::string(const Experiment&)> hash = {}; // StudyCell's, for studies
    std::function<void(bool)> setScriptsApart = {};          // JobService's, from any thread
};

// The job service without the question of whose thread does the work: queue, states, news, and the
// execution of one job with a RunSession (of a study, with a StudyRunner) on the job's own store
// and folder. If the engine cannot be loaded every job fails with the loader's error. No exception
// leaves a job.
class JobRunner : public JobService {
public:
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    JobId submit(const JobRequest& request) override;
    void cancel(JobId job) override;
    void proceed(JobId job) override;
    void moveTo(JobId job, std::size_t position) override;
    [[nodiscard]] std::vector<JobId> waiting() const override;
    [[nodiscard]] std::optional<Result<void>> check(const Experiment& experiment) const override;
    void setMemoryBudget(std::int64_t bytes) override;
    void setScriptsApart(bool apart) override;
    [[nodiscard]] const Analysis* analysis() const override;
    [[nodiscard]] Result<std::shared_ptr<const DataDescription>>
    describeData(const DataSpec& spec, const Watch& watch) const override;
    [[nodiscard]] Result<std::shared_ptr<const NetworkDescription>>
    describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>& input, int classes,
                    const Watch& watch) const override;
    [[nodiscard]] Result<std::vector<FullActivation>>
    recordSample(const FullActivationRequest& request, const Watch& watch) const override;

protected:
    // All referenced objects outlive the runner.
    JobRunner(JobTools tools, TokenWriter& tokens, JobObserver& observer);

    // A job was added; called without a lock on the thread that submits.
    virtual void jobAdded() = 0;

    // Once, before the first job.
    void loadEngine();

    // Executes the next job; false if none waits or one is running already. Lets go of the stores
    // of jobs that were cancelled before.
    bool runNext();

    // Cancels everything that waits or runs.
    void cancelAll();

private:
    class Listener;

    [[nodiscard]] Result<RunState> execute(const QueuedJob& job);
    [[nodiscard]] Result<RunState> executeStudy(const QueuedJob& job, Listener& listener);
    void dropStores();
    void hold(JobId job, Phase phase, const std::stop_token& stop);

    const JobTools m_tools;
    TokenWriter& m_tokens;
    JobOutbox m_outbox;
    mutable std::mutex m_mutex; // never held while the observer is told or a job executes
    JobQueue m_queue;           // m_mutex
    std::condition_variable_any m_proceeded; // a job that was held goes on
    // m_mutex. Of jobs that were cancelled while they waited: the last owner of a store writes what
    // is left in it, for which whoever cancels need not wait.
    std::vector<std::shared_ptr<RunStore>> m_dropped;
    Result<std::unique_ptr<Engine>> m_engine; // the thread that executes jobs
    std::atomic<Engine*> m_checker = nullptr; // m_engine, for all threads, once it is loaded
    std::mutex m_budgetMutex; // of the next, and of telling the engine: in one order for both
    std::int64_t m_memoryBudget = 0;
};

// Executes jobs on a thread of its own, which first loads the engine. The destructor cancels
// everything and waits until every job has had its terminal event.
class ThreadedJobRunner final : public JobRunner {
public:
    ThreadedJobRunner(JobTools tools, TokenWriter& tokens, JobObserver& observer);
    ~ThreadedJobRunner() override;

private:
    void jobAdded() override;
    void loop();

    std::mutex m_wakeMutex;
    std::condition_variable m_wake;
    bool m_due = false;     // m_wakeMutex; jobs may be waiting
    bool m_closing = false; // m_wakeMutex
    std::thread m_thread;   // last: everything above exists before it starts
};

// Loads the engine when it is made and executes jobs inside submit(), on the calling thread; of
// several threads that submit at once, one executes the jobs of all. For tests and programs
// without a window.
class InlineJobRunner final : public JobRunner {
public:
    InlineJobRunner(JobTools tools, TokenWriter& tokens, JobObserver& observer);

private:
    void jobAdded() override;
};

} // namespace tessera::session
