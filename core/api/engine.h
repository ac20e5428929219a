#pragma once

#include "core/api/analysis.h"
#include "core/api/data_description.h"
#include "core/api/events.h"
#include "core/api/experiment.h"
#include "core/api/image_decoder.h"
#include "core/api/input_spec.h"
#include "core/api/item_results.h"
#include "core/api/network_description.h"
#include "core/api/result.h"
#include "core/api/run.h"
#include "core/api/token.h"
#include "core/api/watch.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// The only door to everything that needs LibTorch. The library behind it is loaded with dlopen by
// app/composition, after the environment for its kernels has been chosen, and never unloaded.
// Only values of core/api cross; no exception does.
namespace tessera {

// Raised whenever a type that crosses this header changes shape.
inline constexpr int kEngineVersion = 6;

struct EngineSettings {
    std::filesystem::path dataDir;                  // holds digits.csv.gz
    std::shared_ptr<ImageDecoder> images = nullptr; // null: image folders are refused
};

struct EngineInfo {
    std::string blas;   // "OpenBLAS 0.3.21"
    std::string kernel; // "SkylakeX"
    std::string device; // "cpu"
    int torchThreads = 0;
    int blasThreads = 0;
    std::vector<std::string> libraries; // "LibTorch 1.13.0", ...
};

// What can be named in an experiment, with a sentence for people.
struct CatalogEntry {
    std::string id;
    std::string description;
};

struct DatasetEntry : CatalogEntry {
    InputSpec input;
    int classes = 0;
    SplitSpec defaultSplits;
    std::int64_t samples = 0; // how many there are, or may be drawn
};

struct ModeEntry : CatalogEntry {
    // Fields of the experiment's `transfer` that the mode looks at ("epochs", "hub.kind", ...), in
    // the order in which a form shows them.
    std::vector<std::string> parameters;
};

struct Catalog {
    std::vector<CatalogEntry> architectures, hubs, controls, shifts, tasks;
    std::vector<DatasetEntry> datasets;
    std::vector<ModeEntry> modes;
};

struct TransferRequest {
    Experiment experiment;
    std::filesystem::path cacheDir;    // trained sources are kept here and reused
    std::filesystem::path artifactDir; // empty, or where the hub's encoders are written
    std::int64_t snapshotRows = 0;     // validation inputs that snapshots show at most; 0 = none
};

struct TransferResult {
    // Cancelled or failed: `summary` holds what was measured until then, and there is no token.
    bool cancelled = false;
    std::optional<Error> failure;
    RunSummary summary;
    std::optional<Token> token;
    std::vector<Artifact> artifacts; // files written below artifactDir; paths are absolute
    ItemResultsPtr items = nullptr;  // null: nothing was asked of the test items
};

// transfer() and measureGflops() belong to one thread at a time; the others may be called from any
// thread, also during a transfer.
class Engine {
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual EngineInfo info() const = 0;
    [[nodiscard]] virtual Catalog catalog() const = 0;

    // Bytes that data and recordings may take, for everything that begins after this; 0, as at the
    // start: half of the machine's memory. Any thread.
    virtual void setMemoryBudget(std::int64_t bytes) = 0;

    // Single-precision matrix product of 1024 x 1024, best of several, in GFLOP/s.
    [[nodiscard]] virtual Result<double> measureGflops(int threads) = 0;

    // Checks an experiment against the catalogue and the data without computing anything.
    [[nodiscard]] virtual Result<void> check(const Experiment& experiment) const = 0;

    // Reads a data set and says what is in it, with its shift where there is one. NotFound, Io,
    // Corrupt, Unsupported, InvalidArgument; a null pointer if stopped.
    [[nodiscard]] virtual Result<std::shared_ptr<const DataDescription>>
    describeData(const DataSpec& spec, const Watch& watch) const = 0;

    // Looks into a network without running it where it is not allowed to run. `input` decides the
    // shapes of a zoo network and is tried on a file. What is wrong inside the file is the
    // description's refusal; NotFound, Io, Corrupt where it cannot be read at all.
    [[nodiscard]] virtual Result<std::shared_ptr<const NetworkDescription>>
    describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>& input, int classes,
                    const Watch& watch) const = 0;

    // Everything that the chosen taps put out for one sample. InvalidArgument: no such row or tap,
    // or more bytes than allowed.
    [[nodiscard]] virtual Result<std::vector<FullActivation>>
    recordSample(const FullActivationRequest& request, const Watch& watch) const = 0;

    // Lives as long as the engine. Any thread.
    [[nodiscard]] virtual const Analysis& analysis() const = 0;

    // Runs one transfer with its controls on the calling thread. Polls `stop` once a batch.
    [[nodiscard]] virtual Result<TransferResult>
    transfer(const TransferRequest& request, EventSink& events, const std::stop_token& stop) = 0;
};

} // namespace tessera

extern "C" {
// Returns null if `version` is not kEngineVersion. The caller owns the engine.
tessera::Engine* tesseraCreateEngine(int version, const tessera::EngineSettings* settings);
}
