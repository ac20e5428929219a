#pragma once

#include "ui/widgets/lineage_layout.h"

#include <QWidget>

namespace tessera::ui {

// Draws a lineage: boxes with type and name, lines from parents to results, left to right in every
// language. Arrows go from node to node: left and right along the lines, up and down in a layer.
// UI thread.
class LineageCanvas : public QWidget {
    Q_OBJECT

public:
    explicit LineageCanvas(QWidget* parent = nullptr);

    void setShape(LineageShape shape);
    [[nodiscard]] const LineageShape& shape() const { return m_shape; }
    // -1: none.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int node);

    [[nodiscard]] QRect nodeRect(int node) const;
    // -1: none is there.
    [[nodiscard]] int nodeAt(const QPoint& position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(int node);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QSize boxSize() const;
    [[nodiscard]] QPointF placeOf(double layer, double row) const; // the middle of a box
    [[nodiscard]] int nextAlong(const std::vector<int>& neighbours, int step) const;
    [[nodiscard]] int nextIn(int layer, double row, int step) const;
    void drawEdge(QPainter& painter, const LineageEdge& edge) const;
    void drawNode(QPainter& painter, int node) const;

    LineageShape m_shape;
    int m_current = -1;
};

} // namespace tessera::ui
