#include "app/cli/store_commands.h"

#include "app/cli/shown_text.h"
#include "app/cli/text_table.h"
#include "app/composition/run_export.h"
#include "core/store/clock.h"
#include "core/store/store_care.h"
#include "core/store/store_copy.h"
#include "core/store/store_restore.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tessera::cli {

namespace {

nlohmann::ordered_json findingsJson(const std::vector<store::Finding>& findings) {
    auto json = nlohmann::ordered_json::array();
    for (const auto& finding : findings) {
        json.push_back({{"kind", store::findingName(finding.kind)},
                        {"subject", finding.subject},
                        {"message", finding.text}});
    }
    return json;
}

std::string checkText(const CommandContext& context, const store::StoreCheck& check) {
    std::string text = fmt::format(
        "store      {}\nschema     {} (this program knows {})\nsize       {} bytes\n"
        "runs       {}\n",
        context.folder.store().string(), check.version, check.newest, check.sizeBytes, check.runs);
    if (!check.problems.empty() || !check.notices.empty()) {
        TextTable table({"", "what", "where", ""}, 4);
        for (const auto& each : check.problems) {
            table.add(
                {"problem", store::findingName(each.kind), shown(each.subject), shown(each.text)});
        }
        for (const auto& each : check.notices) {
            table.add(
                {"notice", store::findingName(each.kind), shown(each.subject), shown(each.text)});
        }
        text += "\n" + table.text();
    }
    text += check.isSound() ? "\nThe store is sound.\n"
                            : fmt::format("\nThe store is not sound: {} {}. An earlier copy comes "
                                          "back with: tessera runs restore FILE\n",
                                          check.problems.size(),
                                          check.problems.size() == 1 ? "problem" : "problems");
    return text;
}

std::string runCount(const store::StoreCopy& copy) {
    return fmt::format("{} {}, {} bytes, schema {}", copy.runs, copy.runs == 1 ? "run" : "runs",
                       copy.sizeBytes, copy.version);
}

nlohmann::ordered_json copyJson(const store::StoreCopy& copy) {
    return {{"runs", copy.runs}, {"bytes", copy.sizeBytes}, {"schema", copy.version}};
}

} // namespace

int checkRuns(const CommandContext& context) {
    const auto check = store::checkStore(context.folder.store());
    if (!check) {
        return refuse(context, check.error());
    }
    int printed = kExitOk;
    if (context.json) {
        nlohmann::ordered_json json;
        json["store"] = context.folder.store().string();
        json["sound"] = check->isSound();
        json["schema"] = check->version;
        json["newest_schema"] = check->newest;
        json["bytes"] = check->sizeBytes;
        json["runs"] = check->runs;
        json["problems"] = findingsJson(check->problems);
        json["notices"] = findingsJson(check->notices);
        printed = print(app::jsonText(json));
    } else {
        printed = print(checkText(context, *check));
    }
    return check->isSound() ? printed : kExitFailed;
}

int backUpRuns(const CommandContext& context, const BackupOptions& options) {
    const auto copy =
        store::copyStore(context.folder.store(), options.file,
                         options.force ? store::Existing::Replace : store::Existing::Keep);
    if (!copy) {
        auto error = copy.error();
        std::error_code ignored;
        if (!options.force && error.code == ErrorCode::InvalidArgument &&
            std::filesystem::is_regular_file(options.file, ignored) &&
            !store::isFileOfStore(context.folder.store(), options.file)) {
            error.detail += " Give --force to replace a file.";
        }
        return refuse(context, error);
    }
    if (context.json) {
        auto json = copyJson(*copy);
        json["backup"] = options.file.string();
        return print(app::jsonText(json));
    }
    return print(fmt::format("{} copied to {}\n", runCount(*copy), options.file.string()));
}

int restoreRuns(const CommandContext& context, const std::filesystem::path& backup) {
    const auto file = context.folder.store();
    const auto restored = store::restoreStore(file, backup, store::nowMs());
    if (!restored) {
        return refuse(context, restored.error());
    }
    if (context.json) {
        auto json = copyJson(restored->copy);
        json["store"] = file.string();
        json["from"] = backup.string();
        json["kept"] = restored->kept ? nlohmann::ordered_json(restored->kept->string())
                                      : nlohmann::ordered_json(nullptr);
        return print(app::jsonText(json));
    }
    return print(fmt::format(
        "{} now holds what was in {}: {}\n{}", file.string(), backup.string(),
        runCount(restored->copy),
        restored->kept ? fmt::format("what was there is kept as {}\n", restored->kept->string())
                       : std::string("there was no store before\n")));
}

} // namespace tessera::cli
