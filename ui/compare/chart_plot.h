#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/plot_look.h"

class QChart;
class QChartView;
class QKeyEvent;
class QLabel;
class QStackedLayout;

namespace tessera::ui {

// A small summary on a Qt Chart: theme, empty state, keyboard, readout and export are the same for
// all of them. It does not zoom. Concrete charts say what is drawn. UI thread.
class ChartPlot : public Plot {
    Q_OBJECT

public:
    // `title` is the accessible name, too.
    ChartPlot(const PlotContext& context, const QString& title, QWidget* parent);

    void resetZoom() override {} // there is none
    void draw(QPainter& painter, const QSize& size, const Theme& theme) override;
    [[nodiscard]] int wordsHeight(int width) const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }
    [[nodiscard]] QSize sizeHint() const override { return {480, 320}; }

    [[nodiscard]] QChart& chart() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

    // Puts series and axes into an empty chart.
    virtual void fill(QChart& chart, const PlotLook& look) = 0;
    // What the marks mean, below the chart.
    [[nodiscard]] virtual QString caption() const = 0;
    // What the keyboard goes through by arrow keys, from left to right.
    [[nodiscard]] virtual int stops() const = 0;
    [[nodiscard]] virtual QString readoutAt(int stop) const = 0;

    // To be called after the new content stands.
    void contentHasChanged();

private:
    void rebuild();
    [[nodiscard]] bool handleKey(const QKeyEvent& event);

    PlotContext m_context;
    QStackedLayout* m_stack;
    QLabel* m_emptyLabel;
    QWidget* m_content;
    QChartView* m_view;
    QLabel* m_caption;
    int m_stop = -1; // of the keyboard; -1: it has not been used
};

} // namespace tessera::ui
