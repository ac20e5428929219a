#pragma once

#include "core/api/ids.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// What a run answered for each of its test items. Plain values, shared between threads as pointers
// to const. A run keeps them as its artifact "items" (findArtifact() in run.h), which
// Documents::readItems() reads; runs of earlier versions have none: not measured.
namespace tessera {

// Top-1 class of each item, in the order of the labels, 0 <= class < ItemResults::classes. Empty:
// not measured.
using ItemAnswers = std::vector<std::int32_t>;

struct ControlAnswers {
    ControlId id; // "readout_only", "untrained_source", ...
    ItemAnswers answers;
    friend bool operator==(const ControlAnswers&, const ControlAnswers&) = default;
};

struct ItemResults {
    int classes = 0; // that labels and answers stay below; >= 1
    // SHA-256 of the test inputs, hex: two runs can be compared item by item if this and the
    // labels are equal.
    std::string inputsHash;
    std::vector<std::int32_t> labels; // true class of each test item, at least one item
    ItemAnswers source;
    ItemAnswers before; // the receiver before it learned; empty where label spaces differ
    ItemAnswers after;  // the receiver, or what answers in its place, at the end; likewise
    std::vector<ControlAnswers> controls; // those that could be run, in the order of the run
    [[nodiscard]] std::size_t size() const { return labels.size(); }
    friend bool operator==(const ItemResults&, const ItemResults&) = default;
};

using ItemResultsPtr = std::shared_ptr<const ItemResults>;

} // namespace tessera
