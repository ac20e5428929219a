#include "ui/plots/hub_drift_key.h"

#include "ui/strings/strings.h"

#include <QCoreApplication>

#include <algorithm>

namespace tessera::ui {

namespace {

struct HubDriftKeyWords {
    Q_DECLARE_TR_FUNCTIONS(HubDriftKey)
};

constexpr int kWidest = 200; // of the bar
constexpr int kStripes = 50; // drawn one by one: gradients of painters differ on paper

} // namespace

int HubDriftKey::heightFor(const QFont& font) const {
    return m_most ? QFontMetrics(font).height() + 3 + margins().top() + margins().bottom() : 0;
}

void HubDriftKey::draw(QCPPainter* painter) {
    if (!m_most) {
        return;
    }
    const QFontMetrics metrics(m_font);
    const int gap = metrics.height() / 2;
    const auto area = rect();
    const auto title = HubDriftKeyWords::tr("drift of the sample (nats)");
    const auto none = numberText(0.0), most = numberText(*m_most, 3);
    const auto text = [&](int x, const QString& words) {
        painter->drawText(QRect(x, area.top(), metrics.horizontalAdvance(words) + 2, area.height()),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, words);
        return x + metrics.horizontalAdvance(words) + gap;
    };
    painter->setFont(m_font);
    painter->setPen(QPen(m_text));
    int x = area.left();
    const int words = metrics.horizontalAdvance(title) + metrics.horizontalAdvance(none) +
                      metrics.horizontalAdvance(most) + 4 * gap;
    if (area.width() > words + 2 * gap) { // else the numbers have to do
        x = text(x, title);
    }
    x = text(x, none);
    const int right = area.right() - metrics.horizontalAdvance(most) - gap;
    const int width = std::clamp(right - x, 1, kWidest);
    const double height = 0.6 * metrics.height();
    const double top = area.center().y() - 0.5 * height;
    painter->setAntialiasing(false);
    painter->setPen(Qt::NoPen);
    for (int stripe = 0; stripe < kStripes; ++stripe) {
        const double left = x + static_cast<double>(width) * stripe / kStripes;
        const double share = (stripe + 0.5) / kStripes;
        painter->setBrush(QColor(m_gradient.color(share, QCPRange(0.0, 1.0))));
        painter->drawRect(QRectF(left, top, static_cast<double>(width) / kStripes + 0.5, height));
    }
    painter->setPen(QPen(m_text));
    text(x + width + gap, most);
}

} // namespace tessera::ui
