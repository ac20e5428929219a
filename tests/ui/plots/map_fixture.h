#pragma once

#include "tests/ui/plots/plot_fixture.h"
#include "ui/plots/feature_map_plot.h"
#include "ui/plots/map_sheet.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <vector>

namespace tessera::test {

inline constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
inline constexpr float kInf = std::numeric_limits<float>::infinity();
inline constexpr float kMax = std::numeric_limits<float>::max();

// Waves, unless there are numbers.
inline FullActivation madeActivation(FullActivation::Kind kind,
                                     const std::vector<std::int64_t>& shape,
                                     const std::vector<float>& values = {}) {
    FullActivation activation{"layers.0", shape, kind, values};
    std::int64_t count = values.empty() ? 1 : 0;
    for (const auto size : shape) {
        count *= size;
    }
    for (std::int64_t i = 0; i < count; ++i) {
        activation.values.push_back(static_cast<float>(std::sin(0.37 * static_cast<double>(i))));
    }
    return activation;
}

// What layers may put out, good or not.
inline const std::map<QString, FullActivation>& mapCases() {
    using Kind = FullActivation::Kind;
    static const std::map<QString, FullActivation> all = {
        {"maps", madeActivation(Kind::Maps, {6, 4, 5})},
        {"512 maps", madeActivation(Kind::Maps, {512, 3, 3})},
        {"one value", madeActivation(Kind::Maps, {1, 1, 1}, {2.5F})},
        {"constant map", madeActivation(Kind::Maps, {1, 2, 2}, {3.0F, 3.0F, 3.0F, 3.0F})},
        {"some missing",
         madeActivation(Kind::Maps, {2, 1, 3}, {1.0F, kNan, 2.0F, kInf, 0.5F, -kInf})},
        {"all missing", madeActivation(Kind::Maps, {1, 1, 2}, {kNan, kInf})},
        {"huge", madeActivation(Kind::Maps, {1, 1, 3}, {-kMax, kMax, 0.0F})},
        {"flat maps", madeActivation(Kind::Maps, {3, 1, 400})},
        {"fine map", madeActivation(Kind::Maps, {1, 700, 900})},
        {"signals", madeActivation(Kind::Maps, {4, 9})},
        {"sequence", madeActivation(Kind::Sequence, {5, 7})},
        {"attention",
         madeActivation(Kind::Attention, {2, 3, 3},
                        {0.5F, 0.25F, 0.25F, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1})},
        {"100 heads", madeActivation(Kind::Attention, {100, 4, 4})},
        {"vector", madeActivation(Kind::Vector, {12})},
        {"one unit", madeActivation(Kind::Vector, {1}, {-2.0F})},
        {"vector with missing", madeActivation(Kind::Vector, {3}, {1.0F, kNan, -1.0F})},
        {"zeros", madeActivation(Kind::Vector, {4}, {0, 0, 0, 0})},
        {"other axes", madeActivation(Kind::Maps, {2, 2, 2, 2})},
        {"no numbers", madeActivation(Kind::Vector, {0})},
        {"numbers of another shape", madeActivation(Kind::Maps, {2, 2, 2}, {1.0F, 2.0F})},
    };
    return all;
}

// The plot as it stands in a window of its own.
struct MapWorld : PlotWorld {
    ui::FeatureMapPlot plot{context, nullptr};

    MapWorld() {
        theme.setChoice(ui::ThemeChoice::Light);
        plot.resize(480, 360);
        plot.show(); // or nothing has a place
    }
    ~MapWorld() { theme.setChoice(ui::ThemeChoice::System); }

    void set(const FullActivation& activation, const QString& title = "Source, sample 3") {
        ui::ShownActivation shown;
        shown.activation = std::make_shared<FullActivation>(activation);
        shown.title = title;
        plot.setActivation(std::move(shown));
    }
    void set(const QString& name) { set(mapCases().at(name)); }
    // Its only one of that class; it says nothing of itself to Qt.
    template <class T>
    T& plottable() {
        auto& canvas = canvasOf(plot);
        for (int i = 0; i < canvas.plottableCount(); ++i) {
            if (auto* found = dynamic_cast<T*>(canvas.plottable(i))) {
                return *found;
            }
        }
        qFatal("it is not there");
    }
    ui::MapSheet& sheet() { return plottable<ui::MapSheet>(); }
    QCPColorScale& scale() {
        for (auto* element : canvasOf(plot).plotLayout()->elements(true)) {
            if (auto* scale = qobject_cast<QCPColorScale*>(element)) {
                return *scale;
            }
        }
        qFatal("there is no colour scale");
    }
    // As the canvas stands at the moment.
    QImage grab() {
        auto& canvas = canvasOf(plot);
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        return canvas.toPixmap(canvas.width(), canvas.height()).toImage();
    }
    QColor colourAt(const ui::MapCell& cell) {
        const auto picture = grab();
        return picture.pixelColor(sheet().pixelsOf(cell).center().toPoint());
    }
    QString readout(const ui::MapCell& cell) {
        canvasOf(plot).replot(QCustomPlot::rpImmediateRefresh);
        return readoutAt(sheet().pixelsOf(cell).center().toPoint());
    }
    QString readoutAt(const QPoint& position) {
        QSignalSpy told(&plot, &ui::Plot::readoutChanged);
        auto& canvas = canvasOf(plot);
        QMouseEvent move(QEvent::MouseMove, position, canvas.mapToGlobal(position), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas, &move);
        return told.isEmpty() ? QString() : told.last().first().toString();
    }
    QString press(Qt::Key key) {
        QSignalSpy told(&plot, &ui::Plot::readoutChanged);
        QTest::keyClick(&canvasOf(plot), key);
        return told.isEmpty() ? QString() : told.last().first().toString();
    }
};

inline constexpr QRgb kDarkest = 0xFF440154, kBrightest = 0xFFFDE725; // viridis

inline bool isNear(const QColor& colour, QRgb wanted) {
    const auto near = [](int a, int b) { return std::abs(a - b) <= 3; };
    return near(colour.red(), qRed(wanted)) && near(colour.green(), qGreen(wanted)) &&
           near(colour.blue(), qBlue(wanted));
}

} // namespace tessera::test
