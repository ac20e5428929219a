#include "ui/bridge/analyst.h"

#include "ui/bridge/job_bridge.h"

#include <sys/resource.h>
#include <unistd.h>

namespace tessera::ui {

namespace {

// A layout that pauses keeps its thread.
constexpr int kThreads = 4;
// Linux knows priorities of ordinary threads by this only.
constexpr int kNice = 10;

} // namespace

Analyst::Analyst(const JobService& jobs, const JobBridge& bridge, QObject* parent)
    : QObject(parent), m_jobs(jobs) {
    m_pool.setMaxThreadCount(kThreads);
    connect(&bridge, &JobBridge::engineChanged, this, &Analyst::readyChanged);
}

void Analyst::stepBack() {
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice);
}

Analyst::~Analyst() {
    m_closing.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

} // namespace tessera::ui
