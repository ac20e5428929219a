#include "core/api/analysis.h"
#include "core/api/events.h"
#include "core/api/run.h"
#include "core/api/token.h"
#include "core/api/token_file.h"

#include <array>

// Names that go to disk. They are frozen: renaming an enumerator must not rename these.
namespace tessera {

namespace {

constexpr std::array<const char*, 7> kRunStates = {"queued",    "running", "cancelling", "done",
                                                   "cancelled", "failed",  "interrupted"};
constexpr std::array<const char*, 9> kPhases = {"prepare", "fingerprint", "collect",
                                                "hub",     "transfer",    "finetune",
                                                "measure", "package",     "controls"};
constexpr std::array<const char*, 5> kKnowledgeTypes = {"ACTIVATION", "WEIGHT", "DATASET",
                                                        "BEHAVIOUR", "SWARM"};

constexpr std::array<const char*, 4> kTokenNumbers = {"float32", "float16", "bfloat16", "int8"};
constexpr std::array<const char*, 4> kHmacStates = {"absent", "valid", "invalid", "unverified"};
constexpr std::array<const char*, 5> kMergeRules = {"mean", "weighted", "trimmed", "median",
                                                    "robust"};

constexpr std::array<const char*, 4> kSimilarities = {"unbiased_cka", "linear_cka", "mutual_knn",
                                                      "procrustes"};

template <class Enum, std::size_t N>
std::optional<Enum> fromName(const std::array<const char*, N>& names, const std::string& name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (name == names[i]) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

} // namespace

const char* runStateName(RunState state) {
    return kRunStates[static_cast<std::size_t>(state)];
}

std::optional<RunState> runStateFromName(const std::string& name) {
    return fromName<RunState>(kRunStates, name);
}

const char* phaseName(Phase phase) {
    return kPhases[static_cast<std::size_t>(phase)];
}

const char* similarityName(SimilarityKind kind) {
    return kSimilarities[static_cast<std::size_t>(kind)];
}

const char* knowledgeTypeName(KnowledgeType type) {
    return kKnowledgeTypes[static_cast<std::size_t>(type)];
}

std::optional<KnowledgeType> knowledgeTypeFromName(const std::string& name) {
    return fromName<KnowledgeType>(kKnowledgeTypes, name);
}

const char* tokenNumbersName(TokenNumbers numbers) {
    return kTokenNumbers[static_cast<std::size_t>(numbers)];
}

std::optional<TokenNumbers> tokenNumbersFromName(const std::string& name) {
    return fromName<TokenNumbers>(kTokenNumbers, name);
}

const char* hmacStateName(HmacState state) {
    return kHmacStates[static_cast<std::size_t>(state)];
}

const char* mergeRuleName(TokenMerge::Rule rule) {
    return kMergeRules[static_cast<std::size_t>(rule)];
}

std::optional<TokenMerge::Rule> mergeRuleFromName(const std::string& name) {
    return fromName<TokenMerge::Rule>(kMergeRules, name);
}

} // namespace tessera
