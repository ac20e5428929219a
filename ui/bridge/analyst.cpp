#include "ui/bridge/analyst.h"

#include "ui/bridge/job_bridge.h"

#include <QThread>

namespace tessera::ui {

namespace {

// A layout that pauses keeps its thread.
constexpr int kThreads = 4;

} // namespace

Analyst::Analyst(const JobService& jobs, const JobBridge& bridge, QObject* parent)
    : QObject(parent), m_jobs(jobs) {
    m_pool.setMaxThreadCount(kThreads);
    m_pool.setThreadPriority(QThread::LowPriority); // the window comes first
    connect(&bridge, &JobBridge::engineChanged, this, &Analyst::readyChanged);
}

Analyst::~Analyst() {
    m_closing.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

} // namespace tessera::ui
