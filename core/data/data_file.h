#pragma once

#include "core/api/data_description.h"
#include "core/api/image_decoder.h"
#include "core/api/watch.h"
#include "core/data/split_data.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace tessera::data {

// A person's own data as it came out of a file or folder: every sample that can be used, unscaled,
// in the order of the file.
struct DataFile {
    LabelledRows rows;                // inputs float32, or int64 for tokens; as InputSpec says
    std::vector<std::string> classes; // names, in the order of the labels
    InputSpec input;
    bool bytes = false; // whole numbers 0 to 255 that mean a share of 255: pixels
    // What was found out on the way, for people; samples, classes and preview are left empty.
    DataDescription about;
};

struct ReadLimits {
    // That the inputs, and the file unpacked, may take in memory. While they are read both are
    // there, and while they are cut into parts the inputs twice.
    std::int64_t maxBytes = std::int64_t{4} << 30;
    ImageDecoder* images = nullptr; // null: image folders are refused
    std::stop_token stop;
    Watch::Progress progress; // may be empty
};

// By content: a folder of folders of images, SafeTensors, NumPy (.npy, .npz), IDX, else CSV;
// gzipped ones are unpacked. NotFound, Io; Corrupt: damaged, with the line, entry or byte;
// Unsupported: a type of numbers that cannot be read, or a file larger than allowed;
// InvalidArgument: it cannot be read as `spec.reading` says, holds fewer than two samples that can
// be used, its inputs would take more memory than allowed, or stopped. Each names the way out.
[[nodiscard]] Result<DataFile> readDataFile(const DataSpec& spec, const ReadLimits& limits);

// Counts what is left out and lists the first of it.
void drop(DataDescription& about, std::string place, std::string reason);

// The error of whatever was asked to stop; the caller knows that it asked.
[[nodiscard]] tl::unexpected<Error> cancelled();

// InvalidArgument, for inputs that need more than `limits` allow.
[[nodiscard]] Result<void> checkMemory(std::int64_t bytes, const ReadLimits& limits);

} // namespace tessera::data
