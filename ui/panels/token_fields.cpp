#include "ui/panels/token_fields.h"

#include "ui/models/token_delegate.h"
#include "ui/models/token_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kWideFields = 580; // with room for the column of meanings
constexpr int kValueLetters = 34;
constexpr double kMostForFields = 0.45; // of the width

} // namespace

TokenFields::TokenFields(ThemeController& theme, QWidget* parent)
    : QWidget(parent), m_model(new TokenModel(this)), m_privacy(new QLabel(this)),
      m_tree(new QTreeView(this)), m_meaning(new QLabel(this)) {
    m_privacy->setObjectName(QStringLiteral("token.privacy"));
    m_privacy->setAccessibleName(tr("Privacy"));
    m_privacy->setTextFormat(Qt::PlainText);
    m_privacy->setWordWrap(true);
    m_privacy->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    buildTree(theme);
    auto font = m_meaning->font();
    font.setPointSizeF(kCaptionSize * font.pointSizeF());
    m_meaning->setFont(font);
    m_meaning->setObjectName(QStringLiteral("token.meaning"));
    m_meaning->setAccessibleName(tr("Meaning of the selected field"));
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    layout->setSpacing(kSpace);
    layout->addWidget(m_privacy);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_meaning);
}

void TokenFields::buildTree(ThemeController& theme) {
    m_tree->setObjectName(QStringLiteral("token.tree"));
    m_tree->setAccessibleName(tr("Fields of the token"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new TokenDelegate(theme, m_tree));
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->header()->setStretchLastSection(true);
    const int letter = m_tree->fontMetrics().averageCharWidth();
    m_tree->header()->resizeSection(TokenModel::Value, kValueLetters * letter);
    auto* copy = new QAction(icon("copy"), tr("&Copy value"), m_tree);
    copy->setObjectName(QStringLiteral("token.copy"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &TokenFields::copyValue);
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TokenFields::refreshMeaning);
}

void TokenFields::setGroups(std::vector<TokenGroup> groups, const QString& privacy) {
    m_privacy->setText(privacy);
    m_privacy->setVisible(!privacy.isEmpty());
    m_model->setGroups(std::move(groups));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_tree->setFirstColumnSpanned(row, {}, true);
    }
    m_tree->expandAll();
    arrangeColumns();
}

void TokenFields::copyValue() const {
    const auto current = m_tree->currentIndex();
    if (current.isValid()) {
        QGuiApplication::clipboard()->setText(
            current.siblingAtColumn(TokenModel::Value).data().toString());
    }
}

void TokenFields::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeColumns();
}

void TokenFields::arrangeColumns() {
    const bool narrow = width() < kWideFields;
    auto* header = m_tree->header();
    const bool widened = !narrow && m_tree->isColumnHidden(TokenModel::Meaning);
    m_tree->setColumnHidden(TokenModel::Meaning, narrow);
    header->setStretchLastSection(!narrow);
    header->setSectionResizeMode(TokenModel::Value,
                                 narrow ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (widened) { // what it was stretched to is not what it needs
        header->resizeSection(TokenModel::Value,
                              kValueLetters * m_tree->fontMetrics().averageCharWidth());
    }
    m_tree->resizeColumnToContents(TokenModel::Field);
    header->resizeSection(TokenModel::Field, std::min(header->sectionSize(TokenModel::Field),
                                                      static_cast<int>(kMostForFields * width())));
    refreshMeaning();
}

// Below the tree where its column has no room.
void TokenFields::refreshMeaning() {
    const auto current = m_tree->currentIndex();
    const auto meaning = current.isValid()
                             ? current.siblingAtColumn(TokenModel::Meaning).data().toString()
                             : QString();
    m_meaning->setVisible(m_tree->isColumnHidden(TokenModel::Meaning));
    m_meaning->setText(meaning.isEmpty() ? tr("Choose a field to read what it means.") : meaning);
}

} // namespace tessera::ui
