#pragma once

#include "core/api/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tessera::remote {

// One message between two processes: what it is (messages.h), and its bytes.
struct Frame {
    std::uint32_t kind = 0;
    std::vector<std::byte> bytes;
};

// One end of a pair of connected sockets. send() from any thread, receive() on one thread.
class Channel {
public:
    static constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30; // of one message

    // Owns the socket.
    explicit Channel(int socket) : m_socket(socket) {}
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    // Waits until all is written. Io: nobody is at the other end any more.
    [[nodiscard]] Result<void> send(std::uint32_t kind, const std::string& bytes);

    // The next message; nothing if none has begun within `wait` (negative: waits for ever). A
    // message that has begun is read to its end. Io: the other end is gone; Corrupt: this is no
    // message.
    [[nodiscard]] Result<std::optional<Frame>> receive(std::chrono::milliseconds wait);

private:
    [[nodiscard]] Result<void> readAll(std::span<std::byte> target);

    int m_socket;
    std::mutex m_sending; // whole messages, whoever sends
};

} // namespace tessera::remote
