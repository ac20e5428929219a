#include "core/session/item_file.h"

#include "core/format/safetensors.h"
#include "core/session/sealed_arrays.h"

#include "tests/core/session/session_bench.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace tessera;
using namespace tessera::session;
using namespace tessera::test;

using ItemChange = std::function<void(tessera::ItemResults&)>;
using FileChange = std::function<void(tessera::format::ArrayFile&)>;

Q_DECLARE_METATYPE(ItemChange)
Q_DECLARE_METATYPE(FileChange)

namespace {

ItemResults someItems() {
    ItemResults items;
    items.classes = 10;
    items.inputsHash = std::string(64, 'a');
    items.labels = {0, 1, 9, 3};
    items.source = {0, 1, 9, 2};
    items.before = {5, 5, 5, 5};
    items.after = {0, 1, 2, 3};
    items.controls = {{ControlId("readout_only"), {0, 1, 5, 5}},
                      {ControlId("untrained_source"), {7, 7, 7, 7}}};
    return items;
}

Result<ItemResultsPtr> written(const ItemResults& items) {
    const auto bytes = serializeItems(items);
    return bytes ? parseItems(*bytes) : fail(bytes.error());
}

} // namespace

class TestItemFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEverything();
    void keepsWhatWasNotMeasuredAsThat();
    void tellsManyClassesApart();
    void takesAByteAnAnswer();
    void refusesToWriteContradictions_data();
    void refusesToWriteContradictions();
    void refusesTruncatedAndChangedBytes();
    void refusesForgedFiles_data();
    void refusesForgedFiles();
    void isToldFromOtherFiles();
    void aRunKeepsThem_data();
    void aRunKeepsThem();
    void aRunGoesWithoutContradictions();
};

void TestItemFile::keepsEverything() {
    const auto items = someItems();
    const auto read = written(items);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QVERIFY(**read == items);
    QVERIFY(*serializeItems(items) == *serializeItems(**read));
}

void TestItemFile::keepsWhatWasNotMeasuredAsThat() {
    auto items = someItems();
    items.before.clear();
    items.after.clear();
    items.controls.clear();
    const auto read = written(items);
    QVERIFY(read.has_value());
    QVERIFY((*read)->before.empty() && (*read)->after.empty() && (*read)->controls.empty());
    QVERIFY((*read)->source == items.source);
}

void TestItemFile::tellsManyClassesApart() {
    for (const int classes : {256, 257, 100'000}) {
        auto items = someItems();
        items.classes = classes;
        items.labels[2] = items.after[1] = classes - 1;
        const auto read = written(items);
        QVERIFY2(read && **read == items, std::to_string(classes).c_str());
    }
}

void TestItemFile::takesAByteAnAnswer() {
    auto items = someItems();
    constexpr std::size_t kItems = 2000;
    for (auto* answers : {&items.labels, &items.source, &items.before, &items.after}) {
        answers->assign(kItems, 3);
    }
    for (auto& control : items.controls) {
        control.answers.assign(kItems, 4);
    }
    QVERIFY(serializeItems(items)->size() < 6 * kItems + 2048);
}

void TestItemFile::refusesToWriteContradictions_data() {
    QTest::addColumn<ItemChange>("change");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char* why, ItemChange change) {
        QTest::newRow(name) << std::move(change) << why;
    };
    row("no items", "no test items", [](ItemResults& items) { items.labels.clear(); });
    row("no classes", "the labels", [](ItemResults& items) { items.classes = 0; });
    row("label too high", "the labels", [](ItemResults& items) { items.labels[1] = 10; });
    row("label negative", "the labels", [](ItemResults& items) { items.labels[1] = -1; });
    row("answer too high", "'receiver/after'", [](ItemResults& items) { items.after[0] = 10; });
    row("answer negative", "'source'", [](ItemResults& items) { items.source[0] = -1; });
    row("answer missing", "'receiver/before'", [](ItemResults& items) { items.before.pop_back(); });
    row("control twice", "'readout_only' does not stand",
        [](ItemResults& items) { items.controls[1].id = items.controls[0].id; });
    row("control without a name", "'' does not stand",
        [](ItemResults& items) { items.controls[0].id = ControlId(); });
    row("control without answers", "control 'readout_only'",
        [](ItemResults& items) { items.controls[0].answers.clear(); });
}

void TestItemFile::refusesToWriteContradictions() {
    QFETCH(ItemChange, change);
    QFETCH(QString, why);
    auto items = someItems();
    change(items);
    const auto bytes = serializeItems(items);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(QString::fromStdString(bytes.error().detail).contains(why),
             bytes.error().detail.c_str());
}

void TestItemFile::refusesTruncatedAndChangedBytes() {
    const auto whole = *serializeItems(someItems());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto read = parseItems(std::span(whole).first(length));
        QVERIFY2(!read && read.error().code == ErrorCode::Corrupt, std::to_string(length).c_str());
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int bit : {0, 3, 7}) {
            auto changed = whole;
            changed[at] ^= static_cast<std::byte>(1 << bit);
            QVERIFY2(!parseItems(changed), std::to_string(at).c_str());
        }
    }
}

