#include "ui/panels/setup_card.h"

#include "ui/panels/field_form.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kCardEdge = 4;
constexpr int kCardIcon = 16;

} // namespace

SetupCard::SetupCard(const QString& id, const QString& title, const QString& iconName,
                     std::optional<Identity> identity, ThemeController& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_identity(identity), m_layout(new QVBoxLayout(this)),
      m_summary(new ElidedLabel(this)), m_moreButton(new QToolButton(this)),
      m_problemText(new QLabel(this)) {
    setObjectName("card." + id);
    setAccessibleName(title);
    m_layout->setContentsMargins(kCardEdge + kSpace, kSpace, kSpace, kSpace);
    m_layout->setSpacing(kSpace / 2);

    auto* head = new QHBoxLayout;
    auto* picture = new IconLabel(iconName, kCardIcon, this);
    auto* name = new QLabel(title, this);
    auto bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    m_moreButton->setText(tr("More"));
    m_moreButton->setObjectName("card." + id + ".more");
    m_moreButton->setAccessibleName(tr("More settings: %1").arg(title));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setArrowType(Qt::RightArrow);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->hide();
    head->addWidget(picture);
    head->addWidget(name, 1);
    head->addWidget(m_moreButton);
    m_layout->addLayout(head);

    m_summary->setObjectName("card." + id + ".summary");
    m_layout->addWidget(m_summary);

    m_problemText->setObjectName("card." + id + ".problem");
    m_problemText->setWordWrap(true);
    m_problemText->hide();
    m_layout->addWidget(m_problemText);
    connect(&m_theme, &ThemeController::changed, this, [this] {
        setProblems(m_problems);
        update();
    });
}

void SetupCard::setForms(FieldForm* fields, FieldForm* more) {
    m_layout->insertWidget(m_layout->count() - 1, fields);
    if (more == nullptr) {
        return;
    }
    m_more = more;
    more->hide();
    m_layout->insertWidget(m_layout->count() - 1, more);
    m_moreButton->show();
    connect(m_moreButton, &QToolButton::toggled, this, [this, more](bool open) {
        m_moreButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_moreButton->setText(open ? tr("Less") : tr("More"));
        more->setVisible(open);
    });
}

void SetupCard::setMoreVisible(bool visible) {
    m_moreButton->setVisible(visible);
    m_more->setVisible(visible && m_moreButton->isChecked());
}

void SetupCard::setSummary(const QString& text) {
    m_summary->setText(text);
}

void SetupCard::setProblems(const QStringList& sentences) {
    m_problems = sentences;
    m_problemText->setVisible(!sentences.isEmpty());
    QPalette palette = m_problemText->palette();
    palette.setColor(QPalette::WindowText, m_theme.theme().bad);
    m_problemText->setPalette(palette);
    // The sign says it without the colour.
    m_problemText->setText(QStringLiteral("\u26A0 ") + sentences.join(QStringLiteral("\n\u26A0 ")));
    update();
}

void SetupCard::paintEvent(QPaintEvent*) {
    const auto& theme = m_theme.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_problems.isEmpty() ? theme.border : theme.bad);
    painter.setBrush(theme.card);
    constexpr double kRadius = 4.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (m_identity) {
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.identity(*m_identity));
        painter.drawRoundedRect(mirrored ? QRectF(width() - kCardEdge, 0, kCardEdge, height())
                                         : QRectF(0, 0, kCardEdge, height()),
                                2.0, 2.0);
    }
}

} // namespace tessera::ui
