#include "ui/panels/recording_bar.h"

#include "ui/bridge/sample_recorder.h"
#include "ui/widgets/measures.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace tessera::ui {

namespace {} // namespace

RecordingBar::RecordingBar(SampleRecorder& recorder, QWidget* parent)
    : QWidget(parent), m_recorder(recorder), m_progress(new QProgressBar(this)) {
    setObjectName(QStringLiteral("sample.recording"));
    m_progress->setObjectName(QStringLiteral("sample.progress"));
    m_progress->setAccessibleName(tr("Recording the sample"));
    m_progress->setTextVisible(false);
    auto* stop = new QPushButton(tr("Stop"), this);
    stop->setObjectName(QStringLiteral("sample.stop"));
    stop->setToolTip(tr("Stop recording the sample"));
    stop->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_progress, 1);
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &RecordingBar::stopRequested);
    connect(&m_recorder, &SampleRecorder::changed, this, &RecordingBar::refresh);
    connect(&m_recorder, &SampleRecorder::progressed, this, &RecordingBar::showProgress);
    refresh();
}

void RecordingBar::refresh() {
    setVisible(m_recorder.state() == SampleRecorder::State::Recording);
    showProgress();
}

void RecordingBar::showProgress() {
    const auto share = m_recorder.progress();
    m_progress->setRange(0, share ? kProgressSteps : 0); // without an end: busy
    m_progress->setValue(share ? static_cast<int>(*share * kProgressSteps) : 0);
}

} // namespace tessera::ui
