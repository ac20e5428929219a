#include "core/data/array_tensor.h"

namespace tessera::data {

namespace {

using format::DType;

torch::ScalarType scalarType(DType dtype) {
    switch (dtype) {
    case DType::F64:
        return torch::kFloat64;
    case DType::F16:
        return torch::kFloat16;
    case DType::BF16:
        return torch::kBFloat16;
    case DType::I64:
        return torch::kInt64;
    case DType::I32:
        return torch::kInt32;
    case DType::I16:
        return torch::kInt16;
    case DType::I8:
        return torch::kInt8;
    case DType::U8:
    case DType::Bool: // a byte of a file may be neither 0 nor 1
        return torch::kUInt8;
    case DType::F32:
        break;
    }
    return torch::kFloat32;
}

} // namespace

torch::Tensor viewOf(const format::NamedArray& array) {
    if (array.bytes.empty()) {
        return torch::empty(array.shape, scalarType(array.dtype));
    }
    // LibTorch has no tensor of constants.
    return torch::from_blob(const_cast<std::byte*>(array.bytes.data()), array.shape,
                            scalarType(array.dtype));
}

bool holdsWholeNumbers(DType dtype) {
    return dtype != DType::F64 && dtype != DType::F32 && dtype != DType::F16 &&
           dtype != DType::BF16;
}

} // namespace tessera::data
