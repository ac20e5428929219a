#pragma once

#include "ui/plots/figure.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace tessera::ui {

class Plot;

// A small picture of the page that an export would write. It is drawn anew a few times a second at
// most, and less often where drawing takes long. UI thread.
class FigurePreview : public QWidget {
    Q_OBJECT

public:
    // The plots outlive it.
    FigurePreview(std::vector<Plot*> plots, QWidget* parent);

    void setOptions(const FigureOptions& options);
    // What the plots show has changed.
    void drawSoon();

    [[nodiscard]] const QImage& picture() const { return m_picture; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 200}; }
    [[nodiscard]] QSize sizeHint() const override { return {320, 260}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void drawNow();

    std::vector<Plot*> m_plots;
    FigureOptions m_options;
    QImage m_picture;
    QTimer m_timer;
    bool m_drawing = false;
};

} // namespace tessera::ui
