#pragma once

#include "core/api/documents.h"
#include "core/api/job_service.h"
#include "core/api/study_desk.h"
#include "core/api/token_desk.h"
#include "ui/bridge/analyst.h"
#include "ui/bridge/background.h"
#include "ui/bridge/compared_runs.h"
#include "ui/bridge/described_data.h"
#include "ui/bridge/experiment_document.h"
#include "ui/bridge/job_bridge.h"
#include "ui/bridge/run_library.h"
#include "ui/bridge/run_views.h"
#include "ui/bridge/selection.h"
#include "ui/bridge/undo_history.h"
#include "ui/settings/settings.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/theme.h"

namespace tessera::ui {

// Everything that windows, panels and views work with, in order of construction. Built once by the
// composition (or by a test, with fakes) and passed by reference. UI thread.
class Services {
public:
    // `bridge` is the one that `jobs` reports to.
    Services(Documents& documents, TokenDesk& tokens, const StudyDesk& studies, JobService& jobs,
             JobBridge& bridge, Dialogs& dialogs, Settings& settings,
             const std::filesystem::path& recoveryFile)
        : documents(documents), tokens(tokens), studies(studies), jobs(jobs), bridge(bridge),
          dialogs(dialogs), settings(settings),
          experiment(documents, jobs, undo.setup(), background, recoveryFile),
          analyst(jobs, bridge), data(experiment, jobs, bridge),
          library(documents, background, undo.runs()),
          views(library, bridge, documents, background, selection), compared(library, views) {}

    Documents& documents;
    TokenDesk& tokens;
    const StudyDesk& studies;
    JobService& jobs;
    JobBridge& bridge;
    Dialogs& dialogs;
    Settings& settings;
    ThemeController theme;
    UndoHistory undo;
    Selection selection;
    ExperimentDocument experiment;
    Analyst analyst;
    DescribedData data; // of the experiment
    RunLibrary library;
    RunViews views;
    ComparedRuns compared;
    Background background; // last: ends before what its work speaks of
};

} // namespace tessera::ui
