#pragma once

#include "core/api/run.h"

#include <optional>
#include <string>

namespace tessera::test {

inline RunId runId(int number) {
    return RunId("20260101-12000" + std::to_string(number) + "-0000000" + std::to_string(number));
}

// A finished run; a larger number started later. Numbers from 0 to 9.
inline RunRecord madeRecord(int number, const std::string& name,
                            std::optional<double> accuracy = 0.88) {
    RunRecord run;
    run.id = runId(number);
    run.name = name;
    run.state = RunState::Done;
    run.startedAt = "2026-01-01T12:00:0" + std::to_string(number) + ".000Z";
    run.finishedAt = "2026-01-01T12:01:00.000Z";
    run.experiment.name = name;
    run.experiment.seed = static_cast<std::uint64_t>(number);
    run.experiment.data.name = "digits";
    run.sourceLabel = "mlp 128d/4L";
    run.receiverLabel = "lstm 64d/2L";
    run.summary.accuracyAfter = accuracy;
    if (accuracy) {
        run.summary.interval = Interval{*accuracy - 0.03, *accuracy + 0.02};
        run.summary.testSize = 400;
    }
    return run;
}

} // namespace tessera::test
