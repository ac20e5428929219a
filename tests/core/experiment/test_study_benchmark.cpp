#include "core/experiment/study_benchmark.h"

#include "core/experiment/study_expansion.h"
#include "core/experiment/study_json.h"

#include "tests/core/experiment/study_samples.h"
#include "tests/support/test_registry.h"

#include <set>

using namespace tessera;
using namespace tessera::experiment;
using namespace tessera::test;

namespace {

std::vector<ModeEntry> knownModes() {
    const auto mode = [](const char* id, const std::vector<std::string>& parameters) {
        ModeEntry entry;
        entry.id = id;
        entry.parameters = parameters;
        return entry;
    };
    return {mode("A", {"epochs", "rate"}), mode("kd", {"rate", "epochs"}), mode("none", {}),
            mode("crd", {"epochs"})};
}

} // namespace

class TestStudyBenchmark : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theQuickOneIsTheReferences() {
        const auto study = benchmarkStudy({}, knownModes());
        QCOMPARE(study.name, std::string("benchmark token-mean quick"));
        QVERIFY(study.base.data.splits == (SplitSpec{400, 2000, 200, 2000}));
        QVERIFY(study.base.source.train == (TrainSpec{12, 1e-3, 32, "adam"}));
        QVERIFY(study.seeds == std::vector<std::uint64_t>{1});
        QStringList labels;
        for (const auto& method : study.methods) {
            labels.append(QString::fromStdString(method.label));
            QCOMPARE(method.transfer.epochs, 3);
            QVERIFY(method.label == "A" ? !method.controls : method.controls->empty());
        }
        QCOMPARE(labels, QStringList({"none", "A", "kd"})); // crd is not quick
        std::set<std::string> pairs;
        const auto cells = expandStudy(study);
        for (const auto& cell : cells) {
            QVERIFY(cell.sourceLabel != cell.receiverLabel);
            pairs.insert(cell.sourceLabel + " > " + cell.receiverLabel);
        }
        QCOMPARE(pairs.size(), std::size_t(20));
        QCOMPARE(cells.size(), std::size_t(60));
    }

    void theDigitsTakeSeedsAndEpochs() {
        BenchmarkChoice choice;
        choice.task = "digits";
        const auto study = benchmarkStudy(choice, knownModes());
        QCOMPARE(study.name, std::string("benchmark digits full"));
        QCOMPARE(study.seeds.size(), std::size_t(5));
        QVERIFY(study.base.data.splits.isDefault());
        QStringList labels;
        for (const auto& method : study.methods) {
            labels.append(QString::fromStdString(method.label));
        }
        // What takes no epochs need not be repeated for more of them.
        QCOMPARE(labels, QStringList({"none", "A, 1 epoch", "A, 3 epochs", "A, 10 epochs",
                                      "kd, 1 epoch", "kd, 3 epochs", "kd, 10 epochs",
                                      "crd, 1 epoch", "crd, 3 epochs", "crd, 10 epochs"}));
    }

    void conditionsAreListsOfTheStudy() {
        BenchmarkChoice choice;
        choice.shifts = {{}, {"substitution", 0.5}};
        auto study = benchmarkStudy(choice, knownModes());
        QVERIFY(study.shifts == choice.shifts);
        QCOMPARE(study.name, std::string("benchmark token-mean quick, conditions none+substitution "
                                         "0.5"));
        QCOMPARE(expandStudy(study).size(), std::size_t(2 * 60));
        choice.shifts.clear();
        choice.tasks = {{}, {"permuted", 1.0, {}}};
        study = benchmarkStudy(choice, knownModes());
        QVERIFY(study.tasks == choice.tasks);
        QVERIFY(study.name.find("source permuted 1") != std::string::npos);
    }

    void followsWhatIsAsked() {
        BenchmarkChoice choice;
        choice.task = "digits";
        choice.size = BenchmarkSize::Quick;
        choice.seeds = 2;
        choice.methods = {ModeId("rkd")};
        choice.epochs = {4};
        const auto study = benchmarkStudy(choice, knownModes());
        QCOMPARE(study.name, std::string("benchmark digits quick, seeds 2, methods rkd, epochs 4"));
        QVERIFY(study.seeds == (std::vector<std::uint64_t>{1, 2}));
        QCOMPARE(study.methods.size(), std::size_t(1));
        QCOMPARE(study.methods[0].label, std::string("rkd"));
        QCOMPARE(study.methods[0].transfer.epochs, 4);
    }

    // Else another choice would take the place of an earlier study.
    void otherChoicesAreOtherStudies() {
        BenchmarkChoice choice;
        choice.seeds = 1;
        choice.epochs = {3};
        choice.methods = {ModeId("none"), ModeId("A"), ModeId("kd")}; // those that are known
        QCOMPARE(benchmarkStudy(choice, knownModes()).name,
                 std::string("benchmark token-mean quick"));
        choice.methods.pop_back();
        QCOMPARE(benchmarkStudy(choice, knownModes()).name,
                 std::string("benchmark token-mean quick, methods none+A"));
        for (int i = 0; i < 20; ++i) {
            choice.methods.emplace_back("method_" + std::to_string(i));
        }
        const auto name = benchmarkStudy(choice, knownModes()).name;
        QVERIFY2(name.starts_with("benchmark token-mean quick, choices "), name.c_str());
        QVERIFY(name.size() < 100);
        choice.methods.back() = ModeId("other");
        QVERIFY(benchmarkStudy(choice, knownModes()).name != name);
    }

    void theQuickOneHasTheMethodsTalkedAboutMost() {
        std::vector<ModeEntry> all;
        for (const auto* id : {"A", "kd", "kd_readout", "fitnets", "rkd", "attention", "crd",
                               "ridge_input", "supervised", "reference", "none", "stitching"}) {
            ModeEntry entry;
            entry.id = id;
            all.push_back(entry);
        }
        QStringList labels;
        for (const auto& method : benchmarkStudy({}, all).methods) {
            labels.append(QString::fromStdString(method.label));
        }
        QCOMPARE(labels, QStringList({"none", "A", "kd", "kd_readout", "fitnets", "rkd",
                                      "ridge_input", "supervised", "reference"}));
    }

    void isAGoodRecipe_data() {
        QTest::addColumn<QString>("task");
        for (const auto& task : benchmarkTasks()) {
            QTest::newRow(task.c_str()) << QString::fromStdString(task);
        }
    }
    void isAGoodRecipe() {
        QFETCH(QString, task);
        for (const auto size : {BenchmarkSize::Quick, BenchmarkSize::Full}) {
            BenchmarkChoice choice;
            choice.task = task.toStdString();
            choice.size = size;
            const auto study = benchmarkStudy(choice, knownModes());
            const auto read = studyFromJson(toJson(study));
            QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
            QVERIFY(*read == study);
        }
    }
};

TESSERA_TEST(TestStudyBenchmark)
#include "test_study_benchmark.moc"
