#include "ui/panels/sample_inspector.h"

#include "ui/bridge/services.h"
#include "ui/panels/recording_bar.h"
#include "ui/panels/sample_notice.h"
#include "ui/panels/tap_list.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/feature_map_plot.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/plot_frame.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kLastSample = 999'999; // where a run has not kept how many there are
// Trained networks of a run store are kept there, as those who run experiments have it.
constexpr const char* kNetworksFolder = "networks";

std::shared_ptr<const SampleSet> samplesOf(const RunViewPtr& run) {
    const auto snapshot = run ? run->snapshots.last : nullptr;
    return snapshot ? snapshot->samples : nullptr;
}

} // namespace

SampleInspector::SampleInspector(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_recorder(services.jobs) {
    setObjectName(QStringLiteral("sample"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, kSpace, 0, 0);
    column->setSpacing(kSpace);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(kSpace, 0, kSpace, 0);
    buildControls();
    head->addWidget(m_controls);
    auto* bar = new RecordingBar(m_recorder, this);
    head->addWidget(bar);
    m_notice = new SampleNotice(this);
    head->addWidget(m_notice);
    column->addLayout(head);
    buildContent();
    column->addLayout(m_parts, 1);
    connect(bar, &RecordingBar::stopRequested, this, &SampleInspector::stop);
    connect(m_notice, &SampleNotice::detailsRequested, this,
            [this](const QString& sentence, const QString& details) {
                m_services.dialogs.showError(this, sentence, details);
            });
    connect(&m_recorder, &SampleRecorder::changed, this, &SampleInspector::onRecorded);
    connect(&services.bridge, &JobBridge::engineChanged, this, &SampleInspector::refresh);
    connect(&services.selection, &Selection::samplesChanged, this,
            &SampleInspector::followSelection);
    fillNetworks();
    fillSamples();
    refresh();
}

void SampleInspector::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_late) {
        recordAgain();
    }
}

std::vector<Plot*> SampleInspector::plots() const {
    return m_plot->isEmpty() ? std::vector<Plot*>() : std::vector<Plot*>{m_plot};
}

void SampleInspector::setRuns(const std::vector<RunViewPtr>& runs) {
    const auto run = runs.empty() ? nullptr : runs.front();
    if (run == m_run) {
        return;
    }
    const bool other = !run || !m_run || run->record.id != m_run->record.id;
    m_run = run;
    if (other) {
        m_wanted = false;
        forget();
    }
    fillNetworks();
    fillSamples();
    followSelection();
    refresh();
}

// What was recorded, and what is being recorded, belongs to something else.
void SampleInspector::forget() {
    m_late = m_single = false;
    m_notice->clear();
    m_taps->setTaps({});
    m_recorder.clear();
}

void SampleInspector::fillNetworks() {
    const auto chosen = network();
    const bool learned = m_run != nullptr && findArtifact(m_run->record, "receiver") != nullptr;
    if (m_networkBox->count() == (learned ? 3 : 2)) {
        return;
    }
    {
        const QSignalBlocker blocker(m_networkBox);
        const auto add = [this](const QString& text, RunNetwork of) {
            m_networkBox->addItem(text, static_cast<int>(of));
        };
        m_networkBox->clear();
        add(tr("source"), RunNetwork::Source);
        add(tr("receiver before the transfer"), RunNetwork::ReceiverBefore);
        if (learned) {
            add(tr("receiver after the transfer"), RunNetwork::ReceiverAfter);
        }
        m_networkBox->setCurrentIndex(
            std::max(0, m_networkBox->findData(static_cast<int>(chosen))));
    }
    if (network() != chosen) {
        onNetworkChosen();
    }
}

void SampleInspector::fillSamples() {
    const auto samples = samplesOf(m_run);
    const int before = sample();
    {
        const QSignalBlocker blocker(m_sampleBox);
        m_sampleBox->setMaximum(
            samples ? static_cast<int>(std::max<std::int64_t>(1, samples->size())) - 1
                    : kLastSample);
    }
    if (sample() != before) {
        recordAgain(); // what is shown is of a sample that the run does not have
    }
}

RunNetwork SampleInspector::network() const {
    return static_cast<RunNetwork>(m_networkBox->currentData().toInt());
}

int SampleInspector::sample() const {
    return m_sampleBox->value();
}

void SampleInspector::followSelection() {
    const auto& chosen = m_services.selection.samples();
    const int first = chosen.empty() ? 0 : chosen.front();
    if (first == sample() || first > m_sampleBox->maximum()) {
        return;
    }
    {
        const QSignalBlocker blocker(m_sampleBox);
        m_sampleBox->setValue(first);
    }
    recordAgain();
}

