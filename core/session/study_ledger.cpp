#include "core/session/study_ledger.h"

#include "core/api/study.h"

namespace tessera::session {

namespace {

constexpr int kShareOfTime = 20;
constexpr auto kCheap = std::chrono::milliseconds(10); // may be spent on every cell

} // namespace

StudyLedger::StudyLedger(RunStore& store, std::string study,
                         std::function<std::string(const Experiment&)> hash)
    : m_store(store), m_study(std::move(study)), m_hash(std::move(hash)) {}

Result<void> StudyLedger::refresh() {
    const auto begin = Clock::now();
    if (m_readAt && m_cost > kCheap && begin - *m_readAt < kShareOfTime * m_cost) {
        return {};
    }
    const auto runs = m_store.list();
    if (!runs) {
        return fail(runs.error());
    }
    m_entries.clear();
    for (const auto& run : *runs) { // oldest first
        if (run.study != m_study || !run.experimentReadable) {
            continue;
        }
        auto& hash = m_hashes[run.id];
        if (hash.empty()) {
            hash = m_hash(run.experiment);
        }
        const auto known = m_entries.find(hash);
        if (known == m_entries.end() || weightOf(run.state) >= weightOf(known->second.state)) {
            m_entries.insert_or_assign(hash, Entry{run.id, run.state});
        }
    }
    m_readAt = Clock::now();
    m_cost = *m_readAt - begin;
    return {};
}

std::optional<StudyLedger::Entry> StudyLedger::find(const std::string& hash) const {
    const auto found = m_entries.find(hash);
    return found == m_entries.end() ? std::nullopt : std::optional(found->second);
}

} // namespace tessera::session
