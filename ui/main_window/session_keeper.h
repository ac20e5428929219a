#pragma once

#include <QObject>
#include <QString>

#include <filesystem>

class QMainWindow;

namespace tessera::ui {

class Docks;
class NoticeBar;
class Services;

// Brings back what was open when the program ended, and remembers it: window and docks, experiment,
// run store, chosen runs, view. UI thread.
class SessionKeeper : public QObject {
    Q_OBJECT

public:
    SessionKeeper(Services& services, NoticeBar& notices, QMainWindow& window, Docks& docks);

    // Geometry and docks; before the window is shown.
    void restoreWindow();
    // The widths of docks once more, when the window has its size.
    void restoreDocks();
    // Experiment, store and runs; `defaultStore` is opened (or made) where none is remembered.
    void restoreDocuments(const std::filesystem::path& defaultStore);
    void save();

private:
    void restoreRuns();

    Services& m_services;
    NoticeBar& m_notices;
    QMainWindow& m_window;
    Docks& m_docks;
    bool m_runsPending = false; // a store was opened, and its runs come next
};

} // namespace tessera::ui
