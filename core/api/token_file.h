#pragma once

#include "core/api/result.h"
#include "core/api/token.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What a token's file tells about itself, and what can be done with it. Plain values; the formats
// live in core/token.
namespace tessera {

// How the numbers of a vector are stored. Frozen names: float32, float16, bfloat16, int8.
enum class TokenNumbers { Float32, Float16, BFloat16, Int8 };
[[nodiscard]] const char* tokenNumbersName(TokenNumbers numbers);
[[nodiscard]] std::optional<TokenNumbers> tokenNumbersFromName(const std::string& name);

enum class TokenFormat {
    Tbf,        // one file, TBF 1.1
    LegacyPair, // `.safetensors` and `.json` side by side; either names the pair
};

// Scale and zero point of int8 numbers: value = (q - zeroPoint) * scale.
struct Int8Scale {
    double scale = 1.0; // finite; may be negative
    std::int64_t zeroPoint = 0;

    friend bool operator==(const Int8Scale&, const Int8Scale&) = default;
};

struct TokenReadOptions {
    std::optional<std::string> hmacKey; // bytes; a key that is given is always used
    bool requireHmac = false;           // refuse a file without: the flag can be stripped
    bool unverified = false;            // show a file whose HMAC nobody can check, and say so
};

struct TokenWriteOptions {
    TokenFormat format = TokenFormat::Tbf;
    TokenNumbers numbers = TokenNumbers::Float32;
    std::optional<std::string> hmacKey; // bytes: seal the file (TBF only)
    // Of the file the token came from: a rewrite as int8 keeps them, so that not a bit changes.
    std::optional<Int8Scale> int8;
    Metadata unknown = Metadata::object(); // keys of newer writers, kept
};

// Good: checked and right. Unchecked: nothing there to check it with.
enum class CheckState { Unchecked, Good, Bad };

enum class HmacState { Absent, Valid, Invalid, Unverified /* there, but no key was given */ };
[[nodiscard]] const char* hmacStateName(HmacState state); // "absent", "valid", ...

// A part of the file, in the order of the bytes and without gaps.
struct TokenSection {
    std::string id; // "header", "metadata", "padding", "vector", "hmac", "checksum", "rest"
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    CheckState state = CheckState::Unchecked;
    std::string note; // English, one sentence; may be empty
};

struct TokenHeader {
    int major = 0, minor = 0;
    unsigned flags = 0;
    unsigned quant = 0; // as in the file, also where unknown
    std::uint64_t metadataBytes = 0, vectorCount = 0, vectorBytes = 0;
};

// Whom a key belongs to, by the trust list alone: a key inside a token proves nothing by itself.
enum class KeyTrust {
    Unknown,   // not in the list
    Trusted,   // in the list, under the name that the signature states
    OtherName, // in the list, but under another name: somebody signs as somebody else
    Revoked,
};

// One signature found in a token, checked against the token as a reader sees it.
struct SignatureCheck {
    enum class State { Valid, Invalid, Unreadable };
    std::string scheme; // "twb-ed25519-1", or "tessera-core" for the reference's
    State state = State::Unreadable;
    std::string signer;              // as the token states it
    std::string publicKeyHex;        // as the token states it
    std::string fingerprint;         // of that key
    std::vector<std::string> covers; // wire names of what it protects; empty = everything
    KeyTrust trust = KeyTrust::Unknown;
    std::string trustedName; // whom the trust list gives the key to
    // English: why it is not Valid, or why nobody can say whom the key belongs to (the trust list
    // cannot be read); else empty.
    std::string problem;
};

// A token together with what its file tells about itself.
struct TokenFile {
    Token token;
    TokenFormat format = TokenFormat::Tbf;
    std::string formatName; // "TBF 1.1", "SafeTensors and JSON"
    TokenNumbers numbers = TokenNumbers::Float32;
    std::optional<Int8Scale> int8;
    std::string headerCrc; // which checksum fits: "crc32c" or "crc32"; empty: there is none
    std::string bodyCrc;
    HmacState hmac = HmacState::Absent;
    std::vector<SignatureCheck> signatures;
    std::int64_t fileBytes = 0; // of both files of a pair
    std::int64_t metadataBytes = 0;
    std::int64_t vectorCount = 0;
    std::vector<std::string> absent; // known metadata keys that the file lacks
    Metadata unknown = Metadata::object();
};

// What could be found out about a file, be it a good token or not.
struct TokenExamination {
    std::filesystem::path file;
    std::optional<TokenHeader> header; // as far as it could be read
    std::string headerCrc;             // "crc32c", "crc32", "bad"; empty: not looked at
    std::string bodyCrc;
    HmacState hmac = HmacState::Absent;
    std::vector<TokenSection> sections;
    std::optional<TokenFile> content; // only of a file that passed every check
    std::optional<Error> refusal;     // exactly when there is no content
};

struct TokenMerge {
    enum class Rule { Mean, Weighted, Trimmed, Median, Robust };
    Rule rule = Rule::Mean;
    std::vector<double> weights;  // Weighted, Robust: one a token, at least 0; empty = equal
    double trimmedFraction = 0.1; // Trimmed: left out at each end, 0 to under 0.5
    bool unitLength = true;       // scale the result to length 1, as the reference does
};
[[nodiscard]] const char* mergeRuleName(TokenMerge::Rule rule); // "mean", "weighted", ...
[[nodiscard]] std::optional<TokenMerge::Rule> mergeRuleFromName(const std::string& name);

// One field in which two tokens differ; null = one of them does not have it.
struct TokenFieldDifference {
    std::string key; // long name, with a path inside maps: "custom_metadata.twb.seed"
    Metadata left, right;
};

struct TokenDifference {
    std::vector<TokenFieldDifference> fields; // in the order of the format; empty = equal
    std::size_t leftCount = 0, rightCount = 0;
    // Of the vectors; not measured where the counts differ, or a vector has length 0 (cosine).
    std::optional<double> cosine;       // -1 to 1
    std::optional<double> distance;     // Euclidean
    std::optional<double> largest;      // of |left - right|
    double leftNorm = 0, rightNorm = 0; // Euclidean
    std::vector<float> perDimension;    // right - left; empty where the counts differ
    std::size_t differing = 0;          // numbers that are not bit for bit the same
};

// Something in a token that a publication would tell the world.
struct TokenLeak {
    std::string id;        // frozen: "source", "time", ..., or "x." or "unknown." and a key
    std::string key;       // long name of the field, with its path
    Metadata value;        // what stands there
    std::string tells;     // English, one sentence: what a reader learns from it
    bool byDefault = true; // taken out unless a person keeps it
};

struct SignerKey {
    std::string name;
    std::string publicKeyHex;
    std::string fingerprint;
    std::string added;    // ISO 8601, UTC
    bool revoked = false; // stays in the list, so that the key cannot come back
};

struct SigningRequest {
    std::filesystem::path privateKey; // PEM, PKCS #8
    std::string signer;               // name that goes into the token
    bool alsoReference = false;       // the reference's scheme beside ours
};

} // namespace tessera
