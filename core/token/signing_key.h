#pragma once

#include "core/api/result.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

typedef struct evp_pkey_st EVP_PKEY;

// Ed25519 keys and signatures (RFC 8032), by OpenSSL.
namespace tessera::token {

using Ed25519Signature = std::array<std::byte, 64>;

// 128 lower-case digits; read back, 128 hexadecimal digits of either case and nothing else.
[[nodiscard]] std::string signatureHex(const Ed25519Signature& signature);
[[nodiscard]] std::optional<Ed25519Signature> signatureFromHex(std::string_view hex);

struct PublicKey {
    std::array<std::byte, 32> bytes{};

    [[nodiscard]] std::string hex() const; // 64 lower-case digits
    // Corrupt: not 64 hexadecimal digits, or one of the few keys under which anybody can sign.
    [[nodiscard]] static Result<PublicKey> fromHex(std::string_view hex);
    // SHA-256 of the 32 bytes as 64 lower-case digits: what people compare over the phone.
    [[nodiscard]] std::string fingerprint() const;

    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

// False also for keys and signatures that are no points of the curve, and for keys under which
// anybody can sign.
[[nodiscard]] bool verifyEd25519(const PublicKey& key, std::span<const std::byte> message,
                                 const Ed25519Signature& signature);

// Owns a private key. Movable; any thread. Its memory is wiped by OpenSSL.
class SigningKey {
public:
    // A new one from the system's secure random numbers. Internal.
    [[nodiscard]] static Result<SigningKey> generate();
    [[nodiscard]] static Result<SigningKey> fromSeed(std::span<const std::byte, 32> seed);
    // PEM, PKCS #8, not encrypted. NotFound, Io, Corrupt, Unsupported (another kind of key, or one
    // with a passphrase), InvalidArgument (a folder; a file that others than its owner may read or
    // write: such a key is used by nobody knows whom).
    [[nodiscard]] static Result<SigningKey> read(const std::filesystem::path& pem);

    [[nodiscard]] PublicKey publicKey() const;
    [[nodiscard]] Result<Ed25519Signature> sign(std::span<const std::byte> message) const;

    // New files only (InvalidArgument if one exists); the private one with permissions 0600 from
    // its first byte on. Io. If the second cannot be written, the first is taken away again.
    [[nodiscard]] Result<void> write(const std::filesystem::path& privatePem,
                                     const std::filesystem::path& publicPem) const;

private:
    struct Deleter {
        void operator()(EVP_PKEY* key) const;
    };
    explicit SigningKey(EVP_PKEY* key) : m_key(key) {}

    std::unique_ptr<EVP_PKEY, Deleter> m_key;

    friend Result<PublicKey> readPublicKey(const std::filesystem::path& pem);
    [[nodiscard]] static Result<SigningKey> parse(std::span<const std::byte> pem);
};

// A public key, or the public half of a private one, whoever may read that. Codes of
// SigningKey::read().
[[nodiscard]] Result<PublicKey> readPublicKey(const std::filesystem::path& pem);

} // namespace tessera::token
