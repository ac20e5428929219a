#pragma once

#include "core/remote/messages.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <sys/types.h>

namespace tessera::remote {

// A program that calls serveEngine() with the socket that it finds under the number kHostSocket.
struct HostProgram {
    std::filesystem::path file;
    std::vector<std::string> arguments; // behind the program's name
};
inline constexpr int kHostSocket = 3;

// How long a child may take after a stop before it is killed: what is worth waiting for, and what
// is known of its pace.
struct Patience {
    std::chrono::milliseconds least{0};
    int timesLongestGap = 0; // between two of its messages
};

// A child process with an engine, for one call. The destructor ends it. One thread.
class ChildEngine {
public:
    // What the child tells during a call, on the thread of the call. False: it makes no sense.
    using OnEvent = std::function<bool(const Frame& frame, ChildEngine& child)>;

    // Io: no process can be started.
    [[nodiscard]] static Result<std::unique_ptr<ChildEngine>> start(const HostProgram& program);
    ~ChildEngine();
    ChildEngine(const ChildEngine&) = delete;
    ChildEngine& operator=(const ChildEngine&) = delete;

    // The bytes of the answer; nothing if the child ended, or had to be ended, after a stop.
    // Internal: it crashed, or is another program; OutOfMemory: it was killed by somebody else.
    [[nodiscard]] Result<std::optional<std::vector<std::byte>>> call(const Call& call,
                                                                     const OnEvent& onEvent,
                                                                     const std::stop_token& stop,
                                                                     const Patience& patience);

    // Lets a call go on that waits after a stage.
    void proceed();

private:
    ChildEngine(pid_t pid, int socket) : m_pid(pid), m_channel(socket) {}
    // Why the child cannot be heard any more.
    [[nodiscard]] Error ending(const Error& received);
    void end();

    pid_t m_pid; // 0: there is none any more
    Channel m_channel;
    bool m_ready = false; // it has said which program it is
};

} // namespace tessera::remote
