#include "app/cli/model_text.h"

#include "app/cli/command.h"
#include "app/cli/input_text.h"
#include "app/cli/shown_text.h"
#include "app/cli/text_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tessera::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostModuleBytes = 60, kMostNoteBytes = 160;
constexpr std::size_t kMostListed = 40; // attributes, and tensors of a kind

constexpr std::array<const char*, 4> kKinds = {"zoo", "checkpoint", "torchscript", "state_dict"};
constexpr std::array<const char*, 4> kKindNames = {"network of this program",
                                                   "checkpoint of this program", "TorchScript",
                                                   "state dict of PyTorch"};

template <std::size_t N>
const char* named(const std::array<const char*, N>& names, NetworkDescription::Kind kind) {
    return names.at(static_cast<std::size_t>(kind));
}

std::string modelLine(const char* name, const std::string& text) {
    return fmt::format("{:<11} {}\n", name, text);
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
    return shape.empty() ? "-" : fmt::format("{}", fmt::join(shape, "x"));
}

// Two blanks a level, then what the name says beyond the module above.
std::string branch(const NetworkModule& module) {
    const auto dots =
        static_cast<std::size_t>(std::count(module.name.begin(), module.name.end(), '.'));
    const auto part = module.name.empty()        ? std::string("(network)")
                      : dots + 1 == module.depth ? module.name.substr(module.name.rfind('.') + 1)
                                                 : module.name;
    constexpr std::size_t kDeepest = 20;
    return std::string(2 * std::min(module.depth, kDeepest), ' ') + shown(part, kMostModuleBytes);
}

std::string treeText(const NetworkDescription& about) {
    if (about.modules.empty()) {
        return {};
    }
    TextTable table({"module", "type", "output", "tap", "parameters", "calls"}, 4);
    std::string notes;
    for (const auto& module : about.modules) {
        table.add({branch(module), shown(module.type, kMostModuleBytes),
                   shapeText(module.outputShape),
                   module.isTap ? fmt::format("{}", module.tapWidth) : "-",
                   std::to_string(module.parameters), std::to_string(module.calls)});
        if (!module.note.empty()) {
            notes += fmt::format("  {}: {}\n", shown(module.name, kMostModuleBytes),
                                 shown(module.note, kMostNoteBytes));
        }
    }
    return "\n" + table.text() + (notes.empty() ? "" : "\nno taps\n" + notes);
}

std::string operatorsText(const NetworkDescription& about) {
    if (about.operators.empty()) {
        return {};
    }
    TextTable table({"operator", "allowed", "first use", "uses"}, 3);
    for (const auto& each : about.operators) {
        table.add({shown(each.name, kMostModuleBytes), each.allowed ? "yes" : "NO",
                   shown(each.place, kMostNoteBytes), std::to_string(each.uses)});
    }
    return "\n" + table.text();
}

std::string listText(const char* title, const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return {};
    }
    std::string text = fmt::format("\n{}: {}\n", title, lines.size());
    const auto listed = std::min(lines.size(), kMostListed);
    for (std::size_t i = 0; i < listed; ++i) {
        text += "  " + shown(lines[i], kMostNoteBytes) + "\n";
    }
    return text +
           (lines.size() > listed ? fmt::format("  and {} more\n", lines.size() - listed) : "");
}

std::string guessText(const ArchitectureSpec& guess) {
    std::string text = fmt::format("--family {} --width {} --depth {}", guess.family.value,
                                   guess.width, guess.depth);
    if (guess.positions) {
        text += *guess.positions ? ", with positions" : ", without positions";
    }
    text += guess.encoding == PositionEncoding::Sinusoidal ? ", sinusoidal encoding" : "";
    text += guess.patch ? fmt::format(", patches of {} pixels", *guess.patch) : "";
    return text + (guess.pooling == Pooling::ClassToken ? ", class token" : "");
}

std::string stateText(const StateReport& state) {
    std::string text;
    if (!state.strippedPrefix.empty()) {
        text += modelLine("prefix", fmt::format("'{}', which the names of all tensors began with",
                                                shown(state.strippedPrefix, kMostModuleBytes)));
    }
    for (const auto& guess : state.guesses) {
        text += modelLine("could be", guessText(guess));
    }
    return text + listText("tensors that are missing", state.missing) +
           listText("tensors that nobody knows", state.unexpected) +
           listText("tensors of another shape", state.misshapen);
}

