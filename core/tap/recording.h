#pragma once

#include "core/api/result.h"
#include "core/zoo/network.h"

#include <torch/types.h>

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace tessera::tap {

// An activation as (samples, width): the mean over positions, never over channels. Keeps gradients.
[[nodiscard]] torch::Tensor pool(const torch::Tensor& value, zoo::TapLayout layout);

// Collects the pooled values of chosen taps during one forward pass.
class TapCollector : public zoo::TapSink {
public:
    // Names that the network does not have are never recorded; has() tells.
    TapCollector(const zoo::Network& network, const std::vector<std::string>& names);

    void record(const std::string& name, const torch::Tensor& value) override;

    [[nodiscard]] bool has(const std::string& name) const { return m_values.count(name) > 0; }
    [[nodiscard]] const torch::Tensor& at(const std::string& name) const {
        return m_values.at(name);
    }
    void clear() { m_values.clear(); }

private:
    std::map<std::string, zoo::TapLayout> m_wanted;
    std::map<std::string, torch::Tensor> m_values;
};

// The taps that stand for the layers of a network in matching and layer drift, in order of
// execution. At most `most`, spread evenly, so that very deep networks stay affordable.
[[nodiscard]] std::vector<std::string> layerTaps(const zoo::Network& network,
                                                 std::size_t most = 64);

// How many inputs go through a network at once, and the memory that takes, by estimate.
struct Batch {
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
};

// 256 rows, halved until four times the widest tap and the inputs take at most 64 MiB. Depends on
// network and inputs only, so that no memory budget changes a number. Runs two rows.
[[nodiscard]] Batch batchFor(zoo::Network& network, const torch::Tensor& inputs);

// Logits and pooled taps of one batch of rows, in the order of the inputs.
struct Rows {
    torch::Tensor logits;                      // (n, classes)
    std::map<std::string, torch::Tensor> taps; // (n, width) each
};

// Runs the network over all inputs in evaluation mode without gradients, batch by batch (as
// batchFor() says), and hands every batch to `visit`. The mode is restored. Returns false if `stop`
// was requested (checked once a batch).
bool stream(zoo::Network& network, const torch::Tensor& inputs,
            const std::vector<std::string>& names, const std::function<void(const Rows&)>& visit,
            const std::stop_token& stop = {});

// The same for a visitor that may fail, which ends it. Codes of `visit`.
[[nodiscard]] Result<bool> tryStream(zoo::Network& network, const torch::Tensor& inputs,
                                     const std::vector<std::string>& names,
                                     const std::function<Result<void>(const Rows&)>& visit,
                                     const std::stop_token& stop);

// stream() gathered into whole tensors. Empty tensors if stopped.
[[nodiscard]] Rows record(zoo::Network& network, const torch::Tensor& inputs,
                          const std::vector<std::string>& names, const std::stop_token& stop = {});

} // namespace tessera::tap
