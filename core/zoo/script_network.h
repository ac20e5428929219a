#pragma once

#include "core/api/experiment.h"
#include "core/zoo/network.h"
#include "core/zoo/script_archive.h"

#include <map>

namespace tessera::zoo {

struct ScriptFile;

// How a TorchScript network is to be used.
struct ScriptOptions {
    InputSpec input;
    int classes = 0; // of the data; only a replaced head is made for them
    HeadChoice head = HeadChoice::Keep;
    std::string feature;             // tap that is the feature; empty: the input of the head
    std::vector<std::string> freeze; // submodules whose parameters do not learn
    std::uint64_t seed = 0;          // of a replaced head, and of what the network draws itself
};

// A network from a TorchScript file. It is run on made-up inputs when it is created, which shows
// which submodules are called, in which order, and what they return.
//
// Taps are all submodules that are called and return a tensor with an axis for the samples, by
// their paths; of several calls of one submodule the second is "path#2" and so on; of a tuple the
// first tensor counts. The `feature` is the input of the last linear layer if its output is the
// output of the network, else the input of the last layer with parameters, or what the options say.
// The head is that linear layer, if the feature is its input; it is null if there is none, if it
// has no bias, or if its weights are constants of the code (torch.jit.freeze).
//
// Frozen submodules stay in evaluation mode, so that their running statistics stay too. A network
// that was traced behaves in training as it did when it was traced. What it draws (dropout) comes
// from a generator of its own.
class ScriptNetwork : public Network {
public:
    using Network::forward;

    // Codes of loadScript() for damaged or refused files. InvalidArgument: it does not take the
    // inputs, does not give one row of scores per sample, or has no such tap, submodule or head.
    [[nodiscard]] static Result<std::shared_ptr<ScriptNetwork>>
    create(const std::shared_ptr<ScriptFile>& file, const ScriptOptions& options);
    ~ScriptNetwork() override;

    // Throws what LibTorch throws.
    torch::Tensor forward(const torch::Tensor& input, TapSink* taps) override;
    [[nodiscard]] std::vector<TapPoint> tapPoints() const override;
    [[nodiscard]] std::int64_t featureWidth() const override;
    [[nodiscard]] torch::nn::Linear head() const override;
    // "torchscript:" and a hash of code and structure.
    [[nodiscard]] std::string identity() const override;
    [[nodiscard]] std::string describe() const override;
    // Every parameter drawn anew (script_initialise.h). Unsupported: it has none.
    [[nodiscard]] Result<NetworkPtr> fresh(std::uint64_t seed) const override;
    [[nodiscard]] Result<NetworkPtr> copy() const override;
    void train(bool on = true) override;

    // As TorchScript. Io.
    [[nodiscard]] Result<void> save(const std::filesystem::path& file) const;

    // What was seen of each submodule when the network was tried.
    struct Seen {
        int calls = 0;
        std::string note; // why it is no tap, or that its layout is a guess; may be empty
    };
    [[nodiscard]] const std::map<std::string, Seen>& seen() const;
    // Of one sample, of a tap of tapPoints().
    [[nodiscard]] std::vector<std::int64_t> tapShape(const std::string& tap) const;
    // English sentences about what a person should know.
    [[nodiscard]] const std::vector<std::string>& warnings() const;

private:
    struct Plan;  // the same for all copies
    struct State; // the weights
    ScriptNetwork(std::shared_ptr<const Plan> plan, std::unique_ptr<State> state);

    std::shared_ptr<const Plan> m_plan;
    std::unique_ptr<State> m_state;
};

using ScriptNetworkPtr = std::shared_ptr<ScriptNetwork>;

// Reads a file, looks into it, and creates the network. Null if stopped.
[[nodiscard]] Result<ScriptNetworkPtr> loadScriptNetwork(const std::filesystem::path& path,
                                                         const ScriptOptions& options,
                                                         const std::stop_token& stop = {},
                                                         const LoadProgress& progress = {});

} // namespace tessera::zoo
