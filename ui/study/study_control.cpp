#include "ui/study/study_control.h"

#include "ui/bridge/run_obstacle.h"
#include "ui/bridge/services.h"
#include "ui/strings/strings.h"
#include "ui/study/study_document.h"

#include <QWidget>

#include <algorithm>

namespace tessera::ui {

namespace {

using JobPtr = std::shared_ptr<const StudyJob>;

} // namespace

StudyControl::StudyControl(Services& services, StudyDocument& document, QWidget* window)
    : QObject(window), m_services(services), m_document(document), m_window(window) {
    connect(&document, &StudyDocument::changed, this, &StudyControl::changed);
    connect(&services.bridge, &JobBridge::engineChanged, this, &StudyControl::changed);
    connect(&services.bridge, &JobBridge::stateChanged, this, &StudyControl::changed);
    connect(&services.library, &RunLibrary::storeOpened, this, &StudyControl::changed);
    connect(&services.library, &RunLibrary::lostChanged, this, &StudyControl::changed);
}

QString StudyControl::reason() const {
    if (const auto why = runObstacle(m_services); !why.isEmpty()) {
        return why;
    }
    if (!hasGoodRecipe()) {
        return tr("Mend what the recipe says before running the study.");
    }
    if (m_starting || job() != nullptr) {
        return tr("A study of this name is running or waiting.");
    }
    return {};
}

bool StudyControl::hasGoodRecipe() const {
    return m_document.problems().isEmpty();
}

const JobStatus* StudyControl::job() const {
    const auto& jobs = m_services.bridge.jobs();
    const auto found = std::find_if(jobs.begin(), jobs.end(), [this](const JobStatus& job) {
        return job.study && job.study->name == m_document.study().name;
    });
    return found != jobs.end() ? &*found : nullptr;
}

void StudyControl::run() {
    if (!reason().isEmpty()) {
        return;
    }
    m_starting = true;
    Q_EMIT changed();
    const Start start{m_document.study(), *m_services.library.opened(), m_document.generation()};
    m_services.background.run(
        this,
        [&studies = m_services.studies, start] {
            return studies.checkKept(start.store.folder, start.study);
        },
        [this, start](const Result<void>& mayReplace) { onChecked(start, mayReplace); });
}

// An earlier recipe that cannot be read is somebody's, too.
void StudyControl::onChecked(const Start& start, const Result<void>& mayReplace) {
    if (!mayReplace &&
        m_services.dialogs.ask(
            m_window,
            tr("This store has a study \u201C%1\u201D with another recipe. Replace its recipe? "
               "Runs that the new one does not ask for stay in the store.")
                .arg(fromUtf8(start.study.name)),
            tr("Replace the recipe"), tr("Keep it")) == Consent::No) {
        m_starting = false;
        Q_EMIT changed();
        return;
    }
    submit(start);
}

void StudyControl::submit(const Start& start) {
    m_services.background.run(
        this,
        [&studies = m_services.studies, start]() -> Result<JobPtr> {
            if (auto kept = studies.keep(start.store.folder, start.study); !kept) {
                return fail(kept.error());
            }
            return studies.jobOf(start.study);
        },
        [this, start](const Result<JobPtr>& job) {
            m_starting = false;
            if (job) {
                m_document.setKept(start.study, start.generation);
                JobRequest request;
                request.experiment = start.study.base;
                request.experiment.name = start.study.name;
                request.store = start.store.store;
                request.folder = start.store.folder;
                request.study = *job;
                m_services.jobs.submit(request);
            } else {
                Q_EMIT failed(tr("The study was not started. %1").arg(errorText(job.error())),
                              fromUtf8(job.error().detail));
            }
            Q_EMIT changed();
        });
}

void StudyControl::cancel() {
    const auto* running = job();
    if (running == nullptr) {
        return;
    }
    const auto id = running->id;
    if (m_services.dialogs.ask(
            m_window,
            tr("Cancel the study \u201C%1\u201D? The runs that are done are kept, and the study "
               "can go on later.")
                .arg(fromUtf8(running->study->name)),
            tr("Cancel the study"), tr("Keep it running")) == Consent::Yes) {
        m_services.jobs.cancel(id); // it may have ended meanwhile: no effect
    }
}

} // namespace tessera::ui
