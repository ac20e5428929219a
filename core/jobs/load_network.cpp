#include "core/jobs/load_network.h"

#include "core/zoo/network_state.h"
#include "core/zoo/script_network.h"
#include "core/zoo/zoo_registry.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace tessera::jobs {

namespace {

Result<zoo::NetworkPtr> loadScript(const LoadRequest& request, EventSink& events,
                                   const std::stop_token& stop) {
    const auto& spec = request.spec;
    const zoo::ScriptOptions options{request.input, request.classes, spec.head,
                                     spec.feature,  spec.freeze,     request.seed};
    const auto network = zoo::loadScriptNetwork(
        spec.file, options, stop, [&](std::int64_t done, std::int64_t total) {
            events.progress({Phase::Prepare, done, total, "loading " + request.role});
        });
    if (!network) {
        return fail(network.error().within(request.role));
    }
    if (*network) {
        for (const auto& warning : (*network)->warnings()) {
            events.notice({fmt::format("{}: {}", request.role, warning), NoticeLevel::Detail});
        }
    }
    return zoo::NetworkPtr(*network);
}

// The same network with a fresh head for another number of classes.
Result<zoo::ZooNetworkPtr> withNewHead(const zoo::ZooNetwork& network, int classes,
                                       std::uint64_t seed) {
    auto recipe = network.recipe();
    recipe.architecture.classes.reset();
    recipe.classes = classes;
    auto result = zoo::buildNetwork(recipe, seed);
    if (!result) {
        return result;
    }
    std::map<std::string, torch::Tensor> known;
    for (const auto& parameter : network.named_parameters()) {
        known[parameter.key()] = parameter.value();
    }
    for (const auto& buffer : network.named_buffers()) {
        known[buffer.key()] = buffer.value();
    }
    const torch::NoGradGuard noGrad;
    const auto take = [&](const std::string& name, torch::Tensor& value) {
        if (!name.starts_with("head.")) {
            value.copy_(known.at(name));
        }
    };
    for (auto& parameter : (*result)->named_parameters()) {
        take(parameter.key(), parameter.value());
    }
    for (auto& buffer : (*result)->named_buffers()) {
        take(buffer.key(), buffer.value());
    }
    return result;
}

Result<zoo::NetworkPtr> loadZoo(const LoadRequest& request) {
    const auto& spec = request.spec;
    if (!spec.feature.empty() && spec.feature != "feature") {
        return fail(ErrorCode::Unsupported,
                    fmt::format("{}: the feature of a network of the zoo is the input of its head; "
                                "leave `feature` empty",
                                request.role));
    }
    auto network =
        spec.architecture
            ? zoo::loadStateDict(spec.file, {*spec.architecture, request.input, request.classes})
            : zoo::loadCheckpoint(spec.file);
    if (network && spec.head == HeadChoice::Replace) {
        network = withNewHead(**network, request.classes, request.seed);
    }
    if (!network) {
        return fail(network.error());
    }
    if (auto frozen = freezeParameters(**network, spec.freeze); !frozen) {
        return fail(frozen.error().within(request.role));
    }
    return zoo::NetworkPtr(*network);
}

} // namespace

Result<zoo::NetworkPtr> loadNetwork(const LoadRequest& request, EventSink& events,
                                    const std::stop_token& stop) {
    if (!request.spec.architecture && zoo::isTorchScript(request.spec.file)) {
        return loadScript(request, events, stop);
    }
    return loadZoo(request);
}

Result<void> freezeParameters(zoo::Network& network, const std::vector<std::string>& submodules) {
    if (submodules.empty()) {
        return {};
    }
    std::set<std::string> unknown(submodules.begin(), submodules.end());
    bool anyLearns = false;
    for (auto& parameter : network.named_parameters()) {
        for (const auto& submodule : submodules) {
            const auto& name = parameter.key();
            if (name == submodule || name.starts_with(submodule + ".")) {
                unknown.erase(submodule);
                parameter.value().set_requires_grad(false);
            }
        }
        anyLearns = anyLearns || parameter.value().requires_grad();
    }
    if (!unknown.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("freeze: {} has no submodule '{}' with parameters",
                                network.describe(), *unknown.begin()));
    }
    if (!anyLearns) {
        return fail(ErrorCode::InvalidArgument,
                    "freeze: nothing would be left that learns; leave something out");
    }
    return {};
}

Result<std::filesystem::path> saveNetwork(const zoo::Network& network,
                                          const std::filesystem::path& folder,
                                          const std::string& stem) {
    std::filesystem::path file;
    Result<void> saved;
    if (const auto* script = dynamic_cast<const zoo::ScriptNetwork*>(&network)) {
        file = folder / (stem + ".pt");
        saved = script->save(file);
    } else if (const auto* zoo = dynamic_cast<const zoo::ZooNetwork*>(&network)) {
        file = folder / (stem + ".safetensors");
        saved = zoo::saveCheckpoint(*zoo, file);
    } else {
        return fail(ErrorCode::Internal, "a network of an unknown kind cannot be written");
    }
    return saved ? Result<std::filesystem::path>(file) : fail(saved.error());
}

} // namespace tessera::jobs
