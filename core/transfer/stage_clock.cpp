#include "core/transfer/stage_clock.h"

namespace tessera::transfer {

namespace {

std::optional<double>& slot(StageSeconds& seconds, Phase phase) {
    switch (phase) {
    case Phase::Prepare:
        return seconds.prepare;
    case Phase::Fingerprint:
        return seconds.fingerprint;
    case Phase::Collect:
        return seconds.collect;
    case Phase::Hub:
        return seconds.hub;
    case Phase::EncodeDecode:
        return seconds.transfer;
    case Phase::FineTune:
        return seconds.finetune;
    case Phase::Measure:
        return seconds.measure;
    case Phase::Package:
        return seconds.package;
    case Phase::Controls:
        break;
    }
    return seconds.controls;
}

} // namespace

void StageClock::enter(Phase phase, std::int64_t total, const std::string& what) {
    leave();
    m_current = Progress{phase, 0, total, what};
    m_begin = std::chrono::steady_clock::now();
    m_events.progress(*m_current);
}

void StageClock::advance(std::int64_t done) {
    if (m_current) {
        m_current->done = done;
        m_events.progress(*m_current);
    }
}

void StageClock::advance(std::int64_t done, std::int64_t total) {
    if (m_current) {
        m_current->total = total;
        advance(done);
    }
}

void StageClock::say(const std::string& what) {
    if (m_current) {
        auto now = *m_current;
        now.what = what;
        m_events.progress(now);
    }
}

void StageClock::leave() {
    if (m_current) {
        const auto phase = m_current->phase;
        stop();
        m_events.stageDone(phase);
    }
}

void StageClock::stop() {
    if (!m_current) {
        return;
    }
    auto& seconds = slot(m_seconds, m_current->phase);
    seconds = seconds.value_or(0.0) +
              std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    m_current.reset();
}

} // namespace tessera::transfer
