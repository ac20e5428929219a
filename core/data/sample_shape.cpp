#include "core/data/sample_shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tessera::data {

namespace {

constexpr std::int64_t kLargestVocabulary = std::int64_t{1} << 20;

Result<InputSpec> cutImage(std::int64_t numbers, const DataReading& reading) {
    const std::int64_t channels = std::max(1, reading.channels);
    const std::int64_t pixels = numbers / channels;
    std::int64_t height = reading.height, width = reading.width;
    if (height == 0 && width == 0) {
        height = width = std::llround(std::sqrt(static_cast<double>(pixels)));
    } else if (height == 0) {
        height = pixels / width;
    } else if (width == 0) {
        width = pixels / height;
    }
    if (numbers < 1 || height * width * channels != numbers) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} numbers are no image of {} x {} pixels and {} channels; set "
                                "data.reading.height, width and channels",
                                numbers, height, width, channels));
    }
    return InputSpec{InputKind::Image, height, width, channels, 0};
}

} // namespace

Result<InputSpec> cutSample(std::int64_t numbers, const DataReading& reading) {
    switch (reading.input) {
    case DataInput::Image:
        return cutImage(numbers, reading);
    case DataInput::Rows:
        if (reading.width < 1 || numbers < 1 || numbers % reading.width != 0) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("{} numbers cannot be cut into rows of {}; set "
                                    "data.reading.width to a divisor",
                                    numbers, reading.width));
        }
        return InputSpec{InputKind::Rows, numbers / reading.width, reading.width, 1, 0};
    case DataInput::Tokens:
        return InputSpec{InputKind::Tokens, numbers, 0, 1, 0};
    case DataInput::Find:
    case DataInput::Flat:
        break;
    }
    return InputSpec{InputKind::Flat, numbers, 0, 1, 0};
}

std::vector<std::int64_t> tensorShape(std::int64_t samples, const InputSpec& input) {
    switch (input.kind) {
    case InputKind::Image:
        return {samples, input.channels, input.length, input.width};
    case InputKind::Rows:
        return {samples, input.length, input.width};
    case InputKind::Tokens:
    case InputKind::Flat:
        break;
    }
    return {samples, input.length};
}

Result<std::int64_t> vocabularyOf(const torch::Tensor& tokens) {
    if (tokens.numel() == 0) {
        return kByteVocabulary;
    }
    const auto largest = tokens.max().item<std::int64_t>();
    if (tokens.min().item<std::int64_t>() < 0 || largest >= kLargestVocabulary) {
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("tokens must be whole numbers from 0 to {}", kLargestVocabulary - 1));
    }
    return std::max(kByteVocabulary, largest + 1);
}

} // namespace tessera::data
