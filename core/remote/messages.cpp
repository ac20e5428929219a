#include "core/remote/messages.h"

namespace tessera::remote {

std::string packedCall(const Call& call) {
    SharedObjects none;
    return std::visit(
        [&](const auto& what) {
            return packed(none, call.memoryBudget, std::uint64_t{call.what.index()}, what);
        },
        call.what);
}

std::optional<Call> unpackCall(std::span<const std::byte> bytes) {
    SharedObjects none;
    WireReader wire(bytes, none);
    Call call;
    std::uint64_t index = 0;
    wire(call.memoryBudget, index);
    const auto read = [&](auto what) {
        wire(what);
        call.what = std::move(what);
    };
    switch (index) {
    case 0:
        read(TransferRequest());
        break;
    case 1:
        read(DescribeCall());
        break;
    case 2:
        read(FullActivationRequest());
        break;
    default:
        return std::nullopt;
    }
    return wire.atGoodEnd() ? std::optional(std::move(call)) : std::nullopt;
}

} // namespace tessera::remote
