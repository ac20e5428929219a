#pragma once

#include "ui/bridge/background.h"

#include <memory>
#include <stop_token>
#include <utility>

namespace tessera::ui {

// Work off the UI thread of which only the latest result is wanted: what is asked for stops what
// was asked for before, whose result is not delivered any more. The destructor stops as well and
// waits, so work must look at its token often. UI thread.
class LatestWork {
public:
    // Its thread begins at once. While the engine's libraries are being loaded none can begin, and
    // the window would wait for that with the first piece of work, a second on a busy machine.
    LatestWork() {
        m_background.run(
            nullptr, []() -> Result<void> { return {}; }, [](const Result<void>&) {});
    }
    ~LatestWork() { stop(); }
    LatestWork(const LatestWork&) = delete;
    LatestWork& operator=(const LatestWork&) = delete;

    [[nodiscard]] bool isRunning() const { return m_stop != nullptr; }

    // `work(stop token)` on another thread; `then(what it returned)` on the UI thread. `context`
    // owns this object.
    template <class Work, class Then>
    void run(QObject* context, Work work, Then then) {
        stop();
        m_stop = std::make_shared<std::stop_source>();
        m_background.run(
            context,
            [stop = m_stop, work = std::move(work)]() mutable { return work(stop->get_token()); },
            [this, stop = m_stop, then = std::move(then)](auto&& outcome) mutable {
                if (!stop->stop_requested()) {
                    m_stop.reset();
                    then(std::forward<decltype(outcome)>(outcome));
                }
            });
    }
    void stop() {
        if (m_stop != nullptr) {
            m_stop->request_stop();
            m_stop.reset();
        }
    }

private:
    std::shared_ptr<std::stop_source> m_stop; // of what is running; null: nothing is
    Background m_background; // last: its destructor waits after the stop is requested
};

} // namespace tessera::ui
