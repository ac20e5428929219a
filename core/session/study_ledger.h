#pragma once

#include "core/api/run_store.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace tessera::session {

// What a store knows of the cells of one study, by the hashes of their experiments. Reads the
// store again when it is asked, but where that takes long, at most a twentieth of the time is spent
// on it. One thread at a time.
class StudyLedger {
public:
    struct Entry {
        RunId run;
        RunState state;
    };

    // `store` outlives the ledger.
    StudyLedger(RunStore& store, std::string study,
                std::function<std::string(const Experiment&)> hash);

    // Codes of RunStore::list().
    [[nodiscard]] Result<void> refresh();

    // A run that is done, else one that is running, else the latest; nothing if there is none.
    [[nodiscard]] std::optional<Entry> find(const std::string& hash) const;

private:
    using Clock = std::chrono::steady_clock;

    RunStore& m_store;
    std::string m_study;
    std::function<std::string(const Experiment&)> m_hash;
    std::map<std::string, Entry> m_entries;
    std::map<RunId, std::string> m_hashes; // recipes never change
    std::optional<Clock::time_point> m_readAt;
    Clock::duration m_cost{};
};

} // namespace tessera::session
