#include "core/token/lineage.h"

#include "core/format/sha256.h"
#include "core/token/metadata_codec.h"
#include "core/token/token_fields.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tessera::token {

namespace {

constexpr std::size_t kIdDigits = 16;        // of a token's hash, in the id of its node
constexpr int kLevelsAround = 4;             // map, lineage, nodes and node around a foreign graph
constexpr std::size_t kNumbersAtOnce = 4096; // hashed

const std::string* textIn(const Metadata& map, const char* key) {
    const auto found = map.find(key); // the end for anything but a map
    return found != map.end() && found->is_string() ? &found->get_ref<const std::string&>()
                                                    : nullptr;
}

const Metadata& listIn(const Metadata& map, const char* key) {
    static const Metadata kNone = Metadata::array();
    const auto found = map.find(key);
    return found != map.end() ? *found : kNone;
}

std::string textOf(const Metadata& value) {
    return value.dump(-1, ' ', false, Metadata::error_handler_t::replace);
}

int depthOf(const Metadata& value) {
    int deepest = 0;
    if (value.is_structured()) {
        for (const auto& item : value) {
            deepest = std::max(deepest, depthOf(item));
        }
        return deepest + 1;
    }
    return deepest;
}

std::unordered_set<std::string> startsOf(const Metadata& edges) {
    std::unordered_set<std::string> starts;
    for (const auto& edge : edges) {
        starts.insert(*textIn(edge, "from"));
    }
    return starts;
}

Metadata edgeOf(const std::string& from, const std::string& to) {
    return {{"from", from}, {"to", to}};
}

Metadata foreignNode(const Metadata& dag) {
    Metadata node = {{"id", "former"}, {"type", "foreign"}};
    if (depthOf(dag) + kLevelsAround <= kMaxMetadataDepth) {
        node["lineage"] = dag;
    } else {
        node["lineage_text"] = textOf(dag);
    }
    return node;
}

// Whether a map is a graph of the shape that the header names, and has an end. {} is one.
bool isGraph(const Metadata& dag) {
    if (!dag.is_object()) {
        return false;
    }
    const Metadata& nodes = listIn(dag, "nodes");
    const Metadata& edges = listIn(dag, "edges");
    if (!nodes.is_array() || !edges.is_array()) {
        return false;
    }
    for (const auto& edge : edges) {
        if (textIn(edge, "from") == nullptr || textIn(edge, "to") == nullptr) {
            return false;
        }
    }
    const auto starts = startsOf(edges);
    std::unordered_set<std::string> ids;
    bool hasEnd = nodes.empty();
    for (const auto& node : nodes) {
        const std::string* id = textIn(node, "id");
        if (id == nullptr || !ids.insert(*id).second) {
            return false;
        }
        hasEnd = hasEnd || !starts.contains(*id);
    }
    return hasEnd;
}

// The ids that can no longer be given. Lives for one call of extendLineage().
class UniqueIds {
public:
    std::string take(const std::string& wanted) {
        std::string id = wanted;
        for (int& copies = m_copies[wanted]; !m_taken.insert(id).second;) {
            ++copies;
            id = wanted + "." + std::to_string(copies + 1);
        }
        return id;
    }

private:
    std::unordered_set<std::string> m_taken;
    std::unordered_map<std::string, int> m_copies;
};

// Several graphs made one. Lives for one call of extendLineage().
class LineageUnion {
public:
    Metadata nodes = Metadata::array();
    Metadata edges = Metadata::array();
    std::string root; // of the first graph that names one

    // A node that is there already in this very form is not added again. Returns its id here.
    std::string addNode(const Metadata& node) {
        const auto [known, isNew] = m_known.try_emplace(textOf(node));
        if (isNew) {
            known->second = m_ids.take(*textIn(node, "id"));
            nodes.push_back(node);
            nodes.back()["id"] = known->second;
        }
        return known->second;
    }

    void addEdge(Metadata edge) {
        if (m_edgesSeen.insert(textOf(edge)).second) {
            edges.push_back(std::move(edge));
        }
    }

