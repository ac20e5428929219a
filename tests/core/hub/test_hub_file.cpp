#include "core/format/safetensors.h"
#include "tests/core/hub/hub_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <functional>
#include <iterator>

using namespace tessera;
using namespace tessera::hub;
using namespace tessera::test;

namespace {

constexpr const char* kKey = "twb.hub";
const HubKindId kKind("orthogonal");

using Edit = std::function<void(format::ArrayFile&)>;

format::NamedArray& array(format::ArrayFile& file, const std::string& name) {
    for (auto& each : file.arrays) {
        if (each.name == name) {
            return each;
        }
    }
    qFatal("no array %s", name.c_str());
}

void resize(format::NamedArray& array, std::vector<std::int64_t> shape) {
    array.shape = std::move(shape);
    array.bytes.resize(*format::byteCount(array.dtype, array.shape));
}

// One change of the description of the hub.
Edit about(const std::function<void(nlohmann::json&)>& change) {
    return [change](format::ArrayFile& file) {
        auto json = nlohmann::json::parse(file.metadata.at(kKey));
        change(json);
        file.metadata[kKey] = json.dump();
    };
}

Edit drop(const std::string& name) {
    return [name](format::ArrayFile& file) {
        std::erase_if(file.arrays, [&](const auto& each) { return each.name == name; });
    };
}

struct Damage {
    const char* name;
    Edit edit;
};

std::vector<Damage> damages() {
    return {
        {"no description", [](auto& file) { file.metadata.clear(); }},
        {"description is not JSON", [](auto& file) { file.metadata[kKey] = "{half a"; }},
        {"description is a number", [](auto& file) { file.metadata[kKey] = "7"; }},
        {"no anchors", about([](auto& json) { json.erase("anchors"); })},
        {"anchors are a number", about([](auto& json) { json["anchors"] = 3; })},
        {"name is a number", about([](auto& json) { json["name"] = 3; })},
        {"no schema", about([](auto& json) { json.erase("schema"); })},
        {"another kind", about([](auto& json) { json["kind"] = "relative"; })},
        {"fewer dimensions than axes", about([](auto& json) { json["dim"] = 2; })},
        {"no dimensions", about([](auto& json) { json["dim"] = 0; })},
        {"negative dimensions", about([](auto& json) { json["dim"] = -5; })},
        {"scale zero", about([](auto& json) { json["anchors"][1]["scale"] = 0.0; })},
        {"scale negative", about([](auto& json) { json["anchors"][1]["scale"] = -1.0; })},
        {"scale missing", about([](auto& json) { json["anchors"][1].erase("scale"); })},
        {"one anchor too many",
         about([](auto& json) { json["anchors"].push_back(json["anchors"][0]); })},
        {"no reference", drop("reference")},
        {"no mean", drop("anchor.1.mean")},
        {"no axes", drop("anchor.0.axes")},
        {"mean is a matrix",
         [](auto& file) {
             resize(array(file, "anchor.0.mean"), {5, 1});
         }},
        {"mean too short", [](auto& file) { resize(array(file, "anchor.0.mean"), {4}); }},
        {"axes too narrow",
         [](auto& file) {
             resize(array(file, "anchor.0.axes"), {5, 4});
         }},
        {"more axes than the hub",
         [](auto& file) {
             resize(array(file, "anchor.0.axes"), {9, 5});
         }},
        {"reference too narrow",
         [](auto& file) {
             resize(array(file, "reference"), {60, 3});
         }},
        {"mean is not finite",
         [](auto& file) {
             auto& bytes = array(file, "anchor.0.mean").bytes;
             std::fill_n(bytes.begin(), 8, std::byte{0xff});
         }},
        {"single precision",
         [](auto& file) {
             auto& axes = array(file, "anchor.0.axes");
             axes.dtype = format::DType::F32;
             resize(axes, {5, 5});
         }},
    };
}

// Of a hub with whitened axes.
std::vector<Damage> damagedGainsEdits() {
    return {
        {"no gains", drop("anchor.0.gains")},
        {"gains too short", [](auto& file) { resize(array(file, "anchor.0.gains"), {4}); }},
        {"gains are zero",
         [](auto& file) {
             auto& bytes = array(file, "anchor.0.gains").bytes;
             std::fill(bytes.begin(), bytes.end(), std::byte{0});
         }},
        {"whitening beyond 1", about([](auto& json) { json["whitening"] = 1.5; })},
        {"whitening is a text", about([](auto& json) { json["whitening"] = "half"; })},
        {"not whitened after all", about([](auto& json) { json["whitening"] = 0.0; })},
    };
}

std::unique_ptr<Hub> filledHub(double whitening = 0.0) {
    auto hub = makeHub(16, whitening);
    const auto x = spreadRows(60, 5, 51);
    must(hub->add(anchor("one", x)));
    must(hub->add(anchor("two", spreadRows(60, 7, 52), "w2")));
    return hub;
}

std::string readAll(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeAll(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

} // namespace

class TestHubFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data() {
        QTest::addColumn<double>("whitening");
        QTest::newRow("plain") << 0.0;
        QTest::newRow("whitened") << 0.5;
    }
    void roundTrip() {
        QFETCH(double, whitening);
        const auto hub = filledHub(whitening);
        const auto file = path("hub.safetensors");
        must(saveHub(*hub, file));
        const auto loaded = must(loadHub(kKind, file));
        QCOMPARE(loaded->name(), hub->name());
        QCOMPARE(loaded->dim(), hub->dim());
        QCOMPARE(loaded->rank(), hub->rank());
        QCOMPARE(wholeText(*loaded), wholeText(*hub));
        const auto rows = spreadRows(20, 7, 53);
        const AnchorKey key{"two", "w2"};
        const auto h = must(hub->encode(key, rows));
        QVERIFY(torch::equal(must(loaded->encode(key, rows)), h));
        QVERIFY(torch::equal(must(loaded->decode(key, h)), must(hub->decode(key, h))));
        QVERIFY(torch::equal(must(loaded->encodeUncentred(key, rows)),
                             must(hub->encodeUncentred(key, rows))));
        const auto first = spreadRows(20, 5, 56);
        QVERIFY(torch::equal(must(loaded->encode({"one", "weights"}, first)),
                             must(hub->encode({"one", "weights"}, first))));
        // A loaded hub goes on: the same further network gives the same encoder.
        must(hub->add(anchor("three", spreadRows(60, 4, 54))));
        must(loaded->add(anchor("three", spreadRows(60, 4, 54))));
        QCOMPARE(wholeText(*loaded), wholeText(*hub));
        const auto foreign = loaded->add(anchor("four", rows, "weights", "another"));
        QVERIFY(!foreign);
        QCOMPARE(foreign.error().code, ErrorCode::InvalidArgument);
    }

    void damagedDescription_data() {
        QTest::addColumn<int>("index");
        const auto all = damages();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << static_cast<int>(i);
        }
    }
    void damagedDescription() {
        QFETCH(int, index);
        auto arrays = savedFile(*filledHub());
        damages()[static_cast<std::size_t>(index)].edit(arrays);
        const auto file = path("damaged.safetensors");
        must(format::writeSafetensors(file, arrays));
        const auto loaded = loadHub(kKind, file);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Corrupt);
        QVERIFY(loaded.error().detail.find("damaged.safetensors") != std::string::npos);
    }

    void damagedGains_data() {
        QTest::addColumn<int>("index");
        const auto all = damagedGainsEdits();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << static_cast<int>(i);
        }
    }
    void damagedGains() {
        QFETCH(int, index);
        auto arrays = savedFile(*filledHub(0.5));
        damagedGainsEdits()[static_cast<std::size_t>(index)].edit(arrays);
        const auto file = path("damaged.safetensors");
        must(format::writeSafetensors(file, arrays));
        const auto loaded = loadHub(kKind, file);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Corrupt);
    }

    void newerVersionIsUnsupported() {
        auto arrays = savedFile(*filledHub());
        about([](auto& json) { json["schema"] = 3; })(arrays);
        const auto file = path("newer.safetensors");
        must(format::writeSafetensors(file, arrays));
        const auto loaded = loadHub(kKind, file);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Unsupported);
    }

    void truncatedAnywhere() {
        const auto whole = path("whole.safetensors");
        must(saveHub(*filledHub(), whole));
        const auto bytes = readAll(whole);
        const auto file = path("short.safetensors");
        for (std::size_t size = 0; size < bytes.size(); size += 61) {
            writeAll(file, bytes.substr(0, size));
            const auto loaded = loadHub(kKind, file);
            QVERIFY(!loaded);
            QCOMPARE(loaded.error().code, ErrorCode::Corrupt);
        }
    }

    // A flipped byte may pass unseen, in a number, but never crashes.
    void flippedHeaderBytes() {
        const auto whole = path("whole.safetensors");
        must(saveHub(*filledHub(), whole));
        const auto bytes = readAll(whole);
        const auto file = path("flipped.safetensors");
        for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 1400); i += 3) {
            auto changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ 0x11);
            writeAll(file, changed);
            const auto loaded = loadHub(kKind, file);
            if (!loaded) {
                QVERIFY(loaded.error().code == ErrorCode::Corrupt ||
                        loaded.error().code == ErrorCode::Unsupported);
            } else {
                const auto coordinates =
                    (*loaded)->encode({"one", "weights"}, spreadRows(3, 5, 55));
                QVERIFY(coordinates || !coordinates.error().detail.empty());
            }
        }
    }

    void missingFileAndUnknownKind() {
        const auto missing = loadHub(kKind, path("nothing.safetensors"));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        const auto unknown = loadHub(HubKindId("spherical"), path("nothing.safetensors"));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        const auto unwritable = saveHub(*filledHub(), path("no folder") / "hub.safetensors");
        QVERIFY(!unwritable);
    }

private:
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

TESSERA_TEST(TestHubFile)

#include "test_hub_file.moc"
