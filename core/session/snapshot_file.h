#pragma once

#include "core/api/result.h"
#include "core/api/snapshot.h"

#include <cstdint>
#include <filesystem>

// Snapshots as SafeTensors files, so that any program that reads those can plot them. With n
// samples:
//
//   inputs F32 (n, numbers of one input), labels I32 (n)
//   source/layers/NAME F32 (n, width), source/hub F32 (n, axes), source/predicted I32 (n)
//   first/..., last/... the receiver, likewise
//   first/axis_shares, last/axis_shares F64 (axes)
//   first/drift, last/drift F32 (n): KL(source || receiver) in nats
//
// A hub is missing where a network cannot be encoded, the drift where it was not measured (always
// in schema 1), everything of `last` where the run recorded one snapshot only. The metadata
// "twb.views" is JSON: {schema: 2, input: {kind, length, width,
// channels, vocabulary}, classes, total, steps: [first, last], layers: {source: [...], receiver:
// [...]}} with the layers in order of execution. The metadata "twb.sha256" is the SHA-256 of the
// same file without this entry.
namespace tessera::session {

// Replaces the file as a whole; returns its bytes. InvalidArgument: the snapshots contradict
// themselves (snapshot_check.h). Io: the operating system refused; an existing file stays.
[[nodiscard]] Result<std::int64_t> writeSnapshots(const std::filesystem::path& file,
                                                  const RunSnapshots& snapshots);

// Both snapshots are there, and share samples and source; of a single one, both are the same.
// NotFound, Io: the file cannot be read. Corrupt: it does not hold snapshots, or contradicts
// itself. Unsupported: it was written by a newer version, or holds other kinds of numbers.
[[nodiscard]] Result<RunSnapshots> readSnapshots(const std::filesystem::path& file);

} // namespace tessera::session
