#pragma once

#include "core/api/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>

namespace tessera {

// Where a run is. The seven stages of a transfer, framed by what comes before and after them.
enum class Phase {
    Prepare, // data, source training
    Fingerprint,
    Collect,
    Hub,
    EncodeDecode,
    FineTune,
    Measure,
    Package,
    Controls,
};

// Frozen names: "prepare", "fingerprint", "collect", "hub", "transfer", "finetune", ...
[[nodiscard]] const char* phaseName(Phase phase);

// `done` of `total` units of `phase`; units differ by phase, so compare ratios only.
struct Progress {
    Phase phase = Phase::Prepare;
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string what; // English, short: "training source", "control: readout only"
};

// One point of a curve. `step` counts epochs (0 = before learning, the last = after the readout),
// except in "loss.batch", where it counts optimiser steps. No value = not measured (kept as NULL,
// never 0). `layer` is empty for a curve of the whole run, else the tap or pair it belongs to.
struct MetricSample {
    std::string series;
    std::int64_t step = 0;
    std::optional<double> value;
    std::string layer;
};

enum class NoticeLevel {
    Detail,  // for who looks closely
    Warning, // should be seen
};

// Something a person should know that is not an error: "the hub lost 0.4% of the variance".
struct Notice {
    std::string text;
    NoticeLevel level = NoticeLevel::Warning;
};

// Receives what a job reports. Called on the job's thread; implementations must not block long.
class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void progress(const Progress& progress) = 0;
    virtual void sample(const MetricSample& sample) = 0;
    virtual void notice(const Notice& notice) = 0;
    // Only where TransferRequest::snapshotRows asks for them: at step 0 and after every epoch.
    virtual void snapshot(const SnapshotPtr&) {}
    // A stage has ended, and its time no longer counts: whoever wants to look before the next one
    // begins may wait in here until a stop is requested.
    virtual void stageDone(Phase) {}
};

} // namespace tessera
