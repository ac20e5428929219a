#include "core/store/owner.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

namespace tessera::store {

namespace {

std::string readAll(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct ProcessStat {
    char state = '?';
    std::int64_t startTicks = 0;
};

// /proc/PID/stat: "pid (name) state ppid ...", field 22 is the start time. The name may hold
// spaces and parentheses, so fields are counted from the last ')'. See proc(5).
std::optional<ProcessStat> processStat(std::int64_t pid) {
    const std::string text = readAll("/proc/" + std::to_string(pid) + "/stat");
    const auto end = text.rfind(')');
    if (end == std::string::npos) {
        return std::nullopt;
    }
    std::istringstream fields(text.substr(end + 1));
    ProcessStat stat;
    fields >> stat.state;
    std::string skipped;
    for (int field = 4; field < 22; ++field) {
        fields >> skipped;
    }
    if (!(fields >> stat.startTicks)) {
        return std::nullopt;
    }
    return stat;
}

std::string hostName() {
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0) {
        return {};
    }
    return name.data();
}

// Hosts that nobody named share names, so equal names say nothing about them.
bool namesOneMachine(const std::string& machine) {
    return !machine.empty() && machine.front() != '/' && machine.rfind("localhost", 0) != 0;
}

} // namespace

Owner currentOwner() {
    Owner owner;
    owner.pid = getpid();
    if (const auto stat = processStat(owner.pid)) {
        owner.startTicks = stat->startTicks;
    }
    owner.bootId = readAll("/proc/sys/kernel/random/boot_id");
    while (!owner.bootId.empty() && owner.bootId.back() == '\n') {
        owner.bootId.pop_back();
    }
    std::error_code ignored;
    const auto space = std::filesystem::read_symlink("/proc/self/ns/pid", ignored);
    owner.machine = hostName() + "/" + space.string();
    return owner;
}

Liveness livenessOf(const Owner& recorded, const Owner& here) {
    if (recorded.bootId.empty() || here.bootId.empty()) {
        return Liveness::Unknown;
    }
    const bool sameMachine = recorded.machine == here.machine;
    if (recorded.bootId != here.bootId) {
        return sameMachine && namesOneMachine(here.machine) ? Liveness::Dead : Liveness::Unknown;
    }
    if (!sameMachine || recorded.pid <= 0) {
        return Liveness::Unknown;
    }
    if (const auto stat = processStat(recorded.pid)) {
        // A zombie has ended; only its parent has not noticed.
        const bool ended = stat->state == 'Z' || stat->state == 'X';
        const bool recycled = recorded.startTicks != 0 && stat->startTicks != recorded.startTicks;
        return ended || recycled ? Liveness::Dead : Liveness::Alive;
    }
    // /proc may hide other people's processes; the process may still be there.
    if (kill(static_cast<pid_t>(recorded.pid), 0) != 0 && errno == ESRCH) {
        return Liveness::Dead;
    }
    return Liveness::Unknown;
}

bool isOwnerGone(const Owner& recorded, const Owner& here, std::int64_t heartbeatMs,
                 std::int64_t nowMs) {
    switch (livenessOf(recorded, here)) {
    case Liveness::Alive:
        return false;
    case Liveness::Dead:
        return true;
    case Liveness::Unknown:
        break;
    }
    return nowMs - heartbeatMs > kHeartbeatTimeoutMs;
}

bool isHeartbeatDoubtful(const Owner& recorded, const Owner& here, std::int64_t heartbeatMs,
                         std::int64_t nowMs) {
    return heartbeatMs - nowMs > kMostAheadMs && livenessOf(recorded, here) == Liveness::Unknown;
}

} // namespace tessera::store
