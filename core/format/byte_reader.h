#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace tessera::format {

// Reads little-endian values from bytes that nobody has checked yet. Every function returns
// nothing, and stays where it was, if fewer bytes are left than it needs. Does not own the bytes;
// one thread at a time.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::size_t offset() const { return m_offset; }
    [[nodiscard]] std::size_t remaining() const { return m_bytes.size() - m_offset; }

    [[nodiscard]] std::optional<std::uint8_t> u8() { return unsignedValue<std::uint8_t>(); }
    [[nodiscard]] std::optional<std::uint16_t> u16() { return unsignedValue<std::uint16_t>(); }
    [[nodiscard]] std::optional<std::uint32_t> u32() { return unsignedValue<std::uint32_t>(); }
    [[nodiscard]] std::optional<std::uint64_t> u64() { return unsignedValue<std::uint64_t>(); }

    [[nodiscard]] std::optional<std::int32_t> i32() {
        const auto value = u32();
        return value ? std::optional(static_cast<std::int32_t>(*value)) : std::nullopt;
    }

    [[nodiscard]] std::optional<std::span<const std::byte>> bytes(std::uint64_t count) {
        if (count > remaining()) {
            return std::nullopt;
        }
        const auto taken = m_bytes.subspan(m_offset, static_cast<std::size_t>(count));
        m_offset += taken.size();
        return taken;
    }

    [[nodiscard]] std::optional<std::string_view> text(std::uint64_t count) {
        const auto taken = bytes(count);
        if (!taken) {
            return std::nullopt;
        }
        return std::string_view(reinterpret_cast<const char*>(taken->data()), taken->size());
    }

private:
    template <class T>
    std::optional<T> unsignedValue() {
        static_assert(std::is_unsigned_v<T>);
        const auto taken = bytes(sizeof(T));
        if (!taken) {
            return std::nullopt;
        }
        std::uint64_t value = 0;
        for (std::size_t i = sizeof(T); i-- > 0;) {
            value = value << 8U | std::to_integer<std::uint64_t>((*taken)[i]);
        }
        return static_cast<T>(value);
    }

    std::span<const std::byte> m_bytes;
    std::size_t m_offset = 0;
};

} // namespace tessera::format
