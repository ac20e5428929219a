#pragma once

#include <string>
#include <utility>

// After <string>: Qt 6.4's moc stumbles over <compare> where it comes first.
#include <compare>

namespace tessera {

// A string that cannot be mistaken for another kind of string.
template <class Tag>
struct StrongId {
    std::string value;

    StrongId() = default;
    explicit StrongId(std::string text) : value(std::move(text)) {}

    [[nodiscard]] bool empty() const { return value.empty(); }
    friend auto operator<=>(const StrongId&, const StrongId&) = default;
};

using RunId = StrongId<struct RunTag>;                   // "20261122-213045-3f2a9c51"
using ModeId = StrongId<struct ModeTag>;                 // "A"
using HubKindId = StrongId<struct HubKindTag>;           // "orthogonal"
using ControlId = StrongId<struct ControlTag>;           // "untrained_source"
using ArchitectureId = StrongId<struct ArchitectureTag>; // "mlp"

} // namespace tessera
