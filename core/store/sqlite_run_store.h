#pragma once

#include "core/api/run_store.h"
#include "core/store/clock.h"
#include "core/store/connection.h"
#include "core/store/experiment_codec.h"
#include "core/store/lock_patience.h"
#include "core/store/owner.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

namespace tessera::store {

class SampleWriter;

enum class OpenMode {
    ReadWrite, // creates the file and its folder if missing
    ReadOnly,  // an existing store; nothing in it changes
};

// Opens the run store in `file` (SCHEMA.md). With ReadWrite, runs of programs that are gone become
// Interrupted, and runs that were removed more than a week ago are deleted, with their folders
// unless another store beside this one has them too; live runs of other programs are left alone.
// networkWarning() in file_system.h says whether a person should be warned about where the file
// lies.
// NotFound: ReadOnly and no file. Io: the folder or file refuses. Corrupt: not SQLite, or damaged.
// Unsupported: another program's database, or written by a newer version (left as it is).
[[nodiscard]] Result<std::unique_ptr<RunStore>> openRunStore(const std::filesystem::path& file,
                                                             OpenMode mode, ExperimentCodec codec);

// Runs in one SQLite file. Writing goes through one SampleWriter thread, reading through a second
// connection behind a mutex. Owned by the composition; all functions may be called from any
// thread. The destructor writes what is queued and ends this object's unfinished runs as
// Interrupted. Every function answers Io, Corrupt or OutOfMemory where SQLite does; further codes
// are named below.
class SqliteRunStore final : public RunStore {
public:
    [[nodiscard]] static Result<std::unique_ptr<RunStore>>
    open(const std::filesystem::path& file, OpenMode mode, Journal journal, ExperimentCodec codec,
         std::shared_ptr<SteadyClock> clock = std::make_shared<SteadyClock>());

    ~SqliteRunStore() override;

    // InvalidArgument: opened for reading only (as for all functions that write).
    [[nodiscard]] Result<RunId> begin(const RunStart& start) override;

    // A run that was not begun here, or has ended, is reported by flush().
    void append(const RunId& run, const MetricSample& sample) override;

    // NotFound: no such run. An absolute path is made relative to the store's folder.
    [[nodiscard]] Result<void> addArtifact(const RunId& run, const Artifact& artifact) override;

    // InvalidArgument: not a terminal state, a run that was not begun here or has ended, or a
    // privacy loss that is not a number >= 0. NotFound: no such run. Io: the store could not be
    // written for some seconds, whatever others have waited before; the outcome is kept and tried
    // again until this object goes, and finish() may be called again; or, if the sentence gives a
    // number of samples, they had to be dropped, and the run has ended.
    [[nodiscard]] Result<void> finish(const RunId& run, RunState state, const RunSummary& summary,
                                      const std::string& failure) override;

    // Io: what could not be written stays queued and is tried again. NotFound or Io, once, for
    // samples that were dropped.
    [[nodiscard]] Result<void> flush() override;

    // InvalidArgument: an empty name or tag, or two selections of one name. On failure nothing has
    // changed.
    [[nodiscard]] Result<void> edit(const RunId& run, const RunEdit& edit) override;
    [[nodiscard]] Result<void> setRemoved(const RunId& run, Removal removal) override;

    [[nodiscard]] Result<std::int64_t> revision() override;

    [[nodiscard]] Result<std::vector<RunRecord>> list() override;

    // Of a removed run too. NotFound: no such run (as for samples()).
    [[nodiscard]] Result<RunRecord> get(const RunId& run) override;
    [[nodiscard]] Result<std::vector<MetricSample>> samples(const RunId& run) override;
    [[nodiscard]] Result<std::vector<Release>> releases(const std::string& populationHash) override;
    [[nodiscard]] Result<void> addRelease(const RunId& run, const Release& release) override;

private:
    SqliteRunStore(const std::filesystem::path& file, ExperimentCodec codec, Connection reader,
                   Connection writer, std::shared_ptr<SteadyClock> clock);

    [[nodiscard]] Result<void> checkWritable() const;
    template <class Read>
    [[nodiscard]] auto reading(Read&& read);

    const std::filesystem::path m_file;
    const std::filesystem::path m_folder;
    const ExperimentCodec m_codec;
    const Owner m_owner;
    const std::shared_ptr<SteadyClock> m_clock;
    std::unique_ptr<SampleWriter> m_writer; // null: opened for reading only
    std::mutex m_readMutex;
    LockPatience m_readPatience; // m_readMutex
    // m_readMutex. After m_writer, so that the writing connection is the last to close: only that
    // one can fold the WAL back into the file.
    Connection m_reader;
    std::atomic<bool> m_dropped = false; // a sample came while open for reading only
};

} // namespace tessera::store
