#pragma once

#include "core/api/analysis.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace tessera::ui {

// How far a projection is.
struct ProjectionProgress {
    ProjectionStage stage = ProjectionStage::Axes;
    std::optional<double> share; // of the stage, 0..1
    int step = 0;                // of the picture that is shown
    int total = 0;
    std::optional<double> secondsLeft; // of the layout; nothing: not known yet
};

// What the thread of a projection and the UI thread share: the latest picture, and whether there is
// a pause. Pictures that nobody could see in time are let pass. Any thread; `follow` comes first.
class ProjectionFollower : public ProjectionObserver {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kPeriod{50}; // from one picture to the next

    struct News {
        ProjectionProgress progress;
        std::shared_ptr<const Matrix> source; // (n, 2); null: there is no picture yet
        // Placed among them a while ago; null: not yet.
        std::shared_ptr<const Matrix> receiver;
    };

    // `tell` is called on the projection's thread, at most once for each take().
    explicit ProjectionFollower(std::function<void()> tell) : m_tell(std::move(tell)) {}

    // --- The UI thread ---
    // Whose points are placed among the source's in every picture, as far as time allows.
    void setReceiver(std::shared_ptr<const NetworkRows> receiver);
    void setPaused(bool paused);
    // The latest; nothing if that was taken before.
    [[nodiscard]] std::optional<News> take();

    // --- The projection's thread ---
    // All three live until the projection has ended.
    void follow(const Analysis& analysis, const NetworkRows& source, const std::stop_token& stop);
    void progress(ProjectionStage stage, std::int64_t done, std::int64_t total) override;
    void frame(const ProjectionFrame& frame) override;
    [[nodiscard]] std::shared_ptr<const NetworkRows> receiver() const;

private:
    [[nodiscard]] std::shared_ptr<const Matrix> placedAmong(const Matrix& xy);
    [[nodiscard]] std::optional<double> secondsLeft(int step, int total) const;
    void announce();
    void waitWhilePaused(std::unique_lock<std::mutex>& lock);

    std::function<void()> m_tell;

    // The projection's thread only.
    const Analysis* m_analysis = nullptr;
    const NetworkRows* m_source = nullptr;
    std::stop_token m_stop;
    Clock::time_point m_nextPlacing;
    Clock::time_point m_layoutBegan;
    Clock::duration m_pausedFor{0}; // since then

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_awake;
    bool m_paused = false;
    std::shared_ptr<const NetworkRows> m_receiver;
    News m_news;
    bool m_isNew = false;
    Clock::time_point m_lastTold;
};

} // namespace tessera::ui
