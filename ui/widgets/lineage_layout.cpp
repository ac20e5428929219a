// Where the nodes of a lineage stand.
#include "ui/widgets/lineage_layout.h"

#include "ui/strings/strings.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace tessera::ui {

namespace {

constexpr std::size_t kLongestValue = 500; // characters of a field
constexpr std::size_t kMostFields = 40;    // of a node
constexpr std::size_t kMostBends = 4'000;  // of all edges: a file may ask for any number

QString textOf(const Metadata& value) {
    auto text = value.is_string() ? value.get<std::string>()
                                  : value.dump(-1, ' ', false, Metadata::error_handler_t::replace);
    const bool cut = text.size() > kLongestValue;
    if (cut) {
        text.resize(kLongestValue);
    }
    return fromUtf8(text) + (cut ? QStringLiteral("\u2026") : QString());
}

std::vector<LineageField> fieldsOf(const Metadata& object) {
    std::vector<LineageField> fields;
    for (const auto& [key, value] : object.items()) {
        if (fields.size() == kMostFields) {
            break;
        }
        fields.push_back({fromUtf8(key), textOf(value)});
    }
    return fields;
}

// Ids are texts, or numbers in files of other programs; the whole id, however long.
std::optional<std::string> idIn(const Metadata& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return std::nullopt;
    }
    if (found->is_string()) {
        return found->get<std::string>();
    }
    return found->is_number_integer() ? std::optional(found->dump()) : std::nullopt;
}

QString shortField(const Metadata& object, const char* key) {
    const auto found = object.find(key);
    const bool plain = found != object.end() && !found->is_structured() && !found->is_null();
    return plain ? textOf(*found) : QString();
}

const Metadata* listIn(const Metadata& dag, const char* key) {
    const auto found = dag.find(key);
    return found == dag.end() || found->is_null() ? nullptr : &*found;
}

using NodeIndex = std::unordered_map<std::string, int>;

NodeIndex readNodes(const Metadata& nodes, const std::optional<std::string>& root,
                    LineageShape& shape) {
    NodeIndex known;
    for (const auto& object : nodes) {
        const auto id = object.is_object() ? idIn(object, "id") : std::nullopt;
        if (!id || known.contains(*id)) {
            ++shape.strangeNodes;
            continue;
        }
        known.emplace(*id, shape.allNodes);
        if (shape.allNodes++ < LineageShape::kMostNodes) {
            shape.nodes.push_back({shortField(object, "id"), shortField(object, "type"),
                                   shortField(object, "ref"), fieldsOf(object), root == id, 0,
                                   0.0});
        }
    }
    return known;
}

void readEdges(const Metadata& edges, const NodeIndex& known, LineageShape& shape) {
    std::unordered_set<std::int64_t> seen;
    const auto drawn = static_cast<int>(shape.nodes.size());
    for (const auto& object : edges) {
        const auto from = object.is_object() ? idIn(object, "from") : std::nullopt;
        const auto to = object.is_object() ? idIn(object, "to") : std::nullopt;
        const auto start = from ? known.find(*from) : known.end();
        const auto end = to ? known.find(*to) : known.end();
        if (start == known.end() || end == known.end()) {
            ++shape.looseEdges;
            continue;
        }
        const bool bothDrawn = start->second < drawn && end->second < drawn;
        if (bothDrawn &&
            seen.insert(std::int64_t{start->second} * LineageShape::kMostNodes + end->second)
                .second) {
            shape.edges.push_back({start->second, end->second, fieldsOf(object), {}});
        }
    }
}

std::vector<std::vector<int>> neighbours(const LineageShape& shape, int LineageEdge::*at,
                                         int LineageEdge::*other) {
    std::vector<std::vector<int>> lists(shape.nodes.size());
    for (const auto& edge : shape.edges) {
        lists[static_cast<std::size_t>(edge.*at)].push_back(edge.*other);
    }
    return lists;
}

// Parents before their results (Kahn 1962); shorter than the nodes if the graph goes round.
std::vector<int> inOrder(const LineageShape& shape, const std::vector<std::vector<int>>& results) {
    std::vector<int> waiting(shape.nodes.size(), 0), order;
    for (const auto& edge : shape.edges) {
        ++waiting[static_cast<std::size_t>(edge.to)];
    }
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (waiting[i] == 0) {
            order.push_back(static_cast<int>(i));
        }
    }
    for (std::size_t at = 0; at < order.size(); ++at) {
        for (const int result : results[static_cast<std::size_t>(order[at])]) {
            if (--waiting[static_cast<std::size_t>(result)] == 0) {
                order.push_back(result);
            }
        }
    }
    return order;
}

bool chooseLayers(LineageShape& shape) {
    const auto results = neighbours(shape, &LineageEdge::from, &LineageEdge::to);
    const auto order = inOrder(shape, results);
    if (order.size() < shape.nodes.size()) {
        return false;
    }
    const auto layer = [&shape](int node) -> int& {
        return shape.nodes[static_cast<std::size_t>(node)].layer;
    };
    for (const int node : order) {
        for (const int result : results[static_cast<std::size_t>(node)]) {
            layer(result) = std::max(layer(result), layer(node) + 1);
        }
    }
    // As near to the results as they let it: shorter lines.
    for (auto node = order.rbegin(); node != order.rend(); ++node) {
        const auto& after = results[static_cast<std::size_t>(*node)];
        if (!after.empty()) {
            const int next = *std::min_element(after.begin(), after.end(),
                                               [&](int a, int b) { return layer(a) < layer(b); });
            layer(*node) = layer(next) - 1;
        }
    }
    for (const auto& node : shape.nodes) {
        shape.layers = std::max(shape.layers, node.layer + 1);
    }
    return true;
}

