#include "ui/panels/sample_strip.h"

#include "core/api/snapshot.h"
#include "ui/plots/sample_card.h"
#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr int kSide = 48;
constexpr int kNameWidth = 64;

SampleSet asSet(const DataSample& sample, const InputSpec& input) {
    SampleSet set;
    set.input = input;
    set.inputs = {1, static_cast<std::int64_t>(sample.values.size()), sample.values};
    return set;
}

// A line from left to right, through the numbers that are finite.
QImage linePicture(const std::vector<float>& values, int side, const QPalette& palette) {
    QImage picture(side, side, QImage::Format_RGB32);
    picture.fill(palette.color(QPalette::Base));
    float lo = 0.0F, hi = 0.0F;
    bool any = false;
    for (const float value : values) {
        if (std::isfinite(value)) {
            lo = any ? std::min(lo, value) : value;
            hi = any ? std::max(hi, value) : value;
            any = true;
        }
    }
    if (!any) {
        return picture;
    }
    constexpr int kEdge = 3;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette.color(QPalette::Text));
    const double room = side - 2.0 * kEdge;
    QPolygonF line;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            continue;
        }
        const double across = values.size() > 1
                                  ? static_cast<double>(i) / static_cast<double>(values.size() - 1)
                                  : 0.5;
        const double up = hi > lo ? (values[i] - lo) / (hi - lo) : 0.5;
        line << QPointF(kEdge + across * room, kEdge + (1.0 - up) * room);
    }
    line.size() > 1 ? painter.drawPolyline(line) : painter.drawEllipse(line.front(), 1.5, 1.5);
    return picture;
}

// The first numbers of the tokens, as many as there is room for.
QImage tokenPicture(const std::vector<float>& values, int side, const QPalette& palette) {
    constexpr int kLines = 4;
    constexpr std::size_t kMost = 32; // more than fit
    QImage picture(side, side, QImage::Format_RGB32);
    picture.fill(palette.color(QPalette::Base));
    QStringList tokens;
    for (std::size_t i = 0; i < std::min(values.size(), kMost); ++i) {
        tokens << (std::isfinite(values[i]) ? QString::number(std::lround(values[i]))
                                            : QStringLiteral("?"));
    }
    QPainter painter(&picture);
    auto font = painter.font();
    font.setPixelSize(std::max(1, side / (kLines + 1)));
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Text));
    const int height = painter.fontMetrics().lineSpacing();
    const QRect room(1, 1, side - 2, std::min(kLines, std::max(1, side / height)) * height);
    painter.setClipRect(room);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, tokens.join(u' '));
    return picture;
}

QString className(const DataSample& sample, const DataDescription& description) {
    const auto index = static_cast<std::size_t>(sample.label.value_or(-1));
    return index < description.classes.size() ? fromUtf8(description.classes[index].name)
                                              : QString();
}

} // namespace

QImage samplePicture(const DataSample& sample, const InputSpec& input, int side,
                     const QPalette& palette) {
    if (input.kind == InputKind::Tokens) {
        return tokenPicture(sample.values, side, palette);
    }
    const auto image = inputImage(asSet(sample, input), 0);
    return image.isNull() ? linePicture(sample.values, side, palette)
                          : image.scaled(side, side, Qt::KeepAspectRatio, Qt::FastTransformation);
}

SampleStrip::SampleStrip(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    setObjectName("sampleStrip");
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kSpace);
    m_grid->setAlignment(Qt::AlignTop | Qt::AlignLeading);
}

void SampleStrip::setSamples(const DataDescription* description) {
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (description == nullptr || description->preview.empty()) {
        return;
    }
    addRow(0, description->shifted.empty() ? QString() : tr("As it is"), description->preview,
           *description);
    if (!description->shifted.empty()) {
        addRow(2, tr("Shifted"), description->shifted, *description);
    }
}

void SampleStrip::addRow(int row, const QString& title, const std::vector<DataSample>& samples,
                         const DataDescription& description) {
    int column = 0, number = 0;
    if (!title.isEmpty()) {
        m_grid->addWidget(new QLabel(title, this), row, column++, Qt::AlignVCenter);
    }
    for (const auto& sample : samples) {
        const auto name = className(sample, description);
        const auto numbers = inputText(asSet(sample, description.input), 0);
        auto* picture = new QLabel(this);
        const double dots = devicePixelRatioF();
        auto image = samplePicture(sample, description.input,
                                   static_cast<int>(std::lround(kSide * dots)), palette());
        image.setDevicePixelRatio(dots);
        picture->setPixmap(QPixmap::fromImage(image));
        picture->setFixedHeight(kSide);
        picture->setAlignment(Qt::AlignCenter);
        picture->setToolTip(plainToolTip(name + QStringLiteral(": ") + numbers));
        picture->setAccessibleName(
            tr("Sample %1 of class %2: %3").arg(++number).arg(name, numbers));
        m_grid->addWidget(picture, row, column);
        auto* label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        auto font = label->font();
        font.setPointSizeF(kCaptionSize * font.pointSizeF());
        label->setFont(font);
        label->setText(QFontMetrics(font).elidedText(name, Qt::ElideRight, kNameWidth));
        label->setToolTip(plainToolTip(name));
        label->setAlignment(Qt::AlignHCenter);
        m_grid->addWidget(label, row + 1, column);
        ++column;
    }
}

} // namespace tessera::ui
