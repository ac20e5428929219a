#pragma once

#include <cstdint>

namespace tessera {

enum class InputKind {
    Tokens, // integers 0..vocabulary-1, tensor (samples, length) int64
    Rows,   // a sequence of feature vectors, tensor (samples, length, width) float32
    Image,  // tensor (samples, channels, length, width) float32; length is the height
    Flat,   // one feature vector, tensor (samples, length) float32
};

// What one sample of a data set looks like to a network.
struct InputSpec {
    static constexpr std::int64_t kFlatRowWidth = 8; // a flat vector enters as rows of 8 features

    InputKind kind = InputKind::Flat;
    std::int64_t length = 0;
    std::int64_t width = 0;      // Rows, Image
    std::int64_t channels = 1;   // Image
    std::int64_t vocabulary = 0; // Tokens

    // Positions that a sequence network sees.
    [[nodiscard]] std::int64_t positions() const {
        return kind == InputKind::Flat ? (length + kFlatRowWidth - 1) / kFlatRowWidth : length;
    }
    // Features per position (0 for tokens, which are looked up instead).
    [[nodiscard]] std::int64_t rowWidth() const {
        switch (kind) {
        case InputKind::Tokens:
            return 0;
        case InputKind::Rows:
            return width;
        case InputKind::Image:
            return channels * width;
        case InputKind::Flat:
            return kFlatRowWidth;
        }
        return 0;
    }
    friend bool operator==(const InputSpec&, const InputSpec&) = default;
};

} // namespace tessera
