#pragma once

#include "core/api/experiment.h"
#include "core/data/split_data.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tessera::data {

// One way in which inputs change after the source was trained. Adding one is a function and a line
// in shift_registry.cpp, a name in ui/strings, a test.
struct Shift {
    enum class Draws { EachPart, Once }; // whether all parts see the same random numbers

    std::string id; // frozen
    std::string description;
    bool (*fits)(const InputSpec& input);
    Draws draws;
    // Inputs of `input`'s shape, changed by a `strength` above 0 and up to 1. Same seed, same
    // result; what is drawn does not depend on the strength.
    torch::Tensor (*apply)(const torch::Tensor& inputs, const InputSpec& input, double strength,
                           std::uint64_t seed);
};

[[nodiscard]] const std::vector<Shift>& shifts();

// NotFound: no such shift; InvalidArgument: it does not fit the inputs.
[[nodiscard]] Result<const Shift*> findShift(const std::string& id, const InputSpec& input);

// Changes reference, validation and test, which the source was not trained on; nothing for an empty
// kind. "classes" takes samples of the later classes out instead (prior shift). Codes of
// findShift(); InvalidArgument too for a strength that is not within 0 to 1.
[[nodiscard]] Result<void> applyShift(SplitData& parts, const ShiftSpec& spec, std::uint64_t seed);

} // namespace tessera::data