// As an experiment has it: to be copied into one.
Json architectureJson(const ArchitectureSpec& architecture) {
    Json json = {{"family", architecture.family.value},
                 {"width", architecture.width},
                 {"depth", architecture.depth}};
    if (architecture.positions) {
        json["positions"] = *architecture.positions;
    }
    if (architecture.encoding == PositionEncoding::Sinusoidal) {
        json["encoding"] = "sinusoidal";
    }
    if (architecture.patch) {
        json["patch"] = *architecture.patch;
    }
    if (architecture.pooling == Pooling::ClassToken) {
        json["pooling"] = "class";
    }
    return json;
}

Json stateJson(const StateReport& state) {
    Json json = {{"prefix", state.strippedPrefix},
                 {"missing", state.missing},
                 {"unexpected", state.unexpected},
                 {"misshapen", state.misshapen},
                 {"guesses", Json::array()}};
    for (const auto& guess : state.guesses) {
        json["guesses"].push_back(architectureJson(guess));
    }
    json["classes"] = state.guessedClasses ? Json(*state.guessedClasses) : Json(nullptr);
    return json;
}

} // namespace

std::string modelText(const NetworkDescription& about) {
    std::string text =
        modelLine("network", shown(about.title)) +
        modelLine("kind", named(kKindNames, about.kind)) +
        modelLine("parameters",
                  fmt::format("{} ({} more numbers in buffers)", about.parameters, about.buffers)) +
        modelLine("feature", about.feature.empty() ? "-" : shown(about.feature, kMostModuleBytes)) +
        modelLine("head", about.hasHead ? "linear" : "none that is linear") +
        modelLine("classes", about.classes > 0 ? std::to_string(about.classes) : "-") +
        modelLine("wants", about.wants.empty() ? "-" : shown(about.wants)) +
        modelLine("tried with", about.input ? inputText(*about.input) : "nothing; see --input");
    if (about.recordingBytesPerSample > 0) {
        text += modelLine("recording",
                          fmt::format("{} bytes a sample, {} with nothing pooled",
                                      about.recordingBytesPerSample, about.fullBytesPerSample));
    }
    for (const auto& warning : about.warnings) {
        text += modelLine("warning", shown(asSentence(warning)));
    }
    if (about.refusal) {
        text += modelLine("REFUSED", shown(asSentence(about.refusal->detail)));
    }
    if (about.state) {
        text += stateText(*about.state);
    }
    return text + treeText(about) + operatorsText(about) + listText("attributes", about.attributes);
}

Json modelJson(const NetworkDescription& about) {
    Json json = {{"network", about.title},
                 {"kind", named(kKinds, about.kind)},
                 {"parameters", about.parameters},
                 {"buffers", about.buffers},
                 {"feature", about.feature},
                 {"head", about.hasHead},
                 {"classes", about.classes > 0 ? Json(about.classes) : Json(nullptr)},
                 {"wants", about.wants},
                 {"input", about.input ? inputJson(*about.input) : Json(nullptr)},
                 {"recording_bytes", about.recordingBytesPerSample},
                 {"full_bytes", about.fullBytesPerSample}};
    json["modules"] = Json::array();
    for (const auto& module : about.modules) {
        json["modules"].push_back({{"name", module.name},
                                   {"type", module.type},
                                   {"depth", module.depth},
                                   {"output", module.outputShape},
                                   {"parameters", module.parameters},
                                   {"tap", module.isTap},
                                   {"tap_width", module.tapWidth},
                                   {"calls", module.calls},
                                   {"note", module.note}});
    }
    json["operators"] = Json::array();
    for (const auto& each : about.operators) {
        json["operators"].push_back({{"name", each.name},
                                     {"uses", each.uses},
                                     {"allowed", each.allowed},
                                     {"place", each.place}});
    }
    json["attributes"] = about.attributes;
    json["warnings"] = about.warnings;
    json["state"] = about.state ? stateJson(*about.state) : Json(nullptr);
    json["refusal"] = about.refusal ? errorJson(*about.refusal)["error"] : Json(nullptr);
    return json;
}

} // namespace tessera::cli
