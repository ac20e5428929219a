#include "ui/plots/map_image.h"

#include "ui/plots/qcustomplot_wrapper.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tessera::ui {

namespace {

// Dots of the old picture in one of the new one's, along one axis: first <= i < last.
struct Reach {
    int first = 0, last = 1;
};

std::vector<Reach> reaches(double from, double length, int count, int most) {
    std::vector<Reach> all(static_cast<std::size_t>(count));
    const double step = length / count;
    for (int i = 0; i < count; ++i) {
        const double low = from + i * step, high = low + step;
        auto& reach = all[static_cast<std::size_t>(i)];
        if (step <= 1.0) { // the one in the middle
            reach.first = std::clamp(static_cast<int>(std::floor(0.5 * (low + high))), 0, most - 1);
            reach.last = reach.first + 1;
        } else { // those whose middle is in it
            reach.first = std::clamp(static_cast<int>(std::ceil(low - 0.5)), 0, most - 1);
            reach.last = std::clamp(static_cast<int>(std::ceil(high - 0.5)), reach.first + 1, most);
        }
    }
    return all;
}

QRgb meanOf(const QImage& picture, const Reach& x, const Reach& y, QRgb missing) {
    int red = 0, green = 0, blue = 0;
    for (int row = y.first; row < y.last; ++row) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(row));
        for (int column = x.first; column < x.last; ++column) {
            const QRgb dot = line[column];
            if (dot == missing) {
                return missing;
            }
            red += qRed(dot);
            green += qGreen(dot);
            blue += qBlue(dot);
        }
    }
    const int count = (x.last - x.first) * (y.last - y.first);
    return qRgb(red / count, green / count, blue / count);
}

} // namespace

QImage colouredMap(std::span<const float> values, std::int64_t columns,
                   const QCPColorGradient& gradient, const ColourSpan& span) {
    auto colours = gradient; // looking one up fills its table
    const QCPRange range(span.lo, span.hi);
    const auto width = static_cast<int>(columns);
    const auto height = static_cast<int>(values.size()) / std::max(1, width);
    QImage picture(width, height, QImage::Format_RGB32);
    const QRgb missing = gradient.nanColor().rgb();
    auto value = values.begin();
    for (int row = 0; row < height; ++row) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(row));
        for (int column = 0; column < width; ++column, ++value) {
            line[column] = std::isfinite(*value) ? colours.color(*value, range) : missing;
        }
    }
    return picture;
}

QImage resampled(const QImage& picture, const QRectF& part, const QSize& size, QRgb missing) {
    QImage result(size, QImage::Format_RGB32);
    const auto across = reaches(part.left(), part.width(), size.width(), picture.width());
    const auto down = reaches(part.top(), part.height(), size.height(), picture.height());
    for (int row = 0; row < size.height(); ++row) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(row));
        for (int column = 0; column < size.width(); ++column) {
            line[column] = meanOf(picture, across[static_cast<std::size_t>(column)],
                                  down[static_cast<std::size_t>(row)], missing);
        }
    }
    return result;
}

} // namespace tessera::ui
