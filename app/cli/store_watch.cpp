#include "app/cli/store_watch.h"

#include <fmt/format.h>

#include <cerrno>
#include <utility>

#include <sys/stat.h>

namespace tessera::cli {

namespace {

constexpr auto kLookEvery = std::chrono::seconds(2);

} // namespace

StoreWatch::StoreWatch(std::filesystem::path file) : m_file(std::move(file)) {
    struct stat status {};
    if (!m_file.empty() && stat(m_file.c_str(), &status) == 0) {
        m_opened = Identity{status.st_dev, status.st_ino};
    }
}

StoreWatch::Found StoreWatch::look() const {
    struct stat status {};
    if (stat(m_file.c_str(), &status) == 0) {
        return Identity{status.st_dev, status.st_ino} == m_opened ? Found::There : Found::Gone;
    }
    return errno == ENOENT ? Found::Gone : Found::Unknown; // a network that is away comes back
}

std::optional<std::string> StoreWatch::news(Clock::time_point now) {
    if (!m_opened || now < m_next) {
        return std::nullopt;
    }
    m_next = now + kLookEvery;
    const auto found = look();
    if (found != Found::Gone) {
        m_told = m_told && found == Found::Unknown;
        return std::nullopt;
    }
    if (std::exchange(m_told, true)) {
        return std::nullopt;
    }
    return fmt::format("the file of the run store '{}' was deleted, moved or replaced, so that "
                       "nothing more is kept; move it back (a copy does not do), or stop and start "
                       "again",
                       m_file.string());
}

} // namespace tessera::cli
