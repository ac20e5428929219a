#include "core/session/run_session.h"

#include "core/format/file_io.h"
#include "core/format/sha256.h"
#include "core/session/environment.h"
#include "core/session/item_file.h"
#include "core/session/job_boundary.h"
#include "core/session/snapshot_file.h"

#include <fmt/format.h>

#include <cmath>
#include <system_error>
#include <unistd.h>

namespace tessera::session {

namespace {

// What the engine reports goes to the store and to whoever listens, in this order; of the snapshots
// the first and the last stay.
class Recorder : public EventSink {
public:
    Recorder(RunStore& store, RunId id, RunListener& listener)
        : m_store(store), m_id(std::move(id)), m_listener(listener) {}

    void progress(const Progress& progress) override { m_listener.progress(progress); }
    void sample(const MetricSample& sample) override {
        m_store.append(m_id, sample);
        m_listener.sample(sample);
    }
    void notice(const Notice& notice) override { m_listener.notice(notice); }
    void snapshot(const SnapshotPtr& snapshot) override {
        if (!m_snapshots.first) {
            m_snapshots.first = snapshot;
        }
        m_snapshots.last = snapshot;
        m_listener.snapshot(snapshot);
    }

    void stageDone(Phase phase) override { m_listener.stageDone(phase); }

    [[nodiscard]] const RunSnapshots& snapshots() const { return m_snapshots; }

private:
    RunStore& m_store;
    RunId m_id;
    RunListener& m_listener;
    RunSnapshots m_snapshots;
};

// Adds a file that was written to the run's artifacts, in any case, and its hash if it can be read.
Result<void> enterFile(const char* kind, const std::filesystem::path& file, std::int64_t bytes,
                       TransferResult& result) {
    result.artifacts.push_back({kind, file, {}, bytes});
    const auto hash = format::sha256File(file);
    if (!hash) {
        return fail(hash.error());
    }
    result.artifacts.back().sha256 = *hash;
    return {};
}

// A file without which the run is still worth keeping: what contradicts itself is left out, and
// the listener is told.
Result<void> enterExtra(const char* kind, const std::filesystem::path& file,
                        const Result<std::int64_t>& bytes, RunListener& listener,
                        TransferResult& result) {
    if (!bytes && bytes.error().code == ErrorCode::InvalidArgument) {
        listener.notice({bytes.error().detail + "; the rest of the run is kept without them",
                         NoticeLevel::Warning});
        return {};
    }
    return bytes ? enterFile(kind, file, *bytes, result) : fail(bytes.error());
}

} // namespace

Result<void> prepareFolder(const OutputFolder& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder.root, error);
    const auto probe = folder.root / fmt::format(".probe-{}", getpid());
    const bool writable = !error && format::writeFileAtomically(probe, {}).has_value();
    std::error_code ignored;
    std::filesystem::remove(probe, ignored);
    if (!writable) {
        return fail(ErrorCode::Io,
                    fmt::format("the output folder {} cannot be written to{}; choose another one",
                                folder.root.string(), error ? " (" + error.message() + ")" : ""));
    }
    return {};
}

RunSession::RunSession(Engine& engine, RunStore& store, TokenWriter& tokens, OutputFolder folder,
                       std::string study)
    : m_engine(engine), m_store(store), m_tokens(tokens), m_folder(std::move(folder)),
      m_study(std::move(study)) {}

Result<RunRecord> RunSession::execute(const Experiment& experiment, const std::string& sourceLabel,
                                      const std::string& receiverLabel, RunListener& listener,
                                      const std::stop_token& stop) {
    if (auto good = m_engine.check(experiment); !good) {
        return fail(good.error());
    }
    const auto id = m_store.begin({experiment, sourceLabel, receiverLabel,
                                   captureEnvironment(m_engine.info(), experiment), m_study});
    if (!id) {
        return fail(id.error());
    }
    const auto folder = m_folder.run(*id);
    std::error_code error;
    std::filesystem::create_directories(folder, error);

    Recorder recorder(m_store, *id, listener);
    auto result = bounded([&] {
        listener.begun(*id);
        return m_engine.transfer({experiment, m_folder.networks(), folder, kSnapshotRows}, recorder,
                                 stop);
    });
    std::optional<Error> failure;
    if (!result) {
        failure = result.error();
    } else if (result->failure) {
        failure = result->failure;
    } else if (auto kept = bounded(
                   [&] { return keepArtifacts(*id, recorder.snapshots(), listener, *result); });
               !kept) {
        failure = kept.error();
    }
    // A file that the store does not know would never be found again.
    if (!result || result->failure) {
        std::filesystem::remove_all(folder, error);
    } else if (failure) {
        for (const auto& unknown : result->artifacts) {
            std::filesystem::remove(unknown.path, error);
        }
    }
    std::filesystem::remove(folder, error); // only if it stayed empty

    const auto state = failure             ? RunState::Failed
                       : result->cancelled ? RunState::Cancelled
                                           : RunState::Done;
    const auto finished = m_store.finish(*id, state, result ? result->summary : RunSummary{},
                                         failure ? failure->detail : std::string());
    if (failure) {
        return fail(*failure);
    }
    if (!finished) {
        return fail(finished.error());
    }
    return m_store.get(*id);
}

Result<void> RunSession::keepArtifacts(const RunId& id, const RunSnapshots& snapshots,
                                       RunListener& listener, TransferResult& result) {
    // The token last: once it is written, its release cannot be taken back.
    if (auto kept = keepViews(id, snapshots, listener, result); !kept) {
        return kept;
    }
    if (auto kept = keepItems(id, listener, result); !kept) {
        return kept;
    }
    if (auto kept = keepToken(id, result); !kept) {
        return kept;
    }
    while (!result.artifacts.empty()) {
        auto artifact = result.artifacts.front();
        artifact.path = artifact.path.lexically_relative(m_folder.root);
        if (auto added = m_store.addArtifact(id, artifact); !added) {
            return added;
        }
        result.artifacts.erase(result.artifacts.begin());
    }
    return {};
}

Result<void> RunSession::keepViews(const RunId& id, const RunSnapshots& snapshots,
                                   RunListener& listener, TransferResult& result) {
    const auto& first = snapshots.first;
    // Without validation inputs there is nothing to show.
    if (!first || (first->samples && first->samples->size() == 0)) {
        return {};
    }
    const auto file = m_folder.run(id) / "views.safetensors";
    return enterExtra("views", file, writeSnapshots(file, snapshots), listener, result);
}

Result<void> RunSession::keepItems(const RunId& id, RunListener& listener, TransferResult& result) {
    if (!result.items) {
        return {};
    }
    const auto file = m_folder.run(id) / "items.safetensors";
    return enterExtra("items", file, writeItems(file, *result.items), listener, result);
}

Result<void> RunSession::keepToken(const RunId& id, TransferResult& result) {
    if (!result.token) {
        return {};
    }
    const auto& privacy = result.summary.privacy;
    if (privacy && std::isfinite(privacy->epsilon)) {
        if (auto entered =
                m_store.addRelease(id, {privacy->populationHash, privacy->splitHash, privacy->mu});
            !entered) {
            return entered;
        }
    }
    const auto file = m_folder.run(id) / "token.tbf";
    const auto bytes = m_tokens.write(file, *result.token);
    if (!bytes) {
        return fail(bytes.error());
    }
    if (auto entered = enterFile("token", file, *bytes, result); !entered) {
        return entered;
    }
    result.summary.tokenBytes = *bytes;
    return {};
}

} // namespace tessera::session
