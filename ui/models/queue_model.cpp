#include "ui/models/queue_model.h"

#include "ui/bridge/job_bridge.h"
#include "ui/strings/strings.h"

#include <QLocale>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr int kTickMs = 1000;

double steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

bool waits(const JobStatus& status) {
    return status.state == RunState::Queued;
}

// Tenths would be a claim in an estimate, and restless in a clock.
QString wholeSecondsText(double seconds) {
    return seconds < 60.0 ? QueueModel::tr("%1 s").arg(static_cast<int>(seconds))
                          : secondsText(seconds);
}

} // namespace

QueueModel::QueueModel(JobBridge& bridge, JobService& jobs, QObject* parent)
    : QueueModel(bridge, jobs, steadySeconds, parent) {}

QueueModel::QueueModel(JobBridge& bridge, JobService& jobs, Clock clock, QObject* parent)
    : QAbstractListModel(parent), m_bridge(bridge), m_jobs(jobs), m_clock(std::move(clock)) {
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        for (const auto& [job, course] : m_courses) {
            refresh(job);
        }
    });
    connect(&m_bridge, &JobBridge::stateChanged, this, &QueueModel::onStateChanged);
    connect(&m_bridge, &JobBridge::stepped, this, &QueueModel::onStepped);
    connect(&m_bridge, &JobBridge::progressed, this, &QueueModel::onProgressed);
    for (const auto& status : m_bridge.jobs()) {
        onStateChanged(status);
    }
}

int QueueModel::rowOf(JobId job) const {
    const auto found = std::find(m_order.begin(), m_order.end(), job);
    return found != m_order.end() ? static_cast<int>(found - m_order.begin()) : -1;
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

bool QueueModel::canMove(JobId job, int rows) const {
    const auto* status = m_bridge.find(job);
    const int row = rowOf(job), target = row + rows;
    if (status == nullptr || row < 0 || !waits(*status) || target < 0 || target >= rowCount()) {
        return false;
    }
    const auto* other = m_bridge.find(at(target));
    return other != nullptr && waits(*other); // never before one that runs
}

void QueueModel::move(JobId job, int rows) {
    if (!canMove(job, rows)) {
        return;
    }
    const auto waiting = m_jobs.waiting();
    const auto place = std::find(waiting.begin(), waiting.end(), job);
    if (place == waiting.end()) {
        return; // it has begun meanwhile
    }
    const auto target = (place - waiting.begin()) + rows;
    m_jobs.moveTo(job, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, target)));
    reorder();
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto* status = m_bridge.find(at(index.row()));
    if (status == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return fromUtf8(status->experiment.name);
    case Qt::ToolTipRole:
        return plainToolTip(sentence(*status));
    case Qt::AccessibleTextRole:
        return sentence(*status);
    case StateRole:
        return static_cast<int>(status->state);
    case StageRole:
        return stageText(*status);
    case FractionRole: {
        const auto course = m_courses.find(status->id);
        return course != m_courses.end() ? QVariant(course->second.progress.fraction())
                                         : QVariant();
    }
    case TimeRole:
        return timeText(status->id);
    default:
        return {};
    }
}

// What runs comes first, then what waits; a job that the service does not know to wait any more,
// and whose beginning has not been told yet, keeps its place in front.
std::vector<JobId> QueueModel::wantedOrder() const {
    const auto waiting = m_jobs.waiting();
    std::vector<JobId> order;
    for (const auto& status : m_bridge.jobs()) {
        if (std::find(waiting.begin(), waiting.end(), status.id) == waiting.end()) {
            order.push_back(status.id);
        }
    }
    std::copy_if(waiting.begin(), waiting.end(), std::back_inserter(order),
                 [this](JobId job) { return m_bridge.find(job) != nullptr; });
    return order;
}

void QueueModel::reorder() {
    const auto wanted = wantedOrder();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::find(wanted.begin(), wanted.end(), at(row)) == wanted.end()) {
            beginRemoveRows({}, row, row);
            m_order.erase(m_order.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < static_cast<int>(wanted.size()); ++row) {
        const auto job = wanted[static_cast<std::size_t>(row)];
        const int present = rowOf(job);
        if (present == row) {
            continue;
        }
        if (present < 0) {
            beginInsertRows({}, row, row);
            m_order.insert(m_order.begin() + row, job);
            endInsertRows();
        } else { // always from further down
            beginMoveRows({}, present, present, {}, row);
            m_order.erase(m_order.begin() + present);
            m_order.insert(m_order.begin() + row, job);
            endMoveRows();
        }
    }
}

