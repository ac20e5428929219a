#pragma once

#include "tests/support/run_program.h"

#include "core/experiment/experiment_json.h"
#include "core/store/sqlite_run_store.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

// Small experiments in a folder of their own.
namespace tessera::test {

// One second of work: 70 inputs in three batches, small networks, no controls. `patch` is a JSON
// merge patch with ' for ".
inline Json smallExperiment(const QString& patch = "{}") {
    const auto parsed = [](QString text) {
        return Json::parse(text.replace('\'', '"').toStdString());
    };
    auto json = parsed("{'schema': 1, 'name': 'small', 'seed': 1, 'threads': 1,"
                       " 'source': {'architecture': {'family': 'mlp', 'width': 16, 'depth': 1},"
                       "            'train': {'epochs': 3, 'rate': 0.01}},"
                       " 'receiver': {'architecture': {'family': 'mlp', 'width': 12, 'depth': 1}},"
                       " 'data': {'name': 'digits', 'splits': {'source_train': 200,"
                       "          'reference': 70, 'validation': 40, 'test': 100}},"
                       " 'transfer': {'epochs': 1, 'hub': {'dim': 64}}, 'controls': []}");
    json.merge_patch(parsed(patch));
    return json;
}

class Workspace {
public:
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }
    [[nodiscard]] QString name(const std::string& name) const {
        return QString::fromStdString(path(name).string());
    }
    [[nodiscard]] QString folder() const { return m_dir.path(); }

    // Returns the file's name.
    QString write(const std::string& file, const std::string& bytes) const {
        std::filesystem::create_directories(path(file).parent_path());
        std::ofstream(path(file), std::ios::binary | std::ios::trunc) << bytes;
        return name(file);
    }
    QString writeJson(const std::string& file, const Json& json) const {
        return write(file, json.dump(2));
    }
    [[nodiscard]] std::string read(const std::string& file) const {
        std::ifstream in(path(file), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

    // Names of all files and of empty folders below, sorted, relative; empty folders end in '/'.
    // Without SQLite's side files, which a reader leaves and the next writer removes.
    [[nodiscard]] QStringList tree(const std::string& below) const {
        QStringList names;
        if (std::filesystem::exists(path(below))) {
            for (const auto& entry : std::filesystem::recursive_directory_iterator(path(below))) {
                const auto name = entry.path().lexically_relative(path(below)).string();
                if (name.ends_with(".db-wal") || name.ends_with(".db-shm")) {
                    continue;
                }
                if (!entry.is_directory()) {
                    names.append(QString::fromStdString(name));
                } else if (std::filesystem::is_empty(entry)) {
                    names.append(QString::fromStdString(name + "/"));
                }
            }
        }
        names.sort();
        return names;
    }

    // What no program that has ended may leave below an output folder: temporary files, folders of
    // runs that hold nothing, and files of runs that the store does not know.
    [[nodiscard]] QStringList leftovers(const std::string& out) const {
        QStringList found;
        QStringList known = {"runs.tessera.db", "runs/"};
        for (const auto& run : runs(out)) {
            for (const auto& artifact : run.artifacts) {
                known.append(QString::fromStdString(artifact.path.string()));
            }
        }
        for (const auto& file : tree(out)) {
            const bool network = file.startsWith("networks/") && file.endsWith(".safetensors") &&
                                 !file.contains("/.");
            if (!known.contains(file) && !network) {
                found.append(file);
            }
        }
        return found;
    }

    // The store as another program sees it; null if there is none.
    [[nodiscard]] std::unique_ptr<RunStore> store(const std::string& out) const {
        auto opened =
            store::openRunStore(path(out) / "runs.tessera.db", store::OpenMode::ReadOnly,
                                {experiment::experimentText, experiment::parseExperiment});
        return opened ? *std::move(opened) : nullptr;
    }
    [[nodiscard]] std::vector<RunRecord> runs(const std::string& out) const {
        const auto opened = store(out);
        const auto all = opened ? opened->list() : Result<std::vector<RunRecord>>();
        return all ? *all : std::vector<RunRecord>{};
    }
    // Samples of a series so far.
    [[nodiscard]] std::vector<MetricSample> samples(const std::string& out, const RunId& run,
                                                    const std::string& series) const {
        const auto opened = store(out);
        const auto all = opened ? opened->samples(run) : Result<std::vector<MetricSample>>();
        std::vector<MetricSample> some;
        if (all) {
            std::copy_if(all->begin(), all->end(), std::back_inserter(some),
                         [&](const auto& sample) { return sample.series == series; });
        }
        return some;
    }

private:
    QTemporaryDir m_dir;
};

// `tessera run` of a small experiment into the workspace's folder `out`.
inline Ended runSmall(const Workspace& space, const QString& patch = "{}",
                      const QStringList& more = {}, const Variables& variables = {}) {
    const auto file = space.writeJson("small.tessera.json", smallExperiment(patch));
    return runProgram(QStringList{"run", file, "--json", "--out", space.name("out")} + more,
                      variables);
}

} // namespace tessera::test
