#include "core/token/signing_key.h"

#include "core/format/sha256.h"
#include "core/token/private_file.h"

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <utility>
#include <vector>

#include <unistd.h>

namespace tessera::token {

namespace {

constexpr std::size_t kMaxPemBytes = 64 * 1024;
constexpr mode_t kPrivateMode = 0600;
constexpr mode_t kPublicMode = 0644;
constexpr mode_t kOthers = 0077;

template <auto Function>
struct Free {
    template <class T>
    void operator()(T* pointer) const {
        Function(pointer);
    }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Context = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;

// Bytes of a key file, which do not stay in memory.
struct Wiped {
    std::vector<std::byte> bytes;
    explicit Wiped(std::vector<std::byte> secret) : bytes(std::move(secret)) {}
    Wiped(const Wiped&) = delete;
    Wiped& operator=(const Wiped&) = delete;
    ~Wiped() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
};

tl::unexpected<Error> opensslFailed(const char* what) {
    ERR_clear_error();
    return fail(ErrorCode::Internal, fmt::format("OpenSSL could not {}.", what));
}

const unsigned char* octets(std::span<const std::byte> bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string toHex(std::span<const std::byte> bytes) {
    std::string text;
    for (const std::byte byte : bytes) {
        text += fmt::format("{:02x}", std::to_integer<unsigned>(byte));
    }
    return text;
}

template <std::size_t N>
std::optional<std::array<std::byte, N>> fromHexDigits(std::string_view hex) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    std::array<std::byte, N> bytes{};
    if (hex.size() != 2 * N) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < N; ++i) {
        const int high = digit(hex[2 * i]);
        const int low = digit(hex[2 * i + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        bytes[i] = static_cast<std::byte>(high * 16 + low);
    }
    return bytes;
}

// The points of order 1, 2, 4 and 8, by their y coordinates (of two also the form that is not
// reduced): signatures under them can be made up without a private key. The sign of x is in the
// uppermost bit and does not matter.
bool anybodyCanSign(const std::array<std::byte, 32>& key) {
    static constexpr std::array<std::string_view, 7> kPoints = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    };
    auto y = key;
    y.back() &= std::byte{0x7F};
    return std::find(kPoints.begin(), kPoints.end(), toHex(y)) != kPoints.end();
}

Bio memoryOf(std::span<const std::byte> bytes) {
    return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

bool contains(std::span<const std::byte> bytes, std::string_view text) {
    const std::string_view all(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return all.find(text) != std::string_view::npos;
}

// What OpenSSL asks for a passphrase: there is none, but it is good to know that it asked.
int refusePassphrase(char*, int, int, void* asked) {
    *static_cast<bool*>(asked) = true;
    return -1;
}

PublicKey publicHalf(const EVP_PKEY* key) {
    PublicKey half;
    std::size_t size = half.bytes.size();
    EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(half.bytes.data()), &size);
    return half;
}

tl::unexpected<Error> otherKind() {
    return fail(ErrorCode::Unsupported, "It holds a key of another kind than Ed25519.");
}

Error about(const std::filesystem::path& pem, const Error& error) {
    return error.within(fmt::format("'{}' cannot be used as a key", pem.string()));
}

// The text that `write` puts into a memory BIO, which wipes its own copy.
template <class Write>
Result<std::vector<std::byte>> pemText(Write write) {
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || write(bio.get()) != 1) {
        return opensslFailed("write a key as PEM");
    }
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    const auto* const first = reinterpret_cast<const std::byte*>(data);
    return std::vector<std::byte>(first, first + size);
}

} // namespace

std::string signatureHex(const Ed25519Signature& signature) {
    return toHex(signature);
}

std::optional<Ed25519Signature> signatureFromHex(std::string_view hex) {
    return fromHexDigits<64>(hex);
}

std::string PublicKey::hex() const {
    return toHex(bytes);
}

Result<PublicKey> PublicKey::fromHex(std::string_view hex) {
    const auto bytes = fromHexDigits<32>(hex);
    if (!bytes) {
        return fail(ErrorCode::Corrupt, "A public key is 64 hexadecimal digits; this is not one.");
    }
    if (anybodyCanSign(*bytes)) {
        return fail(ErrorCode::Corrupt,
                    "This public key is a point of small order: anybody can sign under it.");
    }
    return PublicKey{*bytes};
}

std::string PublicKey::fingerprint() const {
    return format::sha256Hex(bytes);
}

bool verifyEd25519(const PublicKey& key, std::span<const std::byte> message,
                   const Ed25519Signature& signature) {
    if (anybodyCanSign(key.bytes)) {
        return false;
    }
    const Key publicKey(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(key.bytes),
                                                    key.bytes.size()));
    const Context context(EVP_MD_CTX_new());
    const bool valid =
        publicKey && context &&
        EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, publicKey.get()) == 1 &&
        EVP_DigestVerify(context.get(), octets(signature), signature.size(), octets(message),
                         message.size()) == 1;
    ERR_clear_error();
    return valid;
}

