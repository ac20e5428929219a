#include "core/zoo/state_guess.h"

#include "core/zoo/network_state.h"
#include "core/zoo/zoo_registry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace tessera::zoo {

namespace {

constexpr std::size_t kMostGuesses = 3; // that do not fit exactly
constexpr std::int64_t kAnyLength = 16; // where the shapes do not show it
constexpr std::int64_t kAnySide = 32;   // pixels

// Null where there is none of that name, or one that no network has.
const std::vector<std::int64_t>* shapeOf(const format::ArrayFile& state, const std::string& name) {
    constexpr std::int64_t kMost = std::int64_t{1} << 30; // of one axis
    const auto found = std::ranges::find(state.arrays, name, &format::NamedArray::name);
    const auto inRange = [](std::int64_t size) { return size >= 1 && size <= kMost; };
    return found != state.arrays.end() && std::ranges::all_of(found->shape, inRange) ? &found->shape
                                                                                     : nullptr;
}

std::optional<int> asInt(std::int64_t size) {
    return size >= 1 && size <= std::numeric_limits<int>::max() ? std::optional(int(size))
                                                                : std::nullopt;
}

// Different numbers that follow `prefix`: "layers.0.weight", "layers.1.weight" are two.
int countNumbered(const format::ArrayFile& state, const std::string& prefix) {
    std::set<std::string> numbers;
    for (const auto& array : state.arrays) {
        if (!array.name.starts_with(prefix)) {
            continue;
        }
        const auto end = array.name.find_first_not_of("0123456789", prefix.size());
        const auto number = array.name.substr(prefix.size(), end - prefix.size());
        if (!number.empty() && (end == std::string::npos || array.name[end] == '.')) {
            numbers.insert(number);
        }
    }
    return static_cast<int>(numbers.size());
}

// How many layers the names may mean: blocks, those of a recurrent network, those of a resnet.
std::set<int> depths(const format::ArrayFile& state) {
    const int blocks = countNumbered(state, "layers.");
    return {blocks, countNumbered(state, "lstm.weight_ih_l"),
            countNumbered(state, "gru.weight_ih_l"), 2 * blocks + 2};
}

// How many units the first and the last layer may mean; a resnet's last stage has four times those
// of the first.
std::set<int> widths(const format::ArrayFile& state) {
    std::set<int> found;
    const auto take = [&found](std::int64_t size) {
        if (const auto width = asInt(size)) {
            found.insert(*width);
        }
    };
    if (const auto* head = shapeOf(state, "head.weight"); head != nullptr && head->size() == 2) {
        take((*head)[1]);
        take((*head)[1] / 4);
    }
    if (const auto* entry = shapeOf(state, "embedding.weight");
        entry != nullptr && entry->size() >= 2) {
        take((*entry)[0]); // a projection
        take((*entry)[1]); // a lookup
    }
    return found;
}

double numbersOf(const format::ArrayFile& state) {
    double count = 0;
    for (const auto& array : state.arrays) {
        count += static_cast<double>(array.bytes.size() / format::itemSize(array.dtype));
    }
    return count;
}

// Positions that the tensors speak of, without a class token.
std::optional<std::int64_t> positionsIn(const format::ArrayFile& state,
                                        const ArchitectureSpec& architecture) {
    if (const auto* positions = shapeOf(state, "positions");
        positions != nullptr && positions->size() == 2) {
        return (*positions)[0] - (architecture.pooling == Pooling::ClassToken ? 1 : 0);
    }
    if (const auto* flat = shapeOf(state, "flatten_proj.weight");
        flat != nullptr && flat->size() == 2) {
        return (*flat)[1] / architecture.width;
    }
    return std::nullopt;
}

// What a family does not use must not differ from the default.
ArchitectureSpec architectureFrom(const format::ArrayFile& state, const Family& family, int width,
                                  int depth) {
    ArchitectureSpec architecture;
    architecture.family = family.id;
    architecture.width = width;
    architecture.depth = depth;
    if (family.id.value == "vit") {
        const auto* entry = shapeOf(state, "embedding.weight");
        if (entry != nullptr && entry->size() == 4) {
            architecture.patch = asInt((*entry)[3]);
        }
        if (shapeOf(state, "class_token") != nullptr) {
            architecture.pooling = Pooling::ClassToken;
        }
    }
    if (family.id.value != "resnet") {
        architecture.positions = shapeOf(state, "positions") != nullptr;
    }
    return architecture;
}

// Fixed sines have the shape of learned positions, but not their values.
bool hasSines(const format::ArrayFile& state, Recipe recipe) {
    if (!recipe.positions()) {
        return false;
    }
    recipe.architecture.encoding = PositionEncoding::Sinusoidal;
    const auto network = buildNetwork(recipe, 0);
    if (!network) {
        return false;
    }
    const auto buffers = (*network)->named_buffers();
    const auto* sines = buffers.find("positions");
    const auto drawn = sines != nullptr ? sines->clone() : torch::Tensor();
    return drawn.defined() && loadState(**network, state).has_value() &&
           torch::allclose(*(*network)->named_buffers().find("positions"), drawn, 1e-4, 1e-5);
}

std::optional<RecipeGuess> tryRecipe(const format::ArrayFile& state, const Recipe& recipe) {
    constexpr double kLeast = 0.3, kMost = 2.0; // of the numbers in the file: not worth building
    if (!checkRecipe(recipe)) {
        return std::nullopt;
    }
    const double share = parameterCount(recipe) / std::max(1.0, numbersOf(state));
    if (share < kLeast || share > kMost) {
        return std::nullopt;
    }
    const auto network = buildNetwork(recipe, 0);
    if (!network) {
        return std::nullopt;
    }
    return RecipeGuess{recipe, compareState(**network, state).size()};
}

} // namespace

