#include "ui/panels/token_export_dialog.h"

#include "ui/panels/token_key_field.h"
#include "ui/widgets/measures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QRadioButton>
#include <QStringList>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kIndent = 24; // below the radio button that it belongs to

} // namespace

TokenExportDialog::TokenExportDialog(Services& services, const TokenFile& token, QWidget* parent)
    : FormDialog(QStringLiteral("exportDialog"), tr("Export token"), DialogSize::Fixed, parent),
      m_format(token.format), m_numbers(token.numbers), m_seal(token.hmac),
      m_isSigned(!token.signatures.empty()), m_int8(token.int8), m_unknown(token.unknown) {
    build(services);
    addButtons(tr("Export\u2026"));
    const bool isPair = m_format == TokenFormat::LegacyPair;
    m_copy->setEnabled(!isPair);
    m_copy->setToolTip(isPair ? tr("A pair of files is written anew.") : QString());
    (isPair ? m_rewrite : m_copy)->setChecked(true);
    m_formats->setCurrentIndex(isPair ? 1 : 0);
    m_kinds->setCurrentIndex(static_cast<int>(m_numbers));
    refresh();
}

void TokenExportDialog::build(Services& services) {
    m_copy = new QRadioButton(tr("A &copy of the file, byte for byte"), this);
    m_copy->setObjectName(QStringLiteral("export.copy"));
    m_rewrite = new QRadioButton(tr("&Written anew"), this);
    m_rewrite->setObjectName(QStringLiteral("export.rewrite"));
    m_details = new QWidget(this);
    m_formats = new QComboBox(m_details);
    m_formats->setObjectName(QStringLiteral("export.format"));
    m_formats->addItems({tr("TBF 1.1, one file (.tbf)"), tr("Older pair (.safetensors, .json)")});
    m_kinds = new QComboBox(m_details);
    m_kinds->setObjectName(QStringLiteral("export.numbers"));
    m_kinds->addItems({tr("float32: every digit"), tr("float16: half the size"),
                       tr("bfloat16: half the size, wide range"),
                       tr("int8: a quarter of the size, coarse")});
    m_sealed = new QCheckBox(tr("&Seal with a key"), m_details);
    m_sealed->setObjectName(QStringLiteral("export.seal"));
    m_key = new TokenKeyField(services, m_details);

    auto* form = new QFormLayout(m_details);
    form->setContentsMargins(kIndent, 0, 0, 0);
    form->setSpacing(kSpace);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Format:"), m_formats);
    form->addRow(tr("&Numbers:"), m_kinds);
    form->addRow(m_sealed);
    form->addRow(m_key);
    contents()->addWidget(m_copy);
    contents()->addWidget(m_rewrite);
    contents()->addWidget(m_details);
    m_note = addNote(QStringLiteral("export.note"));
    connect(m_rewrite, &QRadioButton::toggled, this, &TokenExportDialog::refresh);
    connect(m_formats, &QComboBox::currentIndexChanged, this, &TokenExportDialog::refresh);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &TokenExportDialog::refresh);
    connect(m_sealed, &QCheckBox::toggled, this, &TokenExportDialog::refresh);
    connect(m_key, &TokenKeyField::changed, this, &TokenExportDialog::refresh);
}

TokenExportDialog::Kind TokenExportDialog::kind() const {
    return m_rewrite->isChecked() ? Kind::Rewrite : Kind::Copy;
}

TokenFormat TokenExportDialog::format() const {
    return m_formats->currentIndex() == 1 ? TokenFormat::LegacyPair : TokenFormat::Tbf;
}

TokenNumbers TokenExportDialog::numbers() const {
    return static_cast<TokenNumbers>(m_kinds->currentIndex());
}

TokenWriteOptions TokenExportDialog::options() const {
    TokenWriteOptions options;
    options.format = format();
    options.numbers = numbers();
    options.int8 = numbers() == TokenNumbers::Int8 ? m_int8 : std::nullopt;
    options.unknown = m_unknown;
    if (m_sealed->isEnabled() && m_sealed->isChecked()) {
        options.hmacKey = m_key->key();
    }
    return options;
}

// What the person should know before the file is written.
QString TokenExportDialog::note() const {
    if (kind() == Kind::Copy) {
        return {};
    }
    QStringList sentences;
    const bool rounds = numbers() != TokenNumbers::Float32 && numbers() != m_numbers;
    if (rounds) {
        sentences << tr("The vector is rounded, and its lineage says so.");
    }
    if (rounds && m_isSigned) {
        sentences << tr("Signatures no longer fit and are taken out: sign the new file.");
    }
    const bool sealed = m_sealed->isEnabled() && m_sealed->isChecked();
    if (m_seal != HmacState::Absent && !sealed) {
        sentences << tr("The new file has no seal.");
    }
    if (sealed && m_key->isWeak()) {
        sentences << tr("A key of fewer than 16 letters can be guessed.");
    }
    return sentences.join(QLatin1Char(' '));
}

void TokenExportDialog::refresh() {
    const bool isTbf = format() == TokenFormat::Tbf;
    m_details->setEnabled(kind() == Kind::Rewrite);
    if (!isTbf) {
        m_kinds->setCurrentIndex(static_cast<int>(TokenNumbers::Float32));
    }
    m_kinds->setEnabled(isTbf);
    m_kinds->setToolTip(isTbf ? QString() : tr("The older pair holds float32 numbers only."));
    m_sealed->setEnabled(isTbf);
    m_sealed->setToolTip(isTbf ? QString() : tr("The older pair has no room for a seal."));
    const bool sealed = kind() == Kind::Rewrite && isTbf && m_sealed->isChecked();
    m_key->setVisible(m_sealed->isChecked() && isTbf);
    setNote(m_note, note());
    setProblem(sealed ? m_key->problem() : QString());
}

} // namespace tessera::ui
