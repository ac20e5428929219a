#pragma once

#include "core/api/token_file.h"
#include "ui/widgets/form_dialog.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;

namespace tessera::ui {

class Services;
class TokenKeyField;

// How a token shall be exported: as it lies there, or written anew in a format, with numbers of a
// size, sealed or not. UI thread.
class TokenExportDialog : public FormDialog {
    Q_OBJECT

public:
    TokenExportDialog(Services& services, const TokenFile& token, QWidget* parent = nullptr);

    enum class Kind { Copy, Rewrite };
    [[nodiscard]] Kind kind() const;
    // Of a rewrite.
    [[nodiscard]] TokenWriteOptions options() const;

private:
    void build(Services& services);
    [[nodiscard]] TokenFormat format() const;
    [[nodiscard]] TokenNumbers numbers() const;
    [[nodiscard]] QString note() const;
    void refresh();

    TokenFormat m_format;
    TokenNumbers m_numbers;
    HmacState m_seal;
    bool m_isSigned;
    std::optional<Int8Scale> m_int8;
    Metadata m_unknown;
    QRadioButton* m_copy = nullptr;
    QRadioButton* m_rewrite = nullptr;
    QWidget* m_details = nullptr; // of a rewrite
    QComboBox* m_formats = nullptr;
    QComboBox* m_kinds = nullptr;
    QCheckBox* m_sealed = nullptr;
    TokenKeyField* m_key = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace tessera::ui
