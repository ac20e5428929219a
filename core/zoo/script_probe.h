#pragma once

#include "core/api/input_spec.h"
#include "core/zoo/script_graph.h"
#include "core/zoo/script_layout.h"

#include <ATen/core/Generator.h>

#include <functional>
#include <map>
#include <string>
#include <utility>

// A TorchScript network tried on made-up inputs.
namespace tessera::zoo {

struct ScriptProbe {
    ScriptLayout layout;              // the input of the head is a tap of TappedGraph::kHeadInput
    std::map<std::string, int> calls; // by path
    std::vector<at::Tensor> pooled;   // of each tap, (samples, width)
    at::Tensor logits;                // of the same samples
};

// InvalidArgument: it does not take the inputs, or its output is not one row of scores per sample.
// The module is left in evaluation mode.
[[nodiscard]] Result<ScriptProbe> probeScript(torch::jit::Module& module, const TappedGraph& graph,
                                              const InputSpec& input);

// Whether `logits` are what a linear layer makes of `features`, up to a shift per row (log
// softmax).
[[nodiscard]] bool isReadout(const at::Tensor& features, const at::Tensor& weight,
                             const at::Tensor& bias, const at::Tensor& logits);

// Hands on what taps of a layout return in one pass, brought into shape.
class PlannedTaps final : public ScriptTaps {
public:
    using Take = std::function<void(std::size_t tap, const at::Tensor& value)>;
    PlannedTaps(const ScriptLayout& layout, Take take);

    bool wants(int place) override;
    void take(int place, const at::Tensor& value) override;

private:
    const ScriptLayout& m_layout;
    Take m_take;
    std::map<std::pair<int, int>, std::size_t> m_taps; // place and call
    std::map<int, int> m_calls;
};

// LibTorch's own random numbers come from `own` for a scope, which goes on from there the next
// time. One such scope at a time in the whole process; others wait.
class RandomScope {
public:
    explicit RandomScope(at::Generator& own);
    ~RandomScope();
    RandomScope(const RandomScope&) = delete;
    RandomScope& operator=(const RandomScope&) = delete;

private:
    at::Generator& m_own;
    at::Tensor m_outer;
};

} // namespace tessera::zoo
