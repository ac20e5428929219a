#pragma once

#include "core/api/engine.h"
#include "core/api/run_store.h"
#include "core/api/snapshot.h"
#include "core/api/token_io.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace tessera::session {

inline constexpr const char* kDefaultStoreName = "runs.tessera.db";

// Where the files of runs go, all below one folder.
struct OutputFolder {
    std::filesystem::path root;
    std::string storeName = kDefaultStoreName;

    [[nodiscard]] std::filesystem::path store() const { return root / storeName; }
    [[nodiscard]] std::filesystem::path networks() const { return root / "networks"; }
    [[nodiscard]] std::filesystem::path run(const RunId& id) const {
        return root / "runs" / id.value;
    }
};

// Creates the folder and proves that it can be written to. Io with a sentence otherwise.
[[nodiscard]] Result<void> prepareFolder(const OutputFolder& folder);

// Validation inputs that the snapshots of a run show.
inline constexpr std::int64_t kSnapshotRows = 500;

// Follows one run, on the session's thread.
class RunListener : public EventSink {
public:
    // The store gave the run its id; first of all.
    virtual void begun(const RunId&) {}
};

// Executes experiments one after another: engine -> events -> store and listeners. Every run that
// begins gets exactly one end in the store: done, cancelled or failed. The first and the last
// snapshot of a run that was not a failure are kept as its artifact "views" (snapshot_file.h), its
// answers per test item as its artifact "items" (item_file.h); if one of them contradicts itself,
// the run goes without and the listener is told. One thread at a time.
class RunSession {
public:
    // All referenced objects outlive the session. Its runs belong to `study`, if that has a name.
    RunSession(Engine& engine, RunStore& store, TokenWriter& tokens, OutputFolder folder,
               std::string study = {});

    // The finished (or cancelled) run as the store has it. An error means that the run failed;
    // what was measured until then is kept. Errors before the run begins leave no run behind.
    [[nodiscard]] Result<RunRecord> execute(const Experiment& experiment,
                                            const std::string& sourceLabel,
                                            const std::string& receiverLabel, RunListener& listener,
                                            const std::stop_token& stop);

private:
    // Writes views and token and enters all files; on an error `result` holds those not entered.
    [[nodiscard]] Result<void> keepArtifacts(const RunId& id, const RunSnapshots& snapshots,
                                             RunListener& listener, TransferResult& result);
    [[nodiscard]] Result<void> keepViews(const RunId& id, const RunSnapshots& snapshots,
                                         RunListener& listener, TransferResult& result);
    [[nodiscard]] Result<void> keepItems(const RunId& id, RunListener& listener,
                                         TransferResult& result);
    [[nodiscard]] Result<void> keepToken(const RunId& id, TransferResult& result);

    Engine& m_engine;
    RunStore& m_store;
    TokenWriter& m_tokens;
    OutputFolder m_folder;
    std::string m_study;
};

} // namespace tessera::session
