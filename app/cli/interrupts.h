#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace tessera::cli {

// A write that fails must not end the program before it has said so and closed its run: closed
// pipes (SIGPIPE) and limits on the size of files (SIGXFSZ) become ordinary errors. Call it first
// of all.
void ignoreWriteSignals();

// Turns Ctrl+C (and SIGTERM) into a stop request, so that the run ends within a batch and keeps
// what it measured; a second one ends the program at once. Make it before any other thread: they
// inherit that the signals are blocked.
class Interrupts {
public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    void wait();

    std::stop_source m_source;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

} // namespace tessera::cli
