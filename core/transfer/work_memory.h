#pragma once

#include "core/transfer/mode.h"

namespace tessera::transfer {

// Bytes that a transfer through a hub needs at a time besides its data, its networks with what
// they learn from, and its recorded rows, by an upper estimate: one batch of activations, chunks of
// rows in float64, and what grows with the widths of source (s), receiver (r) and hub (k axes)
// only:
//   the source's fit       5 s^2
//   the receiver's fit     k s + 4 k r + 6 r^2
//   matching of layers     k s + k r + 4 m w + w^2, w the widest tap, m <= kMatchingRows rows
// float64 each, of which the largest counts, and what a hub that learns takes, where that is more.
// Runs two rows of either network.
[[nodiscard]] std::int64_t workBytes(const TransferInput& input);

// How a budget for data and recordings is spent: what is left beside the data and workBytes() may
// hold rows, half of it for safety; the rest of the rows goes to a file in `folder`. OutOfMemory if
// nothing is left, with the figures and the way out.
[[nodiscard]] Result<tap::RowSpacePtr>
spaceFor(const TransferInput& input, std::int64_t budgetBytes, const std::filesystem::path& folder);

} // namespace tessera::transfer
