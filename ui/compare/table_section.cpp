#include "ui/compare/table_section.h"

#include "ui/models/plot_table_model.h"
#include "ui/widgets/measures.h"

#include <QEvent>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kMostRows = 10;          // that are seen at once
constexpr int kWidest = 240;           // of a column at first
constexpr int kMostMeasuredRows = 100; // for the width of a column

// Its first column as the names of the rows.
class NamedRows : public QIdentityProxyModel {
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override {
        if (orientation == Qt::Vertical && (role == Qt::DisplayRole || role == Qt::ToolTipRole)) {
            return index(section, 0).data(role);
        }
        return QIdentityProxyModel::headerData(section, orientation, role);
    }
};

} // namespace

TableSection::TableSection(const QString& id, const QString& title, RowNames names, QWidget* parent)
    : QWidget(parent), m_header(new QHBoxLayout), m_model(new PlotTableModel(this)),
      m_view(new QTableView(this)) {
    setObjectName(id);
    auto* text = new QLabel(title, this);
    text->setObjectName(id + ".title");
    auto font = text->font();
    font.setPointSizeF(font.pointSizeF() * kTitleSize);
    text->setFont(font);
    m_header->setContentsMargins(0, 0, 0, 0);
    m_header->addWidget(text);
    m_header->addStretch(1);
    m_view->setObjectName(id + ".table");
    m_view->setAccessibleName(title);
    if (names == RowNames::FirstColumn) {
        auto* named = new NamedRows(this);
        named->setSourceModel(m_model);
        m_view->setModel(named);
        m_view->verticalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        m_view->verticalHeader()->setAccessibleName(tr("Names of the rows"));
    } else {
        m_view->setModel(m_model);
        m_view->verticalHeader()->hide();
    }
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setTextElideMode(Qt::ElideMiddle); // names differ at their ends
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->setHighlightSections(false);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setResizeContentsPrecision(kMostMeasuredRows);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(4);
    layout->addLayout(m_header);
    layout->addWidget(m_view);
}

void TableSection::addBeside(QWidget* widget) {
    m_header->addWidget(widget);
}

void TableSection::setTable(const PlotTable& table) {
    const int left = m_view->horizontalScrollBar()->value();
    const int top = m_view->verticalScrollBar()->value();
    m_model->setTable(table);
    if (table.columns == m_columns) {
        m_view->horizontalScrollBar()->setValue(left);
        m_view->verticalScrollBar()->setValue(top);
    } else {
        m_columns = table.columns;
        m_view->setColumnHidden(0, m_view->model() != m_model); // it names the rows
        m_view->resizeColumnsToContents();
        for (int column = 0; column + 1 < m_model->columnCount(); ++column) {
            m_view->setColumnWidth(column, std::min(kWidest, m_view->columnWidth(column)));
        }
    }
    fitHeight();
}

void TableSection::fitHeight() {
    const int row = std::max(24, m_view->fontMetrics().height() + 8);
    m_view->verticalHeader()->setDefaultSectionSize(row);
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height() + rows * row +
                           m_view->horizontalScrollBar()->sizeHint().height() +
                           2 * m_view->frameWidth());
}

void TableSection::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitHeight();
    }
}

} // namespace tessera::ui
