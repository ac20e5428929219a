#pragma once

#include "core/api/result.h"
#include "core/api/token_file.h"
#include "core/token/signing_key.h"
#include "core/token/trust_list.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

// Signatures inside tokens. Ours lives in x["twb.sig"] and covers every field, unknown keys
// included, and the float32 values that a reader sees; the reference's lives in keys of its own and
// covers six things (FORMAT.md states both messages byte by byte).
namespace tessera::token {

inline constexpr const char* kSignatureScheme = "twb-ed25519-1";
inline constexpr const char* kReferenceScheme = "tessera-core";

// What our signature is over. `token` is as a reader sees it, with x["twb.sig"] as it will stand
// there, whose own "signature" entry is left out; null as `unknown` is the empty map.
// InvalidArgument: codes of fieldsFromToken() and packMetadata(), NaN in the vector.
[[nodiscard]] Result<std::vector<std::byte>> signedMessage(const Token& token,
                                                           const Metadata& unknown);

// What the reference signs: json.dumps, compact, sorted keys, of contributor_id, swarm_round_id,
// local_data_fingerprint, uhs_vector_sha256, timestamp and knowledge_type. InvalidArgument: codes
// of pythonJson().
[[nodiscard]] Result<std::string> referenceMessage(const Token& token,
                                                   std::span<const double> vector);

// `token` is as a reader will see it. A former signature of ours is replaced. The reference's (if
// asked for) is written first, so that ours covers it; a contributor_id, which is its name for the
// signer, is added where there is none. InvalidArgument: no name (checkSignerName), or codes of the
// messages.
[[nodiscard]] Result<Token> signToken(const Token& token, const Metadata& unknown,
                                      const SigningKey& key, const std::string& signer,
                                      bool alsoReference);

// All signatures found, ours first; empty = unsigned. Whatever stands there, nothing throws. A
// signature whose place is empty text or null is none.
[[nodiscard]] std::vector<SignatureCheck>
checkSignatures(const Token& token, const Metadata& unknown, const TrustList& trusted);

// A copy without signatures of any scheme: they would not fit what is done to it next.
[[nodiscard]] Token withoutSignatures(Token token);

} // namespace tessera::token
