#include "ui/bridge/sample_recorder.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace tessera::ui {

namespace {

constexpr int kRecorderPollMs = 50;

// The network that a request speaks of, as a file or recipe to look into.
NetworkSpec networkOf(const FullActivationRequest& request) {
    const auto& experiment = request.experiment;
    auto spec = request.which == FullActivationRequest::Which::Source ? experiment.source.network
                                                                      : experiment.receiver.network;
    if (!request.checkpoint.empty()) {
        spec.architecture.reset();
        spec.file = request.checkpoint;
        spec.head = HeadChoice::Keep;
    }
    return spec;
}

// Whether all layers at once were too much, and which ones there are.
void findTooMany(const JobService& jobs, const SampleRecorder::Request& request, const Watch& watch,
                 SampleRecorder::Failure& failure) {
    const auto about =
        jobs.describeNetwork(networkOf(request.what), request.input, request.classes, watch);
    if (!about || *about == nullptr || (*about)->fullBytesPerSample <= request.what.maxBytes) {
        return;
    }
    failure.neededBytes = (*about)->fullBytesPerSample;
    for (const auto& module : (*about)->modules) {
        if (module.isTap) {
            failure.tooMany.push_back({module.name, module.outputShape});
        }
    }
}

} // namespace

SampleRecorder::SampleRecorder(const JobService& jobs, QObject* parent)
    : QObject(parent), m_jobs(jobs) {
    m_poll.setInterval(kRecorderPollMs);
    connect(&m_poll, &QTimer::timeout, this, &SampleRecorder::progressed);
}

SampleRecorder::~SampleRecorder() {
    m_stop.request_stop();
}

std::optional<double> SampleRecorder::progress() const {
    return m_progress.share();
}

SampleRecorder::Outcome SampleRecorder::perform(const JobService& jobs, const Request& request,
                                                const Watch& watch) {
    auto recorded = jobs.recordSample(request.what, watch);
    if (recorded || watch.stopRequested()) {
        return recorded ? std::move(*recorded) : Activations();
    }
    Failure failure;
    failure.error = std::move(recorded).error();
    std::error_code error;
    const auto& file = request.what.checkpoint;
    failure.networkMissing = !file.empty() && !std::filesystem::exists(file, error);
    if (failure.error.code == ErrorCode::InvalidArgument && request.what.taps.empty()) {
        findTooMany(jobs, request, watch, failure);
    }
    return tl::unexpected(std::move(failure));
}

void SampleRecorder::record(const Request& request) {
    finish(State::Recording);
    m_stop = std::stop_source();
    m_progress.begin();
    m_poll.start();
    m_background.run(
        this,
        [&jobs = m_jobs, request, stop = m_stop.get_token(), progress = m_progress]() -> Outcome {
            if (stop.stop_requested()) {
                return Activations();
            }
            const auto watch = progress.watch(stop);
            return perform(jobs, request, watch);
        },
        [this, stop = m_stop.get_token()](Outcome outcome) {
            if (stop.stop_requested()) {
                return; // something else is wanted by now
            }
            finish(outcome ? State::Known : State::Failed);
            if (outcome) {
                m_activations = std::make_shared<const Activations>(std::move(*outcome));
            } else {
                m_failure = std::move(outcome).error();
            }
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

void SampleRecorder::cancel() {
    if (m_state == State::Recording) {
        finish(State::Stopped);
        Q_EMIT changed();
    }
}

void SampleRecorder::clear() {
    if (m_state != State::Nothing) {
        finish(State::Nothing);
        Q_EMIT changed();
    }
}

// Whatever is still on its way is no longer wanted.
void SampleRecorder::finish(State state) {
    m_stop.request_stop();
    m_poll.stop();
    m_progress.end();
    m_activations.reset();
    m_failure.reset();
    m_state = state;
}

} // namespace tessera::ui
