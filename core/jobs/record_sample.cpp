#include "core/jobs/record_sample.h"

#include "core/jobs/load_network.h"
#include "core/jobs/prepare_networks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace tessera::jobs {

namespace {

// Of what preparing a network reports, only how far it is.
class ProgressOnly : public EventSink {
public:
    explicit ProgressOnly(const Watch::Progress& report) : m_report(report) {}
    void progress(const Progress& progress) override {
        if (m_report) {
            m_report(progress.done, progress.total);
        }
    }
    void sample(const MetricSample&) override {}
    void notice(const Notice&) override {}

private:
    const Watch::Progress& m_report;
};

FullActivation::Kind kindOf(zoo::TapLayout layout) {
    switch (layout) {
    case zoo::TapLayout::SamplesPositionsWidth:
        return FullActivation::Kind::Sequence;
    case zoo::TapLayout::SamplesWidthPositions:
        return FullActivation::Kind::Maps;
    case zoo::TapLayout::SamplesAttention:
        return FullActivation::Kind::Attention;
    case zoo::TapLayout::SamplesWidth:
        break;
    }
    return FullActivation::Kind::Vector;
}

// Keeps chosen taps of one sample as they come, unpooled, up to a limit. Lives for one pass.
class FullRecorder : public zoo::TapSink {
public:
    FullRecorder(const zoo::Network& network, const std::vector<std::string>& names,
                 std::int64_t maxBytes)
        : m_wanted(names.begin(), names.end()), m_left(maxBytes) {
        for (const auto& point : network.tapPoints()) {
            m_kinds[point.name] = kindOf(point.layout);
        }
    }

    void record(const std::string& name, const torch::Tensor& value) override {
        if (!m_wanted.empty() && !m_wanted.contains(name)) {
            return;
        }
        const auto kind = m_kinds.find(name);
        m_left -= value.numel() * static_cast<std::int64_t>(sizeof(float));
        if (kind == m_kinds.end() || m_left < 0) {
            return;
        }
        const auto flat = value[0].to(torch::kFloat32).contiguous();
        const auto* first = flat.data_ptr<float>();
        activations.push_back(
            {name, flat.sizes().vec(), kind->second, {first, first + flat.numel()}});
    }

    [[nodiscard]] bool overflowed() const { return m_left < 0; }
    std::vector<FullActivation> activations;

private:
    std::set<std::string> m_wanted;
    std::map<std::string, FullActivation::Kind> m_kinds;
    std::int64_t m_left;
};

Result<zoo::NetworkPtr> networkOf(const FullActivationRequest& request, const data::SplitData& data,
                                  const Watch& watch) {
    ProgressOnly events(watch.progress());
    const auto& stop = watch.stop();
    const bool isSource = request.which == FullActivationRequest::Which::Source;
    if (request.checkpoint.empty()) {
        const Preparation preparation{request.experiment, data, request.cacheDir, 1};
        return isSource ? prepareSource(preparation, events, stop)
                        : prepareReceiver(preparation, events, stop);
    }
    NetworkSpec spec =
        isSource ? request.experiment.source.network : request.experiment.receiver.network;
    spec.architecture.reset();
    spec.file = request.checkpoint;
    spec.head = HeadChoice::Keep; // it has learned with the one it has
    return loadNetwork(
        {spec, isSource ? "source" : "receiver", data.input, data.classes, request.experiment.seed},
        events, stop);
}

Result<void> checkTaps(const zoo::Network& network, const std::vector<std::string>& names) {
    const auto points = network.tapPoints();
    for (const auto& name : names) {
        if (std::none_of(points.begin(), points.end(),
                         [&](const zoo::TapPoint& point) { return point.name == name; })) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("there is no tap '{}' in {}", name, network.describe()));
        }
    }
    return {};
}

} // namespace

Result<std::vector<FullActivation>> recordSample(const FullActivationRequest& request,
                                                 data::DataAccess access,
                                                 const Watch& watch) {
    const auto& stop = watch.stop();
    access.limits.stop = stop;
    access.limits.progress = watch.progress();
    const auto data = data::loadData(request.experiment.data, request.experiment.seed, access);
    if (stop.stop_requested()) {
        return std::vector<FullActivation>();
    }
    if (!data) {
        return fail(data.error());
    }
    if (request.validationRow < 0 || request.validationRow >= data->validation.size()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("there is no validation sample {}; there are {}",
                                request.validationRow, data->validation.size()));
    }
    const auto network = networkOf(request, *data, watch);
    if (!network) {
        return fail(network.error());
    }
    if (!*network || stop.stop_requested()) {
        return std::vector<FullActivation>();
    }
    if (auto known = checkTaps(**network, request.taps); !known) {
        return fail(known.error());
    }
    const torch::NoGradGuard noGrad;
    (*network)->eval();
    FullRecorder recorder(**network, request.taps, request.maxBytes);
    (*network)->forward(data->validation.inputs.narrow(0, request.validationRow, 1), &recorder);
    if (recorder.overflowed()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the activations of one sample take more than the {} MB that are "
                                "allowed; choose fewer taps",
                                request.maxBytes >> 20));
    }
    return std::move(recorder.activations);
}

} // namespace tessera::jobs