void QueueModel::onStateChanged(const JobStatus& status) {
    if (isTerminal(status.state)) {
        m_courses.erase(status.id);
    } else if (!waits(status) && !m_courses.contains(status.id)) {
        m_courses[status.id] = {m_clock(), JobProgress(status.experiment), {}, {}, {}};
    }
    if (const auto course = m_courses.find(status.id); course != m_courses.end()) {
        auto& heldAt = course->second.heldAt;
        if (status.waitingAfter && !heldAt) {
            heldAt = m_clock();
        } else if (!status.waitingAfter && heldAt) {
            course->second.begin += m_clock() - *heldAt;
            heldAt.reset();
        }
    }
    m_courses.empty() ? m_tick.stop() : m_tick.start();
    reorder();
    refresh(status.id);
}

void QueueModel::onStepped(JobId job, const StudyStep& step) {
    const auto course = m_courses.find(job);
    const auto* status = m_bridge.find(job);
    if (course == m_courses.end() || status == nullptr || !status->study ||
        step.cell >= status->study->cells.size()) {
        return;
    }
    auto& running = course->second;
    running.latest = {};
    running.step = step;
    running.progress.beginRun(status->study->cells[step.cell].experiment, step.position, step.toDo,
                              elapsed(running));
    refresh(job);
}

void QueueModel::onProgressed(JobId job, const Progress& progress) {
    const auto course = m_courses.find(job);
    if (course != m_courses.end()) {
        course->second.latest = progress;
        course->second.progress.advance(progress, elapsed(course->second));
        refresh(job);
    }
}

void QueueModel::refresh(JobId job) {
    if (const int row = rowOf(job); row >= 0) {
        Q_EMIT dataChanged(index(row), index(row));
    }
}

QString QueueModel::stageText(const JobStatus& status) const {
    const auto course = m_courses.find(status.id);
    if (waits(status) && status.study) {
        return tr("waiting, a study of %n run(s)", "",
                  static_cast<int>(status.study->cells.size()));
    }
    if (waits(status)) {
        // Waiting jobs often differ in these alone.
        return tr("waiting, seed %1, %n epoch(s)", "", status.experiment.transfer.epochs)
            .arg(status.experiment.seed);
    }
    if (status.state == RunState::Cancelling || course == m_courses.end()) {
        return stateText(status.state);
    }
    if (status.waitingAfter) {
        return tr("waits for you after %1").arg(phaseText(*status.waitingAfter));
    }
    const auto phase = phaseText(course->second.latest.phase);
    const auto& step = course->second.step;
    return step ? tr("run %1 of %2: %3", "of a study: position, number, stage")
                      .arg(QLocale().toString(step->position + 1), QLocale().toString(step->toDo),
                           phase)
                : phase;
}

double QueueModel::elapsed(const Course& course) const {
    return course.heldAt.value_or(m_clock()) - course.begin;
}

QString QueueModel::timeText(JobId job) const {
    const auto course = m_courses.find(job);
    if (course == m_courses.end()) {
        return {};
    }
    const double seconds = elapsed(course->second);
    const auto passed = wholeSecondsText(std::floor(seconds));
    const auto left = course->second.progress.secondsLeft(seconds);
    return left ? tr("%1, about %2 left").arg(passed, wholeSecondsText(std::ceil(*left))) : passed;
}

QString QueueModel::sentence(const JobStatus& status) const {
    const auto name = fromUtf8(status.experiment.name);
    const auto course = m_courses.find(status.id);
    if (course == m_courses.end()) {
        return tr("%1: %2.").arg(name, stageText(status));
    }
    return tr("%1: %2, %3 done, %4.")
        .arg(name, stageText(status), percentText(course->second.progress.fraction(), 0),
             timeText(status.id));
}

} // namespace tessera::ui
