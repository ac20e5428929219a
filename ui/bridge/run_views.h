#pragma once

#include "core/api/run_view.h"
#include "ui/bridge/job_bridge.h"
#include "ui/bridge/run_library.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace tessera::ui {

class Background;
class Selection;

// The runs that the views show: those chosen in the list, with their curves and snapshots read from
// the store, and the running one as it grows. UI thread.
class RunViews : public QObject {
    Q_OBJECT

public:
    RunViews(RunLibrary& library, JobBridge& jobs, Documents& documents, Background& background,
             Selection& selection, QObject* parent = nullptr);

    // Chosen runs, the one in focus first. At most kMost are shown.
    static constexpr std::size_t kMost = 12;
    void show(const std::vector<RunId>& runs);
    [[nodiscard]] const std::vector<RunId>& shown() const { return m_shown; }

    // Those of shown() that are loaded, in the same order.
    [[nodiscard]] std::vector<RunViewPtr> views() const;

    // A running or loaded run as it is now; null if it is neither.
    [[nodiscard]] RunViewPtr viewOf(const RunId& run) const;

    // Wherever the run of `earlier` is shown, this earlier state of it is shown instead, until
    // another one or null is given.
    void showInstead(RunViewPtr earlier);

Q_SIGNALS:
    // The choice of runs changed.
    void shownChanged();
    // views() is new: another choice, something loaded, or a live run has grown.
    void viewsChanged();
    void failed(const tessera::Error& error);

private:
    void onRunsChanged();
    void onJobChanged(const JobStatus& status);
    [[nodiscard]] RunViewPtr liveView(const RunId& run) const;
    [[nodiscard]] bool isLive(const RunId& run) const { return liveView(run) != nullptr; }
    void load(const RunId& run);
    void endLive(const JobStatus& status);
    void growSoon();
    void grow();

    // A running job: what is shown of it, and what has come since.
    struct Live {
        RunViewPtr view;
        std::vector<MetricSample> samples;
        std::optional<RunSnapshots> snapshots;
    };

    RunLibrary& m_library;
    JobBridge& m_jobs;
    Documents& m_documents;
    Background& m_background;
    Selection& m_selection;
    std::vector<RunId> m_shown;
    std::map<RunId, RunViewPtr> m_loaded;
    RunViewPtr m_earlier; // see showInstead()
    std::map<JobId, Live> m_live;
    QTimer m_growth;
};

} // namespace tessera::ui
