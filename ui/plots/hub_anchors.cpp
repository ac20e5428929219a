#include "ui/plots/hub_anchors.h"

#include <utility>

namespace tessera::ui {

HubAnchors::HubAnchors(Analyst* analyst, QObject* parent) : QObject(parent), m_analyst(analyst) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &HubAnchors::begin);
    if (m_analyst != nullptr) {
        connect(m_analyst, &Analyst::readyChanged, this, [this] {
            if (isWaiting()) {
                begin();
            }
        });
    }
}

void HubAnchors::setNetworks(std::shared_ptr<const NetworkRows> source,
                             std::shared_ptr<const NetworkRows> receiver) {
    if (source == m_source && receiver == m_receiver) {
        return;
    }
    if (source != m_source || receiver == nullptr) {
        m_fit.reset();
        m_failure.reset();
        m_work.stop();
    }
    m_source = std::move(source);
    m_receiver = std::move(receiver);
    // A receiver that learns faster than a hub is fitted must not keep it from ever being fitted.
    m_again = m_work.isRunning();
    if (m_receiver == nullptr) {
        m_rest.stop();
        Q_EMIT changed();
    } else if (m_anchors && !m_again && !m_rest.isActive()) {
        m_rest.start();
    }
}

void HubAnchors::setAnchors(std::optional<std::int64_t> anchors) {
    if (anchors == m_anchors) {
        return;
    }
    m_anchors = anchors;
    m_again = false;
    m_work.stop();
    if (m_anchors) {
        m_rest.start();
    } else {
        m_rest.stop();
        m_fit.reset();
        m_failure.reset();
        m_isWaiting = false;
    }
    Q_EMIT changed();
}

void HubAnchors::begin() {
    if (!m_anchors || m_source == nullptr || m_receiver == nullptr) {
        Q_EMIT changed();
        return;
    }
    m_isWaiting = m_analyst == nullptr || !m_analyst->isReady();
    if (!m_isWaiting) {
        AnchorFitRequest request;
        request.source = m_source;
        request.receiver = m_receiver;
        request.anchors = *m_anchors;
        m_work = m_analyst->run(
            this,
            [request](const Analysis& analysis, const Watch& watch) {
                return analysis.fitAnchors(request, watch);
            },
            [this](Result<std::shared_ptr<const AnchorFit>> fit) { onFitted(std::move(fit)); });
    }
    Q_EMIT changed();
}

void HubAnchors::onFitted(Result<std::shared_ptr<const AnchorFit>> fit) {
    if (fit) {
        m_fit = std::move(*fit);
        m_failure.reset();
    } else {
        m_fit.reset();
        m_failure = std::move(fit).error();
    }
    if (std::exchange(m_again, false)) {
        m_rest.start();
    }
    Q_EMIT changed();
}

} // namespace tessera::ui
