#pragma once

#include "core/api/run.h"
#include "core/stats/item_pairs.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace tessera::app {

// Which test items each of these runs got right, by its id, from its artifact "items" below the
// store's folder. A run without it, or whose file is missing or damaged, is left out: its answers
// are not known. Reads files; not for the window's thread.
[[nodiscard]] std::map<std::string, stats::ItemMarks> readMarks(const std::filesystem::path& folder,
                                                                const std::vector<RunRecord>& runs);

} // namespace tessera::app
