#include "core/experiment/study_expansion.h"

#include "core/experiment/experiment_json.h"

#include "tests/core/experiment/study_samples.h"
#include "tests/support/test_registry.h"

#include <set>

using namespace tessera;
using namespace tessera::experiment;
using namespace tessera::test;

class TestStudyExpansion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOrderIsFixed() {
        const auto cells = expandStudy(studyOf(patchedStudy(
            R"({"seeds": [2, 1], "methods": ["kd", "A"], "same_pairs": "skip",
                "shifts": [{"kind": "none"}, {"kind": "noise"}], "reference_sizes": [9, 5],
                "base": {"data": {"splits": {"source_train": 7, "reference": 1, "test": 3}}}})")));
        QCOMPARE(cells.size(), std::size_t(2 * 2 * 2 * 2 * 2));
        QStringList order;
        for (const auto& cell : cells) {
            const auto& e = cell.experiment;
            order.append(
                QString("%1 %2 %3 %4 %5")
                    .arg(e.seed)
                    .arg(QString::fromStdString(e.source.network.architecture->family.value),
                         QString::fromStdString(shiftLabel(e.data.shift)))
                    .arg(e.data.splits.reference)
                    .arg(QString::fromStdString(e.transfer.mode.value)));
            QCOMPARE(cell.index, std::size_t(order.size() - 1));
            QCOMPARE(e.data.splits.sourceTrain, 7);
            QCOMPARE(e.data.splits.test, 3);
        }
        QStringList expected;
        for (const auto* seed : {"2", "1"}) {
            for (const auto* source : {"mlp", "lstm"}) {
                for (const auto* shift : {"none", "noise 0.5"}) {
                    for (const auto* size : {"9", "5"}) {
                        for (const auto* mode : {"kd", "A"}) {
                            expected.append(
                                QString("%1 %2 %3 %4 %5").arg(seed, source, shift, size, mode));
                        }
                    }
                }
            }
        }
        QCOMPARE(order, expected);
        QCOMPARE(cells[5].experiment.name,
                 std::string("digits mlp 64d/2L > lstm 64d/2L, A, shift noise 0.5, 9 references"));
    }

    // Each shift with each task.
    void tasksOfTheSource() {
        const auto cells = expandStudy(studyOf(patchedStudy(
            R"({"seeds": [1], "sources": [{"architecture": {"family": "mlp"}}],
                "shifts": [{"kind": "none"}, {"kind": "noise"}],
                "tasks": [{"kind": "none"}, {"kind": "permuted", "strength": 0.25}]})")));
        QStringList order;
        for (const auto& cell : cells) {
            order.append(QString::fromStdString(shiftLabel(cell.experiment.data.shift) + ", " +
                                                taskLabel(cell.experiment.data.task)));
        }
        QCOMPARE(order, QStringList({"none, the same", "none, permuted 0.25", "noise 0.5, the same",
                                     "noise 0.5, permuted 0.25"}));
        QVERIFY(cells[1].experiment.name.find("source task permuted 0.25") != std::string::npos);
        QVERIFY(cells[0].hash != cells[1].hash);
    }

    void pairs_data() {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QStringList>("pairs");
        QTest::newRow("all") << "{}"
                             << QStringList{"mlp > mlp", "mlp > lstm", "lstm > mlp", "lstm > lstm"};
        QTest::newRow("of different networks")
            << R"({"same_pairs": "skip"})" << QStringList{"mlp > lstm", "lstm > mlp"};
        QTest::newRow("receivers of their own")
            << R"({"receivers": [{"architecture": {"family": "gru"}}]})"
            << QStringList{"mlp > gru", "lstm > gru"};
        QTest::newRow("named") << R"({"sources": null, "same_pairs": "skip", "pairs": [
            [{"architecture": {"family": "gru"}}, {"architecture": {"family": "mlp"}}],
            [{"architecture": {"family": "mlp"}}, {"architecture": {"family": "mlp"}}]]})"
                               << QStringList{"gru > mlp"};
    }
    void pairs() {
        QFETCH(QString, patch);
        QFETCH(QStringList, pairs);
        auto study = studyOf(patchedStudy(patch.toUtf8().constData()));
        study.seeds = {1};
        QStringList found;
        for (const auto& cell : expandStudy(study)) {
            const auto family = [](const NetworkSpec& network) {
                return QString::fromStdString(network.architecture->family.value);
            };
            found.append(family(cell.experiment.source.network) + " > " +
                         family(cell.experiment.receiver.network));
        }
        QCOMPARE(found, pairs);
    }

    void everyCellIsAGoodExperimentOfItsOwn() {
        const auto study = studyOf(patchedStudy(
            R"({"methods": ["A", {"label": "long", "transfer": {"epochs": 10}, "controls": []}]})"));
        const auto cells = expandStudy(study);
        QCOMPARE(cells.size(), std::size_t(4 * 3 * 2));
        std::set<std::string> hashes;
        for (const auto& cell : cells) {
            QVERIFY2(problemsOf(cell.experiment).empty(), cell.experiment.name.c_str());
            QCOMPARE(cell.hash.size(), std::size_t(64));
            hashes.insert(cell.hash);
            // As a store gives it back.
            const auto stored = parseExperiment(experimentText(cell.experiment));
            QVERIFY(stored.has_value());
            QCOMPARE(experimentHash(*stored), cell.hash);
            QCOMPARE(cell.experiment.controls.size(), std::size_t(cell.method == "A" ? 3 : 0));
        }
        QCOMPARE(hashes.size(), cells.size());
        QVERIFY(expandStudy(study) == cells);
        QVERIFY(expandStudy(studyFromJson(toJson(study)).value()) == cells);
    }

    void theHashIsOfTheContent() {
        const auto study = studyOf(Json::parse(kSmallStudy));
        auto experiment = expandStudy(study).front().experiment;
        const auto hash = experimentHash(experiment);
        experiment.name = "another name";
        QCOMPARE(experimentHash(experiment), hash);
        experiment.transfer.rate *= 1.0 + 1e-15;
        QVERIFY(experimentHash(experiment) != hash);
    }

    void addingToAStudyKeepsWhatWasThere() {
        const auto before = expandStudy(studyOf(patchedStudy(R"({"seeds": [1]})")));
        const auto after =
            expandStudy(studyOf(patchedStudy(R"({"seeds": [2, 1], "methods": ["kd", "A"],
                                     "shifts": [{"kind": "noise"}, {"kind": "none"}]})")));
        std::set<std::string> hashes;
        for (const auto& cell : after) {
            hashes.insert(cell.hash);
        }
        for (const auto& cell : before) {
            QVERIFY(hashes.contains(cell.hash));
        }
    }

    void labelsTellNetworksApart() {
        const auto cells = expandStudy(studyOf(patchedStudy(
            R"({"seeds": [1], "sources": [{"architecture": {"family": "mlp"}},
                                          {"architecture": {"family": "mlp", "positions": false}}]})")));
        QCOMPARE(cells[0].sourceLabel, std::string("mlp 64d/2L"));
        QCOMPARE(cells[0].receiverLabel, std::string("mlp 64d/2L"));
        QCOMPARE(cells[1].receiverLabel, std::string("mlp 64d/2L (2)"));
        QCOMPARE(cells[3].sourceLabel, std::string("mlp 64d/2L (2)"));
    }
};

TESSERA_TEST(TestStudyExpansion)
#include "test_study_expansion.moc"
