#pragma once

#include "core/api/result.h"
#include "ui/bridge/analyst.h"

#include <functional>
#include <optional>
#include <utility>

namespace tessera::ui {

// What the engine computes for a key, of which only the newest is wanted. The older result stays
// until the new one is there, and there is never more than one piece of work at a time. UI thread.
template <class Key, class Value>
class NewestResult {
public:
    using Work = Result<Value> (*)(const Key&, const Analysis&, const Watch&);
    enum class Older {
        Finishes, // what is being computed is of use too, and is waited for
        Stops,
    };

    // `context` owns this object. `analyst`: null: nothing is ever computed. `changed`: there is
    // another result, or another thing to wait for.
    NewestResult(Analyst* analyst, QObject* context, Work work, std::function<void()> changed)
        : m_analyst(analyst), m_context(context), m_work(work), m_changed(std::move(changed)) {
        if (analyst != nullptr) {
            QObject::connect(analyst, &Analyst::readyChanged, context, [this] {
                start();
                m_changed();
            });
        }
    }

    void want(const Key& key, Older older) {
        if (m_wanted == key) {
            return;
        }
        m_wanted = key;
        if (older == Older::Stops) {
            stop();
        }
        start();
    }
    // Nothing is wanted, and what was there is gone.
    void clear() {
        m_wanted.reset();
        m_result.reset();
        stop();
    }

    // What there is, which may be of an older key. Null: nothing.
    [[nodiscard]] const Result<Value>* result() const {
        return m_result ? &m_result->value : nullptr;
    }
    [[nodiscard]] bool canCompute() const { return m_analyst != nullptr; }
    [[nodiscard]] bool isReady() const { return m_analyst != nullptr && m_analyst->isReady(); }
    [[nodiscard]] bool isComplete() const {
        return !m_wanted || !canCompute() || (m_result && m_result->key == *m_wanted);
    }
    // 0 to 1; nothing while it is not known.
    [[nodiscard]] std::optional<double> share() const { return m_ticket.share(); }

private:
    struct Made {
        Key key;
        Result<Value> value;
    };

    void stop() {
        m_ticket.stop();
        m_running = false;
    }
    void start() {
        if (m_running || !m_wanted || isComplete() || !isReady()) {
            return;
        }
        m_running = true;
        m_ticket = m_analyst->run(
            m_context,
            [key = *m_wanted, work = m_work](const Analysis& analysis, const Watch& watch) {
                return work(key, analysis, watch);
            },
            [this, key = *m_wanted](Result<Value> value) {
                m_running = false;
                m_result = Made{key, std::move(value)};
                start();
                m_changed();
            });
    }

    Analyst* m_analyst;
    QObject* m_context;
    Work m_work;
    std::function<void()> m_changed;
    std::optional<Key> m_wanted;
    std::optional<Made> m_result;
    bool m_running = false;
    AnalysisTicket m_ticket;
};

} // namespace tessera::ui
