#include "core/jobs/describe_kinds.h"
#include "core/zoo/network_state.h"
#include "core/zoo/state_guess.h"
#include "core/zoo/zoo_registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tessera::jobs {

namespace {

// No network has more; a crafted file may.
constexpr std::size_t kDeepest = 64;
constexpr std::size_t kLongestName = 1024; // bytes
constexpr std::size_t kMostModules = 50'000;
constexpr std::int64_t kMostPositions = 2048; // to try attention on, whose cost grows as the square

std::int64_t numbersOf(const format::NamedArray& array) {
    return static_cast<std::int64_t>(array.bytes.size() / format::itemSize(array.dtype));
}

// "", "layers", "layers.0" and "layers.0.linear1" for "layers.0.linear1.weight".
std::vector<std::string> ownersOf(const std::string& name) {
    std::vector<std::string> all = {{}};
    for (auto dot = name.find('.', 1); dot != std::string::npos && all.size() < kDeepest;
         dot = name.find('.', dot + 1)) {
        all.push_back(name.substr(0, dot));
    }
    return all;
}

// The tree that the names of the tensors make, where no network is known that they belong to:
// parents first, children in the order of the file. What no network has is left out and counted.
void listTensors(const format::ArrayFile& state, NetworkDescription& about) {
    std::map<std::string, std::int64_t> numbers;
    std::map<std::string, std::vector<std::string>> children;
    std::size_t left = 0;
    for (const auto& array : state.arrays) {
        about.parameters += numbersOf(array);
        if (array.name.size() > kLongestName || numbers.size() > kMostModules) {
            ++left;
            continue;
        }
        const auto owners = ownersOf(array.name);
        for (std::size_t i = 0; i < owners.size(); ++i) {
            const bool isNew = numbers.try_emplace(owners[i], 0).second;
            numbers[owners[i]] += numbersOf(array);
            if (isNew && i > 0) {
                children[owners[i - 1]].push_back(owners[i]);
            }
        }
    }
    if (left > 0) {
        about.warnings.push_back(
            fmt::format("{} tensors are not listed: there are too many, or their names are longer "
                        "than any network's.",
                        left));
    }
    std::vector<std::pair<std::string, std::size_t>> open = {{std::string(), 0}}; // and its depth
    while (!open.empty()) {
        const auto [name, depth] = std::move(open.back());
        open.pop_back();
        NetworkModule module;
        module.name = name;
        module.type = "tensors";
        module.depth = depth;
        module.parameters = numbers[name];
        about.modules.push_back(std::move(module));
        const auto& below = children[name];
        for (auto child = below.rbegin(); child != below.rend(); ++child) {
            open.emplace_back(*child, depth + 1);
        }
    }
}

std::string nameOf(const zoo::Recipe& recipe) {
    return fmt::format("{} {}d/{}L", recipe.architecture.family.value, recipe.architecture.width,
                       recipe.architecture.depth);
}

bool hasAttention(const NetworkDescription& about) {
    return std::ranges::any_of(about.modules, [](const NetworkModule& module) {
        return module.name.ends_with("self_attn");
    });
}

// For the data if anything fits them, else for whatever inputs the tensors themselves speak of.
std::vector<zoo::RecipeGuess> guessesFor(const format::ArrayFile& state,
                                         const std::optional<InputSpec>& input,
                                         const std::stop_token& stop) {
    auto guesses = zoo::guessRecipes(state, input, stop);
    if (!input || (!guesses.empty() && guesses.front().differences == 0)) {
        return guesses;
    }
    auto others = zoo::guessRecipes(state, std::nullopt, stop);
    return others.empty() || others.front().differences > 0 ? guesses : others;
}

// Without an architecture: which one it could be.
void describeGuesses(const std::vector<zoo::RecipeGuess>& guesses,
                     const std::optional<InputSpec>& input, NetworkDescription& about) {
    std::string way = "name the architecture that they belong to beside the file";
    if (guesses.empty()) {
        way += "; no architecture of this program fits them. A network of another kind can be "
               "exported from Python as TorchScript (torch.jit.script or torch.jit.trace)";
    } else if (const auto& best = guesses.front(); best.differences == 0) {
        way +=
            input && best.recipe.input != *input
                ? fmt::format("; {} fits, but takes {} and not {}, as the data are",
                              nameOf(best.recipe), wantsText(best.recipe.input), wantsText(*input))
                : fmt::format("; {} fits", nameOf(best.recipe));
    } else {
        way += fmt::format("; {} comes nearest, with {} tensors that do not fit",
                           nameOf(guesses.front().recipe), guesses.front().differences);
    }
    about.refusal = Error{ErrorCode::InvalidArgument,
                          "the file holds tensors but not how they are used; " + way, std::nullopt};
}

// Positions that attention would see.
std::int64_t positionsOf(const InputSpec& input, const ArchitectureSpec& architecture) {
    const auto patch = static_cast<std::int64_t>(architecture.patch.value_or(1));
    return input.kind == InputKind::Image && architecture.patch
               ? (input.length / patch) * (input.width / patch)
               : input.positions();
}

// With one: whether they fit it, and if so what the network is made of.
Result<void> describeFit(const DescribeRequest& request, const format::ArrayFile& state,
                         NetworkDescription& about) {
    const auto& architecture = *request.spec.architecture;
    const auto input = request.input ? request.input : zoo::guessInput(state, architecture);
    const bool tooLong =
        input && !request.input && positionsOf(*input, architecture) > kMostPositions;
    if (!input || tooLong) {
        about.refusal =
            Error{ErrorCode::InvalidArgument,
                  tooLong ? "the network takes too many positions to be tried without its data; "
                            "choose the data first, or give the input"
                          : "the tensors do not show which inputs the network takes; choose the "
                            "data first, or give the input",
                  std::nullopt};
        listTensors(state, about);
        return {};
    }
    const int classes = architecture.classes.value_or(
        zoo::guessClasses(state).value_or(std::max(1, request.classes)));
    auto network = zoo::buildNetwork({architecture, *input, classes}, 0);
    if (!network) { // what the file holds, and could be, is shown all the same
        about.refusal = network.error();
        listTensors(state, about);
        return {};
    }
    const auto difference = zoo::compareState(**network, state);
    if (!difference.empty()) {
        about.state->missing = difference.missing;
        about.state->unexpected = difference.unexpected;
        about.state->misshapen = difference.misshapen;
        about.refusal =
            Error{ErrorCode::InvalidArgument,
                  fmt::format("the tensors do not fit {} for {}: {}", (*network)->describe(),
                              wantsText(*input), zoo::differenceText(difference)),
                  std::nullopt};
        listTensors(state, about);
        return {};
    }
    if (auto loaded = zoo::loadState(**network, state); !loaded) {
        return loaded;
    }
    auto report = std::move(about.state);
    about = describeBuilt(**network, request);
    about.state = std::move(report);
    return {};
}

} // namespace

