#include "core/stats/study_setting.h"

#include "tests/support/study_rows.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::stats;
using tessera::test::studyRow;

class TestStudySetting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byEverythingButTheSeed() {
        std::vector<StudyRow> rows{
            studyRow("A", "mlp", "lstm", 2, 0.1, 0.8), studyRow("A", "mlp", "lstm", 1, 0.1, 0.8),
            studyRow("kd", "mlp", "lstm", 1, 0.1, 0.8), studyRow("A", "conv", "lstm", 1, 0.1, 0.8)};
        rows[1].cell.experiment.name = "named otherwise";
        rows[1].cell.experiment.controls = {ControlId("readout_only")};
        const auto grouping = groupRows(rows);
        QCOMPARE(grouping.methods, (std::vector<std::string>{"A", "kd"}));
        QCOMPARE(grouping.pairs, (std::vector<std::string>{"mlp > lstm", "conv > lstm"}));
        QCOMPARE(grouping.settings.size(), std::size_t{1});
        QCOMPARE(grouping.settings[0].label, std::string("digits"));
        QCOMPARE(grouping.seeds, (std::vector<std::uint64_t>{1, 2}));
        QVERIFY(grouping.places[0] == grouping.places[1]);
        QCOMPARE(grouping.places[2].method, std::size_t{1});
        QCOMPARE(grouping.places[3].pair, std::size_t{1});
    }

    void settingsHaveNames() {
        std::vector<StudyRow> rows(4, studyRow("A", "mlp", "lstm", 1, 0.1, 0.8));
        rows[1].cell.experiment.data.splits.reference = 300;
        rows[1].cell.experiment.data.shift = {"noise", 0.25};
        rows[2].cell.experiment.data.task.kind = "coarser";
        rows[3].cell.experiment.source.train.epochs = 5; // cannot be told by the label
        const auto grouping = groupRows(rows);
        QCOMPARE(grouping.settings.size(), std::size_t{4});
        QCOMPARE(grouping.settings[1].label,
                 std::string("digits, 300 reference inputs, noise 0.25"));
        QCOMPARE(grouping.settings[2].label, std::string("digits, source task coarser 1"));
        QCOMPARE(grouping.settings[3].label, std::string("digits (2)"));
    }

    // Two recipes under one name are not one method.
    void oneLabelTwoRecipes() {
        std::vector<StudyRow> rows(3, studyRow("A", "mlp", "lstm", 1, 0.1, 0.8));
        rows[1].cell.experiment.transfer.epochs = 10;
        rows[2].cell.experiment.source.network.architecture->width = 128;
        const auto grouping = groupRows(rows);
        QCOMPARE(grouping.methods, (std::vector<std::string>{"A", "A (2)"}));
        QCOMPARE(grouping.pairs, (std::vector<std::string>{"mlp > lstm", "mlp > lstm (2)"}));
    }

    void none() {
        const auto grouping = groupRows({});
        QVERIFY(grouping.methods.empty() && grouping.settings.empty() && grouping.seeds.empty());
    }
};

TESSERA_TEST(TestStudySetting)

#include "test_study_setting.moc"
