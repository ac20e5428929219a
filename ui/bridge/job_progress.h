#pragma once

#include "core/api/events.h"
#include "core/api/experiment.h"

#include <cstddef>
#include <optional>

namespace tessera::ui {

// How far a run is, 0..1: the usual shares of the phases that are over, and the part of the present
// one. A run without controls is at 1 when it is packed.
[[nodiscard]] double overallFraction(const Progress& progress, const Experiment& experiment);

// Progress of one job over time: never backwards, and how long it will still take. A value; seconds
// are those since the job began to run.
class JobProgress {
public:
    JobProgress() = default;
    explicit JobProgress(const Experiment& experiment) : m_experiment(experiment) {}

    // Of a job of several runs: run `position` of `toDo` begins, counted from 0.
    void beginRun(const Experiment& experiment, std::size_t position, std::size_t toDo,
                  double seconds);
    void advance(const Progress& progress, double seconds);

    [[nodiscard]] double fraction() const { return m_fraction; }
    // Nothing while there is too little to go by. Counts down between two reports.
    [[nodiscard]] std::optional<double> secondsLeft(double seconds) const;

private:
    struct Point {
        double seconds = 0.0;
        double fraction = 0.0;
    };
    struct Estimate {
        double madeAt = 0.0;
        double left = 0.0;
    };

    void advanceRun(double seconds);

    Experiment m_experiment;
    double m_fraction = 0.0;
    std::optional<double> m_runsBefore; // of several runs, the share that is over
    double m_share = 1.0;               // of the present one
    Point m_paceFrom; // where the pace is measured from: the start, or where preparing ended
    bool m_prepared = false;
    std::optional<Estimate> m_estimate;
};

} // namespace tessera::ui
