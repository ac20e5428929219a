#include "ui/compare/chart_plot.h"

#include "ui/widgets/measures.h"
#include "ui/widgets/theme.h"

#include <QtCharts/QAbstractAxis>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>

#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kCaptionFlags = Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap;
constexpr int kEdge = 8; // beside the caption

void applyLook(QChart& chart, const PlotLook& look) {
    const auto& theme = *look.theme;
    chart.setBackgroundRoundness(0.0);
    chart.setBackgroundBrush(theme.base);
    chart.setBackgroundPen(Qt::NoPen);
    chart.setLocalizeNumbers(true);
    chart.setMargins(QMargins(2, 2, 2, 2));
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    for (auto* axis : chart.axes()) {
        axis->setLabelsFont(look.text);
        axis->setTitleFont(look.text);
        axis->setLabelsBrush(theme.text);
        axis->setTitleBrush(theme.text);
        axis->setLinePen(QPen(theme.border, look.onPage ? 0.75 : 1.0));
        axis->setGridLinePen(QPen(theme.grid, look.onPage ? 0.5 : 1.0));
    }
}

// Shows where the keyboard is.
class FocusView : public QChartView {
public:
    FocusView(const ThemeController& theme, QWidget* parent) : QChartView(parent), m_theme(theme) {}

protected:
    void paintEvent(QPaintEvent* event) override {
        QChartView::paintEvent(event);
        if (hasFocus()) {
            QPainter painter(viewport());
            painter.setPen(QPen(m_theme.theme().accent, 2.0));
            painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
        }
    }

private:
    const ThemeController& m_theme;
};

} // namespace

ChartPlot::ChartPlot(const PlotContext& context, const QString& title, QWidget* parent)
    : Plot(parent), m_context(context), m_stack(new QStackedLayout(this)),
      m_emptyLabel(new QLabel(this)), m_content(new QWidget(this)),
      m_view(new FocusView(context.theme, m_content)), m_caption(new QLabel(m_content)) {
    setAccessibleName(title);
    m_emptyLabel->setObjectName("emptyText");
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setMargin(2 * kEdge);
    m_emptyLabel->setBackgroundRole(QPalette::Base);
    m_emptyLabel->setAutoFillBackground(true);
    m_view->setObjectName("chart");
    m_view->setAccessibleName(title);
    m_view->setLayoutDirection(Qt::LeftToRight); // plots are not mirrored
    m_view->setFocusPolicy(Qt::StrongFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->chart()->legend()->hide();
    m_view->installEventFilter(this);
    m_caption->setObjectName("caption");
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    auto font = m_caption->font();
    font.setPointSizeF(font.pointSizeF() * kCaptionSize);
    m_caption->setFont(font);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_caption);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_emptyLabel);
    m_stack->addWidget(m_content);
    setFocusProxy(m_view);
    connect(&m_context.theme, &ThemeController::changed, this, &ChartPlot::rebuild);
}

QChart& ChartPlot::chart() const {
    return *m_view->chart();
}

void ChartPlot::contentHasChanged() {
    const bool empty = isEmpty();
    m_emptyLabel->setText(empty ? emptyText() : QString());
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_emptyLabel) : m_content);
    m_caption->setText(empty ? QString() : caption());
    m_stop = -1;
    rebuild();
    m_view->setAccessibleDescription(empty ? emptyText() : summary());
    setAccessibleDescription(m_view->accessibleDescription());
    Q_EMIT readoutChanged(QString()); // it spoke of what was there before
    Q_EMIT contentChanged();
}

void ChartPlot::rebuild() {
    auto& chart = *m_view->chart();
    chart.removeAllSeries();
    for (auto* axis : chart.axes()) {
        chart.removeAxis(axis);
        delete axis;
    }
    const auto look = screenLook(m_context.theme.theme());
    if (!isEmpty()) {
        fill(chart, look);
    }
    applyLook(chart, look);
    m_view->setBackgroundBrush(look.theme->base);
}

void ChartPlot::changeEvent(QEvent* event) {
    Plot::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        rebuild();
    }
}

int ChartPlot::wordsHeight(int width) const {
    if (isEmpty()) {
        return 0;
    }
    const QFontMetrics metrics(pageLook(m_context.theme.theme()).text);
    return metrics
               .boundingRect(QRect(0, 0, std::max(1, width - 2 * kEdge), QWIDGETSIZE_MAX),
                             kCaptionFlags, caption())
               .height() +
           kEdge;
}

void ChartPlot::draw(QPainter& painter, const QSize& size, const Theme& theme) {
    const auto page = pageLook(theme);
    painter.save();
    painter.fillRect(QRect(QPoint(0, 0), size), theme.base);
    painter.setFont(page.text);
    painter.setPen(theme.mutedText);
    if (isEmpty()) {
        painter.drawText(QRect(QPoint(0, 0), size).adjusted(kEdge, kEdge, -kEdge, -kEdge),
                         Qt::AlignCenter | Qt::TextWordWrap, emptyText());
        painter.restore();
        return;
    }
    // A chart of its own, so that the one on the screen stays as it is.
    const int words = std::min(wordsHeight(size.width()), size.height() / 2);
    const QRectF area(0.0, 0.0, size.width(), size.height() - words);
    QGraphicsScene scene;
    auto* chart = new QChart;
    scene.addItem(chart); // which owns it from now on
    chart->legend()->hide();
    chart->setGeometry(area);
    fill(*chart, page);
    applyLook(*chart, page);
    chart->layout()->activate();
    scene.setSceneRect(area);
    scene.render(&painter, area, area, Qt::IgnoreAspectRatio);
    painter.drawText(QRect(kEdge, size.height() - words, size.width() - 2 * kEdge, words),
                     kCaptionFlags, caption());
    painter.restore();
}

bool ChartPlot::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
        if (handleKey(*static_cast<QKeyEvent*>(event))) {
            return true;
        }
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        m_view->viewport()->update();
        break;
    default:
        break;
    }
    return Plot::eventFilter(watched, event);
}

bool ChartPlot::handleKey(const QKeyEvent& event) {
    const int step = event.key() == Qt::Key_Right ? 1 : event.key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || stops() == 0 || event.modifiers() != Qt::NoModifier) {
        return false;
    }
    m_stop = m_stop < 0 ? 0 : std::clamp(m_stop + step, 0, stops() - 1);
    Q_EMIT readoutChanged(readoutAt(m_stop));
    return true;
}

} // namespace tessera::ui
