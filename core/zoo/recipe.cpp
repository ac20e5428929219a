#include "core/zoo/recipe.h"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <array>
#include <utility>

namespace tessera::zoo {

namespace {

constexpr std::array<const char*, 4> kInputKinds = {"tokens", "rows", "image", "flat"};

// A whole number that fits. get<T>() alone takes truth values and fractions, and cuts off digits.
template <class T>
void read(const nlohmann::ordered_json& object, const char* key, T& value, std::string& wrong) {
    const auto& member = object.at(key);
    const bool fits =
        member.is_number_unsigned()
            ? std::in_range<T>(member.get<std::uint64_t>())
            : member.is_number_integer() && std::in_range<T>(member.get<std::int64_t>());
    if (fits) {
        value = member.get<T>();
    } else {
        wrong = key;
    }
}

void readOptions(const nlohmann::ordered_json& json, ArchitectureSpec& architecture,
                 std::string& wrong) {
    const auto number = [&](const char* key, std::optional<int>& value) {
        if (json.contains(key)) {
            read(json, key, value.emplace(), wrong);
        }
    };
    // A choice between the default, which is not written, and one other.
    const auto isOther = [&](const char* key, const char* other) {
        if (!json.contains(key)) {
            return false;
        }
        if (json.at(key) != other) {
            wrong = key;
        }
        return true;
    };
    number("patch", architecture.patch);
    number("heads", architecture.heads);
    if (isOther("encoding", "sinusoidal")) {
        architecture.encoding = PositionEncoding::Sinusoidal;
    }
    if (isOther("pooling", "class")) {
        architecture.pooling = Pooling::ClassToken;
    }
}

} // namespace

std::string recipeText(const Recipe& recipe) {
    nlohmann::ordered_json json;
    json["schema"] = 1;
    json["family"] = recipe.architecture.family.value;
    json["width"] = recipe.architecture.width;
    json["depth"] = recipe.architecture.depth;
    json["positions"] = recipe.positions();
    // What is as before these were known is not written, so that older hashes hold.
    const auto& architecture = recipe.architecture;
    if (architecture.encoding != PositionEncoding::Learned) {
        json["encoding"] = "sinusoidal";
    }
    if (architecture.patch) {
        json["patch"] = *architecture.patch;
    }
    if (architecture.heads) {
        json["heads"] = *architecture.heads;
    }
    if (architecture.pooling != Pooling::Mean) {
        json["pooling"] = "class";
    }
    json["classes"] = recipe.classes;
    json["input"] = {{"kind", kInputKinds[static_cast<std::size_t>(recipe.input.kind)]},
                     {"length", recipe.input.length},
                     {"width", recipe.input.width},
                     {"channels", recipe.input.channels},
                     {"vocabulary", recipe.input.vocabulary}};
    return json.dump();
}

Result<Recipe> parseRecipe(const std::string& text) {
    try {
        const auto json = nlohmann::ordered_json::parse(text);
        std::string wrong; // the last member with a number that cannot be meant
        std::int64_t schema = 0;
        read(json, "schema", schema, wrong);
        if (schema > 1) {
            return fail(ErrorCode::Unsupported, "the checkpoint's recipe was written by a newer "
                                                "version; update this program");
        }
        Recipe recipe;
        recipe.architecture.family = ArchitectureId(json.at("family").get<std::string>());
        read(json, "width", recipe.architecture.width, wrong);
        read(json, "depth", recipe.architecture.depth, wrong);
        recipe.architecture.positions = json.at("positions").get<bool>();
        readOptions(json, recipe.architecture, wrong);
        read(json, "classes", recipe.classes, wrong);
        const auto& input = json.at("input");
        const auto kind = input.at("kind").get<std::string>();
        bool known = false;
        for (std::size_t i = 0; i < kInputKinds.size(); ++i) {
            if (kind == kInputKinds[i]) {
                recipe.input.kind = static_cast<InputKind>(i);
                known = true;
            }
        }
        read(input, "length", recipe.input.length, wrong);
        read(input, "width", recipe.input.width, wrong);
        read(input, "channels", recipe.input.channels, wrong);
        read(input, "vocabulary", recipe.input.vocabulary, wrong);
        if (schema < 1) {
            wrong = "schema";
        }
        if (!wrong.empty()) {
            return fail(ErrorCode::Corrupt,
                        fmt::format("the checkpoint's recipe has an impossible '{}'", wrong));
        }
        if (!known) {
            return fail(ErrorCode::Corrupt,
                        "the checkpoint's recipe names an unknown input kind '" + kind + "'");
        }
        return recipe;
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::Corrupt,
                    std::string("the checkpoint's recipe cannot be read: ") + error.what());
    }
}

} // namespace tessera::zoo
