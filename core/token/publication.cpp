#include "core/token/publication.h"

#include "core/token/lineage.h"
#include "core/token/signature.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace tessera::token {

namespace {

constexpr const char* kAnything = "Something that another program or person wrote here; read it, "
                                  "since it can be anything.";
constexpr const char* kNewer =
    "A field that this version does not know; read it, since it can be anything.";

// Custom metadata that can be named. Entries without a sentence stay in a published token.
struct KnownKey {
    std::string_view key;
    std::string_view id; // empty: "x." and the key
    const char* tells = nullptr;
};

constexpr std::array kKnownKeys{
    KnownKey{"tx_d_model", "", "How wide the network is that taught."},
    KnownKey{"rx_d_model", "", "How wide the network is that learned."},
    KnownKey{"compatibility_score", "", "How alike the activations of the two networks are."},
    KnownKey{"contributor_id", "", "Who contributed the token."},
    KnownKey{"swarm_round_id", "", "In which round of which swarm the token was made."},
    KnownKey{"local_data_fingerprint", "",
             "A fingerprint of the contributor's data, by which they can be recognised."},
    KnownKey{"signature_hex", "", "A signature, which proves who wrote the token."},
    KnownKey{"public_key_hex", "", "The key of whoever signed the token."},
    KnownKey{"signed_fields", "", "What the signature of the token is about."},
    KnownKey{"twb.version", "", "Which version of this program wrote the token."},
    KnownKey{"twb.seed", "seed",
             "The seed of the experiment, from which its splits and networks can be drawn again."},
    KnownKey{"twb.source_sha256", "source_hash",
             "A hash of the weights of the network that taught: whoever has it can prove that it "
             "is this one."},
    KnownKey{"twb.sig", "signature", "Whose key signed the token, and under which name."},
    KnownKey{"twb.mode", "", nullptr},
};

// The same inside of maps that this program writes. Keys with one id go together.
struct InnerKey {
    std::string_view map;
    std::string_view key;
    std::string_view id; // empty: stays
};

constexpr std::array kInnerKeys{
    InnerKey{"twb.hub", "kind", ""},
    InnerKey{"twb.hub", "rank", ""},
    InnerKey{"twb.hub", "name", "data"},
    InnerKey{"twb.hub", "reference_sha256", "reference_hash"},
    InnerKey{"twb.privacy", "noised", ""},
    InnerKey{"twb.privacy", "unit", ""},
    InnerKey{"twb.privacy", "neighbouring", ""},
    InnerKey{"twb.privacy", "mechanism", ""},
    InnerKey{"twb.privacy", "not_covered", ""},
    InnerKey{"twb.privacy", "release_size", "release_size"},
    InnerKey{"twb.privacy", "clip", "release_size"},
    InnerKey{"twb.privacy", "sensitivity", "release_size"},
    InnerKey{"twb.privacy", "sigma", "release_size"},
    InnerKey{"twb.privacy", "noise_to_signal", "release_size"},
    InnerKey{"twb.merge", "rule", ""},
    InnerKey{"twb.merge", "trimmed_fraction", ""},
    InnerKey{"twb.merge", "unit_length", ""},
    InnerKey{"twb.merge", "privacy", ""},
    InnerKey{"twb.merge", "weights", "merge"},
    InnerKey{"twb.merge", "inputs", "merge"},
};

struct Sentence {
    std::string_view id;
    const char* tells;
};

constexpr std::array kInnerSentences{
    Sentence{"data", "Which data set the token was made from."},
    Sentence{"reference_hash",
             "A hash of the reference inputs: whoever has them can prove that they are these."},
    Sentence{"release_size", "How many samples the vector was made from, and the figures of the "
                             "noise from which that number follows."},
    Sentence{"merge", "How many tokens this one was merged from, and the hashes by which they can "
                      "be recognised."},
};

enum class Field { Correlation, Lineage, Hints, Drift, Source, Target, Time, Custom, Unknown };

// A leak and where it stands.
struct Found {
    TokenLeak leak;
    Field field = Field::Custom;
    std::string key;                // of Custom and Unknown
    std::vector<std::string> inner; // keys inside of that map; empty = all of it
};

// Steps of ours that name nothing of what was before: {id, type, and one figure}.
bool namesNothing(const Metadata& dag) {
    const auto nodes = dag.find("nodes");
    const auto edges = dag.find("edges");
    if (dag.size() != 3 || nodes == dag.end() || edges == dag.end() || !dag.contains("root") ||
        !nodes->is_array() || !edges->is_array()) {
        return false;
    }
    const auto isOwnStep = [](const Metadata& node) {
        const auto is = [&node](const char* step, const char* figure) {
            return node.contains("type") && node["type"] == step && node.contains("id") &&
                   node["id"].is_string() &&
                   node["id"].get_ref<const std::string&>().starts_with(step) &&
                   node.contains(figure) && node.size() == 3;
        };
        return node.is_object() && (is("strip", "fields") || is("requantise", "numbers"));
    };
    return std::all_of(nodes->begin(), nodes->end(), isOwnStep) &&
           std::all_of(edges->begin(), edges->end(),
                       [](const Metadata& edge) { return edge.is_object() && edge.size() == 2; });
}

// Collects leaks in the order of the fields. Lives for one call.
class LeakFinder {
public:
    std::vector<Found> found;

