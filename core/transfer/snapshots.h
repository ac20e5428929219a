#pragma once

#include "core/api/snapshot.h"
#include "core/transfer/mode.h"
#include "core/transfer/signals.h"

#include <torch/types.h>

#include <memory>
#include <vector>

namespace tessera::transfer {

// Most axes of the hub that a snapshot shows.
inline constexpr std::int64_t kShownAxes = 16;

// (n, ...) as float32 rows, every row flattened in the order of its dimensions.
[[nodiscard]] Matrix toMatrix(const torch::Tensor& tensor);

// Per axis: variance of its coordinates (axes), over the squared gain that they have
// (hub::Hub::principalGains), over the summed variance of the features (d) that they encode. Sums
// to less than 1 where the hub has fewer axes than the features. Empty if nothing varies.
[[nodiscard]] std::vector<double> varianceShares(const fingerprint::ColumnMoments& coordinates,
                                                 const fingerprint::ColumnMoments& features,
                                                 const torch::Tensor& gains);

// Makes the snapshots of one transfer from signals that were collected anyway: no forward pass, no
// random numbers. Samples and source are converted once and shared by all snapshots. One thread.
class SnapshotMaker {
public:
    // `shares`: of the source's variance, per axis of the hub.
    SnapshotMaker(const TransferInput& input, std::vector<double> shares);

    // Signals on the validation inputs, with the layers of at least the shown ones, and their hub
    // coordinates (undefined: not encoded); the source's are those of every call.
    struct Encoded {
        const Signals& signals;
        const tap::RowStore& hub;
    };
    // Io.
    [[nodiscard]] Result<SnapshotPtr> make(std::int64_t step, const Encoded& source,
                                           const Encoded& receiver);

private:
    std::shared_ptr<const SampleSet> m_samples;
    bool m_labelSpacesAgree;
    std::shared_ptr<const NetworkRows> m_source; // null before the first snapshot
    std::vector<double> m_shares;
};

} // namespace tessera::transfer
