#pragma once

#include "core/tap/recording.h"
#include "core/transfer/learning.h"
#include "core/transfer/signals.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace tessera::transfer {

// What source and receiver say about some inputs of the reference set.
struct Answers {
    torch::Tensor features; // (b, width)
    torch::Tensor logits;   // (b, classes)
};

// The reference inputs, the source's answers to all of them, and the receiver's as they are asked
// for. Referenced objects outlive it.
class Lesson {
public:
    // `order`: the input that each row of `source` speaks of; undefined: its own.
    Lesson(const TransferInput& input, const Signals& source, torch::Tensor order,
           std::stop_token stop)
        : m_input(input), m_source(source), m_order(std::move(order)), m_stop(std::move(stop)),
          m_taps(input.receiver, {"feature"}) {}

    [[nodiscard]] const TransferInput& input() const { return m_input; }
    [[nodiscard]] const Signals& source() const { return m_source; }
    [[nodiscard]] const std::stop_token& stop() const { return m_stop; }
    [[nodiscard]] torch::Tensor inputs(const torch::Tensor& index) const {
        return m_input.data.reference.index_select(0, index);
    }
    // Those that the source's answers to `index` are about: others where a control has mixed them.
    [[nodiscard]] torch::Tensor sourceInputs(const torch::Tensor& index) const {
        return inputs(m_order.defined() ? m_order.index_select(0, index) : index);
    }
    // With gradients. `also` records as well.
    [[nodiscard]] Answers receiver(const torch::Tensor& index, zoo::TapSink* also = nullptr);
    // Io.
    [[nodiscard]] Result<Answers> source(const torch::Tensor& index) const;

private:
    const TransferInput& m_input;
    const Signals& m_source;
    torch::Tensor m_order;
    std::stop_token m_stop;
    tap::TapCollector m_taps;
};

// What a baseline minimises, one transfer long.
class Objective {
public:
    virtual ~Objective() = default;

    // Of the rows with these numbers. Io.
    [[nodiscard]] virtual Result<BatchLoss> loss(const torch::Tensor& index) = 0;

    // What learns; nothing where a closed form has found it all.
    [[nodiscard]] virtual std::vector<torch::Tensor> parameters() const = 0;

    // After a step, before anybody looks at the receiver.
    virtual void stepped() {}

    // After learning: what was only lent to the receiver becomes its own.
    virtual void finish() {}

    // Set where the answers are not the receiver's own any more.
    [[nodiscard]] virtual Predictor predictor() const { return {}; }
};

// A method to compare with: everything that makes one differ from another.
struct BaselineMethod {
    ModeId id; // frozen
    std::string description;
    std::vector<std::string> parameters; // as ModeDescriptor has them
    bool closedReadout = false;          // the head is fitted in the end, as in mode A
    bool usesLabels = false;             // of the reference set
    // InvalidArgument: the method cannot be used on these networks. What takes a while looks for a
    // stop, and may then return anything: it will not learn.
    Result<std::unique_ptr<Objective>> (*start)(Lesson& lesson) = nullptr; // null: nothing learns
};

} // namespace tessera::transfer