    // Returns the ids of the graph's ends. What it says beside nodes and edges goes into `others`.
    std::vector<std::string> addGraph(const Metadata& dag, Metadata& others) {
        if (!isGraph(dag)) {
            return {addNode(foreignNode(dag))};
        }
        const auto starts = startsOf(listIn(dag, "edges"));
        std::unordered_map<std::string, std::string> names;
        std::vector<std::string> ends;
        for (const auto& node : listIn(dag, "nodes")) {
            const std::string& id = *textIn(node, "id");
            const auto name = names.emplace(id, addNode(node)).first->second;
            if (!starts.contains(id)) {
                ends.push_back(name);
            }
        }
        const auto renamed = [&names](const std::string& id) {
            const auto found = names.find(id);
            return found == names.end() ? id : found->second;
        };
        for (Metadata edge : listIn(dag, "edges")) {
            edge["from"] = renamed(*textIn(edge, "from"));
            edge["to"] = renamed(*textIn(edge, "to"));
            addEdge(std::move(edge));
        }
        for (const auto& [key, value] : dag.get_ref<const Metadata::object_t&>()) {
            if (key != "nodes" && key != "edges") {
                others.get_ref<Metadata::object_t&>().push_back({key, value});
            }
        }
        if (const std::string* named = textIn(dag, "root")) {
            others["root"] = renamed(*named);
            root = root.empty() ? renamed(*named) : root;
        }
        return ends;
    }

private:
    UniqueIds m_ids;
    std::unordered_map<std::string, std::string> m_known; // a node as text, and its id
    std::unordered_set<std::string> m_edgesSeen;
};

struct OpenGraph {
    Metadata graph;
    std::vector<std::string> ends; // ids that the next step comes from
};

// The graphs of several tokens, each of which is a node behind its own.
OpenGraph unionOf(const std::vector<const Token*>& parents) {
    LineageUnion all;
    OpenGraph result;
    for (const Token* parent : parents) {
        Metadata others = Metadata::object();
        const auto ends = all.addGraph(parent->lineageDag, others);
        const std::string hash = contentHash(*parent);
        Metadata node = {
            {"id", "token-" + hash.substr(0, kIdDigits)}, {"type", "token"}, {"ref", hash}};
        if (!others.empty()) {
            node["graph"] = std::move(others);
        }
        const auto id = all.addNode(node);
        for (const auto& end : ends) {
            all.addEdge(edgeOf(end, id));
        }
        // Twice the same token is one parent.
        if (std::find(result.ends.begin(), result.ends.end(), id) == result.ends.end()) {
            result.ends.push_back(id);
        }
    }
    result.graph = {{"nodes", std::move(all.nodes)}, {"edges", std::move(all.edges)}};
    if (!all.root.empty()) {
        result.graph["root"] = all.root;
    }
    return result;
}

OpenGraph graphOf(const Metadata& dag) {
    OpenGraph result;
    if (isGraph(dag)) {
        result.graph = dag;
    } else {
        result.graph["nodes"] = Metadata::array();
        result.graph["nodes"].push_back(foreignNode(dag));
    }
    const auto starts = startsOf(listIn(result.graph, "edges"));
    for (const auto& node : listIn(result.graph, "nodes")) {
        const std::string& id = *textIn(node, "id");
        if (!starts.contains(id)) {
            result.ends.push_back(id);
        }
    }
    return result;
}

} // namespace

std::string contentHash(const Token& token) {
    format::Sha256 hash;
    Token plain = token;
    plain.uhsVector.clear();
    plain.integerFields.clear(); // a matter of the file
    if (const auto map = fieldsFromToken(plain)) {
        if (const auto packed = packMetadata(*map)) {
            hash.update(*packed);
        }
    }
    std::vector<std::byte> bytes;
    const std::span<const float> vector(token.uhsVector);
    for (std::size_t at = 0; at < vector.size(); at += kNumbersAtOnce) {
        bytes.clear();
        for (const float value : vector.subspan(at, std::min(kNumbersAtOnce, vector.size() - at))) {
            const auto bits = std::bit_cast<std::uint32_t>(value);
            for (unsigned shift = 0; shift < 32; shift += 8) {
                bytes.push_back(static_cast<std::byte>(bits >> shift));
            }
        }
        hash.update(bytes);
    }
    return hash.hexDigest();
}

Metadata extendLineage(const std::vector<const Token*>& parents, const std::string& step,
                       const Metadata& details) {
    auto [graph, ends] =
        parents.size() == 1 ? graphOf(parents.front()->lineageDag) : unionOf(parents);
    Metadata nodes = listIn(graph, "nodes");
    Metadata edges = listIn(graph, "edges");
    UniqueIds ids;
    for (const auto& node : nodes) {
        ids.take(*textIn(node, "id"));
    }
    const std::string id = ids.take(step);
    for (const auto& end : ends) {
        edges.push_back(edgeOf(end, id));
    }
    Metadata node = {{"id", id}, {"type", step}};
    for (const auto& [key, value] : details.items()) {
        if (!node.contains(key)) { // never over id and type
            node[key] = value;
        }
    }
    nodes.push_back(std::move(node));
    if (!graph.contains("root")) {
        graph["root"] = *textIn(nodes.front(), "id");
    }
    graph["nodes"] = std::move(nodes);
    graph["edges"] = std::move(edges);
    return graph;
}

} // namespace tessera::token
