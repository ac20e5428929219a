#include "core/format/safetensors_writer.h"

#include "core/format/atomic_file.h"
#include "core/format/safetensors_header.h"
#include "core/format/utf8.h"

#include <fmt/format.h>

#include <unordered_set>

namespace tessera::format {

namespace {

Result<void> checkWritable(const std::vector<ArrayHead>& arrays,
                           const std::map<std::string, std::string>& metadata) {
    std::unordered_set<std::string_view> names;
    for (const auto& array : arrays) {
        if (array.name.empty() || array.name == "__metadata__" || !isUtf8(array.name)) {
            return fail(ErrorCode::InvalidArgument,
                        "An array for a SafeTensors file has an empty, reserved or unreadable "
                        "name; choose another one.");
        }
        if (!names.insert(array.name).second) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("Two arrays for a SafeTensors file are named '{}'; rename one.",
                                    array.name));
        }
        if (!byteCount(array.dtype, array.shape)) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("The shape of the array '{}' has no size.", array.name));
        }
    }
    for (const auto& [key, value] : metadata) {
        if (!isUtf8(key) || !isUtf8(value)) {
            return fail(ErrorCode::InvalidArgument,
                        "The metadata for a SafeTensors file must be UTF-8 text.");
        }
    }
    return {};
}

// Writes the bytes of one array and counts them.
Result<void> writeArray(AtomicFile& file, const StreamedArray& array) {
    const auto misfit =
        fail(ErrorCode::InvalidArgument,
             fmt::format("The bytes of the array '{}' do not fit its shape.", array.head.name));
    std::uint64_t left = *byteCount(array.head.dtype, array.head.shape);
    auto written = array.write([&](std::span<const std::byte> bytes) -> Result<void> {
        if (bytes.size() > left) {
            return misfit;
        }
        left -= bytes.size();
        return file.write(bytes);
    });
    if (written && left > 0) {
        return misfit;
    }
    return written;
}

} // namespace

Result<std::vector<std::byte>>
safetensorsBeginning(const std::vector<ArrayHead>& arrays,
                     const std::map<std::string, std::string>& metadata) {
    if (const auto writable = checkWritable(arrays, metadata); !writable) {
        return fail(writable.error());
    }
    SafetensorsHeader header;
    header.metadata = metadata;
    std::uint64_t end = 0;
    for (const auto& array : arrays) {
        const std::uint64_t begin = end;
        end += *byteCount(array.dtype, array.shape);
        header.entries.push_back(
            {array.name, std::string(dtypeName(array.dtype)), array.shape, begin, end});
    }
    const std::string text = safetensorsHeaderText(header);
    if (text.size() > kLargestHeader) {
        return fail(ErrorCode::InvalidArgument,
                    "The names and metadata for a SafeTensors file are longer than 100 MB.");
    }
    std::vector<std::byte> bytes;
    bytes.reserve(kHeaderLengthBytes + text.size());
    for (std::size_t i = 0; i < kHeaderLengthBytes; ++i) {
        bytes.push_back(static_cast<std::byte>(text.size() >> (8 * i)));
    }
    const auto textBytes = std::as_bytes(std::span(text));
    bytes.insert(bytes.end(), textBytes.begin(), textBytes.end());
    return bytes;
}

Result<void> streamSafetensors(const std::filesystem::path& path,
                               const std::vector<StreamedArray>& arrays,
                               const std::map<std::string, std::string>& metadata) {
    std::vector<ArrayHead> heads;
    for (const auto& array : arrays) {
        heads.push_back(array.head);
    }
    const auto beginning = safetensorsBeginning(heads, metadata);
    if (!beginning) {
        return fail(beginning.error());
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return fail(file.error());
    }
    if (auto written = file->write(*beginning); !written) {
        return written;
    }
    for (const auto& array : arrays) {
        if (auto written = writeArray(*file, array); !written) {
            return written;
        }
    }
    return file->commit();
}

} // namespace tessera::format
