#pragma once

#include "core/api/network_description.h"

#include <functional>
#include <vector>

namespace tessera::ui {

// Which module of a network lies below which, and which of them are shown. Modules are told by
// their place in the network's list. Any thread.
class ModuleTreeOrder {
public:
    static constexpr int kNone = -1; // above the topmost ones

    // Parents first, as their depths say. Shows nothing yet.
    void link(const std::vector<NetworkModule>& modules);
    // Those that are wanted, and those above them.
    void show(const std::function<bool(std::size_t node)>& isWanted);

    [[nodiscard]] bool isShown(int node) const { return at(node).shown; }
    [[nodiscard]] int parentOf(int node) const { return at(node).parent; }
    // Among its siblings that are shown.
    [[nodiscard]] int rowOf(int node) const { return at(node).row; }
    // Those that are shown.
    [[nodiscard]] const std::vector<int>& childrenOf(int node) const {
        return node == kNone ? m_roots : at(node).children;
    }

private:
    struct Node {
        int parent = kNone;
        int row = 0;
        bool shown = false;
        std::vector<int> children;
    };
    [[nodiscard]] const Node& at(int node) const { return m_nodes[static_cast<std::size_t>(node)]; }

    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
};

} // namespace tessera::ui
