#include "ui/widgets/byte_bar.h"

#include "ui/strings/strings.h"
#include "ui/widgets/palette_theme.h"
#include "ui/widgets/section_model.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace tessera::ui {

namespace {

constexpr int kByteMargin = 4;
constexpr double kLeast = 22.0;            // of a section: its sign is seen
constexpr double kNamed = 80.0;            // of a section with a short name
constexpr double kLeastShare = 1.0 / 14.0; // of the bar, between the two
constexpr int kTint = 48;                  // of 255
constexpr double kByteCaption = 0.85;

QFont byteFont(QFont font) {
    font.setPointSizeF(font.pointSizeF() * kByteCaption);
    return font;
}

} // namespace

std::vector<double> sectionWidths(const std::vector<std::uint64_t>& bytes, double room,
                                  double least) {
    const auto count = static_cast<double>(bytes.size());
    const double all = std::accumulate(bytes.begin(), bytes.end(), 0.0);
    if (bytes.empty() || all <= 0.0 || count * least >= room) {
        return std::vector<double>(bytes.size(), bytes.empty() ? 0.0 : room / count);
    }
    // Those that would be too narrow get the least; the others share the rest, which may make
    // further ones too narrow.
    std::vector<double> widths(bytes.size(), 0.0);
    double left = room, shared = all;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const auto size = static_cast<double>(bytes[i]);
            if (widths[i] == 0.0 && size * left < least * shared) {
                widths[i] = least;
                left -= least;
                shared -= size;
                changed = true;
            }
        }
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (widths[i] == 0.0) {
            widths[i] = left * static_cast<double>(bytes[i]) / shared;
        }
    }
    return widths;
}

ByteBar::ByteBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("byteMap.bar"));
    setLayoutDirection(Qt::LeftToRight); // bytes count from the left
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSections({});
}

void ByteBar::setSections(const std::vector<TokenSection>& sections) {
    m_sections = sections;
    m_current = -1;
    QStringList sentences;
    for (const auto& section : m_sections) {
        sentences << sectionSentence(section);
    }
    setAccessibleName(tr("Bytes of the file"));
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
    update();
}

void ByteBar::setCurrent(int section) {
    if (section == m_current || section < -1 || section >= static_cast<int>(m_sections.size())) {
        return;
    }
    m_current = section;
    // Screen readers tell a change of the name.
    setAccessibleName(
        section < 0 ? tr("Bytes of the file")
                    : tr("Bytes of the file, at %1")
                          .arg(sectionSentence(m_sections[static_cast<std::size_t>(section)])));
    update();
    Q_EMIT currentChanged(section);
}

int ByteBar::barHeight() const {
    return 2 * fontMetrics().height() + 2 * kByteMargin;
}

QSize ByteBar::sizeHint() const {
    return {400, barHeight() + QFontMetrics(byteFont(font())).height() + kByteMargin};
}

QSize ByteBar::minimumSizeHint() const {
    return {120, sizeHint().height()};
}

std::vector<double> ByteBar::edges() const {
    std::vector<std::uint64_t> bytes;
    for (const auto& section : m_sections) {
        bytes.push_back(section.bytes);
    }
    std::vector<double> edges = {0.0};
    const double least = std::clamp(kLeastShare * width(), kLeast, kNamed);
    for (const double wide : sectionWidths(bytes, width(), least)) {
        edges.push_back(edges.back() + wide);
    }
    return edges;
}

QRectF ByteBar::sectionRect(int section) const {
    const auto at = edges();
    const auto index = static_cast<std::size_t>(section);
    return {at[index], 0.0, at[index + 1] - at[index], static_cast<double>(barHeight())};
}

int ByteBar::sectionAt(const QPoint& position) const {
    for (int i = 0; i < static_cast<int>(m_sections.size()); ++i) {
        if (sectionRect(i).contains(position)) {
            return i;
        }
    }
    return -1;
}

