#include "core/data/digits.h"

#include "core/api/seed.h"
#include "core/data/splits.h"
#include "core/format/file_io.h"
#include "core/format/gzip.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

namespace tessera::data {

namespace {

constexpr const char* kFile = "digits.csv.gz";
constexpr std::size_t kMaxBytes = 64 << 20;
constexpr int kSide = 8;
constexpr int kPixels = kSide * kSide;
constexpr int kMaxPixel = 16;
constexpr int kClasses = 10;

// One line: 64 pixels 0..16 and the class 0..9. False if it is anything else.
bool parseLine(std::string_view line, std::vector<float>& pixels,
               std::vector<std::int64_t>& labels) {
    const char* at = line.data();
    const char* const end = at + line.size();
    for (int column = 0; column <= kPixels; ++column) {
        int value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        const bool last = column == kPixels;
        if (error != std::errc() || value < 0 || value > (last ? kClasses - 1 : kMaxPixel) ||
            (last ? next != end : next == end || *next != ',')) {
            return false;
        }
        if (last) {
            labels.push_back(value);
        } else {
            pixels.push_back(static_cast<float>(value) / kMaxPixel);
            at = next + 1;
        }
    }
    return true;
}

Result<LabelledRows> parse(std::string_view text, const std::filesystem::path& file) {
    std::vector<float> pixels;
    std::vector<std::int64_t> labels;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const auto stop = text.find('\n');
        auto line = text.substr(0, stop);
        text = stop == std::string_view::npos ? std::string_view() : text.substr(stop + 1);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (!line.empty() && !parseLine(line, pixels, labels)) {
            return fail(ErrorCode::Corrupt,
                        fmt::format("line {} of {} is not 64 pixels and a digit; install the data "
                                    "file again",
                                    number, file.string()));
        }
    }
    const auto count = static_cast<std::int64_t>(labels.size());
    return LabelledRows{
        torch::tensor(pixels).view({count, 1, kSide, kSide}),
        torch::tensor(labels, torch::kInt64),
    };
}

} // namespace

Result<SplitData> loadDigits(const SplitSpec& sizes, std::uint64_t seed,
                             const std::filesystem::path& dataDir) {
    const auto file = dataDir / kFile;
    const auto packed = format::readFile(file, kMaxBytes);
    if (!packed) {
        return fail(packed.error().within("data set digits"));
    }
    const auto text = format::gunzip(*packed, kMaxBytes);
    if (!text) {
        return fail(text.error().within(file.string()));
    }
    const auto all = parse({reinterpret_cast<const char*>(text->data()), text->size()}, file);
    if (!all) {
        return fail(all.error());
    }
    auto parts = split(*all, kClasses, sizes, deriveSeed(seed, "data.split"));
    if (parts) {
        parts->input = {InputKind::Image, kSide, kSide, 1, 0};
    }
    return parts;
}

} // namespace tessera::data
