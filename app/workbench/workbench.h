#pragma once

#include "app/workbench/recovery_slot.h"
#include "core/api/documents.h"
#include "core/api/job_service.h"
#include "core/api/study_desk.h"
#include "core/api/token_desk.h"
#include "core/api/token_io.h"
#include "ui/bridge/services.h"

#include <QString>

#include <filesystem>
#include <future>
#include <memory>

namespace tessera::ui {
class MainWindow;
}

namespace tessera::workbench {

// Where the program keeps what is the person's.
struct Places {
    QString settingsFile; // empty: the person's own
    std::filesystem::path defaultStore;
    std::filesystem::path recoveryFile;
    std::filesystem::path trustListFile;
};

// As the desktop has them: settings and data folders of the person.
[[nodiscard]] Places personalPlaces();

// The program without main(): builds everything in order and takes it down in reverse. The engine
// is loaded on the jobs' thread once the window stands, since loading holds locks that the first
// paint needs. UI thread.
class Workbench {
public:
    // `dialogs` replaces the real ones, for tests.
    explicit Workbench(const Places& places, ui::Dialogs* dialogs = nullptr);
    ~Workbench();
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;

    // Shows the window with what the last session left, and then opens `file` if there is one.
    void start(const std::filesystem::path& file);

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] ui::Services& services() { return *m_services; }

private:
    void releaseEngine();

    std::promise<void> m_windowStands;
    bool m_released = false;
    ui::Settings m_settings;
    std::unique_ptr<ui::Dialogs> m_ownDialogs;
    std::unique_ptr<Documents> m_documents;
    std::unique_ptr<TokenWriter> m_tokens;
    std::unique_ptr<TokenDesk> m_desk;
    std::unique_ptr<StudyDesk> m_studies;
    RecoverySlot m_recovery;
    ui::JobBridge m_bridge;
    std::unique_ptr<JobService> m_jobs;
    std::unique_ptr<ui::Services> m_services;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace tessera::workbench
