#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QScrollArea;

namespace tessera::ui {

class DataCard;
class NetworkCard;
class Services;
class TransferCard;

// The experiment as four cards, and the button that runs it. UI thread.
class SetupPanel : public QWidget {
    Q_OBJECT

public:
    SetupPanel(Services& services, QAction* run, QWidget* parent = nullptr);

    // Why the experiment cannot run now, in one sentence; empty if it can.
    void setReason(const QString& reason);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void onEngine();
    void refresh();

    Services& m_services;
    NetworkCard* m_source;
    NetworkCard* m_receiver;
    DataCard* m_data;
    TransferCard* m_transfer;
    QScrollArea* m_scroll;
    QLabel* m_reason;
    QPushButton* m_runButton = nullptr;
};

} // namespace tessera::ui
