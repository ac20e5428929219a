#pragma once

#include "core/api/result.h"
#include "core/format/named_array.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

// The part of Python's pickle language that torch.save(model.state_dict()) writes. Nothing is ever
// called: the few names that may appear are turned into plain values, every other one is refused.
namespace tessera::format {

// A tensor as the pickle describes it. Nothing has been compared with the storage's bytes yet.
struct PickledTensor {
    std::string name;
    DType dtype = DType::F32;
    std::string storage;               // its record in the archive, decimal digits
    std::uint64_t storageElements = 0; // as the pickle claims
    std::int64_t offset = 0;           // in elements, as are the strides
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

// The entries of a state dict in their order. Corrupt: not a pickle, or damaged; Unsupported: a
// pickle of something else, or one that names a function or class that is not allowed (the sentence
// says which).
[[nodiscard]] Result<std::vector<PickledTensor>>
parseStateDictPickle(std::span<const std::byte> pickle);

} // namespace tessera::format