DescriptionResult describeStateDict(const DescribeRequest& request, const Watch& watch) {
    const auto state = zoo::readStateFile(request.spec.file);
    if (!state) {
        return fail(state.error());
    }
    if (watch.stopRequested()) {
        return std::shared_ptr<const NetworkDescription>();
    }
    auto about = std::make_shared<NetworkDescription>();
    about->state.emplace();
    about->state->strippedPrefix = state->strippedPrefix;
    about->state->guessedClasses = zoo::guessClasses(state->arrays);
    if (request.spec.architecture) {
        if (auto good = describeFit(request, state->arrays, *about); !good) {
            return fail(good.error());
        }
    } else {
        listTensors(state->arrays, *about);
        about->classes = about->state->guessedClasses.value_or(0);
        about->hasHead = about->state->guessedClasses.has_value();
    }
    if (!request.spec.architecture || about->refusal) {
        const auto guesses = guessesFor(state->arrays, request.input, watch.stop());
        if (watch.stopRequested()) {
            return std::shared_ptr<const NetworkDescription>();
        }
        for (const auto& guess : guesses) {
            if (guess.differences == 0) { // what only comes near cannot be used
                about->state->guesses.push_back(guess.recipe.architecture);
            }
        }
        if (!request.spec.architecture) {
            describeGuesses(guesses, request.input, *about);
        }
    }
    if (request.spec.architecture && request.spec.architecture->heads == std::nullopt &&
        !about->refusal && hasAttention(*about)) {
        about->warnings.emplace_back("How many attention heads there are does not show in the "
                                     "tensors; the default is assumed. Set it if it was another.");
    }
    about->kind = NetworkDescription::Kind::StateDict;
    about->title = request.spec.file.filename().string();
    return std::shared_ptr<const NetworkDescription>(std::move(about));
}

} // namespace tessera::jobs
