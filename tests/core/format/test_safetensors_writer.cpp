#include "core/format/safetensors_writer.h"

#include "core/format/file_io.h"
#include "core/format/safetensors.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tessera;
using namespace tessera::format;

namespace {

std::vector<std::byte> counted(std::size_t size) {
    std::vector<std::byte> bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::byte>(i * 7);
    }
    return bytes;
}

// Hands over `bytes` in pieces of `piece`.
StreamedArray streamed(const NamedArray& array, std::size_t piece) {
    return {{array.name, array.dtype, array.shape}, [=](const ByteSink& sink) -> Result<void> {
                const std::span<const std::byte> all(array.bytes);
                for (std::size_t begin = 0; begin < all.size(); begin += piece) {
                    const auto size = std::min(piece, all.size() - begin);
                    if (auto written = sink(all.subspan(begin, size)); !written) {
                        return written;
                    }
                }
                return {};
            }};
}

} // namespace

class TestSafetensorsWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameFileAsOfWholeArrays_data() {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 5, 24, 1000}) {
            QTest::addRow("pieces of %d", piece) << piece;
        }
    }
    void sameFileAsOfWholeArrays() {
        QFETCH(int, piece);
        const ArrayFile file{{{"b", DType::F64, {3, 2}, counted(48)},
                              {"none", DType::F32, {0, 4}, {}},
                              {"a", DType::U8, {}, counted(1)}},
                             {{"key", "value"}}};
        std::vector<StreamedArray> arrays;
        for (const auto& array : file.arrays) {
            arrays.push_back(streamed(array, static_cast<std::size_t>(piece)));
        }
        QVERIFY(streamSafetensors(path("whole"), arrays, file.metadata));
        QCOMPARE(readFile(path("whole"), 10'000).value(), serializeSafetensors(file).value());
    }

    // An older file stays as it was, and nothing lies beside it.
    void misfitsLeaveNothing_data() {
        QTest::addColumn<int>("bytes");
        QTest::newRow("too few") << 15;
        QTest::newRow("too many") << 17;
        QTest::newRow("none") << 0;
    }
    void misfitsLeaveNothing() {
        QFETCH(int, bytes);
        const auto before = counted(10);
        QVERIFY(writeFileAtomically(path("old"), before));
        const NamedArray array{"a", DType::F64, {2}, counted(static_cast<std::size_t>(bytes))};
        const auto refused = streamSafetensors(path("old"), {streamed(array, 4)}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readFile(path("old"), 100).value(), before);
        const std::filesystem::directory_iterator all(m_folder.path().toStdString());
        QCOMPARE(
            std::count_if(begin(all), end(all),
                          [](const auto& entry) { return entry.path().extension() == ".tmp"; }),
            0);
    }

    void errorsOfTheArraysComeThrough() {
        const StreamedArray broken{{"a", DType::U8, {1}}, [](const ByteSink&) -> Result<void> {
                                       return fail(ErrorCode::Device, "gone");
                                   }};
        const auto refused = streamSafetensors(path("never"), {broken}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Device);
        QVERIFY(!std::filesystem::exists(path("never")));
        QVERIFY(!streamSafetensors(path("no folder") / "file", {}, {}));
    }

    void notWritable() {
        const auto code = [this](const std::vector<StreamedArray>& arrays,
                                 const std::map<std::string, std::string>& metadata) {
            return streamSafetensors(path("never"), arrays, metadata).error().code;
        };
        const auto good = streamed({"a", DType::U8, {1}, counted(1)}, 1);
        auto unnamed = good;
        unnamed.head.name.clear();
        auto sizeless = good;
        sizeless.head.shape = {-1};
        for (const auto& arrays :
             std::vector<std::vector<StreamedArray>>{{good, good}, {unnamed}, {sizeless}}) {
            QCOMPARE(code(arrays, {}), ErrorCode::InvalidArgument);
        }
        QCOMPARE(code({good}, {{"a", "\xFF"}}), ErrorCode::InvalidArgument);
        QVERIFY(!std::filesystem::exists(path("never")));
    }

private:
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

TESSERA_TEST(TestSafetensorsWriter)

#include "test_safetensors_writer.moc"
