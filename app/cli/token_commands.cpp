#include "app/cli/token_commands.h"

#include "app/cli/shown_text.h"
#include "app/cli/text_table.h"
#include "app/cli/token_json.h"
#include "app/cli/token_tables.h"
#include "app/composition/run_export.h"
#include "app/composition/token_desk.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace tessera::cli {

namespace {

// A token that was read, and how its copy will be written.
struct Rewrite {
    TokenFile from;
    TokenWriteOptions how;
};

template <class Options>
Result<Rewrite> prepare(const CommandContext& context, TokenDesk& desk, const Options& options) {
    const auto reading = readOptions(options.reading);
    if (!reading) {
        return fail(reading.error());
    }
    auto from = readToken(desk, options.file, *reading);
    if (!from) {
        return fail(from.error());
    }
    auto how = writeOptions(options.writing, &*from, *reading);
    if (!how) {
        return fail(how.error());
    }
    noticeForgery(context, options.file, *from);
    return Rewrite{std::move(*from), std::move(*how)};
}

void tellOfTheSeal(const CommandContext& context, const Rewrite& work,
                   const std::filesystem::path& to) {
    if (work.from.hmac == HmacState::Valid && !work.how.hmacKey) {
        notice(context, fmt::format("The input is sealed, '{}' is not.", to.string()));
    }
}

// A new token and what the command has to say about it.
struct Outcome {
    Token token;
    Json json;
    std::string text;
};

// Writes, and says so.
int finish(const CommandContext& context, TokenDesk& desk, const WritingOptions& writing,
           const TokenWriteOptions& how, Outcome outcome) {
    const auto written = desk.write(writing.file, outcome.token, how);
    if (!written) {
        return refuse(context, written.error());
    }
    if (context.json) {
        outcome.json.update(writtenJson(writing.file, how, *written));
        return print(app::jsonText(outcome.json));
    }
    return context.quiet ? kExitOk : print(outcome.text + writtenText(writing.file, how, *written));
}

Result<std::vector<Token>> readAll(TokenDesk& desk, const MergeOptions& options,
                                   const TokenReadOptions& reading, const CommandContext& context) {
    std::vector<Token> tokens;
    for (const auto& file : options.files) {
        auto read = readToken(desk, file, reading);
        if (!read) {
            return fail(read.error());
        }
        noticeForgery(context, file, *read);
        if (!read->unknown.empty()) {
            notice(context,
                   fmt::format("The fields of '{}' that this version does not know are left out.",
                               file.string()));
        }
        tokens.push_back(std::move(read->token));
    }
    return tokens;
}

TokenMerge mergeRule(const MergeOptions& options) {
    TokenMerge how;
    how.rule = mergeRuleFromName(options.rule).value_or(TokenMerge::Rule::Mean);
    how.weights = options.weights;
    how.trimmedFraction = options.trim.value_or(how.trimmedFraction);
    how.unitLength = !options.anyLength;
    return how;
}

std::string joined(const std::vector<std::string>& words) {
    return words.empty() ? "nothing" : shown(fmt::format("{}", fmt::join(words, ", ")));
}

// The ids that go, or why the person's choice cannot be.
Result<std::vector<std::string>> chosenLeaks(const std::vector<TokenLeak>& leaks,
                                             const StripOptions& options) {
    const auto has = [](const std::vector<std::string>& ids, const std::string& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    std::vector<std::string> known;
    std::vector<std::string> chosen;
    for (const auto& leak : leaks) {
        known.push_back(leak.id);
        if (!has(options.keep, leak.id) && (leak.byDefault || has(options.also, leak.id))) {
            chosen.push_back(leak.id);
        }
    }
    for (const auto* ids : {&options.keep, &options.also}) {
        for (const auto& id : *ids) {
            if (!has(known, id)) {
                return fail(ErrorCode::InvalidArgument,
                            fmt::format("this token has no '{}' to keep or to take out; it has {}",
                                        id, joined(known)));
            }
        }
    }
    return chosen;
}

int listLeaks(const CommandContext& context, TokenDesk& desk, const StripOptions& options) {
    const auto reading = readOptions(options.reading);
    if (!reading) {
        return refuse(context, reading.error());
    }
    const auto from = readToken(desk, options.file, *reading);
    if (!from) {
        return refuse(context, from.error());
    }
    const auto leaks = desk.leaks(from->token, from->unknown);
    const auto chosen = chosenLeaks(leaks, options);
    if (!chosen) {
        return refuse(context, chosen.error());
    }
    if (!context.json) {
        return print(leaksText(leaks, *chosen));
    }
    return print(app::jsonText(
        {{"file", options.file.string()}, {"leaks", leaksJson(leaks)}, {"taken_out", *chosen}}));
}

} // namespace

int mergeTokens(const CommandContext& context, const MergeOptions& options) {
    const auto reading = readOptions(options.reading);
    if (!reading) {
        return refuse(context, reading.error());
    }
    auto how = writeOptions(options.writing, nullptr, *reading);
    if (!how) {
        return refuse(context, how.error());
    }
    // With a key, all inputs are sealed with it, and so is the result.
    if (!how->hmacKey && !options.writing.unsealed && how->format == TokenFormat::Tbf) {
        how->hmacKey = reading->hmacKey;
    }
    const auto desk = app::makeTokenDesk(app::trustListFile());
    const auto tokens = readAll(*desk, options, *reading, context);
    if (!tokens) {
        return refuse(context, tokens.error());
    }
    const auto merged = desk->merge(*tokens, mergeRule(options));
    if (!merged) {
        return refuse(context, merged.error());
    }
    if (context.stop.stop_requested()) {
        return kExitCancelled;
    }
    auto names = Json::array();
    for (const auto& file : options.files) {
        names.push_back(file.string());
    }
    const Json json = {{"merged", names},
                       {"rule", options.rule},
                       {"generation", merged->generation},
                       {"privacy_epsilon", app::numberJson(merged->privacyEpsilon)},
                       {"privacy_delta", app::numberJson(merged->privacyDelta)}};
    const auto text = fmt::format(
        "Merged {} tokens by {}; {}.\n", tokens->size(), options.rule,
        std::isinf(merged->privacyEpsilon)
            ? std::string("privacy is off, as it is in one of them")
            : fmt::format("their privacy budgets add up to epsilon {:.4g}, delta {:.3g}",
                          merged->privacyEpsilon, merged->privacyDelta));
    return finish(context, *desk, options.writing, *how, {*merged, json, text});
}

int convertToken(const CommandContext& context, const ConvertOptions& options) {
    const auto desk = app::makeTokenDesk(app::trustListFile());
    const auto work = prepare(context, *desk, options);
    if (!work) {
        return refuse(context, work.error());
    }
    const auto& token = work->from.token;
    const auto stored = desk->asStored(token, work->how);
    if (!stored) {
        return refuse(context, stored.error());
    }
    const auto loss = desk->compare(token, *stored);
    auto converted = loss.differing > 0 ? desk->requantised(token, work->how.numbers) : token;
    if (!converted) {
        return refuse(context, converted.error());
    }
    converted->uhsVector = token.uhsVector; // to be stored once, not twice
    tellOfTheSeal(context, *work, options.writing.file);
    const bool unsign = loss.differing > 0 && !work->from.signatures.empty();
    if (unsign) {
        notice(context, "The signatures are left out: they cover the numbers as they were. Sign "
                        "the new file with 'tessera sign'.");
    }
    const Json json = {{"file", options.file.string()},
                       {"changed_numbers", loss.differing},
                       {"largest_change", app::numberJson(loss.largest)},
                       {"cosine", app::numberJson(loss.cosine)},
                       {"signatures_left_out", unsign}};
    const auto text = loss.differing == 0
                          ? std::string("The numbers stay as they are, bit for bit.\n")
                          : fmt::format("{} of {} numbers change, by {} at most.\n", loss.differing,
                                        loss.leftCount, compact(loss.largest));
    return finish(context, *desk, options.writing, work->how, {*converted, json, text});
}

int stripToken(const CommandContext& context, const StripOptions& options) {
    const auto desk = app::makeTokenDesk(app::trustListFile());
    if (options.listOnly) {
        return listLeaks(context, *desk, options);
    }
    auto work = prepare(context, *desk, options);
    if (!work) {
        return refuse(context, work.error());
    }
    const auto& from = work->from;
    const auto leaks = desk->leaks(from.token, from.unknown);
    const auto chosen = chosenLeaks(leaks, options);
    if (!chosen) {
        return refuse(context, chosen.error());
    }
    const auto stripped = desk->strip(from.token, from.unknown, *chosen);
    if (!stripped) {
        return refuse(context, stripped.error());
    }
    work->how.unknown = stripped->second;
    tellOfTheSeal(context, *work, options.writing.file);
    std::vector<std::string> kept;
    for (const auto& leak : leaks) {
        if (std::find(chosen->begin(), chosen->end(), leak.id) == chosen->end()) {
            kept.push_back(leak.id);
        }
    }
    const Json json = {{"file", options.file.string()}, {"taken_out", *chosen}, {"kept", kept}};
    const auto text =
        fmt::format("Taken out: {}. Kept: {}.{}\n", joined(*chosen), joined(kept),
                    from.signatures.empty() ? "" : " The signatures are out as well.");
    return finish(context, *desk, options.writing, work->how, {stripped->first, json, text});
}

} // namespace tessera::cli
