#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

namespace {

// Hands everything to two.
class Both : public zoo::TapSink {
public:
    Both(zoo::TapSink& first, zoo::TapSink& second) : m_first(first), m_second(second) {}
    void record(const std::string& name, const torch::Tensor& value) override {
        m_first.record(name, value);
        m_second.record(name, value);
    }

private:
    zoo::TapSink& m_first;
    zoo::TapSink& m_second;
};

} // namespace

Answers Lesson::receiver(const torch::Tensor& index, zoo::TapSink* also) {
    m_taps.clear();
    Answers answers;
    if (also != nullptr) {
        Both both(m_taps, *also);
        answers.logits = m_input.receiver.forward(inputs(index), &both);
    } else {
        answers.logits = m_input.receiver.forward(inputs(index), &m_taps);
    }
    answers.features = m_taps.at("feature");
    return answers;
}

Result<Answers> Lesson::source(const torch::Tensor& index) const {
    auto features = m_source.features.gather(index);
    auto logits = m_source.logits.gather(index);
    if (!features || !logits) {
        return fail(features ? logits.error() : features.error());
    }
    return Answers{*features, *logits};
}

} // namespace tessera::transfer
