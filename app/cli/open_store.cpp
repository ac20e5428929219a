#include "app/cli/open_store.h"

#include "app/composition/run_services.h"

namespace tessera::cli {

// Opening for writing marks the runs of dead programs as interrupted, so lists tell the truth;
// where the folder cannot be written to, reading must do.
Result<std::unique_ptr<RunStore>> openForReading(const CommandContext& context) {
    const auto file = context.folder.store();
    auto existing = app::openStore(file, app::StoreAccess::ReadOnly);
    // One of an older version cannot be read as it is, and is brought up to date by writing.
    if (!existing && existing.error().code != ErrorCode::Unsupported) {
        return existing;
    }
    if (existing) {
        existing->reset();
    }
    auto writable = app::openStore(file, app::StoreAccess::ReadWrite);
    if (writable || writable.error().code != ErrorCode::Io) {
        return writable;
    }
    auto readable = app::openStore(file, app::StoreAccess::ReadOnly);
    // Of an older store, what keeps it from being brought up to date is what a person can change.
    return readable || readable.error().code != ErrorCode::Unsupported ? std::move(readable)
                                                                       : std::move(writable);
}

} // namespace tessera::cli
