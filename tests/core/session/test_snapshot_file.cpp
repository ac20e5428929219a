#include "core/session/snapshot_file.h"

#include "core/format/safetensors.h"
#include "core/format/sha256.h"

#include "tests/core/session/snapshot_samples.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>

using namespace tessera;
using namespace tessera::session;
using namespace tessera::test;

Q_DECLARE_METATYPE(std::function<void(tessera::SnapshotPtr&)>)

namespace {

// Not ==, to which NaN would not be equal.
bool same(const std::vector<float>& one, const std::vector<float>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

bool same(const Matrix& one, const Matrix& other) {
    return one.rows == other.rows && one.columns == other.columns && same(one.values, other.values);
}

bool same(const NetworkRows& one, const NetworkRows& other) {
    return std::equal(one.layers.begin(), one.layers.end(), other.layers.begin(),
                      other.layers.end(),
                      [](const LayerRows& a, const LayerRows& b) {
                          return a.name == b.name && same(a.values, b.values);
                      }) &&
           same(one.hub, other.hub) && one.predicted == other.predicted;
}

bool same(const Snapshot& one, const Snapshot& other) {
    const auto& a = *one.samples;
    const auto& b = *other.samples;
    return one.step == other.step && a.input == b.input && a.classes == b.classes &&
           a.total == b.total && same(a.inputs, b.inputs) && a.labels == b.labels &&
           same(*one.source, *other.source) && same(*one.receiver, *other.receiver) &&
           one.axisShares == other.axisShares && same(one.drift, other.drift);
}

std::string readBytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void writeBytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

using Change = std::function<void(format::ArrayFile&)>;

format::NamedArray& arrayIn(format::ArrayFile& file, const std::string& name) {
    return *std::find_if(file.arrays.begin(), file.arrays.end(),
                         [&](const auto& array) { return array.name == name; });
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestSnapshotFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsEverything();
    void keepsOneSnapshotAsOne();
    void keepsWhatCannotBeEncodedAndWhatIsNotFinite();
    void keepsThatNoDriftWasMeasured();
    void readsFilesWithoutDrift();
    void sameSnapshotsGiveSameBytes();
    void layersKeepTheirOrder();
    void refusesToWriteContradictions_data();
    void refusesToWriteContradictions();
    void refusesToWriteWhereItCannot();
    void isToldFromOtherFiles();
    void refusesTruncatedFiles();
    void refusesEveryFlippedByte();
    void refusesForgedFiles_data();
    void refusesForgedFiles();

private:
    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    SnapshotSeries m_series;

    RunSnapshots writeTwo() const;
};

void TestSnapshotFile::init() {
    m_file = std::filesystem::path(m_dir.path().toStdString()) / "views.safetensors";
    std::filesystem::remove_all(m_file);
    m_series = SnapshotSeries();
}

RunSnapshots TestSnapshotFile::writeTwo() const {
    const RunSnapshots written{m_series.at(0), m_series.at(3)};
    const auto bytes = writeSnapshots(m_file, written);
    if (!bytes) {
        qFatal("%s", bytes.error().detail.c_str());
    }
    return written;
}

void TestSnapshotFile::keepsEverything() {
    for (const auto& input :
         {InputSpec{InputKind::Image, 2, 2, 1, 0}, InputSpec{InputKind::Rows, 1, 4, 1, 0},
          InputSpec{InputKind::Flat, 4, 0, 1, 0}, InputSpec{InputKind::Tokens, 4, 0, 1, 256}}) {
        m_series.samples->input = input;
        const RunSnapshots written{m_series.at(0), m_series.at(3)};
        const auto bytes = writeSnapshots(m_file, written);
        QVERIFY(bytes.has_value());
        QCOMPARE(*bytes, std::int64_t(std::filesystem::file_size(m_file)));
        const auto read = readSnapshots(m_file);
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QVERIFY(same(*read->first, *written.first));
        QVERIFY(same(*read->last, *written.last));
        QVERIFY(!same(*read->first, *read->last));
        QVERIFY(read->first->samples == read->last->samples);
        QVERIFY(read->first->source == read->last->source);
    }
}

void TestSnapshotFile::keepsOneSnapshotAsOne() {
    const SnapshotPtr only = m_series.at(5);
    QVERIFY(writeSnapshots(m_file, {only, only}).has_value());
    const auto read = readSnapshots(m_file);
    QVERIFY(read.has_value());
    QVERIFY(read->first == read->last);
    QVERIFY(same(*read->first, *only));
}

void TestSnapshotFile::keepsWhatCannotBeEncodedAndWhatIsNotFinite() {
    m_series.source->hub = {};
    m_series.source->layers[0].values.values[0] = std::nanf("");
    m_series.source->layers[0].values.values[1] = std::numeric_limits<float>::infinity();
    auto first = m_series.at(0);
    first->axisShares = {};
    const RunSnapshots written{first, m_series.at(1)};
    QVERIFY(writeSnapshots(m_file, written).has_value());
    const auto read = readSnapshots(m_file);
    QVERIFY(read.has_value());
    QVERIFY(same(*read->first, *written.first));
    QVERIFY(read->first->source->hub.empty());
    QVERIFY(same(*read->last, *written.last));
}

void TestSnapshotFile::keepsThatNoDriftWasMeasured() {
    auto first = m_series.at(0);
    first->drift.clear();
    QVERIFY(writeSnapshots(m_file, {first, m_series.at(1)}).has_value());
    const auto read = readSnapshots(m_file);
    QVERIFY(read.has_value());
    QVERIFY(read->first->drift.empty());
    QVERIFY(same(read->last->drift, m_series.at(1)->drift));
}

// As the first version of this program wrote them.
void TestSnapshotFile::readsFilesWithoutDrift() {
    const auto written = writeTwo();
    auto file = *format::readSafetensors(m_file);
    std::erase_if(file.arrays, [](const auto& array) { return array.name.ends_with("/drift"); });
    auto& about = file.metadata.at("twb.views");
    about.replace(about.find(R"("schema":2)"), 10, R"("schema":1)");
    file.metadata.erase("twb.sha256");
    file.metadata["twb.sha256"] = format::sha256Hex(*format::serializeSafetensors(file));
    QVERIFY(format::writeSafetensors(m_file, file).has_value());
    const auto read = readSnapshots(m_file);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QVERIFY(read->first->drift.empty() && read->last->drift.empty());
    QVERIFY(same(*read->last->receiver, *written.last->receiver));
}

void TestSnapshotFile::sameSnapshotsGiveSameBytes() {
    writeTwo();
    const auto bytes = readBytes(m_file);
    writeTwo();
    QVERIFY(readBytes(m_file) == bytes);
}

void TestSnapshotFile::layersKeepTheirOrder() {
    writeTwo();
    const auto read = readSnapshots(m_file);
    QVERIFY(read.has_value());
    const auto& layers = read->last->source->layers;
    QCOMPARE(layers.size(), std::size_t(3));
    QCOMPARE(layers[0].name, std::string("layers.1")); // not sorted
    QCOMPARE(layers[1].name, std::string("layers.0"));
    QCOMPARE(layers[2].name, std::string("feature"));
}

void TestSnapshotFile::refusesToWriteContradictions_data() {
    QTest::addColumn<std::function<void(SnapshotPtr&)>>("change");
    const auto row = [](const char* name, std::function<void(Snapshot&)> change) {
        QTest::newRow(name) << std::function<void(SnapshotPtr&)>([change](SnapshotPtr& last) {
            auto changed = std::make_shared<Snapshot>(*last);
            change(*changed);
            last = changed;
        });
    };
    const auto receiver = [&](const char* name, std::function<void(NetworkRows&)> change) {
        row(name, [change](Snapshot& last) {
            auto changed = std::make_shared<NetworkRows>(*last.receiver);
            change(*changed);
            last.receiver = changed;
        });
    };
    QTest::newRow("no last one") << std::function<void(SnapshotPtr&)>(
        [](SnapshotPtr& last) { last = nullptr; });
    row("no samples", [](Snapshot& last) { last.samples = nullptr; });
    row("no source", [](Snapshot& last) { last.source = nullptr; });
    row("no receiver", [](Snapshot& last) { last.receiver = nullptr; });
    row("another run's samples",
        [](Snapshot& last) { last.samples = std::make_shared<SampleSet>(*last.samples); });
    row("another run's source",
        [](Snapshot& last) { last.source = std::make_shared<NetworkRows>(*last.source); });
    row("backwards", [](Snapshot& last) { last.step = -1; });
    row("shares of more axes", [](Snapshot& last) { last.axisShares.push_back(0.0); });
    row("a share of nan", [](Snapshot& last) { last.axisShares[0] = std::nan(""); });
    row("a share above one", [](Snapshot& last) { last.axisShares[0] = 1.5; });
    row("a drift less", [](Snapshot& last) { last.drift.pop_back(); });
    row("a negative drift", [](Snapshot& last) { last.drift[0] = -1e-3F; });
    receiver("other layers", [](NetworkRows& rows) { rows.layers[0].name = "other"; });
    receiver("a layer less", [](NetworkRows& rows) { rows.layers.pop_back(); });
    receiver("a layer twice", [](NetworkRows& rows) { rows.layers.push_back(rows.layers[0]); });
    receiver("fewer rows", [](NetworkRows& rows) { rows.layers[0].values = matrixOf(2, 1, 0); });
    receiver("a value less", [](NetworkRows& rows) { rows.layers[0].values.values.pop_back(); });
    receiver("other axes", [](NetworkRows& rows) { rows.hub = matrixOf(3, 1, 0); });
    receiver("a prediction less", [](NetworkRows& rows) { rows.predicted.pop_back(); });
    receiver("no class predicted", [](NetworkRows& rows) { rows.predicted[0] = -1; });
}

void TestSnapshotFile::refusesToWriteContradictions() {
    QFETCH(std::function<void(SnapshotPtr&)>, change);
    RunSnapshots snapshots{m_series.at(0), m_series.at(3)};
    QVERIFY(writeSnapshots(m_file, snapshots).has_value());
    const auto before = readBytes(m_file);
    change(snapshots.last);
    const auto written = writeSnapshots(m_file, snapshots);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    QVERIFY(readBytes(m_file) == before);
}

void TestSnapshotFile::refusesToWriteWhereItCannot() {
    const auto written =
        writeSnapshots("/proc/views.safetensors", {m_series.at(0), m_series.at(1)});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Io);
}

void TestSnapshotFile::isToldFromOtherFiles() {
    QCOMPARE(readSnapshots(m_file).error().code, ErrorCode::NotFound);
    writeBytes(m_file, "");
    QCOMPARE(readSnapshots(m_file).error().code, ErrorCode::Corrupt);
    QVERIFY(format::writeSafetensors(m_file, {}).has_value()); // of another program
    const auto read = readSnapshots(m_file);
    QCOMPARE(read.error().code, ErrorCode::Corrupt);
    QVERIFY(read.error().detail.find(m_file.string()) == 0);
}

void TestSnapshotFile::refusesTruncatedFiles() {
    writeTwo();
    const auto whole = readBytes(m_file);
    for (std::size_t length = whole.size(); length-- > 0;) {
        std::filesystem::resize_file(m_file, length);
        const auto read = readSnapshots(m_file);
        QVERIFY2(!read && read.error().code == ErrorCode::Corrupt, std::to_string(length).c_str());
    }
    writeBytes(m_file, whole + '\0');
    QCOMPARE(readSnapshots(m_file).error().code, ErrorCode::Corrupt);
}

// A flip may also make another kind of number or a later version of it.
void TestSnapshotFile::refusesEveryFlippedByte() {
    writeTwo();
    const auto whole = readBytes(m_file);
    std::fstream file(m_file, std::ios::binary | std::ios::in | std::ios::out);
    const auto put = [&](std::size_t at, char byte) {
        file.seekp(std::streamoff(at)).put(byte).flush();
    };
    int corrupt = 0, unsupported = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int bit : {0, 3, 7}) {
            put(at, static_cast<char>(whole[at] ^ (1 << bit)));
            const auto read = readSnapshots(m_file);
            QVERIFY2(!read, std::to_string(at).c_str());
            corrupt += read.error().code == ErrorCode::Corrupt ? 1 : 0;
            unsupported += read.error().code == ErrorCode::Unsupported ? 1 : 0;
        }
        put(at, whole[at]);
    }
    QVERIFY(file.good());
    QVERIFY(readSnapshots(m_file).has_value()); // as it was
    QCOMPARE(corrupt + unsupported, int(whole.size()) * 3);
    QVERIFY2(unsupported < 200, std::to_string(unsupported).c_str());
}

