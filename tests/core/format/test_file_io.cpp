#include "core/format/byte_reader.h"
#include "core/format/file_io.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <filesystem>
#include <fstream>

using namespace tessera;
using namespace tessera::format;

namespace {

std::vector<std::byte> bytesOfView(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

std::size_t filesIn(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) {
        ++count;
    }
    return count;
}

} // namespace

class TestFileIo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip() {
        const QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "a";
        std::string large(300'000, 'x');
        for (const std::string& text : {std::string(), std::string("first"), large}) {
            QVERIFY(writeFileAtomically(file, bytesOfView(text)).has_value());
            QCOMPARE(readFile(file, 300'000).value(), bytesOfView(text));
        }
        QCOMPARE(filesIn(file.parent_path()), std::size_t(1));
    }

    void limit() {
        const QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "a";
        QVERIFY(writeFileAtomically(file, bytesOfView("12345")).has_value());
        QVERIFY(readFile(file, 5).has_value());
        QVERIFY(readFile(file, UINT64_MAX).has_value());
        QCOMPARE(readFile(file, 4).error().code, ErrorCode::Unsupported);
        QCOMPARE(readFile(file, 0).error().code, ErrorCode::Unsupported);
    }

    void sizeOfTheFileSystemIsNotBelieved() {
        // Files in /proc say that they are empty.
        const auto bytes = readFile("/proc/self/status", 1 << 20);
        QVERIFY(bytes.has_value());
        QVERIFY(!bytes->empty());
        QCOMPARE(readFile("/proc/self/status", 3).error().code, ErrorCode::Unsupported);
    }

    void refusedToRead_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << "/nonexistent/file" << int(ErrorCode::NotFound);
        QTest::newRow("below a file") << "/proc/self/status/x" << int(ErrorCode::NotFound);
        QTest::newRow("folder") << "/tmp" << int(ErrorCode::InvalidArgument);
        QTest::newRow("endless device") << "/dev/zero" << int(ErrorCode::InvalidArgument);
        QTest::newRow("empty device") << "/dev/null" << int(ErrorCode::InvalidArgument);
    }
    void refusedToRead() {
        QFETCH(QString, path);
        QFETCH(int, code);
        const auto bytes = readFile(path.toStdString(), 1000);
        QVERIFY(!bytes.has_value());
        QCOMPARE(int(bytes.error().code), code);
        QVERIFY(bytes.error().detail.find(path.toStdString()) != std::string::npos);
    }

    void refusedToWriteLeavesEverythingAsItWas() {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        std::filesystem::create_directory(root / "sub");
        for (const std::filesystem::path& target :
             {root / "sub", root / "missing" / "file", std::filesystem::path("/dev/full"),
              root / std::string(300, 'n')}) {
            const auto written = writeFileAtomically(target, bytesOfView("x"));
            QVERIFY(!written.has_value());
            QCOMPARE(written.error().code, ErrorCode::Io);
        }
        QCOMPARE(filesIn(root), std::size_t(1));
        QVERIFY(std::filesystem::is_character_file("/dev/full"));
    }

    void keepsPermissionsAndLinks() {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        QVERIFY(writeFileAtomically(root / "real", bytesOfView("old")).has_value());
        std::filesystem::permissions(root / "real", std::filesystem::perms::owner_read |
                                                        std::filesystem::perms::owner_write);
        std::filesystem::create_symlink("real", root / "link");
        QVERIFY(writeFileAtomically(root / "link", bytesOfView("new")).has_value());
        QVERIFY(std::filesystem::is_symlink(root / "link"));
        QCOMPARE(readFile(root / "real", 10).value(), bytesOfView("new"));
        QVERIFY(std::filesystem::status(root / "real").permissions() ==
                (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }

    void byteReader() {
        const std::array<std::byte, 8> data = {std::byte{0x01}, std::byte{0x02}, std::byte{0x03},
                                               std::byte{0x04}, std::byte{0xFF}, std::byte{0xFF},
                                               std::byte{0xFF}, std::byte{0xFF}};
        ByteReader reader(data);
        QCOMPARE(reader.u64().value(), 0xFFFFFFFF04030201ULL);
        QVERIFY(!reader.u8().has_value());
        ByteReader again(data);
        QCOMPARE(again.u8().value(), std::uint8_t(1));
        QCOMPARE(again.u16().value(), std::uint16_t(0x0302));
        QVERIFY(!again.u64().has_value());
        QCOMPARE(again.offset(), std::size_t(3));
        QVERIFY(!again.bytes(UINT64_MAX).has_value());
        QVERIFY(again.u8().has_value());
        QCOMPARE(again.i32().value(), -1);
        QCOMPARE(again.text(0).value(), std::string_view());
        QCOMPARE(again.remaining(), std::size_t(0));
    }
};

TESSERA_TEST(TestFileIo)
#include "test_file_io.moc"
