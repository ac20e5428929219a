#include "ui/widgets/byte_map.h"

#include "ui/widgets/byte_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/section_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kLeastNote = 120; // pixels that a note has to break its lines in

} // namespace

ByteMap::ByteMap(QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_bar(nullptr),
      m_model(new SectionModel(this)), m_list(nullptr) {
    setObjectName(QStringLiteral("byteMap"));
    auto* content = new QWidget(m_stack);
    m_bar = new ByteBar(content);
    m_list = new QTableView(content);
    m_list->setObjectName(QStringLiteral("byteMap.list"));
    m_list->setAccessibleName(tr("Sections of the file"));
    m_list->setModel(m_model);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->setMinimumHeight(4 * fontMetrics().height());
    m_list->viewport()->installEventFilter(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_bar);
    column->addWidget(m_list, 1);
    m_stack->addWidget(
        new EmptyState(tr("Open a token to see where its bytes stand."), {}, m_stack));
    m_stack->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_bar, &ByteBar::currentChanged, this, &ByteMap::chooseRow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { chooseRow(current.row()); });
}

void ByteMap::setSections(const std::vector<TokenSection>& sections) {
    m_row = -1;
    m_bar->setSections(sections);
    m_model->setSections(sections);
    m_stack->setCurrentIndex(sections.empty() ? 0 : 1);
    arrangeColumns();
}

void ByteMap::chooseRow(int row) {
    if (row == m_row || row < 0 || row >= m_model->rowCount()) {
        return;
    }
    m_row = row;
    m_bar->setCurrent(row);
    m_list->setCurrentIndex(m_model->index(row, std::max(0, m_list->currentIndex().column())));
    Q_EMIT sectionChosen(row);
}

// The note gets what the others leave, and breaks its lines there.
void ByteMap::arrangeColumns() {
    m_list->resizeColumnsToContents();
    int taken = 0;
    for (int column = 0; column < SectionModel::Note; ++column) {
        taken += m_list->columnWidth(column);
    }
    const int room = m_list->viewport()->width() - taken;
    m_list->setColumnWidth(SectionModel::Note, std::max(kLeastNote, room));
}

// A scroll bar takes room from the columns, too.
bool ByteMap::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        arrangeColumns();
    }
    return QWidget::eventFilter(watched, event);
}

void ByteMap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (m_list == nullptr) {
        return;
    }
    if (event->type() == QEvent::PaletteChange) {
        m_model->refreshColours();
    } else if (event->type() == QEvent::FontChange) {
        arrangeColumns();
    }
}

} // namespace tessera::ui
