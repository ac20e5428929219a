#include "ui/widgets/lineage_layout.h"

#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace tessera;
using namespace tessera::ui;

namespace {

Metadata node(const std::string& id, const std::string& type = {}, const std::string& ref = {}) {
    Metadata made = {{"id", id}};
    if (!type.empty()) {
        made["type"] = type;
    }
    if (!ref.empty()) {
        made["ref"] = ref;
    }
    return made;
}

Metadata edge(const std::string& from, const std::string& to) {
    return {{"from", from}, {"to", to}};
}

Metadata graph(std::vector<Metadata> nodes, std::vector<Metadata> edges = {}) {
    return {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}};
}

Metadata numbered(int count) {
    std::vector<Metadata> nodes;
    for (int i = 0; i < count; ++i) {
        nodes.push_back(node("n" + std::to_string(i)));
    }
    return graph(std::move(nodes));
}

int layerOf(const LineageShape& shape, const char* id) {
    for (const auto& each : shape.nodes) {
        if (each.id == QLatin1String(id)) {
            return each.layer;
        }
    }
    return -1;
}

// What every layout keeps, whatever the graph.
QString broken(const LineageShape& shape) {
    std::vector<std::vector<double>> rows(static_cast<std::size_t>(shape.layers));
    for (const auto& each : shape.nodes) {
        if (each.layer < 0 || each.layer >= shape.layers || each.row < 0.0 ||
            each.row > shape.rows - 1.0) {
            return each.id + ": outside";
        }
        rows[static_cast<std::size_t>(each.layer)].push_back(each.row);
    }
    for (const auto& each : shape.edges) {
        const int from = shape.nodes[static_cast<std::size_t>(each.from)].layer;
        const int to = shape.nodes[static_cast<std::size_t>(each.to)].layer;
        if (from >= to) {
            return "an edge that goes back";
        }
        if (!each.bends.empty() && static_cast<int>(each.bends.size()) != to - from - 1) {
            return "not a bend for each layer";
        }
        for (std::size_t i = 0; i < each.bends.size(); ++i) {
            if (each.bends[i].x() != from + 1 + static_cast<int>(i)) {
                return "bends out of order";
            }
            rows[static_cast<std::size_t>(each.bends[i].x())].push_back(each.bends[i].y());
        }
    }
    for (auto& layer : rows) {
        std::sort(layer.begin(), layer.end());
        for (std::size_t i = 1; i < layer.size(); ++i) {
            if (layer[i] - layer[i - 1] < 1.0) {
                return "two in one place";
            }
        }
    }
    return {};
}

} // namespace

class TestLineageLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTransfer() {
        auto dag = graph({node("source", "anchor", "mlp"), node("receiver", "receiver", "lstm")},
                         {edge("source", "receiver")});
        dag["edges"][0]["mode"] = "A";
        dag["root"] = "source";
        const auto shape = readLineage(dag);
        QCOMPARE(shape.problem, LineageProblem::None);
        QCOMPARE(shape.nodes.size(), std::size_t{2});
        QCOMPARE(shape.nodes[0].type, "anchor");
        QCOMPARE(shape.nodes[0].ref, "mlp");
        QVERIFY(shape.nodes[0].isRoot && !shape.nodes[1].isRoot);
        QCOMPARE(shape.nodes[0].layer, 0);
        QCOMPARE(shape.nodes[1].layer, 1);
        QCOMPARE(shape.parentsOf(1), std::vector<int>{0});
        QCOMPARE(shape.resultsOf(0), std::vector<int>{1});
        QVERIFY(lineageGaps(shape).isEmpty());
        const auto words = lineageWords(shape);
        QVERIFY2(words.contains("receiver (lstm) comes from source (mlp)."), qPrintable(words));
        const auto details = lineageDetails(shape, 1);
        for (const char* line :
             {"id: receiver", "type: receiver", "ref: lstm", "Comes from source (mlp), mode: A"}) {
            QVERIFY2(details.split('\n').contains(line), qPrintable(details));
        }
        QVERIFY(lineageDetails(shape, 0).contains("Leads to receiver (lstm)"));
        QVERIFY(lineageDetails(shape, 0).contains("Root"));
    }

    void aMergeIsRightOfAllItsParents() {
        // b is short, a1 > a2 is long: b stands near the merge, not at the far left.
        const auto shape = readLineage(graph({node("m"), node("a1"), node("a2"), node("b")},
                                             {edge("a1", "a2"), edge("a2", "m"), edge("b", "m")}));
        QCOMPARE(broken(shape), QString());
        QCOMPARE(layerOf(shape, "a1"), 0);
        QCOMPARE(layerOf(shape, "a2"), 1);
        QCOMPARE(layerOf(shape, "b"), 1);
        QCOMPARE(layerOf(shape, "m"), 2);
        QCOMPARE(shape.rows, 2.0);
    }

    void aLongEdgeGoesRoundTheNodes() {
        const auto shape = readLineage(graph({node("a"), node("b"), node("c")},
                                             {edge("a", "b"), edge("b", "c"), edge("a", "c")}));
        QCOMPARE(broken(shape), QString());
        QCOMPARE(shape.edges[2].bends.size(), std::size_t{1});
        QVERIFY(std::abs(shape.edges[2].bends[0].y() - shape.nodes[1].row) >= 1.0);
    }

    void problems_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("problem");
        const auto add = [](const char* name, const char* json, LineageProblem problem) {
            QTest::newRow(name) << QString(json) << static_cast<int>(problem);
        };
        add("empty map", "{}", LineageProblem::Nothing);
        add("null", "null", LineageProblem::Nothing);
        add("no nodes", R"({"nodes": [], "edges": []})", LineageProblem::Nothing);
        add("a text", R"("lineage")", LineageProblem::NotAGraph);
        add("a list", "[1, 2]", LineageProblem::NotAGraph);
        add("other keys", R"({"parents": ["a"]})", LineageProblem::NotAGraph);
        add("nodes as a map", R"({"nodes": {"a": 1}})", LineageProblem::NotAGraph);
        add("edges as a text", R"({"nodes": [{"id": "a"}], "edges": "a>b"})",
            LineageProblem::NotAGraph);
        add("no node has an id", R"({"nodes": [1, {}, null, {"id": []}]})",
            LineageProblem::NotAGraph);
        add("edges without nodes", R"({"nodes": [], "edges": [{"from": "a", "to": "b"}]})",
            LineageProblem::NotAGraph);
        add("to itself", R"({"nodes": [{"id": "a"}], "edges": [{"from": "a", "to": "a"}]})",
            LineageProblem::GoesRound);
        add("round", R"({"nodes": [{"id": "a"}, {"id": "b"}],
                         "edges": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}]})",
            LineageProblem::GoesRound);
        add("one node", R"({"nodes": [{"id": "a"}]})", LineageProblem::None);
        add("no edges", R"({"nodes": [{"id": "a"}], "edges": null})", LineageProblem::None);
    }
    void problems() {
        QFETCH(QString, json);
        QFETCH(int, problem);
        const auto shape = readLineage(Metadata::parse(json.toStdString()));
        QCOMPARE(static_cast<int>(shape.problem), problem);
        QVERIFY(lineageWords(shape).endsWith('.'));
        QCOMPARE(broken(shape), QString());
    }

    void strangeThingsAreCounted() {
        auto dag = graph({node("a"), node("a", "twice"), Metadata(5), Metadata{{"type", "x"}},
                          Metadata{{"id", 7}}},
                         {edge("a", "nobody"), Metadata("text"), Metadata{{"from", "a"}},
                          Metadata{{"from", "a"}, {"to", 7}}, edge("a", "7")});
        const auto shape = readLineage(dag);
        QCOMPARE(shape.problem, LineageProblem::None);
        QCOMPARE(shape.allNodes, 2);
        QCOMPARE(shape.strangeNodes, 3);
        QCOMPARE(shape.looseEdges, 3);
        QCOMPARE(shape.edges.size(), std::size_t{1}); // the same edge twice is drawn once
        QVERIFY(lineageGaps(shape).contains('3'));
        QVERIFY(lineageWords(shape).contains(lineageGaps(shape)));
    }

    void fieldsOfAnyKind() {
        auto dag = graph({node("a")});
        auto& fields = dag["nodes"][0];
        fields["type"] = Metadata{{"deep", {1, 2}}};
        fields["ref"] = 12;
        fields["long"] = std::string(100'000, 'x');
        fields["bytes"] = std::string("\xff\xfe");
        fields["nested bytes"] = Metadata::array({"\xff"});
        fields["nothing"] = nullptr;
        for (int i = 0; i < 1'000; ++i) {
            fields["k" + std::to_string(i)] = i;
        }
        const auto shape = readLineage(dag);
        QCOMPARE(shape.nodes[0].type, "");
        QCOMPARE(shape.nodes[0].ref, "12");
        QVERIFY(lineageDetails(shape, 0).size() < 3'000);
        QVERIFY(lineageDetails(shape, 0).contains("nothing: null"));
    }

    void manyNodes_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("drawn");
        QTest::newRow("just all") << 200 << 200;
        QTest::newRow("one more") << 201 << 200;
        QTest::newRow("many") << 5'000 << 200;
    }
    void manyNodes() {
        QFETCH(int, count);
        QFETCH(int, drawn);
        auto dag = numbered(count);
        for (int i = 1; i < count; ++i) {
            dag["edges"].push_back(edge("n" + std::to_string(i - 1), "n" + std::to_string(i)));
        }
        const auto shape = readLineage(dag);
        QCOMPARE(static_cast<int>(shape.nodes.size()), drawn);
        QCOMPARE(shape.allNodes, count);
        QCOMPARE(shape.looseEdges, 0); // those to nodes that are not drawn are not loose
        QCOMPARE(lineageGaps(shape).isEmpty(), count == drawn);
        QVERIFY(count == drawn || lineageGaps(shape).contains("first 200 of"));
        QCOMPARE(shape.layers, drawn);
        QCOMPARE(broken(shape), QString());
    }

    void anyGraphIsLaidOut_data() {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("edges");
        for (const int nodes : {2, 5, 20, 200}) {
            for (const int edges : {0, 1, 20, 400}) {
                QTest::addRow("%d nodes, %d edges", nodes, edges) << nodes << edges;
            }
        }
    }
    void anyGraphIsLaidOut() {
        QFETCH(int, nodes);
        QFETCH(int, edges);
        std::mt19937 generator(static_cast<unsigned>(1'000 * nodes + edges));
        std::uniform_int_distribution<int> any(0, nodes - 1);
        auto dag = numbered(nodes);
        for (int i = 0; i < edges; ++i) {
            const auto [from, to] = std::minmax({any(generator), any(generator)});
            if (from < to) {
                dag["edges"].push_back(edge("n" + std::to_string(from), "n" + std::to_string(to)));
            }
        }
        const auto shape = readLineage(dag);
        QCOMPARE(shape.problem, LineageProblem::None);
        QCOMPARE(broken(shape), QString());
    }

    // A file may ask for as many edges as it likes.
    void everyEdgeThereCanBe() {
        auto dag = numbered(LineageShape::kMostNodes);
        for (int from = 0; from < LineageShape::kMostNodes; ++from) {
            for (int to = from + 1; to < LineageShape::kMostNodes; ++to) {
                dag["edges"].push_back(edge("n" + std::to_string(from), "n" + std::to_string(to)));
            }
        }
        QElapsedTimer timer;
        timer.start();
        const auto shape = readLineage(dag);
        QCOMPARE(shape.edges.size(), std::size_t{199 * 200 / 2});
        QCOMPARE(shape.layers, 200);
        QVERIFY(shape.rows <= 1.0); // without room for bends, there are none
        QVERIFY(!lineageWords(shape).isEmpty());
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void sameFileSameLayout() {
        const auto dag = graph({node("m"), node("a"), node("b"), node("c")},
                               {edge("a", "m"), edge("b", "m"), edge("c", "m")});
        const auto once = readLineage(dag), twice = readLineage(dag);
        for (std::size_t i = 0; i < once.nodes.size(); ++i) {
            QCOMPARE(once.nodes[i].row, twice.nodes[i].row);
            QCOMPARE(once.nodes[i].layer, twice.nodes[i].layer);
        }
    }

    void hashesAreNotReadOut() {
        LineageNode merged{"m", "merge", QString(64, 'a'), {}, false, 0, 0.0};
        QCOMPARE(lineageNodeText(merged), "m (merged)");
        merged.type = "own-kind";
        QCOMPARE(lineageNodeText(merged), "m (own-kind)");
    }
};

TESSERA_TEST(TestLineageLayout)
#include "test_lineage_layout.moc"
