#pragma once

#include <QObject>

class QStatusBar;

namespace tessera::ui {

class ElidedLabel;
class Services;

// The texts of the status bar: what the program does, engine with kernel and threads, store with
// its runs and size. UI thread.
class StatusLine : public QObject {
    Q_OBJECT

public:
    StatusLine(Services& services, QStatusBar& bar);

private:
    void showActivity();
    void showEngine();
    void showStore();

    Services& m_services;
    ElidedLabel* m_activity;
    ElidedLabel* m_engine;
    ElidedLabel* m_store;
};

} // namespace tessera::ui
