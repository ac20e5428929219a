#pragma once

#include "core/api/run_store.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tessera::test {

// A run store without a file. Any thread. A test may put runs in, and let it refuse.
class MemoryRunStore : public RunStore {
public:
    // Everything fallible answers with this error until it is taken away again.
    void refuse(std::optional<Error> error) {
        const std::lock_guard lock(m_mutex);
        m_refusal = std::move(error);
    }

    // As if another program had written it; replaces a run of the same id.
    void put(const RunRecord& run, const std::vector<MetricSample>& samples = {}) {
        const std::lock_guard lock(m_mutex);
        auto* known = find(run.id);
        if (known != nullptr) {
            *known = run;
        } else {
            m_runs.push_back(run);
        }
        m_samples[run.id] = samples;
        ++m_revision;
    }

    // As if another program had deleted it for good.
    void forget(const RunId& run) {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_runs, [&](const RunRecord& record) { return record.id == run; });
        ++m_revision;
    }

    Result<RunId> begin(const RunStart& start) override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        RunRecord run;
        run.id = RunId("20260301-1200" + std::to_string(10 + m_runs.size()) + "-0000beef");
        run.name = start.experiment.name;
        run.state = RunState::Running;
        run.startedAt = "2026-03-01T12:00:00.000Z";
        run.experiment = start.experiment;
        run.sourceLabel = start.sourceLabel;
        run.receiverLabel = start.receiverLabel;
        run.environment = start.environment;
        m_runs.push_back(run);
        ++m_revision;
        return run.id;
    }

    void append(const RunId& run, const MetricSample& sample) override {
        const std::lock_guard lock(m_mutex);
        m_samples[run].push_back(sample);
        ++m_revision;
    }

    Result<void> addArtifact(const RunId& run, const Artifact& artifact) override {
        return change(run, [&](RunRecord& record) { record.artifacts.push_back(artifact); });
    }

    Result<void> addRelease(const RunId&, const Release& release) override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        m_releases.push_back(release);
        return {};
    }

    Result<void> finish(const RunId& run, RunState state, const RunSummary& summary,
                        const std::string& failure) override {
        return change(run, [&](RunRecord& record) {
            record.state = state;
            record.summary = summary;
            record.failure = failure;
            record.finishedAt = "2026-03-01T12:00:09.000Z";
        });
    }

    Result<void> flush() override {
        const std::lock_guard lock(m_mutex);
        return m_refusal ? Result<void>(fail(*m_refusal)) : Result<void>();
    }

    Result<void> edit(const RunId& run, const RunEdit& edit) override {
        return change(run, [&](RunRecord& record) {
            record.name = edit.name.value_or(record.name);
            record.note = edit.note.value_or(record.note);
            record.starred = edit.starred.value_or(record.starred);
            record.tags = edit.tags.value_or(record.tags);
            record.selections = edit.selections.value_or(record.selections);
        });
    }

    Result<void> setRemoved(const RunId& run, Removal removal) override {
        {
            const std::lock_guard lock(m_mutex);
            const auto* record = find(run);
            if (record != nullptr && removal == Removal::Remove &&
                (record->state == RunState::Running || record->state == RunState::Cancelling)) {
                return fail(ErrorCode::InvalidArgument, "run " + run.value + " has not ended");
            }
        }
        return change(run, [&](RunRecord&) {
            if (removal == Removal::Remove) {
                m_removed.insert(run);
            } else {
                m_removed.erase(run);
            }
        });
    }

    Result<std::int64_t> revision() override {
        const std::lock_guard lock(m_mutex);
        return m_refusal ? Result<std::int64_t>(fail(*m_refusal)) : m_revision;
    }

    Result<std::vector<RunRecord>> list() override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        std::vector<RunRecord> runs;
        std::copy_if(m_runs.begin(), m_runs.end(), std::back_inserter(runs),
                     [this](const RunRecord& run) { return !m_removed.contains(run.id); });
        std::stable_sort(runs.begin(), runs.end(), [](const RunRecord& a, const RunRecord& b) {
            return std::tie(a.startedAt, a.id) < std::tie(b.startedAt, b.id);
        });
        return runs;
    }

    Result<RunRecord> get(const RunId& run) override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        const auto* record = find(run);
        return record != nullptr ? Result<RunRecord>(*record) : fail(notFound(run));
    }

    Result<std::vector<MetricSample>> samples(const RunId& run) override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        return find(run) != nullptr ? Result<std::vector<MetricSample>>(m_samples[run])
                                    : fail(notFound(run));
    }

    Result<std::vector<Release>> releases(const std::string& populationHash) override {
        const std::lock_guard lock(m_mutex);
        std::vector<Release> found;
        std::copy_if(m_releases.begin(), m_releases.end(), std::back_inserter(found),
                     [&](const Release& entry) { return entry.populationHash == populationHash; });
        return found;
    }

private:
    static Error notFound(const RunId& run) {
        return {ErrorCode::NotFound, "there is no run " + run.value, std::nullopt};
    }

    RunRecord* find(const RunId& run) {
        const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                        [&](const RunRecord& record) { return record.id == run; });
        return found == m_runs.end() ? nullptr : &*found;
    }

    template <class Change>
    Result<void> change(const RunId& run, Change change) {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        auto* record = find(run);
        if (record == nullptr) {
            return fail(notFound(run));
        }
        change(*record);
        ++m_revision;
        return {};
    }

    std::mutex m_mutex;
    std::vector<RunRecord> m_runs;
    std::set<RunId> m_removed;
    std::map<RunId, std::vector<MetricSample>> m_samples;
    std::vector<Release> m_releases;
    std::optional<Error> m_refusal;
    std::int64_t m_revision = 1;
};

} // namespace tessera::test
