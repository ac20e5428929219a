#pragma once

#include "core/jobs/prepare_networks.h"
#include "core/jobs/transfer_job.h"
#include "tests/support/recording_sink.h"
#include "tests/support/toy_task.h"

#include <QTemporaryDir>

#include <cstdlib>
#include <filesystem>
#include <string>

// What the tests of this folder share.
namespace tessera::test {

inline std::filesystem::path dataDir() {
    const char* chosen = std::getenv("TESSERA_DATA_DIR");
    return chosen != nullptr ? std::filesystem::path(chosen)
                             : std::filesystem::path(TESSERA_SOURCE_DIR) / "resources" / "data";
}

inline ArchitectureSpec architecture(const std::string& family, int width, int depth = 1) {
    ArchitectureSpec spec;
    spec.family = ArchitectureId(family);
    spec.width = width;
    spec.depth = depth;
    return spec;
}

// Digits, cut small, with small networks: a whole run takes about a second.
inline Experiment smallExperiment() {
    Experiment experiment;
    experiment.name = "small";
    experiment.seed = 3;
    experiment.source.network.architecture = architecture("mlp", 24);
    experiment.source.train.epochs = 5;
    experiment.source.train.rate = 5e-3;
    experiment.receiver.network.architecture = architecture("conv", 16);
    experiment.data.name = "digits";
    experiment.data.splits = {300, 200, 100, 150};
    experiment.transfer.hub.dim = 64;
    experiment.controls = {ControlId("untrained_source"), ControlId("shuffled_targets"),
                           ControlId("readout_only")};
    return experiment;
}

// The toy task as an experiment; its data are given directly.
inline Experiment toyExperiment() {
    Experiment experiment = smallExperiment();
    experiment.data.name = "toy";
    experiment.source.network.architecture = architecture("mlp", 12);
    experiment.receiver.network.architecture = architecture("mlp", 10);
    return experiment;
}

inline NetworkSpec networkFrom(const std::filesystem::path& file) {
    NetworkSpec spec;
    spec.file = file;
    return spec;
}

// Where a test keeps its files.
class Folder {
public:
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private:
    QTemporaryDir m_folder;
};

inline bool mentions(const Error& error, const std::string& part) {
    return error.detail.find(part) != std::string::npos;
}

} // namespace tessera::test
