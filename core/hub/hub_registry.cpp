#include "core/hub/hub_registry.h"

#include "core/format/safetensors.h"
#include "core/hub/contrastive_hub.h"
#include "core/hub/orthogonal_hub.h"
#include "core/hub/relative_hub.h"

#include <fmt/format.h>

namespace tessera::hub {

const std::vector<HubKind>& hubKinds() {
    static const std::vector<HubKind> all = {
        {HubKindId("orthogonal"), "the source's principal axes, receivers aligned by a rotation",
         [](const std::string& name, const HubSpec& spec) {
             return OrthogonalHub::create(name, spec.dim, spec.whitening);
         },
         OrthogonalHub::load},
        {HubKindId("relative"), "likenesses to samples of the reference set",
         [](const std::string& name, const HubSpec& spec) {
             return RelativeHub::create(name, spec.dim);
         },
         RelativeHub::load},
        {HubKindId("contrastive"), "learned: answers to one input are drawn together",
         [](const std::string& name, const HubSpec& spec) {
             return ContrastiveHub::create(name, spec.dim);
         },
         ContrastiveHub::load, ContrastiveHub::learningBytes},
    };
    return all;
}

Result<const HubKind*> findHubKind(const HubKindId& id) {
    std::string known;
    for (const auto& kind : hubKinds()) {
        if (kind.id == id) {
            return &kind;
        }
        known += (known.empty() ? "" : ", ") + kind.id.value;
    }
    return fail(ErrorCode::NotFound,
                fmt::format("there is no hub kind '{}'; choose from {}", id.value, known));
}

Result<void> saveHub(const Hub& hub, const std::filesystem::path& file) {
    return hub.save(file);
}

Result<std::unique_ptr<Hub>> loadHub(const HubKindId& kind, const std::filesystem::path& file) {
    const auto found = findHubKind(kind);
    if (!found) {
        return fail(found.error());
    }
    const auto arrays = format::readSafetensors(file);
    if (!arrays) {
        return fail(arrays.error());
    }
    auto hub = (*found)->load(*arrays);
    if (!hub) {
        return fail(hub.error().within(file.string()));
    }
    return hub;
}

} // namespace tessera::hub
