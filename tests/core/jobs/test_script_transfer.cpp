#include "core/format/sha256.h"
#include "core/jobs/transfer_job.h"
#include "core/zoo/script_network.h"
#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

std::filesystem::path fixtureScriptTransfer(const std::string& name) {
    return std::filesystem::path(TESSERA_FIXTURES) / "torchscript" / name;
}

const Artifact& artifactOf(const TransferResult& result, const std::string& kind) {
    for (const auto& artifact : result.artifacts) {
        if (artifact.kind == kind) {
            return artifact;
        }
    }
    qFatal("there is no artifact '%s'", kind.c_str());
}

} // namespace

// Whole runs with a network from a TorchScript file on one side, or on both.
class TestScriptTransfer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_sink = {};
        m_request = {smallExperiment(), m_folder / "cache", m_folder / "artifacts"};
        std::filesystem::create_directories(m_request.artifactDir);
    }

    void zooTeachesScript() {
        auto& receiver = m_request.experiment.receiver.network;
        receiver = {};
        receiver.file = untrainedResNet();
        const auto result = must(run());
        QVERIFY2(!result.failure, result.failure ? result.failure->detail.c_str() : "");
        improved(result);
        // What was kept is the receiver that learned.
        const auto& artifact = artifactOf(result, "receiver");
        QCOMPARE(artifact.path.filename().string(), std::string("receiver.pt"));
        QCOMPARE(artifact.sha256, must(format::sha256File(artifact.path)));
        QCOMPARE(artifact.sizeBytes,
                 static_cast<std::int64_t>(std::filesystem::file_size(artifact.path)));
        zoo::ScriptOptions options;
        options.input = {InputKind::Image, 8, 8, 1, 0};
        const auto again = must(zoo::loadScriptNetwork(artifact.path, options));
        QCOMPARE(zoo::weightsHash(*again), result.summary.receiverHash);
    }

    void scriptTeachesZoo() {
        auto& source = m_request.experiment.source.network;
        source = {};
        source.file = fixtureScriptTransfer("tiny_resnet.script.pt");
        const auto result = must(run());
        QVERIFY2(!result.failure, result.failure ? result.failure->detail.c_str() : "");
        QVERIFY(*result.summary.sourceAccuracy > 0.9);
        improved(result);
        QCOMPARE(result.summary.controls.size(), std::size_t{3});
        for (const auto& control : result.summary.controls) {
            QVERIFY2(control.accuracy.has_value(), control.id.value.c_str());
        }
        const auto untrained = result.summary.controls.front();
        QCOMPARE(untrained.id.value, std::string("untrained_source"));
        QVERIFY(*untrained.accuracy < *result.summary.accuracyAfter - 0.2);
        const auto& artifact = artifactOf(result, "receiver");
        QCOMPARE(artifact.path.filename().string(), std::string("receiver.safetensors"));
        QCOMPARE(zoo::weightsHash(*must(zoo::loadCheckpoint(artifact.path))),
                 result.summary.receiverHash);
        QVERIFY(m_sink.curve("drift.layer").size() > 1); // layers were matched
    }

    // One thread: the same experiment gives the same numbers, dropout included.
    void sameSeedSameNumbers() {
        auto& experiment = m_request.experiment;
        experiment.receiver.network = {};
        experiment.receiver.network.file = untrainedResNet();
        experiment.receiver.network.head = HeadChoice::Replace;
        experiment.receiver.network.freeze = {"conv1", "bn1"};
        experiment.controls.clear();
        torch::manual_seed(1);
        const auto first = must(run());
        torch::manual_seed(2);
        const auto second = must(run());
        QVERIFY2(!first.failure, first.failure ? first.failure->detail.c_str() : "");
        QCOMPARE(second.summary.receiverHash, first.summary.receiverHash);
        QCOMPARE(second.summary.drift.output, first.summary.drift.output);
        experiment.seed = 4;
        QVERIFY(must(run()).summary.receiverHash != first.summary.receiverHash);
    }

private:
    // The network of the fixtureScriptTransfer with weights that know nothing, as a file.
    [[nodiscard]] std::filesystem::path untrainedResNet() const {
        zoo::ScriptOptions options;
        options.input = {InputKind::Image, 8, 8, 1, 0};
        const auto trained =
            must(zoo::loadScriptNetwork(fixtureScriptTransfer("tiny_resnet.script.pt"), options));
        const auto fresh = must(trained->fresh(3));
        const auto file = m_folder / "untrained.pt";
        must(dynamic_cast<const zoo::ScriptNetwork&>(*fresh).save(file));
        return file;
    }

    static void improved(const TransferResult& result) {
        const auto& summary = result.summary;
        QVERIFY(summary.accuracyBefore && summary.accuracyAfter && summary.recovery);
        QVERIFY2(
            *summary.accuracyAfter > *summary.accuracyBefore + 0.3,
            qPrintable(
                QString("%1 after %2").arg(*summary.accuracyAfter).arg(*summary.accuracyBefore)));
        QVERIFY(summary.drift.output && summary.drift.hubError && summary.drift.layer);
    }

    [[nodiscard]] Result<TransferResult> run() {
        const std::stop_source stop;
        const auto token = stop.get_token();
        return TransferJob(m_request, {dataDir(), {}}, m_sink, token).run();
    }

    Folder m_folder;
    TransferRequest m_request;
    RecordingSink m_sink;
};

TESSERA_TEST(TestScriptTransfer)

#include "test_script_transfer.moc"
