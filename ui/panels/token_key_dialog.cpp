#include "ui/panels/token_key_dialog.h"

#include "ui/panels/token_key_field.h"

#include <QVBoxLayout>

namespace tessera::ui {

TokenKeyDialog::TokenKeyDialog(Services& services, const QString& title, QWidget* parent)
    : FormDialog(QStringLiteral("keyDialog"), tr("Key of a seal"), DialogSize::Fixed, parent),
      m_field(new TokenKeyField(services, this)) {
    addText(tr("\u201C%1\u201D is sealed. With the key that it was sealed with, you can check that "
               "nobody has changed it.")
                .arg(title));
    contents()->addWidget(m_field);
    addButtons(tr("Check the seal"));
    connect(m_field, &TokenKeyField::changed, this, [this] { setProblem(m_field->problem()); });
    setProblem(m_field->problem());
    m_field->focusKey();
}

std::string TokenKeyDialog::key() const {
    return m_field->key().value_or(std::string());
}

} // namespace tessera::ui
