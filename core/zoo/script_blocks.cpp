#include "core/zoo/script_blocks.h"

#include "core/zoo/script_inspection.h"

namespace tessera::zoo {

namespace {

using torch::jit::Module;

bool isCompound(const Module& module) {
    for (const auto& child : module.children()) {
        static_cast<void>(child);
        return true;
    }
    return false;
}

bool isContainer(const Module& module) {
    const auto type = typeName(module);
    return type == "Sequential" || type == "ModuleList" || type == "ModuleDict";
}

bool isListOfBlocks(const Module& module) {
    if (!isContainer(module)) {
        return false;
    }
    for (const auto& child : module.children()) {
        if (isCompound(child)) {
            return true;
        }
    }
    return false;
}

bool holdsList(const Module& module) {
    for (const auto& child : module.children()) {
        if (isListOfBlocks(child) || holdsList(child)) {
            return true;
        }
    }
    return false;
}

bool hasParameters(const Module& module) {
    for (const auto& parameter : module.parameters()) {
        static_cast<void>(parameter);
        return true;
    }
    return false;
}

// So many parts beside each other are the layers, whatever is in them.
constexpr int kManyParts = 6;

bool hasManyParts(const Module& module) {
    int count = 0;
    for (const auto& child : module.children()) {
        count += hasParameters(child) ? 1 : 0;
    }
    return count >= kManyParts;
}

class Finder {
public:
    explicit Finder(const std::set<std::string>& called) : m_called(called) {}

    void descend(const Module& module, const std::string& path, bool isList) {
        const bool coarse = isList || hasManyParts(module);
        for (const auto& child : module.named_children()) {
            const auto& part = child.value;
            const auto name = path.empty() ? child.name : path + "." + child.name;
            if (!hasParameters(part)) {
                continue;
            }
            const bool goOn = isListOfBlocks(part) || (!isList && isContainer(part)) ||
                              (!coarse && holdsList(part));
            if (!goOn && m_called.contains(name)) {
                m_found.insert(name);
            } else {
                descend(part, name, isListOfBlocks(part));
            }
        }
    }

    [[nodiscard]] std::set<std::string> found() const { return m_found; }

private:
    const std::set<std::string>& m_called;
    std::set<std::string> m_found;
};

} // namespace

std::set<std::string> blockPaths(const Module& module, const std::set<std::string>& called) {
    Finder finder(called);
    finder.descend(module, "", false);
    return finder.found().empty() ? called : finder.found();
}

} // namespace tessera::zoo
