#include "ui/plots/custom_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/crosshair.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/plot_canvas.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPicture>
#include <QStackedLayout>

#include <utility>

namespace tessera::ui {

namespace {

constexpr double kWheelFactor = 0.8;
constexpr double kKeyZoom = 0.8;
constexpr double kKeyPan = 0.1; // of the range

} // namespace

CustomPlot::CustomPlot(const PlotContext& context, const QString& title, QWidget* parent)
    : Plot(parent), m_context(context), m_look(screenLook(context.theme.theme())),
      m_canvas(new PlotCanvas(context, this)), m_crosshair(new Crosshair(m_canvas)),
      m_emptyLabel(new QLabel(this)), m_stack(new QStackedLayout(this)) {
    setAccessibleName(title);
    m_canvas->setObjectName("canvas");
    m_canvas->setAccessibleName(title);
    m_emptyLabel->setObjectName("emptyText");
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setMargin(16);
    m_emptyLabel->setBackgroundRole(QPalette::Base);
    m_emptyLabel->setAutoFillBackground(true);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_emptyLabel);
    m_stack->addWidget(m_canvas);
    setFocusProxy(m_canvas);
    installCanvas();
    connect(&m_context.theme, &ThemeController::changed, this, &CustomPlot::onThemeChanged);
}

CustomPlot::~CustomPlot() = default;

void CustomPlot::installCanvas() {
    m_canvas->setLayoutDirection(Qt::LeftToRight); // plots are not mirrored
    m_canvas->setFocusPolicy(Qt::StrongFocus);
    m_canvas->setMouseTracking(true);
    m_canvas->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_canvas->setAutoAddPlottableToLegend(false);
    m_canvas->setNoAntialiasingOnDrag(true);
    m_canvas->installEventFilter(this);
    m_canvas->axisRect()->setRangeZoomFactor(kWheelFactor);
    for (auto* axis : {m_canvas->xAxis, m_canvas->yAxis}) {
        axis->setTicker(QSharedPointer<FewTicks>::create());
        axis->setSubTicks(false);
    }
    connect(m_canvas, &QCustomPlot::afterLayout, this, &CustomPlot::fitAxisTitles);
    connect(m_canvas->selectionRect(), &QCPSelectionRect::accepted, this,
            [this](const QRect& rect, QMouseEvent* event) {
                onRectangle(rect.normalized(), event->modifiers());
            });
}

const Theme& CustomPlot::theme() const {
    return *m_look.theme;
}

void CustomPlot::setAxisTitle(QCPAxis& axis, const QStringList& titles) {
    m_titles[&axis] = titles;
    axis.setLabel(titles.front());
}

// Another title of one line takes the same room, so the layout stays as it is.
void CustomPlot::fitAxisTitles() {
    for (const auto& [axis, titles] : m_titles) {
        const auto box = axis->axisRect()->rect();
        const int room = axis->orientation() == Qt::Horizontal ? box.width() : box.height();
        const QFontMetrics metrics(axis->labelFont());
        QString fitting;
        for (const auto& title : titles) {
            if (fitting.isEmpty() && metrics.horizontalAdvance(title) <= room) {
                fitting = title;
            }
        }
        if (fitting.isEmpty()) {
            fitting = metrics.elidedText(titles.back(), Qt::ElideRight, room);
        }
        // Never without a text: the layout would leave no room for the next one.
        axis->setLabel(fitting.isEmpty() ? titles.back() : fitting);
    }
}

void CustomPlot::setRectangleSelects(bool on) {
    m_canvas->rectangleSelects = on;
}

void CustomPlot::setLassoSelects() {
    m_canvas->onLasso = [this](const QPolygonF& area, Qt::KeyboardModifiers modifiers) {
        onLasso(area, modifiers);
    };
}

void CustomPlot::setDragsDrawLasso(bool on) {
    m_canvas->dragsDrawLasso = on;
}

QCustomPlot& CustomPlot::canvas() const {
    return *m_canvas;
}

QList<QCPAxis*> CustomPlot::movableAxes() const {
    return {m_canvas->axisRect()->axis(QCPAxis::atBottom),
            m_canvas->axisRect()->axis(QCPAxis::atLeft)};
}

