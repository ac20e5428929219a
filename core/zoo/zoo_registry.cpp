#include "core/zoo/zoo_registry.h"

#include "core/zoo/conv.h"
#include "core/zoo/gru.h"
#include "core/zoo/initialise.h"
#include "core/zoo/lstm.h"
#include "core/zoo/mlp.h"
#include "core/zoo/resnet.h"
#include "core/zoo/transformer.h"
#include "core/zoo/vit.h"

#include <fmt/format.h>

#include <unistd.h>

namespace tessera::zoo {

namespace {

const Family* findFamily(const ArchitectureId& id) {
    for (const auto& family : families()) {
        if (family.id == id) {
            return &family;
        }
    }
    return nullptr;
}

// Beyond any data, and small enough for products of sizes to stay within 64 bits.
constexpr std::int64_t kMostPerAxis = std::int64_t{1} << 30;

bool inRange(std::int64_t size) {
    return size >= 1 && size <= kMostPerAxis;
}

bool inRange(const InputSpec& input) {
    switch (input.kind) {
    case InputKind::Tokens:
        return inRange(input.length) && inRange(input.vocabulary);
    case InputKind::Rows:
        return inRange(input.length) && inRange(input.width);
    case InputKind::Image:
        return inRange(input.length) && inRange(input.width) && inRange(input.channels);
    case InputKind::Flat:
        return inRange(input.length);
    }
    return false;
}

// What the modules of a block take besides their weights, roughly.
constexpr double kBlockBytes = 16384.0;

// What training holds: weights, gradients and two moments, in bytes.
double trainingBytes(const Recipe& recipe) {
    return 16.0 * findFamily(recipe.architecture.family)->parameters(recipe) +
           kBlockBytes * recipe.architecture.depth;
}

double machineBytes() {
    return static_cast<double>(sysconf(_SC_PHYS_PAGES)) *
           static_cast<double>(sysconf(_SC_PAGE_SIZE));
}

} // namespace

const std::vector<Family>& families() {
    static const std::vector<Family> all = {
        {ArchitectureId("transformer"), "transformer encoder, post-norm, mean over positions",
         buildTransformer, transformerParameters, checkHeads},
        {ArchitectureId("mlp"), "flattened input, residual two-layer blocks", buildMlp,
         mlpParameters},
        {ArchitectureId("conv"), "residual 1-D convolutions over the positions", buildConv,
         convParameters},
        {ArchitectureId("lstm"), "bidirectional LSTM, mean over positions", buildLstm,
         lstmParameters, checkLstm},
        {ArchitectureId("gru"), "bidirectional GRU, mean over positions", buildGru, gruParameters,
         checkGru},
        {ArchitectureId("resnet"), "residual 2-D convolutions in three stages, 6n + 2 layers",
         buildResnet, resnetParameters, checkResnet},
        {ArchitectureId("vit"), "vision transformer over square patches, pre-norm", buildVit,
         vitParameters, checkVit},
    };
    return all;
}

double parameterCount(const Recipe& recipe) {
    return findFamily(recipe.architecture.family)->parameters(recipe);
}

Result<void> checkRecipe(const Recipe& recipe) {
    const auto& architecture = recipe.architecture;
    if (findFamily(architecture.family) == nullptr) {
        std::string known;
        for (const auto& family : families()) {
            known += (known.empty() ? "" : ", ") + family.id.value;
        }
        return fail(ErrorCode::NotFound,
                    fmt::format("there is no architecture '{}'; choose from {}",
                                architecture.family.value, known));
    }
    if (architecture.width < 1 || architecture.depth < 1 || recipe.classes < 1 ||
        !inRange(recipe.input)) {
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("a {} needs a width, depth, class count and input sizes of at least "
                        "1, and no input size above {} (width {}, depth {}, classes {}, "
                        "input length {})",
                        architecture.family.value, kMostPerAxis, architecture.width,
                        architecture.depth, recipe.classes, recipe.input.length));
    }
    if (auto* const check = findFamily(architecture.family)->check) {
        if (auto good = check(recipe); !good) {
            return good;
        }
    }
    if (trainingBytes(recipe) > machineBytes()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("training a {} of width {} and depth {} on {} classes would take "
                                "about {:.0f} GB, more than this machine has; choose a smaller one",
                                architecture.family.value, architecture.width, architecture.depth,
                                recipe.classes, trainingBytes(recipe) / 1e9));
    }
    return {};
}

Result<ZooNetworkPtr> buildNetwork(const Recipe& recipe, std::uint64_t seed) {
    if (auto checked = checkRecipe(recipe); !checked) {
        return fail(checked.error());
    }
    auto network = findFamily(recipe.architecture.family)->build(recipe);
    if (network) {
        initialise(**network, makeGenerator(seed));
    }
    return network;
}

} // namespace tessera::zoo
