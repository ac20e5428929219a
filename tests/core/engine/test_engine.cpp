#include "core/api/engine.h"

#include "tests/support/recording_sink.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>

using namespace tessera;
using namespace tessera::test;

namespace {

std::filesystem::path dataDir() {
    const char* chosen = std::getenv("TESSERA_DATA_DIR");
    return chosen != nullptr ? std::filesystem::path(chosen)
                             : std::filesystem::path(TESSERA_SOURCE_DIR) / "resources" / "data";
}

std::unique_ptr<Engine> makeEngine(const std::filesystem::path& data = dataDir()) {
    const EngineSettings settings{data, nullptr};
    return std::unique_ptr<Engine>(tesseraCreateEngine(kEngineVersion, &settings));
}

ArchitectureSpec architecture(const std::string& family, int width) {
    ArchitectureSpec spec;
    spec.family = ArchitectureId(family);
    spec.width = width;
    spec.depth = 1;
    return spec;
}

Experiment experiment() {
    Experiment recipe;
    recipe.source.network.architecture = architecture("mlp", 16);
    recipe.source.train.epochs = 1;
    recipe.receiver.network.architecture = architecture("mlp", 12);
    recipe.data.name = "digits";
    recipe.data.splits = {100, 60, 40, 50};
    recipe.transfer.hub.dim = 32;
    recipe.transfer.epochs = 1;
    return recipe;
}

template <class Entry>
bool isWhole(const std::vector<Entry>& entries) {
    std::set<std::string> ids;
    for (const auto& entry : entries) {
        if (entry.id.empty() || entry.description.empty() || !ids.insert(entry.id).second) {
            return false;
        }
    }
    return !entries.empty();
}

template <class Entry>
std::string listOf(const std::vector<Entry>& entries) {
    std::string ids;
    for (const auto& entry : entries) {
        ids += (ids.empty() ? "" : ", ") + entry.id;
    }
    return ids;
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void versionsAreCompared() {
        const EngineSettings settings{dataDir(), nullptr};
        for (const int version : {kEngineVersion - 1, kEngineVersion + 1, 0, -1}) {
            QVERIFY(tesseraCreateEngine(version, &settings) == nullptr);
        }
        QVERIFY(tesseraCreateEngine(kEngineVersion, nullptr) == nullptr);
        QVERIFY(makeEngine() != nullptr);
    }

    void infoNamesTheKernels() {
        const auto info = makeEngine()->info();
        QVERIFY(info.blas.starts_with("OpenBLAS"));
        QVERIFY(!info.kernel.empty());
        QCOMPARE(info.device, std::string("cpu"));
        QVERIFY(info.torchThreads >= 1);
        QVERIFY(info.blasThreads >= 1);
        QVERIFY(!info.libraries.empty());
    }

    void catalogIsWhole() {
        const auto catalog = makeEngine()->catalog();
        QVERIFY(isWhole(catalog.architectures));
        QVERIFY(isWhole(catalog.datasets));
        QVERIFY(isWhole(catalog.modes));
        QVERIFY(isWhole(catalog.hubs));
        QVERIFY(isWhole(catalog.controls));
    }

    void catalogTellsOfTheData() {
        const auto catalog = makeEngine()->catalog();
        for (const auto& data : catalog.datasets) {
            const auto& splits = data.defaultSplits;
            QVERIFY(splits.sourceTrain > 0 && splits.reference > 0 && splits.validation > 0 &&
                    splits.test > 0);
            QVERIFY(splits.sourceTrain + splits.reference + splits.validation + splits.test <=
                    data.samples);
            QVERIFY(data.classes >= 2);
            QVERIFY(data.input.length > 0);
        }
        const auto& digits = catalog.datasets.front();
        QCOMPARE(digits.id, std::string("digits"));
        QVERIFY(digits.input == (InputSpec{InputKind::Image, 8, 8, 1, 0}));
        QCOMPARE(digits.classes, 10);
        QCOMPARE(digits.samples, std::int64_t{1797});
        QVERIFY(digits.defaultSplits == (SplitSpec{600, 597, 200, 400}));
    }

    void catalogTellsOfTheModes() {
        const auto modes = makeEngine()->catalog().modes;
        QCOMPARE(modes.front().id, std::string("A"));
        const std::vector<std::string> expected = {
            "epochs",      "rate",          "schedule",        "batch",         "hub.kind",
            "hub.dim",     "hub.whitening", "hub.refit",       "weights.A",     "weights.B",
            "temperature", "ridge",         "privacy.epsilon", "privacy.delta", "privacy.clip"};
        QCOMPARE(modes.front().parameters, expected);
    }

    // What the catalogue offers, check() accepts.
    void everyEntryIsAccepted() {
        const auto engine = makeEngine();
        const auto catalog = engine->catalog();
        for (const auto& family : catalog.architectures) {
            auto recipe = experiment();
            recipe.receiver.network.architecture = architecture(family.id, 16);
            if (family.id == "resnet") { // has 6n + 2 layers
                recipe.receiver.network.architecture->depth = 8;
            }
            QVERIFY2(engine->check(recipe), family.id.c_str());
        }
        for (const auto& data : catalog.datasets) {
            auto recipe = experiment();
            recipe.data.name = data.id;
            QVERIFY2(engine->check(recipe), data.id.c_str());
        }
        auto recipe = experiment();
        for (const auto& control : catalog.controls) {
            recipe.controls.emplace_back(control.id);
        }
        QVERIFY(engine->check(recipe));
    }

    void unknownNamesListTheKnown_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"family", "data", "mode", "hub", "control"}) {
            QTest::newRow(what) << what;
        }
    }
    void unknownNamesListTheKnown() {
        QFETCH(QString, what);
        const auto engine = makeEngine();
        const auto catalog = engine->catalog();
        auto recipe = experiment();
        std::string known;
        if (what == "family") {
            recipe.receiver.network.architecture->family = ArchitectureId("perceptron");
            known = listOf(catalog.architectures);
        } else if (what == "data") {
            recipe.data.name = "letters";
            known = listOf(catalog.datasets);
        } else if (what == "mode") {
            recipe.transfer.mode = ModeId("Z");
            known = listOf(catalog.modes);
        } else if (what == "hub") {
            recipe.transfer.hub.kind = HubKindId("flat");
            known = listOf(catalog.hubs);
        } else {
            recipe.controls.emplace_back("nothing");
            known = listOf(catalog.controls);
        }
        const auto result = engine->check(recipe);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NotFound);
        QVERIFY2(result.error().detail.find(known) != std::string::npos,
                 result.error().detail.c_str());
    }

    void refusedSizes_data() {
        QTest::addColumn<int>("width");
        QTest::newRow("zero") << 0;
        QTest::newRow("negative") << -1;
        QTest::newRow("the largest integer") << std::numeric_limits<int>::max();
    }
    void refusedSizes() {
        QFETCH(int, width);
        const auto engine = makeEngine();
        TransferRequest request{experiment(), {}, {}};
        request.experiment.source.network.architecture->width = width;
        RecordingSink sink;
        QVERIFY(!engine->check(request.experiment));
        const auto result = engine->transfer(request, sink, {});
        QVERIFY(result && result->failure);
        QCOMPARE(result->failure->code, ErrorCode::InvalidArgument);
    }

    void missingData() {
        const QTemporaryDir empty;
        const auto engine = makeEngine(empty.path().toStdString());
        RecordingSink sink;
        const auto result = engine->transfer({experiment(), {}, {}}, sink, {});
        QVERIFY(result && result->failure);
        QCOMPARE(result->failure->code, ErrorCode::NotFound);
        QVERIFY(!result->failure->detail.empty());
    }

    void damagedData() {
        const QTemporaryDir folder;
        const std::filesystem::path data = folder.path().toStdString();
        std::filesystem::copy_file(dataDir() / "digits.csv.gz", data / "digits.csv.gz");
        std::filesystem::resize_file(data / "digits.csv.gz", 1000);
        RecordingSink sink;
        const auto result = makeEngine(data)->transfer({experiment(), {}, {}}, sink, {});
        QVERIFY(result && result->failure);
        QCOMPARE(result->failure->code, ErrorCode::Corrupt);
    }

    void runsATransfer() {
        const auto engine = makeEngine();
        RecordingSink sink;
        const auto result = engine->transfer({experiment(), {}, {}}, sink, {});
        QVERIFY(result);
        QVERIFY(!result->cancelled && !result->failure);
        QVERIFY(result->token);
        QVERIFY(result->artifacts.empty()); // no folder was named
        QVERIFY(!sink.samples.empty());
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = engine->transfer({experiment(), {}, {}}, sink, stop.get_token());
        QVERIFY(stopped && stopped->cancelled);
    }

    // Of the transfer, not of its controls; and what is shown changes nothing.
    void showsSnapshots() {
        const auto engine = makeEngine();
        auto recipe = experiment();
        recipe.controls = {ControlId("readout_only"), ControlId("untrained_source")};
        RecordingSink blind, seeing;
        const auto without = engine->transfer({recipe, {}, {}, 0}, blind, {});
        const auto with = engine->transfer({recipe, {}, {}, 500}, seeing, {});
        QVERIFY(without && !without->failure && with && !with->failure);
        QVERIFY(blind.snapshots.empty());
        QCOMPARE(seeing.snapshots.size(), std::size_t{3}); // before, one epoch, readout
        for (std::size_t i = 0; i < seeing.snapshots.size(); ++i) {
            const auto& snapshot = *seeing.snapshots[i];
            QCOMPARE(snapshot.step, static_cast<std::int64_t>(i));
            QCOMPARE(snapshot.samples->size(), std::int64_t{40});
            QCOMPARE(snapshot.samples->inputs.columns, std::int64_t{64});
            QCOMPARE(snapshot.samples->classes, 10);
            QCOMPARE(snapshot.source->layers.back().name, std::string("feature"));
            QCOMPARE(snapshot.source->layers.back().values.columns, std::int64_t{16});
            QCOMPARE(snapshot.receiver->layers.back().values.columns, std::int64_t{12});
            QCOMPARE(snapshot.receiver->hub.columns,
                     static_cast<std::int64_t>(snapshot.axisShares.size()));
        }
        QVERIFY(sameSamples(blind.samples, seeing.samples));
        QCOMPARE(with->summary.receiverHash, without->summary.receiverHash);
        QCOMPARE(with->summary.accuracyAfter, without->summary.accuracyAfter);
        QCOMPARE(with->token->uhsVector, without->token->uhsVector);
        for (std::size_t i = 0; i < recipe.controls.size(); ++i) {
            QCOMPARE(with->summary.controls[i].accuracy, without->summary.controls[i].accuracy);
        }
    }

    // Whatever is thrown inside comes out as an error.
    void noExceptionLeaves_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("an exception") << "exception" << static_cast<int>(ErrorCode::Internal);
        QTest::newRow("no memory") << "memory" << static_cast<int>(ErrorCode::OutOfMemory);
        QTest::newRow("something else") << "number" << static_cast<int>(ErrorCode::Internal);
    }
    void noExceptionLeaves() {
        QFETCH(QString, what);
        QFETCH(int, code);
        RecordingSink sink;
        sink.onSample = [&](const MetricSample&) {
            if (what == "exception") {
                throw std::runtime_error("thrown by the sink");
            }
            if (what == "memory") {
                throw std::bad_alloc();
            }
            throw 42;
        };
        const auto engine = makeEngine();
        const auto result = engine->transfer({experiment(), {}, {}}, sink, {});
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
        QVERIFY(!result.error().detail.empty());
        RecordingSink calm; // and the engine still works
        QVERIFY(engine->transfer({experiment(), {}, {}}, calm, {}));
    }

    void speedIsMeasured() {
        const auto engine = makeEngine();
        const auto gflops = engine->measureGflops(1);
        QVERIFY(gflops && *gflops > 0.0);
        QCOMPARE(engine->info().torchThreads, 1);
        QCOMPARE(engine->info().blasThreads, 1);
    }
};

TESSERA_TEST(TestEngine)

#include "test_engine.moc"
