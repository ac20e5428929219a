#include "core/experiment/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace tessera::experiment {

std::string architectureLabel(const ArchitectureSpec& architecture) {
    return fmt::format("{} {}d/{}L", architecture.family.value, architecture.width,
                       architecture.depth);
}

std::string networkLabel(const NetworkSpec& network) {
    if (!network.file.empty()) {
        return network.file.stem().string();
    }
    return network.architecture ? architectureLabel(*network.architecture) : "unnamed";
}

std::string modelId(const NetworkSpec& network) {
    auto id = networkLabel(network);
    constexpr std::string_view kKept = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789._-";
    std::replace_if(
        id.begin(), id.end(), [&](char c) { return kKept.find(c) == std::string_view::npos; }, '_');
    return id;
}

std::string defaultName(const Experiment& experiment) {
    return fmt::format("{} {} > {}", experiment.data.name, networkLabel(experiment.source.network),
                       networkLabel(experiment.receiver.network));
}

} // namespace tessera::experiment
