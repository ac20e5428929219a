#include "app/cli/run_verification.h"

#include "app/cli/console_progress.h"
#include "app/cli/open_store.h"
#include "app/cli/shown_text.h"
#include "app/composition/run_export.h"
#include "app/composition/run_services.h"
#include "core/session/run_session.h"
#include "core/store/run_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <bit>
#include <cstdlib>
#include <set>
#include <system_error>
#include <tuple>
#include <vector>

namespace tessera::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostSaid = 10;

struct Difference {
    std::string what;
    Json kept, repeated;
};

// A run with its curves.
struct Measured {
    RunRecord record;
    std::vector<MetricSample> samples;
};

// A new folder below the system's for temporary files, removed in the end.
class ScratchFolder {
public:
    ScratchFolder() {
        std::error_code error;
        auto name =
            (std::filesystem::temp_directory_path(error) / "tessera-verify-XXXXXX").string();
        if (!error && mkdtemp(name.data()) != nullptr) {
            m_path = name;
        }
    }
    ~ScratchFolder() {
        std::error_code ignored;
        if (!m_path.empty()) {
            std::filesystem::remove_all(m_path, ignored);
        }
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; } // empty: none

private:
    std::filesystem::path m_path;
};

Result<Measured> measuredOf(RunStore& store, const RunId& id) {
    auto record = store.get(id);
    if (!record) {
        return fail(record.error());
    }
    auto samples = store.samples(id);
    if (!samples) {
        return fail(samples.error());
    }
    return Measured{std::move(*record), std::move(*samples)};
}

Result<void> checkRepeatable(const RunRecord& run) {
    if (run.state != RunState::Done) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the run {} is {}; only a run that is done can be verified",
                                run.id.value, runStateName(run.state)));
    }
    if (!run.experimentReadable) {
        return fail(ErrorCode::Unsupported,
                    "the experiment of this run was written by another version and cannot be "
                    "repeated as it was");
    }
    return {};
}

// Where the figures of both are not the same; those of objects one by one.
void compareFigures(const std::string& place, const Json& kept, const Json& repeated,
                    std::vector<Difference>& differences) {
    // Times and the like.
    static const std::set<std::string> kOfExecution = {"seconds", "peak_memory_bytes",
                                                       "token_bytes", "metrics_hash"};
    if (!kept.is_object() || !repeated.is_object()) {
        if (kept != repeated) {
            differences.push_back({place, kept, repeated});
        }
        return;
    }
    for (const auto& [key, value] : kept.items()) {
        if (!kOfExecution.contains(key)) {
            const auto found = repeated.find(key);
            compareFigures(place.empty() ? key : place + "." + key, value,
                           found == repeated.end() ? Json(nullptr) : *found, differences);
        }
    }
}

bool isTime(const MetricSample& sample) {
    return sample.series.starts_with("seconds.");
}

auto keyOf(const MetricSample& sample) {
    return std::tie(sample.series, sample.layer, sample.step);
}

bool sameBits(std::optional<double> a, std::optional<double> b) {
    return a.has_value() == b.has_value() &&
           (!a || std::bit_cast<std::uint64_t>(*a) == std::bit_cast<std::uint64_t>(*b));
}

// Both are in the order of their keys.
void compareCurves(const std::vector<MetricSample>& kept, const std::vector<MetricSample>& repeated,
                   std::vector<Difference>& differences) {
    const auto add = [&](const MetricSample& at, const MetricSample* one, const MetricSample* two) {
        const auto json = [](const MetricSample* sample) {
            return sample == nullptr ? Json("missing") : app::numberJson(sample->value);
        };
        differences.push_back({fmt::format("{}{}{} step {}", at.series,
                                           at.layer.empty() ? "" : " of ", at.layer, at.step),
                               json(one), json(two)});
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < kept.size() || j < repeated.size()) {
        const auto* one = i < kept.size() ? &kept[i] : nullptr;
        const auto* two = j < repeated.size() ? &repeated[j] : nullptr;
        if (two == nullptr || (one != nullptr && keyOf(*one) < keyOf(*two))) {
            two = nullptr;
            ++i;
        } else if (one == nullptr || keyOf(*two) < keyOf(*one)) {
            one = nullptr;
            ++j;
        } else {
            ++i;
            ++j;
        }
        const auto& at = one != nullptr ? *one : *two;
        if (!isTime(at) &&
            (one == nullptr || two == nullptr || !sameBits(one->value, two->value))) {
            add(at, one, two);
        }
    }
}

