#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/plot_look.h"

#include <QList>
#include <QPoint>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

class QCPAxis;
class QCPAxisRect;
class QCustomPlot;
class QKeyEvent;
class QLabel;
class QMouseEvent;
class QPolygonF;
class QStackedLayout;

namespace tessera::ui {

class Crosshair;
class PlotCanvas;

// A plot on a QCustomPlot: theme, zoom, pan, keyboard, crosshair, readout, empty state and export
// are the same for all of them. Concrete plots add what they draw and say what is where. UI thread.
class CustomPlot : public Plot {
    Q_OBJECT

public:
    // `title` is the accessible name, too.
    CustomPlot(const PlotContext& context, const QString& title, QWidget* parent);
    ~CustomPlot() override;

    void resetZoom() override;
    void draw(QPainter& painter, const QSize& size, const Theme& theme) override;
    [[nodiscard]] int wordsHeight(int width) const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }
    [[nodiscard]] QSize sizeHint() const override { return {480, 320}; }

    [[nodiscard]] QCustomPlot& canvas() const;
    // A person has changed the zoom since the last reset.
    [[nodiscard]] bool isZoomed() const { return m_zoomed; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

    // Colours, pens and fonts of what the plot itself has added.
    virtual void applyOwnLook(const PlotLook& look) = 0;
    // Sets the ranges so that everything can be seen.
    virtual void fitAxes() = 0;
    // What is under `position` (of the canvas), inside `rect`.
    [[nodiscard]] virtual QString readoutAt(const QPoint& position, QCPAxisRect& rect);
    // Axes that the keyboard pans and zooms; the first axis rect's unless the plot has several.
    [[nodiscard]] virtual QList<QCPAxis*> movableAxes() const;
    // The same outside of the axis rects.
    [[nodiscard]] virtual QString readoutBeside(const QPoint&) { return {}; }
    // The pointer has left, or presses: what it was on may move away under it.
    virtual void onPointerLeft() {}
    virtual void onClicked(const QPoint&, Qt::KeyboardModifiers) {}
    virtual void onRectangle(const QRect&, Qt::KeyboardModifiers) {}
    // Drawn freely, in pixels of the canvas.
    virtual void onLasso(const QPolygonF&, Qt::KeyboardModifiers) {}
    // An arrow key; true if the plot has used it for something else than panning.
    virtual bool onArrow(int /*dx*/, int /*dy*/) { return false; }
    virtual bool onKey(int /*key*/) { return false; }

    // To be called by setRuns() after the new content stands. Fits the axes for another first run,
    // or as long as nobody has zoomed.
    void contentHasChanged(bool otherRun);
    void requestReplot();
    void styleAnew();
    void setRectangleSelects(bool on);
    void setLassoSelects(); // by Alt and a drag
    void setDragsDrawLasso(bool on);
    // The longest of `titles`, which come in that order, that is no longer than its axis.
    void setAxisTitle(QCPAxis& axis, const QStringList& titles);

    // Name and seed.
    [[nodiscard]] static QString runName(const RunRecord& record);
    // "Run: ...", for the summary of a plot of one run.
    [[nodiscard]] static QString runSentence(const RunRecord& record);
    // Pixels that legend and caption take of the height of a plot of this width.
    [[nodiscard]] int keysHeight(int width, const QFont& font) const;

    [[nodiscard]] Selection& selection() const { return m_context.selection; }
    [[nodiscard]] const Theme& theme() const;
    [[nodiscard]] const PlotLook& look() const { return m_look; }

private:
    void installCanvas();
    void onThemeChanged();
    void onMouseMove(QMouseEvent* event);
    void onMouseRelease(QMouseEvent* event);
    void onDoubleClick();
    void leave(const QString& readout);
    [[nodiscard]] bool handleKey(const QKeyEvent& event);
    void pan(int dx, int dy);
    void zoom(double factor);
    void apply(const PlotLook& look);
    void fitAxisTitles();

    PlotContext m_context;
    PlotLook m_look;
    PlotCanvas* m_canvas;
    Crosshair* m_crosshair;
    QLabel* m_emptyLabel;
    QStackedLayout* m_stack;
    QPoint m_pressed;
    std::optional<std::vector<int>> m_beforePress; // the selection, for a double click
    bool m_ignoreRelease = false;                  // of a double click
    std::map<QCPAxis*, QStringList> m_titles;
    bool m_zoomed = false;
};

} // namespace tessera::ui
