#include "app/workbench/end_signals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace tessera::workbench {

namespace {

constexpr std::array<int, 3> kSignals = {SIGINT, SIGTERM, SIGHUP};

// A handler gets no argument of ours, so its end of the pipe must be found from everywhere.
std::atomic<int> writeEnd = -1;

void onSignal(int) {
    const char byte = 1;
    // Nothing can be done about a failure inside a handler.
    [[maybe_unused]] const auto written = write(writeEnd, &byte, 1);
}

} // namespace

EndSignals::EndSignals(std::function<void()> end) {
    if (pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the system's own way of ending stays
    }
    writeEnd = m_pipe[1];
    auto* notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, end = std::move(end)] {
        char byte = 0;
        while (read(m_pipe[0], &byte, 1) > 0) {
        }
        end();
    });
    for (const int signal : kSignals) {
        std::signal(signal, onSignal);
    }
}

EndSignals::~EndSignals() {
    for (const int signal : kSignals) {
        std::signal(signal, SIG_DFL);
    }
    writeEnd = -1;
    for (const int end : m_pipe) {
        if (end >= 0) {
            close(end);
        }
    }
}

} // namespace tessera::workbench
