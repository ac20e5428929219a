#pragma once

#include <filesystem>
#include <memory>

class QLockFile;

namespace tessera::workbench {

// A recovery file of this program's own: two windows must not take each other's unsaved work for
// their own. The first slot that no running program holds; what a dead one left in it is recovered.
struct RecoverySlot {
    std::filesystem::path file;
    std::unique_ptr<QLockFile> lock; // held as long as the program runs
};

[[nodiscard]] RecoverySlot claimRecoverySlot(const std::filesystem::path& file);

} // namespace tessera::workbench
