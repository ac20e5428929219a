#pragma once

#include "core/api/run_view.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The curves of runs, sorted out for drawing. Pure functions.
namespace tessera::ui {

enum class CurveStyle {
    Main,       // solid
    Second,     // dashed
    Third,      // dotted
    Background, // thin and grey
};

struct CurveLine {
    const char* series = "";
    CurveStyle style = CurveStyle::Main;
};

// What one kind of curve plot shows; the entries of the catalogue differ in this only.
struct CurveKind {
    const char* id = "";
    QString (*title)() = nullptr;
    std::vector<CurveLine> lines; // the first one names the axis
    QString (*caption)() = nullptr;
    bool percent = false;   // fractions, shown as 0..100
    bool pairs = false;     // the values of matched layers as well, where there is one run
    bool hasReadout = true; // a last step after the epochs: the readout
    bool test = false;      // the final accuracy on test data with its interval
    bool band = false;      // the first line counts inputs: with Wilson's interval round it
    bool batches = false;   // "loss.batch" behind the curves, where there is one run
};

struct CurvePoint {
    double x = 0.0;          // in epochs
    std::int64_t step = 0;   // as it was sampled
    std::optional<double> y; // finite
    bool readout = false;    // measured after the last epoch
};

struct Curve {
    std::size_t run = 0; // index into the runs
    std::string series;
    std::string layer; // a matched pair; empty: the whole run
    CurveStyle style = CurveStyle::Main;
    std::vector<CurvePoint> points; // by step

    [[nodiscard]] const CurvePoint* lastMeasured() const;
    [[nodiscard]] const CurvePoint* firstMeasured() const;
};

// Wilson's 95% interval of a curve whose values are shares of a known number of inputs.
struct CurveBand {
    std::size_t run = 0;
    std::size_t curve = 0;                          // index into the curves
    std::int64_t inputs = 0;                        // that the shares are of
    std::vector<std::optional<Interval>> intervals; // by point, as the curve's values are
};

struct TestFigure {
    std::size_t run = 0;
    double value = 0.0;
    std::optional<Interval> interval;
};

// A control of the run, measured on test data as the run itself.
struct ControlPoint {
    ControlId id;
    double value = 0.0;
};

struct CurveSet {
    std::vector<Curve> curves;    // what lies behind comes first
    std::vector<CurveBand> bands; // of runs whose snapshots tell the number of inputs
    std::vector<TestFigure> tests;
    std::vector<ControlPoint> controls; // where there is one run
    double lastX = 1.0;                 // of the steps that are there
    std::optional<double> readoutStep;  // if it means the same for all runs
    bool readoutsApart = false;         // there are readouts, and it does not

    [[nodiscard]] bool hasValues() const;
    // The band of a curve; null: it has none.
    [[nodiscard]] const CurveBand* bandOf(std::size_t curve) const;
    // The least of all that is drawn; nothing: nothing is.
    [[nodiscard]] std::optional<double> least() const;
};

[[nodiscard]] CurveSet curvesOf(const std::vector<RunViewPtr>& runs, const CurveKind& kind);

// Epochs that one optimiser step is worth. Nothing where the run does not tell: it is still
// running, or has ended before its last epoch, and its split is the data set's default.
[[nodiscard]] std::optional<double> epochsPerBatch(const RunView& run);

} // namespace tessera::ui
