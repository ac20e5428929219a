#pragma once

#include "core/api/documents.h"
#include "tests/ui/support/memory_run_store.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tessera::test {

// Documents with made-up formats. Bytes go to real files, so that tests work in a folder of their
// own; stores and snapshots are what the test has put in. Any thread.
class FakeDocuments : public Documents {
public:
    using Path = std::filesystem::path;

    // What a file holds when it is opened; the file itself need not exist.
    void putStore(const Path& file, OpenedStore store) { put(m_stores, file, std::move(store)); }
    // What a token holds is FakeTokenDesk's.
    void putToken(const Path& file) {
        const std::lock_guard lock(m_mutex);
        m_tokens.insert(file);
    }
    void putSnapshots(const Path& file, Result<RunSnapshots> snapshots) {
        put(m_snapshots, file, std::move(snapshots));
    }
    void putItems(const Path& file, Result<ItemResultsPtr> items) {
        put(m_items, file, std::move(items));
    }
    // What problemsOf() finds wrong with every experiment.
    void setProblems(std::vector<std::string> problems) {
        const std::lock_guard lock(m_mutex);
        m_problems = std::move(problems);
    }
    // What parseExperiment() makes of texts that were not written here.
    void readForeignAs(Experiment experiment) {
        const std::lock_guard lock(m_mutex);
        m_foreign = std::move(experiment);
    }
    // Writing and opening stores fails with this until it is taken away again: a full disk.
    void refuseWrites(std::optional<Error> error) {
        const std::lock_guard lock(m_mutex);
        m_refusal = std::move(error);
    }

    Result<FileKind> kindOf(const Path& file) override {
        const std::lock_guard lock(m_mutex);
        if (m_tokens.contains(file)) {
            return FileKind::Token;
        }
        if (m_stores.contains(file)) {
            return FileKind::Store;
        }
        const auto bytes = bytesOf(file);
        if (!bytes) {
            return fail(bytes.error());
        }
        return m_experiments.contains(*bytes) ? FileKind::Experiment : FileKind::Unknown;
    }

    Result<Experiment> readExperiment(const Path& file) override {
        const auto bytes = bytesOf(file);
        return bytes ? parseExperiment(*bytes) : fail(bytes.error());
    }
    Result<void> writeExperiment(const Path& file, const Experiment& experiment) override {
        return writeFile(file, experimentText(experiment));
    }

    // Not JSON: a number under which the experiment is kept here. Equal experiments, equal texts.
    std::string experimentText(const Experiment& experiment) override {
        const std::lock_guard lock(m_mutex);
        for (const auto& [text, known] : m_experiments) {
            if (known == experiment) {
                return text;
            }
        }
        auto text = "{\"made-up experiment\": " + std::to_string(m_experiments.size()) + "}\n";
        m_experiments[text] = experiment;
        return text;
    }
    Result<Experiment> parseExperiment(const std::string& text) override {
        const std::lock_guard lock(m_mutex);
        const auto found = m_experiments.find(text);
        if (found == m_experiments.end() && m_foreign) {
            return *m_foreign;
        }
        return found != m_experiments.end()
                   ? Result<Experiment>(found->second)
                   : fail(ErrorCode::Corrupt, "this is not an experiment of this test");
    }

    std::vector<std::string> problemsOf(const Experiment&) override {
        const std::lock_guard lock(m_mutex);
        return m_problems;
    }

    Experiment defaultExperiment() override {
        Experiment experiment;
        experiment.source.network.architecture = madeArchitecture("mlp", 128, 4);
        experiment.receiver.network.architecture = madeArchitecture("lstm", 64, 2);
        experiment.data.name = "digits";
        experiment.controls = {ControlId("untrained_source"), ControlId("shuffled_targets"),
                               ControlId("readout_only")};
        experiment.name = defaultName(experiment);
        return experiment;
    }
    std::string defaultName(const Experiment& experiment) override {
        return experiment.data.name + " " + networkLabel(experiment.source.network) + " > " +
               networkLabel(experiment.receiver.network);
    }
    std::string networkLabel(const NetworkSpec& network) override {
        if (!network.architecture) {
            return network.file.filename().string();
        }
        return network.architecture->family.value + " " +
               std::to_string(network.architecture->width) + "d/" +
               std::to_string(network.architecture->depth) + "L";
    }

    // Of a file that the test has not put in: a new, empty store, the same one every time.
    Result<OpenedStore> openStore(const Path& file) override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        auto found = m_stores.find(file);
        if (found == m_stores.end()) {
            std::ofstream(file).put('\n');
            OpenedStore opened;
            opened.store = std::make_shared<MemoryRunStore>();
            opened.file = file;
            opened.folder = file.parent_path();
            found = m_stores.emplace(file, std::move(opened)).first;
        }
        return found->second;
    }

    // As no reader should.
    std::atomic<bool> snapshotsThrow{false};
    Result<RunSnapshots> readSnapshots(const Path& file) override {
        if (snapshotsThrow) {
            throw std::runtime_error("a fake throws");
        }
        const std::lock_guard lock(m_mutex);
        const auto found = m_snapshots.find(file);
        return found != m_snapshots.end() ? found->second : fail(missing(file));
    }

    Result<ItemResultsPtr> readItems(const Path& file) override {
        const std::lock_guard lock(m_mutex);
        const auto found = m_items.find(file);
        return found != m_items.end() ? found->second : Result<ItemResultsPtr>(fail(missing(file)));
    }

    std::string runJson(const RunRecord& run, const std::vector<MetricSample>& samples) override {
        return "{\"id\": \"" + run.id.value + "\", \"samples\": " + std::to_string(samples.size()) +
               "}\n";
    }

    Result<void> writeFile(const Path& file, const std::string& bytes) override {
        {
            const std::lock_guard lock(m_mutex);
            if (m_refusal) {
                return fail(*m_refusal);
            }
        }
        std::ofstream out(file, std::ios::binary);
        out << bytes;
        out.close();
        return out ? Result<void>() : fail(ErrorCode::Io, "cannot write " + file.string());
    }

private:
    template <class Map, class Value>
    void put(Map& map, const Path& file, Value value) {
        const std::lock_guard lock(m_mutex);
        map.insert_or_assign(file, std::move(value));
    }

    static ArchitectureSpec madeArchitecture(const std::string& family, int width, int depth) {
        ArchitectureSpec made;
        made.family = ArchitectureId(family);
        made.width = width;
        made.depth = depth;
        return made;
    }

    static Error missing(const Path& file) {
        return {ErrorCode::NotFound, "there is no file " + file.string(), std::nullopt};
    }
    static Result<std::string> bytesOf(const Path& file) {
        std::ifstream in(file, std::ios::binary);
        if (!in) {
            return fail(missing(file));
        }
        return std::string(std::istreambuf_iterator<char>(in), {});
    }

    mutable std::mutex m_mutex;
    std::map<Path, OpenedStore> m_stores;
    std::set<Path> m_tokens;
    std::map<Path, Result<RunSnapshots>> m_snapshots;
    std::map<Path, Result<ItemResultsPtr>> m_items;
    std::map<std::string, Experiment> m_experiments;
    std::vector<std::string> m_problems;
    std::optional<Experiment> m_foreign;
    std::optional<Error> m_refusal;
};

} // namespace tessera::test
