#include "core/format/sha256.h"

#include "core/format/file_io.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>
#include <utility>
#include <vector>

namespace tessera::format {

namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10U;

void require(bool done) {
    if (!done) {
        throw std::runtime_error("OpenSSL could not compute a SHA-256");
    }
}

} // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const {
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new()) {
    require(m_context != nullptr && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1);
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::byte> bytes) {
    require(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::hexDigest() const {
    // Finishing spoils the context, so finish a copy.
    const std::unique_ptr<EVP_MD_CTX, Free> copy(EVP_MD_CTX_new());
    require(copy != nullptr && EVP_MD_CTX_copy_ex(copy.get(), m_context.get()) == 1);
    std::array<unsigned char, 32> digest{};
    require(EVP_DigestFinal_ex(copy.get(), digest.data(), nullptr) == 1);
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

std::string sha256Hex(std::span<const std::byte> bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.hexDigest();
}

Result<std::string> sha256File(const std::filesystem::path& path) {
    auto file = openRegularFile(path);
    if (!file) {
        return fail(std::move(file.error()));
    }
    Sha256 hash;
    std::vector<std::byte> buffer(kChunk);
    for (;;) {
        const auto count = readSome(*file, buffer, path);
        if (!count) {
            return fail(count.error());
        }
        if (*count == 0) {
            return hash.hexDigest();
        }
        hash.update(std::span(buffer).first(*count));
    }
}

} // namespace tessera::format
