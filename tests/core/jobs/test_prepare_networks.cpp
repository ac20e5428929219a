#include "core/jobs/prepare_networks.h"

#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <fstream>
#include <set>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

std::set<std::filesystem::path> filesIn(const std::filesystem::path& folder) {
    std::set<std::filesystem::path> files;
    if (std::filesystem::exists(folder)) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            files.insert(entry.path());
        }
    }
    return files;
}

} // namespace

class TestPrepareNetworks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_data = toyData();
        m_experiment = toyExperiment();
        m_sink = {};
        m_folder = std::make_unique<Folder>();
    }

    void sourceIsTrained() {
        const auto source = must(prepare({}));
        QVERIFY(accuracy(*source, m_data.test) > 0.9);
        QVERIFY(!m_sink.steps.empty());
        m_experiment.seed = 4;
        QVERIFY(zoo::weightsHash(*must(prepare({}))) != zoo::weightsHash(*source));
    }

    void cacheGivesTheSameBits() {
        const auto cache = *m_folder / "cache";
        const auto first = must(prepare(cache));
        QCOMPARE(filesIn(cache).size(), std::size_t{1});
        m_sink = {};
        const auto second = must(prepare(cache));
        QVERIFY(m_sink.steps.empty()); // nothing was trained
        QVERIFY(m_sink.notices.empty());
        QCOMPARE(zoo::weightsHash(*second), zoo::weightsHash(*first));
        QCOMPARE(zoo::weightsHash(*must(prepare({}))), zoo::weightsHash(*first));
    }

    // Everything that decides the weights names another file.
    void otherRecipesOtherFiles() {
        const auto cache = *m_folder / "cache";
        const auto before = must(prepare(cache));
        std::size_t expected = 1;
        const auto check = [&](auto&& change) {
            const auto keptExperiment = m_experiment;
            const auto keptData = m_data;
            change();
            QVERIFY(prepare(cache));
            QCOMPARE(filesIn(cache).size(), ++expected);
            m_experiment = keptExperiment;
            m_data = keptData;
        };
        auto& train = m_experiment.source.train;
        train.epochs = 1;
        must(prepare(cache));
        ++expected;
        check([&] { m_experiment.seed = 9; });
        check([&] { train.rate = 1e-3; });
        check([&] { train.batch = 16; });
        check([&] { train.epochs = 2; });
        check([&] { m_experiment.source.network.architecture->width = 14; });
        check([&] { m_experiment.source.network.architecture->depth = 2; });
        check([&] { m_data.sourceTrain = drawToy(200, 99); });
        check([&] { m_data.sourceTrain.labels = (m_data.sourceTrain.labels + 1) % kToyClasses; });
        // What does not decide them does not.
        m_data.test = drawToy(10, 98);
        m_experiment.transfer.epochs = 9;
        m_experiment.name = "another";
        must(prepare(cache));
        QCOMPARE(filesIn(cache).size(), expected);
    }

    void damagedCacheIsTrainedAgain_data() {
        QTest::addColumn<QString>("how");
        QTest::newRow("empty") << "empty";
        QTest::newRow("truncated") << "truncated";
        QTest::newRow("something else") << "text";
    }
    void damagedCacheIsTrainedAgain() {
        QFETCH(QString, how);
        const auto cache = *m_folder / "cache";
        const auto hash = zoo::weightsHash(*must(prepare(cache)));
        const auto file = *filesIn(cache).begin();
        if (how == "truncated") {
            std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
        } else {
            std::ofstream(file) << (how == "text" ? "this is no network at all" : "");
        }
        QCOMPARE(zoo::weightsHash(*must(prepare(cache))), hash);
        QVERIFY(m_sink.hasNotice("damaged"));
        m_sink = {};
        QCOMPARE(zoo::weightsHash(*must(prepare(cache))), hash); // repaired
        QVERIFY(m_sink.notices.empty());
    }

    void stoppedLeavesNoFile() {
        const auto cache = *m_folder / "cache";
        std::stop_source stop;
        m_sink.onProgress = [&](const Progress&) { stop.request_stop(); };
        const auto source = must(prepareSource(preparation(cache), m_sink, stop.get_token()));
        QVERIFY(source == nullptr);
        QVERIFY(filesIn(cache).empty());
    }

    void divergedLeavesNoFile() {
        const auto cache = *m_folder / "cache";
        m_experiment.source.train = {1, 1e30, 200, "adam"};
        const auto source = prepare(cache);
        QVERIFY(!source);
        QCOMPARE(source.error().code, ErrorCode::Diverged);
        QVERIFY(filesIn(cache).empty());
    }

    void receiverStates() {
        const auto untrained = must(prepareReceiver(preparation({}), m_sink, {}));
        QVERIFY(m_sink.steps.empty());
        QVERIFY(accuracy(*untrained, m_data.test) < 0.6);
        QCOMPARE(zoo::weightsHash(*must(prepareReceiver(preparation({}), m_sink, {}))),
                 zoo::weightsHash(*untrained));
        m_experiment.receiver.state = ReceiverState::Trained;
        m_experiment.receiver.train = {8, 5e-3, 32, "adam"};
        QVERIFY(accuracy(*must(prepareReceiver(preparation({}), m_sink, {})), m_data.test) > 0.9);
    }

    // The same architecture on both sides must not start from the same weights.
    void rolesHaveTheirOwnSeeds() {
        m_experiment.source.train.epochs = 0;
        m_experiment.receiver.network = m_experiment.source.network;
        const auto receiver = must(prepareReceiver(preparation({}), m_sink, {}));
        QVERIFY(zoo::weightsHash(*must(prepare({}))) != zoo::weightsHash(*receiver));
    }

    void filesThatDoNotFit_data() {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        const auto invalid = static_cast<int>(ErrorCode::InvalidArgument);
        for (const char* role : {"source", "receiver"}) {
            QTest::addRow("%s for other inputs", role) << role << "inputs" << invalid;
            QTest::addRow("%s with other classes", role) << role << "classes" << invalid;
            QTest::addRow("%s missing", role)
                << role << "missing" << static_cast<int>(ErrorCode::NotFound);
            QTest::addRow("%s damaged", role)
                << role << "damaged" << static_cast<int>(ErrorCode::Corrupt);
        }
    }
    void filesThatDoNotFit() {
        QFETCH(QString, role);
        QFETCH(QString, what);
        QFETCH(int, code);
        const auto file = *m_folder / "net.safetensors";
        if (what == "inputs") {
            auto recipe = toyRecipe("mlp", 12);
            recipe.input.length = kToyLength + 8;
            must(zoo::saveCheckpoint(*must(zoo::buildNetwork(recipe, 1)), file));
        } else if (what == "classes") {
            must(zoo::saveCheckpoint(*toyNetwork("mlp", 12, 1, kToyClasses + 2), file));
        } else if (what == "damaged") {
            std::ofstream(file) << "nothing";
        }
        const auto result = fromFile(role, file);
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
        QVERIFY(!result.error().detail.empty());
        if (what == "inputs" || what == "classes") {
            QVERIFY(mentions(result.error(), role.toStdString()));
        }
        if (what == "classes" && role == "receiver") { // declared, it is welcome
            m_experiment.data.mismatch = Mismatch::Classes;
            QVERIFY(fromFile(role, file));
        }
    }

    void fittingFilesAreLoaded() {
        const auto file = *m_folder / "net.safetensors";
        const auto saved = toyNetwork("lstm", 12, 6);
        must(zoo::saveCheckpoint(*saved, file));
        for (const char* role : {"source", "receiver"}) {
            const auto loaded = must(fromFile(role, file));
            QCOMPARE(zoo::weightsHash(*loaded), zoo::weightsHash(*saved));
        }
        QVERIFY(m_sink.steps.empty());
    }

    void checkNetworksTable_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("part"); // of the message; empty = accepted
        QTest::newRow("as it is") << ""
                                  << "";
        QTest::newRow("unknown source") << "source family"
                                        << "source";
        QTest::newRow("unknown receiver") << "receiver family"
                                          << "receiver";
        QTest::newRow("no width") << "width 0"
                                  << "source";
        QTest::newRow("negative width") << "width -4"
                                        << "source";
        QTest::newRow("absurd width") << "width 2000000000"
                                      << "source";
        QTest::newRow("negative depth") << "depth -1"
                                        << "source";
        QTest::newRow("source of nothing") << "no source"
                                           << "source";
        QTest::newRow("receiver of nothing") << "no receiver"
                                             << "receiver";
        QTest::newRow("source with other classes") << "source classes"
                                                   << "classes";
        QTest::newRow("receiver with other classes") << "receiver classes"
                                                     << "data.mismatch";
        QTest::newRow("declared") << "declared"
                                  << "";
        QTest::newRow("declared, for the source") << "declared source"
                                                  << "source";
        QTest::newRow("from files") << "files"
                                    << "";
        QTest::newRow("from files that are not there") << "no files"
                                                       << "nothing.safetensors";
    }
    void checkNetworksTable() {
        QFETCH(QString, what);
        QFETCH(QString, part);
        auto& source = m_experiment.source.network;
        auto& receiver = m_experiment.receiver.network;
        const auto words = what.split(' ');
        if (what == "source family") {
            source.architecture->family = ArchitectureId("perceptron");
        } else if (what == "receiver family") {
            receiver.architecture->family = ArchitectureId("");
        } else if (words[0] == "width") {
            source.architecture->width = words[1].toInt();
        } else if (words[0] == "depth") {
            source.architecture->depth = words[1].toInt();
        } else if (what == "no source") {
            source = {};
        } else if (what == "no receiver") {
            receiver = {};
        } else if (what == "files") {
            const auto file = *m_folder / "net.safetensors"; // read when it is needed
            must(zoo::saveCheckpoint(*toyNetwork("mlp", 12, 1), file));
            source = networkFrom(file);
            receiver = networkFrom(file);
        } else if (what == "no files") {
            source = networkFrom(*m_folder / "nothing.safetensors");
            receiver = source;
        } else if (what == "source classes" || what == "declared source") {
            source.architecture->classes = kToyClasses + 1;
        } else if (what == "receiver classes" || what == "declared") {
            receiver.architecture->classes = kToyClasses + 1;
        }
        if (words[0] == "declared") {
            m_experiment.data.mismatch = Mismatch::Classes;
        }
        const auto result = checkNetworks(m_experiment, m_data.input, m_data.classes);
        QCOMPARE(result.has_value(), part.isEmpty());
        if (!result) {
            QVERIFY2(mentions(result.error(), part.toStdString()), result.error().detail.c_str());
        }
    }

private:
    [[nodiscard]] Preparation preparation(const std::filesystem::path& cache) const {
        return {m_experiment, m_data, cache, 1};
    }
    [[nodiscard]] Result<zoo::NetworkPtr> prepare(const std::filesystem::path& cache) {
        return prepareSource(preparation(cache), m_sink, {});
    }
    [[nodiscard]] Result<zoo::NetworkPtr> fromFile(const QString& role,
                                                   const std::filesystem::path& file) {
        if (role == "source") {
            m_experiment.source.network = networkFrom(file);
            return prepareSource(preparation({}), m_sink, {});
        }
        m_experiment.receiver.network = networkFrom(file);
        return prepareReceiver(preparation({}), m_sink, {});
    }

    data::SplitData m_data;
    Experiment m_experiment;
    RecordingSink m_sink;
    std::unique_ptr<Folder> m_folder;
};

TESSERA_TEST(TestPrepareNetworks)

#include "test_prepare_networks.moc"
