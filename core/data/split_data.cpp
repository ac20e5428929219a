#include "core/data/split_data.h"

#include "core/format/sha256.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>

namespace tessera::data {

std::string contentHash(const torch::Tensor& tensor) {
    const auto contiguous = tensor.contiguous();
    const auto head = fmt::format("{}[{}]", torch::toString(contiguous.scalar_type()),
                                  fmt::join(contiguous.sizes(), ","));
    format::Sha256 hash;
    hash.update(std::as_bytes(std::span(head.data(), head.size())));
    hash.update({static_cast<const std::byte*>(contiguous.data_ptr()), contiguous.nbytes()});
    return hash.hexDigest();
}

std::string splitHash(const SplitData& data) {
    const auto parts = contentHash(data.sourceTrain.inputs) + contentHash(data.reference) +
                       contentHash(data.validation.inputs);
    return format::sha256Hex(std::as_bytes(std::span(parts.data(), parts.size())));
}

} // namespace tessera::data
