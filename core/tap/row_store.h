#pragma once

#include "core/api/result.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace tessera::tap {

// How many bytes of rows may lie in memory, those of all stores of a run together, and the folder
// of the file for each store that does not fit. One thread at a time.
class RowSpace {
public:
    RowSpace(std::int64_t memoryBytes, std::filesystem::path folder)
        : m_bytes(memoryBytes), m_left(memoryBytes), m_folder(std::move(folder)) {}

    [[nodiscard]] std::int64_t memoryBytes() const { return m_bytes; }
    [[nodiscard]] std::int64_t bytesLeft() const { return m_left; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    friend class RowStore;
    std::int64_t m_bytes;
    std::int64_t m_left;
    std::filesystem::path m_folder;
};
using RowSpacePtr = std::shared_ptr<RowSpace>; // null: everything stays in memory

struct RowShape {
    std::int64_t count = 0;
    std::int64_t width = 0;
    torch::ScalarType type = torch::kFloat32; // or kFloat64
};

// Rows of one chunk of a matrix: about a million values, so that a chunk in float64 takes 8 MiB.
// Depends on nothing else: sums over chunks are the same to the last bit whatever the memory.
[[nodiscard]] std::int64_t chunkRows(std::int64_t width);

// A matrix that is written from the first row to the last and then read in parts, all of which fit
// into memory at any budget. It lies in memory while its space has room, else in a file without a
// name, which is gone with the program. The file is read and written, not mapped: what of it lies
// in memory belongs to the system, and a failing disk is an error and not a signal.
// Copies share their rows. One thread at a time.
class RowStore {
public:
    using Visit = std::function<Result<void>(std::int64_t begin, const torch::Tensor& rows)>;

    RowStore() = default; // not defined
    // Rows that are in memory anyway. Not defined if `rows` is not.
    RowStore(const torch::Tensor& rows); // NOLINT(google-explicit-constructor)

    // Without rows yet. Io: no room on the disk, or the folder cannot be used; said here already,
    // before anything is computed.
    [[nodiscard]] static Result<RowStore> create(const RowShape& shape, const RowSpacePtr& space);

    [[nodiscard]] bool defined() const { return m_data != nullptr; }
    [[nodiscard]] std::int64_t count() const;
    [[nodiscard]] std::int64_t width() const; // 0: not a matrix
    [[nodiscard]] bool inFile() const;
    [[nodiscard]] RowSpacePtr space() const; // that it was created in

    // The next rows, converted to the store's type. Io.
    [[nodiscard]] Result<void> append(const torch::Tensor& rows);

    // A part of the rows; those of an index (any order, int64). Io.
    [[nodiscard]] Result<torch::Tensor> rows(std::int64_t begin, std::int64_t count) const;
    [[nodiscard]] Result<torch::Tensor> gather(const torch::Tensor& index) const;
    // The first rows, at most `most`. Io.
    [[nodiscard]] Result<torch::Tensor> first(std::int64_t most) const;

    // All rows in order, `rowsPerChunk` at a time; ends with the first error. Io, codes of `visit`.
    [[nodiscard]] Result<void> eachChunk(std::int64_t rowsPerChunk, const Visit& visit) const;
    [[nodiscard]] Result<void> eachChunk(const Visit& visit) const {
        return eachChunk(chunkRows(width()), visit);
    }

private:
    struct Data;
    std::shared_ptr<Data> m_data;
};

// Chunks of two stores with equally many rows. Io, codes of `visit`.
[[nodiscard]] Result<void>
eachChunk(const RowStore& a, const RowStore& b,
          const std::function<Result<void>(const torch::Tensor&, const torch::Tensor&)>& visit);

// Whether all values are. Io.
[[nodiscard]] Result<bool> isFinite(const RowStore& rows);

} // namespace tessera::tap
