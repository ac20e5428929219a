#include "core/token/signature.h"

#include "core/format/sha256.h"
#include "core/token/metadata_codec.h"
#include "core/token/python_text.h"
#include "core/token/token_fields.h"
#include "core/token/utc_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace tessera::token {

namespace {

// Where ours stands.
constexpr const char* kOwnKey = "twb.sig";
constexpr const char* kOwnSignature = "signature";

// Where the reference's stands.
constexpr const char* kReferenceSignature = "signature_hex";
constexpr const char* kReferencePublicKey = "public_key_hex";
constexpr const char* kReferenceFields = "signed_fields";
constexpr const char* kContributor = "contributor_id";

// What the reference's covers, in the order of its own list.
constexpr std::array<const char*, 6> kReferenceCovers = {
    kContributor,        "swarm_round_id", "local_data_fingerprint",
    "uhs_vector_sha256", "timestamp",      "knowledge_type"};

using Bytes = std::vector<std::byte>;

void appendBytes(Bytes& out, std::span<const std::byte> bytes) {
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void appendLittleEndian(Bytes& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        out.push_back(static_cast<std::byte>(value >> static_cast<unsigned>(8 * i)));
    }
}

// Null if it is not there.
const Metadata* find(const Metadata& map, const char* key) {
    const auto found = map.is_object() ? map.find(key) : map.end();
    return found == map.end() ? nullptr : &*found;
}

// Empty if it is not there or not text.
std::string textAt(const Metadata& map, const char* key) {
    const Metadata* const value = find(map, key);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

// Whether a writer put something where a signature belongs, be it what it may.
bool isThere(const Metadata* value) {
    return value != nullptr && !value->is_null() && *value != "";
}

std::vector<double> asDoubles(const std::vector<float>& vector) {
    return {vector.begin(), vector.end()};
}

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text));
}

// Checks a signature of either scheme once its parts are found. Those that are there are put into
// `check` as they stand.
void judge(SignatureCheck& check, const std::string& signature, const Result<Bytes>& message,
           const TrustList& trusted) {
    const auto key = PublicKey::fromHex(check.publicKeyHex);
    if (key) {
        check.fingerprint = key->fingerprint();
        const auto judgement = trusted.judge(*key, check.signer);
        check.trust = judgement.trust;
        check.trustedName = judgement.name;
    }
    const auto bytes = signatureFromHex(signature);
    if (!check.problem.empty()) {
        return;
    }
    if (!key) {
        check.problem = key.error().detail;
    } else if (!bytes) {
        check.problem = "A signature is 128 hexadecimal digits; this is not one.";
    } else if (!message) {
        check.problem = message.error().detail;
    } else if (verifyEd25519(*key, *message, *bytes)) {
        check.state = SignatureCheck::State::Valid;
    } else {
        check.state = SignatureCheck::State::Invalid;
        check.problem = "The token was changed after it was signed, or the signature belongs to "
                        "another token or key.";
    }
}

SignatureCheck checkOwn(const Token& token, const Metadata& unknown, const Metadata& entry,
                        const TrustList& trusted) {
    SignatureCheck check;
    check.scheme = kSignatureScheme;
    check.signer = textAt(entry, "signer");
    check.publicKeyHex = textAt(entry, "public_key");
    if (textAt(entry, "scheme") != kSignatureScheme) {
        check.problem = "The signature's scheme is not one that this version knows.";
    } else if (check.signer.empty() || textAt(entry, "signed_at").empty()) {
        check.problem = "The signature lacks its signer or its time.";
    }
    judge(check, textAt(entry, kOwnSignature), signedMessage(token, unknown), trusted);
    return check;
}

SignatureCheck checkReference(const Token& token, const TrustList& trusted) {
    const Metadata& x = token.customMetadata;
    SignatureCheck check;
    check.scheme = kReferenceScheme;
    check.signer = find(x, kContributor) != nullptr ? textAt(x, kContributor) : token.sourceModelId;
    check.publicKeyHex = textAt(x, kReferencePublicKey);
    check.covers.assign(kReferenceCovers.begin(), kReferenceCovers.end());
    if (!isThere(find(x, kReferencePublicKey))) {
        check.problem = "The signature comes without the public key it was made with.";
    }
    Result<Bytes> message;
    if (const auto text = referenceMessage(token, asDoubles(token.uhsVector))) {
        appendBytes(*message, bytesOf(*text));
    } else {
        message = fail(text.error());
    }
    judge(check, textAt(x, kReferenceSignature), message, trusted);
    return check;
}

