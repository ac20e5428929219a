#include "ui/models/module_tree_order.h"

namespace tessera::ui {

void ModuleTreeOrder::link(const std::vector<NetworkModule>& modules) {
    m_nodes.assign(modules.size(), {});
    m_roots.clear();
    std::vector<int> open; // from the top to the last one
    for (std::size_t node = 0; node < modules.size(); ++node) {
        const auto isNoParent = [&](int above) {
            return modules[static_cast<std::size_t>(above)].depth >= modules[node].depth;
        };
        while (!open.empty() && isNoParent(open.back())) {
            open.pop_back();
        }
        m_nodes[node].parent = open.empty() ? kNone : open.back();
        open.push_back(static_cast<int>(node));
    }
}

void ModuleTreeOrder::show(const std::function<bool(std::size_t node)>& isWanted) {
    m_roots.clear();
    for (auto& node : m_nodes) {
        node.shown = false;
        node.children.clear();
    }
    // Parents come first: from the end, everything below a module is known before it.
    for (std::size_t i = m_nodes.size(); i-- > 0;) {
        auto& node = m_nodes[i];
        node.shown = node.shown || isWanted(i);
        if (node.shown && node.parent != kNone) {
            m_nodes[static_cast<std::size_t>(node.parent)].shown = true;
        }
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        auto& node = m_nodes[i];
        if (node.shown) {
            auto& siblings = node.parent == kNone
                                 ? m_roots
                                 : m_nodes[static_cast<std::size_t>(node.parent)].children;
            node.row = static_cast<int>(siblings.size());
            siblings.push_back(static_cast<int>(i));
        }
    }
}

} // namespace tessera::ui
