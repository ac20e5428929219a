#include "core/token/hmac.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <stdexcept>

namespace tessera::token {

Hmac hmacSha256(std::string_view key, std::span<const std::byte> message) {
    Hmac result{};
    unsigned length = 0;
    // Only a lack of memory makes this fail.
    const char* const bytes = key.empty() ? "" : key.data(); // null would mean "the former key"
    if (HMAC(EVP_sha256(), bytes, static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(message.data()), message.size(),
             reinterpret_cast<unsigned char*>(result.data()), &length) == nullptr ||
        length != result.size()) {
        throw std::runtime_error("OpenSSL could not compute an HMAC");
    }
    return result;
}

bool sameHmac(const Hmac& hmac, std::span<const std::byte> stored) {
    return stored.size() == hmac.size() &&
           CRYPTO_memcmp(hmac.data(), stored.data(), hmac.size()) == 0;
}

} // namespace tessera::token