void TestSnapshotFile::refusesForgedFiles_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, Change change, ErrorCode code = ErrorCode::Corrupt) {
        QTest::newRow(name) << change << int(code);
    };
    // In the description, by text.
    const auto about = [&](const char* name, std::string from, std::string to,
                           ErrorCode code = ErrorCode::Corrupt) {
        row(
            name,
            [from, to](format::ArrayFile& file) {
                auto& text = file.metadata.at("twb.views");
                const auto at = text.find(from);
                if (at == std::string::npos) {
                    qFatal("%s is not in %s", from.c_str(), text.c_str());
                }
                text.replace(at, from.size(), to);
            },
            code);
    };
    about("later version", R"("schema":2)", R"("schema":3)", ErrorCode::Unsupported);
    about("no JSON", "{", "");
    about("no version", R"("schema":2,)", "");
    about("version as text", R"("schema":2)", R"("schema":"2")");
    about("unknown input", "image", "video");
    about("more pixels", R"("length":2)", R"("length":3)");
    about("no pixels", R"("length":2)", R"("length":0)");
    about("far too many pixels", R"("length":2)", R"("length":9223372036854775807)");
    about("a fraction", R"("length":2)", R"("length":2.5)");
    about("beyond all numbers", R"("length":2)", R"("length":1e300)");
    about("no classes", R"("classes":3)", R"("classes":0)");
    about("fewer classes", R"("classes":3)", R"("classes":2)");
    about("far too many classes", R"("classes":3)", R"("classes":9223372036854775807)");
    about("fewer than are there", R"("total":40)", R"("total":2)");
    about("negative total", R"("total":40)", R"("total":-40)");
    about("no step", R"("steps":[0,3])", R"("steps":[])");
    about("one step", R"("steps":[0,3])", R"("steps":[0])");
    about("three steps", R"("steps":[0,3])", R"("steps":[0,3,4])");
    about("steps backwards", R"("steps":[0,3])", R"("steps":[3,0])");
    about("negative step", R"("steps":[0,3])", R"("steps":[-1,3])");
    about("a layer more", R"(["layers.1")", R"(["x","layers.1")");
    about("a layer less", R"("layers.1",)", "");
    about("a layer twice", R"(["layers.1")", R"(["layers.0")");
    about("layers that are numbers", R"(["layers.1")", R"([7)");
    about("layers that are no list", R"("layers":{"source":[)", R"("layers":{"x":[)");
    row("no checksum", [](format::ArrayFile& file) { file.metadata["twb.sha256"].clear(); });

    row("an array too many", [](format::ArrayFile& file) {
        file.arrays.push_back({"more", format::DType::U8, {0}, {}});
    });
    row("an array of whole numbers",
        [](format::ArrayFile& file) { arrayIn(file, "source/hub").dtype = format::DType::I32; });
    row("an array of another rank", [](format::ArrayFile& file) {
        arrayIn(file, "source/hub").shape = {3, 2, 1};
    });
    row("rows and columns exchanged", [](format::ArrayFile& file) {
        arrayIn(file, "source/hub").shape = {2, 3};
    });
    row("no rows of endless width", [](format::ArrayFile& file) {
        auto& hub = arrayIn(file, "first/layers/feature");
        hub.shape = {0, std::numeric_limits<std::int64_t>::max() / 8};
        hub.bytes.clear();
    });
    row("endless rows of no width", [](format::ArrayFile& file) {
        auto& inputs = arrayIn(file, "inputs");
        inputs.shape = {std::numeric_limits<std::int64_t>::max() / 8, 0};
        inputs.bytes.clear();
    });
    for (const char* name : {"inputs", "labels", "source/layers/feature", "source/predicted",
                             "first/axis_shares", "last/predicted"}) {
        row(qPrintable(QString("without %1").arg(name)), [name](format::ArrayFile& file) {
            std::erase_if(file.arrays, [&](const auto& array) { return array.name == name; });
        });
    }
    // The first little-endian byte of an int32, or the sign of it.
    row("a label that is no class",
        [](format::ArrayFile& file) { arrayIn(file, "labels").bytes[0] = std::byte{3}; });
    row("a negative label",
        [](format::ArrayFile& file) { arrayIn(file, "labels").bytes[3] = std::byte{0xFF}; });
    row("a prediction beyond all classes", [](format::ArrayFile& file) {
        arrayIn(file, "last/predicted").bytes[3] = std::byte{0x7F};
    });
    row("a negative share", [](format::ArrayFile& file) {
        arrayIn(file, "last/axis_shares").bytes[7] = std::byte{0xBF};
    });
    row("a negative drift",
        [](format::ArrayFile& file) { arrayIn(file, "first/drift").bytes[3] = std::byte{0xBF}; });
    row("the drift of too many samples", [](format::ArrayFile& file) {
        auto& drift = arrayIn(file, "first/drift");
        drift.shape = {4};
        drift.bytes.resize(16);
    });
    row("a drift of another rank", [](format::ArrayFile& file) {
        arrayIn(file, "last/drift").shape = {3, 1};
    });
    row("empty", [](format::ArrayFile& file) { file.arrays.clear(); });
}

// Well-formed files with the right checksum, made by somebody who means no good.
void TestSnapshotFile::refusesForgedFiles() {
    QFETCH(Change, change);
    QFETCH(int, code);
    writeTwo();
    auto file = *format::readSafetensors(m_file);
    file.metadata.erase("twb.sha256");
    change(file);
    if (!file.metadata.contains("twb.sha256")) {
        file.metadata["twb.sha256"] = format::sha256Hex(*format::serializeSafetensors(file));
    }
    QVERIFY(format::writeSafetensors(m_file, file).has_value());
    const auto read = readSnapshots(m_file);
    QVERIFY(!read);
    QVERIFY2(int(read.error().code) == code, read.error().detail.c_str());
    QVERIFY(read.error().detail.find("checksum") == std::string::npos ||
            file.metadata["twb.sha256"].empty());
}

TESSERA_TEST(TestSnapshotFile)
#include "test_snapshot_file.moc"
