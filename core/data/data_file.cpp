#include "core/data/data_file.h"

#include "core/data/array_file.h"
#include "core/data/csv_file.h"
#include "core/data/image_folder.h"
#include "core/data/readable_name.h"
#include "core/format/file_io.h"
#include "core/format/gzip.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <system_error>

namespace tessera::data {

namespace {

bool startsWith(std::span<const std::byte> bytes, std::string_view magic) {
    return bytes.size() >= magic.size() &&
           std::equal(magic.begin(), magic.end(), bytes.begin(),
                      [](char a, std::byte b) { return static_cast<std::byte>(a) == b; });
}

Result<DataFile> readContent(std::vector<std::byte> bytes, const DataSpec& spec,
                             const ReadLimits& limits) {
    constexpr std::string_view kGzip{"\x1F\x8B", 2};
    if (startsWith(bytes, kGzip)) {
        auto plain = format::gunzip(bytes, static_cast<std::uint64_t>(limits.maxBytes));
        if (!plain) {
            return fail(plain.error());
        }
        bytes = std::move(*plain);
    }
    if (limits.stop.stop_requested()) {
        return cancelled();
    }
    if (auto kind = arrayKind(bytes)) {
        return readArrays(bytes, *kind, spec, limits);
    }
    return readCsv({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, spec, limits);
}

// What every file must have, whatever its format.
Result<void> checkSamples(const DataFile& file) {
    const auto samples = file.rows.size();
    if (samples > 1 && file.rows.inputs.numel() > 0) {
        return {};
    }
    std::string reason;
    if (!file.about.dropped.empty()) {
        const auto& first = file.about.dropped.front();
        reason = fmt::format("; {} were left out, the first at {}: {}", file.about.droppedCount,
                             first.place, first.reason);
    }
    return fail(ErrorCode::InvalidArgument,
                samples > 1 ? "the samples hold no numbers"
                            : fmt::format("there are {} samples that can be used, and two at least "
                                          "are needed{}",
                                          samples, reason));
}

// Enters what was found out, so that it reads the same way once it is set.
void noteReading(DataFile& file) {
    auto& reading = file.about.reading;
    switch (file.input.kind) {
    case InputKind::Image:
        reading.input = DataInput::Image;
        reading.height = static_cast<int>(file.input.length);
        reading.width = static_cast<int>(file.input.width);
        reading.channels = static_cast<int>(file.input.channels);
        break;
    case InputKind::Rows:
        reading.input = DataInput::Rows;
        reading.width = static_cast<int>(file.input.width);
        break;
    case InputKind::Tokens:
        reading.input = DataInput::Tokens;
        break;
    case InputKind::Flat:
        reading.input = DataInput::Flat;
        break;
    }
}

} // namespace

void drop(DataDescription& about, std::string place, std::string reason) {
    ++about.droppedCount;
    if (about.dropped.size() < DataDescription::kMostDropped) {
        about.dropped.push_back({std::move(place), std::move(reason)});
    }
}

tl::unexpected<Error> cancelled() {
    return fail(ErrorCode::InvalidArgument, "reading was cancelled");
}

Result<void> checkMemory(std::int64_t bytes, const ReadLimits& limits) {
    if (bytes <= limits.maxBytes) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("the inputs would take {} MB, more than the {} MB that are allowed; "
                            "use fewer or smaller samples, or raise the memory limit",
                            (bytes >> 20) + 1, limits.maxBytes >> 20));
}

Result<DataFile> readDataFile(const DataSpec& spec, const ReadLimits& limits) {
    std::error_code error;
    Result<DataFile> file;
    if (std::filesystem::is_directory(spec.file, error)) {
        file = readImageFolder(spec, limits);
    } else {
        auto bytes = format::readFile(spec.file, static_cast<std::uint64_t>(limits.maxBytes));
        if (!bytes) {
            return fail(bytes.error());
        }
        file = readContent(std::move(*bytes), spec, limits);
    }
    if (file) {
        noteReading(*file);
    }
    const auto good = file ? checkSamples(*file) : fail(file.error());
    if (!good) {
        const auto& path = spec.file; // a folder may end in a slash
        const auto name = path.has_filename() ? path.filename() : path.parent_path().filename();
        return fail(good.error().within(readableName(name.string())));
    }
    return file;
}

} // namespace tessera::data
