#pragma once

#include "core/api/experiment.h"
#include "core/api/input_spec.h"
#include "core/api/result.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace tessera::zoo {

// Everything needed to build a network: the architecture plus what the data decides.
struct Recipe {
    ArchitectureSpec architecture;
    InputSpec input;
    int classes = 0;

    // Learned positions: as the architecture says, else on for everything but tokens.
    [[nodiscard]] bool positions() const {
        return architecture.positions.value_or(input.kind != InputKind::Tokens);
    }
    // Of attention: as the architecture says, else one for 32 units.
    [[nodiscard]] std::int64_t heads() const {
        return architecture.heads.value_or(std::max(1, architecture.width / 32));
    }
};

// JSON text kept in our checkpoints. parseRecipe: Corrupt for anything it does not understand.
[[nodiscard]] std::string recipeText(const Recipe& recipe);
[[nodiscard]] Result<Recipe> parseRecipe(const std::string& text);

} // namespace tessera::zoo
