#include "ui/panels/module_tree.h"

#include "ui/models/network_model.h"
#include "ui/widgets/measures.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kIndentation = 14;
constexpr int kModuleWidth = 180;
constexpr std::size_t kFewModules = 200; // that are all opened
constexpr int kDeepestModule = 32;       // levels that open by themselves

} // namespace

ModuleTree::ModuleTree(QWidget* parent)
    : QWidget(parent), m_model(new NetworkModel(this)), m_sorted(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit(this)), m_view(new QTreeView(this)) {
    m_filter->setObjectName(QStringLiteral("modules.filter"));
    m_filter->setAccessibleName(tr("Filter modules"));
    m_filter->setPlaceholderText(tr("Filter by name or type"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(NetworkModel::ValueRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    buildView();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    column->setSpacing(kSpace);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &ModuleTree::filter);
}

void ModuleTree::buildView() {
    m_view->setObjectName(QStringLiteral("modules.tree"));
    m_view->setAccessibleName(tr("Modules of the network"));
    m_view->setModel(m_sorted);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setIndentation(kIndentation);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder); // as the network has them
    m_view->header()->setSortIndicatorClearable(true);
    m_view->header()->setStretchLastSection(true);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ModuleTree::currentChanged);
}

void ModuleTree::setModules(const std::vector<NetworkModule>& modules) {
    const bool isFirst = m_model->rowCount() == 0;
    m_model->setModules(modules);
    if (m_view->currentIndex().isValid()) {
        return; // the same network, in which a person has found a place
    }
    expand();
    m_view->setCurrentIndex(m_sorted->index(0, 0));
    if (isFirst) {
        for (int column = 0; column < NetworkModel::ColumnCount; ++column) {
            m_view->resizeColumnToContents(column);
        }
        m_view->header()->resizeSection(NetworkModel::Module, kModuleWidth);
    }
}

void ModuleTree::filter(const QString& text) {
    const auto* before = current();
    const auto name = before != nullptr ? before->name : std::string();
    m_model->setFilter(text);
    expand();
    const auto again = m_sorted->mapFromSource(m_model->indexOf(name));
    m_view->setCurrentIndex(again.isValid() ? again : m_sorted->index(0, 0));
    m_view->scrollTo(m_view->currentIndex());
    Q_EMIT currentChanged(); // a reset of the model says nothing of it
}

void ModuleTree::expand() {
    const bool all = m_model->isFiltered() || m_model->size() <= kFewModules;
    m_view->expandToDepth(all ? kDeepestModule : 0);
}

const NetworkModule* ModuleTree::current() const {
    return m_model->module(m_sorted->mapToSource(m_view->currentIndex()));
}

// From the line to what it has found.
bool ModuleTree::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_view->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tessera::ui
