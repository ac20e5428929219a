#include "ui/bridge/described_data.h"

#include "ui/bridge/experiment_document.h"
#include "ui/bridge/job_bridge.h"

#include <utility>

namespace tessera::ui {

namespace {

constexpr int kDataPollMs = 100;

const DatasetEntry* builtIn(const JobBridge& bridge, const std::string& name) {
    const auto& engine = bridge.engine();
    if (!engine || !*engine) {
        return nullptr;
    }
    for (const auto& entry : (*engine)->catalog.datasets) {
        if (entry.id == name) {
            return &entry;
        }
    }
    return nullptr;
}

using Outcome = Result<std::shared_ptr<const DataDescription>>;

// Sizes, shift and task change nothing about what is in the file.
bool isSameFile(const DataSpec& a, const DataSpec& b) {
    return a.file == b.file && a.reading == b.reading;
}

} // namespace

DescribedData::DescribedData(const ExperimentDocument& experiment, const JobService& jobs,
                             const JobBridge& bridge, QObject* parent)
    : QObject(parent), m_experiment(experiment), m_jobs(jobs), m_bridge(bridge) {
    m_poll.setInterval(kDataPollMs);
    connect(&m_poll, &QTimer::timeout, this, &DescribedData::progressed);
    connect(&experiment, &ExperimentDocument::changed, this, &DescribedData::follow);
    connect(&bridge, &JobBridge::engineChanged, this, [this] {
        m_spec = {}; // what could not be read without an engine can be now
        follow();
    });
    follow();
}

DescribedData::~DescribedData() {
    m_stop.request_stop();
}

std::optional<InputSpec> DescribedData::input() const {
    if (!m_spec.file.empty()) {
        return m_description != nullptr ? std::optional(m_description->input) : std::nullopt;
    }
    const auto* entry = builtIn(m_bridge, m_spec.name);
    return entry != nullptr ? std::optional(entry->input) : std::nullopt;
}

int DescribedData::classes() const {
    if (!m_spec.file.empty()) {
        return m_description != nullptr ? static_cast<int>(m_description->classes.size()) : 0;
    }
    const auto* entry = builtIn(m_bridge, m_spec.name);
    return entry != nullptr ? entry->classes : 0;
}

void DescribedData::adopt(const DataSpec& spec,
                          std::shared_ptr<const DataDescription> description) {
    forget();
    m_spec = spec;
    if (!spec.file.empty()) {
        m_description = std::move(description);
    }
    Q_EMIT changed();
}

void DescribedData::readAgain() {
    if (m_failure) {
        m_spec = {};
        follow();
    }
}

std::optional<double> DescribedData::progress() const {
    return m_progress.share();
}

// Whatever is on its way is no longer wanted.
void DescribedData::forget() {
    m_stop.request_stop();
    m_poll.stop();
    m_progress.end();
    m_description.reset();
    m_failure.reset();
    m_reading = false;
}

void DescribedData::follow() {
    const auto& spec = m_experiment.experiment().data;
    if (spec.file.empty() ? m_spec.file.empty() && spec.name == m_spec.name
                          : isSameFile(spec, m_spec)) {
        return;
    }
    forget();
    m_spec = spec;
    const auto& engine = m_bridge.engine();
    if (!spec.file.empty() && engine && *engine) {
        read(spec);
    }
    Q_EMIT changed();
}

void DescribedData::read(const DataSpec& spec) {
    m_reading = true;
    m_stop = std::stop_source();
    m_progress.begin();
    m_poll.start();
    auto plain = spec; // what is in the file, as it is
    plain.shift = {};
    plain.task = {};
    plain.splits = {};
    m_background.run(
        this,
        [&jobs = m_jobs, plain, stop = m_stop.get_token(), progress = m_progress]() -> Outcome {
            if (stop.stop_requested()) {
                return nullptr;
            }
            const auto watch = progress.watch(stop);
            return jobs.describeData(plain, watch);
        },
        [this, stop = m_stop.get_token()](Outcome described) {
            if (stop.stop_requested()) {
                return; // something else is asked for by now
            }
            forget();
            if (described) {
                m_description = std::move(*described);
            } else {
                m_failure = std::move(described).error();
            }
            Q_EMIT changed();
        });
}

} // namespace tessera::ui
