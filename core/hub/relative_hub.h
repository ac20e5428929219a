#pragma once

#include "core/hub/hub.h"

#include "core/format/named_array.h"

#include <map>

namespace tessera::hub {

// Coordinates are likenesses to samples of the reference set (Moschella et al. 2023): with k
// anchors a_i, evenly spread over the reference rows, k = min(dim, n),
//   encode(x)_i = cos(x - mu, a_i - mu), mu the network's mean over the reference set.
// No network needs to be aligned to another one: the anchors are the same inputs for all. Decoding
// has no closed inverse and is a ridge regression from the coordinates of the reference rows to
// their features, lambda = 1e-3 of the mean eigenvalue of the coordinates' covariance. fitError
// compares the coordinates of the reference rows with those of the first network, which every
// network is measured against but not fitted to. encodeUncentred() equals encode(): cosines have no
// centre. Fits run in float64 and take memory for k^2 numbers.
class RelativeHub : public Hub {
public:
    // InvalidArgument for dim < 1.
    [[nodiscard]] static Result<std::unique_ptr<Hub>> create(const std::string& name,
                                                             std::int64_t dim);
    // From save(). Corrupt if arrays are missing or of the wrong shape.
    [[nodiscard]] static Result<std::unique_ptr<Hub>> load(const format::ArrayFile& file);

    [[nodiscard]] const std::string& name() const override { return m_name; }
    [[nodiscard]] std::int64_t dim() const override { return m_dim; }
    [[nodiscard]] std::int64_t rank() const override { return m_anchorCount; }
    [[nodiscard]] Result<FitReport> add(const AnchorRows& rows) override;
    void forget(const std::string& network) override;
    [[nodiscard]] Result<torch::Tensor> encode(const AnchorKey& key,
                                               const torch::Tensor& features) const override;
    [[nodiscard]] Result<torch::Tensor> decode(const AnchorKey& key,
                                               const torch::Tensor& coordinates) const override;
    [[nodiscard]] Result<torch::Tensor>
    encodeUncentred(const AnchorKey& key, const torch::Tensor& features) const override;
    [[nodiscard]] Result<void> save(const std::filesystem::path& file) const override;

private:
    struct Network {
        std::string weightsHash;
        torch::Tensor mean;    // (d)
        torch::Tensor anchors; // (k, d), centred, rows of unit length
        torch::Tensor weights; // (k, d): decode(h) = offset + h weights
        torch::Tensor offset;  // (d)
    };

    RelativeHub(std::string name, std::int64_t dim) : m_name(std::move(name)), m_dim(dim) {}
    [[nodiscard]] static Result<Network> fit(const AnchorRows& rows, std::int64_t anchors);
    [[nodiscard]] static Result<void> fitDecoder(Network& network, const tap::RowStore& features);
    [[nodiscard]] Result<double> fitErrorOf(const tap::RowStore& features,
                                            const Network& network) const;
    [[nodiscard]] Result<const Network*> find(const AnchorKey& key, const torch::Tensor& values,
                                              bool coordinates) const;

    std::string m_name;
    std::int64_t m_dim;
    std::int64_t m_anchorCount = 0;
    std::int64_t m_rows = 0; // of the reference set
    std::string m_referenceHash;
    std::string m_first;       // the network that the others are measured against
    tap::RowStore m_reference; // its coordinates of the reference rows, (n, k), float64
    std::map<std::string, Network> m_networks;
};

} // namespace tessera::hub
