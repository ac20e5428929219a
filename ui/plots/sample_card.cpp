#include "ui/plots/sample_card.h"

#include "ui/strings/strings.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tessera::ui {

namespace {

constexpr int kPictureSide = 64;
constexpr std::int64_t kNumbersShown = 6;

struct Brightness {
    float lo = std::numeric_limits<float>::infinity();
    float hi = -std::numeric_limits<float>::infinity();

    [[nodiscard]] int of(float value) const {
        constexpr int kMissing = 128;
        if (!std::isfinite(value)) {
            return kMissing;
        }
        return hi > lo ? static_cast<int>(255.0F * (value - lo) / (hi - lo)) : kMissing;
    }
};

Brightness brightnessOf(const Matrix& inputs, int sample) {
    Brightness span;
    for (std::int64_t i = 0; i < inputs.columns; ++i) {
        const float value = inputs.at(sample, i);
        if (std::isfinite(value)) {
            span.lo = std::min(span.lo, value);
            span.hi = std::max(span.hi, value);
        }
    }
    return span;
}

} // namespace

QImage inputImage(const SampleSet& samples, int sample) {
    const auto& input = samples.input;
    const bool isPicture = input.kind == InputKind::Image || input.kind == InputKind::Rows;
    const auto channels = input.kind == InputKind::Image ? input.channels : 1;
    const auto plane = input.length * input.width;
    if (!isPicture || plane <= 0 || channels * plane > samples.inputs.columns || sample < 0 ||
        sample >= samples.size()) {
        return {};
    }
    const auto span = brightnessOf(samples.inputs, sample);
    QImage image(static_cast<int>(input.width), static_cast<int>(input.length),
                 QImage::Format_RGB32);
    for (std::int64_t y = 0; y < input.length; ++y) {
        for (std::int64_t x = 0; x < input.width; ++x) {
            const auto channel = [&](std::int64_t index) {
                const auto plain = std::min(index, channels - 1) * plane;
                return span.of(samples.inputs.at(sample, plain + y * input.width + x));
            };
            const QRgb dot = channels >= 3 ? qRgb(channel(0), channel(1), channel(2))
                                           : qRgb(channel(0), channel(0), channel(0));
            image.setPixel(static_cast<int>(x), static_cast<int>(y), dot);
        }
    }
    return image;
}

QString inputText(const SampleSet& samples, int sample) {
    QStringList numbers;
    const auto count = std::min(kNumbersShown, samples.inputs.columns);
    for (std::int64_t i = 0; i < count; ++i) {
        numbers << numberText(static_cast<double>(samples.inputs.at(sample, i)), 3);
    }
    if (samples.inputs.columns > count) {
        numbers << QStringLiteral("\u2026");
    }
    return numbers.join(", ");
}

SampleCard::SampleCard(QWidget* parent)
    : QFrame(parent), m_picture(new QLabel(this)), m_words(new QLabel(this)) {
    setObjectName("sampleCard");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFrameStyle(QFrame::Box | QFrame::Plain);
    setForegroundRole(QPalette::Mid);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_picture);
    layout->addWidget(m_words);
    hide();
}

void SampleCard::show(const SampleSet& samples, int sample, const QString& words,
                      const QPoint& pointer) {
    const auto image = inputImage(samples, sample);
    m_picture->setVisible(!image.isNull());
    if (!image.isNull()) {
        m_picture->setPixmap(QPixmap::fromImage(
            image.scaled(kPictureSide, kPictureSide, Qt::KeepAspectRatio, Qt::FastTransformation)));
        m_words->setText(words);
    } else {
        m_words->setText(words + "\n" + inputText(samples, sample));
    }
    adjustSize();
    // Right below the pointer, or on the other side of it where there is no room.
    constexpr int kAway = 16;
    const auto* area = parentWidget();
    int x = pointer.x() + kAway, y = pointer.y() + kAway;
    if (x + width() > area->width()) {
        x = std::max(0, pointer.x() - kAway - width());
    }
    if (y + height() > area->height()) {
        y = std::max(0, pointer.y() - kAway - height());
    }
    move(x, y);
    QFrame::show();
    raise();
}

} // namespace tessera::ui
