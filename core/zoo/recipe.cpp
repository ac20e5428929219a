#include "core/zoo/recipe.h"

#include <nlohmann/json.hpp>

#include <array>

namespace tessera::zoo {

namespace {

constexpr std::array<const char*, 4> kInputKinds = {"tokens", "rows", "image", "flat"};

} // namespace

std::string recipeText(const Recipe& recipe) {
    nlohmann::ordered_json json;
    json["schema"] = 1;
    json["family"] = recipe.architecture.family.value;
    json["width"] = recipe.architecture.width;
    json["depth"] = recipe.architecture.depth;
    json["positions"] = recipe.positions();
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
        if (json.at("schema").get<int>() > 1) {
            return fail(ErrorCode::Unsupported, "the checkpoint's recipe was written by a newer "
                                                "version; update this program");
        }
        Recipe recipe;
        recipe.architecture.family = ArchitectureId(json.at("family").get<std::string>());
        recipe.architecture.width = json.at("width").get<int>();
        recipe.architecture.depth = json.at("depth").get<int>();
        recipe.architecture.positions = json.at("positions").get<bool>();
        recipe.classes = json.at("classes").get<int>();
        const auto& input = json.at("input");
        const auto kind = input.at("kind").get<std::string>();
        bool known = false;
        for (std::size_t i = 0; i < kInputKinds.size(); ++i) {
            if (kind == kInputKinds[i]) {
                recipe.input.kind = static_cast<InputKind>(i);
                known = true;
            }
        }
        recipe.input.length = input.at("length").get<std::int64_t>();
        recipe.input.width = input.at("width").get<std::int64_t>();
        recipe.input.channels = input.at("channels").get<std::int64_t>();
        recipe.input.vocabulary = input.at("vocabulary").get<std::int64_t>();
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
