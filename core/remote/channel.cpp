#include "core/remote/channel.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tessera::remote {

namespace {

constexpr std::size_t kPiece = std::size_t{4} << 20; // memory is taken for what has arrived

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
    using std::chrono::steady_clock;
    const auto latest = steady_clock::now() + wait;
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(latest - steady_clock::now());
        pollfd waiting{m_socket, POLLIN, 0};
        const int ready =
            poll(&waiting, 1, wait.count() < 0 ? -1 : std::max(0, static_cast<int>(left.count())));
        if (ready > 0) {
            const auto complete = readSome();
            if (!complete) {
                return fail(complete.error());
            }
            if (*complete) {
                Frame frame{m_head.kind, std::exchange(m_body, {})};
                m_headBytes = m_bodyBytes = 0;
                return std::optional(std::move(frame));
            }
        }
        if (wait.count() >= 0 && steady_clock::now() >= latest) {
            return std::optional<Frame>();
        }
    }
}

Result<bool> Channel::readSome() {
    const bool inHead = m_headBytes < sizeof m_head;
    if (!inHead && m_bodyBytes == m_body.size()) {
        m_body.resize(m_bodyBytes + std::min<std::size_t>(kPiece, m_head.bytes - m_bodyBytes));
    }
    auto* target =
        inHead ? reinterpret_cast<std::byte*>(&m_head) + m_headBytes : m_body.data() + m_bodyBytes;
    const auto wanted = inHead ? sizeof m_head - m_headBytes : m_body.size() - m_bodyBytes;
    const ssize_t got = recv(m_socket, target, wanted, MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
        return false;
    }
    if (got <= 0) {
        return gone();
    }
    (inHead ? m_headBytes : m_bodyBytes) += static_cast<std::size_t>(got);
    if (m_headBytes == sizeof m_head && (m_head.mark != kMark || m_head.bytes > kMostBytes)) {
        return fail(ErrorCode::Corrupt, "the other process says what cannot be understood");
    }
    return m_headBytes == sizeof m_head && m_bodyBytes == m_head.bytes;
}

} // namespace tessera::remote
