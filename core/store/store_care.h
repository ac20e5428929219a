#pragma once

#include "core/api/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tessera::store {

// What is wrong with a store, or worth knowing.
enum class FindingKind {
    Schema, // no store of ours, or of another version
    Damage, // pages or rows that cannot be read
    Link,   // rows that belong to no run
    State,  // a run that is in no state it can have come to
    Curves, // samples that are not those with which a run ended
    File,   // an artifact that is not there
    Folder, // files of a run that no store beside them has
};

// Frozen names: "schema", "damage", ...
[[nodiscard]] const char* findingName(FindingKind kind);

struct Finding {
    FindingKind kind = FindingKind::Damage;
    std::string subject; // the run, table or file; empty: the store
    std::string text;    // a sentence
};

struct StoreCheck {
    int version = 0; // of the schema, as the file says
    int newest = 0;  // that this program knows
    std::int64_t sizeBytes = 0;
    std::int64_t runs = 0; // removed ones too
    std::vector<Finding> problems;
    std::vector<Finding> notices; // nothing is lost, or the next opening mends it

    [[nodiscard]] bool isSound() const { return problems.empty(); }
};

// Looks through the store `file` from end to end, its rows and the files of its runs beside it,
// without changing anything; others may use it meanwhile. What is wrong with it is no error.
// NotFound: no such file. Io, OutOfMemory: it cannot be read.
[[nodiscard]] Result<StoreCheck> checkStore(const std::filesystem::path& file);

} // namespace tessera::store
