#include "app/cli/token_text.h"

#include "app/cli/shown_text.h"
#include "app/cli/signature_demand.h"
#include "app/cli/text_table.h"
#include "app/cli/vector_statistics.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace tessera::cli {

namespace {

constexpr std::size_t kFirstNumbers = 8;   // of the vector
constexpr std::size_t kLongestValue = 200; // bytes of a value, unless in full
constexpr std::size_t kMostSteps = 20;     // lines of lineage, unless in full

std::string tokenLine(std::string_view label, std::string_view value) {
    return fmt::format("{:<18}{}\n", label, value);
}

std::string counted(std::size_t count, const std::string& what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string orDash(const std::string& text) {
    return text.empty() ? "-" : shown(text, kLongestValue);
}

std::string numberText(double value) {
    return std::isinf(value) ? (value > 0 ? "infinity" : "-infinity") : fmt::format("{}", value);
}

// A text of a map, or nothing: metadata of other programs may hold anything.
std::string textIn(const Metadata& map, const char* key) {
    if (!map.is_object()) {
        return {};
    }
    const auto found = map.find(key);
    return found != map.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string numberIn(const Metadata& map, const char* key) {
    const auto found = map.is_object() ? map.find(key) : map.end();
    return map.is_object() && found != map.end() && found->is_number()
               ? fmt::format("{:.4g}", found->get<double>())
               : "an unknown number";
}

std::string checksumText(const std::string& kind) {
    if (kind == "crc32c") {
        return "right (CRC-32C)";
    }
    if (kind == "crc32") {
        return "right (plain CRC-32: the program that wrote the file lacked CRC-32C)";
    }
    return kind.empty() ? "not checked" : "wrong: the file is damaged or was changed";
}

std::string sealText(HmacState state) {
    switch (state) {
    case HmacState::Absent:
        return "none";
    case HmacState::Valid:
        return "valid: made with the given key";
    case HmacState::Invalid:
        return "invalid: the file was changed, or sealed with another key";
    case HmacState::Unverified:
        break;
    }
    return "there, but not checked: no key was given";
}

std::string checksText(const TokenExamination& found) {
    std::string text;
    if (found.header) {
        text += tokenLine("header checksum", checksumText(found.headerCrc));
        text += tokenLine("body checksum", checksumText(found.bodyCrc));
        text += tokenLine("seal (HMAC)", sealText(found.hmac));
    }
    if (!found.content) {
        return text + tokenLine("trust", "Do not use it: it was refused.");
    }
    for (const auto& signature : found.content->signatures) {
        text += tokenLine("signature", signatureText(signature));
    }
    if (found.content->signatures.empty()) {
        text += tokenLine("signature", "none");
    }
    return text + tokenLine("trust", trustText(*found.content));
}

std::string headText(const TokenExamination& found) {
    auto text = tokenLine("file", shown(found.file.string()));
    if (const auto& content = found.content) {
        text += tokenLine("format", shown(content->formatName));
        text += tokenLine("size", fmt::format("{} bytes: {} of metadata, {} as {}",
                                              content->fileBytes, content->metadataBytes,
                                              counted(content->token.uhsVector.size(), "number"),
                                              tokenNumbersName(content->numbers)));
    } else if (const auto& header = found.header) {
        text += tokenLine("format", fmt::format("TBF {}.{}", header->major, header->minor));
        text +=
            tokenLine("by its header",
                      fmt::format("{} bytes of metadata, {} numbers in {} bytes, type {}, flags {}",
                                  header->metadataBytes, header->vectorCount, header->vectorBytes,
                                  header->quant, header->flags));
    }
    return text;
}

std::string vectorText(const std::vector<float>& vector) {
    const auto about = statisticsOf(vector);
    auto text = tokenLine("vector", fmt::format("{}, norm {}, {}{}", counted(about.count, "number"),
                                                compact(about.norm), counted(about.zeros, "zero"),
                                                about.infinite > 0
                                                    ? fmt::format(", {} infinite", about.infinite)
                                                    : std::string()));
    text += tokenLine("", fmt::format("from {} to {}, mean {}, deviation {}", compact(about.least),
                                      compact(about.greatest), compact(about.mean),
                                      compact(about.deviation)));
    const auto first = std::min(vector.size(), kFirstNumbers);
    if (first > 0) {
        text += tokenLine(
            "", fmt::format("{}{}",
                            fmt::join(vector.begin(),
                                      vector.begin() + static_cast<std::ptrdiff_t>(first), " "),
                            first < vector.size() ? " ..." : ""));
    }
    return text;
}

std::string entriesText(std::string_view label, const Metadata& map, bool full) {
    if (!map.is_object() || map.empty()) {
        return {};
    }
    if (!full) {
        return tokenLine(label, fmt::format("{} in all (--full shows them)", map.size()));
    }
    std::string text;
    for (const auto& [key, value] : map.items()) {
        text += tokenLine(text.empty() ? label : "", shown(key) + " = " + shownValue(value));
    }
    return text;
}

std::string fieldsText(const TokenFile& content, bool full) {
    const auto& token = content.token;
    auto text = tokenLine("knowledge", knowledgeTypeName(token.knowledgeType));
    text += tokenLine("source", orDash(token.sourceModelId));
    text += tokenLine("receiver", token.targetModelId ? orDash(*token.targetModelId) : "any");
    text += tokenLine("drift", token.driftScore ? numberText(*token.driftScore) : "not measured");
    std::vector<std::string> weights;
    for (const auto& [name, weight] : token.modalityWeights) {
        weights.push_back(fmt::format("{} {}", shown(name, kLongestValue), numberText(weight)));
    }
    text +=
        tokenLine("weights", weights.empty() ? "-" : fmt::format("{}", fmt::join(weights, ", ")));
    text += tokenLine("generation", fmt::format("{}", token.generation));
    text += tokenLine("written", orDash(token.timestamp));
    if (full) {
        text += tokenLine("version", orDash(token.version));
        text += tokenLine("epsilon", numberText(token.privacyEpsilon));
        text += tokenLine("delta", numberText(token.privacyDelta));
        text += tokenLine("hints", shownValue(token.projectionHints));
        text += vectorText(token.uhsVector);
    }
    text += entriesText("layers", token.correlationMap, full);
    text += entriesText("metadata", token.customMetadata, full);
    text += entriesText("unknown fields", content.unknown, full);
    auto absent = content.absent;
    std::erase(absent, "d"); // "not measured" says it
    if (!absent.empty()) {
        text +=
            tokenLine("left out", fmt::format("{} (the values above are the format's defaults)",
                                              shown(fmt::format("{}", fmt::join(absent, ", ")))));
    }
    return text + tokenLine("privacy", privacyText(content));
}

std::string sectionsText(const std::vector<TokenSection>& sections) {
    TextTable table({"part", "check", "offset", "bytes"}, 2);
    std::string notes;
    for (const auto& section : sections) {
        const char* state = section.state == CheckState::Good  ? "right"
                            : section.state == CheckState::Bad ? "WRONG"
                                                               : "-";
        table.add({section.id, state, fmt::format("{}", section.offset),
                   fmt::format("{}", section.bytes)});
        if (!section.note.empty()) {
            notes += fmt::format("{}: {}\n", section.id, shown(section.note));
        }
    }
    return "\n" + table.text() + notes;
}

std::string lineageText(const Metadata& dag, bool full) {
    const auto steps = lineageLines(dag);
    const auto shownSteps = full ? steps.size() : std::min(steps.size(), kMostSteps);
    std::string text;
    for (std::size_t i = 0; i < shownSteps; ++i) {
        text += tokenLine(i == 0 ? "lineage" : "", steps[i]);
    }
    if (shownSteps < steps.size()) {
        text += tokenLine(
            "", fmt::format("and {} more (--full shows them)", steps.size() - shownSteps));
    }
    return text;
}

const Metadata& listIn(const Metadata& map, const char* key) {
    static const Metadata kNone = Metadata::array();
    const auto found = map.is_object() ? map.find(key) : map.end();
    return map.is_object() && found != map.end() && found->is_array() ? *found : kNone;
}

std::string nodeText(const Metadata& node) {
    std::vector<std::string> about;
    for (const auto* key : {"type", "ref"}) {
        if (const auto text = textIn(node, key); !text.empty()) {
            about.push_back(shown(text, kLongestValue));
        }
    }
    const auto id = orDash(textIn(node, "id"));
    return about.empty() ? id : fmt::format("{} ({})", id, fmt::join(about, ", "));
}

} // namespace

std::vector<std::string> lineageLines(const Metadata& dag) {
    if (!dag.is_object() || dag.empty()) {
        return {"not stated"};
    }
    const auto& nodes = listIn(dag, "nodes");
    const auto& edges = listIn(dag, "edges");
    if (nodes.empty() && edges.empty()) {
        return {shownValue(dag, kLongestValue)}; // of another program
    }
    std::unordered_map<std::string, std::string> labels;
    std::unordered_map<std::string, bool> isLinked;
    for (const auto& node : nodes) {
        labels.try_emplace(textIn(node, "id"), nodeText(node));
    }
    const auto labelOf = [&](const std::string& id) {
        isLinked[id] = true;
        const auto found = labels.find(id);
        return found != labels.end() ? found->second : orDash(id);
    };
    std::vector<std::string> lines;
    for (const auto& edge : edges) {
        const auto from = labelOf(textIn(edge, "from"));
        auto text = from + " -> " + labelOf(textIn(edge, "to"));
        const auto mode = textIn(edge, "mode");
        lines.push_back(mode.empty() ? text : text + ", mode " + shown(mode, kLongestValue));
    }
    for (const auto& node : nodes) {
        if (!isLinked.contains(textIn(node, "id"))) {
            lines.push_back(nodeText(node));
        }
    }
    return lines;
}

std::string privacyText(const TokenFile& content) {
    const auto& token = content.token;
    const auto& absent = content.absent;
    if (std::find(absent.begin(), absent.end(), "pe") != absent.end()) {
        return "The file says nothing about privacy, so take it that there is none.";
    }
    const auto& custom = token.customMetadata;
    const auto found = custom.is_object() ? custom.find("twb.privacy") : custom.end();
    const Metadata statement =
        custom.is_object() && found != custom.end() && found->is_object() ? *found : Metadata();
    std::vector<std::string> open;
    for (const auto& item : listIn(statement, "not_covered")) {
        open.push_back(shownValue(item, kLongestValue));
    }
    const auto rest =
        open.empty() ? std::string() : fmt::format(" Not covered: {}.", fmt::join(open, ", "));
    if (std::isinf(token.privacyEpsilon)) {
        return "Privacy is off: no noise was added, and the vector tells about the samples that it "
               "was made from." +
               rest;
    }
    const auto budget = fmt::format("epsilon {}, delta {}", numberText(token.privacyEpsilon),
                                    numberText(token.privacyDelta));
    if (!statement.is_object()) {
        return fmt::format(
            "The token claims {} for its vector; whether that holds cannot be seen from the file.",
            budget);
    }
    return fmt::format("By its own statement the vector carries noise: {}, for {} of {} "
                       "(neighbouring: {}), sigma {}, noise {} times as large as the signal.{}",
                       budget, orDash(textIn(statement, "unit")),
                       numberIn(statement, "release_size"),
                       orDash(textIn(statement, "neighbouring")), numberIn(statement, "sigma"),
                       numberIn(statement, "noise_to_signal"), rest);
}

std::string inspectionText(const TokenExamination& found, bool full) {
    auto text = headText(found) + checksText(found);
    if (found.content) {
        text += "\n" + fieldsText(*found.content, full);
        text += lineageText(found.content->token.lineageDag, full);
    }
    return full && !found.sections.empty() ? text + sectionsText(found.sections) : text;
}

std::string briefText(const TokenFile& content) {
    std::string text = fmt::format("{}, {} as {}", shown(content.formatName),
                                   counted(content.token.uhsVector.size(), "number"),
                                   tokenNumbersName(content.numbers));
    if (content.format == TokenFormat::Tbf) {
        text += content.bodyCrc == "crc32" ? ", CRC-32" : ", CRC-32C";
    }
    text += content.hmac == HmacState::Valid        ? ", sealed with the given key"
            : content.hmac == HmacState::Unverified ? ", seal not checked"
                                                    : ", no seal";
    if (content.signatures.empty()) {
        return text + ", not signed";
    }
    for (const auto& signature : content.signatures) {
        text += ", " + briefSignatureText(signature);
    }
    return text;
}

} // namespace tessera::cli
