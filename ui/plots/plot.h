#pragma once

#include "core/api/run_view.h"

#include <QStringList>
#include <QVariant>
#include <QWidget>

#include <vector>

class QPainter;

namespace tessera::ui {

class Analyst;
class Selection;
struct PlotAxes;
struct Theme;
class ThemeController;

// Exactly what a plot draws, as numbers and texts: the CSV, and the table for those who cannot see
// the plot. Units stand in the headers. An invalid QVariant is "not measured".
struct PlotTable {
    QStringList columns;
    std::vector<std::vector<QVariant>> rows;
};

// What every plot is built with. The referenced objects outlive it.
struct PlotContext {
    Selection& selection;
    ThemeController& theme;
    Analyst* analyst = nullptr; // null: nothing can be computed
};

// A figure that shows one or several runs. Concrete plots live in a pair of files each and stand in
// plot_catalog.cpp. UI thread; numbers come ready from the core.
class Plot : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Replaces what is drawn; the first run is the one in focus. Called up to 20 times a second
    // while a run grows: what has not changed must not be computed again. A new first run resets
    // the zoom, new data of the same run keeps it.
    virtual void setRuns(const std::vector<RunViewPtr>& runs) = 0;

    [[nodiscard]] virtual bool isEmpty() const = 0;
    // False while something that belongs into the picture is still being computed off this thread;
    // contentChanged() tells when it is there.
    [[nodiscard]] virtual bool isComplete() const { return true; }
    // One sentence: what will be here, and what brings it.
    [[nodiscard]] virtual QString emptyText() const = 0;
    [[nodiscard]] virtual PlotTable table() const = 0;
    // What the plot shows at the moment, in words, for screen readers and captions.
    [[nodiscard]] virtual QString summary() const = 0;

    // How the table is drawn, in the colours of `theme`, for programs that draw it themselves:
    // its columns as series on one pair of axes or several. None: it is a table, or a picture.
    [[nodiscard]] virtual std::vector<PlotAxes> axes(const Theme& theme) const;
    // The runs that are drawn, for the caption of a figure; none: what is drawn is no run's.
    [[nodiscard]] virtual std::vector<RunViewPtr> shownRuns() const { return {}; }
    // One sentence: what the intervals are that are drawn; empty: none are.
    [[nodiscard]] virtual QString intervalText() const { return {}; }

    // Pickers that belong to the plot (layer, colour, order), a child of the plot's; may be null.
    [[nodiscard]] virtual QWidget* controls() { return nullptr; }

    virtual void resetZoom() = 0;

    // Draws the plot as it stands, in `theme`, into (0, 0, size) of the painter: vectors where the
    // painter takes them. Sizes are in points, text included.
    virtual void draw(QPainter& painter, const QSize& size, const Theme& theme) = 0;
    // Points that legend and caption take of the height when it is drawn so wide: a figure adds
    // them, so that they take nothing from the axes.
    [[nodiscard]] virtual int wordsHeight(int /*width*/) const { return 0; }

Q_SIGNALS:
    // What is under the pointer or the keyboard's cross; empty when it has left.
    void readoutChanged(const QString& text);
    // isEmpty(), summary() or table() may have changed.
    void contentChanged();
};

} // namespace tessera::ui
