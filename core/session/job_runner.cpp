#include "core/session/job_runner.h"

#include "core/session/job_boundary.h"
#include "core/session/run_session.h"
#include "core/session/study_runner.h"

#include <chrono>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

namespace tessera::session {

namespace {

// Of the thread that executes jobs beside a window, which comes first. Linux takes it for a thread.
constexpr int kNice = 5;

Error notLoaded() {
    return {ErrorCode::Unsupported, "the engine is not loaded yet; try again in a moment",
            std::nullopt};
}

} // namespace

// Passes on what a session or a study tells of the running job. Lives on the thread that executes
// it.
class JobRunner::Listener : public StudyListener {
public:
    Listener(JobRunner& runner, JobId id, bool stepwise, std::stop_token stop)
        : m_runner(runner), m_id(id), m_stepwise(stepwise), m_stop(std::move(stop)) {}

    void cellBegun(const StudyCell& cell, std::size_t position, std::size_t toDo) override {
        report(StudyStep{cell.index, position, toDo});
    }
    void begun(const RunId& run) override {
        {
            const std::lock_guard lock(m_runner.m_mutex);
            m_runner.m_outbox.put(m_runner.m_queue.setRun(run));
        }
        m_runner.m_outbox.deliver();
    }
    void progress(const Progress& progress) override { report(progress); }
    void sample(const MetricSample& sample) override { report(sample); }
    void notice(const Notice& notice) override { report(notice); }
    void snapshot(const SnapshotPtr& snapshot) override { report(snapshot); }
    void stageDone(Phase phase) override {
        if (m_stepwise && isShown(phase)) {
            m_runner.hold(m_id, phase, m_stop);
        }
    }

private:
    // The stages of the strip, without the last one, after which everything is there to be seen.
    [[nodiscard]] static bool isShown(Phase phase) {
        return phase >= Phase::Fingerprint && phase <= Phase::Measure;
    }

    template <class What>
    void report(const What& what) {
        m_runner.m_outbox.put(JobReport{m_id, what});
        m_runner.m_outbox.deliver();
    }

    JobRunner& m_runner;
    JobId m_id;
    bool m_stepwise;
    std::stop_token m_stop;
};

JobRunner::JobRunner(JobTools tools, TokenWriter& tokens, JobObserver& observer)
    : m_tools(std::move(tools)), m_tokens(tokens), m_outbox(observer),
      m_engine(fail(ErrorCode::Internal, "the engine was not loaded")) {}

JobId JobRunner::submit(const JobRequest& request) {
    JobId id;
    {
        const std::lock_guard lock(m_mutex);
        auto status = m_queue.add(request);
        id = status.id;
        m_outbox.put(std::move(status));
    }
    m_outbox.deliver();
    jobAdded();
    return id;
}

void JobRunner::cancel(JobId job) {
    std::optional<QueuedJob> cancelled;
    {
        const std::lock_guard lock(m_mutex);
        cancelled = m_queue.cancel(job);
        if (!cancelled) {
            return;
        }
        m_dropped.push_back(std::move(cancelled->request.store));
        m_outbox.put(cancelled->status);
    }
    cancelled->stop.request_stop();
    m_outbox.deliver();
}

void JobRunner::proceed(JobId job) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_queue.isHeld(job)) {
            return;
        }
        m_outbox.put(*m_queue.setWaitingAfter(std::nullopt)); // what is held is not cancelled
        m_proceeded.notify_all();
    }
    m_outbox.deliver();
}

// Waits on the thread of the job until proceed() or a stop.
void JobRunner::hold(JobId job, Phase phase, const std::stop_token& stop) {
    {
        const std::lock_guard lock(m_mutex);
        auto status = m_queue.setWaitingAfter(phase);
        if (!status) {
            return; // the stop is requested in a moment
        }
        m_outbox.put(*std::move(status));
    }
    m_outbox.deliver();
    std::unique_lock lock(m_mutex);
    m_proceeded.wait(lock, stop, [&] { return !m_queue.isHeld(job); });
}

void JobRunner::moveTo(JobId job, std::size_t position) {
    const std::lock_guard lock(m_mutex);
    m_queue.moveTo(job, position);
}

std::vector<JobId> JobRunner::waiting() const {
    const std::lock_guard lock(m_mutex);
    return m_queue.waiting();
}

std::optional<Result<void>> JobRunner::check(const Experiment& experiment) const {
    const Engine* engine = m_checker.load(std::memory_order_acquire);
    return engine != nullptr ? std::optional(engine->check(experiment)) : std::nullopt;
}

void JobRunner::setMemoryBudget(std::int64_t bytes) {
    const std::lock_guard lock(m_budgetMutex);
    m_memoryBudget = bytes;
    if (Engine* engine = m_checker.load()) {
        engine->setMemoryBudget(bytes);
    }
}

void JobRunner::setScriptsApart(bool apart) {
    if (m_tools.setScriptsApart) {
        m_tools.setScriptsApart(apart);
    }
}

const Analysis* JobRunner::analysis() const {
    const Engine* engine = m_checker.load(std::memory_order_acquire);
    return engine != nullptr ? &engine->analysis() : nullptr;
}

Result<std::shared_ptr<const DataDescription>> JobRunner::describeData(const DataSpec& spec,
                                                                       const Watch& watch) const {
    const Engine* engine = m_checker.load(std::memory_order_acquire);
    return engine != nullptr ? engine->describeData(spec, watch) : fail(notLoaded());
}

