#pragma once

#include "core/session/job_runner.h"

#include "tests/core/session/job_fakes.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

// A job runner between stand-ins, and transfers that can be held.
namespace tessera::test {

using Words = std::vector<std::string>;

// A runner with fakes around it.
struct JobBench {
    QTemporaryDir dir;
    FakeTokenWriter tokens;
    RecordingObserver observer;
    std::shared_ptr<FakeStore> store = std::make_shared<FakeStore>();
    FakeEngine::Transfer transfer = [](const TransferRequest&, EventSink&, const std::stop_token&) {
        return TransferResult{};
    };
    std::function<Result<std::unique_ptr<Engine>>()> load = [this] { return makeEngine(); };
    std::atomic<FakeEngine*> engine = nullptr; // the runner's
    std::unique_ptr<session::JobRunner> runner;

    Result<std::unique_ptr<Engine>> makeEngine() {
        auto made = std::make_unique<FakeEngine>();
        made->onTransfer = transfer;
        engine = made.get();
        return made;
    }
    session::JobTools tools() {
        return {load, [](const Experiment& experiment) {
                    return session::RunLabels{"from " + experiment.name, "to " + experiment.name};
                }};
    }
    void start() {
        runner = std::make_unique<session::ThreadedJobRunner>(tools(), tokens, observer);
    }
    void startInline() {
        runner = std::make_unique<session::InlineJobRunner>(tools(), tokens, observer);
    }

    [[nodiscard]] std::filesystem::path folder() const {
        return std::filesystem::path(dir.path().toStdString()) / "out";
    }
    JobId submit(const std::string& name, bool stepwise = false) {
        JobRequest request;
        request.stepwise = stepwise;
        request.experiment.name = name;
        request.store = store;
        request.folder = folder();
        return runner->submit(request);
    }
    // Names of the runs that have begun. Only after a terminal event.
    [[nodiscard]] Words begun() const {
        Words names;
        for (const auto& start : store->starts) {
            names.push_back(start.experiment.name);
        }
        return names;
    }
};

// A transfer that waits at a gate.
struct GatedTransfer {
    Gate entered, leave;

    FakeEngine::Transfer operator()(bool heedsStop) {
        return [this, heedsStop](const TransferRequest&, EventSink&, const std::stop_token& stop) {
            entered.open();
            TransferResult result;
            if (!leave.pass()) {
                result.failure = Error{ErrorCode::Internal, "nobody opened the gate", std::nullopt};
            }
            result.cancelled = heedsStop && stop.stop_requested();
            return result;
        };
    }
};

// A transfer that ends when it is stopped.
inline FakeEngine::Transfer untilStopped(Gate& entered) {
    return [&entered](const TransferRequest&, EventSink&, const std::stop_token& stop) {
        Gate stopped;
        const std::stop_callback callback(stop, [&] { stopped.open(); });
        entered.open();
        TransferResult result;
        result.cancelled = stopped.pass();
        return result;
    };
}

} // namespace tessera::test
