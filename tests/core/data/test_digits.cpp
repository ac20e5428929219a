#include "core/data/digits.h"

#include "core/format/file_io.h"
#include "core/format/gzip.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace tessera;
using namespace tessera::data;

namespace {

const SplitSpec kDefault{600, 597, 200, 400};
constexpr int kSamples = 1797;
constexpr int kClasses = 10;

std::filesystem::path dataDirDigits() {
    return std::filesystem::path(TESSERA_SOURCE_DIR) / "resources" / "data";
}

// The text of the file itself, read without the code under test.
QList<QByteArray> csvLines() {
    const auto packed = format::readFile(dataDirDigits() / "digits.csv.gz", 1 << 24);
    const auto text = format::gunzip(packed.value(), 1 << 24).value();
    auto lines =
        QByteArray(reinterpret_cast<const char*>(text.data()), qsizetype(text.size())).split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

// Pixels of a sample as the file writes them: "0,0,5,13,...".
QByteArray pixelsOf(const torch::Tensor& image) {
    const auto flat = (image.flatten() * 16).to(torch::kInt32).contiguous();
    QByteArray text;
    for (std::int64_t i = 0; i < flat.numel(); ++i) {
        text += (i > 0 ? "," : "") + QByteArray::number(flat.data_ptr<int>()[i]);
    }
    return text;
}

std::vector<QByteArray> pixelsOfAll(const torch::Tensor& images) {
    std::vector<QByteArray> all;
    for (std::int64_t i = 0; i < images.size(0); ++i) {
        all.push_back(pixelsOf(images[i]));
    }
    return all;
}

QByteArray littleEndian(std::uint32_t value) {
    QByteArray bytes;
    for (int i = 0; i < 4; ++i) {
        bytes.append(char(value >> (8 * i)));
    }
    return bytes;
}

QByteArray gzipOf(const QByteArray& text) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : text) {
        crc ^= std::uint8_t(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? crc >> 1U ^ 0xEDB88320U : crc >> 1U;
        }
    }
    // qCompress writes a length, a zlib header of 2 bytes, the deflated data, and a sum of 4 bytes.
    const auto zlib = qCompress(text);
    return QByteArray::fromHex("1f8b0800000000000003") + zlib.mid(6, zlib.size() - 10) +
           littleEndian(~crc) + littleEndian(std::uint32_t(text.size()));
}

