#pragma once

#include "core/api/events.h"
#include "core/api/experiment.h"
#include "core/api/item_results.h"
#include "core/api/result.h"
#include "core/api/run.h"
#include "core/api/run_store.h"
#include "core/api/snapshot.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// The files that a person opens and saves, without their formats. All functions may be called from
// any thread.
namespace tessera {

struct OpenedStore {
    std::shared_ptr<RunStore> store;
    std::filesystem::path file;
    std::filesystem::path folder; // absolute; artifacts' paths are relative to it
    bool writable = true;
    std::optional<std::string> warning; // for a person: slower, or for reading only
};

enum class FileKind { Experiment, Token, Store, Unknown };

class Documents {
public:
    virtual ~Documents() = default;

    // By content: a token's or SQLite's magic, SafeTensors with a token's vector, JSON of a token
    // or of an experiment; NotFound if there is no such file.
    [[nodiscard]] virtual Result<FileKind> kindOf(const std::filesystem::path& file) = 0;

    // Codes of core/experiment: NotFound, Io, Corrupt, Unsupported, InvalidArgument.
    [[nodiscard]] virtual Result<Experiment> readExperiment(const std::filesystem::path& file) = 0;
    [[nodiscard]] virtual Result<void> writeExperiment(const std::filesystem::path& file,
                                                       const Experiment& experiment) = 0;
    [[nodiscard]] virtual std::string experimentText(const Experiment& experiment) = 0;
    [[nodiscard]] virtual Result<Experiment> parseExperiment(const std::string& text) = 0;

    // Everything about the values of an experiment that no data or engine is needed for. A sentence
    // a problem, each beginning with its place ("transfer.rate must be ...").
    [[nodiscard]] virtual std::vector<std::string> problemsOf(const Experiment& experiment) = 0;

    // The experiment that a new document starts with: digits, ready to run.
    [[nodiscard]] virtual Experiment defaultExperiment() = 0;
    [[nodiscard]] virtual std::string defaultName(const Experiment& experiment) = 0;
    [[nodiscard]] virtual std::string networkLabel(const NetworkSpec& network) = 0;

    // An existing store, or a new one. Opens for reading only what cannot be written.
    [[nodiscard]] virtual Result<OpenedStore> openStore(const std::filesystem::path& file) = 0;

    // The artifact "views" of a run.
    [[nodiscard]] virtual Result<RunSnapshots> readSnapshots(const std::filesystem::path& file) = 0;

    // The artifact "items" of a run: its answers per test item. NotFound, Io, Corrupt, Unsupported.
    [[nodiscard]] virtual Result<ItemResultsPtr> readItems(const std::filesystem::path& file) = 0;

    // The run with its experiment, environment, summary and curves, as `tessera runs export`.
    [[nodiscard]] virtual std::string runJson(const RunRecord& run,
                                              const std::vector<MetricSample>& samples) = 0;

    // Replaces the file as a whole or leaves it as it was. Io.
    [[nodiscard]] virtual Result<void> writeFile(const std::filesystem::path& file,
                                                 const std::string& bytes) = 0;
};

} // namespace tessera
