#pragma once

#include "ui/bridge/analyst.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace tessera::ui {

// The hub of two networks, fitted anew on some of the samples, off the UI thread, once the number
// has rested for a moment. A fit that stands stays until the next one is there. UI thread.
class HubAnchors : public QObject {
    Q_OBJECT

public:
    static constexpr int kRestMs = 150;

    // `analyst` outlives it; null: nothing can be fitted.
    explicit HubAnchors(Analyst* analyst, QObject* parent = nullptr);

    // Both may be null. Another source has another hub, and without a receiver there is nothing to
    // fit: what was fitted is dropped.
    void setNetworks(std::shared_ptr<const NetworkRows> source,
                     std::shared_ptr<const NetworkRows> receiver);
    // So many anchors; nothing: no fit is wanted.
    void setAnchors(std::optional<std::int64_t> anchors);

    // Null: none is wanted, or there is none yet.
    [[nodiscard]] std::shared_ptr<const AnchorFit> fit() const { return m_fit; }
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    // A fit is wanted, and is on its way.
    [[nodiscard]] bool isBusy() const {
        return m_rest.isActive() || m_work.isRunning() || (m_analyst != nullptr && isWaiting());
    }
    // It is wanted, and the engine is not there.
    [[nodiscard]] bool isWaiting() const { return m_anchors.has_value() && m_isWaiting; }

Q_SIGNALS:
    void changed();

private:
    void begin();
    void onFitted(Result<std::shared_ptr<const AnchorFit>> fit);

    Analyst* m_analyst;
    std::shared_ptr<const NetworkRows> m_source;
    std::shared_ptr<const NetworkRows> m_receiver;
    std::optional<std::int64_t> m_anchors;
    std::shared_ptr<const AnchorFit> m_fit;
    std::optional<Error> m_failure;
    bool m_isWaiting = false;
    bool m_again = false; // the receiver has learned meanwhile
    QTimer m_rest;
    AnalysisTicket m_work;
};

} // namespace tessera::ui
