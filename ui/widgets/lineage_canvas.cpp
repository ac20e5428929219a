#include "ui/widgets/lineage_canvas.h"

#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/palette_theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tessera::ui {

namespace {

constexpr int kAcross = 40;     // between two layers
constexpr int kDown = 16;       // between two rows
constexpr int kEdge = 4;        // stripe of an identity
constexpr double kRadius = 4.0; // of a corner
constexpr double kArrow = 7.0;  // length of its head
constexpr int kCharacters = 18; // that a box has room for
constexpr double kMeeting = 0.5 * kAcross;

// Source and receiver have their colours here, too, beside the word.
std::optional<Identity> identityOf(const LineageNode& node) {
    if (node.type == QLatin1String("anchor")) {
        return Identity::Source;
    }
    return node.type == QLatin1String("receiver") ? std::optional(Identity::Receiver)
                                                  : std::nullopt;
}

} // namespace

LineageCanvas::LineageCanvas(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("lineage.canvas"));
    setLayoutDirection(Qt::LeftToRight); // plots are not mirrored
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void LineageCanvas::setShape(LineageShape shape) {
    m_shape = std::move(shape);
    m_current = -1;
    setAccessibleName(tr("Lineage"));
    updateGeometry();
    update();
}

void LineageCanvas::setCurrent(int node) {
    if (node == m_current || node < 0 || node >= static_cast<int>(m_shape.nodes.size())) {
        return;
    }
    m_current = node;
    // Screen readers tell a change of the name.
    const auto& current = m_shape.nodes[static_cast<std::size_t>(node)];
    setAccessibleName(tr("Lineage, at %1").arg(lineageNodeText(current)));
    update();
    Q_EMIT currentChanged(node);
}

QSize LineageCanvas::boxSize() const {
    const auto metrics = fontMetrics();
    return {kCharacters * metrics.averageCharWidth() + 2 * kSpace + kEdge,
            2 * metrics.height() + kSpace};
}

QSize LineageCanvas::sizeHint() const {
    if (m_shape.nodes.empty()) {
        return {0, 0};
    }
    const auto box = boxSize();
    const int rows = static_cast<int>(std::ceil(m_shape.rows));
    return {m_shape.layers * (box.width() + kAcross) - kAcross + 2 * kSpace,
            rows * (box.height() + kDown) - kDown + 2 * kSpace};
}

QPointF LineageCanvas::placeOf(double layer, double row) const {
    const auto box = boxSize();
    const auto whole = sizeHint();
    // In the middle of what room there is.
    const double left = std::max(0, (width() - whole.width()) / 2) + kSpace;
    const double top = std::max(0, (height() - whole.height()) / 2) + kSpace;
    return {left + layer * (box.width() + kAcross) + 0.5 * box.width(),
            top + row * (box.height() + kDown) + 0.5 * box.height()};
}

QRect LineageCanvas::nodeRect(int node) const {
    const auto& of = m_shape.nodes[static_cast<std::size_t>(node)];
    QRect rect(QPoint(), boxSize());
    const auto middle = placeOf(of.layer, of.row);
    rect.moveTopLeft((middle - QPointF(0.5 * rect.width(), 0.5 * rect.height())).toPoint());
    return rect;
}

int LineageCanvas::nodeAt(const QPoint& position) const {
    for (int node = 0; node < static_cast<int>(m_shape.nodes.size()); ++node) {
        if (nodeRect(node).contains(position)) {
            return node;
        }
    }
    return -1;
}

// The one of them whose row is nearest; without any, the nearest of the next layer.
int LineageCanvas::nextAlong(const std::vector<int>& neighbours, int step) const {
    const auto& from = m_shape.nodes[static_cast<std::size_t>(m_current)];
    auto candidates = neighbours;
    for (int i = 0; neighbours.empty() && i < static_cast<int>(m_shape.nodes.size()); ++i) {
        if (m_shape.nodes[static_cast<std::size_t>(i)].layer == from.layer + step) {
            candidates.push_back(i);
        }
    }
    const auto distance = [&](int node) {
        return std::abs(m_shape.nodes[static_cast<std::size_t>(node)].row - from.row);
    };
    const auto nearest = std::min_element(candidates.begin(), candidates.end(),
                                          [&](int a, int b) { return distance(a) < distance(b); });
    return nearest == candidates.end() ? m_current : *nearest;
}

// The next one above or below in a layer.
int LineageCanvas::nextIn(int layer, double row, int step) const {
    int next = m_current;
    double least = 0.0;
    for (int i = 0; i < static_cast<int>(m_shape.nodes.size()); ++i) {
        const auto& node = m_shape.nodes[static_cast<std::size_t>(i)];
        const double distance = step * (node.row - row);
        if (node.layer == layer && distance > 0.0 && (next == m_current || distance < least)) {
            next = i;
            least = distance;
        }
    }
    return next;
}

