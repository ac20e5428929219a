#include "core/zoo/network_state.h"

#include "core/format/safetensors.h"
#include "core/format/sha256.h"
#include "core/format/state_dict.h"
#include "core/zoo/state_guess.h"
#include "core/zoo/zoo_registry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <span>
#include <utility>

namespace tessera::zoo {

namespace {

constexpr const char* kRecipeKey = "twb.recipe";
constexpr std::size_t kNamesInMessage = 4;

struct NamedTensor {
    std::string name;
    torch::Tensor tensor;
};

std::vector<NamedTensor> tensorsOf(const Network& network) {
    std::vector<NamedTensor> all;
    for (const auto& parameter : network.named_parameters()) {
        all.push_back({parameter.key(), parameter.value().detach()});
    }
    for (const auto& buffer : network.named_buffers()) {
        all.push_back({buffer.key(), buffer.value()});
    }
    return all;
}

format::DType dtypeOf(const torch::Tensor& tensor) {
    return tensor.scalar_type() == torch::kInt64 ? format::DType::I64 : format::DType::F32;
}

torch::ScalarType scalarType(format::DType dtype) {
    switch (dtype) {
    case format::DType::F64:
        return torch::kFloat64;
    case format::DType::F32:
        return torch::kFloat32;
    case format::DType::F16:
        return torch::kFloat16;
    case format::DType::BF16:
        return torch::kBFloat16;
    case format::DType::I64:
        return torch::kInt64;
    case format::DType::I32:
        return torch::kInt32;
    case format::DType::I16:
        return torch::kInt16;
    case format::DType::I8:
        return torch::kInt8;
    case format::DType::U8:
        return torch::kUInt8;
    case format::DType::Bool:
        return torch::kBool;
    }
    return torch::kFloat32;
}

torch::Tensor tensorFrom(const format::NamedArray& array) {
    auto tensor = torch::empty(array.shape, scalarType(array.dtype));
    std::memcpy(tensor.data_ptr(), array.bytes.data(), array.bytes.size());
    return tensor;
}

std::uint64_t elements(const format::ArrayFile& file) {
    std::uint64_t count = 0;
    for (const auto& array : file.arrays) {
        count += array.bytes.size() / format::itemSize(array.dtype);
    }
    return count;
}

// The network's own name for a name in a file.
std::string canonicalName(const Network& network, const std::string& name) {
    for (const auto& alias : network.aliases()) {
        if (name.starts_with(alias.prefix)) {
            return alias.canonical + name.substr(alias.prefix.size());
        }
    }
    return name;
}

// "3 missing (a, b, c)", at most a few names.
void describe(std::string& text, const char* what, std::vector<std::string> names) {
    if (names.empty()) {
        return;
    }
    const auto count = names.size();
    names.resize(std::min(count, kNamesInMessage));
    text += fmt::format("{}{} {} ({}{})", text.empty() ? "" : "; ", count, what,
                        fmt::join(names, ", "), count > kNamesInMessage ? ", ..." : "");
}

// What training code puts in front of all names: DataParallel, Lightning, torch.compile and the
// like. No name of the zoo begins so.
std::string commonWrapper(const format::ArrayFile& state) {
    for (const char* prefix : {"module.", "model.", "_orig_mod.", "network.", "net."}) {
        const auto begins = [prefix](const format::NamedArray& array) {
            return array.name.starts_with(prefix);
        };
        if (!state.arrays.empty() && std::ranges::all_of(state.arrays, begins)) {
            return prefix;
        }
    }
    return {};
}

// Which array goes into which tensor, and what is left over on either side.
struct Meeting {
    StateDifference difference;
    std::vector<std::pair<torch::Tensor, const format::NamedArray*>> copies;
};

Meeting meet(const Network& network, const format::ArrayFile& state) {
    Meeting meeting;
    auto& [missing, unexpected, misshapen] = meeting.difference;
    std::map<std::string, const format::NamedArray*> given;
    for (const auto& array : state.arrays) {
        const auto name = canonicalName(network, array.name);
        const auto [place, isNew] = given.try_emplace(name, &array);
        if (isNew) {
            continue;
        }
        if (array.shape != place->second->shape) {
            misshapen.push_back(fmt::format("{}: [{}], but {}: [{}]", array.name,
                                            fmt::join(array.shape, ","), place->second->name,
                                            fmt::join(place->second->shape, ",")));
        }
        if (name == array.name) {
            place->second = &array;
        }
    }
    for (const auto& [name, tensor] : tensorsOf(network)) {
        const auto found = given.find(name);
        if (found == given.end()) {
            missing.push_back(name);
            continue;
        }
        if (tensor.sizes() != at::IntArrayRef(found->second->shape)) {
            misshapen.push_back(fmt::format("{}: [{}] instead of [{}]", name,
                                            fmt::join(found->second->shape, ","),
                                            fmt::join(tensor.sizes(), ",")));
        }
        meeting.copies.emplace_back(tensor, found->second);
        given.erase(found);
    }
    for (const auto& rest : given) {
        unexpected.push_back(rest.first);
    }
    return meeting;
}

} // namespace

format::ArrayFile stateOf(const Network& network) {
    format::ArrayFile file;
    for (const auto& [name, tensor] : tensorsOf(network)) {
        const auto contiguous = tensor.contiguous();
        const auto* bytes = static_cast<const std::byte*>(contiguous.data_ptr());
        file.arrays.push_back({name,
                               dtypeOf(contiguous),
                               contiguous.sizes().vec(),
                               {bytes, bytes + contiguous.nbytes()}});
    }
    return file;
}

StateDifference compareState(const Network& network, const format::ArrayFile& state) {
    return meet(network, state).difference;
}

std::string differenceText(const StateDifference& difference) {
    std::string text;
    describe(text, "missing", difference.missing);
    describe(text, "of another shape", difference.misshapen);
    describe(text, "unexpected", difference.unexpected);
    return text;
}

Result<void> loadState(Network& network, const format::ArrayFile& state) {
    const auto meeting = meet(network, state);
    if (!meeting.difference.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the tensors do not fit {}: {}", network.describe(),
                                differenceText(meeting.difference)));
    }
    const torch::NoGradGuard noGrad;
    for (const auto& [target, array] : meeting.copies) {
        torch::Tensor(target).copy_(tensorFrom(*array));
    }
    return {};
}

