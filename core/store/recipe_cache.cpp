#include "core/store/recipe_cache.h"

#include "core/format/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>

namespace tessera::store {

namespace {

// A recipe as the codec writes it, taken apart.
struct RecipeText {
    std::string_view name;
    std::uint64_t seed = 0;
    std::string_view rest; // with the schema that stands before, this decides all other fields
};

bool skipText(std::string_view& rest, std::string_view expected) {
    const bool there = rest.starts_with(expected);
    rest.remove_prefix(there ? expected.size() : 0);
    return there;
}

// Empty: it looks any other way. Only the first keys of the text are looked at, because they belong
// to the recipe itself and not to something in it.
std::optional<RecipeText> takenApart(std::string_view text) {
    static const std::string kBefore =
        fmt::format("{{\n  \"schema\": {},\n  \"name\": \"", Experiment::kSchema);
    RecipeText parts;
    if (!skipText(text, kBefore)) {
        return std::nullopt;
    }
    const auto special = std::find_if(text.begin(), text.end(), [](char c) {
        return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    parts.name = text.substr(0, static_cast<std::size_t>(special - text.begin()));
    text.remove_prefix(parts.name.size());
    if (parts.name.empty() || !format::isUtf8(parts.name) || !skipText(text, "\",\n  \"seed\": ")) {
        return std::nullopt;
    }
    const auto number = std::from_chars(text.data(), text.data() + text.size(), parts.seed);
    const auto digits = static_cast<std::size_t>(number.ptr - text.data());
    if (number.ec != std::errc() || (text.front() == '0' && digits > 1)) {
        return std::nullopt;
    }
    parts.rest = text.substr(digits);
    return parts.rest.starts_with(",\n") ? std::optional(parts) : std::nullopt;
}

} // namespace

bool RecipeCache::decode(std::string_view text, Experiment& experiment) {
    const auto ask = [&]() -> std::optional<Experiment> {
        auto decoded = m_codec.decode(std::string(text));
        return decoded ? std::optional(*std::move(decoded)) : std::nullopt;
    };
    const auto parts = takenApart(text);
    if (!parts) {
        auto decoded = ask();
        if (decoded) {
            experiment = *std::move(decoded);
        }
        return decoded.has_value();
    }
    auto known = m_known.find(parts->rest);
    if (known == m_known.end()) {
        known = m_known.emplace(parts->rest, ask()).first;
    }
    if (!known->second) {
        return false;
    }
    experiment = *known->second;
    experiment.name = parts->name;
    experiment.seed = parts->seed;
    return true;
}

} // namespace tessera::store
