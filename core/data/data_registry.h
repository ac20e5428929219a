#pragma once

#include "core/data/data_file.h"
#include "core/data/split_data.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tessera::data {

// One built-in data set. Adding one is a pair of files, a line in data_registry.cpp, a test.
struct DataSource {
    std::string id;
    std::string description;
    SplitSpec defaultSplits;
    InputSpec input;
    int classes = 0;
    std::int64_t samples = 0; // how many there are, or may be drawn
    Result<SplitData> (*load)(const SplitSpec&, std::uint64_t seed,
                              const std::filesystem::path& dataDir);
};

[[nodiscard]] const std::vector<DataSource>& dataSources();

// NotFound for an unknown name, with the names there are.
[[nodiscard]] Result<const DataSource*> findDataSource(const std::string& name);

// The sizes to use: those of `wanted`, or the data set's own. InvalidArgument for no reference
// samples, or more samples than there are.
[[nodiscard]] Result<SplitSpec> checkSplits(const DataSource& source, const SplitSpec& wanted);

// Where data come from, and what reading them may take.
struct DataAccess {
    std::filesystem::path dataDir; // of the built-in sets
    ReadLimits limits;             // for files
};

// Parts of a file that names no sizes: a third each for source-train and reference, a ninth for
// validation, the rest for test.
[[nodiscard]] SplitSpec defaultSplits(std::int64_t samples);

// A file's samples in four parts, scaled as the spec says. Codes of checkSplits().
[[nodiscard]] Result<SplitData> splitFile(const DataFile& file, const DataSpec& spec,
                                          std::uint64_t seed);

// The data set of an experiment, built in or from a file, cut by its seed, scaled, and changed by
// its shift and its task. NotFound, Corrupt, Unsupported, Io, InvalidArgument.
[[nodiscard]] Result<SplitData> loadData(const DataSpec& spec, std::uint64_t seed,
                                         const DataAccess& access);

} // namespace tessera::data