void LineageCanvas::keyPressEvent(QKeyEvent* event) {
    const bool moves = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right ||
                       event->key() == Qt::Key_Up || event->key() == Qt::Key_Down ||
                       event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    const bool modified = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0;
    if (!moves || modified || m_shape.nodes.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto before = [this](const LineageNode& a, const LineageNode& b) {
        return std::pair(a.layer, a.row) < std::pair(b.layer, b.row);
    };
    const auto& nodes = m_shape.nodes;
    const auto ends = std::minmax_element(nodes.begin(), nodes.end(), before);
    if (event->key() == Qt::Key_End) {
        setCurrent(static_cast<int>(ends.second - nodes.begin()));
    } else if (m_current < 0 || event->key() == Qt::Key_Home) {
        setCurrent(static_cast<int>(ends.first - nodes.begin()));
    } else if (event->key() == Qt::Key_Left) {
        setCurrent(nextAlong(m_shape.parentsOf(m_current), -1));
    } else if (event->key() == Qt::Key_Right) {
        setCurrent(nextAlong(m_shape.resultsOf(m_current), 1));
    } else {
        const auto& at = nodes[static_cast<std::size_t>(m_current)];
        setCurrent(nextIn(at.layer, at.row, event->key() == Qt::Key_Down ? 1 : -1));
    }
}

void LineageCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        setCurrent(nodeAt(event->pos()));
    }
}

bool LineageCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int node = nodeAt(help->pos());
        if (node >= 0) {
            QToolTip::showText(help->globalPos(), plainToolTip(lineageDetails(m_shape, node)), this,
                               nodeRect(node));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    return QWidget::event(event);
}

void LineageCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // it has the application's
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& edge : m_shape.edges) {
        drawEdge(painter, edge);
    }
    for (int node = 0; node < static_cast<int>(m_shape.nodes.size()); ++node) {
        if (nodeRect(node).adjusted(-2, -2, 2, 2).intersects(event->rect())) {
            drawNode(painter, node);
        }
    }
}

void LineageCanvas::drawEdge(QPainter& painter, const LineageEdge& edge) const {
    const auto& from = m_shape.nodes[static_cast<std::size_t>(edge.from)];
    const auto& to = m_shape.nodes[static_cast<std::size_t>(edge.to)];
    const double half = 0.5 * boxSize().width();
    const bool touched = m_current >= 0 && (edge.from == m_current || edge.to == m_current);
    const auto colour = palette().color(touched ? QPalette::Text : QPalette::PlaceholderText);
    const QPointF tip = placeOf(to.layer, to.row) - QPointF(half, 0.0);

    QPainterPath path(placeOf(from.layer, from.row) + QPointF(half, 0.0));
    const auto curveTo = [&path](const QPointF& end) {
        const QPointF reach(kMeeting, 0.0);
        path.cubicTo(path.currentPosition() + reach, end - reach, end);
    };
    for (const auto& bend : edge.bends) { // level through the layer, where boxes may stand
        const auto middle = placeOf(bend.x(), bend.y());
        curveTo(middle - QPointF(half, 0.0));
        path.lineTo(middle + QPointF(half, 0.0));
    }
    curveTo(tip - QPointF(kArrow, 0.0));
    painter.setPen(QPen(colour, touched ? 2.0 : 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF(
        {tip, tip - QPointF(kArrow, 0.5 * kArrow), tip - QPointF(kArrow, -0.5 * kArrow)}));
}

void LineageCanvas::drawNode(QPainter& painter, int node) const {
    const auto& of = m_shape.nodes[static_cast<std::size_t>(node)];
    const auto& theme = themeOf(palette());
    const bool current = node == m_current;
    const auto rect = nodeRect(node);
    const auto outline = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(
        current ? QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Text), 2.0)
                : QPen(palette().color(QPalette::PlaceholderText), 1.0));
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(outline, kRadius, kRadius);
    if (const auto identity = identityOf(of)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.identity(*identity));
        painter.drawRoundedRect(outline.adjusted(1, 1, kEdge - outline.width(), -1), 2.0, 2.0);
    }
    const auto type = lineageTypeText(of.type);
    const auto name = of.ref.isEmpty() || of.ref == of.type ? of.id : of.ref;
    const auto inner = rect.adjusted(kSpace + kEdge, kSpace / 2, -kSpace, -kSpace / 2);
    const auto metrics = fontMetrics();
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(inner, Qt::AlignLeft | (type.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom),
                     metrics.elidedText(name, Qt::ElideMiddle, inner.width()));
    if (!type.isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop,
                         metrics.elidedText(type, Qt::ElideRight, inner.width()));
    }
}

} // namespace tessera::ui
