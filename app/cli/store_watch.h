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

    // A sentence, once, when the file is first found to be gone. Looks every two seconds at most.
    [[nodiscard]] std::optional<std::string> news(Clock::time_point now = Clock::now());

private:
    struct Identity {
        dev_t device = 0;
        ino_t number = 0;
        friend bool operator==(const Identity&, const Identity&) = default;
    };
    // Empty: it is not there.
    [[nodiscard]] static std::optional<Identity> identityOf(const std::filesystem::path& file);

    std::filesystem::path m_file;
    std::optional<Identity> m_opened; // empty: nothing to watch, or told already
    Clock::time_point m_next;
};

} // namespace tessera::cli
