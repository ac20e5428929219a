// What SampleInspector says: why nothing is there, whose activations are shown, what went wrong.
#include "ui/bridge/services.h"
#include "ui/panels/sample_inspector.h"
#include "ui/panels/sample_notice.h"
#include "ui/panels/tap_list.h"
#include "ui/strings/strings.h"

#include <QComboBox>
#include <QLocale>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr std::int64_t kNumberBytes = sizeof(float);

std::int64_t bytesOf(const TapPlace& tap) {
    std::int64_t bytes = kNumberBytes;
    for (const auto size : tap.shape) {
        bytes *= size;
    }
    return bytes;
}

} // namespace

QString SampleInspector::obstacle() const {
    const auto& engine = m_services.bridge.engine();
    if (!m_run) {
        return tr("Choose a run to record what its networks put out.");
    }
    if (!engine) {
        return tr("The engine is still being loaded.");
    }
    if (!*engine) {
        return tr("Nothing can be recorded without the engine. %1").arg(errorText(engine->error()));
    }
    if (!isTerminal(m_run->record.state)) {
        return tr("This can be recorded as soon as the run has ended.");
    }
    if (!m_run->record.experimentReadable) {
        return tr("This run is of another version of the program, so that its networks are not "
                  "known here. Run the experiment again to record them.");
    }
    if (m_single && m_taps->chosen().empty()) {
        return tr("Choose a layer in the list to record it.");
    }
    return {};
}

QString SampleInspector::emptyText() const {
    if (const auto reason = obstacle(); !reason.isEmpty()) {
        return reason;
    }
    switch (m_recorder.state()) {
    case SampleRecorder::State::Recording:
        return tr("The sample is being recorded\u2026");
    case SampleRecorder::State::Stopped:
        return tr("Recording was stopped. Press Record to begin again.");
    case SampleRecorder::State::Known:
        return tr("This network put out nothing that can be recorded.");
    case SampleRecorder::State::Failed:
    case SampleRecorder::State::Nothing:
        break;
    }
    return tr("Press Record to see what each layer of this network puts out for this sample.");
}

QString SampleInspector::title() const {
    const auto& record = m_run->record;
    const auto label =
        fromUtf8(network() == RunNetwork::Source ? record.sourceLabel : record.receiverLabel);
    const auto pattern = network() == RunNetwork::Source ? tr("Source %1, sample %2")
                         : network() == RunNetwork::ReceiverBefore
                             ? tr("Receiver %1 before the transfer, sample %2")
                             : tr("Receiver %1 after the transfer, sample %2");
    return pattern.arg(label, QLocale().toString(sample()));
}

void SampleInspector::sayFailure(const SampleRecorder::Failure& failure) {
    const auto most = request().what.maxBytes;
    const auto details = fromUtf8(failure.error.detail);
    if (!failure.tooMany.empty()) {
        m_notice->say(tr("All layers at once put out %1 for one sample, but at most %2 are "
                         "recorded. Choose a layer in the list to record it by itself.")
                          .arg(bytesText(failure.neededBytes), bytesText(most)),
                      details);
        return;
    }
    const auto tap =
        std::find_if(m_taps->taps().begin(), m_taps->taps().end(),
                     [this](const TapPlace& place) { return place.name == m_taps->chosen(); });
    QString sentence;
    if (m_single && tap != m_taps->taps().end() && bytesOf(*tap) > most) {
        sentence = tr("This layer alone puts out %1 for one sample, but at most %2 are recorded. "
                      "Choose another one.")
                       .arg(bytesText(bytesOf(*tap)), bytesText(most));
    } else if (failure.networkMissing) {
        sentence = tr("The receiver that this run has trained is no longer in its folder. Choose "
                      "another network, or run the experiment again.");
    } else {
        sentence = tr("The sample was not recorded. %1").arg(errorText(failure.error));
    }
    m_notice->say(sentence, details);
}

} // namespace tessera::ui
