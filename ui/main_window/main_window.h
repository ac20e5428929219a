#pragma once

#include "core/api/ids.h"

#include <QMainWindow>

#include <filesystem>

class QLineEdit;

namespace tessera::ui {

class Docks;
class DocumentController;
class ExportController;
class LessonController;
class MainActions;
class NoticeBar;
class QueuePanel;
class RunController;
class RunsPanel;
class Services;
class SessionKeeper;
class SetupPanel;
class StatusLine;
class TokenView;

// The window: puts panels and views together and connects their wishes to the controllers that
// fulfil them. UI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // `defaultStore` is opened where no other is remembered.
    MainWindow(Services& services, const std::filesystem::path& defaultStore,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    // What the last session left, and then, if given, `file`: experiment, token or run store.
    void restoreSession(const std::filesystem::path& file);

    // Cancels what runs and closes without a question: the system wants the program to end.
    void closeUnasked();

    // For tests.
    [[nodiscard]] Docks& docks() { return *m_docks; }
    [[nodiscard]] RunController& runs() { return *m_runs; }
    [[nodiscard]] NoticeBar& notices() { return *m_notices; }

Q_SIGNALS:
    // Once: the window stands on the screen.
    void firstPainted();

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeActions();
    void makeFileActions();
    void makeEditActions();
    void makeRunActions();
    void makeTeachingActions();
    void makeToolActions();
    void makeMenus();
    void makeViewMenu();
    void fillRecent(QMenu* menu);
    QMenu* makeThemeMenu();
    QMenu* makeLanguageMenu();
    QMenu* makeWidthMenu();
    void makePanels();
    void makeViews();
    void makeSearch();
    void connectControllers();
    void takeDrops();
    // False: there are no files in it.
    bool takeDrop(QDropEvent& event);
    [[nodiscard]] TokenView* tokenView() const;
    void onFollowed(const RunId& run);
    void onReason();
    void onTeaching();
    void onTitle();
    void exportView();
    void askMemoryBudget();
    void showShortcuts();
    void showAbout();
    void finishClosing();

    Services& m_services;
    std::filesystem::path m_defaultStore;
    NoticeBar* m_notices;
    MainActions* m_actions;
    RunController* m_runs;
    DocumentController* m_documents;
    ExportController* m_exports;
    Docks* m_docks;
    LessonController* m_lessons;
    SessionKeeper* m_session;
    SetupPanel* m_setup = nullptr;
    RunsPanel* m_runsPanel = nullptr;
    QueuePanel* m_queuePanel = nullptr;
    StatusLine* m_status = nullptr;
    QLineEdit* m_search = nullptr;
    bool m_shown = false;
    bool m_painted = false;
    bool m_closing = false; // waiting for jobs to end
};

} // namespace tessera::ui