void writeDigits(const QTemporaryDir& folder, const QByteArray& content) {
    QFile file(folder.filePath("digits.csv.gz"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray line(const QByteArray& pixel, const QByteArray& digit) {
    return (pixel + ",").repeated(64) + digit + "\n";
}

} // namespace

class TestDigits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySampleOfTheFile() {
        const auto all = loadDigits({kSamples, 0, 0, 0}, 1, dataDirDigits());
        QVERIFY2(all.has_value(), all ? "" : all.error().detail.c_str());
        QCOMPARE(all->input, (InputSpec{InputKind::Image, 8, 8, 1, 0}));
        QCOMPARE(all->classes, kClasses);
        const auto& rows = all->sourceTrain;
        QCOMPARE(rows.inputs.sizes().vec(), (std::vector<std::int64_t>{kSamples, 1, 8, 8}));
        QCOMPARE(rows.inputs.scalar_type(), torch::kFloat32);
        QCOMPARE(rows.labels.scalar_type(), torch::kInt64);
        QCOMPARE(rows.inputs.min().item<float>(), 0.0F);
        QCOMPARE(rows.inputs.max().item<float>(), 1.0F);

        auto expected = csvLines();
        QList<QByteArray> loaded;
        const auto pixels = pixelsOfAll(rows.inputs);
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            loaded << pixels[i] + ',' + QByteArray::number(rows.labels[i].item<int>());
        }
        std::sort(expected.begin(), expected.end());
        std::sort(loaded.begin(), loaded.end());
        QCOMPARE(expected.size(), qsizetype(kSamples));
        QVERIFY(loaded == expected);
    }

    void defaultPartsAreDisjointAndStratified() {
        const auto parts = loadDigits(kDefault, 3, dataDirDigits());
        QVERIFY2(parts.has_value(), parts ? "" : parts.error().detail.c_str());
        QCOMPARE(parts->sourceTrain.size(), 600);
        QCOMPARE(parts->reference.size(0), 597);
        QCOMPARE(parts->validation.size(), 200);
        QCOMPARE(parts->test.size(), 400);

        std::map<QByteArray, std::vector<int>> labelsByPixels;
        std::vector<double> whole(kClasses, 0.0);
        for (const auto& text : csvLines()) {
            const auto comma = text.lastIndexOf(',');
            const int label = text.mid(comma + 1).toInt();
            labelsByPixels[text.left(comma)].push_back(label);
            ++whole[std::size_t(label)];
        }
        // Equal images, should the file hold any, may stand in two parts; never more often than in
        // the file.
        std::map<QByteArray, std::size_t> used;
        for (const auto& part : {parts->sourceTrain.inputs, parts->reference,
                                 parts->validation.inputs, parts->test.inputs}) {
            std::vector<double> counts(kClasses, 0.0);
            for (const auto& pixels : pixelsOfAll(part)) {
                QVERIFY(labelsByPixels.contains(pixels));
                QVERIFY(++used[pixels] <= labelsByPixels[pixels].size());
                ++counts[std::size_t(labelsByPixels[pixels].front())];
            }
            for (std::size_t label = 0; label < kClasses; ++label) {
                const double share = whole[label] * double(part.size(0)) / kSamples;
                QVERIFY2(std::fabs(counts[label] - share) <= 1.0,
                         qPrintable(QString("digit %1: %2 instead of %3")
                                        .arg(label)
                                        .arg(counts[label])
                                        .arg(share)));
            }
        }
    }

    void labelsBelongToTheirImages() {
        const auto parts = loadDigits(kDefault, 4, dataDirDigits());
        std::set<QByteArray> known;
        for (const auto& text : csvLines()) {
            known.insert(text);
        }
        for (const auto& part : {parts->sourceTrain, parts->validation, parts->test}) {
            const auto pixels = pixelsOfAll(part.inputs);
            for (std::size_t i = 0; i < pixels.size(); ++i) {
                const auto text = pixels[i] + ',' + QByteArray::number(part.labels[i].item<int>());
                QVERIFY2(known.contains(text), text.constData());
            }
        }
    }

    void seeds() {
        const auto hash = [](std::uint64_t seed) {
            const auto parts = loadDigits(kDefault, seed, dataDirDigits()).value();
            return contentHash(parts.sourceTrain.inputs) + contentHash(parts.sourceTrain.labels) +
                   contentHash(parts.reference) + contentHash(parts.validation.inputs) +
                   contentHash(parts.test.inputs);
        };
        QCOMPARE(hash(5), hash(5));
        QVERIFY(hash(5) != hash(6));
        // Drawn from the same samples all the same.
        const auto population = [](std::uint64_t seed) {
            return loadDigits(kDefault, seed, dataDirDigits()).value().populationHash;
        };
        QCOMPARE(population(5).size(), std::size_t(64));
        QCOMPARE(population(5), population(6));
    }

    void missingFolder() {
        const auto parts = loadDigits(kDefault, 1, "/nonexistent/folder");
        QVERIFY(!parts.has_value());
        QCOMPARE(parts.error().code, ErrorCode::NotFound);
        QVERIFY(parts.error().detail.find("/nonexistent/folder") != std::string::npos);
    }

    void tooLargeSplits() {
        const auto parts = loadDigits({600, 598, 200, 400}, 1, dataDirDigits());
        QVERIFY(!parts.has_value());
        QCOMPARE(parts.error().code, ErrorCode::InvalidArgument);
        QVERIFY(parts.error().detail.find("1798") != std::string::npos);
        QVERIFY(parts.error().detail.find("1797") != std::string::npos);
    }

    void damagedFiles_data() {
        const QByteArray good = line("3", "7") + line("16", "0");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("mentions");
        QTest::newRow("not gzip") << QByteArray("0,0,5,13") << QByteArray("digits.csv.gz");
        QTest::newRow("empty file") << QByteArray() << QByteArray("digits.csv.gz");
        QTest::newRow("cut short") << gzipOf(good).chopped(9) << QByteArray("digits.csv.gz");
        auto flipped = gzipOf(good);
        flipped[flipped.size() - 6] = char(flipped[flipped.size() - 6] ^ 1);
        QTest::newRow("wrong checksum") << flipped << QByteArray("digits.csv.gz");
        const auto third = [&](const QByteArray& bad) { return gzipOf(good + bad + good); };
        QTest::newRow("a pixel less") << third(line("1", "2").mid(2)) << QByteArray("line 3");
        QTest::newRow("a pixel more") << third("1," + line("1", "2")) << QByteArray("line 3");
        QTest::newRow("class 10") << third(line("1", "10")) << QByteArray("line 3");
        QTest::newRow("class -1") << third(line("1", "-1")) << QByteArray("line 3");
        QTest::newRow("pixel 17") << third(line("17", "1")) << QByteArray("line 3");
        QTest::newRow("pixel -1") << third(line("-1", "1")) << QByteArray("line 3");
        QTest::newRow("a fraction") << third(line("1.5", "1")) << QByteArray("line 3");
        QTest::newRow("a word") << third(line("x", "1")) << QByteArray("line 3");
        QTest::newRow("a huge number") << third(line("99999999999", "1")) << QByteArray("line 3");
        QTest::newRow("no class") << third(line("1", "")) << QByteArray("line 3");
        QTest::newRow("comma at the end") << third(line("1", "2,")) << QByteArray("line 3");
        QTest::newRow("last line cut")
            << gzipOf(good + line("1", "2").left(20)) << QByteArray("line 3");
    }
    void damagedFiles() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, mentions);
        const QTemporaryDir folder;
        writeDigits(folder, content);
        const auto parts = loadDigits({1, 1, 0, 0}, 1, folder.path().toStdString());
        QVERIFY(!parts.has_value());
        QCOMPARE(parts.error().code, ErrorCode::Corrupt);
        QVERIFY2(parts.error().detail.find(mentions.toStdString()) != std::string::npos,
                 parts.error().detail.c_str());
    }

    // Without these the table above could pass for a reason of the files' packing.
    void intactFilesOfOurOwn() {
        const QTemporaryDir folder;
        auto text = line("3", "7") + line("16", "0");
        text.replace("\n", "\r\n");
        writeDigits(folder, gzipOf(text));
        const auto parts = loadDigits({2, 0, 0, 0}, 1, folder.path().toStdString());
        QVERIFY2(parts.has_value(), parts ? "" : parts.error().detail.c_str());
        QCOMPARE(parts->sourceTrain.labels.sum().item<int>(), 7);

        writeDigits(folder, gzipOf("\n"));
        const auto none = loadDigits({1, 0, 0, 0}, 1, folder.path().toStdString());
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().code, ErrorCode::InvalidArgument);
    }
};

TESSERA_TEST(TestDigits)
#include "test_digits.moc"
