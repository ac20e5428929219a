#include "core/remote/child_engine.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include <fmt/format.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tessera::remote {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kPoll{20};       // how late a stop is heard
constexpr milliseconds kLastWords{500}; // a process that has closed its socket is about to end

// Signals as a program finds them at its start, and streams that cannot mix with our results.
class SpawnSettings {
public:
    explicit SpawnSettings(int socket) {
        posix_spawn_file_actions_init(&m_files);
        posix_spawn_file_actions_adddup2(&m_files, socket, kHostSocket);
        posix_spawn_file_actions_adddup2(&m_files, STDERR_FILENO, STDOUT_FILENO);
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK);
    }
    ~SpawnSettings() {
        posix_spawnattr_destroy(&m_attributes);
        posix_spawn_file_actions_destroy(&m_files);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t* files() const { return &m_files; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_files{};
    posix_spawnattr_t m_attributes{};
};

// "crashed (segmentation fault)"
std::string endingText(int status) {
    if (WIFSIGNALED(status)) {
        const int number = WTERMSIG(status);
        const char* name = sigdescr_np(number);
        const std::string text = name != nullptr ? name : fmt::format("signal {}", number);
        return number == SIGKILL
                   ? fmt::format("was ended from outside ({}); memory may have run out", text)
                   : fmt::format("crashed ({})", text);
    }
    return fmt::format("ended by itself (exit code {})", WEXITSTATUS(status));
}

} // namespace

Result<std::unique_ptr<ChildEngine>> ChildEngine::start(const HostProgram& program) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return fail(ErrorCode::Io, fmt::format("no process can be started for the network ({})",
                                               std::strerror(errno)));
    }
    std::string file = program.file.string();
    auto arguments = program.arguments;
    std::vector<char*> pointers{file.data()};
    for (auto& argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    const SpawnSettings settings(ends[1]);
    pid_t pid = 0;
    const int error = posix_spawn(&pid, file.c_str(), settings.files(), settings.attributes(),
                                  pointers.data(), environ);
    close(ends[1]);
    if (error != 0) {
        close(ends[0]);
        return fail(ErrorCode::Io, fmt::format("no process can be started for the network ({})",
                                               std::strerror(error)));
    }
    return std::unique_ptr<ChildEngine>(new ChildEngine(pid, ends[0]));
}

ChildEngine::~ChildEngine() {
    if (m_pid != 0) {
        ::kill(m_pid, SIGKILL);
        (void)reap();
    }
}

void ChildEngine::proceed() {
    (void)m_channel.send(static_cast<std::uint32_t>(Message::Proceed), {});
}

Result<std::optional<std::vector<std::byte>>>
ChildEngine::call(const Call& call, const OnEvent& onEvent, const std::stop_token& stop) {
    if (m_pid == 0 ||
        !m_channel.send(static_cast<std::uint32_t>(Message::Call), packedCall(call))) {
        return fail(ending());
    }
    std::optional<steady_clock::time_point> stopped;
    for (;;) {
        if (!stopped && stop.stop_requested()) {
            stopped = steady_clock::now();
            (void)m_channel.send(static_cast<std::uint32_t>(Message::Stop), {});
        }
        if (stopped && steady_clock::now() - *stopped > kPatience) {
            (void)ending();
            return std::optional<std::vector<std::byte>>();
        }
        auto frame = m_channel.receive(kPoll);
        if (!frame) {
            return fail(ending());
        }
        if (!*frame) {
            continue;
        }
        if (static_cast<Message>((*frame)->kind) == Message::Answer) {
            return std::optional(std::move((*frame)->bytes));
        }
        if (!onEvent(**frame, *this)) {
            (void)ending();
            return fail(ErrorCode::Internal, "the process of the network says what cannot be "
                                             "understood; it was ended");
        }
    }
}

Error ChildEngine::ending() {
    int status = 0;
    const auto latest = steady_clock::now() + kLastWords;
    while (m_pid != 0 && steady_clock::now() < latest) {
        const pid_t ended = waitpid(m_pid, &status, WNOHANG);
        if (ended == m_pid) {
            m_pid = 0;
        } else {
            std::this_thread::sleep_for(kPoll);
        }
    }
    if (m_pid != 0) {
        ::kill(m_pid, SIGKILL);
        status = reap();
    }
    return {ErrorCode::Internal,
            fmt::format("the process in which the network's file ran {}; nothing else was harmed. "
                        "Export the network again, or try another version of the file",
                        endingText(status)),
            std::nullopt};
}

int ChildEngine::reap() {
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = 0;
    return status;
}

} // namespace tessera::remote
