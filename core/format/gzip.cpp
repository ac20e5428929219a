#include "core/format/gzip.h"

#include <zlib.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace tessera::format {

namespace {

constexpr int kGzipOnly = 15 + 16; // largest window; 16: a gzip header, nothing else
constexpr std::size_t kLargestFeed = std::size_t{1} << 30U;

// Owns zlib's state for one call of gunzip().
class Inflater {
public:
    Inflater() {
        if (inflateInit2(&m_stream, kGzipOnly) != Z_OK) {
            throw std::runtime_error("zlib could not be initialised");
        }
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&m_stream); }

    z_stream& stream() { return m_stream; }

private:
    z_stream m_stream{};
};

tl::unexpected<Error> corruptGzip(std::string detail, std::uint64_t offset) {
    return fail(Error{ErrorCode::Corrupt, std::move(detail), offset});
}

} // namespace

Result<std::vector<std::byte>> gunzip(std::span<const std::byte> packed, std::uint64_t maxBytes) {
    Inflater inflater;
    z_stream& stream = inflater.stream();
    std::vector<std::byte> unpacked;
    std::array<std::byte, 32768> chunk{};
    std::size_t used = 0;
    int status = Z_OK;
    do {
        const std::size_t feed = std::min(packed.size() - used, kLargestFeed);
        // zlib does not write through next_in, but its type is not const.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data() + used));
        stream.avail_in = static_cast<uInt>(feed);
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        status = inflate(&stream, Z_NO_FLUSH);
        used += feed - stream.avail_in;
        const std::size_t count = chunk.size() - stream.avail_out;
        if (count > maxBytes - unpacked.size()) {
            return fail(ErrorCode::Unsupported,
                        fmt::format("The compressed data holds more than {} bytes, the limit for "
                                    "this kind of file.",
                                    maxBytes));
        }
        unpacked.insert(unpacked.end(), chunk.begin(),
                        chunk.begin() + static_cast<std::ptrdiff_t>(count));
        if (status == Z_BUF_ERROR) {
            return corruptGzip("The compressed data ends too early; get the file again.", used);
        }
        if (status == Z_STREAM_END && used < packed.size()) {
            inflateReset(&stream);
            status = Z_OK;
        } else if (status != Z_OK && status != Z_STREAM_END) {
            return corruptGzip("The data is not gzip or is damaged; get the file again.", used);
        }
    } while (status != Z_STREAM_END);
    return unpacked;
}

} // namespace tessera::format
