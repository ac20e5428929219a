// The curves in words and numbers: what CurvePlot tells to those who read rather than look.
#include "ui/plots/curve_plot.h"

#include "ui/strings/strings.h"

#include <QLocale>

namespace tessera::ui {

QString CurvePlot::unit() const {
    if (m_kind.percent) {
        return "%";
    }
    const QString name = seriesText(m_kind.lines.front().series);
    const QString axis = seriesAxisText(m_kind.lines.front().series);
    const auto open = axis.lastIndexOf('(');
    return axis.size() > name.size() && open >= 0 ? axis.mid(open + 1).chopped(1) : QString();
}

QString CurvePlot::valueText(double value) const {
    return m_kind.percent ? percentText(value / 100.0) : numberText(value, 3);
}

QString CurvePlot::runText(std::size_t run) const {
    return runName(m_runs[run]->record);
}

QString CurvePlot::curveText(const Curve& curve) const {
    const auto name = seriesText(curve.series);
    return curve.layer.empty() ? name : tr("%1 of %2").arg(name, fromUtf8(curve.layer));
}

QString CurvePlot::stepText(const Curve& curve, const CurvePoint& point) const {
    if (curve.series == "loss.batch") {
        return tr("optimiser step %1").arg(point.step);
    }
    return point.readout ? tr("readout") : tr("epoch %1").arg(point.step);
}

QString CurvePlot::pointText(std::size_t index, std::size_t at) const {
    const auto& curve = m_set.curves[index];
    const auto& point = curve.points[at];
    auto text =
        tr("%1, %2: %3, %4")
            .arg(runText(curve.run), stepText(curve, point), curveText(curve), valueText(*point.y));
    const auto* band = m_set.bandOf(index);
    if (band != nullptr && band->intervals[at]) {
        text =
            tr("%1 (95% interval: %2 to %3)")
                .arg(text, valueText(band->intervals[at]->lo), valueText(band->intervals[at]->hi));
    }
    return m_smoothed.empty() ? text
                              : tr("%1, smoothed %2").arg(text, valueText(*m_smoothed[index][at]));
}

QString CurvePlot::placeText(double place, double height) const {
    return tr("epoch: %1, %2: %3")
        .arg(numberText(epochAt(place), 3), seriesText(m_kind.lines.front().series),
             valueText(valueAt(height)));
}

QString CurvePlot::testText(const TestFigure& test) const {
    if (!test.interval) {
        return tr("test: %1").arg(valueText(test.value));
    }
    return tr("test: %1 (95% interval: %2 to %3)")
        .arg(valueText(test.value), valueText(test.interval->lo), valueText(test.interval->hi));
}

QString CurvePlot::controlValueText(const ControlPoint& control) const {
    return tr("%1 %2", "control and accuracy")
        .arg(controlText(control.id), valueText(control.value));
}

QString CurvePlot::emptyText() const {
    if (m_runs.empty()) {
        return tr("Run a transfer, or choose a run, to see this: %1.").arg(m_kind.title());
    }
    return tr("The chosen runs have no values for this: %1.").arg(m_kind.title());
}

PlotTable CurvePlot::table() const {
    PlotTable table;
    const auto unitText = unit();
    const auto header = [&](const QString& name) {
        return unitText.isEmpty() ? name : tr("%1 (%2)").arg(name, unitText);
    };
    table.columns = {tr("run"),    tr("seed"),  tr("curve"),
                     tr("layers"), tr("epoch"), header(tr("value"))};
    if (m_kind.test) {
        table.columns << header(tr("95% interval, lower end"))
                      << header(tr("95% interval, upper end"));
    }
    const auto begin = [&](std::size_t run) {
        const auto& record = m_runs[run]->record;
        return std::vector<QVariant>{fromUtf8(record.name),
                                     static_cast<qulonglong>(record.experiment.seed)};
    };
    if (!m_smoothed.empty()) {
        table.columns << header(tr("smoothed, weight %1").arg(QLocale().toString(smoothing())));
    }
    for (std::size_t i = 0; i < m_set.curves.size(); ++i) {
        const auto& curve = m_set.curves[i];
        const auto* band = m_set.bandOf(i);
        for (std::size_t at = 0; at < curve.points.size(); ++at) {
            const auto& point = curve.points[at];
            auto row = begin(curve.run);
            row.emplace_back(seriesText(curve.series));
            row.push_back(curve.layer.empty() ? QVariant() : QVariant(fromUtf8(curve.layer)));
            row.push_back(curve.series == "loss.batch"
                              ? QVariant(point.x)
                              : QVariant(static_cast<qlonglong>(point.step)));
            row.push_back(point.y ? QVariant(*point.y) : QVariant());
            if (band != nullptr && band->intervals[at]) {
                row.insert(row.end(), {band->intervals[at]->lo, band->intervals[at]->hi});
            }
            row.resize(static_cast<std::size_t>(table.columns.size()));
            if (!m_smoothed.empty() && m_smoothed[i][at]) {
                row.back() = *m_smoothed[i][at];
            }
            table.rows.push_back(std::move(row));
        }
    }
    for (const auto& test : m_set.tests) {
        auto row = begin(test.run);
        row.insert(row.end(), {tr("Accuracy, test"), QVariant(), QVariant(), test.value});
        row.push_back(test.interval ? QVariant(test.interval->lo) : QVariant());
        row.push_back(test.interval ? QVariant(test.interval->hi) : QVariant());
        row.resize(static_cast<std::size_t>(table.columns.size()));
        table.rows.push_back(std::move(row));
    }
    for (const auto& control : m_set.controls) {
        auto row = begin(0);
        row.insert(row.end(), {tr("Control, test: %1").arg(controlText(control.id)), QVariant(),
                               QVariant(), control.value});
        row.resize(static_cast<std::size_t>(table.columns.size()));
        table.rows.push_back(std::move(row));
    }
    return table;
}

QString CurvePlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences;
    if (m_runs.size() == 1) {
        sentences << runSentence(m_runs.front()->record);
    }
    for (const auto& curve : m_set.curves) {
        const auto* first = curve.firstMeasured();
        const auto* last = curve.lastMeasured();
        if (last == nullptr || curve.style == CurveStyle::Background) {
            continue;
        }
        const auto what = m_runs.size() > 1
                              ? tr("%1 (%2)").arg(curveText(curve), runText(curve.run))
                              : curveText(curve);
        sentences << tr("%1: %2 at %3, %4 at %5.")
                         .arg(what, valueText(*first->y), stepText(curve, *first),
                              valueText(*last->y), stepText(curve, *last));
    }
    for (const auto& test : m_set.tests) {
        sentences << tr("%1, %2.").arg(runText(test.run), testText(test));
    }
    for (const auto& control : m_set.controls) {
        sentences << tr("Control, test: %1.").arg(controlValueText(control));
    }
    if (m_set.readoutsApart) {
        sentences << tr("The runs differ in their numbers of epochs: each one's readout, after its "
                        "last epoch, is a triangle.");
    }
    if (!unit().isEmpty() && !m_kind.percent) {
        sentences << tr("Values in %1.", "unit").arg(unit());
    }
    return (sentences << captions()).join(' ');
}

} // namespace tessera::ui
