#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include <sys/types.h>

namespace tessera::cli {

// Watches, while a store is open, whether its file still lies where it was opened: what is written
// to one that does not reaches nobody, which otherwise shows when a run ends. One thread.
class StoreWatch {
public:
    using Clock = std::chrono::steady_clock;

    // No file: nothing to watch.
    explicit StoreWatch(std::filesystem::path file = {});

    // A sentence, once, when the file is found to be gone, and again after it came back. Looks
    // every two seconds at most. What cannot be looked at is not gone.
    [[nodiscard]] std::optional<std::string> news(Clock::time_point now = Clock::now());

private:
    struct Identity {
        dev_t device = 0;
        ino_t number = 0;
        friend bool operator==(const Identity&, const Identity&) = default;
    };
    enum class Found { There, Gone, Unknown };
    [[nodiscard]] Found look() const;

    std::filesystem::path m_file;
    std::optional<Identity> m_opened; // empty: nothing to watch
    bool m_told = false;
    Clock::time_point m_next;
};

} // namespace tessera::cli
