#include "ui/plots/curve_data.h"

#include "core/api/wilson.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

std::optional<double> finite(const std::optional<double>& value, double scale) {
    return value && std::isfinite(*value) ? std::optional(*value * scale) : std::nullopt;
}

// Curves of `line` in one run: that of the whole run and, if wanted, one for each matched pair.
void addCurves(const RunView& view, std::size_t run, const CurveLine& line, const CurveKind& kind,
               bool withPairs, std::vector<Curve>& behind, std::vector<Curve>& before) {
    const double scale = kind.percent ? 100.0 : 1.0;
    std::vector<Curve> found;
    for (const auto& sample : view.samples) {
        if (sample.series != line.series || (!sample.layer.empty() && !withPairs)) {
            continue;
        }
        auto place = std::find_if(found.begin(), found.end(),
                                  [&](const Curve& curve) { return curve.layer == sample.layer; });
        if (place == found.end()) {
            const auto style = sample.layer.empty() ? line.style : CurveStyle::Background;
            found.push_back({run, line.series, sample.layer, style, {}});
            place = std::prev(found.end());
        }
        const bool readout =
            kind.hasReadout && sample.step == view.record.experiment.transfer.epochs + 1;
        place->points.push_back(
            {static_cast<double>(sample.step), sample.step, finite(sample.value, scale), readout});
    }
    for (auto& curve : found) {
        (curve.layer.empty() ? before : behind).push_back(std::move(curve));
    }
}

void addBatches(const RunView& view, std::size_t run, std::vector<Curve>& behind) {
    const auto scale = epochsPerBatch(view);
    if (!scale) {
        return;
    }
    Curve curve{run, "loss.batch", "", CurveStyle::Background, {}};
    for (const auto& sample : view.samples) {
        if (sample.series == "loss.batch") {
            curve.points.push_back({static_cast<double>(sample.step) * *scale, sample.step,
                                    finite(sample.value, 1.0)});
        }
    }
    if (!curve.points.empty()) {
        behind.push_back(std::move(curve));
    }
}

std::int64_t validationInputs(const RunView& run) {
    for (const auto& snapshot : {run.snapshots.last, run.snapshots.first}) {
        if (snapshot && snapshot->samples) {
            return snapshot->samples->total;
        }
    }
    return 0;
}

void addBands(const std::vector<RunViewPtr>& runs, const CurveKind& kind, CurveSet& set) {
    const double scale = kind.percent ? 100.0 : 1.0;
    for (std::size_t i = 0; i < set.curves.size(); ++i) {
        const auto& curve = set.curves[i];
        const auto inputs = validationInputs(*runs[curve.run]);
        if (inputs <= 0 || curve.series != kind.lines.front().series || !curve.layer.empty()) {
            continue;
        }
        CurveBand band{curve.run, i, inputs, {}};
        for (const auto& point : curve.points) {
            std::optional<Interval> interval;
            if (point.y) {
                const double right = *point.y / scale * static_cast<double>(inputs);
                interval = stats::wilsonInterval(std::llround(right), inputs);
            }
            band.intervals.push_back(
                interval ? std::optional(Interval{scale * interval->lo, scale * interval->hi})
                         : std::nullopt);
        }
        set.bands.push_back(std::move(band));
    }
}

void addTests(const std::vector<RunViewPtr>& runs, CurveSet& set) {
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const auto& summary = runs[run]->record.summary;
        if (const auto value = finite(summary.accuracyAfter, 100.0)) {
            std::optional<Interval> interval;
            if (summary.interval) {
                interval = Interval{100.0 * summary.interval->lo, 100.0 * summary.interval->hi};
            }
            set.tests.push_back({run, *value, interval});
        }
    }
    if (runs.size() != 1) {
        return;
    }
    for (const auto& control : runs.front()->record.summary.controls) {
        if (const auto value = finite(control.accuracy, 100.0)) {
            set.controls.push_back({control.id, *value});
        }
    }
}

