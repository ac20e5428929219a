#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// Mutators that mend what guards a file after they changed it, so that the change gets behind the
// guard; now and then they leave it broken. Each has the form of LLVMFuzzerCustomMutator: changes
// `size` of `maxSize` bytes and returns the new size; the same seed and bytes give the same change.
namespace tessera::fuzz {

// With this key tokens are sealed; the golden files have it, so that those open, too.
inline constexpr std::string_view kHmacKey = "tessera-golden-key";

// Lengths, HMAC and both checksums of a token.
std::size_t mutateTbf(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed);

// The length of the header.
std::size_t mutateSafetensors(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                              unsigned seed);

// The zip archive around the records, with their checksums; of other files just bytes.
std::size_t mutateZip(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed);

} // namespace tessera::fuzz

// Changes bytes without knowing what they are. libFuzzer's own, or replay_mutate.cpp's.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize);
