#include "app/cli/input_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <string_view>

namespace tessera::cli {

namespace {

constexpr std::int64_t kLargest = 65536; // as in experiments
constexpr std::int64_t kLargestVocabulary = 1 << 20;

// "3x32x32" as three numbers from 1; empty if it is anything else.
std::vector<std::int64_t> numbersOf(std::string_view text, char separator) {
    std::vector<std::int64_t> numbers;
    while (true) {
        const auto end = text.find(separator);
        const auto part = text.substr(0, end);
        std::int64_t number = 0;
        const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (error != std::errc() || stop != part.data() + part.size() || number < 1) {
            return {};
        }
        numbers.push_back(number);
        if (end == std::string_view::npos) {
            return numbers;
        }
        text.remove_prefix(end + 1);
    }
}

bool areSides(const std::vector<std::int64_t>& numbers, std::size_t count) {
    if (numbers.size() != count) {
        return false;
    }
    for (const auto number : numbers) {
        if (number > kLargest) {
            return false;
        }
    }
    return true;
}

} // namespace

std::string inputText(const InputSpec& input) {
    switch (input.kind) {
    case InputKind::Image:
        return fmt::format("images of {} x {} x {} (channels, height, width)", input.channels,
                           input.length, input.width);
    case InputKind::Rows:
        return fmt::format("{} rows of {} numbers", input.length, input.width);
    case InputKind::Tokens:
        return fmt::format("{} tokens from 0 to {}", input.length, input.vocabulary - 1);
    case InputKind::Flat:
        break;
    }
    return fmt::format("vectors of {} numbers", input.length);
}

std::vector<std::int64_t> sampleShape(const InputSpec& input) {
    switch (input.kind) {
    case InputKind::Image:
        return {input.channels, input.length, input.width};
    case InputKind::Rows:
        return {input.length, input.width};
    case InputKind::Tokens:
    case InputKind::Flat:
        break;
    }
    return {input.length};
}

nlohmann::ordered_json inputJson(const InputSpec& input) {
    const auto name = [&] {
        switch (input.kind) {
        case InputKind::Image:
            return "image";
        case InputKind::Rows:
            return "rows";
        case InputKind::Tokens:
            return "tokens";
        case InputKind::Flat:
            break;
        }
        return "flat";
    };
    nlohmann::ordered_json json = {{"kind", name()}, {"shape", sampleShape(input)}};
    if (input.kind == InputKind::Tokens) {
        json["vocabulary"] = input.vocabulary;
    }
    return json;
}

std::optional<InputSpec> inputFromText(const std::string& text) {
    const auto colon = text.find(':');
    const std::string kind = colon == std::string::npos ? std::string() : text.substr(0, colon);
    const std::string rest = colon == std::string::npos ? text : text.substr(colon + 1);
    if (kind == "tokens") {
        const auto numbers = numbersOf(rest, ':');
        return numbers.size() == 2 && numbers[0] <= kLargest && numbers[1] <= kLargestVocabulary
                   ? std::optional(InputSpec{InputKind::Tokens, numbers[0], 0, 1, numbers[1]})
                   : std::nullopt;
    }
    const auto sides = numbersOf(rest, 'x');
    if ((kind == "image" || kind.empty()) && areSides(sides, 3)) {
        return InputSpec{InputKind::Image, sides[1], sides[2], sides[0], 0};
    }
    if (kind == "rows" && areSides(sides, 2)) {
        return InputSpec{InputKind::Rows, sides[0], sides[1], 1, 0};
    }
    if ((kind == "flat" || kind.empty()) && areSides(sides, 1)) {
        return InputSpec{InputKind::Flat, sides[0], 0, 1, 0};
    }
    return std::nullopt;
}

std::string problemOfInput(const std::string& text) {
    return inputFromText(text) ? std::string()
                               : "'" + text +
                                     "' is no input; write 3x32x32 for images (channels, height, "
                                     "width), rows:16x8, flat:64 or tokens:16:256";
}

} // namespace tessera::cli
