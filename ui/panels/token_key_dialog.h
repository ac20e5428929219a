#pragma once

#include "ui/widgets/form_dialog.h"

#include <string>

namespace tessera::ui {

class Services;
class TokenKeyField;

// Asks for the key with which a token was sealed. UI thread.
class TokenKeyDialog : public FormDialog {
    Q_OBJECT

public:
    TokenKeyDialog(Services& services, const QString& title, QWidget* parent = nullptr);

    // Once it is accepted.
    [[nodiscard]] std::string key() const;

private:
    TokenKeyField* m_field;
};

} // namespace tessera::ui
