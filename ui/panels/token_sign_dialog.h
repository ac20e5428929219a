#pragma once

#include "core/api/token_file.h"
#include "ui/widgets/form_dialog.h"

#include <filesystem>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace tessera::ui {

class Services;

// Who signs a token, and with which key; a new key can be made on the spot. UI thread; keys are
// read and made in the background.
class TokenSignDialog : public FormDialog {
    Q_OBJECT

public:
    explicit TokenSignDialog(Services& services, QWidget* parent = nullptr);

    // Once it is accepted.
    [[nodiscard]] SigningRequest request() const;

private:
    void build();
    void chooseKey();
    void makeKey();
    void readKey();
    void onKey(const std::filesystem::path& file, const Result<SignerKey>& key);
    [[nodiscard]] std::filesystem::path keyFile() const;
    void refresh();

    Services& m_services;
    QLineEdit* m_key = nullptr;
    QLineEdit* m_signer = nullptr;
    QCheckBox* m_reference = nullptr;
    QLabel* m_note = nullptr;
    bool m_isReadable = false; // the key
    QString m_keyProblem;
};

} // namespace tessera::ui
