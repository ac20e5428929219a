#pragma once

#include "core/api/result.h"
#include "core/format/utf8.h"
#include "tests/fuzz/allocation_meter.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

// What the fuzz targets share.
namespace tessera::fuzz {

using Bytes = std::vector<std::byte>;

// Code of ours did not keep what its header says. Under libFuzzer nobody catches it, so that the
// input is kept; the replay reports it.
class BrokenPromise : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

inline void require(bool holds, const char* promise) {
    if (!holds) {
        throw BrokenPromise(promise);
    }
}

inline std::span<const std::byte> bytesOf(const std::uint8_t* data, std::size_t size) {
    return std::as_bytes(std::span(data, size));
}

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// An error can be shown, written into JSON and looked up in a file of this size.
inline void requireReadable(const Error& error, std::size_t fileBytes) {
    require(!error.detail.empty(), "an error has a sentence");
    require(format::isUtf8(error.detail), "the sentence of an error is UTF-8");
    require(!error.offset || *error.offset <= fileBytes, "an error's offset is in its file");
}

// A share for what a reader sets up whatever it reads, and one for each byte of the input.
constexpr std::size_t kFixedBytes = std::size_t{2} << 20U;

template <class Function>
void withinMemory(std::size_t inputBytes, std::size_t bytesPerByte, Function&& function) {
    const AllocationMeter meter;
    function();
    require(meter.peakBytes() <= kFixedBytes + inputBytes * bytesPerByte,
            "memory is in proportion to the input");
}

} // namespace tessera::fuzz
