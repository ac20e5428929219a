#include "core/hub/hub_arrays.h"

#include <cstring>

namespace tessera::hub {

namespace {

Result<void> writeTo(const format::ByteSink& sink, const torch::Tensor& values) {
    const auto contiguous = values.contiguous();
    return sink({static_cast<const std::byte*>(contiguous.data_ptr()), contiguous.nbytes()});
}

} // namespace

format::StreamedArray asArray(const std::string& name, const torch::Tensor& tensor) {
    const auto type =
        tensor.scalar_type() == torch::kFloat32 ? format::DType::F32 : format::DType::F64;
    return {{name, type, tensor.sizes().vec()},
            [tensor](const format::ByteSink& sink) { return writeTo(sink, tensor); }};
}

format::StreamedArray asArray(const std::string& name, const tap::RowStore& rows) {
    return {{name, format::DType::F64, {rows.count(), rows.width()}},
            [rows](const format::ByteSink& sink) {
                return rows.eachChunk(
                    [&](std::int64_t, const torch::Tensor& part) { return writeTo(sink, part); });
            }};
}

torch::Tensor asTensor(const format::ArrayFile& file, const std::string& name, std::size_t rank,
                       format::DType type) {
    for (const auto& array : file.arrays) {
        if (array.name == name && array.dtype == type && array.shape.size() == rank) {
            auto tensor = torch::empty(array.shape, type == format::DType::F32 ? torch::kFloat32
                                                                               : torch::kFloat64);
            std::memcpy(tensor.data_ptr(), array.bytes.data(), array.bytes.size());
            return torch::isfinite(tensor).all().item<bool>() ? tensor : torch::Tensor();
        }
    }
    return {};
}

} // namespace tessera::hub