void ByteBar::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_sections.size()) - 1;
    const bool modified = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0;
    int wanted = -1;
    switch (modified ? 0 : event->key()) {
    case Qt::Key_Left:
        wanted = std::max(0, m_current - 1);
        break;
    case Qt::Key_Right:
        wanted = std::min(last, m_current + 1);
        break;
    case Qt::Key_Home:
        wanted = 0;
        break;
    case Qt::Key_End:
        wanted = last;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    setCurrent(std::min(wanted, last));
}

void ByteBar::mousePressEvent(QMouseEvent* event) {
    const int section = sectionAt(event->pos());
    if (event->button() == Qt::LeftButton && section >= 0) {
        setCurrent(section);
    }
}

bool ByteBar::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = sectionAt(help->pos());
        if (at >= 0) {
            const auto& section = m_sections[static_cast<std::size_t>(at)];
            const auto note = fromUtf8(section.note);
            const auto text =
                sectionSentence(section) + (note.isEmpty() ? QString() : QLatin1Char('\n') + note);
            QToolTip::showText(help->globalPos(), plainToolTip(text), this,
                               sectionRect(at).toRect());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    return QWidget::event(event);
}

void ByteBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // it has the application's
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < static_cast<int>(m_sections.size()); ++i) {
        drawSection(painter, i);
    }
    if (m_current >= 0) { // last, so that no neighbour covers it
        const auto role = hasFocus() ? QPalette::Highlight : QPalette::Text;
        painter.setPen(QPen(palette().color(role), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(sectionRect(m_current).adjusted(1, 1, -1, -1));
    } else if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(0, 0, width(), barHeight()).adjusted(1, 1, -1, -1));
    }
    drawOffsets(painter);
}

void ByteBar::drawSection(QPainter& painter, int index) const {
    const auto& section = m_sections[static_cast<std::size_t>(index)];
    const auto colour = checkColour(section.state, themeOf(palette()));
    const auto box = sectionRect(index).adjusted(0.5, 0.5, -0.5, -0.5);
    auto tint = colour;
    tint.setAlpha(kTint);
    painter.fillRect(box, palette().color(QPalette::Base));
    painter.setPen(QPen(colour, 1.0));
    painter.setBrush(tint);
    painter.drawRect(box);

    const auto metrics = fontMetrics();
    const auto inner = box.adjusted(kByteMargin, kByteMargin, -kByteMargin, -kByteMargin);
    const auto name = sectionText(section.id);
    const bool named =
        metrics.horizontalAdvance(name.left(1) + QStringLiteral("\u2026")) + kByteMargin <=
        inner.width();
    painter.setPen(palette().color(QPalette::Text));
    if (named) {
        painter.drawText(inner, Qt::AlignHCenter | Qt::AlignTop,
                         metrics.elidedText(name, Qt::ElideRight, static_cast<int>(inner.width())));
    }
    painter.drawText(named ? inner : box,
                     Qt::AlignHCenter | (named ? Qt::AlignBottom : Qt::AlignVCenter),
                     checkSymbol(section.state));
}

// Where sections begin, as far as the numbers have room; the end of the file at the right.
void ByteBar::drawOffsets(QPainter& painter) const {
    if (m_sections.empty()) {
        return;
    }
    const auto font = byteFont(this->font());
    const QFontMetrics metrics(font);
    const int gap = metrics.horizontalAdvance(QLatin1Char('0'));
    const auto at = edges();
    const auto top = barHeight() + kByteMargin / 2;
    const auto& last = m_sections.back();
    const auto end = QLocale().toString(static_cast<qulonglong>(last.offset + last.bytes));
    const int room = width() - metrics.horizontalAdvance(end) - gap;
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(0, top, width(), metrics.height()), Qt::AlignRight | Qt::AlignTop, end);
    double taken = 0.0;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const auto text = QLocale().toString(static_cast<qulonglong>(m_sections[i].offset));
        const int needed = metrics.horizontalAdvance(text);
        if (at[i] >= taken && at[i] + needed <= room) {
            painter.drawText(QPointF(at[i], top + metrics.ascent()), text);
            taken = at[i] + needed + gap;
        }
    }
}

} // namespace tessera::ui
