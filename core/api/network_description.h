#pragma once

#include "core/api/experiment.h"
#include "core/api/input_spec.h"
#include "core/api/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What a network is made of, without running a transfer. Plain values.
namespace tessera {

struct NetworkModule {
    std::string name;                      // "layer1.0.conv1"; empty: the network itself
    std::string type;                      // "Conv2d", as its maker called it
    std::size_t depth = 0;                 // in the tree; modules come in order, parents first
    std::vector<std::int64_t> outputShape; // of one sample, without the sample axis; empty: unknown
    std::int64_t parameters = 0;           // own and those below
    bool isTap = false;                    // its output can be recorded
    std::int64_t tapWidth = 0;             // once pooled
    int calls = 0;                         // in one forward pass
    std::string note; // English: why it is no tap ("bypassed: ..."), else empty
};

// An operator that a TorchScript file uses.
struct NetworkOperator {
    std::string name; // "aten::conv2d"
    int uses = 0;
    bool allowed = true;
    std::string place; // first use, as the file says it: 'torchvision/models/resnet.py", line 93'
};

// How the tensors of a state dict meet an architecture.
struct StateReport {
    std::string strippedPrefix;                              // "module.", "model."; empty: none
    std::vector<std::string> missing, unexpected, misshapen; // with shapes
    std::vector<ArchitectureSpec> guesses; // recipes that all tensors fit, best first
    std::optional<int> guessedClasses;
};

struct NetworkDescription {
    enum class Kind { Zoo, Checkpoint, TorchScript, StateDict };
    Kind kind = Kind::Zoo;
    std::string title; // "resnet18.pt", "transformer 64d/2L"
    std::vector<NetworkModule> modules;
    std::int64_t parameters = 0, buffers = 0;
    std::string feature; // tap that is the feature unless another one is chosen
    bool hasHead = false;
    int classes = 0;                // 0: unknown
    std::string wants;              // English: which inputs it takes, as far as known
    std::optional<InputSpec> input; // that it was tried with
    std::vector<NetworkOperator> operators;
    std::vector<std::string> attributes; // "layer1.scale: float"
    std::vector<std::string> warnings;   // English sentences
    std::optional<Error> refusal;        // an operator that is not allowed, ...: it will not be run
    std::optional<StateReport> state;    // StateDict
    std::int64_t recordingBytesPerSample = 0; // of all taps, pooled
    std::int64_t fullBytesPerSample = 0;      // not pooled
};

// Full activations of one sample, for feature maps and attention.
struct FullActivation {
    std::string tap;
    std::vector<std::int64_t> shape; // without the sample axis: (C, H, W), (S, D), (heads, S, S)
    enum class Kind { Vector, Sequence, Maps, Attention } kind = Kind::Vector;
    std::vector<float> values; // row-major
};

struct FullActivationRequest {
    Experiment experiment; // its data, and its networks where no file is given below
    std::filesystem::path cacheDir;
    enum class Which { Source, Receiver } which = Which::Source;
    std::filesystem::path checkpoint; // a run's trained network; empty: as prepared for the run
    std::int64_t validationRow = 0;
    std::vector<std::string> taps;                  // empty: all
    std::int64_t maxBytes = std::int64_t{64} << 20; // more is refused, with the figure
};

} // namespace tessera
