#pragma once

#include "core/remote/messages.h"

#include <chrono>
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

// A child process with an engine. One call at a time, from any thread; the destructor ends it.
class ChildEngine {
public:
    // What the child tells during a call, on the thread of the call. False: it cannot be
    // understood.
    using OnEvent = std::function<bool(const Frame& frame, ChildEngine& child)>;

    static constexpr std::chrono::seconds kPatience{5};

    // Io: no process can be started.
    [[nodiscard]] static Result<std::unique_ptr<ChildEngine>> start(const HostProgram& program);
    ~ChildEngine();
    ChildEngine(const ChildEngine&) = delete;
    ChildEngine& operator=(const ChildEngine&) = delete;

    // The bytes of the answer; nothing if the child did not answer within kPatience of a stop and
    // was killed. Internal: it crashed, or somebody killed it. Of no use after either.
    [[nodiscard]] Result<std::optional<std::vector<std::byte>>>
    call(const Call& call, const OnEvent& onEvent, const std::stop_token& stop);

    // Lets a call go on that waits after a stage.
    void proceed();

private:
    ChildEngine(pid_t pid, int socket) : m_pid(pid), m_channel(socket) {}
    // Ends the process, unless it has ended by itself, and says how it did.
    [[nodiscard]] Error ending();
    int reap(); // its status

    pid_t m_pid; // 0: there is none any more
    Channel m_channel;
};

} // namespace tessera::remote
