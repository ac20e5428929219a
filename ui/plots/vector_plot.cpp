#include "ui/plots/vector_plot.h"

#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr std::int64_t kPagesAcross = 10; // a page of the keyboard is a tenth of what is seen

} // namespace

// Where the keyboard is, in two colours that show on every other.
class PlaceMark : public QCPLayerable {
public:
    explicit PlaceMark(QCPAxisRect& rect)
        : QCPLayerable(rect.parentPlot(), "overlay"), m_rect(rect) {}
    std::optional<QCPRange> span;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    void draw(QCPPainter* painter) override {
        if (!span) {
            return;
        }
        constexpr double kLeastPixels = 3.0;
        const auto& x = *m_rect.axis(QCPAxis::atBottom);
        const double left = x.coordToPixel(span->lower), right = x.coordToPixel(span->upper);
        const double widen = 0.5 * std::max(0.0, kLeastPixels - (right - left));
        const auto area = QRectF(m_rect.rect());
        const auto box = QRectF(left - widen, area.top(), right - left + 2.0 * widen, area.height())
                             .intersected(area);
        if (box.isEmpty()) {
            return;
        }
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(Qt::white, 1.0));
        painter->drawRect(box);
        painter->setPen(QPen(Qt::black, 1.0, Qt::DashLine));
        painter->drawRect(box);
    }

private:
    QCPAxisRect& m_rect;
};

VectorPlot::VectorPlot(const PlotContext& context, const QString& title, QWidget* parent)
    : CustomPlot(context, title, parent), m_vectors(std::make_shared<VectorSet>()),
      m_mark(new PlaceMark(*canvas().axisRect())), m_key(new PlotKey(&canvas())),
      m_caption(new PlotKey(&canvas())) {
    canvas().plotLayout()->setRowSpacing(2);
    canvas().axisRect()->setMinimumMargins({0, 8, 20, 0});
    m_key->setMargins({8, 0, 8, 0});
    m_caption->setMargins({8, 0, 8, 4});
}

void VectorPlot::finish() {
    auto& rows = *canvas().plotLayout();
    rows.addElement(rows.rowCount(), 0, m_key);
    rows.addElement(rows.rowCount(), 0, m_caption);
    styleAnew();
    contentHasChanged(true);
}

void VectorPlot::setVectors(std::shared_ptr<const VectorSet> vectors) {
    if (vectors == m_vectors) {
        return;
    }
    m_vectors = std::move(vectors);
    m_place.reset();
    m_mark->span.reset();
    m_figures.clear();
    m_missing = false;
    for (const auto& vector : m_vectors->vectors) {
        m_figures.push_back(figuresOf(vector));
        m_missing = m_missing || m_figures.back().finite() < m_figures.back().count;
    }
    rebuild();
    styleAnew();
    updateGeometry();
    contentHasChanged(true);
}

QSize VectorPlot::minimumSizeHint() const {
    const auto least = CustomPlot::minimumSizeHint();
    const int usual = QFontMetrics(look().text).height(); // has its place already
    const int words = isEmpty() ? 0 : keysHeight(std::max(width(), least.width()), look().text);
    return least + QSize(0, std::max(0, words - usual));
}

QString VectorPlot::emptyText() const {
    if (m_vectors->vectors.empty()) {
        return tr("Open a token to see its numbers here.");
    }
    return m_vectors->dimensions() == 0 ? tr("The vector of this token is empty.")
                                        : tr("No number of this vector is finite.");
}

QString VectorPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const auto& of = m_figures[i];
        const auto count = tr("%n number(s)", nullptr, static_cast<int>(of.count));
        const auto start = m_vectors->isPair() ? tr("%1: %2").arg(nameOf(i), count) : count;
        if (of.finite() == 0) {
            sentences << tr("%1.").arg(start);
            continue;
        }
        sentences << tr("%1 from %2 to %3, mean %4, standard deviation %5, Euclidean length %6.")
                         .arg(start, numberText(of.least), numberText(of.greatest),
                              numberText(of.mean), numberText(of.deviation), numberText(of.length));
    }
    return (sentences << ownSentences() << captions()).join(' ');
}

QStringList VectorPlot::captions() const {
    QStringList sentences;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const auto& of = m_figures[i];
        if (of.finite() == of.count) {
            continue;
        }
        const auto counts =
            tr("%1 undefined, %2 infinite")
                .arg(QLocale().toString(of.notNumbers), QLocale().toString(of.infinite));
        sentences << tr("Not finite: %1.")
                         .arg(m_vectors->isPair() ? tr("%1: %2").arg(nameOf(i), counts) : counts);
    }
    return sentences;
}

QColor VectorPlot::colourOf(std::size_t vector, const Theme& theme) const {
    return m_vectors->isPair() ? theme.category(static_cast<int>(vector))
                               : theme.identity(Identity::Hub);
}

QString VectorPlot::nameOf(std::size_t vector) const {
    return m_vectors->isPair() ? m_vectors->names[vector] : tr("value");
}

QString VectorPlot::eachText(const QStringList& values) const {
    if (!m_vectors->isPair()) {
        return values.join(QString());
    }
    QStringList parts;
    for (qsizetype i = 0; i < values.size(); ++i) {
        parts << tr("%1: %2").arg(nameOf(static_cast<std::size_t>(i)), values[i]);
    }
    return parts.join(tr(", ", "between two values"));
}

QString VectorPlot::valueText(float value) {
    return std::isfinite(value) ? numberText(value)
           : std::isnan(value)  ? tr("undefined (NaN)")
                                : tr("infinite (%1)").arg(numberText(value));
}

std::vector<KeyEntry> VectorPlot::keyEntries(const PlotLook&) const {
    return {};
}

void VectorPlot::applyOwnLook(const PlotLook& look) {
    m_mark->setVisible(!look.onPage); // of no use on paper
    restyle(look);
    fillKeys(look);
}

void VectorPlot::fillKeys(const PlotLook& look) {
    m_key->setFont(look.text);
    m_key->setEntries(isEmpty() ? std::vector<KeyEntry>() : keyEntries(look));
    const auto words = isEmpty() ? QString() : captions().join(' ');
    std::vector<KeyEntry> entries;
    if (!words.isEmpty()) {
        entries.push_back({words, look.theme->mutedText, {}, Marker::None, Qt::NoPen, 1.0});
    }
    m_caption->setFont(look.text);
    m_caption->setEntries(std::move(entries));
}

bool VectorPlot::onArrow(int dx, int) {
    if (dx == 0 || places() == 0) {
        return dx != 0;
    }
    goTo(m_place ? *m_place + dx : 0);
    return true;
}

bool VectorPlot::onKey(int key) {
    if (key != Qt::Key_PageUp && key != Qt::Key_PageDown) {
        return false;
    }
    if (places() > 0) {
        const auto page = std::max<std::int64_t>(1, places() / kPagesAcross);
        goTo(m_place.value_or(0) + (key == Qt::Key_PageUp ? -page : page));
    }
    return true;
}

void VectorPlot::goTo(std::int64_t place) {
    m_place = std::clamp<std::int64_t>(place, 0, places() - 1);
    m_mark->span = placeSpan(*m_place);
    auto& x = *canvas().xAxis;
    if (m_mark->span->lower < x.range().lower) {
        x.moveRange(m_mark->span->lower - x.range().lower);
    } else if (m_mark->span->upper > x.range().upper) {
        x.moveRange(m_mark->span->upper - x.range().upper);
    }
    requestReplot();
    Q_EMIT readoutChanged(placeText(*m_place));
}

} // namespace tessera::ui
