#pragma once

#include "core/api/token.h"

#include <QPointF>
#include <QString>
#include <QStringList>

#include <vector>

// The lineage of a token as nodes that have a place. Pure; files of other programs may hold
// anything.
namespace tessera::ui {

struct LineageField {
    QString key, value; // as the file has them; long values are cut off
};

struct LineageNode {
    QString id, type, ref;            // the latter two may be empty
    std::vector<LineageField> fields; // all of them
    bool isRoot = false;
    int layer = 0;    // from the left: more than that of each parent
    double row = 0.0; // from the top; no two of a layer are nearer than 1
};

struct LineageEdge {
    int from = 0, to = 0; // nodes: the parent, the result
    std::vector<LineageField> fields;
    // Where the line goes on its way through layers between its ends: layer, row.
    std::vector<QPointF> bends;
};

enum class LineageProblem {
    None,
    Nothing, // no nodes: the file does not say
    NotAGraph,
    GoesRound, // something would be made of itself
};

struct LineageShape {
    static constexpr int kMostNodes = 200;

    LineageProblem problem = LineageProblem::None;
    std::vector<LineageNode> nodes; // at most kMostNodes, as they come in the file
    std::vector<LineageEdge> edges;
    int allNodes = 0;     // those left out included
    int strangeNodes = 0; // without an id, or with one that another node has
    int looseEdges = 0;   // to or from what is no node
    int layers = 0;
    double rows = 0.0; // that the fullest layer takes

    [[nodiscard]] std::vector<int> parentsOf(int node) const;
    [[nodiscard]] std::vector<int> resultsOf(int node) const;
};

// Reads {nodes: [{id, type, ref, ...}], edges: [{from, to, ...}], root} and lays it out in layers
// (Sugiyama, Tagawa and Toda 1981): a node stands right of all its parents and as near to its
// results as that lets it; in a layer, nodes stand in the order of the mean row of what they come
// from.
[[nodiscard]] LineageShape readLineage(const Metadata& dag);

// "merge", "source": the kinds that this program writes, in words; others as they are.
[[nodiscard]] QString lineageTypeText(const QString& type);
// What a node is called in a sentence.
[[nodiscard]] QString lineageNodeText(const LineageNode& node);
// The whole in words: what comes from what, and what is missing. One sentence for a problem.
[[nodiscard]] QString lineageWords(const LineageShape& shape);
// Only what is missing; empty if nothing is.
[[nodiscard]] QString lineageGaps(const LineageShape& shape);
// All that the file says about a node, a line each.
[[nodiscard]] QString lineageDetails(const LineageShape& shape, int node);

} // namespace tessera::ui