std::string weightsHash(const Network& network) {
    format::Sha256 hash;
    const auto text = [&hash](const std::string& value) {
        hash.update(std::as_bytes(std::span(value.data(), value.size())));
    };
    text(network.identity());
    for (const auto& array : stateOf(network).arrays) {
        text(fmt::format("|{}[{}]", array.name, fmt::join(array.shape, ",")));
        hash.update(array.bytes);
    }
    return hash.hexDigest();
}

bool isFinite(const Network& network) {
    const torch::NoGradGuard noGrad;
    for (const auto& [name, tensor] : tensorsOf(network)) {
        if (!torch::isfinite(tensor).all().item<bool>()) {
            return false;
        }
    }
    return true;
}

void copyState(const Network& network, Network& copy) {
    const auto from = tensorsOf(network);
    const auto to = tensorsOf(copy);
    const torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < from.size(); ++i) {
        torch::Tensor target = to[i].tensor;
        target.copy_(from[i].tensor);
    }
}

Result<void> saveCheckpoint(const ZooNetwork& network, const std::filesystem::path& file) {
    auto state = stateOf(network);
    state.metadata[kRecipeKey] = recipeText(network.recipe());
    return format::writeSafetensors(file, state);
}

Result<ZooNetworkPtr> loadCheckpoint(const std::filesystem::path& file) {
    if (file.extension() != ".safetensors") {
        return fail(ErrorCode::InvalidArgument,
                    file.string() + " is not a checkpoint of this program (.safetensors); for a "
                                    "state dict give the architecture beside the file");
    }
    const auto state = format::readSafetensors(file);
    if (!state) {
        return fail(state.error());
    }
    const auto text = state->metadata.find(kRecipeKey);
    if (text == state->metadata.end()) {
        return fail(ErrorCode::InvalidArgument,
                    file.string() + " holds tensors but no recipe; give the architecture that they "
                                    "belong to beside the file");
    }
    const auto recipe = parseRecipe(text->second);
    if (!recipe) {
        return fail(recipe.error().within(file.string()));
    }
    if (auto good = checkRecipe(*recipe); !good) {
        return fail(good.error().within(file.string()));
    }
    // Before building: a small file must not make a large network.
    if (parameterCount(*recipe) > static_cast<double>(elements(*state)) ||
        static_cast<std::size_t>(recipe->architecture.depth) > state->arrays.size()) {
        return fail(ErrorCode::Corrupt,
                    file.string() + " holds fewer numbers than its recipe asks for");
    }
    auto network = buildNetwork(*recipe, 0);
    if (!network) {
        return network;
    }
    if (auto loaded = loadState(**network, *state); !loaded) {
        return fail(loaded.error().within(file.string()));
    }
    return network;
}

Result<StateDict> readStateFile(const std::filesystem::path& file) {
    auto arrays = file.extension() == ".safetensors" ? format::readSafetensors(file)
                                                     : format::readStateDict(file);
    if (!arrays) {
        return fail(arrays.error());
    }
    StateDict state{std::move(*arrays), {}};
    constexpr int kMostWrappers = 8; // a crafted name may repeat them a million times
    for (int i = 0; i < kMostWrappers; ++i) {
        const auto prefix = commonWrapper(state.arrays);
        if (prefix.empty()) {
            break;
        }
        for (auto& array : state.arrays.arrays) {
            array.name.erase(0, prefix.size());
        }
        state.strippedPrefix += prefix;
    }
    return state;
}

Result<ZooNetworkPtr> loadStateDict(const std::filesystem::path& file, const Recipe& recipe) {
    const auto state = readStateFile(file);
    if (!state) {
        return fail(state.error());
    }
    auto fitting = recipe;
    fitting.classes =
        recipe.architecture.classes.value_or(guessClasses(state->arrays).value_or(recipe.classes));
    auto network = buildNetwork(fitting, 0);
    if (!network) {
        return network;
    }
    if (auto loaded = loadState(**network, state->arrays); !loaded) {
        return fail(loaded.error().within(file.string()));
    }
    return network;
}

} // namespace tessera::zoo
