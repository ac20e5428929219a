#include "core/jobs/transfer_job.h"

#include "core/format/sha256.h"
#include "core/hub/hub_registry.h"
#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

bool isShare(const std::optional<double>& value) {
    return value && *value >= 0.0 && *value <= 1.0;
}

} // namespace

class TestTransferJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_sink = {};
        m_stop = std::stop_source();
        m_request = {smallExperiment(), m_folder / "cache", {}};
    }

    void wholeRun() {
        m_request.artifactDir = m_folder / "artifacts";
        std::filesystem::create_directories(m_request.artifactDir);
        const auto result = must(run());
        QVERIFY2(!result.failure, result.failure ? result.failure->detail.c_str() : "");
        QVERIFY(!result.cancelled);
        const auto& summary = result.summary;
        for (const auto& share : {summary.sourceAccuracy, summary.accuracyBefore,
                                  summary.accuracyAfter, summary.agreement}) {
            QVERIFY(isShare(share));
        }
        QVERIFY(*summary.sourceAccuracy > 0.7);
        QVERIFY(*summary.accuracyAfter > *summary.accuracyBefore + 0.2);
        QVERIFY(summary.interval && summary.interval->lo < *summary.accuracyAfter &&
                *summary.accuracyAfter < summary.interval->hi);
        QVERIFY(summary.recovery);
        QVERIFY(std::abs(*summary.recovery -
                         (*summary.accuracyAfter - *summary.accuracyBefore) /
                             (*summary.sourceAccuracy - *summary.accuracyBefore)) < 1e-9);
        QCOMPARE(summary.testSize, std::optional<std::int64_t>(150));
        QVERIFY(summary.drift.output && summary.drift.hubError && summary.drift.hub &&
                summary.drift.layer);
        QCOMPARE(summary.gradientSteps, std::optional<std::int64_t>(21)); // 3 times 7
        QCOMPARE(summary.labelsUsed, std::optional<std::int64_t>(0));
        QVERIFY(summary.peakMemoryBytes && *summary.peakMemoryBytes > 0);
        QVERIFY(summary.hub.rank && *summary.hub.rank > 0);
        QCOMPARE(summary.sourceHash.size(), std::size_t{64});
        QCOMPARE(summary.receiverHash.size(), std::size_t{64});
        QVERIFY(summary.privacy);

        const auto& seconds = summary.seconds;
        double sum = 0.0;
        for (const auto& stage :
             {seconds.fingerprint, seconds.collect, seconds.hub, seconds.transfer, seconds.finetune,
              seconds.measure, seconds.package}) {
            QVERIFY(stage);
            sum += *stage;
        }
        QVERIFY(seconds.total && std::abs(*seconds.total - sum) < 1e-9);
        QVERIFY(seconds.prepare && seconds.controls);

        QCOMPARE(summary.controls.size(), std::size_t{3});
        for (std::size_t i = 0; i < summary.controls.size(); ++i) {
            const auto& control = summary.controls[i];
            QCOMPARE(control.id.value, m_request.experiment.controls[i].value);
            QVERIFY(isShare(control.accuracy));
            QVERIFY(isShare(control.pValue));
        }
        QVERIFY(*summary.controls[1].accuracy < *summary.accuracyAfter - 0.2);
        QVERIFY(*summary.controls[1].pValue < 0.001);

        QVERIFY(result.token);
        QCOMPARE(result.token->uhsVector.size(), std::size_t{64});
        QCOMPARE(result.token->driftScore, summary.drift.output);
        QCOMPARE(result.token->sourceModelId, std::string("mlp_24d_1L"));
        QVERIFY(result.token->customMetadata.contains("twb.privacy"));

        QCOMPARE(result.artifacts.size(), std::size_t{2});
        const auto& artifact = result.artifacts[0];
        QCOMPARE(artifact.kind, std::string("hub"));
        QCOMPARE(artifact.sha256, must(format::sha256File(artifact.path)));
        QCOMPARE(static_cast<std::uintmax_t>(artifact.sizeBytes),
                 std::filesystem::file_size(artifact.path));
        const auto hub = must(hub::loadHub(HubKindId("orthogonal"), artifact.path));
        QCOMPARE(hub->rank(), std::int64_t{*summary.hub.rank});
    }

    // What is kept per test item gives the figures that are reported.
    void answersPerItem() {
        const auto result = must(run());
        QVERIFY(result.items);
        const auto& items = *result.items;
        const auto& summary = result.summary;
        QCOMPARE(items.size(), std::size_t{150});
        QCOMPARE(items.classes, 10);
        QCOMPARE(items.inputsHash.size(), std::size_t{64});
        const auto share = [&](const ItemAnswers& a, const ItemAnswers& b) {
            int same = 0;
            for (std::size_t i = 0; i < a.size(); ++i) {
                same += a[i] == b.at(i) ? 1 : 0;
            }
            return double(same) / double(a.size());
        };
        QCOMPARE(share(items.source, items.labels), *summary.sourceAccuracy);
        QCOMPARE(share(items.before, items.labels), *summary.accuracyBefore);
        QCOMPARE(share(items.after, items.labels), *summary.accuracyAfter);
        QCOMPARE(share(items.after, items.source), *summary.agreement);
        QCOMPARE(items.controls.size(), std::size_t{3});
        for (std::size_t i = 0; i < items.controls.size(); ++i) {
            QCOMPARE(items.controls[i].id.value, summary.controls[i].id.value);
            QCOMPARE(share(items.controls[i].answers, items.labels), *summary.controls[i].accuracy);
        }
        m_request.experiment.transfer.mode = ModeId("kd"); // the same items for another method
        const auto other = must(run());
        QCOMPARE(other.items->inputsHash, items.inputsHash);
        QVERIFY(other.items->labels == items.labels);
        m_request.experiment.seed = 4;
        QVERIFY(must(run()).items->inputsHash != items.inputsHash);
    }

    void sameExperimentSameNumbers() {
        const auto first = must(run());
        const auto samples = m_sink.samples;
        m_sink = {};
        m_request.cacheDir = m_folder / "another cache"; // trained again, not loaded
        const auto second = must(run());
        QVERIFY(sameSamples(samples, m_sink.samples));
        QCOMPARE(second.summary.sourceHash, first.summary.sourceHash);
        QCOMPARE(second.summary.receiverHash, first.summary.receiverHash);
        QCOMPARE(second.token->uhsVector, first.token->uhsVector);
        QCOMPARE(second.summary.controls[2].accuracy, first.summary.controls[2].accuracy);
        m_request.experiment.seed = 4;
        QVERIFY(must(run()).summary.receiverHash != first.summary.receiverHash);
    }

    void controlsDoNotChangeTheRun() {
        const auto with = must(run());
        m_request.experiment.controls.clear();
        const auto without = must(run());
        QCOMPARE(without.summary.receiverHash, with.summary.receiverHash);
        QVERIFY(without.summary.controls.empty());
        QVERIFY(!without.summary.seconds.controls);
    }

    // In their order, so that whoever teaches can stop after each; controls come after all.
    void everyStageTellsItsEnd() {
        must(run());
        std::vector<Phase> stages;
        for (const auto phase : m_sink.ended) {
            if (phase >= Phase::Fingerprint && phase <= Phase::Measure) {
                stages.push_back(phase);
            }
        }
        const std::vector<Phase> all = {Phase::Fingerprint,  Phase::Collect,  Phase::Hub,
                                        Phase::EncodeDecode, Phase::FineTune, Phase::Measure};
        QVERIFY(stages == all);
    }

    void cancelled_data() {
        QTest::addColumn<int>("phase");
        QTest::addColumn<QString>("what"); // progress text to wait for
        const auto row = [](Phase phase, const char* what) {
            QTest::addRow("%s %s", phaseName(phase), what) << static_cast<int>(phase) << what;
        };
        row(Phase::Prepare, "data");
        row(Phase::Prepare, "training source");
        row(Phase::Hub, "");
        row(Phase::FineTune, "");
        row(Phase::Measure, "");
        row(Phase::Package, "");
        row(Phase::Controls, "untrained_source");
        row(Phase::Controls, "readout_only");
    }
    void cancelled() {
        QFETCH(int, phase);
        QFETCH(QString, what);
        m_request.cacheDir.clear();
        m_sink.onProgress = [&](const Progress& progress) {
            if (static_cast<int>(progress.phase) == phase &&
                progress.what.find(what.toStdString()) != std::string::npos) {
                m_stop.request_stop();
            }
        };
        const auto result = must(run());
        QVERIFY(result.cancelled);
        QVERIFY(!result.token);
        QVERIFY(result.summary.peakMemoryBytes);
        const bool measured = static_cast<Phase>(phase) > Phase::Measure;
        QCOMPARE(result.summary.accuracyAfter.has_value(), measured);
        QVERIFY(result.summary.controls.size() < 3);
    }

    void failedRunKeepsWhatItMeasured() {
        m_request.experiment.transfer.rate = 1e20;
        const auto result = must(run());
        QVERIFY(result.failure);
        QCOMPARE(result.failure->code, ErrorCode::Diverged);
        QVERIFY(result.summary.seconds.prepare);
        QCOMPARE(result.summary.sourceHash.size(), std::size_t{64});
        QVERIFY(!m_sink.curve("drift.output").empty());
        QVERIFY(!result.summary.accuracyAfter);
    }

    void cancelledBeforeTheStart() {
        m_stop.request_stop();
        const auto result = must(run());
        QVERIFY(result.cancelled);
        QVERIFY(!result.token && result.artifacts.empty());
        QVERIFY(m_sink.steps.empty());
        QVERIFY(!result.summary.seconds.total);
    }

    void declaredMismatch() {
        m_request.experiment.data.mismatch = Mismatch::Classes;
        m_request.experiment.receiver.network.architecture->classes = 4;
        const auto result = must(run());
        const auto& summary = result.summary;
        QVERIFY(isShare(summary.sourceAccuracy));
        QVERIFY(!summary.accuracyBefore && !summary.accuracyAfter && !summary.agreement);
        QVERIFY(!summary.interval && !summary.recovery && !summary.drift.output);
        for (const auto& control : summary.controls) {
            QVERIFY(!control.accuracy && !control.pValue);
        }
        QVERIFY(result.token && !result.token->driftScore);
        QVERIFY(result.token->customMetadata["twb.drift"].is_null());
    }

    void privateToken() {
        m_request.experiment.transfer.privacy.epsilon = 4.0;
        m_request.experiment.controls.clear();
        const auto trained = must(run()).summary.privacy;
        QVERIFY(trained);
        QCOMPARE(trained->releaseSize, std::int64_t{100});
        QCOMPARE(trained->sensitivity, 0.2); // 2 C / n
        // Of a source from a file nobody knows what it was trained on.
        const auto file = m_folder / "source.safetensors";
        const zoo::Recipe recipe{architecture("mlp", 24), {InputKind::Image, 8, 8, 1, 0}, 10};
        must(zoo::saveCheckpoint(*must(zoo::buildNetwork(recipe, 1)), file));
        m_request.experiment.source.network = networkFrom(file);
        const auto unknown = must(run()).summary.privacy;
        QVERIFY(unknown);
        QCOMPARE(unknown->sensitivity, 20.0); // 2 C
    }

    void failures_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        const auto row = [](const char* what, ErrorCode code) {
            QTest::newRow(what) << what << static_cast<int>(code);
        };
        row("unknown data", ErrorCode::NotFound);
        row("unknown mode", ErrorCode::NotFound);
        row("unknown hub", ErrorCode::NotFound);
        row("unknown control", ErrorCode::NotFound);
        row("no data folder", ErrorCode::NotFound);
        row("too large splits", ErrorCode::InvalidArgument);
        row("no reference rows", ErrorCode::InvalidArgument);
        row("private without release rows", ErrorCode::InvalidArgument);
        row("unknown optimiser", ErrorCode::Unsupported);
        row("no such artifact folder", ErrorCode::Io);
        row("diverged", ErrorCode::Diverged);
    }
    void failures() {
        QFETCH(QString, what);
        QFETCH(int, code);
        auto& experiment = m_request.experiment;
        auto data = dataDir();
        if (what == "unknown data") {
            experiment.data.name = "letters";
        } else if (what == "unknown mode") {
            experiment.transfer.mode = ModeId("Z");
        } else if (what == "unknown hub") {
            experiment.transfer.hub.kind = HubKindId("flat");
        } else if (what == "unknown control") {
            experiment.controls.emplace_back("nothing");
        } else if (what == "no data folder") {
            data = m_folder / "nowhere";
        } else if (what == "too large splits") {
            experiment.data.splits.test = 5000;
        } else if (what == "no reference rows") {
            experiment.data.splits.reference = 0;
        } else if (what == "private without release rows") {
            experiment.data.splits.validation = 0;
            experiment.transfer.privacy.epsilon = 1.0;
        } else if (what == "unknown optimiser") {
            experiment.source.train.optimiser = "sgd";
        } else if (what == "no such artifact folder") {
            m_request.artifactDir = m_folder / "nowhere" / "else";
        } else {
            experiment.transfer.rate = 1e20;
        }
        const auto result =
            must(TransferJob(m_request, {data, {}}, m_sink, m_stop.get_token()).run());
        QVERIFY(result.failure);
        QCOMPARE(static_cast<int>(result.failure->code), code);
        QVERIFY(!result.failure->detail.empty());
        QVERIFY(!result.token);
        QVERIFY(!result.cancelled);
    }

private:
    [[nodiscard]] Result<TransferResult> run() {
        const auto token = m_stop.get_token();
        return TransferJob(m_request, {dataDir(), {}}, m_sink, token).run();
    }

    Folder m_folder;
    TransferRequest m_request;
    RecordingSink m_sink;
    std::stop_source m_stop;
};

TESSERA_TEST(TestTransferJob)

#include "test_transfer_job.moc"
