#pragma once

#include "core/api/result.h"
#include "core/api/token_file.h"

#include <string>
#include <utility>
#include <vector>

// What a token would tell the world beside its vector.
namespace tessera::token {

// In the order of the fields: ids of networks, times, seed, hashes of data and weights, keys and
// names of signers, release sizes, free metadata of other programs, lineage references. By default
// everything goes that is not needed to use the token (its kind, weights, hub rank, privacy claim).
// Ids: correlation, lineage, hints, drift, source, target, time; seed, source_hash, data,
// reference_hash, release_size, merge, signature for what this program writes into custom metadata;
// "x." and the key (or path) for all other custom metadata, "unknown." and the key for `unknown`.
// Nothing that says what the vector is, so the claim goes without the figures (size, clip,
// sensitivity, sigma, noise to signal) from which the number of samples follows.
[[nodiscard]] std::vector<TokenLeak> leaksOf(const Token& token, const Metadata& unknown);

// A copy without these leaks, and what is left of `unknown`. The privacy claim itself cannot be
// taken out. Signatures are taken out in any case; a step "strip" is added to the lineage, which
// says how many fields went. InvalidArgument: an id that leaksOf() did not give.
[[nodiscard]] Result<std::pair<Token, Metadata>>
stripToken(const Token& token, const Metadata& unknown, const std::vector<std::string>& leakIds);

} // namespace tessera::token