// A node, or the place where an edge crosses a layer.
struct Item {
    int node = -1;
    std::size_t edge = 0;
    std::vector<std::size_t> before; // items that lead here
    double row = 0.0;
};

// Orders each layer by the mean row of what its items come from, and centres it.
class Rows {
public:
    explicit Rows(LineageShape& shape)
        : m_shape(shape), m_layers(static_cast<std::size_t>(shape.layers)) {}

    void choose() {
        addNodes();
        addEdges();
        std::size_t most = 0;
        for (const auto& layer : m_layers) {
            most = std::max(most, layer.size());
        }
        for (auto& layer : m_layers) {
            order(layer, static_cast<double>(most));
        }
        m_shape.rows = static_cast<double>(most);
        for (const auto& item : m_items) {
            if (item.node >= 0) {
                m_shape.nodes[static_cast<std::size_t>(item.node)].row = item.row;
            }
        }
        for (const auto& [index, layer] : m_bends) { // in the order of each edge's layers
            m_shape.edges[m_items[index].edge].bends.emplace_back(layer, m_items[index].row);
        }
    }

private:
    void addNodes() {
        for (std::size_t i = 0; i < m_shape.nodes.size(); ++i) {
            m_layers[static_cast<std::size_t>(m_shape.nodes[i].layer)].push_back(m_items.size());
            m_items.push_back({static_cast<int>(i), 0, {}, 0.0});
        }
    }
    void addEdges() {
        std::size_t wanted = 0;
        const auto layerOf = [this](int node) {
            return m_shape.nodes[static_cast<std::size_t>(node)].layer;
        };
        for (const auto& edge : m_shape.edges) {
            wanted += static_cast<std::size_t>(layerOf(edge.to) - layerOf(edge.from) - 1);
        }
        const bool bends = wanted <= kMostBends;
        for (std::size_t i = 0; i < m_shape.edges.size(); ++i) {
            const auto& edge = m_shape.edges[i];
            auto last = static_cast<std::size_t>(edge.from); // nodes come first in the items
            for (int layer = layerOf(edge.from) + 1; bends && layer < layerOf(edge.to); ++layer) {
                m_layers[static_cast<std::size_t>(layer)].push_back(m_items.size());
                m_bends.emplace_back(m_items.size(), layer);
                m_items.push_back({-1, i, {last}, 0.0});
                last = m_items.size() - 1;
            }
            m_items[static_cast<std::size_t>(edge.to)].before.push_back(last);
        }
    }
    void order(std::vector<std::size_t>& layer, double most) {
        std::vector<std::pair<double, std::size_t>> wanted;
        for (std::size_t at = 0; at < layer.size(); ++at) {
            const auto& before = m_items[layer[at]].before;
            double sum = 0.0;
            for (const auto item : before) {
                sum += m_items[item].row;
            }
            // What comes from nothing stays where the file has it.
            wanted.emplace_back(before.empty() ? static_cast<double>(at)
                                               : sum / static_cast<double>(before.size()),
                                layer[at]);
        }
        std::stable_sort(wanted.begin(), wanted.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        const double top = 0.5 * (most - static_cast<double>(layer.size()));
        for (std::size_t at = 0; at < wanted.size(); ++at) {
            m_items[wanted[at].second].row = top + static_cast<double>(at);
        }
    }

    LineageShape& m_shape;
    std::vector<std::vector<std::size_t>> m_layers;
    std::vector<Item> m_items;
    std::vector<std::pair<std::size_t, int>> m_bends; // item, layer
};

} // namespace

std::vector<int> LineageShape::parentsOf(int node) const {
    std::vector<int> found;
    for (const auto& edge : edges) {
        if (edge.to == node) {
            found.push_back(edge.from);
        }
    }
    return found;
}

std::vector<int> LineageShape::resultsOf(int node) const {
    std::vector<int> found;
    for (const auto& edge : edges) {
        if (edge.from == node) {
            found.push_back(edge.to);
        }
    }
    return found;
}

LineageShape readLineage(const Metadata& dag) {
    LineageShape shape;
    if (dag.is_null() || (dag.is_object() && dag.empty())) {
        shape.problem = LineageProblem::Nothing;
        return shape;
    }
    const auto* nodes = dag.is_object() ? listIn(dag, "nodes") : nullptr;
    const auto* edges = dag.is_object() ? listIn(dag, "edges") : nullptr;
    if (nodes == nullptr || !nodes->is_array() || (edges != nullptr && !edges->is_array())) {
        shape.problem = LineageProblem::NotAGraph;
        return shape;
    }
    const auto known = readNodes(*nodes, idIn(dag, "root"), shape);
    if (edges != nullptr) {
        readEdges(*edges, known, shape);
    }
    if (shape.nodes.empty()) {
        const bool nothing = nodes->empty() && shape.looseEdges == 0;
        shape.problem = nothing ? LineageProblem::Nothing : LineageProblem::NotAGraph;
        return shape;
    }
    if (!chooseLayers(shape)) {
        shape = {};
        shape.problem = LineageProblem::GoesRound;
        return shape;
    }
    Rows(shape).choose();
    return shape;
}

} // namespace tessera::ui
