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

enum class PositionEncoding {
    Learned,    // parameters, drawn with the others
    Sinusoidal, // fixed sines and cosines (Vaswani et al. 2017)
};

// How the positions of a sequence become one feature.
enum class Pooling {
    Mean,
    ClassToken, // a learned token in front, whose output is read (Dosovitskiy et al. 2021)
};

// A zoo network's recipe. What the data decides (input shape, class count) is filled in later. What
// a family does not use has no effect on it.
struct ArchitectureSpec {
    ArchitectureId family;
    int width = 64;                // resnet: channels of the first stage, 16 in He et al. 2016
    int depth = 2;                 // layers or blocks; resnet: 6n + 2 layers, 8 to 56
    std::optional<int> classes;    // default: the data's
    std::optional<bool> positions; // default: on for images, rows and flat vectors; off for tokens
    PositionEncoding encoding = PositionEncoding::Learned;
    std::optional<int>
        patch; // vit: side of a square patch in pixels; default: a quarter of the side
    std::optional<int> heads;        // transformer, vit; default: max(1, width / 32)
    Pooling pooling = Pooling::Mean; // vit
    friend bool operator==(const ArchitectureSpec&, const ArchitectureSpec&) = default;
};

struct TrainSpec {
    int epochs = 20;
    double rate = 1e-3;
    int batch = 32;
    std::string optimiser = "adam";
    friend bool operator==(const TrainSpec&, const TrainSpec&) = default;
};

enum class HeadChoice {
    Keep,
    Replace, // a fresh linear head with as many outputs as the data has classes
};

// Either an architecture, or a checkpoint file (which holds its recipe), or a TorchScript file, or
// a state dict file plus the architecture that its tensors belong to.
struct NetworkSpec {
    std::optional<ArchitectureSpec> architecture;
    std::filesystem::path file;
    HeadChoice head = HeadChoice::Keep; // of a file
    std::string feature;                // tap that is the feature; empty: the input of the head
    std::vector<std::string> freeze;    // submodules whose parameters do not learn
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

enum class Separator { Find, Comma, Semicolon, Tab, Space, Bar };
enum class HeaderRow { Find, Yes, No };
enum class DataInput { Find, Flat, Image, Rows, Tokens };

// How numbers are scaled before any network sees them.
enum class Normalisation {
    Find,     // bytes and pixels to 0..1, everything else as it is
    None,     // as in the file
    Unit,     // to 0..1 by the smallest and largest value of source-train
    Standard, // mean 0, deviation 1 per feature (per channel of images) of source-train
};

// How a data file is to be read. Everything left at its default is found out from the file.
struct DataReading {
    std::string label;  // column of a CSV (name, or number from 1), array of an archive
    std::string inputs; // array of an archive
    Separator separator = Separator::Find; // of a CSV
    HeaderRow header = HeaderRow::Find;
    DataInput input = DataInput::Find;
    int height = 0, width = 0, channels = 0; // images: size to bring them to, 1 = grey, 3 = RGB
    Normalisation normalise = Normalisation::Find;
    friend bool operator==(const DataReading&, const DataReading&) = default;
};

// A change of the inputs that the source was not trained on: of reference, validation and test.
struct ShiftSpec {
    std::string kind;      // "noise", "rotation", ...; empty: none
    double strength = 0.5; // 0 to 1
    friend bool operator==(const ShiftSpec&, const ShiftSpec&) = default;
};

// A source that was trained on another task than the one that is measured.
struct TaskSpec {
    std::string kind;      // "permuted", "coarser", "other"; empty: the same task
    double strength = 1.0; // 0 to 1: share of the classes that change
    std::string data; // "other": name of a built-in data set, or a file, of the same input kind
    [[nodiscard]] bool namesFile() const { return data.find_first_of("/.") != std::string::npos; }
    friend bool operator==(const TaskSpec&, const TaskSpec&) = default;
};

struct DataSpec {
    std::string name;           // of a built-in data set; with a file: what people call it
    std::filesystem::path file; // or a folder of images, a folder per class
    DataReading reading;
    SplitSpec splits;
    Mismatch mismatch = Mismatch::None;
    ShiftSpec shift;
    TaskSpec task;
    friend bool operator==(const DataSpec&, const DataSpec&) = default;
};

// When the receiver's place in the hub is fitted.
enum class HubRefit {
    Never,     // once, before it learns
    EachEpoch, // before every epoch, to the features that it then has
};

struct HubSpec {
    HubKindId kind{"orthogonal"};
    int dim = 2048;
    double whitening = 0.0; // orthogonal: 0 keeps the variances of the source's axes, 1 levels them
    HubRefit refit = HubRefit::EachEpoch;
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

// How the learning rate goes over the steps of a transfer.
enum class RateSchedule {
    Auto, // one cycle for mode A, constant for what it is compared with: what suits each best
    Constant,
    OneCycle, // up to 3 rate, then down to almost nothing (Smith and Topin 2019)
};

struct TransferSpec {
    ModeId mode{"A"};
    HubSpec hub;
    int epochs = 3;
    double rate = 2e-3;
    RateSchedule schedule = RateSchedule::Auto;
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
