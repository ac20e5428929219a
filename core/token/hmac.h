#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace tessera::token {

using Hmac = std::array<std::byte, 32>;

// HMAC-SHA256 (RFC 2104), by OpenSSL. The key is bytes of any length below 2 GiB.
[[nodiscard]] Hmac hmacSha256(std::string_view key, std::span<const std::byte> message);

// Takes the same time wherever the two differ.
[[nodiscard]] bool sameHmac(const Hmac& hmac, std::span<const std::byte> stored);

} // namespace tessera::token