Result<void> addReference(Token& token, const SigningKey& key, const std::string& signer) {
    Metadata& x = token.customMetadata;
    if (find(x, kContributor) == nullptr) {
        x[kContributor] = signer;
    }
    const auto message = referenceMessage(token, asDoubles(token.uhsVector));
    if (!message) {
        return fail(message.error());
    }
    const auto signature = key.sign(bytesOf(*message));
    if (!signature) {
        return fail(signature.error());
    }
    x[kReferenceSignature] = signatureHex(*signature);
    x[kReferencePublicKey] = key.publicKey().hex();
    x[kReferenceFields] = kReferenceCovers;
    return {};
}

} // namespace

Result<std::vector<std::byte>> signedMessage(const Token& token, const Metadata& unknown) {
    auto fields = fieldsFromToken(token);
    if (!fields) {
        return fail(std::move(fields.error()));
    }
    Metadata& x = (*fields)["x"];
    if (x.contains(kOwnKey) && x[kOwnKey].is_object()) {
        x[kOwnKey].erase(kOwnSignature);
    }
    const auto packedFields = packMetadata(*fields);
    const auto packedUnknown = packMetadata(unknown.is_null() ? Metadata::object() : unknown);
    if (!packedFields || !packedUnknown) {
        return fail(packedFields ? packedUnknown.error() : packedFields.error());
    }
    const auto& vector = token.uhsVector;
    if (std::any_of(vector.begin(), vector.end(), [](float v) { return std::isnan(v); })) {
        return fail(ErrorCode::InvalidArgument,
                    "The token's vector holds NaN and cannot be stored.");
    }
    Bytes message;
    message.reserve(64 + packedFields->size() + packedUnknown->size() + 4 * vector.size());
    appendBytes(message, std::as_bytes(std::span(std::string_view(kSignatureScheme))));
    message.push_back(std::byte{0});
    appendLittleEndian(message, packedFields->size(), 8);
    appendBytes(message, *packedFields);
    appendLittleEndian(message, packedUnknown->size(), 8);
    appendBytes(message, *packedUnknown);
    appendLittleEndian(message, vector.size(), 8);
    for (const float value : vector) {
        appendLittleEndian(message, std::bit_cast<std::uint32_t>(value), 4);
    }
    return message;
}

Result<std::string> referenceMessage(const Token& token, std::span<const double> vector) {
    std::string numbers = "[";
    for (const double value : vector) {
        numbers += numbers.size() > 1 ? "," : "";
        numbers += pythonFloat(value);
    }
    numbers += ']';
    const Metadata& x = token.customMetadata;
    Metadata message = Metadata::object();
    const auto copy = [&message, &x](const char* key, const std::string& otherwise) {
        const Metadata* const value = find(x, key);
        message[key] = value != nullptr ? *value : Metadata(otherwise);
    };
    copy(kContributor, token.sourceModelId);
    copy("swarm_round_id", "");
    copy("local_data_fingerprint", "");
    message["uhs_vector_sha256"] = format::sha256Hex(bytesOf(numbers));
    message["timestamp"] = token.timestamp;
    message["knowledge_type"] = knowledgeTypeName(token.knowledgeType);
    return pythonJson(message, PythonLayout::Compact, PythonKeys::Sorted);
}

Result<Token> signToken(const Token& token, const Metadata& unknown, const SigningKey& key,
                        const std::string& signer, bool alsoReference) {
    if (const auto checked = checkSignerName(signer); !checked) {
        return fail(checked.error());
    }
    if (!token.customMetadata.is_object()) {
        return fail(ErrorCode::InvalidArgument, "The token's custom metadata is not a map.");
    }
    Token result = token;
    result.customMetadata.erase(kOwnKey);
    if (alsoReference) {
        if (const auto added = addReference(result, key, signer); !added) {
            return fail(added.error());
        }
    }
    Metadata& own = result.customMetadata[kOwnKey];
    own = Metadata::object();
    own["scheme"] = kSignatureScheme;
    own["signer"] = signer;
    own["public_key"] = key.publicKey().hex();
    own["signed_at"] = utcNow();
    const auto message = signedMessage(result, unknown);
    if (!message) {
        return fail(message.error());
    }
    const auto signature = key.sign(*message);
    if (!signature) {
        return fail(signature.error());
    }
    own[kOwnSignature] = signatureHex(*signature);
    return result;
}

std::vector<SignatureCheck> checkSignatures(const Token& token, const Metadata& unknown,
                                            const TrustList& trusted) {
    std::vector<SignatureCheck> checks;
    const Metadata* const own = find(token.customMetadata, kOwnKey);
    if (isThere(own)) {
        checks.push_back(checkOwn(token, unknown, *own, trusted));
    }
    if (isThere(find(token.customMetadata, kReferenceSignature))) {
        checks.push_back(checkReference(token, trusted));
    }
    return checks;
}

Token withoutSignatures(Token token) {
    if (token.customMetadata.is_object()) {
        for (const char* key :
             {kOwnKey, kReferenceSignature, kReferencePublicKey, kReferenceFields}) {
            token.customMetadata.erase(key);
        }
    }
    return token;
}

} // namespace tessera::token
