#pragma once

#include "core/api/token_desk.h"

#include <filesystem>
#include <string>
#include <vector>

// What commands on tokens answer, as tables for a terminal. Pure.
namespace tessera::cli {

[[nodiscard]] std::string differenceText(const TokenDifference& difference, bool perDimension);

// A checklist; `out` are the ids that will be taken out.
[[nodiscard]] std::string leaksText(const std::vector<TokenLeak>& leaks,
                                    const std::vector<std::string>& out);

[[nodiscard]] std::string trustListText(const std::filesystem::path& file,
                                        const std::vector<SignerKey>& signers);

} // namespace tessera::cli
