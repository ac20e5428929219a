#include "ui/bridge/projection_follower.h"

#include "ui/bridge/projector.h"

#include <algorithm>
#include <utility>

namespace tessera::ui {

namespace {

// Placing the receiver's points may take so much of the time at most.
constexpr int kPlacingShare = 10; // one tenth
constexpr int kStepsToForesee = 5;

} // namespace

void ProjectionFollower::setReceiver(std::shared_ptr<const NetworkRows> receiver) {
    const std::lock_guard lock(m_mutex);
    m_receiver = std::move(receiver);
    m_news.receiver.reset(); // what is there is another one's
}

std::shared_ptr<const NetworkRows> ProjectionFollower::receiver() const {
    const std::lock_guard lock(m_mutex);
    return m_receiver;
}

void ProjectionFollower::setPaused(bool paused) {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
    }
    m_awake.notify_all();
}

std::optional<ProjectionFollower::News> ProjectionFollower::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_isNew, false) ? std::optional(m_news) : std::nullopt;
}

void ProjectionFollower::follow(const Analysis& analysis, const NetworkRows& source,
                                const std::stop_token& stop) {
    m_analysis = &analysis;
    m_source = &source;
    m_stop = stop;
}

// Under the lock.
void ProjectionFollower::announce() {
    m_lastTold = Clock::now();
    if (!std::exchange(m_isNew, true)) {
        m_tell();
    }
}

void ProjectionFollower::waitWhilePaused(std::unique_lock<std::mutex>& lock) {
    if (m_paused) {
        const auto began = Clock::now();
        m_awake.wait(lock, m_stop, [this] { return !m_paused; });
        m_pausedFor += Clock::now() - began;
    }
}

void ProjectionFollower::progress(ProjectionStage stage, std::int64_t done, std::int64_t total) {
    std::unique_lock lock(m_mutex);
    const bool begins = stage != m_news.progress.stage;
    m_news.progress.stage = stage;
    m_news.progress.share =
        total > 0 ? std::optional(std::clamp(static_cast<double>(done) / static_cast<double>(total),
                                             0.0, 1.0))
                  : std::nullopt;
    if (begins && stage == ProjectionStage::Layout) {
        m_layoutBegan = Clock::now();
        m_pausedFor = {};
    }
    if (begins || m_paused || Clock::now() - m_lastTold >= kPeriod) {
        announce();
    }
    waitWhilePaused(lock);
}

std::shared_ptr<const Matrix> ProjectionFollower::placedAmong(const Matrix& xy) {
    const auto receiver = this->receiver();
    const auto began = Clock::now();
    if (receiver == nullptr || receiver->hub.empty() || began < m_nextPlacing) {
        return nullptr;
    }
    auto placed =
        m_analysis->placeAmong(m_source->hub, xy, receiver->hub, Projector::kPlacedAmong, m_stop);
    m_nextPlacing = Clock::now() + (kPlacingShare - 1) * (Clock::now() - began);
    if (!placed || placed->empty() || receiver != this->receiver()) {
        return nullptr; // it has learned meanwhile
    }
    return std::make_shared<const Matrix>(std::move(*placed));
}

std::optional<double> ProjectionFollower::secondsLeft(int step, int total) const {
    if (step < kStepsToForesee) {
        return std::nullopt;
    }
    const std::chrono::duration<double> taken = Clock::now() - m_layoutBegan - m_pausedFor;
    return taken.count() / step * (total - step);
}

void ProjectionFollower::frame(const ProjectionFrame& frame) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_paused && m_news.source != nullptr && Clock::now() - m_lastTold < kPeriod) {
            return;
        }
    }
    auto source = std::make_shared<const Matrix>(frame.xy);
    auto receiver = placedAmong(frame.xy);
    std::unique_lock lock(m_mutex);
    m_news.source = std::move(source);
    if (receiver != nullptr) {
        m_news.receiver = std::move(receiver);
    }
    m_news.progress.step = frame.step;
    m_news.progress.total = frame.total;
    m_news.progress.secondsLeft = secondsLeft(frame.step, frame.total);
    announce();
    waitWhilePaused(lock);
}

} // namespace tessera::ui