std::optional<int> guessClasses(const format::ArrayFile& state) {
    const auto* head = shapeOf(state, "head.weight");
    return head != nullptr && head->size() == 2 ? asInt((*head)[0]) : std::nullopt;
}

std::optional<InputSpec> guessInput(const format::ArrayFile& state,
                                    const ArchitectureSpec& architecture) {
    const auto length = positionsIn(state, architecture);
    const auto* entry = shapeOf(state, "embedding.weight");
    const auto* stem = shapeOf(state, "stem.weight");
    if (entry != nullptr && entry->size() == 4 && (*entry)[3] >= 1) { // patches
        const auto side = (*entry)[3];
        const auto along = length ? std::llround(std::sqrt(static_cast<double>(*length)))
                                  : std::max<std::int64_t>(1, kAnySide / side);
        return InputSpec{InputKind::Image, along * side, along * side, (*entry)[1], 0};
    }
    if (entry != nullptr && entry->size() == 2) {
        const bool projects = shapeOf(state, "embedding.bias") != nullptr;
        return projects
                   ? InputSpec{InputKind::Rows, length.value_or(kAnyLength), (*entry)[1], 1, 0}
                   : InputSpec{InputKind::Tokens, length.value_or(kAnyLength), 0, 1, (*entry)[0]};
    }
    if (stem != nullptr && stem->size() == 4) {
        return InputSpec{InputKind::Image, kAnySide, kAnySide, (*stem)[1], 0};
    }
    return std::nullopt;
}

std::vector<RecipeGuess> guessRecipes(const format::ArrayFile& state,
                                      const std::optional<InputSpec>& input,
                                      const std::stop_token& stop) {
    std::vector<RecipeGuess> guesses;
    const auto classes = guessClasses(state);
    for (const auto& family : families()) {
        for (const int width : widths(state)) {
            for (const int depth : depths(state)) {
                Recipe recipe{architectureFrom(state, family, width, depth), {}, 0};
                const auto takes = input ? input : guessInput(state, recipe.architecture);
                if (!takes || !classes || stop.stop_requested()) {
                    continue;
                }
                recipe.input = *takes;
                auto& positions = recipe.architecture.positions;
                if (positions && *positions == (takes->kind != InputKind::Tokens)) {
                    positions.reset(); // as it is by default
                }
                recipe.classes = *classes;
                auto guess = tryRecipe(state, recipe);
                if (guess && 2 * guess->differences <= state.arrays.size()) {
                    guesses.push_back(std::move(*guess));
                }
            }
        }
    }
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const auto& a, const auto& b) { return a.differences < b.differences; });
    const auto exact = static_cast<std::size_t>(std::count_if(
        guesses.begin(), guesses.end(), [](const auto& each) { return each.differences == 0; }));
    if (const auto kept = exact > 0 ? exact : kMostGuesses; kept < guesses.size()) {
        guesses.resize(kept, guesses.front());
    }
    for (auto& guess : guesses) {
        if (guess.differences == 0 && hasSines(state, guess.recipe)) {
            guess.recipe.architecture.encoding = PositionEncoding::Sinusoidal;
        }
    }
    return guesses;
}

} // namespace tessera::zoo
