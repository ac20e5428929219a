#pragma once

#include "core/api/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
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

    // The next message; nothing if it is not complete within `wait` (negative: waits for ever):
    // what has arrived of it is kept. Io: the other end is gone; Corrupt: this is no message.
    [[nodiscard]] Result<std::optional<Frame>> receive(std::chrono::milliseconds wait);

private:
    struct Head {
        std::uint32_t kind = 0;
        std::uint32_t mark = 0;
        std::uint64_t bytes = 0;
    };
    // What can be had without waiting. True: the message is complete.
    [[nodiscard]] Result<bool> readSome();

    int m_socket;
    std::mutex m_sending; // whole messages, whoever sends
    // Of the message that is arriving; the thread that receives.
    Head m_head;
    std::size_t m_headBytes = 0;
    std::vector<std::byte> m_body;
    std::size_t m_bodyBytes = 0;
};

} // namespace tessera::remote