std::vector<Difference> differencesOf(const Measured& kept, const Measured& repeated) {
    std::vector<Difference> differences;
    compareFigures({}, store::toJson(kept.record.summary), store::toJson(repeated.record.summary),
                   differences);
    compareCurves(kept.samples, repeated.samples, differences);
    const auto& first = kept.record.summary.metricsHash;
    const auto& second = repeated.record.summary.metricsHash;
    if (differences.empty() && first != second) {
        differences.push_back({"metrics_hash", first, second});
    }
    return differences;
}

// What the two ran on, where that differs: most often the reason.
std::vector<Difference> environmentDifferences(const Environment& kept, const Environment& now) {
    std::vector<Difference> differences;
    for (const auto& [key, value] : kept) {
        const auto found = now.find(key);
        if (found == now.end() || found->second != value) {
            differences.push_back(
                {key, value, found == now.end() ? Json(nullptr) : Json(found->second)});
        }
    }
    return differences;
}

Json differencesJson(const std::vector<Difference>& differences) {
    auto json = Json::array();
    for (const auto& difference : differences) {
        json.push_back({{"what", difference.what},
                        {"kept", difference.kept},
                        {"repeated", difference.repeated}});
    }
    return json;
}

std::string valueText(const Json& value) {
    return shown(value.is_string() ? value.get<std::string>() : value.dump());
}

std::string differencesText(const std::vector<Difference>& differences) {
    std::string text;
    for (std::size_t i = 0; i < std::min(differences.size(), kMostSaid); ++i) {
        const auto& [what, kept, repeated] = differences[i];
        text += fmt::format("  {}: {} was kept, {} is measured now\n", shown(what), valueText(kept),
                            valueText(repeated));
    }
    if (differences.size() > kMostSaid) {
        text += fmt::format("  and {} more\n", differences.size() - kMostSaid);
    }
    return text;
}

int report(const CommandContext& context, const Measured& kept, const Measured& repeated) {
    const auto differences = differencesOf(kept, repeated);
    const auto machines =
        environmentDifferences(kept.record.environment, repeated.record.environment);
    const bool equal = differences.empty();
    std::string text;
    if (context.json) {
        Json json = {{"run", kept.record.id.value},
                     {"equal", equal},
                     {"samples", kept.samples.size()},
                     {"metrics_hash", kept.record.summary.metricsHash},
                     {"repeated_hash", repeated.record.summary.metricsHash}};
        json["differences"] = differencesJson(differences);
        json["environment"] = differencesJson(machines);
        text = app::jsonText(json);
    } else if (equal) {
        text =
            fmt::format("{}: equal, bit by bit: {} samples, sha256 {}, and all figures\n",
                        kept.record.id.value, kept.samples.size(), kept.record.summary.metricsHash);
    } else {
        text = fmt::format("{}: not equal, {} {}\n{}", kept.record.id.value, differences.size(),
                           differences.size() == 1 ? "difference" : "differences",
                           differencesText(differences));
        text += machines.empty() ? "what it ran on is the same\n"
                                 : "what it ran on has changed:\n" + differencesText(machines);
    }
    const int printed = print(text);
    return equal ? printed : kExitFailed;
}

// The repeated run in a folder of its own; nothing is taken from where the first one lies.
Result<Measured> repeat(const CommandContext& context, const RunRecord& run,
                        const std::filesystem::path& scratch) {
    const session::OutputFolder folder{scratch};
    auto store = app::openStore(folder.store(), app::StoreAccess::ReadWrite);
    if (!store) {
        return fail(store.error());
    }
    auto engine = loadEngine(context);
    if (!engine) {
        return fail(engine.error());
    }
    const auto tokens = app::makeTokenWriter();
    session::RunSession session(**engine, **store, *tokens, folder);
    ConsoleProgress progress(1, context.quiet, context.verbose);
    progress.beginRun(run.name);
    const auto again =
        session.execute(run.experiment, run.sourceLabel, run.receiverLabel, progress, context.stop);
    return again ? measuredOf(**store, again->id) : fail(again.error());
}

} // namespace

int verifyRun(const CommandContext& context, const std::string& id) {
    auto store = openForReading(context);
    if (!store) {
        return refuse(context, store.error());
    }
    const auto kept = measuredOf(**store, RunId(id));
    if (!kept) {
        return refuse(context, kept.error());
    }
    if (auto good = checkRepeatable(kept->record); !good) {
        return refuse(context, good.error());
    }
    const ScratchFolder scratch;
    if (scratch.path().empty()) {
        return refuse(context, {ErrorCode::Io,
                                "no folder can be made where temporary files belong; set TMPDIR "
                                "to one that can be written to",
                                std::nullopt});
    }
    const auto repeated = repeat(context, kept->record, scratch.path());
    if (!repeated) {
        return refuse(context, repeated.error());
    }
    if (context.stop.stop_requested()) {
        return kExitCancelled;
    }
    return report(context, *kept, *repeated);
}

} // namespace tessera::cli
