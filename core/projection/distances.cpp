#include "core/projection/distances.h"

#include "core/projection/lanes.h"

namespace tessera::projection {

static_assert(PointPanels::kPanel == 2 * kLanes);

PointPanels::PointPanels(const Matrix& points)
    : m_count(points.rows), m_dimensions(points.columns),
      m_values(static_cast<std::size_t>(panels() * points.columns * kPanel)) {
    for (std::int64_t i = 0; i < m_count; ++i) {
        float* to = m_values.data() + i / kPanel * m_dimensions * kPanel + i % kPanel;
        const float* from = points.values.data() + i * m_dimensions;
        for (std::int64_t k = 0; k < m_dimensions; ++k) {
            to[k * kPanel] = from[k];
        }
    }
}

void PointPanels::squared(const Rows& rows, std::int64_t panel, Distances& distances) const {
    const float* at = m_values.data() + panel * m_dimensions * kPanel;
    Lanes sums[kRows][2] = {};
    for (std::int64_t k = 0; k < m_dimensions; ++k, at += kPanel) {
        Lanes left;
        Lanes right;
        load(left, at);
        load(right, at + kLanes);
        for (std::int64_t r = 0; r < kRows; ++r) {
            const float value = rows[static_cast<std::size_t>(r)][k];
            sums[r][0] += (left - value) * (left - value);
            sums[r][1] += (right - value) * (right - value);
        }
    }
    std::memcpy(&distances, &sums, sizeof(distances));
}

} // namespace tessera::projection
