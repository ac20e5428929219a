#include "app/images/qt_image_decoder.h"

#include <QFile>
#include <QImage>
#include <QImageIOHandler>
#include <QImageReader>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

namespace tessera::images {

namespace {

// Formats of pixels. Drawings (svg, pdf) would need fonts, and with them an application.
constexpr std::array<std::string_view, 12> kFormats = {"png", "jpg", "jpeg", "bmp", "gif",  "pgm",
                                                       "ppm", "pbm", "webp", "tif", "tiff", "tga"};

bool isKnown(const QByteArray& format) {
    const std::string_view name(format.constData(), static_cast<std::size_t>(format.size()));
    return std::find(kFormats.begin(), kFormats.end(), name) != kFormats.end();
}

std::uint8_t greyOf(QRgb pixel) { // luma of ITU-R BT.601, rounded; equal parts stay as they are
    return static_cast<std::uint8_t>(
        (299 * qRed(pixel) + 587 * qGreen(pixel) + 114 * qBlue(pixel) + 500) / 1000);
}

DecodedImage pixelsOf(const QImage& image, std::int64_t channels) {
    DecodedImage result{image.height(), image.width(), channels, {}};
    result.pixels.reserve(static_cast<std::size_t>(result.height * result.width * channels));
    for (int y = 0; y < image.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            if (channels == 1) {
                result.pixels.push_back(greyOf(row[x]));
                continue;
            }
            for (const int part : {qRed(row[x]), qGreen(row[x]), qBlue(row[x])}) {
                result.pixels.push_back(static_cast<std::uint8_t>(part));
            }
        }
    }
    return result;
}

// By format or palette, not by what colours happen to be there.
bool isGreyFormat(const QImage& image) {
    return image.format() == QImage::Format_Grayscale16 ||
           image.format() == QImage::Format_Grayscale8 || (image.depth() <= 8 && image.allGray());
}

// Where one side is not asked for, it follows the other.
QSize wantedSize(const QImage& image, const ImageRequest& request) {
    const auto follow = [](std::int64_t asked, int other, int is) {
        return static_cast<int>(std::max<std::int64_t>(1, (asked * is + other / 2) / other));
    };
    auto height = static_cast<int>(request.height), width = static_cast<int>(request.width);
    if (height == 0 && width == 0) {
        return image.size();
    }
    height = height > 0 ? height : follow(width, image.width(), image.height());
    width = width > 0 ? width : follow(height, image.height(), image.width());
    return {width, height};
}

Result<QImage> read(QImageReader& reader, const ImageRequest& request) {
    if (!reader.canRead()) {
        return fail(ErrorCode::Unsupported, "it is no image of a format that can be read");
    }
    if (!isKnown(reader.format())) {
        return fail(ErrorCode::Unsupported,
                    "it is a drawing or of a format that is not read; save it as PNG");
    }
    const auto size = reader.size();
    if (!size.isValid() || size.isEmpty()) {
        return reader.supportsOption(QImageIOHandler::Size)
                   ? fail(ErrorCode::Corrupt, "it is damaged: its header cannot be read")
                   : fail(ErrorCode::Unsupported, "it does not say its size; save it as PNG");
    }
    if (static_cast<std::int64_t>(size.width()) * size.height() > request.maxPixels) {
        return fail(ErrorCode::Unsupported, "it has " + std::to_string(size.width()) + " x " +
                                                std::to_string(size.height()) +
                                                " pixels, more than are read; make it smaller");
    }
    QImage image = reader.read();
    if (image.isNull()) {
        return fail(ErrorCode::Corrupt,
                    "it cannot be decoded: " + reader.errorString().toStdString());
    }
    return image;
}

} // namespace

QtImageDecoder::QtImageDecoder() {
    const auto supported = QImageReader::supportedImageFormats();
    for (const auto format : kFormats) {
        if (supported.contains(QByteArray(format.data(), static_cast<qsizetype>(format.size())))) {
            m_endings.emplace_back(format);
        }
    }
}

Result<DecodedImage> QtImageDecoder::decode(const std::filesystem::path& file,
                                            const ImageRequest& request) {
    constexpr std::int64_t kLargestSide = 65536;
    if (request.height < 0 || request.width < 0 || request.height > kLargestSide ||
        request.width > kLargestSide ||
        (request.channels != 0 && request.channels != 1 && request.channels != 3)) {
        return fail(ErrorCode::InvalidArgument,
                    "images are brought to 1 or 3 channels and at most 65536 pixels a side");
    }
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) { // a pipe would be waited for
        return fail(ErrorCode::NotFound, "it is not there or is no file");
    }
    QFile device(QFile::decodeName(file.c_str()));
    if (!device.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io, "it cannot be opened: " + device.errorString().toStdString());
    }
    QImageReader reader(&device); // by content, whatever the name says
    reader.setAutoTransform(true);
    auto image = read(reader, request);
    if (!image) {
        return fail(image.error());
    }
    const bool isGrey = isGreyFormat(*image);
    // Premultiplied: what is transparent is black by then.
    *image = image->convertToFormat(image->hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                             : QImage::Format_RGB32);
    if (const auto size = wantedSize(*image, request); size != image->size()) {
        *image = image->scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        *image = image->convertToFormat(
            image->hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    }
    if (image->isNull()) {
        return fail(ErrorCode::OutOfMemory, "there is not enough memory for it");
    }
    const std::int64_t channels = request.channels > 0 ? request.channels : (isGrey ? 1 : 3);
    return pixelsOf(*image, channels);
}

} // namespace tessera::images

tessera::ImageDecoder* tesseraCreateImageDecoder() {
    return new tessera::images::QtImageDecoder;
}
