#include "core/experiment/study_json.h"

#include "core/experiment/defaults.h"

#include "tests/core/experiment/study_samples.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

using namespace tessera;
using namespace tessera::experiment;
using namespace tessera::test;

namespace {

// Everything differs from its default.
StudySpec unusualStudy() {
    StudySpec study;
    study.name = "Größe & co";
    study.base.threads = 2;
    study.base.source.train = {5, 0.01, 16, "sgd"};
    study.base.receiver.state = ReceiverState::Trained;
    study.base.receiver.train = {2, 0.1, 8, "adamw"};
    study.base.data.name = "digits";
    study.base.data.splits = {300, 200, 100, 150};
    study.base.transfer.epochs = 7;
    study.base.transfer.hub.dim = 99;
    study.base.controls = {ControlId("readout_only")};
    study.pairs = {{networkOf("mlp", 8), networkOf("lstm", 9)},
                   {networkOf("conv", 8), networkOf("conv", 8)}};
    study.samePairs = SamePairs::Skip;
    StudyMethod method{"A", study.base.transfer, std::nullopt};
    study.methods.push_back(method);
    method.label = "A, cold";
    method.transfer.temperature = 1.0;
    method.transfer.hub.kind = HubKindId("relative");
    method.controls.emplace();
    study.methods.push_back(method);
    method.label = "teacher";
    method.transfer.mode = ModeId("kd");
    method.controls = {ControlId("shuffled_targets"), ControlId("untrained_source")};
    study.methods.push_back(method);
    study.seeds = {7, 3, UINT64_MAX};
    study.referenceSizes = {200, 50};
    study.shifts = {{}, {"noise", 0.25}, {"noise", 0.5}};
    study.tasks = {{}, {"permuted", 0.5, {}}, {"other", 1.0, "letters"}};
    return study;
}

} // namespace

class TestStudyJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip() {
        const auto before = unusualStudy();
        const auto after = studyFromJson(toJson(before));
        QVERIFY2(after.has_value(), after ? "" : after.error().detail.c_str());
        QVERIFY(*after == before);
        const auto text = studyText(before);
        QVERIFY(parseStudy(text).value() == before);
        QCOMPARE(studyText(parseStudy(text).value()), text);
        // A method says only what it changes.
        const auto json = toJson(before);
        const auto& methods = json["methods"];
        QVERIFY(!methods[0].contains("transfer"));
        QCOMPARE(methods[1]["transfer"].dump(),
                 std::string(R"({"hub":{"kind":"relative"},"temperature":1.0})"));
        QCOMPARE(methods[2]["mode"].get<std::string>(), std::string("kd"));
    }

    void defaults() {
        const auto study = studyOf(Json::parse(kSmallStudy));
        QCOMPARE(study.receivers.size(), std::size_t(2)); // the sources teach each other
        QVERIFY(study.receivers == study.sources);
        QVERIFY(study.samePairs == SamePairs::Keep);
        QCOMPARE(study.methods.size(), std::size_t(1));
        QCOMPARE(study.methods[0].label, std::string("A"));
        QVERIFY(study.methods[0].transfer == TransferSpec());
        QVERIFY(study.seeds == defaultSeeds());
        QVERIFY(study.base.controls == defaultControls());
        QVERIFY(study.shifts.empty() && study.referenceSizes.empty() && study.pairs.empty());
        // What is filled in is written down.
        const auto json = toJson(study);
        for (const auto* key : {"schema", "receivers", "methods", "seeds", "controls"}) {
            QVERIFY2(json.contains(key), key);
        }
    }

    void methodsTakeOverTheBase() {
        const auto study = studyOf(patchedStudy(
            R"({"base": {"transfer": {"epochs": 9, "hub": {"dim": 7}}},
                "methods": ["kd", {"label": "wide", "transfer": {"hub": {"dim": 8}}},
                            {"mode": "none", "controls": []}]})"));
        QCOMPARE(study.methods[0].label, std::string("kd"));
        QCOMPARE(study.methods[0].transfer.epochs, 9);
        QVERIFY(!study.methods[0].controls);
        QCOMPARE(study.methods[1].transfer.mode, ModeId("A"));
        QCOMPARE(study.methods[1].transfer.hub.dim, 8);
        QCOMPARE(study.methods[1].transfer.epochs, 9);
        QCOMPARE(study.methods[2].label, std::string("none"));
        QVERIFY(study.methods[2].controls && study.methods[2].controls->empty());
    }

    void wrongContent_data() {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const char* patch, const char* part) {
            QTest::newRow(name) << QString(patch) << QString(part);
        };
        row("no name", R"({"name": null})", "name is missing");
        row("a name with a slash", R"({"name": "a/b"})", "name must be a file's name");
        row("a hidden name", R"({"name": ".a"})", "no dot in front");
        row("no base", R"({"base": null})", "base is missing");
        row("no data", R"({"base": {"data": null}})", "base.data is missing");
        row("typing error", R"({"seed": [1]})", "seed is not a known key (did you mean seeds?)");
        row("typing error inside", R"({"base": {"transfer": {"rat": 1}}})",
            "base.transfer.rat is not a known key (did you mean rate?)");
        row("a seed in the base", R"({"base": {"seed": 1}})", "base.seed is not a known key");
        row("no networks", R"({"sources": null})", "no networks");
        row("empty sources", R"({"sources": []})", "no networks");
        row("receivers only",
            R"({"sources": null, "receivers": [{"architecture": {"family": "mlp"}}]})",
            "no networks");
        row("no array", R"({"sources": {"architecture": {"family": "mlp"}}})",
            "sources is an object; it must be an array");
        row("network without a family", R"({"sources": [{"architecture": {"width": 3}}]})",
            "sources[0].architecture.family is missing");
        row("wrong width", R"({"sources": [{"architecture": {"family": "mlp", "width": 0}}]})",
            "sources[0].architecture.width is 0; it must be a whole number");
        row("a network twice",
            R"({"sources": [{"architecture": {"family": "mlp"}},
                            {"architecture": {"family": "mlp", "width": 64}}]})",
            "sources has mlp 64d/2L twice");
        row("pairs and sources",
            R"({"pairs": [[{"architecture": {"family": "mlp"}},
                           {"architecture": {"family": "mlp"}}]]})",
            "pairs as well as sources");
        row("a pair of one", R"({"sources": null, "pairs": [[{"architecture": {}}]]})",
            "pairs[0] must be an array of two networks");
        row("a pair twice",
            R"({"sources": null,
                "pairs": [[{"architecture": {"family": "mlp"}}, {"architecture": {"family": "gru"}}],
                          [{"architecture": {"family": "mlp"}},
                           {"architecture": {"family": "gru"}}]]})",
            "pairs has mlp 64d/2L > gru 64d/2L twice");
        row("nobody to teach",
            R"({"same_pairs": "skip", "sources": [{"architecture": {"family": "mlp"}}]})",
            "no pairs");
        row("a word for same pairs", R"({"same_pairs": "no"})", R"("keep" or "skip")");
        row("a seed twice", R"({"seeds": [1, 2, 1]})", "seeds[2] is 1, which stands there already");
        row("a negative seed", R"({"seeds": [-1]})", "seeds[0] is -1; it must be a whole number");
        row("a seed in words", R"({"seeds": ["one"]})", R"(seeds[0] is "one")");
        row("one seed", R"({"seeds": 1})", "seeds is 1; it must be an array");
        row("a reference size of none",
            R"({"reference_sizes": [0],
                "base": {"data": {"splits": {"source_train": 1, "reference": 1}}}})",
            "reference_sizes has 0; its numbers must be from 1 to");
        row("reference sizes without splits", R"({"reference_sizes": [10]})",
            "reference_sizes needs base.data.splits");
        row("a reference size twice", R"({"reference_sizes": [10, 10]})",
            "reference_sizes[1] is 10, which stands there already");
        row("a strong shift", R"({"shifts": [{"kind": "noise", "strength": 2}]})",
            "shifts[0].strength is 2; it must be a number from 0 to 1");
        row("a shift twice", R"({"shifts": [{"kind": "noise"}, {"kind": "noise",
                                                                "strength": 0.5}]})",
            "shifts has noise 0.5 twice");
        row("a task twice", R"({"tasks": [{"kind": "permuted"}, {"kind": "permuted"}]})",
            "tasks has permuted 1 twice");
        row("an unknown part of a task", R"({"tasks": [{"kind": "permuted", "size": 1}]})",
            "tasks[0].size");
        row("no shift twice", R"({"shifts": [{"kind": "none"}, {"kind": "none"}]})",
            "shifts has none twice");
        row("two methods of one name",
            R"({"methods": ["A", {"mode": "A", "transfer": {"epochs": 9}}]})",
            "two methods are called A");
        row("two methods that do the same", R"({"methods": ["A", {"label": "B", "mode": "A"}]})",
            "the methods A and B do the same");
        row("two modes", R"({"methods": [{"mode": "A", "transfer": {"mode": "kd"}}]})",
            "methods[0].transfer.mode is not methods[0].mode");
        row("a method that is a number", R"({"methods": [3]})", "methods[0] is 3");
        row("an unknown key of a method", R"({"methods": [{"mode": "A", "epochs": 3}]})",
            "methods[0].epochs is not a known key");
        row("a rate of none", R"({"methods": [{"mode": "A", "transfer": {"rate": 0}}]})",
            "methods[0].transfer.rate is 0");
        row("a control twice", R"({"controls": ["a", "a"]})", "controls");
        row("a schema of nothing", R"({"schema": 0})", "schema is 0");
    }
    void wrongContent() {
        QFETCH(QString, patch);
        QFETCH(QString, part);
        const auto study = studyFromJson(patchedStudy(patch.toUtf8().constData()));
        QVERIFY(!study);
        QCOMPARE(study.error().code, ErrorCode::InvalidArgument);
        const auto detail = QString::fromStdString(study.error().detail);
        QVERIFY2(detail.contains(part), qPrintable(detail));
    }

    void tooManyRuns() {
        auto json = patchedStudy("{}");
        for (int i = 0; i < 30000; ++i) { // with four pairs
            json["seeds"].push_back(i);
        }
        const auto study = studyFromJson(json);
        QVERIFY(!study);
        QVERIFY2(study.error().detail.find("more than 100000 runs") != std::string::npos,
                 study.error().detail.c_str());
    }

    void refusesOtherDocuments() {
        QCOMPARE(studyFromJson(Json::array()).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(studyFromJson(patchedStudy(R"({"schema": 2, "new": 1})")).error().code,
                 ErrorCode::Unsupported);
        QCOMPARE(parseStudy("{\"name\": ").error().code, ErrorCode::Corrupt);
        QCOMPARE(parseStudy("{\"name\": \"a\", \"name\": \"b\"}").error().code,
                 ErrorCode::InvalidArgument);
    }

    void filesAreRelativeToTheRecipe() {
        QTemporaryDir dir;
        const auto folder = std::filesystem::path(dir.path().toStdString());
        std::ofstream(folder / "a.study.json") << R"({"name": "a", "base": {"data":
            {"file": "d.csv", "task": {"kind": "other", "data": "sub/e.csv"}}},
            "sources": [{"file": "nets/s.pt"}], "receivers": [{"file": "/r.pt"}]})";
        const auto study = readStudy(folder / "a.study.json");
        QVERIFY2(study.has_value(), study ? "" : study.error().detail.c_str());
        QCOMPARE(study->base.data.file, folder / "d.csv");
        QCOMPARE(study->base.data.name, std::string("d"));
        QCOMPARE(study->base.data.task.data, (folder / "sub/e.csv").string());
        QCOMPARE(study->sources[0].file, folder / "nets/s.pt");
        QCOMPARE(study->receivers[0].file, std::filesystem::path("/r.pt"));
        QCOMPARE(readStudy(folder / "b.study.json").error().code, ErrorCode::NotFound);
    }
};

TESSERA_TEST(TestStudyJson)
#include "test_study_json.moc"
