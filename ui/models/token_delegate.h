#pragma once

#include <QStyledItemDelegate>

namespace tessera::ui {

class ThemeController;

// Values of a token in the colour of their verdict, beside the symbol and the word that say the
// same. UI thread.
class TokenDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // The controller outlives the delegate.
    explicit TokenDelegate(const ThemeController& theme, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme) {}

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const ThemeController& m_theme;
};

} // namespace tessera::ui
