#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>

#include <optional>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace tessera::ui {

class ElidedLabel;
class FieldForm;

// One card of Setup: a coloured edge and a title, one line that says what it holds, the fields,
// more fields behind a button, and what is wrong. UI thread.
class SetupCard : public QFrame {
    Q_OBJECT

public:
    // `identity` colours the edge; none for cards that belong to nobody.
    SetupCard(const QString& id, const QString& title, const QString& iconName,
              std::optional<Identity> identity, ThemeController& theme, QWidget* parent = nullptr);

    // Fields that are always there, and those behind "More".
    void setForms(FieldForm* fields, FieldForm* more);

    // Hides the "More" button where there is nothing behind it.
    void setMoreVisible(bool visible);
    void setSummary(const QString& text);
    // Empty: all is well.
    void setProblems(const QStringList& sentences);
    [[nodiscard]] QStringList problems() const { return m_problems; }

private:
    void paintEvent(QPaintEvent* event) override;

    ThemeController& m_theme;
    std::optional<Identity> m_identity;
    QVBoxLayout* m_layout;
    ElidedLabel* m_summary;
    QToolButton* m_moreButton;
    FieldForm* m_more = nullptr;
    QLabel* m_problemText;
    QStringList m_problems;
};

} // namespace tessera::ui
