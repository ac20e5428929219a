#pragma once

#include "core/hub/contrastive_coder.h"
#include "core/hub/hub.h"

#include "core/format/named_array.h"

#include <map>

namespace tessera::hub {

// The protocol's learned hub, with its pairs in order. Each network has an encoder E and a decoder
// D (contrastive_coder.h) of its features x, centred by their mean and divided by the root of their
// mean variance over the reference set. The first two learn together, on the same inputs in the
// same order; row i of one and row i of the other are partners, and everything else in a batch is
// not (InfoNCE, van den Oord, Li and Vinyals 2018; the pairing of two encoders, Radford et al.
// 2021):
//   loss = InfoNCE(E_1(x_1), E_2(x_2); 0.07) both ways + 0.1 (|D_1(E_1(x_1)) - x_1|^2 +
//          |D_2(E_2(x_2)) - x_2|^2), mean squares.
// The rows of the first network are kept until the second one comes: alone it has no partner, and
// nothing can be encoded yet (InvalidArgument). Every further network, and every one that is fitted
// anew, learns the same against the coordinates of the first one, which stay as they are.
// fitError compares the coordinates of the reference rows with those of the first network.
// encodeUncentred() equals encode(): unit vectors have no centre. float32; a coder has about
// 2 h (d + dim) numbers, h = max(d, dim), and learning takes memory for four times as many.
class ContrastiveHub : public Hub {
public:
    // InvalidArgument for dim < 1.
    [[nodiscard]] static Result<std::unique_ptr<Hub>> create(const std::string& name,
                                                             std::int64_t dim);
    // From save(). Corrupt if arrays are missing or of the wrong shape.
    [[nodiscard]] static Result<std::unique_ptr<Hub>> load(const format::ArrayFile& file);

    // That founding it on networks of these widths takes.
    [[nodiscard]] static std::int64_t learningBytes(std::int64_t first, std::int64_t second,
                                                    std::int64_t dim);

    [[nodiscard]] const std::string& name() const override { return m_name; }
    [[nodiscard]] std::int64_t dim() const override { return m_dim; }
    [[nodiscard]] std::int64_t rank() const override { return m_networks.empty() ? 0 : m_dim; }
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
        torch::Tensor mean; // (d), float64
        double scale = 1.0;
        ContrastiveCoder coder{nullptr}; // null: it waits for a partner
    };
    // Where two networks learn together, the second is the one that comes.
    struct Pair {
        Network first, second;
        tap::RowStore firstRows, secondRows;
    };

    ContrastiveHub(std::string name, std::int64_t dim) : m_name(std::move(name)), m_dim(dim) {}
    [[nodiscard]] Result<Network> prepared(const AnchorRows& rows) const;
    [[nodiscard]] Result<FitReport> keepFirst(const AnchorRows& rows, Network network);
    [[nodiscard]] Result<FitReport> foundWith(const AnchorRows& rows, Network network);
    [[nodiscard]] Result<FitReport> align(const AnchorRows& rows, Network network);
    [[nodiscard]] Result<bool> learnTogether(Pair& pair, const FitWatch& watch) const;
    [[nodiscard]] Result<bool> learnAlone(Network& network, const AnchorRows& rows) const;
    [[nodiscard]] Result<tap::RowStore> encoded(const Network& network,
                                                const tap::RowStore& rows) const;
    [[nodiscard]] Result<double> fitErrorOf(const tap::RowStore& rows, const Network& network,
                                            const tap::RowStore& reference) const;
    [[nodiscard]] Result<const Network*> find(const AnchorKey& key, const torch::Tensor& values,
                                              bool coordinates) const;
    void describeFit(FitReport& report, std::int64_t parameters) const;
    // Arrays of a coder in a file, and back; a null coder if they are not there.
    [[nodiscard]] static ContrastiveCoder readCoder(const format::ArrayFile& file,
                                                    const std::string& prefix, std::int64_t width,
                                                    std::int64_t dim);

    std::string m_name;
    std::int64_t m_dim;
    std::int64_t m_rows = 0; // of the reference set
    std::string m_referenceHash;
    std::string m_first;       // the network that the others are aligned to
    tap::RowStore m_waiting;   // its features, (n, d), until a second one comes
    tap::RowStore m_reference; // its coordinates of the reference rows, (n, dim), float64
    std::map<std::string, Network> m_networks;
};

} // namespace tessera::hub