void CustomPlot::contentHasChanged(bool otherRun) {
    const bool empty = isEmpty();
    m_emptyLabel->setText(empty ? emptyText() : QString());
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_emptyLabel) : m_canvas);
    if (otherRun || !m_zoomed) {
        m_zoomed = false;
        fitAxes();
    }
    if (otherRun) {
        Q_EMIT readoutChanged(QString()); // it spoke of what was there before
    }
    m_canvas->setAccessibleDescription(empty ? emptyText() : summary());
    setAccessibleDescription(m_canvas->accessibleDescription());
    requestReplot();
    Q_EMIT contentChanged();
}

void CustomPlot::requestReplot() {
    m_canvas->replotWhenSeen();
}

void CustomPlot::styleAnew() {
    apply(m_look);
}

void CustomPlot::apply(const PlotLook& look) {
    applyLook(*m_canvas, look);
    m_crosshair->setColour(look.theme->mutedText);
    applyOwnLook(look);
}

void CustomPlot::onThemeChanged() {
    m_look = screenLook(m_context.theme.theme());
    apply(m_look);
    requestReplot();
}

void CustomPlot::changeEvent(QEvent* event) {
    Plot::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        onThemeChanged();
    }
}

void CustomPlot::resetZoom() {
    m_zoomed = false;
    fitAxes();
    requestReplot();
}

void CustomPlot::draw(QPainter& painter, const QSize& size, const Theme& theme) {
    const auto page = pageLook(theme);
    if (isEmpty()) {
        painter.save();
        painter.fillRect(QRect(QPoint(0, 0), size), theme.base);
        painter.setFont(page.text);
        painter.setPen(theme.mutedText);
        painter.drawText(QRect(QPoint(0, 0), size).adjusted(8, 8, -8, -8),
                         Qt::AlignCenter | Qt::TextWordWrap, emptyText());
        painter.restore();
        return;
    }
    m_crosshair->setVisible(false);
    apply(page);
    // By way of a picture, since QCustomPlot wants a painter of its own class, and a device takes
    // one painter at a time.
    QPicture picture;
    QCPPainter recorder;
    if (recorder.begin(&picture)) {
        recorder.setMode(QCPPainter::pmVectorized);
        recorder.setMode(QCPPainter::pmNoCaching);
        m_canvas->toPainter(&recorder, size.width(), size.height());
        recorder.end();
        painter.save();
        painter.setClipRect(QRect(QPoint(0, 0), size), Qt::IntersectClip);
        // A picture grows with the dots per inch of where it is drawn; ours has its size already.
        painter.scale(static_cast<double>(picture.logicalDpiX()) / painter.device()->logicalDpiX(),
                      static_cast<double>(picture.logicalDpiY()) / painter.device()->logicalDpiY());
        painter.drawPicture(0, 0, picture);
        painter.restore();
    }
    m_crosshair->setVisible(true);
    apply(m_look);
    requestReplot();
}

QString CustomPlot::runName(const RunRecord& record) {
    return tr("%1, seed %2").arg(fromUtf8(record.name)).arg(record.experiment.seed);
}

QString CustomPlot::runSentence(const RunRecord& record) {
    return tr("Run: %1.").arg(runName(record));
}

int CustomPlot::wordsHeight(int width) const {
    return isEmpty() ? 0 : keysHeight(width, pageLook(theme()).text);
}

int CustomPlot::keysHeight(int width, const QFont& font) const {
    int height = 0;
    for (const auto* element : m_canvas->plotLayout()->elements(false)) {
        const auto* key = dynamic_cast<const PlotKey*>(element);
        height += key != nullptr ? key->heightFor(width, font) : 0;
    }
    return height;
}

QString CustomPlot::readoutAt(const QPoint& position, QCPAxisRect& rect) {
    const auto text = [this](QCPAxis& axis, double value) {
        const auto known = m_titles.find(&axis);
        const auto title = known != m_titles.end() ? known->second.front() : axis.label();
        return title.isEmpty() ? numberText(value) : tr("%1: %2").arg(title, numberText(value));
    };
    auto& x = *rect.axis(QCPAxis::atBottom);
    auto& y = *rect.axis(QCPAxis::atLeft);
    return tr("%1, %2").arg(text(x, x.pixelToCoord(position.x())),
                            text(y, y.pixelToCoord(position.y())));
}