    void findAll(const Token& token, const Metadata& unknown) {
        addMap(Field::Correlation, "correlation", "correlation_map", token.correlationMap,
               "How alike the layers of the two networks are, and what the layers are called.");
        if (!namesNothing(token.lineageDag)) {
            addMap(Field::Lineage, "lineage", "lineage_dag", token.lineageDag,
                   "Which networks and tokens this one was made from.");
        }
        addMap(Field::Hints, "hints", "projection_hints", token.projectionHints,
               "Which layers of the network that learns the writer had in mind.");
        if (token.driftScore) {
            add(Field::Drift, "drift", "drift_score", *token.driftScore,
                "How far the two networks' answers lie apart, measured on samples without noise.");
        }
        addText(Field::Source, "source", "source_model_id", token.sourceModelId,
                "What the network that taught is called.");
        addText(Field::Target, "target", "target_model_id", token.targetModelId.value_or(""),
                "What the network that learned is called.");
        addText(Field::Time, "time", "timestamp", token.timestamp, "When the token was made.");
        if (token.customMetadata.is_object()) {
            for (const auto& [key, value] :
                 token.customMetadata.get_ref<const Metadata::object_t&>()) {
                findCustom(key, value);
            }
        }
        if (unknown.is_object()) {
            for (const auto& [key, value] : unknown.get_ref<const Metadata::object_t&>()) {
                found.push_back(
                    {{"unknown." + key, key, value, kNewer, true}, Field::Unknown, key, {}});
            }
        }
    }

private:
    void add(Field field, const char* id, const char* key, Metadata value, const char* tells) {
        found.push_back({{id, key, std::move(value), tells, true}, field, "", {}});
    }
    void addMap(Field field, const char* id, const char* key, const Metadata& value,
                const char* tells) {
        if (!value.empty()) {
            add(field, id, key, value, tells);
        }
    }
    void addText(Field field, const char* id, const char* key, const std::string& value,
                 const char* tells) {
        if (!value.empty()) {
            add(field, id, key, value, tells);
        }
    }

    void findCustom(const std::string& key, const Metadata& value) {
        if (key == "twb.drift" && value.is_null()) {
            return; // says only that it was not measured
        }
        const auto isMap = [&key](const InnerKey& known) { return known.map == key; };
        if (value.is_object() && std::any_of(kInnerKeys.begin(), kInnerKeys.end(), isMap)) {
            return findInside(key, value);
        }
        const auto known = std::find_if(kKnownKeys.begin(), kKnownKeys.end(),
                                        [&key](const KnownKey& one) { return one.key == key; });
        const bool isKnown = known != kKnownKeys.end();
        if (isKnown && known->tells == nullptr) {
            return;
        }
        const bool named = isKnown && !known->id.empty();
        found.push_back({{named ? std::string(known->id) : "x." + key, "custom_metadata." + key,
                          value, isKnown ? known->tells : kAnything, true},
                         Field::Custom,
                         key,
                         {}});
    }

    void findInside(const std::string& map, const Metadata& entries) {
        const std::size_t before = found.size();
        for (const auto& [key, value] : entries.get_ref<const Metadata::object_t&>()) {
            const auto known = std::find_if(
                kInnerKeys.begin(), kInnerKeys.end(),
                [&map, &key = key](const auto& one) { return one.map == map && one.key == key; });
            if (known == kInnerKeys.end()) {
                found.push_back({{"x." + map + "." + key, "custom_metadata." + map + "." + key,
                                  value, kAnything, true},
                                 Field::Custom,
                                 map,
                                 {key}});
            } else if (!known->id.empty()) {
                addTogether(before, known->id, map, key, value);
            }
        }
    }

