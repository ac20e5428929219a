#pragma once

#include "core/format/named_array.h"
#include "core/zoo/recipe.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tessera::zoo {

// A recipe whose network the tensors of a state dict could be, and how far they are from it.
struct RecipeGuess {
    Recipe recipe;
    std::size_t differences = 0; // tensors that are missing, unexpected or of another shape
};

// Recipes of any family, best first; those that fit exactly, or where there is none up to three
// that at least half of the tensors fit. Where `input` is not given it is found out from the shapes
// as far as they show it (the size of an image may be any). The shapes do not show the number of
// attention heads: the default is assumed. Builds every recipe that it tries, and looks for a stop
// before each; what was found until then is returned.
[[nodiscard]] std::vector<RecipeGuess> guessRecipes(const format::ArrayFile& state,
                                                    const std::optional<InputSpec>& input,
                                                    const std::stop_token& stop = {});

// The inputs that a network of this architecture takes whose tensors these are, as far as shapes
// tell.
[[nodiscard]] std::optional<InputSpec> guessInput(const format::ArrayFile& state,
                                                  const ArchitectureSpec& architecture);

// Rows of the head. Nothing: there is no head.
[[nodiscard]] std::optional<int> guessClasses(const format::ArrayFile& state);

} // namespace tessera::zoo
