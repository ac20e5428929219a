#include "ui/bridge/lesson_trail.h"

#include "ui/bridge/services.h"

#include <algorithm>

namespace tessera::ui {

LessonTrail::LessonTrail(Services& services, QObject* parent)
    : QObject(parent), m_services(services) {
    // The views have been told before: they were there first.
    connect(&services.bridge, &JobBridge::stateChanged, this, &LessonTrail::onJob);
    connect(&services.bridge, &JobBridge::progressed, this, &LessonTrail::onProgress);
    connect(&services.library, &RunLibrary::storeOpened, this, &LessonTrail::clear);
    connect(&services.views, &RunViews::shownChanged, this, [this] {
        const auto& shown = m_services.views.shown();
        if (m_past && std::find(shown.begin(), shown.end(), *m_run) == shown.end()) {
            goToNow(); // another run is being looked at
        }
    });
}

void LessonTrail::expect(JobId job, const QString& lesson) {
    m_expected[job] = lesson;
}

void LessonTrail::clear() {
    if (m_past) {
        m_services.views.showInstead(nullptr);
    }
    m_past.reset();
    m_records.clear();
    m_job.reset();
    m_run.reset();
    m_lesson.clear();
    m_state = RunState::Queued;
    m_working.reset();
    m_waiting.reset();
    Q_EMIT changed();
}

void LessonTrail::begin(const JobStatus& status) {
    clear();
    m_job = status.id;
    m_run = status.run;
    m_lesson = m_expected[status.id];
    m_wentOn = false;
    m_state = status.state;
    Q_EMIT stageShown(std::nullopt);
}

void LessonTrail::onJob(const JobStatus& status) {
    const auto expected = m_expected.find(status.id);
    if (expected == m_expected.end()) {
        return;
    }
    if (m_job != status.id && status.run && !isTerminal(status.state)) {
        begin(status);
    }
    if (m_job == status.id) {
        m_state = status.state;
        if (status.waitingAfter && m_waiting != status.waitingAfter) {
            record(*status.waitingAfter);
        } else if (m_waiting && !status.waitingAfter) {
            m_wentOn = status.state == RunState::Running;
        }
        m_waiting = status.waitingAfter;
        m_working = m_waiting ? std::nullopt : m_working;
    }
    if (isTerminal(status.state)) {
        m_expected.erase(expected);
        if (m_job == status.id) {
            m_job.reset();
            m_working.reset();
            m_wentOn = m_wentOn || status.state == RunState::Done;
            if (!m_past) {
                Q_EMIT stageShown(shownStage());
            }
        }
    }
    Q_EMIT changed();
}

void LessonTrail::onProgress(JobId job, const Progress& progress) {
    if (m_job == job && !m_waiting && m_working != progress.phase) {
        m_working = progress.phase;
        Q_EMIT changed();
    }
}

void LessonTrail::record(Phase stage) {
    if (auto view = m_services.views.viewOf(*m_run)) {
        m_records.push_back({stage, std::move(view)});
        m_wentOn = false;
        if (!m_past) {
            Q_EMIT stageShown(stage);
        }
    }
}

std::size_t LessonTrail::present() const {
    return m_records.empty() || m_wentOn ? m_records.size() : m_records.size() - 1;
}

std::optional<Phase> LessonTrail::shownStage() const {
    if (m_past) {
        return m_records[*m_past].stage;
    }
    if (m_state == RunState::Done) {
        return Phase::Package;
    }
    return m_records.empty() ? std::nullopt : std::optional(m_records.back().stage);
}

void LessonTrail::show(std::size_t position) {
    const auto before = shownStage();
    m_past = position < present() ? std::optional(position) : std::nullopt;
    // First the view, then the choice of the run: it is drawn once.
    m_services.views.showInstead(m_past ? m_records[*m_past].view : nullptr);
    const auto& shown = m_services.views.shown();
    if (m_past && std::find(shown.begin(), shown.end(), *m_run) == shown.end()) {
        m_services.views.show({*m_run});
    }
    if (shownStage() != before) {
        Q_EMIT stageShown(shownStage());
    }
    Q_EMIT changed();
}

void LessonTrail::goBack() {
    if (canGoBack()) {
        show(position() - 1);
    }
}

void LessonTrail::goForward() {
    if (m_past) {
        show(*m_past + 1);
    }
}

void LessonTrail::goToNow() {
    if (m_past) {
        show(present());
    }
}

} // namespace tessera::ui
