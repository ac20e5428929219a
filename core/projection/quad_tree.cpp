#include "core/projection/quad_tree.h"

#include "core/projection/lanes.h"
#include "core/projection/parallel.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

namespace tessera::projection {

namespace {

constexpr std::int32_t kLeaf = 8;   // points that are not divided further
constexpr std::int32_t kGroup = 16; // points that look at the tree together
constexpr std::int64_t kPiece = 16; // groups in a piece of work

// The bits of `value` with a 0 before each (Morton 1966).
std::uint64_t spread(std::uint32_t value) {
    std::uint64_t bits = value;
    bits = (bits | bits << 16) & 0x0000FFFF0000FFFFULL;
    bits = (bits | bits << 8) & 0x00FF00FF00FF00FFULL;
    bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0FULL;
    bits = (bits | bits << 2) & 0x3333333333333333ULL;
    return (bits | bits << 1) & 0x5555555555555555ULL;
}

float squareOf(float value) {
    return value * value;
}

} // namespace

struct QuadTree::Box {
    float left = std::numeric_limits<float>::infinity();
    float right = -std::numeric_limits<float>::infinity();
    float bottom = std::numeric_limits<float>::infinity();
    float top = -std::numeric_limits<float>::infinity();

    void add(float x, float y) {
        left = std::min(left, x);
        right = std::max(right, x);
        bottom = std::min(bottom, y);
        top = std::max(top, y);
    }
    void add(const Box& other) {
        add(other.left, other.bottom);
        add(other.right, other.top);
    }
    [[nodiscard]] float extent() const { return std::max(right - left, top - bottom); }
    // Squared distance of a place from the box.
    [[nodiscard]] float distance2(float x, float y) const {
        return squareOf(std::max({left - x, x - right, 0.0F})) +
               squareOf(std::max({bottom - y, y - top, 0.0F}));
    }
};

struct QuadTree::Region {
    Box box;
    double x = 0, y = 0; // sums
};

// What one group sees: single points, and groups that count as one.
class QuadTree::Seen {
public:
    void clear() { m_count = 0; }
    void add(float x, float y, float mass) {
        if (m_count == m_x.size()) {
            grow();
        }
        m_x[m_count] = x;
        m_y[m_count] = y;
        m_mass[m_count++] = mass;
    }
    // Fills the last lanes with nothing.
    void close() {
        while (m_count % kLanes != 0) {
            add(0, 0, 0);
        }
    }
    // Adds everything for one point: force in x and y, weight.
    void sum(float x, float y, float& forceX, float& forceY, float& weight) const {
        Lanes xs{}, ys{}, weights{};
        for (std::size_t i = 0; i < m_count; i += kLanes) {
            Lanes dx, dy, mass;
            load(dx, m_x.data() + i);
            load(dy, m_y.data() + i);
            load(mass, m_mass.data() + i);
            dx = x - dx;
            dy = y - dy;
            const Lanes q = 1.0F / (1.0F + dx * dx + dy * dy);
            const Lanes counted = mass * q;
            const Lanes force = counted * q;
            weights += counted;
            xs += force * dx;
            ys += force * dy;
        }
        forceX = sumOf(xs);
        forceY = sumOf(ys);
        weight = sumOf(weights);
    }

private:
    void grow() {
        const auto size = std::max<std::size_t>(1024, 2 * m_x.size());
        m_x.resize(size);
        m_y.resize(size);
        m_mass.resize(size);
    }

