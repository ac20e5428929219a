#pragma once

#include "core/api/study.h"

#include <string>

// Rows of studies for tests of what is made from them.
namespace tessera::test {

inline NetworkSpec zooNetwork(const std::string& family) {
    NetworkSpec network;
    network.architecture.emplace();
    network.architecture->family = ArchitectureId(family);
    return network;
}

// One finished run of `method` (its mode id too) from `source` to `receiver`.
inline StudyRow studyRow(const std::string& method, const std::string& source,
                         const std::string& receiver, std::uint64_t seed, double before,
                         double after) {
    StudyRow row;
    row.cell.method = method;
    row.cell.sourceLabel = source;
    row.cell.receiverLabel = receiver;
    auto& experiment = row.cell.experiment;
    experiment.seed = seed;
    experiment.source.network = zooNetwork(source);
    experiment.receiver.network = zooNetwork(receiver);
    experiment.data.name = "digits";
    experiment.transfer.mode = ModeId(method);
    row.run = RunId(method + "-" + source + "-" + receiver + "-" + std::to_string(seed));
    row.state = RunState::Done;
    row.summary.sourceAccuracy = 0.96;
    row.summary.accuracyBefore = before;
    row.summary.accuracyAfter = after;
    row.summary.testSize = 400;
    row.summary.gradientSteps = 57;
    row.summary.labelsUsed = 0;
    row.summary.seconds.total = 1.5;
    return row;
}

inline StudyRow failedRow(const std::string& method, const std::string& source,
                          const std::string& receiver, std::uint64_t seed,
                          const std::string& reason) {
    StudyRow row = studyRow(method, source, receiver, seed, 0.1, 0.1);
    row.state = RunState::Failed;
    row.failure = reason;
    row.summary = {};
    return row;
}

} // namespace tessera::test
