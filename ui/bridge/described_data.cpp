#include "ui/bridge/described_data.h"

#include "ui/bridge/experiment_document.h"
#include "ui/bridge/job_bridge.h"

#include <utility>

namespace tessera::ui {

namespace {

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

// Sizes, shift and task change nothing about what is in the file.
bool isSameFile(const DataSpec& a, const DataSpec& b) {
    return a.file == b.file && a.reading == b.reading;
}

} // namespace

DescribedData::DescribedData(const ExperimentDocument& experiment, const JobService& jobs,
                             const JobBridge& bridge, QObject* parent)
    : QObject(parent), m_experiment(experiment), m_jobs(jobs), m_bridge(bridge) {
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
    m_stop.request_stop();
    m_spec = spec;
    m_description = std::move(description);
    m_failure.reset();
    m_reading = false;
    Q_EMIT changed();
}

void DescribedData::follow() {
    const auto& spec = m_experiment.experiment().data;
    if (spec.file.empty() ? m_spec.file.empty() && spec.name == m_spec.name
                          : isSameFile(spec, m_spec)) {
        return;
    }
    m_stop.request_stop();
    m_spec = spec;
    m_description.reset();
    m_failure.reset();
    m_reading = false;
    const auto& engine = m_bridge.engine();
    if (!spec.file.empty() && engine && *engine) {
        read(spec);
    }
    Q_EMIT changed();
}

void DescribedData::read(const DataSpec& spec) {
    m_reading = true;
    m_stop = std::stop_source();
    auto plain = spec; // what is in the file, as it is
    plain.shift = {};
    plain.task = {};
    m_background.run(
        this,
        [this, plain, stop = m_stop.get_token()] {
            return std::pair(m_jobs.describeData(plain, stop), stop.stop_requested());
        },
        [this](auto outcome) {
            auto& [description, stopped] = outcome;
            if (stopped) {
                return; // something else is asked for by now
            }
            m_reading = false;
            if (description) {
                m_description = std::move(*description);
            } else {
                m_failure = description.error();
            }
            Q_EMIT changed();
        });
}

} // namespace tessera::ui
