#pragma once

#include "core/api/engine.h"
#include "ui/bridge/services.h"

#include <QString>

#include <algorithm>
#include <string>
#include <vector>

// What the two files of StudyForm share.
namespace tessera::ui::form {

inline constexpr int kMostEpochs = 1'000'000;

// Fields of typed problems.
inline QString fieldOfMethod(const QString& mode) {
    return QStringLiteral("method.") + mode;
}
inline QString fieldOfShift(const QString& kind) {
    return QStringLiteral("shift.") + kind;
}

inline std::vector<ModeId> modesOf(const Services& services) {
    std::vector<ModeId> modes;
    const auto& engine = services.bridge.engine();
    if (engine && *engine) {
        for (const auto& mode : (*engine)->catalog.modes) {
            modes.emplace_back(mode.id);
        }
    }
    return modes;
}

// Null: the catalogue is not there yet, or does not have it.
inline const DatasetEntry* findData(const Services& services, const std::string& name) {
    const auto& engine = services.bridge.engine();
    if (!engine || !*engine) {
        return nullptr;
    }
    const auto& all = (*engine)->catalog.datasets;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const DatasetEntry& data) { return data.id == name; });
    return found != all.end() ? &*found : nullptr;
}

} // namespace tessera::ui::form
