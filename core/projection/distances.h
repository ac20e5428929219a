#pragma once

#include "core/api/snapshot.h"

#include <array>
#include <cstdint>
#include <vector>

namespace tessera::projection {

// Points kept so that the squared Euclidean distances of many of them to a few rows come quickly:
// in panels of eight, the numbers of one dimension side by side. Differences are squared and added
// in the order of the dimensions, in float32: a pair has the same distance both ways, equal points
// have 0, and no digits cancel, as they do in |a|^2 + |b|^2 - 2ab. Immutable, for any threads.
class PointPanels {
public:
    static constexpr std::int64_t kPanel = 8; // points in a panel
    static constexpr std::int64_t kRows = 4;  // at once
    using Rows = std::array<const float*, kRows>;
    using Distances = std::array<std::array<float, kPanel>, kRows>;

    explicit PointPanels(const Matrix& points);

    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] std::int64_t dimensions() const { return m_dimensions; }
    [[nodiscard]] std::int64_t panels() const { return (m_count + kPanel - 1) / kPanel; }

    // distances[r][l]: of rows[r] to point panel * kPanel + l. Points past the last are zeros.
    void squared(const Rows& rows, std::int64_t panel, Distances& distances) const;

private:
    std::int64_t m_count;
    std::int64_t m_dimensions;
    std::vector<float> m_values; // panels * dimensions * kPanel
};

} // namespace tessera::projection
