#include "ui/plots/layers_plot.h"

#include "tests/support/test_registry.h"
#include "tests/ui/plots/layers_fixture.h"
#include "ui/plots/layer_matrix.h"
#include "ui/plots/plot_key.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <set>

using namespace tessera;
using namespace tessera::test;

namespace {

ui::LayersPlot& layersPlot(ui::Plot& plot) {
    return static_cast<ui::LayersPlot&>(plot);
}

QStringList keyWords(ui::Plot& plot) {
    QStringList words;
    for (const auto* element : canvasOf(plot).plotLayout()->elements(true)) {
        if (const auto* key = dynamic_cast<const ui::PlotKey*>(element)) {
            for (const auto& entry : key->entries()) {
                words << entry.text;
            }
        }
    }
    return words;
}

bool hasKey(ui::Plot& plot, const QString& text) {
    return !keyWords(plot).filter(text).isEmpty();
}

} // namespace

class TestLayersPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesTheLayersOfARun() {
        LayersWorld made;
        const auto run = madeRunView();
        const auto plot = completePlot(made.world, "layers", run);
        QCOMPARE(made.analysis.comparisons, 1);
        const auto request = made.analysis.lastComparison();
        QCOMPARE(request.kind, SimilarityKind::UnbiasedCka);
        QCOMPARE(request.permutations, ui::LayersPlot::kPermutations);
        QCOMPARE(request.seed, run->record.experiment.seed);
        QCOMPARE(request.receiver, run->snapshots.last->receiver);
        const auto table = plot->table();
        QCOMPARE(table.rows.size(), std::size_t{9});
        QCOMPARE(table.columns, (QStringList{"source layer", "receiver layer", "unbiased CKA",
                                             "null (95%)", "under the null", "matched in order"}));
        const auto& row = table.rows[1]; // the first layer and the second
        QCOMPARE(row[0].toString(), "layers.0");
        QCOMPARE(row[1].toString(), "layers.1");
        QCOMPARE(row[2].toFloat(), LayerAnalysis::similarity(SimilarityKind::UnbiasedCka, 0, 1));
        QCOMPARE(row[3].toFloat(), LayerAnalysis::kNull);
        QCOMPARE(row[4].toString(), "no");
        QCOMPARE(row[5].toString(), "no");
        QCOMPARE(table.rows[2][4].toString(), "yes");
        QCOMPARE(table.rows[0][5].toString(), "yes");
        const auto summary = plot->summary();
        QVERIFY2(summary.contains("Most similar: layers.0 and layers.0, 0.9."),
                 qPrintable(summary));
        QVERIFY2(summary.contains("2 of 9 pairs are under the null"), qPrintable(summary));
        QVERIFY2(summary.contains("Matched in order: layers.0 and layers.0; layers.1 and"),
                 qPrintable(summary));
        QVERIFY(hasKey(*plot, "under the null") && hasKey(*plot, "matched in order"));
        QVERIFY(!hasKey(*plot, "not measured"));
        QVERIFY(layersPlot(*plot).notice().isEmpty());
    }

    void everyMeasureIsComputedOnceItIsPicked_data() {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("name");
        QTest::newRow("linear") << 1 << "linear CKA";
        QTest::newRow("neighbours") << 2 << "mutual neighbours";
        QTest::newRow("Procrustes") << 3 << "Procrustes similarity";
    }
    void everyMeasureIsComputedOnceItIsPicked() {
        QFETCH(int, index);
        QFETCH(QString, name);
        LayersWorld made;
        const auto run = madeRunView();
        const auto plot = completePlot(made.world, "layers", run);
        pickerOf(*plot, "layerMeasure").setCurrentIndex(index);
        QVERIFY(!plot->isComplete());
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(static_cast<int>(made.analysis.lastComparison().kind), index);
        QCOMPARE(plot->table().columns[2], name);
        QCOMPARE(made.analysis.comparisons, 2);
        // What is neither of the comparison nor new is not computed again.
        pickerOf(*plot, "layerMatching").setCurrentIndex(2);
        plot->setRuns({std::make_shared<RunView>(*run)});
        QVERIFY(plot->isComplete());
        QCOMPARE(made.analysis.comparisons, 2);
    }

    void theOlderResultStaysUntilTheNewOneIsThere() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "layers", madeRunView());
        made.analysis.hold(true);
        pickerOf(*plot, "layerMeasure").setCurrentIndex(1);
        QTRY_COMPARE(made.analysis.comparisons, 2);
        QVERIFY(!plot->isComplete());
        QCOMPARE(plot->table().columns[2], "unbiased CKA");
        QVERIFY(plot->table().rows[0][2].isValid());
        QTRY_VERIFY(hasKey(*plot, "Comparing the layers: 25% done."));
        // Another choice stops the one before.
        pickerOf(*plot, "layerMeasure").setCurrentIndex(2);
        QTRY_COMPARE(made.analysis.comparisons, 3);
        made.analysis.hold(false);
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(plot->table().columns[2], "mutual neighbours");
        QVERIFY(!hasKey(*plot, "Comparing"));
    }

    void anotherRunDoesNotShowTheOlderOne() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "layers", madeRunView());
        made.analysis.hold(true);
        plot->setRuns({withName("other", "other")});
        QVERIFY(!plot->table().rows[0][2].isValid());
        QVERIFY(layersPlot(*plot).notice().startsWith("Comparing the layers"));
        plot->setRuns({});
        QVERIFY(plot->isComplete() && plot->isEmpty());
    }

    void aGrowingRunIsComparedAsFastAsItCanBe() {
        LayersWorld made;
        auto run = madeLiveRun();
        const auto plot = completePlot(made.world, "layers", run);
        made.analysis.hold(true);
        for (int step = 1; step <= 5; ++step) {
            run = grown(run, 10 + step);
            plot->setRuns({run});
            QTRY_COMPARE(made.analysis.comparisons, 2); // of the first of them, which goes on
        }
        QVERIFY(plot->table().rows[0][2].isValid());
        made.analysis.hold(false);
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(made.analysis.comparisons, 3);
        QCOMPARE(made.analysis.lastComparison().receiver, run->snapshots.last->receiver);
        QCOMPARE(made.analysis.mostAtOnce, 1);
        QVERIFY(plot->summary().contains("step 15"));
    }

    // Singular values take long: without a null while the next snapshot is on its way.
    void procrustesHasItsNullAtTheEnd() {
        LayersWorld made;
        const auto run = madeLiveRun();
        const auto plot = completePlot(made.world, "layers", run);
        QCOMPARE(made.analysis.lastComparison().permutations, ui::LayersPlot::kPermutations);
        pickerOf(*plot, "layerMeasure").setCurrentIndex(3);
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(made.analysis.lastComparison().permutations, 0);
        QVERIFY(!plot->table().rows[0][3].isValid() && !plot->table().rows[0][4].isValid());
        QVERIFY(plot->summary().contains("not compared with permuted samples"));
        QVERIFY(!hasKey(*plot, "under the null"));
        auto ended = std::make_shared<RunView>(*run);
        ended->record.finishedAt = "2026-01-01T12:00:03.500Z";
        plot->setRuns({ended});
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(made.analysis.lastComparison().permutations, ui::LayersPlot::kPermutations);
        QVERIFY(plot->table().rows[0][3].isValid());
    }

    void theReceiverBeforeItLearned() {
        LayersWorld made;
        const auto run = madeRunView();
        const auto plot = completePlot(made.world, "layers", run);
        pickerOf(*plot, "layersTime").setCurrentIndex(1);
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(made.analysis.lastComparison().receiver, run->snapshots.first->receiver);
        QVERIFY(plot->summary().contains("step 0"));
    }

    void matchingsAreDrawnWithMarkersOfTheirOwn() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "layers", madeRunView());
        auto& box = pickerOf(*plot, "layerMatching");
        QList<QImage> pictures;
        const QStringList words = {"matched in order", "matched for the largest sum",
                                   "matched best pair first"};
        for (int i = 0; i < box.count(); ++i) {
            box.setCurrentIndex(i);
            const auto picture = pictureOf(*plot, ui::lightTheme());
            QVERIFY(!pictures.contains(picture));
            pictures << picture;
            for (int word = 0; word < words.size(); ++word) {
                QCOMPARE(hasKey(*plot, words[word]), word == i);
            }
        }
        QCOMPARE(pictures.size(), 4);
        QVERIFY(!plot->table().rows[0][5].isValid()); // none is shown
        std::set<ui::Marker> markers;
        for (const auto kind :
             {MatchingKind::Ordered, MatchingKind::Hungarian, MatchingKind::Greedy}) {
            markers.insert(ui::markerOf(kind));
        }
        QCOMPARE(markers.size(), std::size_t{3});
        box.setCurrentIndex(1);
        QCOMPARE(plot->table().rows[1][5].toString(), "yes");
    }

    void coloursAreRoundZeroOnlyWhereValuesAre() {
        LayersWorld made;
        const auto run = madeRunView();
        made.analysis.lowest = -0.04F; // noise round 0
        const auto plot = completePlot(made.world, "layers", run);
        auto& map = layersPlot(*plot).matrix().map();
        QCOMPARE(map.dataRange().lower, 0.0);
        QCOMPARE(map.dataRange().upper, 1.0);
        made.analysis.lowest = -0.5F;
        pickerOf(*plot, "layerMeasure").setCurrentIndex(1);
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(map.dataRange().lower, -1.0);
        QCOMPARE(map.data()->cell(2, 0), -0.5F);
    }

    void whatIsUnderTheNullIsHatched() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "layers", madeRunView());
        pickerOf(*plot, "layerMatching").setCurrentIndex(3);
        plot->show();
        const auto at = [&](double receiver, double source) {
            return pixelOf(*plot, 0, receiver, source);
        };
        auto& canvas = canvasOf(*plot);
        const auto coloursAround = [&](const QPoint& middle) {
            QCoreApplication::processEvents();
            const auto image = canvas.grab().toImage().convertToFormat(QImage::Format_RGB32);
            return coloursIn(image.copy(QRect(middle - QPoint(8, 8), QSize(17, 17))));
        };
        QVERIFY(coloursAround(at(2, 0)) > 1);
        QCOMPARE(coloursAround(at(1, 0)), 1);
    }

    void readoutClickAndKeys() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "layers", madeRunView());
        plot->show();
        auto& canvas = canvasOf(*plot);
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QSignalSpy chosen(&made.world.selection, &ui::Selection::layersChanged);
        const auto place = pixelOf(*plot, 0, 2, 0);
        QTest::mouseMove(&canvas, place);
        QTRY_COMPARE(readout.last().first().toString(),
                     "layers.0 and feature: unbiased CKA 0.05, null 0.4, under the null");
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, place);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(made.world.selection.layers() == (ui::ChosenLayers{"layers.0", "feature"}));

        QTest::keyClick(&canvas, Qt::Key_Down); // the cross comes to the first cell
        QCOMPARE(readout.last().first().toString(),
                 "layers.0 and layers.0: unbiased CKA 0.9, null 0.4, matched");
        QTest::keyClick(&canvas, Qt::Key_Down);
        QTest::keyClick(&canvas, Qt::Key_Right);
        QTest::keyClick(&canvas, Qt::Key_Right);
        QTest::keyClick(&canvas, Qt::Key_Right); // the last one
        QVERIFY(readout.last().first().toString().startsWith("layers.1 and feature: "));
        QTest::keyClick(&canvas, Qt::Key_Return);
        QVERIFY(made.world.selection.layers() == (ui::ChosenLayers{"layers.1", "feature"}));
        QTest::keyClick(&canvas, Qt::Key_Up);
        QVERIFY(readout.last().first().toString().startsWith("layers.0 and feature: "));
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QVERIFY(layersPlot(*plot).isZoomed());
    }

    void theChosenPairIsChosenElsewhere() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "layers", madeRunView());
        auto activations = made.world.make("activations");
        activations->setRuns({madeRunView()});
        made.world.selection.setLayers(ui::ChosenLayers{"layers.1", "layers.0"});
        QCOMPARE(pickerOf(*activations, "sourceLayer").currentText(), "layers.1");
        QCOMPARE(pickerOf(*activations, "receiverLayer").currentText(), "layers.0");
        // Layers that this run has not got leave everything as it is.
        made.world.selection.setLayers(ui::ChosenLayers{"stream.7", "layers.1"});
        QCOMPARE(pickerOf(*activations, "sourceLayer").currentText(), "layers.1");
        QCOMPARE(pickerOf(*activations, "receiverLayer").currentText(), "layers.1");
        QVERIFY(!canvasOf(*plot).grab().isNull());
    }

    void tooFewSamples() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "layers", madeRunView({.samples = 3}));
        QVERIFY(!plot->isEmpty() && plot->isComplete());
        QCOMPARE(made.analysis.comparisons, 0);
        QCOMPARE(layersPlot(*plot).notice(),
                 "Too few samples: there are 3, and this measure needs 4.");
        QVERIFY(plot->summary().contains("Too few samples"));
        QCOMPARE(plot->table().rows.size(), std::size_t{9});
        plot->setRuns({madeRunView({.samples = 11, .id = "other"})});
        QTRY_COMPARE(made.analysis.comparisons, 1);
        pickerOf(*plot, "layerMeasure").setCurrentIndex(2);
        QCOMPARE(layersPlot(*plot).notice(),
                 "Too few samples: there are 11, and this measure needs 12.");
    }

    void layersThatCannotBeMeasuredAreNamed() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "layers", madeBrokenRun());
        QVERIFY2(plot->summary().contains("not finite: layers.0 of the source."),
                 qPrintable(plot->summary()));
        QVERIFY(!plot->table().rows[0][2].isValid());
        QVERIFY(plot->table().rows[3][2].isValid());
        QVERIFY(hasKey(*plot, "not measured"));
        plot->show();
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::keyClick(&canvasOf(*plot), Qt::Key_Down);
        QCOMPARE(readout.last().first().toString(),
                 "layers.0 and layers.0: unbiased CKA not measured, null 0.4, matched");
    }

    void waitsForTheEngine() {
        LayersWorld made(false);
        auto plot = made.world.make("layers");
        plot->setRuns({madeRunView()});
        QVERIFY(!plot->isComplete());
        QCOMPARE(layersPlot(*plot).notice(),
                 "The layers will be compared once the engine is loaded.");
        made.load();
        QTRY_VERIFY(plot->isComplete());
        QVERIFY(layersPlot(*plot).notice().isEmpty());
        QVERIFY(plot->table().rows[0][2].isValid());
    }

    void saysWhatIsMissing() {
        LayersWorld made;
        ui::PlotContext without = made.world.context;
        without.analyst = nullptr;
        ui::LayersPlot alone(without, nullptr);
        QCOMPARE(alone.emptyText(), "Run a transfer to compare the layers of source and receiver.");
        alone.setRuns({madeRunView()});
        QVERIFY(alone.isComplete());
        QCOMPARE(alone.notice(), "There is no engine here that could compare the layers.");
        alone.setRuns({madeRunView({.samples = 0})});
        QCOMPARE(alone.emptyText(), "This run kept no layers. Run it again to compare them.");
        alone.setRuns({madeLiveRun({.samples = 0, .id = "live"})});
        QVERIFY(alone.emptyText().startsWith("The layers will be compared as soon as"));

        made.analysis.comparesBadly = true;
        const auto plot = completePlot(made.world, "layers", madeRunView());
        QVERIFY(!layersPlot(*plot).notice().isEmpty());
        QVERIFY(plot->summary().endsWith(layersPlot(*plot).notice()));
    }

    void manyLayers() {
        LayersWorld made;
        auto run = std::make_shared<RunView>(*madeRunView());
        auto snapshot = std::make_shared<Snapshot>(*run->snapshots.last);
        auto many = std::make_shared<NetworkRows>(*snapshot->receiver);
        const auto one = many->layers.front();
        many->layers.clear();
        for (int i = 0; i < 40; ++i) {
            many->layers.push_back({"layers." + std::to_string(i) + ".attention", one.values});
        }
        snapshot->receiver = many;
        snapshot->source = many;
        run->snapshots.last = snapshot;
        const auto plot = completePlot(made.world, "layers", run);
        QCOMPARE(plot->table().rows.size(), std::size_t{1600});
        for (const auto* theme : {&ui::lightTheme(), &ui::darkTheme()}) {
            QVERIFY(coloursIn(pictureOf(*plot, *theme)) > 10);
        }
    }
};

TESSERA_TEST(TestLayersPlot)
#include "test_layers_plot.moc"