    std::size_t m_count = 0;
    std::vector<float> m_x, m_y, m_mass;
};

QuadTree::QuadTree(const std::vector<float>& xy) {
    const auto count = xy.size() / 2;
    Box box;
    for (std::size_t i = 0; i < count; ++i) {
        box.add(xy[2 * i], xy[2 * i + 1]);
    }
    // Differences of floats can leave their range, those of doubles cannot.
    const double extent = std::max(static_cast<double>(box.right) - box.left,
                                   static_cast<double>(box.top) - box.bottom);
    const double scale = extent > 0 ? 0xFFFFFFFFU / extent : 0;
    std::vector<std::pair<std::uint64_t, std::int32_t>> keys(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto x =
            static_cast<std::uint32_t>((static_cast<double>(xy[2 * i]) - box.left) * scale);
        const auto y =
            static_cast<std::uint32_t>((static_cast<double>(xy[2 * i + 1]) - box.bottom) * scale);
        keys[i] = {spread(x) | spread(y) << 1, static_cast<std::int32_t>(i)};
    }
    std::sort(keys.begin(), keys.end());
    m_keys.reserve(count);
    m_order.reserve(count);
    m_x.reserve(count);
    m_y.reserve(count);
    for (const auto& [key, point] : keys) {
        m_keys.push_back(key);
        m_order.push_back(point);
        m_x.push_back(xy[2 * static_cast<std::size_t>(point)]);
        m_y.push_back(xy[2 * static_cast<std::size_t>(point) + 1]);
    }
    if (count > 0) {
        m_nodes.reserve(count / 2 + 1);
        build(0, static_cast<std::int32_t>(count));
    }
    findGroups();
}

QuadTree::Region QuadTree::build(std::int32_t first, std::int32_t last) {
    const auto index = m_nodes.size();
    m_nodes.emplace_back();
    const auto at = [this](std::int32_t i) { return m_keys.begin() + i; };
    const auto differing = *at(first) ^ *at(last - 1);
    const bool leaf = last - first <= kLeaf || differing == 0;
    Region region;
    if (leaf) {
        region.box = boxOf(first, last);
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            region.x += m_x[i];
            region.y += m_y[i];
        }
    } else {
        // The smallest square that holds all of them is divided into four.
        const int shift = (63 - std::countl_zero(differing)) / 2 * 2;
        for (auto begin = first; begin < last;) {
            const auto quarter = *at(begin) >> shift;
            const auto end = static_cast<std::int32_t>(
                std::partition_point(at(begin), at(last),
                                     [&](auto key) { return key >> shift == quarter; }) -
                m_keys.begin());
            const auto part = build(begin, end);
            region.box.add(part.box);
            region.x += part.x;
            region.y += part.y;
            begin = end;
        }
    }
    const double mass = last - first;
    m_nodes[index] = {static_cast<float>(region.x / mass),
                      static_cast<float>(region.y / mass),
                      static_cast<float>(mass),
                      region.box.extent(),
                      first,
                      last,
                      static_cast<std::int32_t>(m_nodes.size()),
                      leaf};
    return region;
}

// The largest squares of up to kGroup points, and pieces of leaves that hold more.
void QuadTree::findGroups() {
    for (std::size_t i = 0; i < m_nodes.size();) {
        const Node& node = m_nodes[i];
        if (!node.leaf && node.last - node.first > kGroup) {
            ++i;
            continue;
        }
        for (auto first = node.first; first < node.last; first += kGroup) {
            m_groups.push_back(first);
        }
        i = static_cast<std::size_t>(node.next);
    }
    m_groups.push_back(static_cast<std::int32_t>(m_order.size()));
}

QuadTree::Box QuadTree::boxOf(std::int32_t first, std::int32_t last) const {
    Box box;
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
        box.add(m_x[i], m_y[i]);
    }
    return box;
}

void QuadTree::look(const Box& from, float theta, Seen& seen) const {
    const auto count = static_cast<std::int32_t>(m_nodes.size());
    for (std::int32_t i = 0; i < count;) {
        const Node& node = m_nodes[static_cast<std::size_t>(i)];
        // Without a size it is one place, whatever theta is.
        if (node.extent == 0 ||
            squareOf(node.extent) < squareOf(theta) * from.distance2(node.x, node.y)) {
            seen.add(node.x, node.y, node.mass);
            i = node.next;
        } else if (node.leaf) {
            for (auto k = static_cast<std::size_t>(node.first);
                 k < static_cast<std::size_t>(node.last); ++k) {
                seen.add(m_x[k], m_y[k], 1);
            }
            i = node.next;
        } else {
            ++i;
        }
    }
}

void QuadTree::repulsion(double theta, int threads, Repulsion& result) const {
    result.forces.resize(2 * m_order.size());
    result.weights.resize(m_order.size());
    const auto groups = static_cast<std::int64_t>(m_groups.size()) - 1;
    parallelFor(threads, groups, kPiece, [&](std::int64_t first, std::int64_t last) {
        Seen seen;
        for (auto group = static_cast<std::size_t>(first); group < static_cast<std::size_t>(last);
             ++group) {
            seen.clear();
            look(boxOf(m_groups[group], m_groups[group + 1]), static_cast<float>(theta), seen);
            seen.close();
            for (auto i = static_cast<std::size_t>(m_groups[group]);
                 i < static_cast<std::size_t>(m_groups[group + 1]); ++i) {
                const auto point = static_cast<std::size_t>(m_order[i]);
                float weight = 0;
                seen.sum(m_x[i], m_y[i], result.forces[2 * point], result.forces[2 * point + 1],
                         weight);
                result.weights[point] = weight - 1; // it has seen itself, with q = 1
            }
        }
    });
}

} // namespace tessera::projection
