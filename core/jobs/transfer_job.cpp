#include "core/jobs/transfer_job.h"

#include "core/data/data_registry.h"
#include "core/data/shift_registry.h"
#include "core/experiment/labels.h"
#include "core/format/sha256.h"
#include "core/hub/hub_registry.h"
#include "core/jobs/load_network.h"
#include "core/jobs/peak_memory.h"
#include "core/jobs/shift_check.h"
#include "core/jobs/threads.h"
#include "core/jobs/token_package.h"
#include "core/stats/intervals.h"
#include "core/stats/mcnemar.h"
#include "core/stats/recovery.h"
#include "core/transfer/controls.h"
#include "core/transfer/predictions.h"
#include "core/transfer/stage_clock.h"
#include "core/transfer/work_memory.h"
#include "core/zoo/network_state.h"
#include "core/zoo/zoo_registry.h"

#include <fmt/format.h>

#include <array>

namespace tessera::jobs {

namespace {

constexpr std::int64_t kControlUnits = 1000; // of progress per control

// Of a control only its fine-tuning shows, as a part of the progress of all controls; its curves
// and remarks would be taken for the transfer's.
class ControlSink : public EventSink {
public:
    ControlSink(transfer::StageClock& clock, std::int64_t index) : m_clock(clock), m_index(index) {}
    void progress(const Progress& progress) override {
        if (progress.phase == Phase::FineTune && progress.total > 0) {
            m_clock.advance(m_index * kControlUnits +
                            kControlUnits * progress.done / progress.total);
        }
    }
    void sample(const MetricSample&) override {}
    void notice(const Notice&) override {}

private:
    transfer::StageClock& m_clock;
    std::int64_t m_index;
};

// Top classes of the receiver, or of what answers in its place.
torch::Tensor answersOf(zoo::Network& receiver, const transfer::TransferOutcome& outcome,
                        const torch::Tensor& inputs, const std::stop_token& stop) {
    return outcome.predictor ? transfer::predict(outcome.predictor, inputs, stop)
                             : transfer::predict(receiver, inputs, stop);
}

std::optional<double> sumOf(const StageSeconds& seconds) {
    std::optional<double> total;
    for (const auto& stage : {seconds.fingerprint, seconds.collect, seconds.hub, seconds.transfer,
                              seconds.finetune, seconds.measure, seconds.package}) {
        if (stage) {
            total = total.value_or(0.0) + *stage;
        }
    }
    return total;
}

} // namespace

TransferJob::TransferJob(const TransferRequest& request, data::DataAccess access, EventSink& events,
                         const std::stop_token& stop)
    : m_request(request), m_experiment(request.experiment), m_access(std::move(access)),
      m_events(events), m_stop(stop), m_sourceId(experiment::modelId(m_experiment.source.network)),
      m_receiverId(experiment::modelId(m_experiment.receiver.network)) {}

Result<TransferResult> TransferJob::run() {
    resetPeakMemory();
    using Step = Result<void> (TransferJob::*)();
    constexpr std::array<Step, 5> kSteps = {&TransferJob::prepare, &TransferJob::transfer,
                                            &TransferJob::measure, &TransferJob::package,
                                            &TransferJob::runControls};
    for (const auto step : kSteps) {
        if (stopped()) {
            break;
        }
        if (auto done = (this->*step)(); !done) {
            m_result.failure = done.error();
            break;
        }
    }
    auto& summary = m_result.summary;
    summary.seconds.total = sumOf(summary.seconds);
    summary.peakMemoryBytes = peakMemoryBytes();
    if (!m_items.source.empty()) { // else nothing was asked, or it was stopped at once
        m_result.items = std::make_shared<const ItemResults>(std::move(m_items));
    }
    m_result.cancelled = stopped() && !m_result.failure;
    if (m_result.cancelled || m_result.failure) {
        m_result.token.reset();
    }
    return std::move(m_result);
}

Result<void> TransferJob::prepare() {
    transfer::StageClock clock(m_events, m_result.summary.seconds);
    clock.enter(Phase::Prepare, 0, "data");
    if (auto good = checkExperiment(m_experiment); !good) {
        return good;
    }
    m_mode = *transfer::findMode(m_experiment.transfer.mode);
    const int threads = useThreads(m_experiment.threads);
    m_access.limits.stop = m_stop;
    auto data = data::loadData(m_experiment.data, m_experiment.seed, m_access);
    if (!data && stopped()) {
        return {};
    }
    if (!data) {
        return fail(data.error());
    }
    m_data = std::move(*data);
    if (auto good = checkNetworks(m_experiment, m_data.input, m_data.classes); !good) {
        return good;
    }
    const Preparation preparation{m_experiment, m_data, m_request.cacheDir, threads};
    // The receiver first: what is wrong with its file is then said before the source is trained.
    auto receiver = prepareReceiver(preparation, m_events, m_stop);
    if (!receiver) {
        return fail(receiver.error());
    }
    if (!*receiver) {
        return {}; // stopped
    }
    // So is what does not fit into the memory: an untrained source is as wide as a trained one.
    const auto& spec = m_experiment.source.network;
    if (spec.file.empty()) {
        const auto untrained = zoo::buildNetwork(
            {*spec.architecture, m_data.input, spec.architecture->classes.value_or(m_data.classes)},
            m_experiment.seed);
        if (!untrained) {
            return fail(untrained.error());
        }
        if (auto fits = planMemory(**untrained, **receiver); !fits) {
            return fits;
        }
    }
    auto source = prepareSource(preparation, m_events, m_stop);
    if (!source) {
        return fail(source.error());
    }
    if (!*source) {
        return {}; // stopped
    }
    if (!m_space) {
        if (auto fits = planMemory(**source, **receiver); !fits) {
            return fits;
        }
    }
    m_source = *source;
    m_receiver = *receiver;
    auto initial = m_receiver->copy();
    if (!initial) {
        return fail(initial.error());
    }
    m_initial = *initial;
    m_labelSpacesAgree = m_experiment.data.mismatch == Mismatch::None;
    m_result.summary.sourceHash = zoo::weightsHash(*m_source);
    m_result.summary.shift = checkForShift(*m_source, m_data, m_experiment.seed, m_events, m_stop);
    return {};
}

Result<void> TransferJob::planMemory(zoo::Network& source, zoo::Network& receiver) {
    auto folder = m_request.cacheDir.empty() ? m_request.artifactDir : m_request.cacheDir;
    if (folder.empty()) {
        std::error_code ignored; // the empty path cannot be used, which is said when it has to be
        folder = std::filesystem::temp_directory_path(ignored);
    }
    auto space = transfer::spaceFor(input(source, receiver, m_experiment.transfer),
                                    m_access.limits.maxBytes, folder);
    if (!space) {
        return fail(space.error());
    }
    m_space = std::move(*space);
    return {};
}

transfer::TransferInput TransferJob::input(zoo::Network& source, zoo::Network& receiver,
                                           const TransferSpec& spec) const {
    transfer::TransferInput input{source, receiver, m_sourceId,       m_receiverId,
                                  m_data, spec,     m_experiment.seed};
    input.labelSpacesAgree = m_labelSpacesAgree;
    input.snapshotRows = m_request.snapshotRows;
    input.space = m_space;
    input.sourceKnowledge = m_experiment.source.network.file.empty()
                                ? privacy::SourceKnowledge::FixedWithoutRelease
                                : privacy::SourceKnowledge::Unknown;
    return input;
}

Result<void> TransferJob::transfer() {
    auto outcome =
        m_mode->run(input(*m_source, *m_receiver, m_experiment.transfer), m_events, m_stop);
    if (!outcome) {
        return fail(outcome.error());
    }
    m_outcome = std::move(*outcome);
    auto& summary = m_result.summary;
    const auto prepared = summary.seconds.prepare;
    summary.seconds = m_outcome.seconds;
    summary.seconds.prepare = prepared;
    if (!m_outcome.predictor) { // else they speak of a receiver that does not answer
        summary.drift = m_outcome.drift;
    }
    summary.hub = m_outcome.hub;
    summary.privacy = m_outcome.privacy;
    summary.gradientSteps = m_outcome.gradientSteps;
    summary.labelsUsed = m_outcome.labelsUsed;
    summary.receiverHash = zoo::weightsHash(*m_receiver);
    return {};
}

// The only place that touches the test set.
Result<void> TransferJob::measure() {
    auto& summary = m_result.summary;
    transfer::StageClock clock(m_events, summary.seconds);
    clock.enter(Phase::Measure, 3, "measure");
    const auto& test = m_data.test;
    const auto source = transfer::predict(*m_source, test.inputs, m_stop);
    clock.advance(1);
    summary.testSize = test.size();
    summary.sourceAccuracy = transfer::shareEqual(source, test.labels);
    m_items = {std::max(m_data.classes, m_source->classes()),
               data::contentHash(test.inputs),
               transfer::plainClasses(test.labels),
               transfer::plainClasses(source),
               {},
               {},
               {}};
    if (!m_labelSpacesAgree) {
        clock.leave();
        return {};
    }
    const auto before = transfer::predict(*m_initial, test.inputs, m_stop);
    clock.advance(2);
    m_predicted = answersOf(*m_receiver, m_outcome, test.inputs, m_stop);
    clock.advance(3);
    m_items.before = transfer::plainClasses(before);
    m_items.after = transfer::plainClasses(m_predicted);
    summary.accuracyBefore = transfer::shareEqual(before, test.labels);
    summary.accuracyAfter = transfer::shareEqual(m_predicted, test.labels);
    summary.agreement = transfer::shareEqual(m_predicted, source);
    if (summary.accuracyBefore && summary.accuracyAfter && summary.sourceAccuracy) {
        const auto correct = (m_predicted == test.labels).sum().item<std::int64_t>();
        summary.interval = stats::wilsonInterval(correct, test.size());
        const std::array<stats::RunAccuracies, 1> run = {stats::RunAccuracies{
            *summary.sourceAccuracy, *summary.accuracyBefore, *summary.accuracyAfter}};
        summary.recovery = stats::recovery(run, test.size());
    }
    clock.leave();
    return {};
}

Result<void> TransferJob::package() {
    auto& summary = m_result.summary;
    transfer::StageClock clock(m_events, summary.seconds);
    clock.enter(Phase::Package, 2, "package");
    if (!m_outcome.vector.empty()) {
        m_result.token = makeToken({m_experiment, m_outcome, summary, m_sourceId, m_receiverId,
                                    m_source->featureWidth(), m_receiver->featureWidth(),
                                    data::contentHash(m_data.reference)});
    }
    clock.advance(1);
    if (m_request.artifactDir.empty()) {
        return {};
    }
    if (m_outcome.hubSpace) {
        const auto file = m_request.artifactDir / "hub.safetensors";
        if (auto saved = hub::saveHub(*m_outcome.hubSpace, file); !saved) {
            return saved;
        }
        if (auto entered = enterArtifact("hub", file); !entered) {
            return entered;
        }
    }
    if (m_outcome.predictor) {
        return {}; // the receiver is what it was
    }
    const auto learned = saveNetwork(*m_receiver, m_request.artifactDir, "receiver");
    return learned ? enterArtifact("receiver", *learned) : fail(learned.error());
}

Result<void> TransferJob::enterArtifact(const std::string& kind,
                                        const std::filesystem::path& file) {
    const auto hash = format::sha256File(file);
    if (!hash) {
        return fail(hash.error());
    }
    std::error_code unknown;
    m_result.artifacts.push_back(
        {kind, file, *hash, static_cast<std::int64_t>(std::filesystem::file_size(file, unknown))});
    return {};
}

Result<void> TransferJob::runControls() {
    transfer::StageClock clock(m_events, m_result.summary.seconds);
    m_outcome.hubSpace.reset(); // its rows take the place of theirs
    const auto& wanted = m_experiment.controls;
    for (std::size_t i = 0; i < wanted.size() && !stopped(); ++i) {
        const auto name = "control " + wanted[i].value;
        clock.enter(Phase::Controls, static_cast<std::int64_t>(wanted.size()) * kControlUnits,
                    name);
        ControlSink sink(clock, static_cast<std::int64_t>(i));
        auto figure = runControl(wanted[i], sink);
        if (stopped()) {
            break;
        }
        if (!figure) {
            // A control that cannot run takes nothing from the transfer; it was not measured.
            m_events.notice(
                {name + " could not be run: " + figure.error().detail, NoticeLevel::Warning});
            figure = ControlFigure{wanted[i], std::nullopt, std::nullopt};
        }
        m_result.summary.controls.push_back(*figure);
    }
    return {};
}

Result<ControlFigure> TransferJob::runControl(const ControlId& id, EventSink& events) {
    const auto control = transfer::findControl(id);
    if (!control) {
        return fail(control.error());
    }
    transfer::ControlSetup setup{m_source, m_experiment.transfer, m_mode->descriptor(), false,
                                 m_experiment.seed};
    if (auto applied = (*control)->apply(setup); !applied) {
        return fail(applied.error());
    }
    auto receiver = m_initial->copy();
    if (!receiver) {
        return fail(receiver.error());
    }
    auto controlled = input(*setup.source, **receiver, setup.spec);
    controlled.shuffleSource = setup.shuffleSource;
    controlled.measureCurves = false;
    const auto outcome = m_mode->run(controlled, events, m_stop);
    if (!outcome) {
        return fail(outcome.error());
    }
    ControlFigure figure{id, std::nullopt, std::nullopt};
    if (stopped() || !m_labelSpacesAgree) {
        return figure;
    }
    const auto predicted = answersOf(**receiver, *outcome, m_data.test.inputs, m_stop);
    figure.accuracy = transfer::shareEqual(predicted, m_data.test.labels);
    if (figure.accuracy) {
        const auto test = stats::mcnemar(transfer::correctItems(m_predicted, m_data.test.labels),
                                         transfer::correctItems(predicted, m_data.test.labels));
        figure.pValue = test ? test->pValue : std::nullopt;
        m_items.controls.push_back({id, transfer::plainClasses(predicted)});
    }
    return figure;
}

Result<void> checkExperiment(const Experiment& experiment) {
    if (auto mode = transfer::findMode(experiment.transfer.mode); !mode) {
        return fail(mode.error());
    }
    if (auto kind = hub::findHubKind(experiment.transfer.hub.kind); !kind) {
        return fail(kind.error());
    }
    for (const auto& control : experiment.controls) {
        if (auto found = transfer::findControl(control); !found) {
            return fail(found.error());
        }
    }
    if (!experiment.data.file.empty()) {
        // What is in it shows when it is read.
        std::error_code error;
        return std::filesystem::exists(experiment.data.file, error)
                   ? Result<void>()
                   : fail(ErrorCode::NotFound,
                          fmt::format("the data file {} does not exist; check the path",
                                      experiment.data.file.string()));
    }
    const auto source = data::findDataSource(experiment.data.name);
    if (!source) {
        return fail(source.error());
    }
    if (const auto& shift = experiment.data.shift; !shift.kind.empty()) {
        if (auto found = data::findShift(shift.kind, (*source)->input); !found) {
            return fail(found.error());
        }
    }
    const auto sizes = data::checkSplits(**source, experiment.data.splits);
    if (!sizes) {
        return fail(sizes.error());
    }
    if (experiment.transfer.privacy.enabled() && sizes->validation == 0) {
        return fail(ErrorCode::InvalidArgument,
                    "a private token needs release samples that the encoders have not seen; set "
                    "data.splits.validation");
    }
    return checkNetworks(experiment, (*source)->input, (*source)->classes);
}

} // namespace tessera::jobs
