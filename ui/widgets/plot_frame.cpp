#include "ui/widgets/plot_frame.h"

#include "ui/models/plot_table_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr double kCopyScale = 3.0; // dots per point of the copied picture: sharp in a document

QFont scaled(QFont font, double factor) {
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

PlotFrame::PlotFrame(const PlotEntry& entry, const PlotContext& context, QWidget* parent)
    : QWidget(parent), m_theme(context.theme) {
    // In reading order, since Tab goes from widget to widget as they were made.
    const QString id = entry.id;
    setObjectName(id + ".frame");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(makeHeader(entry.title(), id));
    m_plot = entry.make(context, this);
    if (auto* controls = m_plot->controls()) {
        layout->addWidget(controls);
        controls->show();
    }
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_plot);
    m_stack->addWidget(makeTable(entry.title(), id));
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeReadout(id));
    connect(m_plot, &Plot::readoutChanged, m_readout, &QLabel::setText);
    connect(m_plot, &Plot::contentChanged, this, &PlotFrame::onContentChanged);
    orderTabs();
}

QTableView* PlotFrame::makeTable(const QString& title, const QString& id) {
    m_model = new PlotTableModel(this);
    m_table = new QTableView(this);
    m_table->setObjectName(id + ".values");
    m_table->setAccessibleName(tr("Values: %1").arg(title));
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setDefaultSectionSize(120);
    return m_table;
}

QLabel* PlotFrame::makeReadout(const QString& id) {
    m_readout = new QLabel(this);
    m_readout->setObjectName(id + ".readout");
    m_readout->setAccessibleName(tr("Under the pointer"));
    m_readout->setFont(scaled(m_readout->font(), kCaptionSize));
    // A long readout is cut off; it must not widen the window.
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_readout->setMinimumHeight(m_readout->fontMetrics().height());
    return m_readout;
}

// A plot makes its pickers after its canvas, and Tab goes to them before it.
void PlotFrame::orderTabs() {
    auto* controls = m_plot->controls();
    if (controls == nullptr) {
        return;
    }
    QWidget* last = m_exportButton;
    for (auto* widget : controls->findChildren<QWidget*>()) {
        // The list of a combo box is a window of its own.
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        if (takesTab && widget->window() == window()) {
            setTabOrder(last, widget);
            last = widget;
        }
    }
}

QWidget* PlotFrame::makeHeader(const QString& title, const QString& id) {
    auto* header = new QWidget(this);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* text = new QLabel(title, header);
    text->setObjectName(id + ".title");
    text->setFont(scaled(text->font(), kTitleSize));
    layout->addWidget(text);
    layout->addStretch(1);
    m_tableButton = makeButton("table", id, tr("Show the values as a table"));
    m_tableButton->setCheckable(true);
    connect(m_tableButton, &QToolButton::toggled, this, &PlotFrame::setTableShown);
    auto* reset = makeButton("reset-zoom", id, tr("Reset the zoom (Home)"));
    connect(reset, &QToolButton::clicked, this, [this] { m_plot->resetZoom(); });
    auto* copy = makeButton("copy", id, tr("Copy the picture"));
    connect(copy, &QToolButton::clicked, this, &PlotFrame::copyPicture);
    m_exportButton = makeButton("export", id, tr("Export this plot\u2026"));
    connect(m_exportButton, &QToolButton::clicked, this,
            [this] { Q_EMIT exportRequested(m_plot); });
    for (auto* button : {m_tableButton, reset, copy, m_exportButton}) {
        layout->addWidget(button);
    }
    return header;
}

QToolButton* PlotFrame::makeButton(const QString& name, const QString& id, const QString& text) {
    auto* button = new QToolButton(this);
    button->setObjectName(id + "." + name);
    button->setIcon(icon(name));
    button->setText(text);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void PlotFrame::setTableShown(bool shown) {
    m_tableButton->setChecked(shown);
    m_stack->setCurrentWidget(shown ? static_cast<QWidget*>(m_table) : m_plot);
    onContentChanged();
}

void PlotFrame::onContentChanged() {
    // Nobody sees the table of a hidden page, and it may hold a million values.
    if (m_stack->currentWidget() == m_table) {
        m_model->setTable(m_plot->table());
    }
}

void PlotFrame::copyPicture() {
    const QSize size = m_plot->size().expandedTo({240, 160});
    Theme theme = lightTheme();
    theme.colours = m_theme.theme().colours;
    QImage image(size * kCopyScale, QImage::Format_RGB32);
    image.fill(theme.base);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kCopyScale, kCopyScale);
    m_plot->draw(painter, size, theme);
    painter.end();
    QApplication::clipboard()->setImage(image);
}

} // namespace tessera::ui
