#include "app/cli/inspect_commands.h"

#include "app/cli/shown_text.h"
#include "app/cli/signature_demand.h"
#include "app/cli/token_json.h"
#include "app/cli/token_tables.h"
#include "app/cli/token_text.h"
#include "app/composition/run_export.h"
#include "app/composition/token_desk.h"

#include <fmt/format.h>

#include <algorithm>

namespace tessera::cli {

namespace {

// What speaks against a file that could be read as a token.
std::optional<Error> problemOf(const TokenFile& content, const ValidateOptions& options) {
    const auto& signatures = content.signatures;
    const auto forged = std::find_if(signatures.begin(), signatures.end(), isForged);
    if (options.requireSignature || !options.signer.empty() || forged != signatures.end()) {
        SignatureDemand demand;
        demand.signer = options.signer;
        return judgeSignatures(signatures, demand).refusal;
    }
    return std::nullopt;
}

struct Validated {
    TokenExamination found;
    std::optional<Error> problem;
};

Validated validate(TokenDesk& desk, const std::filesystem::path& file,
                   const TokenReadOptions& reading, const ValidateOptions& options) {
    auto found = desk.examine(file, reading);
    if (!found) {
        Validated unread;
        unread.found.file = file;
        unread.problem = found.error();
        return unread;
    }
    auto problem = found->content ? problemOf(*found->content, options) : found->refusal;
    return {std::move(*found), std::move(problem)};
}

Json validatedJson(const Validated& each) {
    auto json = checksJson(each.found);
    json["good"] = !each.problem;
    if (each.found.content) {
        json["signatures"] = signaturesJson(each.found.content->signatures);
    }
    if (each.problem) {
        json["error"] = errorJson(*each.problem)["error"];
    }
    return json;
}

std::string validatedText(const Validated& each) {
    const auto file = shown(each.found.file.string());
    return each.problem ? fmt::format("{}: bad: {}\n", file, shown(each.problem->detail))
                        : fmt::format("{}: good: {}\n", file, briefText(*each.found.content));
}

// Keys of newer writers are compared as well, though a Token has no room for them.
void addUnknownFields(TokenDifference& difference, const Metadata& left, const Metadata& right) {
    const auto valueIn = [](const Metadata& map, const std::string& key) {
        const auto found = map.find(key);
        return found != map.end() ? *found : Metadata();
    };
    for (const auto& [key, value] : left.items()) {
        if (const auto other = valueIn(right, key); value != other) {
            difference.fields.push_back({"unknown." + key, value, other});
        }
    }
    for (const auto& [key, value] : right.items()) {
        if (!left.contains(key)) {
            difference.fields.push_back({"unknown." + key, Metadata(), value});
        }
    }
}

} // namespace

int inspectToken(const CommandContext& context, const InspectOptions& options) {
    const auto reading = readOptions(options.reading);
    if (!reading) {
        return refuse(context, reading.error());
    }
    const auto desk = app::makeTokenDesk(app::trustListFile());
    auto found = desk->examine(options.file, *reading);
    if (!found) {
        return refuse(context, named(found.error(), options.file));
    }
    if (found->refusal) {
        found->refusal = named(*found->refusal, options.file);
    }
    if (context.json) {
        const int printed = print(app::jsonText(examinationJson(*found, options.full)));
        return found->refusal ? exitCodeFor(found->refusal->code) : printed;
    }
    const int printed = print(inspectionText(*found, options.full));
    return found->refusal ? refuse(context, *found->refusal) : printed;
}

int validateTokens(const CommandContext& context, const ValidateOptions& options) {
    const auto reading = readOptions(options.reading);
    if (!reading) {
        return refuse(context, reading.error());
    }
    const auto desk = app::makeTokenDesk(app::trustListFile());
    if (options.requireSignature || !options.signer.empty()) {
        if (const auto trusted = desk->trusted(); !trusted) {
            return refuse(context, trusted.error()); // every key would be an unknown one
        }
    }
    auto files = Json::array();
    std::string text;
    int worst = kExitOk;
    for (const auto& file : options.files) {
        if (context.stop.stop_requested()) {
            return kExitCancelled;
        }
        const auto each = validate(*desk, file, *reading, options);
        worst = std::max(worst, each.problem ? exitCodeFor(each.problem->code) : kExitOk);
        if (context.json) {
            files.push_back(validatedJson(each));
        } else {
            text += validatedText(each);
        }
    }
    const int printed = context.json
                            ? print(app::jsonText({{"good", worst == kExitOk}, {"files", files}}))
                            : print(text);
    return worst != kExitOk ? worst : printed;
}

int diffTokens(const CommandContext& context, const DiffOptions& options) {
    const auto reading = readOptions(options.reading);
    if (!reading) {
        return refuse(context, reading.error());
    }
    const auto desk = app::makeTokenDesk(app::trustListFile());
    const auto left = readToken(*desk, options.left, *reading);
    if (!left) {
        return refuse(context, left.error());
    }
    const auto right = readToken(*desk, options.right, *reading);
    if (!right) {
        return refuse(context, right.error());
    }
    auto difference = desk->compare(left->token, right->token);
    addUnknownFields(difference, left->unknown, right->unknown);
    const bool equal = difference.fields.empty() && difference.differing == 0 &&
                       difference.leftCount == difference.rightCount;
    if (context.json) {
        Json json = {
            {"left", options.left.string()}, {"right", options.right.string()}, {"equal", equal}};
        json.update(differenceJson(difference, options.perDimension));
        return print(app::jsonText(json));
    }
    const auto head = fmt::format("{}: {}\n{}: {}\n{}\n", shown(options.left.string()),
                                  briefText(*left), shown(options.right.string()),
                                  briefText(*right), equal ? "equal" : "different");
    return print(equal ? head : head + differenceText(difference, options.perDimension));
}

} // namespace tessera::cli
