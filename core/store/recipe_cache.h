#pragma once

#include "core/api/experiment.h"
#include "core/store/experiment_codec.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tessera::store {

// Decodes the recipes of many runs. Most of a store's runs repeat a few recipes under other names
// and seeds, so that what was decoded once is taken again for a text that differs in nothing but
// these two. A stack object of who reads the runs; one thread.
class RecipeCache {
public:
    explicit RecipeCache(const ExperimentCodec& codec) : m_codec(codec) {}

    // What the codec makes of `text`, which it is asked where no like text was decoded before.
    // False: it cannot read it, and `experiment` is as it was.
    [[nodiscard]] bool decode(std::string_view text, Experiment& experiment);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    const ExperimentCodec& m_codec;
    // By RecipeText::rest.
    std::unordered_map<std::string, std::optional<Experiment>, Hash, std::equal_to<>> m_known;
};

} // namespace tessera::store
