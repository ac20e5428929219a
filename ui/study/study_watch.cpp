#include "ui/study/study_watch.h"

#include "ui/bridge/services.h"
#include "ui/study/study_document.h"

#include <algorithm>
#include <utility>

namespace tessera::ui {

namespace {

constexpr int kDelayMs = 150;

using OverviewPtr = std::shared_ptr<const StudyOverview>;

std::vector<RunRecord> runsOf(const std::string& study, const std::vector<RunRecord>& runs) {
    std::vector<RunRecord> mine;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(mine),
                 [&](const RunRecord& run) { return run.study == study; });
    return mine;
}

} // namespace

StudyWatch::StudyWatch(Services& services, StudyDocument& document, QObject* parent)
    : QObject(parent), m_services(services), m_document(document) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &StudyWatch::compute);
    connect(&document, &StudyDocument::changed, this, &StudyWatch::soon);
    connect(&services.library, &RunLibrary::runsChanged, this, &StudyWatch::soon);
    connect(&services.library, &RunLibrary::storeOpened, this, &StudyWatch::soon);
}

void StudyWatch::setActive(bool active) {
    m_active = active;
    if (active && m_due) {
        soon();
    }
}

void StudyWatch::compareWith(const std::string& method) {
    if (method != m_wanted) {
        m_wanted = method;
        soon();
    }
}

std::string StudyWatch::compared() const {
    const auto& study = m_document.study();
    const bool known =
        std::any_of(study.methods.begin(), study.methods.end(),
                    [this](const StudyMethod& method) { return method.label == m_wanted; });
    return known ? m_wanted : m_services.studies.usualMethod(study);
}

void StudyWatch::soon() {
    m_due = true;
    if (m_active && !m_delay.isActive()) {
        m_delay.start();
    }
}

void StudyWatch::compute() {
    if (!m_document.problems().isEmpty()) {
        return; // it stays due
    }
    m_due = false;
    const auto& study = m_document.study();
    m_work.run(
        this,
        [&studies = m_services.studies, study, compared = compared(),
         runs = runsOf(study.name, m_services.library.runs())](
            const std::stop_token& stop) -> Result<OverviewPtr> {
            if (stop.stop_requested()) {
                return OverviewPtr();
            }
            auto overview = studies.overview(study, runs, compared);
            if (!overview) {
                return fail(overview.error());
            }
            return std::make_shared<const StudyOverview>(std::move(*overview));
        },
        [this](const Result<OverviewPtr>& overview) {
            if (!overview) {
                Q_EMIT failed(overview.error());
                return;
            }
            m_overview = *overview;
            Q_EMIT changed();
        });
}

} // namespace tessera::ui
