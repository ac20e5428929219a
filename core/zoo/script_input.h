#pragma once

#include "core/api/input_spec.h"
#include "core/api/result.h"
#include "core/zoo/script_graph.h"

#include <ATen/core/Generator.h>

#include <string>

namespace tessera::zoo {

// Made-up inputs of a data set's kind: tokens from the vocabulary, else numbers of 0 to 1.
[[nodiscard]] at::Tensor sampleInputs(const InputSpec& spec, std::int64_t samples,
                                      at::Generator generator);

// "images of 3x32x32", "16 tokens of 256".
[[nodiscard]] std::string inputText(const InputSpec& spec);

// Which inputs a network takes, as far as its first layer tells; in words.
[[nodiscard]] std::string wantsText(const ScriptEntry& entry);

// What can be said without trying. InvalidArgument: numbers for tokens or the other way round, too
// many tokens, or another number of channels.
[[nodiscard]] Result<void> checkEntry(const ScriptEntry& entry, const InputSpec& spec);

} // namespace tessera::zoo
