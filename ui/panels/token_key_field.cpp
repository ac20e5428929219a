#include "ui/panels/token_key_field.h"

#include "ui/bridge/services.h"
#include "ui/strings/strings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include <fstream>

namespace tessera::ui {

namespace {

constexpr int kEditLetters = 24;
constexpr std::size_t kLongestKeyFile = 65'536; // bytes: anything longer is no key
constexpr std::size_t kWeakBytes = 16;          // fewer can be tried one after another

std::optional<std::string> bytesOfKeyFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(kLongestKeyFile + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto count = static_cast<std::size_t>(in.gcount());
    if (in.bad() || count == 0 || count > kLongestKeyFile) {
        return std::nullopt;
    }
    bytes.resize(count);
    return bytes;
}

std::optional<std::string> bytesOfDigits(const QString& text) {
    auto digits = text;
    digits.remove(QLatin1Char(' '));
    const auto bytes = QByteArray::fromHex(digits.toLatin1());
    const bool whole = !digits.isEmpty() && bytes.toHex() == digits.toLower().toLatin1();
    return whole ? std::optional(bytes.toStdString()) : std::nullopt;
}

} // namespace

TokenKeyField::TokenKeyField(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_kind(new QComboBox(this)),
      m_edit(new QLineEdit(this)), m_choose(new QToolButton(this)) {
    m_kind->setObjectName(QStringLiteral("key.kind"));
    m_kind->setAccessibleName(tr("What the key is"));
    m_kind->addItems({tr("Text"), tr("Hexadecimal digits"), tr("A file's bytes")});
    m_edit->setObjectName(QStringLiteral("key.edit"));
    m_edit->setAccessibleName(tr("Key"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMinimumWidth(kEditLetters * m_edit->fontMetrics().averageCharWidth());
    auto* see = m_edit->addAction(icon("eye"), QLineEdit::TrailingPosition);
    see->setObjectName(QStringLiteral("key.see"));
    see->setText(tr("Show what is typed"));
    see->setToolTip(see->text());
    see->setCheckable(true);
    connect(see, &QAction::toggled, this, [this](bool shown) {
        m_isShown = shown;
        showOrHide();
    });
    m_choose->setObjectName(QStringLiteral("key.choose"));
    m_choose->setIcon(icon("folder"));
    m_choose->setToolTip(tr("Choose the file of the key"));
    m_choose->setAccessibleName(m_choose->toolTip());
    m_choose->setFocusPolicy(Qt::StrongFocus);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_kind);
    row->addWidget(m_edit, 1);
    row->addWidget(m_choose);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TokenKeyField::onKind);
    connect(m_edit, &QLineEdit::textChanged, this, &TokenKeyField::changed);
    connect(m_choose, &QToolButton::clicked, this, &TokenKeyField::chooseFile);
    onKind();
}

void TokenKeyField::focusKey() {
    m_edit->setFocus();
}

TokenKeyField::Kind TokenKeyField::kind() const {
    return static_cast<Kind>(m_kind->currentIndex());
}

void TokenKeyField::onKind() {
    const bool isFile = kind() == File;
    m_fileKey.reset();
    m_fileProblem.clear();
    m_edit->clear();
    m_edit->setReadOnly(isFile);
    showOrHide();
    m_choose->setVisible(isFile);
    Q_EMIT changed();
}

void TokenKeyField::showOrHide() {
    const bool isShown = m_isShown || kind() == File;
    m_edit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
}

void TokenKeyField::chooseFile() {
    const auto file =
        m_services.dialogs.openFile(this, tr("Open the file of the key"), {tr("All files (*)")});
    if (!file) {
        return;
    }
    m_services.background.run(
        this, [file = *file] { return bytesOfKeyFile(file); },
        [this, file = *file](const std::optional<std::string>& bytes) { onFile(file, bytes); });
}

void TokenKeyField::onFile(const std::filesystem::path& file,
                           const std::optional<std::string>& bytes) {
    if (kind() != File) {
        return;
    }
    m_fileKey = bytes;
    m_fileProblem =
        bytes ? QString()
              : tr("This file cannot be read, or is empty or too large to be a key: choose "
                   "another one.");
    m_edit->setText(fromUtf8(file.string()));
    Q_EMIT changed();
}

std::optional<std::string> TokenKeyField::key() const {
    switch (kind()) {
    case Text:
        return m_edit->text().isEmpty() ? std::nullopt
                                        : std::optional(m_edit->text().toStdString());
    case Digits:
        return bytesOfDigits(m_edit->text());
    case File:
        return m_fileKey;
    }
    return std::nullopt;
}

QString TokenKeyField::problem() const {
    if (key()) {
        return {};
    }
    if (kind() == File) {
        return m_fileProblem.isEmpty() ? tr("Choose the file of the key.") : m_fileProblem;
    }
    if (m_edit->text().isEmpty()) {
        return tr("Type the key.");
    }
    return tr("Hexadecimal digits are 0 to 9 and a to f, two for each byte.");
}

bool TokenKeyField::isWeak() const {
    const auto bytes = key();
    return bytes && bytes->size() < kWeakBytes;
}

} // namespace tessera::ui
