#include "core/transfer/mode_registry.h"

#include "core/transfer/modes/activation_mode.h"

#include <fmt/format.h>

namespace tessera::transfer {

const std::vector<std::unique_ptr<Mode>>& modes() {
    static const auto all = [] {
        std::vector<std::unique_ptr<Mode>> list;
        list.push_back(std::make_unique<ActivationMode>());
        return list;
    }();
    return all;
}

Result<const Mode*> findMode(const ModeId& id) {
    std::string known;
    for (const auto& mode : modes()) {
        if (mode->descriptor().id == id) {
            return mode.get();
        }
        known += (known.empty() ? "" : ", ") + mode->descriptor().id.value;
    }
    return fail(ErrorCode::NotFound,
                fmt::format("there is no transfer mode '{}'; choose from {}", id.value, known));
}

} // namespace tessera::transfer
