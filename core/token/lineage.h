#pragma once

#include "core/api/token.h"

#include <string>
#include <vector>

// The lineage of a token as a graph {nodes: [{id, type, ref, ...}], edges: [{from, to, ...}],
// root}. Files of other programs may hold anything: what does not fit this shape is kept and not
// touched.
namespace tessera::token {

// SHA-256 over all fields and the vector's float32 values, as 64 hexadecimal digits: the name of a
// token in the lineage of another, whatever file it stood in. Precisely: over the MessagePack map
// of fieldsFromToken() with weights, epsilon, delta and drift as floats, and the numbers as
// little-endian bytes. Of a token that no file can hold: over its numbers alone.
[[nodiscard]] std::string contentHash(const Token& token);

// Adds a node `step` ("merge", "requantise", "strip") that the graph's former ends (nodes without
// an edge out) lead to, with `details` in it. Of one parent: its graph, untouched but for the new
// node. Of several: all their graphs, ids made unique, nodes that are the same kept once; each
// parent is a node {id, type: "token", ref: contentHash()} between its graph and the step. A
// lineage that is no such graph (ids that are not text or come twice, only circles) goes whole into
// a node {id, type: "foreign", lineage}, or as text "lineage_text" if it would nest too deep.
[[nodiscard]] Metadata extendLineage(const std::vector<const Token*>& parents,
                                     const std::string& step, const Metadata& details);

} // namespace tessera::token
