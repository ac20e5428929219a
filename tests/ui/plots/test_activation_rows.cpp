#include "tests/support/test_registry.h"
#include "tests/ui/support/run_views.h"
#include "ui/plots/activation_rows.h"
#include "ui/plots/sample_card.h"

#include <QTest>

#include <cmath>

using namespace tessera;
using namespace tessera::test;

class TestActivationRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orders() {
        SampleSet samples;
        samples.inputs = Matrix{4, 1, {0, 0, 0, 0}};
        samples.labels = {2, 0, 2, 1};
        const float nan = std::nanf("");
        const Matrix layer{4, 2, {1, 3, nan, nan, 5, nan, 0, 1}};
        using Rows = std::vector<int>;
        QCOMPARE(ui::rowsInOrder(samples, layer, ui::RowOrder::AsInData), (Rows{0, 1, 2, 3}));
        QCOMPARE(ui::rowsInOrder(samples, layer, ui::RowOrder::ByClass), (Rows{1, 3, 0, 2}));
        QCOMPARE(ui::rowsInOrder(samples, layer, ui::RowOrder::ByMean), (Rows{2, 0, 3, 1}));
        samples.labels = {2};
        QCOMPARE(ui::rowsInOrder(samples, layer, ui::RowOrder::ByClass), (Rows{0, 1, 2, 3}));
    }

    void standardises() {
        const float nan = std::nanf("");
        const auto result =
            ui::standardisedColumns(Matrix{3, 3, {1, 7, nan, 3, 7, nan, nan, 7, 2}});
        QCOMPARE(result.at(0, 0), -1.0F);
        QCOMPARE(result.at(1, 0), 1.0F);
        QVERIFY(std::isnan(result.at(2, 0)));
        QCOMPARE(result.at(1, 1), 0.0F); // constant
        QCOMPARE(result.at(2, 2), 0.0F); // alone
    }

    void spanIgnoresWhatIsMissing() {
        QVERIFY(!ui::finiteSpan(Matrix{1, 2, {std::nanf(""), INFINITY}}));
        const auto span = ui::finiteSpan(Matrix{1, 3, {-2, std::nanf(""), 5}});
        QCOMPARE(span->lo, -2.0);
        QCOMPARE(span->hi, 5.0);
    }

    void choosesLayers() {
        NetworkRows network;
        QCOMPARE(ui::chooseLayer(network, "feature"), nullptr);
        network.layers = {{"layers.0", {}}, {"layers.1", {}}};
        QCOMPARE(ui::chooseLayer(network, "layers.0")->name, std::string("layers.0"));
        QCOMPARE(ui::chooseLayer(network, "feature")->name, std::string("layers.1"));
        network.layers.push_back({"feature", {}});
        QCOMPARE(ui::chooseLayer(network, "no such")->name, std::string("feature"));
    }

    void snapshotThatIsThere() {
        const auto run = madeRunView();
        QCOMPARE(ui::snapshotAt(run->snapshots, ui::SnapshotTime::Before), run->snapshots.first);
        QCOMPARE(ui::snapshotAt({run->snapshots.first, nullptr}, ui::SnapshotTime::Now),
                 run->snapshots.first);
        QCOMPARE(ui::snapshotAt({}, ui::SnapshotTime::Now), nullptr);
    }

    void inputsAsPictures() {
        SampleSet samples;
        samples.input = {InputKind::Image, 2, 2, 1, 0};
        samples.inputs = Matrix{2, 4, {0, 1, 2, 4, 7, 7, 7, std::nanf("")}};
        const auto image = ui::inputImage(samples, 0);
        QCOMPARE(image.size(), QSize(2, 2));
        QCOMPARE(qGray(image.pixel(0, 0)), 0);
        QCOMPARE(qGray(image.pixel(0, 1)), 127);
        QCOMPARE(qGray(image.pixel(1, 1)), 255);
        QCOMPARE(qGray(ui::inputImage(samples, 1).pixel(1, 1)), 128);
        QVERIFY(ui::inputImage(samples, 2).isNull());
        samples.input = {InputKind::Image, 1, 1, 3, 0}; // channels first
        samples.inputs = Matrix{1, 3, {0, 1, 2}};
        QCOMPARE(ui::inputImage(samples, 0).pixelColor(0, 0), QColor(0, 127, 255));
        samples.input = {InputKind::Flat, 3, 0, 1, 0};
        QVERIFY(ui::inputImage(samples, 0).isNull());
        QCOMPARE(ui::inputText(samples, 0), "0, 1, 2");
        samples.input = {InputKind::Image, 9, 9, 1, 0}; // says more than there is
        QVERIFY(ui::inputImage(samples, 0).isNull());
    }
};

TESSERA_TEST(TestActivationRows)
#include "test_activation_rows.moc"
