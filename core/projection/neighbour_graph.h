#pragma once

#include "core/projection/neighbours.h"

namespace tessera::projection {

// The search of neighbours.h for many points, with hnswlib. With `queries` null, each point among
// the others. Equal points are put into the graph once, since a graph of many equal points falls
// apart; the others come back with it.
[[nodiscard]] Neighbours neighboursByGraph(const Matrix& points, const Matrix* queries,
                                           const NeighbourSearch& search, const Watch& watch);

} // namespace tessera::projection