bool CustomPlot::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_pressed = static_cast<QMouseEvent*>(event)->pos();
        m_beforePress = selection().samples();
        m_ignoreRelease = false;
        onPointerLeft();
        break;
    case QEvent::MouseMove:
        onMouseMove(static_cast<QMouseEvent*>(event));
        break;
    case QEvent::MouseButtonRelease:
        onMouseRelease(static_cast<QMouseEvent*>(event));
        break;
    case QEvent::MouseButtonDblClick:
        onDoubleClick();
        return true;
    case QEvent::Wheel:
        m_zoomed = true;
        break;
    case QEvent::Leave:
        leave({});
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        m_canvas->update();
        break;
    case QEvent::KeyPress:
        if (handleKey(*static_cast<QKeyEvent*>(event))) {
            return true;
        }
        break;
    default:
        break;
    }
    return Plot::eventFilter(watched, event);
}

void CustomPlot::onMouseMove(QMouseEvent* event) {
    auto* rect = m_canvas->axisRectAt(event->position());
    if (rect == nullptr || !rect->rect().contains(event->pos()) ||
        rect->axis(QCPAxis::atBottom) == nullptr || rect->axis(QCPAxis::atLeft) == nullptr) {
        leave(readoutBeside(event->pos()));
        return;
    }
    const bool dragging = event->buttons().testFlag(Qt::LeftButton) && !m_canvas->hasLasso() &&
                          m_canvas->selectionRectMode() == QCP::srmNone;
    if (dragging &&
        (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_zoomed = true;
        leave({}); // what is under the pointer moves with it
        return;
    }
    m_crosshair->moveTo(rect, event->position());
    Q_EMIT readoutChanged(readoutAt(event->pos(), *rect));
}

void CustomPlot::onMouseRelease(QMouseEvent* event) {
    if (std::exchange(m_ignoreRelease, false) || m_canvas->lassoIsDrawn()) {
        return;
    }
    if (event->button() == Qt::LeftButton &&
        (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance()) {
        onClicked(event->pos(), event->modifiers());
    }
}

// Its first click has chosen what was under it: that was not meant.
void CustomPlot::onDoubleClick() {
    if (m_beforePress) {
        selection().setSamples(*std::exchange(m_beforePress, std::nullopt));
    }
    m_ignoreRelease = true;
    resetZoom();
}

void CustomPlot::leave(const QString& readout) {
    m_crosshair->moveTo(nullptr, {});
    onPointerLeft();
    Q_EMIT readoutChanged(readout);
}

bool CustomPlot::handleKey(const QKeyEvent& event) {
    const auto arrow = [this](int dx, int dy) {
        if (!onArrow(dx, dy)) {
            pan(dx, dy);
        }
        return true;
    };
    if (event.modifiers().testFlag(Qt::ControlModifier) ||
        event.modifiers().testFlag(Qt::AltModifier)) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Left:
        return arrow(-1, 0);
    case Qt::Key_Right:
        return arrow(1, 0);
    case Qt::Key_Up:
        return arrow(0, 1);
    case Qt::Key_Down:
        return arrow(0, -1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(kKeyZoom);
        return true;
    case Qt::Key_Minus:
        zoom(1.0 / kKeyZoom);
        return true;
    case Qt::Key_Home:
        resetZoom();
        return true;
    default:
        return onKey(event.key());
    }
}

void CustomPlot::pan(int dx, int dy) {
    for (auto* axis : movableAxes()) {
        const int steps = axis->orientation() == Qt::Horizontal ? dx : dy;
        const int sign = axis->rangeReversed() ? -1 : 1;
        axis->moveRange(sign * steps * kKeyPan * axis->range().size());
    }
    m_zoomed = true;
    requestReplot();
}

void CustomPlot::zoom(double factor) {
    for (auto* axis : movableAxes()) {
        axis->scaleRange(factor);
    }
    m_zoomed = true;
    requestReplot();
}

} // namespace tessera::ui
