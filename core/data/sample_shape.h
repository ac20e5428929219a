#pragma once

#include "core/api/experiment.h"
#include "core/api/input_spec.h"
#include "core/api/result.h"

#include <torch/types.h>

#include <cstdint>

namespace tessera::data {

inline constexpr std::int64_t kByteVocabulary = 256;

// `numbers` numbers of one sample, cut as the reading wants it: as they are, into channels of rows
// of pixels (squares where it says no size), or into rows of `width`. Tokens get no vocabulary yet.
// InvalidArgument: they do not come out even.
[[nodiscard]] Result<InputSpec> cutSample(std::int64_t numbers, const DataReading& reading);

// The shape of `samples` inputs of this kind as a tensor.
[[nodiscard]] std::vector<std::int64_t> tensorShape(std::int64_t samples, const InputSpec& input);

// Of tokens (int64) without a vocabulary of their own: that of bytes, or as large as the largest
// token asks for. InvalidArgument: negative ones, or more than 2^20.
[[nodiscard]] Result<std::int64_t> vocabularyOf(const torch::Tensor& tokens);

} // namespace tessera::data
