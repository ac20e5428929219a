#include "app/composition/image_loader.h"
#include "tests/support/data_files.h"
#include "tests/support/test_registry.h"

#include <QColor>
#include <QCoreApplication>
#include <QImage>
#include <QImageWriter>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace tessera;
using namespace tessera::test;

// The module as the programs open it, in a program without a QGuiApplication.
class TestImageModule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_decoder = app::findImageDecoder();
        QVERIFY(m_decoder != nullptr);
        QVERIFY(!QCoreApplication::instance()->inherits("QGuiApplication"));
    }

    void endings() {
        const auto all = m_decoder->endings();
        for (const char* ending : {"png", "jpg", "jpeg", "bmp", "gif", "ppm", "pgm"}) {
            QVERIFY2(std::find(all.begin(), all.end(), ending) != all.end(), ending);
        }
        QVERIFY(std::find(all.begin(), all.end(), "svg") == all.end());
    }

    void greyPixels() {
        const auto image = decoded(m_folder.write("a.png", greyPng(3, 2, "abcdef")));
        QCOMPARE(image.height, 2);
        QCOMPARE(image.width, 3);
        QCOMPARE(image.channels, 1);
        QCOMPARE(image.pixels, (std::vector<std::uint8_t>{'a', 'b', 'c', 'd', 'e', 'f'}));
        // All 256 levels, through grey and colour.
        QByteArray levels;
        for (int i = 0; i < 256; ++i) {
            levels.append(char(i));
        }
        const auto file = m_folder.write("levels.png", greyPng(16, 16, levels));
        const auto grey = decoded(file), colour = decoded(file, {0, 0, 3});
        QCOMPARE(colour.channels, 3);
        for (int i = 0; i < 256; ++i) {
            QCOMPARE(int(grey.pixels[std::size_t(i)]), i);
            QCOMPARE(int(colour.pixels[std::size_t(3 * i + 1)]), i);
        }
    }

    void greyOfColour_data() {
        QTest::addColumn<QColor>("colour");
        QTest::newRow("red") << QColor(255, 0, 0);
        QTest::newRow("green") << QColor(0, 255, 0);
        QTest::newRow("blue") << QColor(0, 0, 255);
        QTest::newRow("some") << QColor(12, 200, 99);
        QTest::newRow("white") << QColor(255, 255, 255);
    }
    void greyOfColour() {
        QFETCH(QColor, colour);
        QImage image(1, 1, QImage::Format_RGB32);
        image.fill(colour);
        const auto file = saved(image, "c.png");
        QCOMPARE(
            decoded(file, {0, 0, 3}).pixels,
            (std::vector<std::uint8_t>{std::uint8_t(colour.red()), std::uint8_t(colour.green()),
                                       std::uint8_t(colour.blue())}));
        const double luma = 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue();
        QCOMPARE(int(decoded(file, {0, 0, 1}).pixels[0]), int(std::lround(luma)));
    }

    void formats_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("tolerance");
        for (const char* format : {"png", "bmp", "ppm"}) {
            QTest::newRow(format) << QByteArray(format) << 0;
        }
        QTest::newRow("jpg") << QByteArray("jpg") << 6;
    }
    void formats() {
        QFETCH(QByteArray, format);
        QFETCH(int, tolerance);
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(QColor(40, 120, 200));
        // By content, whatever the name says.
        const auto rgb = decoded(saved(image, "some.name", format));
        QCOMPARE(rgb.pixels.size(), std::size_t(8 * 8 * 3));
        for (std::size_t i = 0; i < rgb.pixels.size(); i += 3) {
            QVERIFY(std::abs(int(rgb.pixels[i]) - 40) <= tolerance);
            QVERIFY(std::abs(int(rgb.pixels[i + 1]) - 120) <= tolerance);
            QVERIFY(std::abs(int(rgb.pixels[i + 2]) - 200) <= tolerance);
        }
    }

    void otherPixels_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("channels");
        QTest::newRow("1 bit") << int(QImage::Format_Mono) << 1;
        QTest::newRow("16-bit grey") << int(QImage::Format_Grayscale16) << 1;
        QTest::newRow("palette") << int(QImage::Format_Indexed8) << 3;
        QTest::newRow("16-bit colour") << int(QImage::Format_RGBX64) << 3;
    }
    void otherPixels() {
        QFETCH(int, format);
        QFETCH(int, channels);
        QImage image(2, 1, QImage::Format_RGB32);
        image.setPixel(0, 0, channels == 1 ? qRgb(0, 0, 0) : qRgb(200, 0, 0));
        image.setPixel(1, 0, qRgb(255, 255, 255));
        const auto pixels = decoded(saved(image.convertToFormat(QImage::Format(format)), "o.png"));
        QCOMPARE(pixels.channels, channels);
        QCOMPARE(int(pixels.pixels.front()), channels == 1 ? 0 : 200);
        QCOMPARE(int(pixels.pixels.back()), 255);
    }

    void transparencyLiesOnBlack() {
        QImage image(2, 1, QImage::Format_ARGB32);
        image.setPixel(0, 0, qRgba(200, 100, 50, 0));
        image.setPixel(1, 0, qRgba(200, 100, 50, 128));
        const auto rgb = decoded(saved(image, "t.png"));
        QCOMPARE(int(rgb.pixels[0]) + rgb.pixels[1] + rgb.pixels[2], 0);
        QVERIFY(std::abs(int(rgb.pixels[3]) - 100) <= 1);
        QVERIFY(std::abs(int(rgb.pixels[4]) - 50) <= 1);
    }

    void sizes_data() {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<QSize>("size"); // of an image of 8 x 4 (width, height)
        QTest::newRow("as it is") << 0 << 0 << QSize(8, 4);
        QTest::newRow("smaller") << 2 << 2 << QSize(2, 2);
        QTest::newRow("larger") << 16 << 10 << QSize(10, 16);
        QTest::newRow("height") << 2 << 0 << QSize(4, 2);
        QTest::newRow("width") << 0 << 4 << QSize(4, 2);
        QTest::newRow("one pixel") << 1 << 1 << QSize(1, 1);
    }
    void sizes() {
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(QSize, size);
        // Half dark, half light: smooth scaling keeps the mean.
        const auto half = QByteArray(4, '\x10') + QByteArray(4, '\xF0');
        const auto file = m_folder.write("s.png", greyPng(8, 4, half.repeated(4)));
        const auto image = decoded(file, {height, width, 0});
        QCOMPARE(QSize(int(image.width), int(image.height)), size);
        QCOMPARE(image.channels, 1);
        QCOMPARE(image.pixels.size(), std::size_t(size.width() * size.height()));
        double sum = 0.0;
        for (const auto pixel : image.pixels) {
            sum += pixel;
        }
        QVERIFY(std::abs(sum / double(image.pixels.size()) - 128.0) < 8.0);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        const auto good = greyPng(3, 2, "abcdef");
        QTest::newRow("empty") << QByteArray() << int(ErrorCode::Unsupported);
        QTest::newRow("text") << QByteArray("hello") << int(ErrorCode::Unsupported);
        QTest::newRow("a header cut short") << good.left(20) << int(ErrorCode::Corrupt);
        QTest::newRow("pixels cut short") << good.left(45) << int(ErrorCode::Corrupt);
        QTest::newRow("a drawing")
            << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
                          "<text y=\"9\">hi</text></svg>")
            << int(ErrorCode::Unsupported);
        // 60,000 x 60,000 pixels, claimed by a hundred bytes.
        auto bomb = greyPng(1, 1, "a");
        const auto header =
            "IHDR" + bigEndian32(60'000) + bigEndian32(60'000) + QByteArray::fromHex("0800000000");
        bomb.replace(12, header.size() + 4, header + bigEndian32(crc32Of(header)));
        QTest::newRow("a bomb") << bomb << int(ErrorCode::Unsupported);
    }
    void refused() {
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        const auto image = m_decoder->decode(m_folder.write("r.png", content), {});
        QVERIFY(!image.has_value());
        QCOMPARE(int(image.error().code), code);
        QVERIFY(!image.error().detail.empty());
    }

    void limits() {
        const auto file = m_folder.write("l.png", greyPng(3, 2, "abcdef"));
        ImageRequest request;
        request.maxPixels = 6;
        QVERIFY(m_decoder->decode(file, request).has_value());
        request.maxPixels = 5;
        QCOMPARE(m_decoder->decode(file, request).error().code, ErrorCode::Unsupported);
        for (const ImageRequest& wrong :
             {ImageRequest{-1, 0, 0}, ImageRequest{0, 1 << 20, 0}, ImageRequest{0, 0, 2}}) {
            QCOMPARE(m_decoder->decode(file, wrong).error().code, ErrorCode::InvalidArgument);
        }
        QCOMPARE(m_decoder->decode("/nonexistent.png", {}).error().code, ErrorCode::NotFound);
        QCOMPARE(m_decoder->decode("/dev/zero", {}).error().code, ErrorCode::NotFound);
    }

private:
    DecodedImage decoded(const std::filesystem::path& file, const ImageRequest& request = {}) {
        auto image = m_decoder->decode(file, request);
        if (!image) {
            qFatal("%s", image.error().detail.c_str());
        }
        return *std::move(image);
    }
    std::filesystem::path saved(const QImage& image, const std::string& name,
                                const QByteArray& format = "png") {
        const auto path = m_folder.path(name);
        QImageWriter writer(QString::fromStdString(path.string()), format);
        writer.setQuality(100);
        if (!writer.write(image)) {
            qFatal("%s", qPrintable(writer.errorString()));
        }
        return path;
    }

    DataFolder m_folder;
    std::shared_ptr<ImageDecoder> m_decoder;
};

TESSERA_TEST(TestImageModule)
#include "test_image_module.moc"
