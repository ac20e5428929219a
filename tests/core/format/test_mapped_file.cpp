#include "core/format/file_io.h"
#include "core/format/mapped_file.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <utility>

#include <sys/stat.h>

using namespace tessera;
using namespace tessera::format;

namespace {

namespace fs = std::filesystem;

std::vector<std::byte> contents(const MappedFile& file) {
    return {file.bytes().begin(), file.bytes().end()};
}

} // namespace

class TestMappedFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = fs::path(m_folder.path().toStdString()) / "file"; }

    void sizes_data() {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 4095, 4096, 4097, 100'000}) {
            QTest::newRow(std::to_string(size).c_str()) << size;
        }
    }
    void sizes() {
        QFETCH(int, size);
        std::vector<std::byte> bytes(static_cast<std::size_t>(size));
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] = static_cast<std::byte>(i * 7);
        }
        QVERIFY(writeFileAtomically(m_path, bytes).has_value());
        const auto mapped = MappedFile::open(m_path, bytes.size()); // the limit itself is allowed
        QVERIFY(mapped.has_value());
        QCOMPARE(contents(*mapped), bytes);
        QCOMPARE(mapped->bytes().size(), readFile(m_path, bytes.size()).value().size());
        if (size > 0) {
            QCOMPARE(MappedFile::open(m_path, bytes.size() - 1).error().code,
                     ErrorCode::Unsupported);
        }
    }

    void moves() {
        const std::vector<std::byte> one(10, std::byte{1});
        const std::vector<std::byte> two(5000, std::byte{2});
        QVERIFY(writeFileAtomically(m_path, one).has_value());
        MappedFile first = MappedFile::open(m_path, 10'000).value();
        QVERIFY(writeFileAtomically(m_path, two).has_value());
        MappedFile second = MappedFile::open(m_path, 10'000).value();
        QCOMPARE(contents(first), one); // the file that was replaced is still there
        first = std::move(second);
        QCOMPARE(contents(first), two);
        const MappedFile third(std::move(first));
        QCOMPARE(contents(third), two);
        QVERIFY(first.bytes().empty()); // NOLINT: moved from, and defined to be empty
    }

    void refusals() {
        const auto folder = m_path.parent_path();
        QCOMPARE(MappedFile::open(folder / "none", 10).error().code, ErrorCode::NotFound);
        QCOMPARE(MappedFile::open(folder, 10).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(MappedFile::open("/dev/zero", 10).error().code, ErrorCode::InvalidArgument);
        const auto pipe = folder / "pipe";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(MappedFile::open(pipe, 10).error().code, ErrorCode::InvalidArgument);
    }

private:
    QTemporaryDir m_folder;
    fs::path m_path;
};

TESSERA_TEST(TestMappedFile)
#include "test_mapped_file.moc"