// One name on the axis is right only where it is true of every point that stands there.
void findReadout(CurveSet& set) {
    std::optional<double> first;
    bool shared = true;
    for (const auto& curve : set.curves) {
        for (const auto& point : curve.points) {
            if (point.readout) {
                shared = shared && (!first || *first == point.x);
                first = point.x;
            }
        }
    }
    if (!first) {
        return;
    }
    for (const auto& curve : set.curves) {
        for (const auto& point : curve.points) {
            shared = shared && (point.readout || point.x < *first);
        }
    }
    set.readoutStep = shared ? first : std::nullopt;
    set.readoutsApart = !shared;
}

} // namespace

const CurvePoint* Curve::lastMeasured() const {
    const auto found = std::find_if(points.rbegin(), points.rend(),
                                    [](const CurvePoint& point) { return point.y.has_value(); });
    return found == points.rend() ? nullptr : &*found;
}

const CurvePoint* Curve::firstMeasured() const {
    const auto found = std::find_if(points.begin(), points.end(),
                                    [](const CurvePoint& point) { return point.y.has_value(); });
    return found == points.end() ? nullptr : &*found;
}

bool CurveSet::hasValues() const {
    return !tests.empty() || std::any_of(curves.begin(), curves.end(), [](const Curve& curve) {
        return curve.lastMeasured() != nullptr;
    });
}

const CurveBand* CurveSet::bandOf(std::size_t curve) const {
    const auto found = std::find_if(bands.begin(), bands.end(),
                                    [curve](const CurveBand& band) { return band.curve == curve; });
    return found == bands.end() ? nullptr : &*found;
}

std::optional<double> CurveSet::least() const {
    std::optional<double> least;
    const auto count = [&least](const std::optional<double>& value) {
        if (value) {
            least = std::min(least.value_or(*value), *value);
        }
    };
    for (const auto& curve : curves) {
        for (const auto& point : curve.points) {
            count(point.y);
        }
    }
    for (const auto& band : bands) {
        for (const auto& interval : band.intervals) {
            count(interval ? std::optional(interval->lo) : std::nullopt);
        }
    }
    for (const auto& test : tests) {
        count(test.value);
        count(test.interval ? std::optional(test.interval->lo) : std::nullopt);
    }
    for (const auto& control : controls) {
        count(control.value);
    }
    return least;
}

CurveSet curvesOf(const std::vector<RunViewPtr>& runs, const CurveKind& kind) {
    CurveSet set;
    const bool alone = runs.size() == 1;
    std::vector<Curve> before;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        if (kind.batches && alone) {
            addBatches(*runs[run], run, set.curves);
        }
        for (const auto& line : kind.lines) {
            addCurves(*runs[run], run, line, kind, kind.pairs && alone, set.curves, before);
        }
    }
    std::move(before.begin(), before.end(), std::back_inserter(set.curves));
    for (const auto& curve : set.curves) {
        for (const auto& point : curve.points) {
            set.lastX = std::max(set.lastX, point.x);
        }
    }
    findReadout(set);
    if (kind.band) {
        addBands(runs, kind, set);
    }
    if (kind.test) {
        addTests(runs, set);
    }
    return set;
}

std::optional<double> epochsPerBatch(const RunView& run) {
    const auto& experiment = run.record.experiment;
    const int rows = experiment.data.splits.reference;
    const int batch = experiment.transfer.batch;
    if (rows > 0 && batch > 0) {
        const int rest = rows % batch; // a last batch of one is dropped
        const int batches = rows / batch + (rest > 1 || (rest == 1 && batch == 1) ? 1 : 0);
        return batches > 0 ? std::optional(1.0 / batches) : std::nullopt;
    }
    const auto epochs = experiment.transfer.epochs;
    const auto count =
        std::count_if(run.samples.begin(), run.samples.end(),
                      [](const MetricSample& sample) { return sample.series == "loss.batch"; });
    const bool whole =
        run.record.state == RunState::Done && epochs > 0 && count > 0 && count % epochs == 0;
    return whole ? std::optional(static_cast<double>(epochs) / static_cast<double>(count))
                 : std::nullopt;
}

} // namespace tessera::ui