void SigningKey::Deleter::operator()(EVP_PKEY* key) const {
    EVP_PKEY_free(key);
}

Result<SigningKey> SigningKey::generate() {
    EVP_PKEY* const key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    if (key == nullptr) {
        return opensslFailed("make a key");
    }
    return SigningKey(key);
}

Result<SigningKey> SigningKey::fromSeed(std::span<const std::byte, 32> seed) {
    EVP_PKEY* const key =
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(seed), seed.size());
    if (key == nullptr) {
        return opensslFailed("make a key from a seed");
    }
    return SigningKey(key);
}

Result<SigningKey> SigningKey::parse(std::span<const std::byte> pem) {
    if (contains(pem, "-----BEGIN OPENSSH PRIVATE KEY-----")) {
        return fail(ErrorCode::Unsupported, "It is in OpenSSH's own form; make a key in PEM "
                                            "(PKCS #8) instead.");
    }
    if (contains(pem, "-----BEGIN PUBLIC KEY-----")) {
        return fail(ErrorCode::Unsupported,
                    "It holds a public key only; signing needs the private one.");
    }
    const Bio bio = memoryOf(pem);
    bool askedForPassphrase = false;
    Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, refusePassphrase, &askedForPassphrase)
                : nullptr);
    ERR_clear_error();
    if (askedForPassphrase) {
        return fail(ErrorCode::Unsupported, "It is protected with a passphrase, which is not "
                                            "supported; write it without one.");
    }
    if (!key) {
        return fail(ErrorCode::Corrupt, "It is not a private key in PEM, or it is damaged.");
    }
    if (EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) {
        return otherKind();
    }
    return SigningKey(key.release());
}

Result<SigningKey> SigningKey::read(const std::filesystem::path& pem) {
    auto file = readWithMode(pem, kMaxPemBytes);
    if (!file) {
        return fail(std::move(file.error()));
    }
    const Wiped text(std::move(file->bytes));
    auto key = parse(text.bytes);
    if (!key) {
        return fail(about(pem, key.error()));
    }
    if ((file->mode & kOthers) != 0) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Others can read or change the private key '{}'; run 'chmod 600' "
                                "on it, and make a new key if somebody may have.",
                                pem.string()));
    }
    return key;
}

PublicKey SigningKey::publicKey() const {
    return publicHalf(m_key.get());
}

Result<Ed25519Signature> SigningKey::sign(std::span<const std::byte> message) const {
    Ed25519Signature signature{};
    std::size_t size = signature.size();
    const Context context(EVP_MD_CTX_new());
    if (!context ||
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       octets(message), message.size()) != 1 ||
        size != signature.size()) {
        return opensslFailed("sign");
    }
    return signature;
}

Result<void> SigningKey::write(const std::filesystem::path& privatePem,
                               const std::filesystem::path& publicPem) const {
    auto privateText = pemText([this](BIO* bio) {
        return PEM_write_bio_PKCS8PrivateKey(bio, m_key.get(), nullptr, nullptr, 0, nullptr,
                                             nullptr);
    });
    if (!privateText) {
        return fail(std::move(privateText.error()));
    }
    const Wiped secret(std::move(*privateText));
    const auto publicText =
        pemText([this](BIO* bio) { return PEM_write_bio_PUBKEY(bio, m_key.get()); });
    if (!publicText) {
        return fail(publicText.error());
    }
    if (auto written = createFile(privatePem, secret.bytes, kPrivateMode); !written) {
        return written;
    }
    auto written = createFile(publicPem, *publicText, kPublicMode);
    if (!written) {
        ::unlink(privatePem.c_str());
    }
    return written;
}

Result<PublicKey> readPublicKey(const std::filesystem::path& pem) {
    auto file = readWithMode(pem, kMaxPemBytes);
    if (!file) {
        return fail(std::move(file.error()));
    }
    const Wiped text(std::move(file->bytes));
    if (!contains(text.bytes, "-----BEGIN PUBLIC KEY-----")) {
        const auto key = SigningKey::parse(text.bytes);
        if (!key) {
            return fail(about(pem, key.error()));
        }
        return key->publicKey();
    }
    const Bio bio = memoryOf(text.bytes);
    const Key key(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    ERR_clear_error();
    if (!key) {
        return fail(about(pem, Error{ErrorCode::Corrupt, "The public key in it is damaged.", {}}));
    }
    if (EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) {
        return fail(about(pem, otherKind().value()));
    }
    const PublicKey half = publicHalf(key.get());
    if (anybodyCanSign(half.bytes)) {
        return fail(about(pem, PublicKey::fromHex(half.hex()).error()));
    }
    return half;
}

} // namespace tessera::token
