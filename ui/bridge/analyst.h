#pragma once

#include "core/api/job_service.h"
#include "ui/bridge/shared_progress.h"
#include "ui/bridge/work_boundary.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace tessera::ui {

class JobBridge;

// A piece of analysis that somebody waits for: letting go of the ticket stops it. UI thread.
class AnalysisTicket {
public:
    AnalysisTicket() = default;
    AnalysisTicket(AnalysisTicket&& other) noexcept = default;
    AnalysisTicket& operator=(AnalysisTicket&& other) noexcept {
        if (this != &other) {
            stop();
            m_work = std::move(other.m_work);
        }
        return *this;
    }
    ~AnalysisTicket() { stop(); }

    // Neither ended nor stopped.
    [[nodiscard]] bool isRunning() const { return m_work != nullptr && !m_work->ended; }
    // 0 to 1; nothing while it is not known.
    [[nodiscard]] std::optional<double> share() const {
        return isRunning() ? m_work->progress.share() : std::nullopt;
    }
    // Its result will not be delivered any more.
    void stop() {
        if (m_work != nullptr) {
            m_work->stop.request_stop();
            m_work.reset();
        }
    }

private:
    friend class Analyst;
    struct Work {
        std::stop_source stop;
        SharedProgress progress;
        bool ended = false; // UI thread
    };
    explicit AnalysisTicket(std::shared_ptr<Work> work) : m_work(std::move(work)) {}

    std::shared_ptr<Work> m_work;
};

// Lets the engine analyse what a run has recorded, on threads of low priority, several pieces at a
// time, and hands the results to the UI thread. Outlives the plots that ask; its destructor stops
// and awaits what is running. UI thread.
class Analyst : public QObject {
    Q_OBJECT

public:
    // Both outlive it; `bridge` is the one that `jobs` reports to.
    Analyst(const JobService& jobs, const JobBridge& bridge, QObject* parent = nullptr);
    ~Analyst() override;

    // The engine is there. Until then run() does nothing.
    [[nodiscard]] bool isReady() const { return m_jobs.analysis() != nullptr; }

    // `work(const Analysis&, const Watch&)` on another thread; `then(the Result that it returned)`
    // on the UI thread, unless the ticket was let go of or `context` is gone by then. What `work`
    // throws is an error. Not running: the engine is not there; ask again at readyChanged().
    template <class Work, class Then>
    [[nodiscard]] AnalysisTicket run(QObject* context, Work work, Then then) {
        const Analysis* analysis = m_jobs.analysis();
        if (analysis == nullptr) {
            return {};
        }
        auto state = std::make_shared<AnalysisTicket::Work>();
        state->progress.begin();
        const auto stop = state->stop.get_token();
        m_pool.start([this, analysis, stop, guard = QPointer<QObject>(context),
                      watch = state->progress.watch(stop),
                      weak = std::weak_ptr<AnalysisTicket::Work>(state), work = std::move(work),
                      then = std::move(then)]() mutable {
            using Outcome = std::invoke_result_t<Work&, const Analysis&, const Watch&>;
            stepBack();
            if (stop.stop_requested() || m_closing.stop_requested()) {
                return;
            }
            const std::stop_callback closing(m_closing.get_token(), [weak] {
                if (const auto alive = weak.lock()) {
                    alive->stop.request_stop();
                }
            });
            // Shared, since the posted function must be copyable and results need not be.
            auto outcome = std::make_shared<Outcome>(bounded(work, *analysis, watch));
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard, stop, weak, outcome, then = std::move(then)]() mutable {
                    const auto alive = weak.lock();
                    if (alive != nullptr && guard && !stop.stop_requested()) {
                        alive->ended = true;
                        then(std::move(*outcome));
                    }
                },
                Qt::QueuedConnection);
        });
        return AnalysisTicket(std::move(state));
    }

Q_SIGNALS:
    void readyChanged();

private:
    // The thread that calls computes when no other one of the program wants to.
    static void stepBack();

    const JobService& m_jobs;
    std::stop_source m_closing;
    QThreadPool m_pool;
};

} // namespace tessera::ui
