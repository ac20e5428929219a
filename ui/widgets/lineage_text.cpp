// The lineage in words.
#include "ui/widgets/lineage_layout.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace tessera::ui {

namespace {

struct LineageTextWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::LineageGraph)
};

QString problemText(LineageProblem problem) {
    switch (problem) {
    case LineageProblem::None:
        return {};
    case LineageProblem::Nothing:
        return LineageTextWords::tr("This token does not say what it was made of.");
    case LineageProblem::NotAGraph:
        return LineageTextWords::tr(
            "The lineage in this file is not a graph of nodes and edges, so it cannot "
            "be drawn.");
    case LineageProblem::GoesRound:
        break;
    }
    return LineageTextWords::tr(
        "The lineage in this file goes round in a circle, so it does not say what was "
        "made of what.");
}

QString listOf(const LineageShape& shape, const std::vector<int>& nodes) {
    QStringList names;
    for (const int node : nodes) {
        names << lineageNodeText(shape.nodes[static_cast<std::size_t>(node)]);
    }
    return names.join(LineageTextWords::tr(", ", "between two nodes of a list"));
}

} // namespace

QString lineageTypeText(const QString& type) {
    if (type == QLatin1String("anchor")) {
        return LineageTextWords::tr("source", "node of a lineage");
    }
    if (type == QLatin1String("receiver")) {
        return LineageTextWords::tr("receiver", "node of a lineage");
    }
    if (type == QLatin1String("merge")) {
        return LineageTextWords::tr("merged", "node of a lineage");
    }
    if (type == QLatin1String("requantise")) {
        return LineageTextWords::tr("other numbers", "node of a lineage");
    }
    if (type == QLatin1String("strip")) {
        return LineageTextWords::tr("stripped", "node of a lineage");
    }
    return type;
}

QString lineageNodeText(const LineageNode& node) {
    constexpr int kSayable = 40; // characters: a hash is not
    QStringList about;
    for (const auto& text : {lineageTypeText(node.type), node.ref}) {
        if (!text.isEmpty() && text.size() <= kSayable && text != node.id) {
            about << text;
        }
    }
    return about.isEmpty()
               ? node.id
               : LineageTextWords::tr("%1 (%2)", "node, then its kind and what it refers to")
                     .arg(node.id, about.join(QStringLiteral(", ")));
}

QString lineageGaps(const LineageShape& shape) {
    QStringList sentences;
    const auto drawn = static_cast<int>(shape.nodes.size());
    if (shape.allNodes > drawn) {
        sentences << LineageTextWords::tr("The first %1 of %2 nodes are drawn.")
                         .arg(QLocale().toString(drawn), QLocale().toString(shape.allNodes));
    }
    if (shape.strangeNodes > 0) {
        sentences << LineageTextWords::tr("Left out, without an id of their own: %1.")
                         .arg(QLocale().toString(shape.strangeNodes));
    }
    if (shape.looseEdges > 0) {
        sentences << LineageTextWords::tr("Edges that miss one of their nodes: %1.")
                         .arg(QLocale().toString(shape.looseEdges));
    }
    return sentences.join(QLatin1Char(' '));
}

QString lineageWords(const LineageShape& shape) {
    if (shape.problem != LineageProblem::None) {
        return problemText(shape.problem);
    }
    QStringList sentences = {
        LineageTextWords::tr("A graph of %n node(s).", nullptr, shape.allNodes)};
    std::vector<int> order(shape.nodes.size()), starts;
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&shape](int a, int b) {
        return shape.nodes[static_cast<std::size_t>(a)].layer <
               shape.nodes[static_cast<std::size_t>(b)].layer;
    });
    std::copy_if(order.begin(), order.end(), std::back_inserter(starts),
                 [&shape](int node) { return shape.parentsOf(node).empty(); });
    sentences << LineageTextWords::tr("At the beginning: %1.").arg(listOf(shape, starts));
    for (const int node : order) {
        if (const auto parents = shape.parentsOf(node); !parents.empty()) {
            sentences << LineageTextWords::tr("%1 comes from %2.")
                             .arg(lineageNodeText(shape.nodes[static_cast<std::size_t>(node)]),
                                  listOf(shape, parents));
        }
    }
    if (const auto gaps = lineageGaps(shape); !gaps.isEmpty()) {
        sentences << gaps;
    }
    return sentences.join(QLatin1Char(' '));
}

QString lineageDetails(const LineageShape& shape, int node) {
    const auto& shown = shape.nodes[static_cast<std::size_t>(node)];
    QStringList lines;
    for (const auto& field : shown.fields) {
        lines << LineageTextWords::tr("%1: %2", "field and its value").arg(field.key, field.value);
    }
    for (const auto& edge : shape.edges) {
        if (edge.to != node) {
            continue;
        }
        QStringList about;
        for (const auto& field : edge.fields) {
            if (field.key != QLatin1String("from") && field.key != QLatin1String("to")) {
                about << LineageTextWords::tr("%1: %2", "field and its value")
                             .arg(field.key, field.value);
            }
        }
        const auto parent = lineageNodeText(shape.nodes[static_cast<std::size_t>(edge.from)]);
        lines << (about.isEmpty()
                      ? LineageTextWords::tr("Comes from %1").arg(parent)
                      : LineageTextWords::tr("Comes from %1, %2", "parent, then fields of the edge")
                            .arg(parent, about.join(QStringLiteral(", "))));
    }
    if (const auto results = shape.resultsOf(node); !results.empty()) {
        lines << LineageTextWords::tr("Leads to %1").arg(listOf(shape, results));
    }
    if (shown.isRoot) {
        lines << LineageTextWords::tr("Root of the graph");
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace tessera::ui
