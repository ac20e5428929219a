#include "ui/panels/token_headline.h"

#include "ui/plots/controls_bar.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

QLabel* wrappedField(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TokenHeadline::TokenHeadline(ThemeController& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_symbol(new QLabel(this)),
      m_sentence(wrappedField("token.trust", this)), m_remark(wrappedField("token.remark", this)),
      m_buttons(new ControlsBar(this)) {
    setObjectName(QStringLiteral("token.headline"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_symbol->setObjectName(QStringLiteral("token.symbol"));
    m_symbol->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    auto bold = font();
    bold.setBold(true);
    m_symbol->setFont(bold);
    m_sentence->setFont(bold);
    m_key = addButton("token.key", tr("Enter key\u2026"), &TokenHeadline::keyRequested);
    m_unverified =
        addButton("token.unverified", tr("Show unverified"), &TokenHeadline::unverifiedRequested);
    m_signers =
        addButton("token.signers", tr("Trusted signers\u2026"), &TokenHeadline::signersRequested);
    m_unsealed =
        addButton("token.unsealed", tr("Show all the same"), &TokenHeadline::unsealedRequested);
    m_details = addButton("token.details", tr("Details"), &TokenHeadline::detailsRequested);

    auto* words = new QVBoxLayout;
    words->setSpacing(kSpace / 2);
    words->addWidget(m_sentence);
    words->addWidget(m_remark);
    words->addWidget(m_buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace, kSpace / 2, kSpace, kSpace / 2);
    row->setSpacing(kSpace);
    row->addWidget(m_symbol);
    row->addLayout(words, 1);
    connect(&theme, &ThemeController::changed, this, &TokenHeadline::paintVerdict);
    setTrust({});
}

QPushButton* TokenHeadline::addButton(const char* name, const QString& text,
                                      void (TokenHeadline::*wish)()) {
    auto* button = new QPushButton(text, m_buttons);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, wish);
    m_buttons->add(button);
    return button;
}

void TokenHeadline::setTrust(const TokenTrust& trust) {
    const bool isNew = trust.sentence != m_trust.sentence;
    m_trust = trust;
    m_symbol->setText(verdictSymbol(trust.verdict).trimmed());
    m_sentence->setText(trust.sentence);
    m_remark->setText(trust.remark);
    m_remark->setVisible(!trust.remark.isEmpty());
    m_key->setVisible(trust.keyHelps);
    m_unverified->setVisible(trust.mayBeUnverified);
    m_signers->setVisible(trust.signersHelp);
    m_unsealed->setVisible(trust.refusedAsUnsealed);
    m_details->setVisible(!trust.details.isEmpty());
    m_buttons->setVisible(trust.keyHelps || trust.mayBeUnverified || trust.signersHelp ||
                          trust.refusedAsUnsealed || !trust.details.isEmpty());
    setAccessibleName(verdictSymbol(trust.verdict) + trust.sentence);
    setAccessibleDescription(trust.remark);
    paintVerdict();
    if (isNew && !trust.sentence.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void TokenHeadline::paintVerdict() {
    const auto& theme = m_theme.theme();
    const auto colour = m_trust.verdict == Verdict::Good       ? theme.good
                        : m_trust.verdict == Verdict::Doubtful ? theme.warning
                        : m_trust.verdict == Verdict::Bad      ? theme.bad
                                                               : theme.text;
    for (auto* label : {m_symbol, m_sentence}) {
        QPalette palette;
        palette.setColor(label->foregroundRole(), colour); // that of the ground it stands on
        label->setPalette(palette);
    }
}

} // namespace tessera::ui
