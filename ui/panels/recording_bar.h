#pragma once

#include <QWidget>

class QProgressBar;

namespace tessera::ui {

class SampleRecorder;

// How far a recording has come, with a button that stops it. Hidden otherwise. UI thread.
class RecordingBar : public QWidget {
    Q_OBJECT

public:
    // `recorder` outlives the bar.
    explicit RecordingBar(SampleRecorder& recorder, QWidget* parent = nullptr);

Q_SIGNALS:
    void stopRequested();

private:
    void refresh();
    void showProgress();

    SampleRecorder& m_recorder;
    QProgressBar* m_progress;
};

} // namespace tessera::ui
