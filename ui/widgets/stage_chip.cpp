#include "ui/widgets/stage_chip.h"

#include "ui/widgets/measures.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kLine = 3; // of progress
constexpr int kSignSize = 18;
constexpr double kCaption = 0.85;
constexpr int kShortest = 44; // sign and a little of the name

QFont captionFont(const QFont& font) {
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * kCaption);
    return small;
}

} // namespace

StageChip::StageChip(int number, const QString& name, QWidget* parent)
    : QWidget(parent), m_number(number), m_name(name) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    show(StageState::Waiting, 0.0, {});
}

void StageChip::show(StageState state, double fraction, const QString& detail) {
    m_state = state;
    m_fraction = std::clamp(fraction, 0.0, 1.0);
    m_detail = detail;
    const auto words = state == StageState::Waiting   ? tr("waiting")
                       : state == StageState::Running ? tr("running")
                       : state == StageState::Done    ? tr("done")
                                                      : tr("stopped");
    setAccessibleName(tr("Stage %1, %2: %3").arg(m_number).arg(m_name, words));
    setAccessibleDescription(detail);
    setToolTip(detail.isEmpty() ? tr("%1: %2").arg(m_name, words)
                                : tr("%1: %2, %3").arg(m_name, words, detail));
    update();
}

QString StageChip::sign() const {
    switch (m_state) {
    case StageState::Done:
        return QStringLiteral("\u2713");
    case StageState::Stopped:
        return QStringLiteral("\u00D7");
    case StageState::Waiting:
    case StageState::Running:
        break;
    }
    return locale().toString(m_number);
}

QSize StageChip::sizeHint() const {
    const QFontMetrics name(font());
    const QFontMetrics caption(captionFont(font()));
    const int width = std::max(name.horizontalAdvance(m_name),
                               caption.horizontalAdvance(QStringLiteral("100%  00 min 00 s")));
    return {kSpace + kSignSize + kSpace + width + kSpace,
            name.height() + caption.height() + kLine + kSpace};
}

QSize StageChip::minimumSizeHint() const {
    return {kSpace + kSignSize + kShortest, sizeHint().height()};
}

void StageChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = palette();
    const bool quiet = m_state == StageState::Waiting;
    const auto ink = colours.color(quiet ? QPalette::PlaceholderText : QPalette::WindowText);
    const auto accent = colours.color(QPalette::Highlight);
    const auto mirrored = [this](const QRect& where) {
        return QStyle::visualRect(layoutDirection(), rect(), where);
    };

    const QRect circle =
        mirrored({kSpace, (height() - kLine - kSignSize) / 2, kSignSize, kSignSize});
    const bool running = m_state == StageState::Running;
    painter.setPen(running ? accent : ink);
    painter.setBrush(running ? QBrush(accent) : Qt::NoBrush);
    painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(running ? colours.color(QPalette::HighlightedText) : ink);
    painter.setFont(captionFont(font()));
    painter.drawText(circle, Qt::AlignCenter, sign());

    const int left = kSpace + kSignSize + kSpace;
    const QFontMetrics name(font());
    const QFontMetrics caption(captionFont(font()));
    const int room = width() - left - 2;
    const int top = m_detail.isEmpty() ? (height() - kLine - name.height()) / 2
                                       : (height() - kLine - name.height() - caption.height()) / 2;
    const auto start = static_cast<int>(Qt::AlignVCenter) |
                       static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(mirrored({left, top, room, name.height()}), start,
                     name.elidedText(m_name, Qt::ElideRight, room));
    painter.setFont(captionFont(font()));
    painter.drawText(mirrored({left, top + name.height(), room, caption.height()}), start,
                     caption.elidedText(m_detail, Qt::ElideRight, room));

    if (running) {
        painter.fillRect(QRect(0, height() - kLine, width(), kLine), colours.color(QPalette::Mid));
        const int filled = static_cast<int>(width() * m_fraction);
        painter.fillRect(mirrored({0, height() - kLine, filled, kLine}), accent);
    }
}

} // namespace tessera::ui
