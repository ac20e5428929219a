#include "ui/models/token_delegate.h"

#include "ui/models/token_model.h"
#include "ui/widgets/theme.h"

namespace tessera::ui {

void TokenDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != TokenModel::Value) {
        return;
    }
    const auto& theme = m_theme.theme();
    switch (static_cast<Verdict>(index.data(TokenModel::VerdictRole).toInt())) {
    case Verdict::Good:
        option->palette.setColor(QPalette::Text, theme.good);
        break;
    case Verdict::Doubtful:
        option->palette.setColor(QPalette::Text, theme.warning);
        break;
    case Verdict::Bad:
        option->palette.setColor(QPalette::Text, theme.bad);
        break;
    case Verdict::None:
        break;
    }
}

} // namespace tessera::ui
