#pragma once

#include "core/api/experiment.h"
#include "core/format/named_array.h"
#include "core/hub/hub.h"

#include <filesystem>

namespace tessera::hub {

// One kind of hub. Adding one is a pair of files, a line in hub_registry.cpp, a test.
struct HubKind {
    HubKindId id;
    std::string description;
    Result<std::unique_ptr<Hub>> (*create)(const std::string& name, const HubSpec& spec);
    Result<std::unique_ptr<Hub>> (*load)(const format::ArrayFile& file);
    // Bytes that learning the encoders of networks of these widths takes; null: a closed form.
    std::int64_t (*learningBytes)(std::int64_t first, std::int64_t second,
                                  std::int64_t dim) = nullptr;
};

[[nodiscard]] const std::vector<HubKind>& hubKinds();

// NotFound for an unknown kind, with the kinds there are.
[[nodiscard]] Result<const HubKind*> findHubKind(const HubKindId& id);

// A hub and all its encoders as one SafeTensors file. Io; NotFound, Corrupt, Unsupported.
[[nodiscard]] Result<void> saveHub(const Hub& hub, const std::filesystem::path& file);
[[nodiscard]] Result<std::unique_ptr<Hub>> loadHub(const HubKindId& kind,
                                                   const std::filesystem::path& file);

} // namespace tessera::hub
