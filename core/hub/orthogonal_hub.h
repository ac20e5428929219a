#pragma once

#include "core/fingerprint/moments.h"
#include "core/format/named_array.h"
#include "core/hub/hub.h"

#include <map>

namespace tessera::hub {

// Closed-form hub. The first network's principal axes are the space:
//   h = (t - mu_t) V G, V = eigenvectors with eigenvalue l > 1e-6 of the largest, at most `dim`,
//   G = diag(g), g_i = l_i^(-w/2) sqrt(sum l / sum l^(1-w)), w = whitening: 1 for w = 0.
// A further network R of width d is aligned by orthogonal Procrustes (Schoenemann 1966; Maiorca et
// al. 2023): k = min(rank, d), C = H_k'(R - mu_r), SVD C = U S W', Q = U W' (k x d),
//   s = sqrt(tr Cov R / tr Cov H_k), decode(h) = mu_r + s h_k Q, encode(r) = (r - mu_r) Q' / s.
// Where C is rank deficient, Q is completed by the network's principal axes.
// All fits run in float64, over chunks of the rows; encode and decode return float32.
class OrthogonalHub : public Hub {
public:
    // InvalidArgument for dim < 1 or a whitening beyond 0 to 1.
    [[nodiscard]] static Result<std::unique_ptr<Hub>>
    create(const std::string& name, std::int64_t dim, double whitening = 0.0);
    // From save(). Corrupt if arrays are missing or of the wrong shape.
    [[nodiscard]] static Result<std::unique_ptr<Hub>> load(const format::ArrayFile& file);

    [[nodiscard]] const std::string& name() const override { return m_name; }
    [[nodiscard]] std::int64_t dim() const override { return m_dim; }
    [[nodiscard]] std::int64_t rank() const override { return m_reference.width(); }
    [[nodiscard]] torch::Tensor principalGains() const override;
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
    struct Anchor {
        std::string weightsHash;
        torch::Tensor mean;  // (d)
        torch::Tensor axes;  // Q, (k, d), orthonormal rows
        double scale = 1.0;  // s
        double fitError = 0; // as FitReport
        torch::Tensor gains; // g of the network that set whitened axes, (k); else undefined
    };

    struct Alignment {
        torch::Tensor cross; // C
        double targetSpread = 0.0;
    };

    OrthogonalHub(std::string name, std::int64_t dim, double whitening);
    // The checks of add() that look at no value.
    [[nodiscard]] Result<void> checkRows(const AnchorRows& rows) const;
    [[nodiscard]] Result<Anchor> fit(const AnchorRows& rows, FitReport& report) const;
    [[nodiscard]] Result<Anchor> fitFirst(const fingerprint::Moments& moments,
                                          FitReport& report) const;
    [[nodiscard]] Result<Anchor> fitFurther(const tap::RowStore& features,
                                            const fingerprint::Moments& moments,
                                            FitReport& report) const;
    [[nodiscard]] Result<Alignment> alignmentOf(const tap::RowStore& features,
                                                const torch::Tensor& mean, std::int64_t k) const;
    [[nodiscard]] static torch::Tensor coordinatesOf(const torch::Tensor& centred,
                                                     const Anchor& anchor);
    // H of the network that sets the axes.
    [[nodiscard]] static Result<tap::RowStore> foundOn(const tap::RowStore& features,
                                                       const Anchor& anchor);
    [[nodiscard]] Result<double> fitErrorOf(const tap::RowStore& features,
                                            const Anchor& anchor) const;
    [[nodiscard]] Result<const Anchor*> find(const AnchorKey& key, const torch::Tensor& values,
                                             bool coordinates) const;

    std::string m_name;
    std::int64_t m_dim;
    double m_whitening;
    std::string m_referenceHash;
    std::string m_first;       // the network that set the axes
    tap::RowStore m_reference; // H on the reference rows, (n, rank), float64
    std::map<std::string, Anchor> m_anchors;
};

} // namespace tessera::hub
