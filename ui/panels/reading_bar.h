#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tessera::ui {

class DescribedNetwork;

// How far the reading of a network has come, with a button that stops it; once it was stopped, one
// that begins again. Hidden otherwise. UI thread.
class ReadingBar : public QWidget {
    Q_OBJECT

public:
    // `network` outlives the bar. `name`: object name, and the beginning of those of its parts.
    ReadingBar(const QString& name, DescribedNetwork& network, QWidget* parent = nullptr);

private:
    void refresh();
    void showProgress();

    DescribedNetwork& m_network;
    QProgressBar* m_progress;
    QLabel* m_stopped;
    QPushButton* m_cancel;
    QPushButton* m_again;
};

} // namespace tessera::ui
