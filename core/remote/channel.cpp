#include "core/remote/channel.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tessera::remote {

namespace {

constexpr std::size_t kPiece = std::size_t{4} << 20; // memory is taken for what has arrived

struct Head {
    std::uint32_t kind = 0;
    std::uint32_t mark = 0;
    std::uint64_t bytes = 0;
};
constexpr std::uint32_t kMark = 0x54455353;

tl::unexpected<Error> gone() {
    return fail(ErrorCode::Io, "the other process has ended");
}

} // namespace

Channel::~Channel() {
    close(m_socket);
}

Result<void> Channel::send(std::uint32_t kind, const std::string& bytes) {
    if (bytes.size() > kMostBytes) {
        return fail(ErrorCode::OutOfMemory,
                    "what a network puts out is more than 1 GiB; choose fewer taps or samples");
    }
    const Head head{kind, kMark, bytes.size()};
    std::array<char, sizeof head> front{};
    std::memcpy(front.data(), &head, sizeof head);
    const std::lock_guard lock(m_sending);
    for (std::string_view rest :
         {std::string_view(front.data(), front.size()), std::string_view(bytes)}) {
        while (!rest.empty()) {
            // Without SIGPIPE, which would end whoever does not ignore it.
            const ssize_t sent = ::send(m_socket, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno != EINTR) {
                return gone();
            }
            rest.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
        }
    }
    return {};
}

Result<std::optional<Frame>> Channel::receive(std::chrono::milliseconds wait) {
    pollfd waiting{m_socket, POLLIN, 0};
    const int ready = poll(&waiting, 1, static_cast<int>(wait.count()));
    if (ready == 0 || (ready < 0 && errno == EINTR)) {
        return std::optional<Frame>();
    }
    Head head;
    if (auto read = readAll(std::as_writable_bytes(std::span(&head, 1))); !read) {
        return fail(read.error());
    }
    if (head.mark != kMark || head.bytes > kMostBytes) {
        return fail(ErrorCode::Corrupt, "the other process says what cannot be understood");
    }
    Frame frame{head.kind, {}};
    while (frame.bytes.size() < head.bytes) {
        const auto begin = frame.bytes.size();
        frame.bytes.resize(begin + std::min<std::size_t>(kPiece, head.bytes - begin));
        if (auto read = readAll(std::span(frame.bytes).subspan(begin)); !read) {
            return fail(read.error());
        }
    }
    return std::optional(std::move(frame));
}

Result<void> Channel::readAll(std::span<std::byte> target) {
    while (!target.empty()) {
        const ssize_t got = recv(m_socket, target.data(), target.size(), 0);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return gone();
        }
        target = target.subspan(got > 0 ? static_cast<std::size_t>(got) : 0);
    }
    return {};
}

} // namespace tessera::remote
