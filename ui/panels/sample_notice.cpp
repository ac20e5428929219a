#include "ui/panels/sample_notice.h"

#include "ui/widgets/icon_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace tessera::ui {

namespace {

constexpr int kNoticeIcon = 16;

} // namespace

SampleNotice::SampleNotice(QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_more(new QToolButton(this)) {
    setObjectName(QStringLiteral("sample.notice"));
    m_sentence->setObjectName(QStringLiteral("sample.notice.sentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setObjectName(QStringLiteral("sample.notice.details"));
    m_more->setIcon(icon(QStringLiteral("details")));
    m_more->setText(tr("Details"));
    m_more->setToolTip(tr("Show the technical text of this message"));
    m_more->setAccessibleName(m_more->toolTip());
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(new IconLabel(QStringLiteral("warning"), kNoticeIcon, this), 0, Qt::AlignTop);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_more, 0, Qt::AlignTop);
    connect(m_more, &QToolButton::clicked, this,
            [this] { Q_EMIT detailsRequested(m_sentence->text(), m_details); });
    hide();
}

void SampleNotice::say(const QString& sentence, const QString& details) {
    m_sentence->setText(sentence);
    m_details = details;
    m_more->setVisible(!details.isEmpty());
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void SampleNotice::clear() {
    m_sentence->clear();
    hide();
}

QString SampleNotice::sentence() const {
    return m_sentence->text();
}

} // namespace tessera::ui
