#pragma once

#include "core/api/run_view.h"

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

// Made-up runs for the tests of plots, views and models.
namespace tessera::test {

struct MadeRun {
    std::int64_t samples = 12; // rows of the snapshots; 0 = none were taken
    int classes = 3;
    int epochs = 3;
    std::int64_t sourceUnits = 8;
    std::int64_t receiverUnits = 5;
    std::int64_t axes = 4;
    bool notANumber = false; // every third value is NaN, every second metric not measured
    std::string id = "20260101-120000-00000001";
};

inline Matrix madeMatrix(std::int64_t rows, std::int64_t columns, double phase, bool notANumber) {
    Matrix matrix{rows, columns, {}};
    matrix.values.reserve(static_cast<std::size_t>(rows * columns));
    for (std::int64_t i = 0; i < rows * columns; ++i) {
        const auto value = static_cast<float>(std::sin(0.37 * static_cast<double>(i) + phase));
        matrix.values.push_back(notANumber && i % 3 == 0 ? std::nanf("") : value);
    }
    return matrix;
}

inline RunViewPtr madeRunView(const MadeRun& made = {}) {
    auto view = std::make_shared<RunView>();
    auto& record = view->record;
    record.id = RunId(made.id);
    record.name = "digits mlp 8d/2L > lstm 5d/2L";
    record.state = RunState::Done;
    record.startedAt = "2026-01-01T12:00:00.000Z";
    record.finishedAt = "2026-01-01T12:00:03.500Z";
    record.experiment.name = record.name;
    record.experiment.data.name = "digits";
    record.experiment.transfer.epochs = made.epochs;
    record.sourceLabel = "mlp 8d/2L";
    record.receiverLabel = "lstm 5d/2L";
    record.summary.sourceAccuracy = 0.965;
    record.summary.accuracyBefore = 0.1;
    record.summary.accuracyAfter = 0.8825;
    record.summary.interval = Interval{0.847, 0.91};
    int number = 0;
    for (const char* series :
         {"accuracy.validation", "agreement.validation", "drift.hub", "drift.hub_error",
          "drift.layer", "drift.output", "loss.activation", "loss.behaviour", "loss.total"}) {
        const bool isLoss = std::string(series).starts_with("loss.");
        for (int step = isLoss ? 1 : 0; step <= made.epochs + (isLoss ? 0 : 1); ++step) {
            const bool measured = !made.notANumber || ++number % 2 == 0;
            view->samples.push_back(
                {series, step, measured ? std::optional(1.0 / (1.0 + step)) : std::nullopt, ""});
        }
    }
    if (made.samples == 0) {
        return view;
    }
    auto samples = std::make_shared<SampleSet>();
    samples->input = {InputKind::Image, 8, 8, 1, 0};
    samples->classes = made.classes;
    samples->total = made.samples;
    samples->inputs = madeMatrix(made.samples, 64, 0.0, false);
    auto source = std::make_shared<NetworkRows>();
    auto before = std::make_shared<NetworkRows>();
    auto after = std::make_shared<NetworkRows>();
    for (std::int64_t i = 0; i < made.samples; ++i) {
        const auto label = static_cast<std::int32_t>(i % made.classes);
        samples->labels.push_back(label);
        source->predicted.push_back(label);
        before->predicted.push_back(0);
        after->predicted.push_back(i % 5 == 0 ? 0 : label);
    }
    const auto fill = [&](NetworkRows& network, std::int64_t units, double phase) {
        for (const char* name : {"layers.0", "layers.1", "feature"}) {
            network.layers.push_back(
                {name, madeMatrix(made.samples, units, phase, made.notANumber)});
            phase += 1.0;
        }
        network.hub = madeMatrix(made.samples, made.axes, phase, made.notANumber);
    };
    fill(*source, made.sourceUnits, 0.0);
    fill(*before, made.receiverUnits, 10.0);
    fill(*after, made.receiverUnits, 0.5);
    std::vector<double> shares;
    for (std::int64_t axis = 0; axis < made.axes; ++axis) {
        shares.push_back(0.5 / static_cast<double>(axis + 1));
    }
    view->snapshots.first =
        std::make_shared<Snapshot>(Snapshot{0, samples, source, before, shares});
    view->snapshots.last =
        std::make_shared<Snapshot>(Snapshot{made.epochs + 1, samples, source, after, shares});
    return view;
}

} // namespace tessera::test