void SampleInspector::onSampleChosen(int sample) {
    // followSelection() does not see it as another one: the box has it already.
    m_services.selection.setSamples({sample});
    recordAgain();
}

// Other layers, and perhaps all of them at once.
void SampleInspector::onNetworkChosen() {
    forget();
    recordAgain();
}

void SampleInspector::onTapChosen() {
    if (m_single && chosenActivation() == nullptr) {
        recordAgain();
    } else {
        refresh();
    }
}

void SampleInspector::start() {
    m_wanted = true;
    recordAgain();
}

void SampleInspector::stop() {
    m_wanted = false;
    m_recorder.cancel();
}

void SampleInspector::recordAgain() {
    m_notice->clear();
    m_recorder.clear();
    m_late = m_wanted && !isVisible();
    if (m_wanted && isVisible() && obstacle().isEmpty()) {
        m_recorder.record(request());
    }
    refresh();
}

SampleRecorder::Request SampleInspector::request() const {
    SampleRecorder::Request request;
    request.what.experiment = m_run->record.experiment;
    request.what.which = network() == RunNetwork::Source ? FullActivationRequest::Which::Source
                                                         : FullActivationRequest::Which::Receiver;
    const auto folder =
        m_services.library.opened() ? m_services.library.opened()->folder : std::filesystem::path();
    request.what.cacheDir = folder / kNetworksFolder;
    const auto* learned = findArtifact(m_run->record, "receiver");
    if (network() == RunNetwork::ReceiverAfter && learned != nullptr) {
        request.what.checkpoint = folder / learned->path;
    }
    request.what.validationRow = sample();
    if (m_single) {
        request.what.taps = {m_taps->chosen()};
    }
    if (const auto samples = samplesOf(m_run)) {
        request.input = samples->input;
        request.classes = samples->classes;
    }
    return request;
}

void SampleInspector::onRecorded() {
    if (const auto recorded = m_recorder.activations(); recorded && !m_single) {
        std::vector<TapPlace> taps;
        for (const auto& activation : *recorded) {
            taps.push_back({activation.tap, activation.shape});
        }
        m_taps->setTaps(taps);
    }
    if (const auto& failure = m_recorder.failure()) {
        if (!failure->tooMany.empty()) {
            m_single = true;
            m_taps->setTaps(failure->tooMany, TapList::Choice::None);
        }
        sayFailure(*failure);
    }
    refresh();
}

const FullActivation* SampleInspector::chosenActivation() const {
    const auto recorded = m_recorder.activations();
    if (!recorded) {
        return nullptr;
    }
    const auto found =
        std::find_if(recorded->begin(), recorded->end(), [this](const FullActivation& activation) {
            return activation.tap == m_taps->chosen();
        });
    return found == recorded->end() ? nullptr : &*found;
}

void SampleInspector::refresh() {
    const auto reason = obstacle();
    m_recordButton->setEnabled(reason.isEmpty());
    m_recordButton->setToolTip(
        reason.isEmpty() ? tr("Record what each layer puts out for this sample") : reason);
    m_networkBox->setEnabled(m_run != nullptr);
    m_sampleBox->setEnabled(m_run != nullptr);
    m_facts->show(m_run, network(), sample());
    m_plot->setEmptyText(emptyText());
    showTap();
}

void SampleInspector::showTap() {
    const auto* activation = chosenActivation();
    if (activation == nullptr) {
        m_plot->setActivation({});
        return;
    }
    ShownActivation shown;
    shown.activation = ActivationPtr(m_recorder.activations(), activation); // keeps all of them
    shown.whose = network() == RunNetwork::Source ? Identity::Source : Identity::Receiver;
    shown.title = title();
    const auto& experiment = m_run->record.experiment;
    const auto samples = samplesOf(m_run);
    const auto kind = activation->kind;
    if (samples && kind != FullActivation::Kind::Vector && !activation->shape.empty()) {
        // The last axis of attention and of (C, L), the first of a sequence.
        const auto positions = kind == FullActivation::Kind::Sequence ? activation->shape.front()
                                                                      : activation->shape.back();
        shown.positions =
            PositionNames(samples->input,
                          network() == RunNetwork::Source ? experiment.source.network
                                                          : experiment.receiver.network,
                          positions);
    }
    m_plot->setActivation(std::move(shown));
}

} // namespace tessera::ui
