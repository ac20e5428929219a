#pragma once

#include <cstdint>
#include <vector>

namespace tessera::projection {

// What all points of the plane push one of them with, for t-SNE: with q = 1 / (1 + |y_i - y_j|^2),
// force = sum_j q^2 (y_i - y_j) and weight = sum_j q, over j != i.
struct Repulsion {
    std::vector<float> forces; // (n, 2)
    std::vector<float> weights;
};

// A tree of squares over points of the plane (Barnes and Hut 1986; van der Maaten 2014): groups
// that are small against their distance count as one point at their centre of mass. The points are
// put in order along a Z-shaped curve (Morton 1966), squares are ranges of them, and a square that
// holds the same points as the one around it is left out, so that the depth stays below 33. Equal
// points are one group of no size. Immutable once built, for any threads.
class QuadTree {
public:
    // `xy` (n, 2), finite; must outlive nothing: the points are copied.
    explicit QuadTree(const std::vector<float>& xy);

    // A group stands for its points where extent < theta * distance, from the nearest edge of the
    // box of up to sixteen points that are pushed together; 0 = exact. The result does not depend
    // on the number of threads.
    void repulsion(double theta, int threads, Repulsion& result) const;

private:
    struct Node {
        float x = 0, y = 0; // centre of mass
        float mass = 0;     // points
        float extent = 0;   // longer side of the box around the points
        std::int32_t first = 0, last = 0;
        std::int32_t next = 0; // the first node that is not below this one
        bool leaf = false;
    };
    struct Region; // what a node is computed from
    struct Box;
    class Seen;

    Region build(std::int32_t first, std::int32_t last);
    void findGroups();
    [[nodiscard]] Box boxOf(std::int32_t first, std::int32_t last) const;
    void look(const Box& from, float theta, Seen& seen) const;

    std::vector<std::uint64_t> m_keys;  // sorted
    std::vector<std::int32_t> m_order;  // the point at each place
    std::vector<float> m_x, m_y;        // in that order
    std::vector<Node> m_nodes;          // a node before those below it
    std::vector<std::int32_t> m_groups; // places where groups of pushed points begin, and the end
};

} // namespace tessera::projection
