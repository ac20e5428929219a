#pragma once

#include "core/api/item_results.h"
#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

// Answers per test item as SafeTensors files, about one byte per item and answer. With n items:
//
//   labels, source, receiver/before, receiver/after, controls/ID (n)
//
// all of one type: U8 where there are at most 256 classes, else I32. What was not measured is
// missing. The metadata "twb.items" is JSON: {schema: 1, classes, inputs: SHA-256 of the test
// inputs, controls: [ID, ...] in the order of the run}; "twb.sha256" as in sealed_arrays.h.
namespace tessera::session {

// One sentence if the results contradict themselves: no items, another number of answers than of
// items, a class that is not below `classes`, a control twice or without a name. Else empty.
[[nodiscard]] std::string problemOf(const ItemResults& items);

// The file's bytes. InvalidArgument: problemOf().
[[nodiscard]] Result<std::vector<std::byte>> serializeItems(const ItemResults& items);

// Replaces the file as a whole; returns its bytes. InvalidArgument: problemOf(). Io: the operating
// system refused; an existing file stays.
[[nodiscard]] Result<std::int64_t> writeItems(const std::filesystem::path& file,
                                              const ItemResults& items);

// NotFound, Io: the file cannot be read. Corrupt: it does not hold results, or contradicts itself.
// Unsupported: it was written by a newer version, or holds other kinds of numbers.
[[nodiscard]] Result<ItemResultsPtr> readItems(const std::filesystem::path& file);
[[nodiscard]] Result<ItemResultsPtr> parseItems(std::span<const std::byte> bytes);

} // namespace tessera::session
