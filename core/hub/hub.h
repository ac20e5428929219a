#pragma once

#include "core/api/ids.h"
#include "core/api/result.h"
#include "core/tap/row_store.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tessera::hub {

// A network as the hub knows it. The hash ties encoders to the very weights they were fitted on.
struct AnchorKey {
    std::string network;
    std::string weightsHash;
};

// Of a hub that learns its encoders; closed forms look at none of it.
struct FitWatch {
    std::uint64_t seed = 0;
    std::stop_token stop;                                                // polled once a batch
    std::function<void(std::int64_t done, std::int64_t total)> progress; // in epochs; may be empty
};

// Features of one network on the reference set, in the order of its inputs.
struct AnchorRows {
    AnchorKey key;
    std::string referenceHash;
    tap::RowStore features; // (n, width)
    FitWatch watch = {};
};

// What fitting one network told.
struct FitReport {
    bool stopped = false;    // the hub is unchanged, and no other figure holds
    bool setTheAxes = false; // it was the first
    double fitError = 0.0;   // |E - H|_F / |H|_F on the reference rows
    // Of the network that set the axes, where they are principal axes: the share of its features'
    // variance beyond hub_dim. Whitening levels coordinates, so it changes nothing of this.
    std::optional<double> lostVariance;
    std::optional<double> effectiveRank; // participation ratio of the features
    double seconds = 0.0;
    std::vector<std::string> warnings; // the hub is not what was asked for
    std::vector<std::string> details;  // how it was fitted
};

// A named shared space and the registry of the networks in it. The first network added sets the
// axes; every further one is aligned to them by one fit of its own, so that any two can teach each
// other. Coordinates are (n, rank()); in files they are padded with zeros to dim(). Not
// thread-safe.
class Hub {
public:
    virtual ~Hub() = default;

    [[nodiscard]] virtual const std::string& name() const = 0;
    [[nodiscard]] virtual std::int64_t dim() const = 0;
    [[nodiscard]] virtual std::int64_t rank() const = 0; // axes in use, 0 while empty

    // Where its axes are principal axes of the first network's features: what each coordinate is
    // times the features along its axis, (rank()), float64. A coordinate's variance over the square
    // is a share of the features' variance. Undefined: they are others, or the hub is empty.
    [[nodiscard]] virtual torch::Tensor principalGains() const { return {}; }

    // Fits a network, or fits it anew after its weights have changed. InvalidArgument if the
    // reference set is another one, fewer than two rows, not finite, or if nothing varies (a dead
    // network); Diverged where encoders learn; Io. The hub is then unchanged. Keeps its coordinates
    // of the reference rows where the rows of the first network are: in their space.
    [[nodiscard]] virtual Result<FitReport> add(const AnchorRows& rows) = 0;

    // A network that nobody will ask for again; unknown ones and the first are left as they are.
    virtual void forget(const std::string& network) = 0;

    // features (n, width) <-> coordinates (n, rank of the anchor), all in memory: of many rows a
    // chunk at a time. NotFound for an unknown network;
    // InvalidArgument for other weights than those fitted, or another width.
    [[nodiscard]] virtual Result<torch::Tensor> encode(const AnchorKey& key,
                                                       const torch::Tensor& features) const = 0;
    [[nodiscard]] virtual Result<torch::Tensor> decode(const AnchorKey& key,
                                                       const torch::Tensor& coordinates) const = 0;

    // Hub coordinates of rows, *not* centred: t_i V (design of the token vector).
    [[nodiscard]] virtual Result<torch::Tensor>
    encodeUncentred(const AnchorKey& key, const torch::Tensor& features) const = 0;

    // Everything but the reference inputs, as a SafeTensors file. Io.
    [[nodiscard]] virtual Result<void> save(const std::filesystem::path& file) const = 0;
};

// |x^ - x|_F / |x - mean|_F of decode(encode(x)); empty if the rows do not vary or cannot be read.
[[nodiscard]] std::optional<double> roundTripError(const Hub& hub, const AnchorKey& key,
                                                   const tap::RowStore& features);

} // namespace tessera::hub
