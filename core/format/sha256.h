#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

struct evp_md_ctx_st; // OpenSSL's EVP_MD_CTX

namespace tessera::format {

// SHA-256 over bytes that come in pieces. One thread at a time. Throws std::runtime_error if
// OpenSSL itself fails, which no input can cause.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void update(std::span<const std::byte> bytes);

    // 64 lower-case hex digits of everything so far; more may follow.
    [[nodiscard]] std::string hexDigest() const;

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

[[nodiscard]] std::string sha256Hex(std::span<const std::byte> bytes);

// Of a regular file of any size. Codes of openRegularFile() and readSome().
[[nodiscard]] Result<std::string> sha256File(const std::filesystem::path& path);

} // namespace tessera::format
