#pragma once

#include "core/api/watch.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>

namespace tessera::ui {

// How far work off the UI thread is: written where it is done, read on the UI thread. Copies speak
// of the same work.
class SharedProgress {
public:
    // Work that begins: nothing is known of it yet.
    void begin() { m_share = std::make_shared<std::atomic<double>>(kUnknown); }
    void end() { m_share.reset(); }
    [[nodiscard]] bool isBegun() const { return m_share != nullptr; }

    // 0 to 1; nothing while it is not known, or nothing is done.
    [[nodiscard]] std::optional<double> share() const {
        const double share = m_share != nullptr ? m_share->load() : kUnknown;
        return share < 0.0 ? std::nullopt : std::optional(share);
    }

    // For the thread that does the work.
    [[nodiscard]] Watch watch(const std::stop_token& stop) const {
        return {stop, [share = m_share](std::int64_t done, std::int64_t total) {
                    if (share != nullptr) {
                        *share =
                            total > 0
                                ? std::clamp(static_cast<double>(done) / static_cast<double>(total),
                                             0.0, 1.0)
                                : kUnknown;
                    }
                }};
    }

private:
    static constexpr double kUnknown = -1.0;
    std::shared_ptr<std::atomic<double>> m_share;
};

} // namespace tessera::ui
