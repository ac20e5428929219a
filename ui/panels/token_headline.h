#pragma once

#include "ui/models/token_trust.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tessera::ui {

class ControlsBar;
class ThemeController;

// Whether to trust the token, in one sentence with symbol and colour, and buttons for what would
// tell more. UI thread.
class TokenHeadline : public QFrame {
    Q_OBJECT

public:
    // The controller outlives the headline.
    explicit TokenHeadline(ThemeController& theme, QWidget* parent = nullptr);

    // Screen readers announce it.
    void setTrust(const TokenTrust& trust);
    [[nodiscard]] const TokenTrust& trust() const { return m_trust; }

Q_SIGNALS:
    void keyRequested();
    void unverifiedRequested();
    void signersRequested();
    void unsealedRequested();
    void detailsRequested();

private:
    QPushButton* addButton(const char* name, const QString& text, void (TokenHeadline::*wish)());
    void paintVerdict();

    ThemeController& m_theme;
    TokenTrust m_trust;
    QLabel* m_symbol;
    QLabel* m_sentence;
    QLabel* m_remark;
    ControlsBar* m_buttons;
    QPushButton* m_key;
    QPushButton* m_unverified;
    QPushButton* m_signers;
    QPushButton* m_unsealed;
    QPushButton* m_details;
};

} // namespace tessera::ui
