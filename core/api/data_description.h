#pragma once

#include "core/api/experiment.h"
#include "core/api/input_spec.h"
#include "core/api/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// A data set before anything is computed on it: what is in it, and what was left out. Plain values.
namespace tessera {

// One sample as a network sees it: the numbers of InputSpec's shape, row-major.
struct DataSample {
    std::vector<float> values;
    std::optional<int> label; // index into classes
};

// Something that could not be used, by its place in the file.
struct DroppedData {
    std::string place;  // "line 17", "cats/7.png"
    std::string reason; // English, a sentence
};

struct ClassCount {
    std::string name;
    std::int64_t count = 0;
};

struct DataColumn {
    std::string name; // from the header, or "column 3"
    bool numeric = false;
    bool constant = false;
    std::size_t different = 0; // values, counted up to 1,000
};

struct DataDescription {
    static constexpr std::size_t kPreview = 10;
    static constexpr std::size_t kMostDropped = 100; // listed; all are counted

    std::string format; // "CSV", "NumPy archive", "IDX", "image folder", "built in", ...
    InputSpec input;
    std::vector<ClassCount> classes; // in the order of their indices
    std::int64_t samples = 0;        // that can be used
    std::int64_t droppedCount = 0;
    std::vector<DroppedData> dropped; // at most kMostDropped
    std::vector<DataColumn> columns;  // CSV
    std::vector<std::string> arrays;  // archives: what there is, with shapes
    DataReading reading;              // as it was found or set: ready to be corrected
    std::vector<DataSample> preview;  // up to kPreview, spread over the classes
    std::vector<DataSample> shifted;  // the same under the shift of the spec; empty: no shift
    double smallest = 0, largest = 0; // of all inputs, after scaling
    SplitSpec defaultSplits;
    std::int64_t bytes = 0;            // in memory
    std::vector<std::string> warnings; // English sentences: a class with one sample, ...
};

} // namespace tessera
