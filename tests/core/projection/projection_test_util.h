#pragma once

#include "core/api/projection.h"
#include "core/projection/random.h"
#include "tests/support/digit_files.h"

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <vector>

namespace tessera::test {

inline Matrix gaussianPoints(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
    projection::Random random(seed, "test");
    Matrix points{rows, columns, {}};
    for (std::int64_t i = 0; i < rows * columns; ++i) {
        points.values.push_back(float(random.normal()));
    }
    return points;
}

// Small whole numbers: squares and sums are exact, and many pairs are equally far apart.
inline Matrix latticePoints(std::int64_t rows, std::int64_t columns, std::uint32_t values,
                            std::uint64_t seed) {
    projection::Random random(seed, "test");
    Matrix points{rows, columns, {}};
    for (std::int64_t i = 0; i < rows * columns; ++i) {
        points.values.push_back(float(random.below(values)));
    }
    return points;
}

inline Matrix columnOf(const std::vector<float>& values) {
    return {std::int64_t(values.size()), 1, values};
}

struct DigitPoints {
    Matrix points;
    std::vector<std::int64_t> labels;
};

inline DigitPoints digitPoints() {
    const auto digits = readDigits(std::filesystem::path(TESSERA_SOURCE_DIR) / "resources/data");
    DigitPoints result{{std::int64_t(digits.labels.size()), 64, {}}, digits.labels};
    for (const auto pixel : digits.pixels) {
        result.points.values.push_back(float(pixel) / 16);
    }
    return result;
}

inline std::vector<float> rowOf(const Matrix& matrix, std::int64_t row) {
    const auto first = matrix.values.begin() + row * matrix.columns;
    return {first, first + matrix.columns};
}

// Bit by bit, so that NaN equals itself.
inline bool sameBits(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0);
}

// Keeps what an observer is told.
class RecordingObserver : public ProjectionObserver {
public:
    void progress(ProjectionStage stage, std::int64_t done, std::int64_t total) override {
        if (stages.empty() || stages.back() != stage) {
            stages.push_back(stage);
            startsAtZero = startsAtZero && done == 0;
        }
        withinTotal = withinTotal && done >= 0 && done <= total;
    }
    void frame(const ProjectionFrame& frame) override {
        steps.push_back(frame.step);
        total = frame.total;
        last = frame.xy;
        if (onFrame) {
            onFrame(frame);
        }
    }

    std::vector<ProjectionStage> stages;
    bool startsAtZero = true;
    bool withinTotal = true;
    std::vector<int> steps;
    int total = -1;
    Matrix last;
    std::function<void(const ProjectionFrame&)> onFrame;
};

} // namespace tessera::test