    // One leak for all keys of an id; alone it has its value, with others a map of them.
    void addTogether(std::size_t from, std::string_view id, const std::string& map,
                     const std::string& key, const Metadata& value) {
        const auto first = std::find_if(
            found.begin() + static_cast<std::ptrdiff_t>(from), found.end(),
            [id](const Found& one) { return one.leak.id == id && !one.inner.empty(); });
        if (first == found.end()) {
            const auto sentence = std::find_if(kInnerSentences.begin(), kInnerSentences.end(),
                                               [id](const Sentence& one) { return one.id == id; });
            found.push_back({{std::string(id), "custom_metadata." + map + "." + key, value,
                              sentence->tells, true},
                             Field::Custom,
                             map,
                             {key}});
            return;
        }
        if (first->inner.size() == 1) {
            Metadata together = Metadata::object();
            together[first->inner.front()] = std::move(first->leak.value);
            first->leak.value = std::move(together);
            first->leak.key = "custom_metadata." + map;
        }
        first->leak.value[key] = value;
        first->inner.push_back(key);
    }
};

std::vector<Found> findLeaks(const Token& token, const Metadata& unknown) {
    LeakFinder finder;
    finder.findAll(token, unknown);
    return std::move(finder.found);
}

// What is left of a map without these keys.
Metadata without(const Metadata& map, const std::unordered_set<std::string>& keys) {
    Metadata left = Metadata::object();
    if (map.is_object()) {
        for (const auto& [key, value] : map.get_ref<const Metadata::object_t&>()) {
            if (!keys.contains(key)) {
                left.get_ref<Metadata::object_t&>().push_back({key, value});
            }
        }
    }
    return left;
}

// Takes leaks out of a token. Lives for one call.
class Stripping {
public:
    Stripping(const Token& token, const Metadata& unknown)
        : m_token(withoutSignatures(token)), m_unknown(unknown) {}

    void take(const Found& leak) {
        switch (leak.field) {
        case Field::Correlation:
            m_token.correlationMap = Metadata::object();
            return;
        case Field::Lineage:
            m_token.lineageDag = Metadata::object();
            return;
        case Field::Hints:
            m_token.projectionHints = Metadata::array();
            return;
        case Field::Drift:
            m_token.driftScore.reset();
            m_driftWent = true;
            return;
        case Field::Source:
            m_token.sourceModelId.clear();
            return;
        case Field::Target:
            m_token.targetModelId.reset();
            return;
        case Field::Time:
            m_token.timestamp.clear();
            return;
        case Field::Custom:
            if (leak.inner.empty()) {
                m_custom.insert(leak.key);
            } else {
                m_inner[leak.key].insert(leak.inner.begin(), leak.inner.end());
            }
            return;
        case Field::Unknown:
            m_newer.insert(leak.key);
            return;
        }
    }

    std::pair<Token, Metadata> finish(std::size_t fields) && {
        auto& custom = m_token.customMetadata;
        for (const auto& [map, keys] : m_inner) {
            custom[map] = without(custom[map], keys);
            if (custom[map].empty()) {
                m_custom.insert(map);
            }
        }
        custom = without(custom, m_custom);
        if (m_driftWent) {
            custom["twb.drift"] = nullptr;
        }
        m_token.lineageDag = extendLineage({&m_token}, "strip", {{"fields", fields}});
        return {std::move(m_token), without(m_unknown, m_newer)};
    }

private:
    Token m_token;
    const Metadata& m_unknown;
    std::unordered_set<std::string> m_custom, m_newer;
    std::unordered_map<std::string, std::unordered_set<std::string>> m_inner;
    bool m_driftWent = false;
};

} // namespace

std::vector<TokenLeak> leaksOf(const Token& token, const Metadata& unknown) {
    std::vector<TokenLeak> leaks;
    for (Found& one : findLeaks(token, unknown)) {
        leaks.push_back(std::move(one.leak));
    }
    return leaks;
}

Result<std::pair<Token, Metadata>> stripToken(const Token& token, const Metadata& unknown,
                                              const std::vector<std::string>& leakIds) {
    std::unordered_set<std::string> wanted(leakIds.begin(), leakIds.end());
    std::unordered_set<std::string> met;
    Stripping stripping(token, unknown);
    for (const Found& one : findLeaks(token, unknown)) {
        if (wanted.contains(one.leak.id)) {
            met.insert(one.leak.id);
            stripping.take(one);
        }
    }
    for (const std::string& id : leakIds) {
        if (!met.contains(id)) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("The token has nothing named '{}' to take out; what it has is "
                                    "on its list.",
                                    id));
        }
    }
    return std::move(stripping).finish(met.size());
}

} // namespace tessera::token
