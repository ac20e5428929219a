#include "app/cli/sample_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace tessera::cli {

namespace {

constexpr std::string_view kShades = " .:-=+*#%@";
constexpr std::int64_t kMostPixels = 32; // of a side
constexpr std::size_t kMostNumbers = 12;
constexpr std::size_t kLineWidth = 100;
constexpr std::size_t kGap = 3;

char shadeOf(double share) {
    const auto last = static_cast<double>(kShades.size() - 1);
    const double place = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) * last : 0.0;
    return kShades[static_cast<std::size_t>(std::lround(place))];
}

// Every pixel of a reduced image stands for the one in the middle of what it replaces.
std::vector<std::string> imageOf(const DataSample& sample, const InputSpec& input, double smallest,
                                 double largest) {
    const auto step = std::max<std::int64_t>(
        1, (std::max(input.length, input.width) + kMostPixels - 1) / kMostPixels);
    const auto plane = input.length * input.width;
    const double range = largest > smallest ? largest - smallest : 1.0;
    std::vector<std::string> lines;
    for (auto y = step / 2; y < input.length; y += step) {
        std::string line;
        for (auto x = step / 2; x < input.width; x += step) {
            double sum = 0.0;
            for (std::int64_t c = 0; c < input.channels; ++c) {
                sum += static_cast<double>(
                    sample.values[static_cast<std::size_t>(c * plane + y * input.width + x)]);
            }
            const double mean = sum / static_cast<double>(input.channels);
            line.append(2, shadeOf((mean - smallest) / range));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string numbersOf(const DataSample& sample) {
    std::string text;
    for (std::size_t i = 0; i < std::min(kMostNumbers, sample.values.size()); ++i) {
        text += fmt::format("{}{:.4g}", i > 0 ? " " : "", sample.values[i]);
    }
    return text + (sample.values.size() > kMostNumbers ? " ..." : "");
}

std::size_t widthOf(const TitledPicture& picture) {
    auto width = picture.title.size();
    for (const auto& line : picture.lines) {
        width = std::max(width, line.size());
    }
    return width;
}

std::string rowOf(const std::vector<TitledPicture>& pictures, std::size_t first, std::size_t end) {
    std::size_t height = 0;
    for (auto i = first; i < end; ++i) {
        height = std::max(height, pictures[i].lines.size());
    }
    std::string text;
    for (std::size_t row = 0; row <= height; ++row) {
        std::string line;
        for (auto i = first; i < end; ++i) {
            const auto& lines = pictures[i].lines;
            const auto part = row == 0              ? pictures[i].title
                              : row <= lines.size() ? lines[row - 1]
                                                    : std::string();
            line += fmt::format("{:<{}}", part, widthOf(pictures[i]) + kGap);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += "  " + line + "\n";
    }
    return text;
}

} // namespace

std::vector<std::string> samplePicture(const DataSample& sample, const InputSpec& input,
                                       double smallest, double largest) {
    const bool isImage =
        input.kind == InputKind::Image && static_cast<std::int64_t>(sample.values.size()) ==
                                              input.channels * input.length * input.width;
    return isImage ? imageOf(sample, input, smallest, largest)
                   : std::vector<std::string>{numbersOf(sample)};
}

std::string sideBySide(const std::vector<TitledPicture>& pictures) {
    std::string text;
    for (std::size_t first = 0; first < pictures.size();) {
        std::size_t end = first, width = 0;
        while (end < pictures.size() &&
               (end == first || width + widthOf(pictures[end]) <= kLineWidth)) {
            width += widthOf(pictures[end]) + kGap;
            ++end;
        }
        text += (first > 0 ? "\n" : "") + rowOf(pictures, first, end);
        first = end;
    }
    return text;
}

} // namespace tessera::cli
