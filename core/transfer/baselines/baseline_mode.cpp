#include "core/transfer/baselines/baseline_mode.h"

#include "core/api/seed.h"
#include "core/transfer/readout.h"
#include "core/transfer/stage_clock.h"
#include "core/transfer/validation_monitor.h"
#include "core/zoo/initialise.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tessera::transfer {

namespace {

// One transfer in progress: the stages share these, in this order.
class BaselineTransfer {
public:
    BaselineTransfer(const BaselineMethod& method, const TransferInput& input, EventSink& events,
                     const std::stop_token& stop)
        : m_method(method), m_input(input), m_events(events), m_stop(stop),
          m_clock(events, m_outcome.seconds) {}

    Result<TransferOutcome> run();

private:
    Result<void> collect();
    Result<void> watchValidation();
    Result<void> learnFrom();
    Result<void> readout();
    void measureDrift(std::int64_t step);
    [[nodiscard]] Result<void> measured() const {
        return m_unmeasured ? fail(*m_unmeasured) : Result<void>();
    }

    const BaselineMethod& m_method;
    const TransferInput& m_input;
    EventSink& m_events;
    const std::stop_token& m_stop;
    TransferOutcome m_outcome;
    StageClock m_clock;
    Signals m_source;      // on the reference inputs
    torch::Tensor m_order; // of a control that has mixed its rows
    std::optional<ValidationMonitor> m_monitor;
    std::optional<Error> m_unmeasured; // why the last measurement could not be made
};

Result<TransferOutcome> BaselineTransfer::run() {
    using Step = Result<void> (BaselineTransfer::*)();
    for (const Step step : {&BaselineTransfer::collect, &BaselineTransfer::watchValidation,
                            &BaselineTransfer::learnFrom, &BaselineTransfer::readout}) {
        if (m_stop.stop_requested()) {
            break;
        }
        if (auto done = (this->*step)(); !done) {
            return fail(done.error());
        }
    }
    m_input.receiver.eval();
    m_clock.leave();
    m_outcome.cancelled = m_stop.stop_requested();
    return std::move(m_outcome);
}

Result<void> BaselineTransfer::collect() {
    m_clock.enter(Phase::Collect, 1, "collect activations");
    if (!m_input.labelSpacesAgree && m_method.start != nullptr) {
        return fail(ErrorCode::InvalidArgument,
                    "source and receiver name different classes, and this method compares what "
                    "they say; choose mode A");
    }
    SignalPlan plan;
    plan.layers = m_input.measureCurves;
    plan.layerRows = m_input.measureCurves ? kMatchingRows : 0;
    plan.space = m_input.space;
    auto source = collectSignals(m_input.source, m_input.data.reference, plan, m_stop);
    if (!source) {
        return fail(source.error());
    }
    m_source = std::move(*source);
    if (m_input.shuffleSource && !m_source.empty()) {
        const auto seed = deriveSeed(m_input.seed, "control.shuffled_targets");
        auto mixed = shuffled(m_source, zoo::makeGenerator(seed));
        if (!mixed) {
            return fail(mixed.error());
        }
        // The same permutation, for what is asked of the source later.
        m_order =
            torch::randperm(m_source.features.count(), zoo::makeGenerator(seed), torch::kInt64);
        m_source = std::move(*mixed);
    }
    m_clock.advance(1);
    return {};
}

Result<void> BaselineTransfer::watchValidation() {
    if (!m_input.measureCurves || m_source.empty()) {
        return {};
    }
    SignalPlan plan;
    plan.layers = true;
    plan.layerRows = kMatchingRows;
    plan.space = m_input.space;
    const auto receiver = collectSignals(m_input.receiver, m_input.data.reference, plan, m_stop);
    auto validation = collectSignals(m_input.source, m_input.data.validation.inputs,
                                     validationPlan(m_input), m_stop);
    if (!receiver || !validation) {
        return fail(receiver ? validation.error() : receiver.error());
    }
    if (receiver->empty() || validation->empty()) {
        return {};
    }
    auto pairs = matchLayers(m_source, *receiver);
    if (!pairs) {
        return fail(pairs.error());
    }
    m_source.values.clear(); // they have been matched
    for (const auto& pair : *pairs) {
        m_outcome.matchedLayers.emplace_back(pair.name, pair.similarity);
        m_events.sample({"cka.matched", 0, pair.similarity, pair.name});
    }
    m_monitor.emplace(m_input, MonitoredHub{}, std::move(*validation), std::move(*pairs));
    auto ready = m_monitor->begin();
    if (ready && m_input.snapshotRows > 0) {
        ready = m_monitor->showSnapshots(m_source.features);
    }
    return ready;
}

Result<void> BaselineTransfer::learnFrom() {
    const bool learns = m_method.start != nullptr;
    m_clock.enter(Phase::FineTune,
                  learns ? plannedSteps(m_input.data.reference.size(0), m_input.spec) : 0,
                  "fine-tune");
    measureDrift(0);
    if (!learns || m_source.empty()) {
        return measured();
    }
    Lesson lesson(m_input, m_source, m_order, m_stop);
    const auto objective = m_method.start(lesson);
    if (!objective) {
        return fail(objective.error());
    }
    const bool own = !(*objective)->predictor();
    LearningPlan plan;
    plan.parameters = (*objective)->parameters();
    if (plan.parameters.empty()) {
        m_outcome.predictor = (*objective)->predictor();
        return measured();
    }
    plan.loss = [&](const torch::Tensor& index) { return (*objective)->loss(index); };
    const auto& asked = m_method.parameters;
    plan.keepsSchedule = std::find(asked.begin(), asked.end(), "schedule") == asked.end();
    const auto report = learn(m_input, plan, m_events,
                              {[this](std::int64_t step) { m_clock.advance(step); },
                               [&](std::int64_t epoch) {
                                   if (own) { // else the receiver itself has not changed
                                       (*objective)->stepped();
                                       measureDrift(epoch);
                                   }
                               }},
                              m_stop);
    if (!report) {
        return fail(report.error());
    }
    (*objective)->finish();
    m_outcome.gradientSteps = report->steps;
    m_outcome.labelsUsed = m_method.usesLabels ? m_input.data.reference.size(0) : 0;
    m_outcome.predictor = (*objective)->predictor();
    return measured();
}

// One more step of every curve, after the last epoch.
Result<void> BaselineTransfer::readout() {
    if (!m_method.closedReadout || m_source.empty()) {
        return {};
    }
    const auto read = readOut(m_input, m_source.logits, m_stop);
    if (!read) {
        return fail(read.error());
    }
    if (*read) {
        measureDrift(m_input.spec.epochs + 1);
    }
    return measured();
}

// A stopped measurement leaves the figures of the step before.
void BaselineTransfer::measureDrift(std::int64_t step) {
    if (!m_monitor || m_unmeasured) {
        return;
    }
    const auto drift = m_monitor->measure(step, m_events, m_stop);
    if (!drift) {
        m_unmeasured = drift.error();
    } else if (*drift) {
        m_outcome.drift = **drift;
    }
}

} // namespace

BaselineMode::BaselineMode(BaselineMethod method)
    : m_method(std::move(method)), m_descriptor{m_method.id, m_method.description,
                                                m_method.parameters,
                                                m_method.start != nullptr && !m_method.usesLabels,
                                                m_method.closedReadout} {}

Result<TransferOutcome> BaselineMode::run(const TransferInput& input, EventSink& events,
                                          const std::stop_token& stop) const {
    return BaselineTransfer(m_method, input, events, stop).run();
}

} // namespace tessera::transfer
