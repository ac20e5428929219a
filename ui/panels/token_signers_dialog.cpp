#include "ui/panels/token_signers_dialog.h"

#include "ui/bridge/services.h"
#include "ui/models/token_check_rows.h"
#include "ui/models/token_trust.h"
#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr QSize kSmallestSigners{620, 100};
constexpr QSize kSignersSize{680, 420};

enum Column { Name, Fingerprint, Added, State };

QLabel* wrappedText(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

TokenSignersDialog::TokenSignersDialog(Services& services, QWidget* parent)
    : QDialog(parent), m_services(services) {
    setObjectName(QStringLiteral("signersDialog"));
    setWindowTitle(tr("Trusted signers"));
    build();
    read();
    refresh();
    resize(kSignersSize);
}

void TokenSignersDialog::build() {
    auto* text = wrappedText(
        tr("Only keys in this list are trusted, each under one name: a key inside a token proves "
           "nothing. Add the public key that somebody gave you, and compare its fingerprint with "
           "them."),
        this);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("signers.list"));
    m_list->setAccessibleName(tr("Trusted signers"));
    m_list->setHeaderLabels({tr("Name"), tr("Fingerprint"), tr("Added"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    m_list->setTabKeyNavigation(false);
    m_list->setMinimumSize(kSmallestSigners);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Fingerprint, QHeaderView::Stretch);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &TokenSignersDialog::refresh);
    m_note = wrappedText({}, this);
    m_note->setObjectName(QStringLiteral("signers.note"));
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem = wrappedText({}, this);
    m_problem->setObjectName(QStringLiteral("signers.problem"));
    m_problem->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kDialogMargin, kDialogMargin, kDialogMargin, kDialogMargin);
    column->setSpacing(kSpace);
    column->addWidget(text);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    column->addWidget(m_problem);
    buildButtons();
}

void TokenSignersDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    const auto add = [&](const char* name, const QString& text,
                         void (TokenSignersDialog::*handler)()) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, handler);
        row->addWidget(button);
        return button;
    };
    m_add = add("signers.add", tr("&Add a key\u2026"), &TokenSignersDialog::addFromFile);
    m_revoke = add("signers.revoke", tr("Re&voke\u2026"), &TokenSignersDialog::revoke);
    m_remove = add("signers.remove", tr("&Remove"), &TokenSignersDialog::remove);
    row->addStretch(1);
    m_close = add("signers.close", tr("Close"), &QDialog::accept);
    m_close->setDefault(true);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

const SignerKey* TokenSignersDialog::current() const {
    auto* item = m_list->currentItem();
    const int row = item != nullptr ? m_list->indexOfTopLevelItem(item) : -1;
    return row >= 0 && row < static_cast<int>(m_signers.size())
               ? &m_signers[static_cast<std::size_t>(row)]
               : nullptr;
}

void TokenSignersDialog::addFromFile() {
    const auto file = m_services.dialogs.openFile(this, tr("Add a public key"),
                                                  {tr("Keys (*.pem)"), tr("All files (*)")});
    if (!file) {
        return;
    }
    m_services.background.run(
        this, [&desk = m_services.tokens, file = *file] { return desk.readKey(file); },
        [this](const Result<SignerKey>& key) { onKey(key); });
}

void TokenSignersDialog::onKey(const Result<SignerKey>& key) {
    if (!key) {
        say(keyErrorText(key.error()));
        return;
    }
    const auto name = m_services.dialogs.askText(
        this, tr("Add a public key"),
        tr("Whose key is this? Its fingerprint is %1: trust it only if its owner tells you the "
           "same. Name, as in their signatures:")
            .arg(fingerprintText(key->fingerprint)),
        fromUtf8(key->name));
    if (!name) {
        return;
    }
    auto signer = *key;
    signer.name = name->trimmed().toStdString();
    if (signer.name.empty()) {
        say(tr(
            "A key without a name cannot be trusted: add it again, with the name of its owner."));
        return;
    }
    change([signer](TokenDesk& desk) { return desk.trust(signer); });
}

void TokenSignersDialog::revoke() {
    if (const auto* signer = current()) {
        const auto name = signer->name;
        if (m_services.dialogs.ask(this,
                                   tr("Revoke the key of %1? Tokens signed with it are no longer "
                                      "trusted, and it cannot be trusted again.")
                                       .arg(fromUtf8(name)),
                                   tr("Revoke the key"), tr("Keep trusting it")) == Consent::Yes) {
            change([name](TokenDesk& desk) { return desk.revoke(name); });
        }
    }
}

void TokenSignersDialog::remove() {
    if (const auto* signer = current()) {
        change([name = signer->name](TokenDesk& desk) { return desk.distrust(name); });
    }
}

void TokenSignersDialog::change(const std::function<Result<void>(TokenDesk&)>& work) {
    m_services.background.run(
        this, [&desk = m_services.tokens, work] { return work(desk); },
        [this](const Result<void>& done) {
            if (done) {
                say({});
            } else if (done.error().code == ErrorCode::InvalidArgument) {
                say(tr("This name or key is in the list already; a key that was revoked cannot "
                       "come back."));
            } else {
                say(tr("The list was not changed. %1").arg(errorText(done.error())));
            }
            read();
        });
}

void TokenSignersDialog::read() {
    m_services.background.run(
        this, [&desk = m_services.tokens] { return desk.trusted(); },
        [this](const Result<std::vector<SignerKey>>& signers) { showSigners(signers); });
}

void TokenSignersDialog::showSigners(const Result<std::vector<SignerKey>>& signers) {
    if (!signers) {
        say(tr("The list of trusted signers cannot be read, so no key is trusted. %1")
                .arg(errorText(signers.error())));
        return;
    }
    const auto* before = current();
    const auto chosen = before != nullptr ? before->name : std::string();
    m_signers = *signers;
    m_list->clear();
    for (const auto& signer : m_signers) {
        auto* item = new QTreeWidgetItem(
            m_list, {strangersName(signer.name), fingerprintText(signer.fingerprint),
                     timeText(signer.added),
                     signer.revoked ? verdictSymbol(Verdict::Bad) + tr("revoked")
                                    : verdictSymbol(Verdict::Good) + tr("trusted")});
        item->setFont(Fingerprint, QFontDatabase::systemFont(QFontDatabase::FixedFont));
        item->setToolTip(Fingerprint, item->text(Fingerprint));
        if (signer.name == chosen) {
            m_list->setCurrentItem(item);
        }
    }
    for (const int column : {Name, Added, State}) {
        m_list->resizeColumnToContents(column);
    }
    refresh();
}

void TokenSignersDialog::say(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void TokenSignersDialog::refresh() {
    const auto* signer = current();
    m_revoke->setEnabled(signer != nullptr && !signer->revoked);
    m_remove->setEnabled(signer != nullptr && !signer->revoked);
    m_remove->setToolTip(signer != nullptr && signer->revoked
                             ? tr("A revoked key stays in the list, so that it cannot come back.")
                             : QString());
    m_note->setText(signer != nullptr
                        ? tr("Fingerprint: %1").arg(fingerprintText(signer->fingerprint))
                    : m_signers.empty() ? tr("Nobody is trusted yet.")
                                        : tr("Choose a signer to see the whole fingerprint."));
}

} // namespace tessera::ui
