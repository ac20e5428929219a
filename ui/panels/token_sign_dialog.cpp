#include "ui/panels/token_sign_dialog.h"

#include "ui/bridge/services.h"
#include "ui/models/token_check_rows.h"
#include "ui/models/token_trust.h"
#include "ui/widgets/measures.h"

#include <QCheckBox>
#include <QFile>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr const char* kKeyEnding = ".pem";
constexpr const char* kPublicEnding = ".pub.pem";

QString pathText(const std::filesystem::path& file) {
    return QFile::decodeName(file.c_str());
}

// "anna.pub.pem" beside "anna.pem".
std::filesystem::path publicFileOf(const std::filesystem::path& privateKey) {
    auto file = privateKey;
    if (file.extension() == kKeyEnding) {
        file.replace_extension();
    }
    file += kPublicEnding;
    return file;
}

} // namespace

TokenSignDialog::TokenSignDialog(Services& services, QWidget* parent)
    : FormDialog(QStringLiteral("signDialog"), tr("Sign token"), DialogSize::Fixed, parent),
      m_services(services) {
    addText(tr("A signature says who has made the token, and that nobody has changed it since. Who "
               "has your public key in the list of trusted signers can check it."));
    build();
    addButtons(tr("Sign\u2026"));
    m_signer->setText(services.settings.value(setting::kSigner).toString());
    m_key->setText(services.settings.value(setting::kSigningKey).toString());
    readKey();
    refresh();
}

void TokenSignDialog::build() {
    m_key = new QLineEdit(this);
    m_key->setObjectName(QStringLiteral("sign.key"));
    auto* choose = new QPushButton(tr("Choose\u2026"), this);
    choose->setObjectName(QStringLiteral("sign.choose"));
    choose->setAccessibleName(tr("Choose the file of the private key"));
    auto* make = new QPushButton(tr("&Make a key\u2026"), this);
    make->setObjectName(QStringLiteral("sign.make"));
    make->setToolTip(tr("Makes a private key, which stays with you, and a public one, to give to "
                        "others."));
    m_signer = new QLineEdit(this);
    m_signer->setObjectName(QStringLiteral("sign.signer"));
    m_reference = new QCheckBox(tr("&Also as tessera-core signs"), this);
    m_reference->setObjectName(QStringLiteral("sign.reference"));
    m_reference->setToolTip(tr("A second signature that programs built on tessera-core can read; "
                               "it covers the vector and little else."));
    for (auto* button : {choose, make}) {
        button->setAutoDefault(false);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(m_key, 1);
    row->addWidget(choose);
    auto* below = new QHBoxLayout;
    below->addWidget(make);
    below->addStretch(1);
    auto* form = new QFormLayout;
    form->setSpacing(kSpace);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Private &key:"), row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(m_key);
    form->addRow(QString(), below);
    form->addRow(tr("&Name of the signer:"), m_signer);
    form->addRow(m_reference);
    contents()->addLayout(form);
    m_note = addNote(QStringLiteral("sign.note"));
    connect(choose, &QPushButton::clicked, this, &TokenSignDialog::chooseKey);
    connect(make, &QPushButton::clicked, this, &TokenSignDialog::makeKey);
    connect(m_key, &QLineEdit::textEdited, this, &TokenSignDialog::readKey);
    connect(m_signer, &QLineEdit::textChanged, this, &TokenSignDialog::refresh);
}

std::filesystem::path TokenSignDialog::keyFile() const {
    return QFile::encodeName(m_key->text().trimmed()).toStdString();
}

void TokenSignDialog::chooseKey() {
    if (const auto file = m_services.dialogs.openFile(this, tr("Open a private key"),
                                                      {tr("Keys (*.pem)"), tr("All files (*)")})) {
        m_key->setText(pathText(*file));
        readKey();
    }
}

void TokenSignDialog::makeKey() {
    const auto file = m_services.dialogs.saveFile(
        this, tr("Make a private key"), {tr("Keys (*.pem)")}, QStringLiteral("signing-key.pem"));
    if (!file) {
        return;
    }
    m_services.background.run(
        this,
        [&desk = m_services.tokens, file = *file] {
            return desk.makeKey(file, publicFileOf(file));
        },
        [this, file = *file](const Result<SignerKey>& key) {
            if (!key) { // the key that was chosen before is as good as it was
                setNote(m_note, tr("No key was made: there is a file of this name already, or "
                                   "the folder cannot be written to."));
                return;
            }
            onKey(file, key);
            setNote(m_note,
                    tr("Made. Keep %1 to yourself, and give %2 to those who shall trust "
                       "you. Its fingerprint: %3")
                        .arg(pathText(file.filename()), pathText(publicFileOf(file).filename()),
                             fingerprintText(key->fingerprint)));
        });
}

void TokenSignDialog::readKey() {
    m_isReadable = false;
    m_keyProblem.clear();
    setNote(m_note, {});
    refresh();
    const auto file = keyFile();
    if (file.empty()) {
        return;
    }
    m_services.background.run(
        this, [&desk = m_services.tokens, file] { return desk.readKey(file); },
        [this, file](const Result<SignerKey>& key) {
            if (file == keyFile()) {
                onKey(file, key);
            }
        });
}

void TokenSignDialog::onKey(const std::filesystem::path& file, const Result<SignerKey>& key) {
    m_isReadable = key.has_value();
    if (key) {
        m_keyProblem.clear();
        if (keyFile() != file) {
            m_key->setText(pathText(file));
        }
        setNote(m_note, tr("Fingerprint of the key: %1").arg(fingerprintText(key->fingerprint)));
    } else {
        setNote(m_note, {});
        m_keyProblem = keyErrorText(key.error());
    }
    refresh();
}

SigningRequest TokenSignDialog::request() const {
    return {keyFile(), m_signer->text().trimmed().toStdString(), m_reference->isChecked()};
}

void TokenSignDialog::refresh() {
    if (!m_keyProblem.isEmpty()) {
        setProblem(m_keyProblem);
    } else if (!m_isReadable) {
        setProblem(m_key->text().isEmpty() ? tr("Choose your private key, or make one.")
                                           : tr("The key is being read."));
    } else if (m_signer->text().trimmed().isEmpty()) {
        setProblem(tr("Type the name under which others know you."));
    } else {
        setProblem({});
    }
}

} // namespace tessera::ui
