#pragma once

#include "core/store/clock.h"
#include "core/store/experiment_codec.h"
#include "core/store/sqlite_run_store.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>

#include <QTest>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// What the tests of this folder share.
namespace tessera::test {

// Name and seed are enough to tell experiments apart; "broken" stands for a recipe that a later
// version of the program no longer reads.
inline store::ExperimentCodec fakeCodec() {
    return {[](const Experiment& experiment) {
                return experiment.name + "|" + std::to_string(experiment.seed);
            },
            [](const std::string& text) -> Result<Experiment> {
                const auto bar = text.find('|');
                if (bar == std::string::npos) {
                    return fail(ErrorCode::Corrupt, "no bar");
                }
                Experiment experiment;
                experiment.name = text.substr(0, bar);
                experiment.seed = std::stoull(text.substr(bar + 1));
                return experiment;
            }};
}

inline std::unique_ptr<RunStore> openOrDie(const std::filesystem::path& file,
                                           store::OpenMode mode = store::OpenMode::ReadWrite) {
    auto opened = store::openRunStore(file, mode, fakeCodec());
    if (!opened) {
        qFatal("%s", opened.error().detail.c_str());
    }
    return *std::move(opened);
}

inline RunStart startNamed(const std::string& name, std::uint64_t seed = 1) {
    RunStart start;
    start.experiment.name = name;
    start.experiment.seed = seed;
    return start;
}

// The files of a folder, without what readers leave beside a store.
inline QStringList filesOf(const std::filesystem::path& folder) {
    QStringList found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto name = QString::fromStdString(entry.path().filename().string());
        if (entry.is_regular_file() && !name.endsWith("-wal") && !name.endsWith("-shm")) {
            found.append(name);
        }
    }
    found.sort();
    return found;
}

// Edits of one thing.
inline RunEdit editName(const std::string& name) {
    RunEdit edit;
    edit.name = name;
    return edit;
}

inline RunEdit editNote(const std::string& note) {
    RunEdit edit;
    edit.note = note;
    return edit;
}

inline RunEdit editStar(bool starred) {
    RunEdit edit;
    edit.starred = starred;
    return edit;
}

inline RunEdit editTags(std::vector<std::string> tags) {
    RunEdit edit;
    edit.tags = std::move(tags);
    return edit;
}

template <class T>
T must(Result<T> result) {
    if (!result) {
        qFatal("%s", result.error().detail.c_str());
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

// A run that is done, with a sample and an artifact.
inline RunId finished(RunStore& store, const std::string& name) {
    const RunId run = must(store.begin(startNamed(name)));
    store.append(run, {"loss", 1, 0.5, ""});
    must(store.addArtifact(run, {"token", "runs/" + run.value + "/token.tbf", "aa", 1}));
    must(store.finish(run, RunState::Done, {}, ""));
    return run;
}

// Somebody else's connection.
inline void execute(const std::filesystem::path& file, const std::string& sql) {
    SQLite::Database db(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 5000);
    db.exec(sql);
}

inline std::string query(const std::filesystem::path& file, const std::string& sql) {
    SQLite::Database db(file, SQLite::OPEN_READONLY, 5000);
    return db.execAndGet(sql).getString();
}

inline std::string readBytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void writeBytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

} // namespace tessera::test
