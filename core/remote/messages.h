#pragma once

#include "core/remote/channel.h"
#include "core/remote/wire_values.h"

#include <optional>
#include <span>
#include <string>
#include <variant>

#include <fmt/format.h>

// What the program and its child say to each other. The child begins with Ready; a call is answered
// by events and exactly one Answer; calls come one after another.
namespace tessera::remote {

// Both must be of the same make, as after an update of a program that runs they are not.
inline const std::string kProtocol = fmt::format("{} {} {}", TESSERA_VERSION, kEngineVersion,
                                                 /* of these messages: */ 1);

enum class Message : std::uint32_t {
    // To the child.
    Call,    // a Calls
    Stop,    // the call that is running shall end early
    Proceed, // whoever waits after a stage may go on
    // From the child.
    Ready, // kProtocol, first of all
    // From the child, during a call.
    Progress,
    Sample,
    Notice,
    Snapshot,
    StageDone,
    Watched, // done and total of a Watch
    Answer,
};

struct DescribeCall {
    NetworkSpec spec;
    std::optional<InputSpec> input;
    int classes = 0;
};

// One of the three, and what the engine is told before.
struct Call {
    std::int64_t memoryBudget = 0;
    std::variant<TransferRequest, DescribeCall, FullActivationRequest> what;
};

template <class Wire, Exchanged<DescribeCall> T>
void exchange(Wire& wire, T& value) {
    auto& [spec, input, classes] = value;
    wire(spec, input, classes);
}

template <class... T>
[[nodiscard]] std::string packed(SharedObjects& known, const T&... values) {
    WireWriter wire(known);
    wire(values...);
    return wire.bytes();
}

// False if the bytes are something else.
template <class... T>
[[nodiscard]] bool unpack(std::span<const std::byte> bytes, SharedObjects& known, T&... values) {
    WireReader wire(bytes, known);
    wire(values...);
    return wire.atGoodEnd();
}

[[nodiscard]] std::string packedCall(const Call& call);
[[nodiscard]] std::optional<Call> unpackCall(std::span<const std::byte> bytes);

} // namespace tessera::remote
