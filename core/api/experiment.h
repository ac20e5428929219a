#pragma once

#include "core/api/ids.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

// The recipe of a run: everything needed to repeat it. Plain values; the JSON form, its checks and
// its defaults live in core/experiment.
namespace tessera {

// A zoo network's recipe. What the data decides (input shape, class count) is filled in later.
struct ArchitectureSpec {
    ArchitectureId family;
    int width = 64;
    int depth = 2;
    std::optional<int> classes;    // default: the data's
    std::optional<bool> positions; // default: on for images, rows and flat vectors; off for tokens
    friend bool operator==(const ArchitectureSpec&, const ArchitectureSpec&) = default;
};

struct TrainSpec {
    int epochs = 20;
    double rate = 1e-3;
    int batch = 32;
    std::string optimiser = "adam";
    friend bool operator==(const TrainSpec&, const TrainSpec&) = default;
};

// Either an architecture, or a checkpoint file (which holds its recipe), or a state dict file plus
// the architecture that its tensors belong to.
struct NetworkSpec {
    std::optional<ArchitectureSpec> architecture;
    std::filesystem::path file;
    friend bool operator==(const NetworkSpec&, const NetworkSpec&) = default;
};

enum class ReceiverState { Untrained, Trained };

struct SourceSpec {
    NetworkSpec network;
    TrainSpec train;
    friend bool operator==(const SourceSpec&, const SourceSpec&) = default;
};

struct ReceiverSpec {
    NetworkSpec network;
    ReceiverState state = ReceiverState::Untrained;
    TrainSpec train; // used when state is Trained and no file is given
    friend bool operator==(const ReceiverSpec&, const ReceiverSpec&) = default;
};

// Sizes in samples; 0 everywhere means "the data set's own default".
struct SplitSpec {
    int sourceTrain = 0;
    int reference = 0;
    int validation = 0;
    int test = 0;
    [[nodiscard]] bool isDefault() const {
        return sourceTrain == 0 && reference == 0 && validation == 0 && test == 0;
    }
    friend bool operator==(const SplitSpec&, const SplitSpec&) = default;
};

// What the person declares about source and receiver solving different tasks.
enum class Mismatch { None, Classes };

struct DataSpec {
    std::string name;
    SplitSpec splits;
    Mismatch mismatch = Mismatch::None;
    friend bool operator==(const DataSpec&, const DataSpec&) = default;
};

struct HubSpec {
    HubKindId kind{"orthogonal"};
    int dim = 2048;
    friend bool operator==(const HubSpec&, const HubSpec&) = default;
};

// Differential privacy of the token's vector. Infinite epsilon = off.
struct PrivacySpec {
    double epsilon = std::numeric_limits<double>::infinity();
    double delta = 1e-5;
    double clip = 10.0; // L2 norm C that every released vector is clipped to
    [[nodiscard]] bool enabled() const { return epsilon < std::numeric_limits<double>::infinity(); }
    friend bool operator==(const PrivacySpec&, const PrivacySpec&) = default;
};

struct ModalityWeights {
    double activation = 0.90;
    double weight = 0.05;
    double behaviour = 0.05;
    friend bool operator==(const ModalityWeights&, const ModalityWeights&) = default;
};

struct TransferSpec {
    ModeId mode{"A"};
    HubSpec hub;
    int epochs = 3;
    double rate = 2e-3;
    int batch = 32;
    ModalityWeights weights;
    double temperature = 4.0;
    double ridge = 1e-2; // fraction of the mean eigenvalue of the feature covariance
    PrivacySpec privacy;
    friend bool operator==(const TransferSpec&, const TransferSpec&) = default;
};

struct Experiment {
    static constexpr int kSchema = 1;

    std::string name;
    std::uint64_t seed = 1;
    int threads = 1; // 1 = the same numbers bit for bit on the same machine
    SourceSpec source;
    ReceiverSpec receiver;
    DataSpec data;
    TransferSpec transfer;
    std::vector<ControlId> controls;
    friend bool operator==(const Experiment&, const Experiment&) = default;
};

} // namespace tessera
