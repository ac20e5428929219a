#pragma once

#include <QObject>

class QLabel;
class QStatusBar;

namespace tessera::ui {

class ElidedLabel;
class Services;

// The texts of the status bar: what the program does, engine with kernel and threads, memory that
// it may take, store with its runs and size. UI thread.
class StatusLine : public QObject {
    Q_OBJECT

public:
    StatusLine(Services& services, QStatusBar& bar);

    // To be called when the memory budget was changed.
    void showMemory();

private:
    void showActivity();
    void showEngine();
    void showStore();

    Services& m_services;
    ElidedLabel* m_activity;
    ElidedLabel* m_engine;
    QLabel* m_memory;
    ElidedLabel* m_store;
};

} // namespace tessera::ui
