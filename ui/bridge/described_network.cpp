#include "ui/bridge/described_network.h"

#include "ui/bridge/job_bridge.h"

#include <system_error>

namespace tessera::ui {

namespace {

constexpr int kDelayMs = 200;
constexpr int kNetworkPollMs = 50;

using Description = std::shared_ptr<const NetworkDescription>;

// Options change how a network is used, not what it is.
bool isSameNetwork(const DescribedNetwork::Request& a, const DescribedNetwork::Request& b) {
    return a.spec.file == b.spec.file && a.spec.architecture == b.spec.architecture &&
           a.written == b.written;
}

} // namespace

DescribedNetwork::DescribedNetwork(const JobService& jobs, const JobBridge& bridge, QObject* parent)
    : QObject(parent), m_jobs(jobs), m_bridge(bridge) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    m_poll.setInterval(kNetworkPollMs);
    connect(&m_delay, &QTimer::timeout, this, &DescribedNetwork::begin);
    connect(&m_poll, &QTimer::timeout, this, &DescribedNetwork::progressed);
    connect(&bridge, &JobBridge::engineChanged, this, [this] {
        if (m_state == State::Reading && !m_delay.isActive() && !m_progress.isBegun()) {
            begin();
        }
    });
}

DescribedNetwork::~DescribedNetwork() {
    m_stop.request_stop();
}

void DescribedNetwork::describe(const NetworkSpec& spec, const std::optional<InputSpec>& input,
                                int classes) {
    Request request{spec, input, classes, std::nullopt};
    std::error_code error;
    const auto written = std::filesystem::last_write_time(spec.file, error);
    if (!spec.file.empty() && !error) {
        request.written = written;
    }
    if (m_state == State::Nothing || request != m_request) {
        ask(request);
    }
}

void DescribedNetwork::ask(const Request& request) {
    m_stop.request_stop();
    if (!isSameNetwork(request, m_request)) {
        m_description.reset();
    }
    m_request = request;
    m_failure.reset();
    m_progress.end();
    m_state = State::Reading;
    m_delay.start();
    Q_EMIT changed();
}

void DescribedNetwork::readAgain() {
    if (m_state != State::Nothing) {
        ask(Request(m_request));
    }
}

void DescribedNetwork::clear() {
    if (m_state != State::Nothing) {
        m_description.reset();
        m_failure.reset();
        m_request = {};
        finish(State::Nothing);
    }
}

void DescribedNetwork::cancel() {
    if (m_state == State::Reading) {
        finish(State::Stopped);
    }
}

std::optional<double> DescribedNetwork::progress() const {
    return m_progress.share();
}

void DescribedNetwork::begin() {
    const auto& engine = m_bridge.engine();
    if (!engine) {
        return; // its coming begins this
    }
    if (!*engine) {
        m_failure = engine->error();
        finish(State::Failed);
        return;
    }
    m_stop = std::stop_source();
    m_progress.begin();
    m_poll.start();
    m_background.run(
        this,
        [&jobs = m_jobs, request = m_request, stop = m_stop.get_token(),
         progress = m_progress]() -> Result<Description> {
            if (stop.stop_requested()) {
                return Description();
            }
            const auto watch = progress.watch(stop);
            return jobs.describeNetwork(request.spec, request.input, request.classes, watch);
        },
        [this, stop = m_stop.get_token()](Result<Description> described) {
            if (stop.stop_requested()) {
                return; // something else is wanted by now
            }
            if (described && *described) {
                m_description = std::move(*described);
                finish(State::Known);
            } else if (described) {
                finish(State::Stopped);
            } else {
                m_description.reset();
                m_failure = std::move(described).error();
                finish(State::Failed);
            }
        });
}

// Whatever is still on its way is no longer wanted.
void DescribedNetwork::finish(State state) {
    m_stop.request_stop();
    m_delay.stop();
    m_poll.stop();
    m_progress.end();
    m_state = state;
    Q_EMIT changed();
}

} // namespace tessera::ui