Result<std::shared_ptr<const NetworkDescription>>
JobRunner::describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>& input,
                           int classes, const Watch& watch) const {
    const Engine* engine = m_checker.load(std::memory_order_acquire);
    return engine != nullptr ? engine->describeNetwork(spec, input, classes, watch)
                             : fail(notLoaded());
}

Result<std::vector<FullActivation>> JobRunner::recordSample(const FullActivationRequest& request,
                                                            const Watch& watch) const {
    const Engine* engine = m_checker.load(std::memory_order_acquire);
    return engine != nullptr ? engine->recordSample(request, watch) : fail(notLoaded());
}

void JobRunner::loadEngine() {
    const auto begin = std::chrono::steady_clock::now();
    m_engine = bounded([&] { return m_tools.loadEngine(); });
    const auto report = bounded([&]() -> Result<EngineReport> {
        if (!m_engine) {
            return fail(m_engine.error());
        }
        const auto took = std::chrono::steady_clock::now() - begin;
        return EngineReport{(*m_engine)->info(), (*m_engine)->catalog(),
                            std::chrono::duration<double>(took).count()};
    });
    if (report) {
        const std::lock_guard lock(m_budgetMutex);
        m_checker.store(m_engine->get());
        (*m_engine)->setMemoryBudget(m_memoryBudget);
    } else {
        m_engine = fail(report.error());
    }
    m_outbox.put(report);
    m_outbox.deliver();
}

bool JobRunner::runNext() {
    dropStores();
    std::optional<QueuedJob> job;
    {
        const std::lock_guard lock(m_mutex);
        job = m_queue.take();
        if (!job) {
            return false;
        }
        m_outbox.put(job->status);
    }
    m_outbox.deliver();
    const auto end = bounded([&] { return execute(*job); });
    // Whoever hears of the end may close the store.
    job->request = {};
    dropStores();
    {
        const std::lock_guard lock(m_mutex);
        m_outbox.put(end ? m_queue.finish(*end, std::nullopt)
                         : m_queue.finish(RunState::Failed, end.error()));
    }
    m_outbox.deliver();
    return true;
}

void JobRunner::dropStores() {
    std::vector<std::shared_ptr<RunStore>> dropped; // outlives the lock
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_dropped);
}

Result<RunState> JobRunner::execute(const QueuedJob& job) {
    const auto& [experiment, store, root, stepwise, study] = job.request;
    if (!m_engine) {
        return fail(m_engine.error());
    }
    if (!store) {
        return fail(ErrorCode::InvalidArgument,
                    "there is no store to keep the run in; open one first");
    }
    const OutputFolder folder{root};
    if (auto ready = prepareFolder(folder); !ready) {
        return fail(ready.error());
    }
    Listener listener(*this, job.status.id, stepwise && !study, job.stop.get_token());
    if (study) {
        return executeStudy(job, listener);
    }
    const auto labels = m_tools.labels(experiment);
    RunSession session(**m_engine, *store, m_tokens, folder);
    const auto run =
        session.execute(experiment, labels.source, labels.receiver, listener, job.stop.get_token());
    if (!run) {
        return fail(run.error());
    }
    return run->state == RunState::Cancelled ? RunState::Cancelled : RunState::Done;
}

// What single runs come to is in the store; only what ends the study itself is its failure.
Result<RunState> JobRunner::executeStudy(const QueuedJob& job, Listener& listener) {
    const auto& study = *job.request.study;
    StudyRunner runner(**m_engine, *job.request.store, m_tokens, OutputFolder{job.request.folder},
                       m_tools.hash);
    const auto outcome =
        runner.run({study.name, study.cells, Redo::Unfinished}, listener, job.stop.get_token());
    if (!outcome) {
        return fail(outcome.error());
    }
    if (outcome->failure) {
        return fail(*outcome->failure);
    }
    return outcome->cancelled ? RunState::Cancelled : RunState::Done;
}

void JobRunner::cancelAll() {
    std::vector<JobId> all;
    {
        const std::lock_guard lock(m_mutex);
        all = m_queue.waiting(); // before the running one, whose end would start the next
        if (const auto running = m_queue.running()) {
            all.push_back(*running);
        }
    }
    for (const JobId job : all) {
        cancel(job);
    }
}

ThreadedJobRunner::ThreadedJobRunner(JobTools tools, TokenWriter& tokens, JobObserver& observer)
    : JobRunner(std::move(tools), tokens, observer), m_thread([this] { loop(); }) {}

ThreadedJobRunner::~ThreadedJobRunner() {
    cancelAll();
    {
        const std::lock_guard lock(m_wakeMutex);
        m_closing = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void ThreadedJobRunner::jobAdded() {
    {
        const std::lock_guard lock(m_wakeMutex);
        m_due = true;
    }
    m_wake.notify_all();
}

void ThreadedJobRunner::loop() {
    loadEngine(); // before it steps back: everybody waits for the engine
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice);
    bool closing = false;
    while (!closing) {
        {
            std::unique_lock lock(m_wakeMutex);
            m_wake.wait(lock, [this] { return m_due || m_closing; });
            closing = m_closing; // then no job is left, but perhaps a store to let go of
            m_due = false;
        }
        while (runNext()) {
        }
    }
}

InlineJobRunner::InlineJobRunner(JobTools tools, TokenWriter& tokens, JobObserver& observer)
    : JobRunner(std::move(tools), tokens, observer) {
    loadEngine();
}

void InlineJobRunner::jobAdded() {
    while (runNext()) {
    }
}

} // namespace tessera::session
