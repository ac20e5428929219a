#include "app/workbench/recovery_slot.h"

#include <fmt/format.h>

#include <QLockFile>

#include <system_error>

namespace tessera::workbench {

namespace {

constexpr int kMostWindows = 50;

} // namespace

RecoverySlot claimRecoverySlot(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    for (int number = 1; number <= kMostWindows; ++number) {
        auto candidate = file;
        if (number > 1) {
            candidate.replace_filename(fmt::format("{}-{}", number, file.filename().string()));
        }
        auto lock =
            std::make_unique<QLockFile>(QString::fromStdString(candidate.string() + ".lock"));
        lock->setStaleLockTime(0); // of a live program it never grows old
        if (lock->tryLock(0)) {
            return {candidate, std::move(lock)};
        }
    }
    return {file, nullptr}; // a folder that cannot be written to: nothing will be kept
}

} // namespace tessera::workbench
