#pragma once

#include "core/api/job_service.h"

#include <QElapsedTimer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QAction;

namespace tessera::ui {

class ElidedLabel;
class Services;
class StageChip;

// The seven stages of a transfer: where the running job is, how long stages took and what is left;
// between jobs, the times of the run in focus. Before and after the stages (training the source,
// controls) the text at the end says what is done, and when the run waits for a person. UI thread.
class PipelineStrip : public QWidget {
    Q_OBJECT

public:
    // `teaching`: the action that lets runs wait after each stage, as a button at the end.
    PipelineStrip(Services& services, QAction* teaching, QWidget* parent = nullptr);

private:
    void onJob(const JobStatus& status);
    void onPause(const JobStatus& status);
    void onProgress(JobId job, const Progress& progress);
    void finishStage();
    void showFocus();
    void clear();
    [[nodiscard]] StageChip* chipOf(Phase phase) const;
    [[nodiscard]] QString progressText(const Progress& progress) const;

    Services& m_services;
    std::vector<StageChip*> m_chips;
    ElidedLabel* m_text;
    std::optional<JobId> m_job;
    std::optional<Progress> m_last; // none while the job waits for a person
    bool m_held = false;
    QElapsedTimer m_stageTime;
};

} // namespace tessera::ui
