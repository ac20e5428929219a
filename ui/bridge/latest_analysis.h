#pragma once

#include "ui/bridge/analyst.h"

#include <functional>
#include <utility>

namespace tessera::ui {

// A piece of analysis of which only the latest is wanted: what is asked for stops what was asked
// for before, whose result is not delivered any more. What is asked for before the engine is there
// is asked for again then. UI thread.
class LatestAnalysis {
public:
    // `context` owns this object; `again` asks once more. `analyst` outlives it; null: nothing is
    // ever computed.
    LatestAnalysis(Analyst* analyst, QObject* context, std::function<void()> again)
        : m_analyst(analyst), m_context(context) {
        if (analyst != nullptr) {
            QObject::connect(analyst, &Analyst::readyChanged, context,
                             [this, again = std::move(again)] {
                                 if (m_waiting && m_analyst->isReady()) {
                                     again();
                                 }
                             });
        }
    }

    // As Analyst::run().
    template <class Work, class Then>
    void run(Work work, Then then) {
        stop();
        m_waiting = m_analyst != nullptr && !m_analyst->isReady();
        if (m_analyst != nullptr && !m_waiting) {
            m_ticket = m_analyst->run(m_context, std::move(work), std::move(then));
        }
    }
    void stop() {
        m_waiting = false;
        m_ticket.stop();
    }

    // For the engine.
    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    // A result is on its way, or will be.
    [[nodiscard]] bool isBusy() const { return m_waiting || m_ticket.isRunning(); }

private:
    Analyst* m_analyst;
    QObject* m_context;
    bool m_waiting = false;
    AnalysisTicket m_ticket;
};

} // namespace tessera::ui
