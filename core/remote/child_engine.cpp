#include "core/remote/child_engine.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <initializer_list>
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

// Signals that mean the whole group (Ctrl+C, `timeout`, a terminal that closes) are the parent's
// to answer, from the first moment; standard output is the parent's alone; no other descriptor of
// the parent lives on in the child.
class SpawnSettings {
public:
    explicit SpawnSettings(int socket) {
        posix_spawn_file_actions_init(&m_files);
        posix_spawn_file_actions_addopen(&m_files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&m_files, socket, kHostSocket);
        posix_spawn_file_actions_addclosefrom_np(&m_files, kHostSocket + 1);
        posix_spawnattr_init(&m_attributes);
        sigset_t blocked;
        sigemptyset(&blocked);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            sigaddset(&blocked, signal);
        }
        posix_spawnattr_setsigmask(&m_attributes, &blocked);
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

constexpr const char* kWayOut = "or let TorchScript files run in the program itself (Tools menu, "
                                "--in-process)";

tl::unexpected<Error> notStarted(int error) {
    return fail(ErrorCode::Io, fmt::format("no process can be started for the network ({}); close "
                                           "other programs, {}",
                                           std::strerror(error), kWayOut));
}

// Of a process that nobody here has ended. No status: somebody else has taken it.
Error endingError(std::optional<int> status, bool wasReady) {
    constexpr const char* kWhose = "the process in which the network's file ran";
    if (status && WIFSIGNALED(*status) && WTERMSIG(*status) == SIGKILL) {
        return {ErrorCode::OutOfMemory,
                fmt::format("{} was ended from outside, most likely because memory ran out; choose "
                            "smaller networks, batches or splits",
                            kWhose),
                std::nullopt};
    }
    if (status && WIFSIGNALED(*status)) {
        const char* name = sigdescr_np(WTERMSIG(*status));
        return {ErrorCode::Internal,
                fmt::format(
                    "{} crashed ({}); nothing else was harmed. Export the network again, or "
                    "try another version of the file",
                    kWhose, name != nullptr ? name : fmt::format("signal {}", WTERMSIG(*status))),
                std::nullopt};
    }
    const auto code = status ? fmt::format(" (exit code {})", WEXITSTATUS(*status)) : "";
    return {ErrorCode::Internal,
            wasReady ? fmt::format("{} ended by itself{}; nothing else was harmed. Export the "
                                   "network again, or try another version of the file",
                                   kWhose, code)
                     : fmt::format("the process for the network's file could not start{}; install "
                                   "the program again, {}",
                                   code, kWayOut),
            std::nullopt};
}

} // namespace

Result<std::unique_ptr<ChildEngine>> ChildEngine::start(const HostProgram& program) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return notStarted(errno);
    }
    // Away from the numbers that it gets in the child, also where standard streams are closed.
    for (int& end : ends) {
        const int moved = fcntl(end, F_DUPFD_CLOEXEC, kHostSocket + 1);
        close(end);
        end = moved;
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
    const int error = ends[0] < 0 || ends[1] < 0
                          ? EMFILE
                          : posix_spawn(&pid, file.c_str(), settings.files(), settings.attributes(),
                                        pointers.data(), environ);
    close(ends[1]);
    if (error != 0) {
        close(ends[0]);
        return notStarted(error);
    }
    return std::unique_ptr<ChildEngine>(new ChildEngine(pid, ends[0]));
}

ChildEngine::~ChildEngine() {
    end();
}

void ChildEngine::end() {
    if (m_pid != 0) {
        ::kill(m_pid, SIGKILL);
        while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
        }
        m_pid = 0;
    }
}

void ChildEngine::proceed() {
    (void)m_channel.send(static_cast<std::uint32_t>(Message::Proceed), {});
}

Result<std::optional<std::vector<std::byte>>> ChildEngine::call(const Call& call,
                                                                const OnEvent& onEvent,
                                                                const std::stop_token& stop,
                                                                const Patience& patience) {
    const std::optional<std::vector<std::byte>> ended;
    auto heard = steady_clock::now();
    steady_clock::duration longestGap{};
    std::optional<steady_clock::time_point> stopped;
    auto sent = m_channel.send(static_cast<std::uint32_t>(Message::Call), packedCall(call));
    for (;;) {
        if (!stopped && stop.stop_requested()) {
            stopped = steady_clock::now();
            (void)m_channel.send(static_cast<std::uint32_t>(Message::Stop), {});
        }
        if (stopped && steady_clock::now() - *stopped >
                           std::max<steady_clock::duration>(
                               patience.least, patience.timesLongestGap * longestGap)) {
            end();
            return ended;
        }
        auto frame =
            sent ? m_channel.receive(kPoll) : Result<std::optional<Frame>>(fail(sent.error()));
        if (!frame) {
            return stop.stop_requested() ? Result<std::optional<std::vector<std::byte>>>(ended)
                                         : fail(ending(frame.error()));
        }
        if (!*frame) {
            continue;
        }
        if (!stopped) {
            longestGap = std::max(longestGap, steady_clock::now() - heard);
        }
        const auto kind = static_cast<Message>((*frame)->kind);
        SharedObjects none;
        std::string version;
        if (kind == Message::Ready && unpack((*frame)->bytes, none, version)) {
            if (version != kProtocol) {
                return fail(ErrorCode::Internal, "the program was updated while it runs; close it "
                                                 "and start it again");
            }
            m_ready = true;
        } else if (kind == Message::Answer && m_ready) {
            return std::optional(std::move((*frame)->bytes));
        } else if (!m_ready || !onEvent(**frame, *this)) {
            return fail(ErrorCode::Internal, "the process of the network says what cannot be "
                                             "understood, and was ended");
        }
        heard = steady_clock::now(); // what was told may have taken a while here
    }
}

Error ChildEngine::ending(const Error& received) {
    std::optional<int> status;
    const auto latest = steady_clock::now() + kLastWords;
    while (m_pid != 0 && steady_clock::now() < latest) {
        int ended = 0;
        const pid_t which = waitpid(m_pid, &ended, WNOHANG);
        if (which == 0) {
            std::this_thread::sleep_for(kPoll);
            continue;
        }
        m_pid = 0; // also if it is not ours to wait for
        status = which > 0 ? std::optional(ended) : std::nullopt;
    }
    if (m_pid != 0) {
        end();
        return {ErrorCode::Internal,
                fmt::format("the process of the network was ended, as it could not be heard any "
                            "more: {}",
                            received.detail),
                std::nullopt};
    }
    return endingError(status, m_ready);
}

} // namespace tessera::remote