void TestItemFile::refusesForgedFiles_data() {
    QTest::addColumn<FileChange>("change");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, ErrorCode code, FileChange change) {
        QTest::newRow(name) << std::move(change) << int(code);
    };
    const auto about = [](const char* text) {
        return [text](format::ArrayFile& file) { file.metadata["twb.items"] = text; };
    };
    constexpr auto kCorrupt = ErrorCode::Corrupt;
    row("newer", ErrorCode::Unsupported, about(R"({"schema": 2})"));
    row("no JSON", kCorrupt, about("{"));
    row("schema is text", kCorrupt, about(R"({"schema": "1"})"));
    row("classes missing", kCorrupt, about(R"({"schema": 1, "inputs": "", "controls": []})"));
    row("fewer classes than answers", kCorrupt,
        about(R"({"schema": 1, "classes": 5, "inputs": "", "controls": []})"));
    row("classes beyond all bounds", kCorrupt,
        about(R"({"schema": 1, "classes": 9223372036854775807, "inputs": "", "controls": []})"));
    row("control unnamed", kCorrupt,
        about(R"({"schema": 1, "classes": 10, "inputs": "", "controls": ["untrained_source"]})"));
    row("control without answers", kCorrupt, about(R"({"schema": 1, "classes": 10, "inputs": "",
                  "controls": ["readout_only", "untrained_source", "x"]})"));
    row("labels missing", kCorrupt, [](format::ArrayFile& file) {
        std::erase_if(file.arrays, [](const auto& array) { return array.name == "labels"; });
    });
    row("one answer fewer", kCorrupt, [](format::ArrayFile& file) {
        file.arrays[1].shape = {3};
        file.arrays[1].bytes.pop_back();
    });
    row("two dimensions", kCorrupt, [](format::ArrayFile& file) { file.arrays[1].shape = {2, 2}; });
    row("another type", kCorrupt,
        [](format::ArrayFile& file) { file.arrays[0].dtype = format::DType::I8; });
    row("something more", kCorrupt, [](format::ArrayFile& file) {
        file.arrays.push_back({"more", format::DType::U8, {1}, {std::byte{0}}});
    });
}

// With a checksum that fits.
void TestItemFile::refusesForgedFiles() {
    QFETCH(FileChange, change);
    QFETCH(int, code);
    auto file = *format::parseSafetensors(*serializeItems(someItems()));
    QVERIFY(parseItems(*sealed(file)).has_value());
    change(file);
    const auto read = parseItems(*sealed(file));
    QVERIFY(!read);
    QCOMPARE(int(read.error().code), code);
}

void TestItemFile::isToldFromOtherFiles() {
    const QTemporaryDir dir;
    const auto file = std::filesystem::path(dir.path().toStdString()) / "items.safetensors";
    QCOMPARE(readItems(file).error().code, ErrorCode::NotFound);
    QVERIFY(format::writeSafetensors(file, {}).has_value()); // of another program
    const auto other = readItems(file);
    QCOMPARE(other.error().code, ErrorCode::Corrupt);
    QVERIFY(other.error().detail.find(file.string()) == 0);
    const auto bytes = writeItems(file, someItems());
    QVERIFY(bytes && *bytes == std::int64_t(std::filesystem::file_size(file)));
    QVERIFY(**readItems(file) == someItems());
    QCOMPARE(writeItems("/proc/items.safetensors", someItems()).error().code, ErrorCode::Io);
}

void TestItemFile::aRunKeepsThem_data() {
    QTest::addColumn<bool>("measured");
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("done") << true << false;
    QTest::newRow("cancelled among the controls") << true << true;
    QTest::newRow("cancelled before") << false << true;
}

void TestItemFile::aRunKeepsThem() {
    QFETCH(bool, measured);
    QFETCH(bool, cancelled);
    SessionBench bench;
    bench.engine.onTransfer = [&](const TransferRequest&, EventSink&, const std::stop_token&) {
        TransferResult result;
        result.cancelled = cancelled;
        if (measured) {
            result.items = std::make_shared<const ItemResults>(someItems());
        }
        return result;
    };
    QVERIFY(bench.execute().has_value());
    const auto& artifacts = bench.store.artifacts["run-1"];
    const auto kept = std::find_if(artifacts.begin(), artifacts.end(),
                                   [](const Artifact& each) { return each.kind == "items"; });
    QCOMPARE(kept != artifacts.end(), measured);
    if (measured) {
        QCOMPARE(kept->path, std::filesystem::path("runs/run-1/items.safetensors"));
        QCOMPARE(kept->sha256.size(), std::size_t(64));
        QVERIFY(**readItems(bench.runFolder() / "items.safetensors") == someItems());
    }
}

void TestItemFile::aRunGoesWithoutContradictions() {
    SessionBench bench;
    bench.engine.onTransfer = [](const TransferRequest&, EventSink&, const std::stop_token&) {
        auto items = someItems();
        items.after.pop_back();
        TransferResult result;
        result.items = std::make_shared<const ItemResults>(items);
        return result;
    };
    QVERIFY(bench.execute().has_value());
    QVERIFY(bench.store.artifacts["run-1"].empty());
    QVERIFY(std::any_of(
        bench.listener.heard.begin(), bench.listener.heard.end(), [](const std::string& each) {
            return each.find("answers per test item cannot be kept") != std::string::npos;
        }));
}

TESSERA_TEST(TestItemFile)
#include "test_item_file.moc"
