#include "core/experiment/defaults.h"
#include "core/experiment/experiment_json.h"
#include "tests/core/transfer/transfer_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <set>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::transfer;

namespace {

constexpr double kNaNModeContract = std::numeric_limits<double>::quiet_NaN();

void dropValidation(Bench& bench) {
    auto& rows = bench.data.validation;
    rows = {rows.inputs.narrow(0, 0, 0), rows.labels.narrow(0, 0, 0)};
}

bool hasHub(const Mode& mode) {
    const auto& fields = mode.descriptor().parameters;
    return std::find(fields.begin(), fields.end(), "hub.kind") != fields.end();
}

} // namespace

// What every mode must keep (frozen ids, cancel, errors), and Mode A's failures.
class TestModeContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void registry() {
        std::set<std::string> ids;
        for (const auto& mode : modes()) {
            QVERIFY(!mode->descriptor().id.empty());
            QVERIFY(!mode->descriptor().description.empty());
            QVERIFY(ids.insert(mode->descriptor().id.value).second);
            QVERIFY(must(findMode(mode->descriptor().id)) == mode.get());
        }
        QVERIFY(ids.count("A") == 1);
        const auto unknown = findMode(ModeId("a"));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        QVERIFY(unknown.error().detail.find("choose from A") != std::string::npos);
    }

    // What a form shows are fields of the experiment, each once.
    void parametersAreFields_data() { modeIds(); }
    void parametersAreFields() {
        QFETCH(QString, mode);
        Experiment experiment;
        experiment.transfer.mode = ModeId(mode.toStdString());
        const auto fields = experiment::toJson(experiment)["transfer"];
        const auto& parameters = must(findMode(experiment.transfer.mode))->descriptor().parameters;
        QVERIFY(mode == "none" || !parameters.empty());
        for (const auto& parameter : parameters) {
            auto place = "/" + parameter;
            std::replace(place.begin(), place.end(), '.', '/');
            const nlohmann::ordered_json::json_pointer field(place);
            QVERIFY2(fields.contains(field) && !fields[field].is_object(), parameter.c_str());
        }
        const std::set<std::string> different(parameters.begin(), parameters.end());
        QCOMPARE(different.size(), parameters.size());
    }

    // What a report says of the rate is what the method does, whatever the recipe asks for.
    void scheduleIsTheResolvedOne_data() { modeIds(); }
    void scheduleIsTheResolvedOne() {
        QFETCH(QString, mode);
        const auto learned = [&](RateSchedule schedule) {
            Bench bench;
            bench.spec.schedule = schedule;
            bench.spec.epochs = 1;
            (void)bench.run(mode.toStdString()); // whether it can be run here or not
            return zoo::weightsHash(*bench.receiver);
        };
        const auto resolved = [&](RateSchedule schedule) {
            TransferSpec spec;
            spec.mode = ModeId(mode.toStdString());
            spec.schedule = schedule;
            return experiment::resolvedSchedule(spec);
        };
        const auto constant = learned(RateSchedule::Constant);
        for (const auto schedule : {RateSchedule::Auto, RateSchedule::OneCycle}) {
            const auto hash = learned(schedule);
            if (resolved(schedule) == RateSchedule::Constant) {
                QCOMPARE(hash, constant);
            } else {
                QCOMPARE(hash, learned(RateSchedule::OneCycle));
            }
        }
        // The public implementation has no other rate; all that learn by steps can have one.
        const auto& fields = must(findMode(ModeId(mode.toStdString())))->descriptor().parameters;
        const auto has = [&](const char* field) {
            return std::find(fields.begin(), fields.end(), field) != fields.end();
        };
        if (has("epochs")) {
            QCOMPARE(resolved(RateSchedule::OneCycle) == RateSchedule::OneCycle, has("schedule"));
        }
    }

    void everyFamilyLearns_data() {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("family");
        for (const auto& mode : modes()) {
            for (const auto& family : zoo::families()) {
                if (!hasHub(*mode)) {
                    continue; // a baseline: test_baselines.cpp
                }
                const auto id = QString::fromStdString(mode->descriptor().id.value);
                const auto name = QString::fromStdString(family.id.value);
                QTest::newRow(qPrintable(id + " to " + name)) << id << name;
            }
        }
    }
    void everyFamilyLearns() {
        QFETCH(QString, mode);
        QFETCH(QString, family);
        Bench bench;
        bench.receiver = toyNetwork(family.toStdString(), 16, 9);
        const auto outcome = must(bench.run(mode.toStdString()));
        QVERIFY(!outcome.cancelled);
        QVERIFY(outcome.hubSpace != nullptr);
        QCOMPARE(outcome.vector.size(), std::size_t{32});
        QVERIFY(!bench.receiver->is_training());
        const auto drift = bench.sink.curve("drift.output");
        QVERIFY(*outcome.drift.output < *drift.front().value);
        QVERIFY(accuracy(*bench.receiver, bench.data.test) > 0.8);
    }

    void stoppedBeforeTheStart_data() { modeIds(); }
    void stoppedBeforeTheStart() {
        QFETCH(QString, mode);
        Bench bench;
        bench.stop.request_stop();
        const auto hash = zoo::weightsHash(*bench.receiver);
        QVERIFY(must(bench.run(mode.toStdString())).cancelled);
        QCOMPARE(zoo::weightsHash(*bench.receiver), hash);
        QVERIFY(bench.sink.curve("loss.batch").empty());
    }

    void stoppedInAnyStage_data() {
        QTest::addColumn<int>("phase");
        for (const auto phase : {Phase::Fingerprint, Phase::Collect, Phase::Hub,
                                 Phase::EncodeDecode, Phase::FineTune}) {
            QTest::newRow(phaseName(phase)) << static_cast<int>(phase);
        }
    }
    void stoppedInAnyStage() {
        QFETCH(int, phase);
        Bench bench;
        bench.sink.onProgress = [&](const Progress& progress) {
            if (static_cast<int>(progress.phase) == phase) {
                bench.stop.request_stop();
            }
        };
        QVERIFY(must(bench.run()).cancelled);
        QVERIFY(bench.sink.curve("loss.batch").empty());
    }

    void stopsWithinABatch_data() {
        QTest::addColumn<int>("batch");
        for (const int batch : {1, 5, 7, 15}) { // 5 and 15: the last of an epoch
            QTest::addRow("batch %d", batch) << batch;
        }
    }
    void stopsWithinABatch() {
        QFETCH(int, batch);
        Bench bench;
        bench.sink.onSample = [&](const MetricSample& sample) {
            if (sample.series == "loss.batch" && sample.step == batch) {
                bench.stop.request_stop();
            }
        };
        const auto outcome = must(bench.run());
        QVERIFY(outcome.cancelled);
        QVERIFY(bench.sink.curve("loss.batch").size() <= static_cast<std::size_t>(batch + 1));
        QCOMPARE(outcome.gradientSteps,
                 static_cast<std::int64_t>(bench.sink.curve("loss.batch").size()));
        QVERIFY(!bench.receiver->is_training());
    }

    void divergence_data() {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("epochs");
        QTest::newRow("many steps") << 1e20 << 32 << 3;
        QTest::newRow("only the last step") << 1e20 << 161 << 1; // no further loss shows it
    }
    void divergence() {
        QFETCH(double, rate);
        QFETCH(int, batch);
        QFETCH(int, epochs);
        Bench bench;
        bench.spec.rate = rate;
        bench.spec.batch = batch;
        bench.spec.epochs = epochs;
        const auto result = bench.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Diverged);
        QVERIFY(result.error().detail.find("transfer.rate") != std::string::npos);
        for (const auto& sample : bench.sink.samples) {
            QVERIFY2(!sample.value || std::isfinite(*sample.value), sample.series.c_str());
        }
    }

    void brokenInputs_data() {
        QTest::addColumn<double>("value");
        QTest::newRow("NaN") << kNaNModeContract;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
    }
    void brokenInputs() {
        QFETCH(double, value);
        Bench bench;
        bench.data.reference[7][3] = value;
        const auto result = bench.run();
        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::InvalidArgument ||
                result.error().code == ErrorCode::Diverged);
        QVERIFY(!result.error().detail.empty());
        for (const auto& sample : bench.sink.samples) { // not finite = not measured
            QVERIFY2(!sample.value || std::isfinite(*sample.value), sample.series.c_str());
        }
    }

    void deadNetworks_data() {
        QTest::addColumn<bool>("receiver");
        QTest::addColumn<double>("bias");
        QTest::newRow("receiver of zeros") << true << 0.0;
        QTest::newRow("receiver of constants") << true << 0.1;
        QTest::newRow("source of zeros") << false << 0.0;
        QTest::newRow("source of constants") << false << 0.1;
    }
    void deadNetworks() {
        QFETCH(bool, receiver);
        QFETCH(double, bias);
        Bench bench;
        kill(receiver ? *bench.receiver : *bench.source, bias);
        const auto result = bench.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QVERIFY(result.error().detail.find(receiver ? "pupil" : "teacher") != std::string::npos);
    }

    void twoNetworksOfOneName() {
        Bench bench;
        auto input = bench.input();
        input.receiverId = input.sourceId;
        const auto outcome = must(modes().front()->run(input, bench.sink, {}));
        QVERIFY(outcome.hubSpace != nullptr);
        QVERIFY(accuracy(*bench.receiver, bench.data.test) > 0.9);
    }

    void declaredMismatch() {
        Bench bench;
        bench.labelSpacesAgree = false;
        bench.receiver = toyNetwork("mlp", 10, 5, kToyClasses + 3);
        const auto head = bench.receiver->head()->weight.detach().clone();
        const auto outcome = must(bench.run());
        QCOMPARE(outcome.gradientSteps, std::int64_t{15});
        QVERIFY(torch::equal(bench.receiver->head()->weight, head)); // no readout
        for (const auto& point : bench.sink.curve("loss.behaviour")) {
            QVERIFY(!point.value);
        }
        for (const auto& point : bench.sink.curve("drift.output")) {
            QVERIFY(!point.value);
        }
        QVERIFY(bench.sink.curve("accuracy.validation").empty());
        QVERIFY(bench.sink.curve("agreement.validation").empty());
        QVERIFY(!outcome.drift.output);
        QVERIFY(outcome.drift.hubError && outcome.drift.layer);
        QVERIFY(bench.sink.hasNotice("different classes"));
    }

    void withoutValidationRows() {
        Bench bench;
        dropValidation(bench);
        const auto outcome = must(bench.run());
        QVERIFY(!outcome.drift.output && !outcome.drift.hubError && !outcome.drift.hub);
        QVERIFY(!outcome.hub.roundTripSource);
        QCOMPARE(outcome.vector.size(), std::size_t{32});
        QVERIFY(accuracy(*bench.receiver, bench.data.test) > 0.9);
        Bench noised;
        dropValidation(noised);
        noised.spec.privacy.epsilon = 1.0;
        const auto refused = noised.run(); // encoders have seen all rows that are left
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    }

    void withoutCurves() {
        Bench whole, quiet;
        quiet.measureCurves = false;
        QVERIFY(whole.run());
        const auto outcome = must(quiet.run());
        QCOMPARE(zoo::weightsHash(*quiet.receiver), zoo::weightsHash(*whole.receiver));
        QVERIFY(quiet.sink.curve("drift.output").empty());
        QVERIFY(outcome.vector.empty() && !outcome.privacy);
    }

    void unknownHubAndCutHub() {
        Bench bench;
        bench.spec.hub.kind = HubKindId("nowhere");
        const auto unknown = bench.run();
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        Bench cut;
        cut.spec.hub.dim = 3;
        const auto outcome = must(cut.run());
        QVERIFY(*outcome.hub.lostVariance > 0.0);
        QCOMPARE(outcome.vector.size(), std::size_t{3});
        QVERIFY(cut.sink.hasNotice("loses"));
    }

private:
    static void modeIds() {
        QTest::addColumn<QString>("mode");
        for (const auto& mode : modes()) {
            QTest::newRow(mode->descriptor().id.value.c_str())
                << QString::fromStdString(mode->descriptor().id.value);
        }
    }
};

TESSERA_TEST(TestModeContract)

#include "test_mode_contract.moc"
