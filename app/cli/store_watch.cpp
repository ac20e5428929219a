#include "app/cli/store_watch.h"

#include <fmt/format.h>

#include <utility>

#include <sys/stat.h>

namespace tessera::cli {

namespace {

constexpr auto kLookEvery = std::chrono::seconds(2);

} // namespace

StoreWatch::StoreWatch(std::filesystem::path file) : m_file(std::move(file)) {
    if (!m_file.empty()) {
        m_opened = identityOf(m_file);
    }
}

std::optional<StoreWatch::Identity> StoreWatch::identityOf(const std::filesystem::path& file) {
    struct stat status {};
    if (stat(file.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return Identity{status.st_dev, status.st_ino};
}

std::optional<std::string> StoreWatch::news(Clock::time_point now) {
    if (!m_opened || now < m_next) {
        return std::nullopt;
    }
    m_next = now + kLookEvery;
    if (identityOf(m_file) == m_opened) {
        return std::nullopt;
    }
    m_opened.reset();
    return fmt::format("the file of the run store '{}' was deleted, moved or replaced, so that "
                       "nothing more is kept; put it back, or stop and start again",
                       m_file.string());
}

} // namespace tessera::cli
