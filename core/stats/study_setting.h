#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/api/study.h"

// How the rows of a study are grouped: by everything but the seed.
namespace tessera::stats {

// What a cell was measured under besides its method, its two networks and its seed: data, size of
// the reference set, shift, training of the networks, threads. Two cells differ in their setting
// where any of that differs.
struct StudySetting {
    std::string label; // what differs within the study: "digits, 597 reference inputs, noise 0.5"
    Experiment recipe; // without name, seed, networks, transfer and controls
};

// Where a row belongs; numbers are places in the lists of a StudyGrouping.
struct StudyPlace {
    std::size_t method = 0;
    std::size_t pair = 0;
    std::size_t setting = 0;
    friend auto operator<=>(const StudyPlace&, const StudyPlace&) = default;
};

// All lists are in the order of first appearance, the seeds are sorted.
struct StudyGrouping {
    std::vector<std::string> methods; // two recipes under one label: the second gets " (2)"
    std::vector<std::string> pairs;   // "mlp 128d/4L > lstm 64d/2L"
    std::vector<StudySetting> settings;
    std::vector<std::uint64_t> seeds;
    std::vector<StudyPlace> places; // of each row
};

[[nodiscard]] StudyGrouping groupRows(std::span<const StudyRow> rows);

} // namespace tessera::stats
