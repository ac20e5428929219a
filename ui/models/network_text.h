#pragma once

#include "core/api/network_description.h"
#include "ui/bridge/network_role.h"

#include <QString>

// Words for what is known of a network. Names and sentences of the core stay English. UI thread.
namespace tessera::ui {

[[nodiscard]] QString networkKindText(NetworkDescription::Kind kind); // "TorchScript"
[[nodiscard]] QString parametersText(std::int64_t count);             // "11.2 million parameters"
[[nodiscard]] QString countText(std::int64_t count);                  // "11,181,642"
// "64 × 16 × 16"; an em dash where it is unknown.
[[nodiscard]] QString shapeText(const std::vector<std::int64_t>& shape);
[[nodiscard]] QString inputText(const InputSpec& input); // "images, 3 × 32 × 32"
// "Vision transformer, width 64, depth 2, patches of 4 pixels, class token"
[[nodiscard]] QString recipeText(const ArchitectureSpec& architecture);
// "TorchScript, 11.2 million parameters, 10 classes"
[[nodiscard]] QString networkSummary(const NetworkDescription& about);

// What a run would use a network for.
struct NetworkUse {
    NetworkRole role = NetworkRole::Source;
    NetworkSpec spec;
    std::optional<InputSpec> input; // of the data
    int classes = 0;                // of the data; 0: unknown
    Mismatch mismatch = Mismatch::None;
};

// Why a run cannot use it and what to do about it, in one or two sentences; empty: it can, as far
// as is known.
[[nodiscard]] QString networkObstacle(const NetworkDescription& about, const NetworkUse& use);
// The same of a file that could not be read at all.
[[nodiscard]] QString networkFailureText(const NetworkSpec& spec, const Error& error);

} // namespace tessera::ui
