#include "app/cli/interrupts.h"

#include "app/cli/command.h"

#include <csignal>
#include <pthread.h>
#include <unistd.h>

namespace tessera::cli {

namespace {

sigset_t watchedSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGUSR2); // sent by the destructor to end the waiting
    return set;
}

} // namespace

void ignoreWriteSignals() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

Interrupts::Interrupts() {
    const auto set = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::thread([this] { wait(); });
}

Interrupts::~Interrupts() {
    m_ending = true;
    pthread_kill(m_thread.native_handle(), SIGUSR2);
    m_thread.join();
}

void Interrupts::wait() {
    const auto set = watchedSignals();
    for (int signal = 0; sigwait(&set, &signal) == 0 && !m_ending;) {
        if (signal == SIGUSR2) {
            continue; // from somebody else
        }
        if (m_source.stop_requested()) {
            _exit(kExitCancelled);
        }
        m_source.request_stop();
    }
}

} // namespace tessera::cli
