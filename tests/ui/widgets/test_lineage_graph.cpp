#include "ui/widgets/lineage_graph.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/lineage_canvas.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace tessera;
using namespace tessera::ui;
using tessera::test::problemsOf;

namespace {

// Two sources, each with its receiver; the receivers' tokens are merged.
Metadata merged() {
    return Metadata::parse(R"({
        "nodes": [{"id": "s1", "type": "anchor", "ref": "mlp"},
                  {"id": "s2", "type": "anchor", "ref": "conv"},
                  {"id": "r1", "type": "receiver", "ref": "lstm"},
                  {"id": "r2", "type": "receiver", "ref": "transformer"},
                  {"id": "m", "type": "merge", "rule": "mean"}],
        "edges": [{"from": "s1", "to": "r1"}, {"from": "s2", "to": "r2"},
                  {"from": "r1", "to": "m"}, {"from": "r2", "to": "m"}]})");
}

struct ShownLineageGraph {
    LineageGraph graph;
    LineageCanvas* canvas = graph.findChild<LineageCanvas*>();
    QPlainTextEdit* details = graph.findChild<QPlainTextEdit*>("lineage.details");

    explicit ShownLineageGraph(const Metadata& dag, const QSize& size = {420, 300}) {
        graph.setLineage(dag);
        graph.resize(size);
        graph.show();
    }
    QString current() const {
        return canvas->current() < 0
                   ? QString()
                   : canvas->shape().nodes[static_cast<std::size_t>(canvas->current())].id;
    }
};

int differentPixels(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class TestLineageGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::setPalette(lightTheme().palette()); }
    void cleanup() { QApplication::setPalette(lightTheme().palette()); }

    void saysWhyThereIsNoGraph_data() {
        QTest::addColumn<QString>("json");
        QTest::newRow("nothing") << "{}";
        QTest::newRow("no graph") << "[]";
        QTest::newRow("round")
            << R"({"nodes": [{"id": "a"}], "edges": [{"from": "a", "to": "a"}]})";
    }
    void saysWhyThereIsNoGraph() {
        QFETCH(QString, json);
        ShownLineageGraph shown(merged());
        QVERIFY(!shown.graph.isEmpty());
        shown.graph.setLineage(Metadata::parse(json.toStdString()));
        QVERIFY(shown.graph.isEmpty());
        const auto* sentence = shown.graph.findChild<EmptyState*>();
        QVERIFY(sentence->isVisible() && !shown.canvas->isVisible());
        QCOMPARE(sentence->sentence(), shown.graph.text());
        QVERIFY(shown.graph.text().endsWith('.'));
        QCOMPARE(shown.graph.accessibleDescription(), shown.graph.text());
        shown.graph.setLineage(merged());
        QVERIFY(!shown.graph.isEmpty() && shown.canvas->isVisible());
    }

    void saysTheGraphInWords() {
        ShownLineageGraph shown(merged());
        QVERIFY2(shown.graph.text().contains("m (merged) comes from r1 (receiver, lstm), "
                                             "r2 (receiver, transformer)."),
                 qPrintable(shown.graph.text()));
        QVERIFY(!shown.canvas->accessibleName().isEmpty());
        QCOMPARE(shown.canvas->accessibleDescription(), shown.graph.text());
    }

    void arrowsGoFromNodeToNode() {
        ShownLineageGraph shown(merged());
        const auto pressed = [&](Qt::Key key) {
            QTest::keyClick(shown.canvas, key);
            return shown.current();
        };
        QCOMPARE(pressed(Qt::Key_Down), "s1"); // the first one, to begin with
        QCOMPARE(pressed(Qt::Key_Left), "s1");
        QCOMPARE(pressed(Qt::Key_Up), "s1");
        QCOMPARE(pressed(Qt::Key_Down), "s2");
        QCOMPARE(pressed(Qt::Key_Down), "s2");
        QCOMPARE(pressed(Qt::Key_Right), "r2");
        QCOMPARE(pressed(Qt::Key_Up), "r1");
        QCOMPARE(pressed(Qt::Key_Right), "m");
        QCOMPARE(pressed(Qt::Key_Right), "m");
        QCOMPARE(pressed(Qt::Key_Left), "r1");
        QCOMPARE(pressed(Qt::Key_End), "m");
        QCOMPARE(pressed(Qt::Key_Home), "s1");
        QVERIFY(shown.canvas->accessibleName().contains("s1 (source, mlp)"));
        QVERIFY(shown.details->toPlainText().contains("ref: mlp"));
        // Another graph has no node that was chosen.
        shown.graph.setLineage(merged());
        QCOMPARE(shown.canvas->current(), -1);
        QVERIFY(shown.details->toPlainText().isEmpty());
        QVERIFY(!shown.canvas->accessibleName().contains("s1"));
    }

    void arrowsLeaveALonelyNode() {
        ShownLineageGraph shown(Metadata::parse(
            R"({"nodes": [{"id": "a"}, {"id": "b"}, {"id": "alone"}],
                "edges": [{"from": "a", "to": "b"}]})"));
        const auto& nodes = shown.canvas->shape().nodes;
        QCOMPARE(nodes[2].layer, 0);
        shown.canvas->setCurrent(2);
        QTest::keyClick(shown.canvas, Qt::Key_Right);
        QCOMPARE(shown.current(), "b");
    }

    void otherKeysAreNotTaken() {
        ShownLineageGraph shown(merged());
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(shown.canvas, &escape);
        QVERIFY(!escape.isAccepted());
        QKeyEvent history(QEvent::KeyPress, Qt::Key_Left, Qt::AltModifier);
        QApplication::sendEvent(shown.canvas, &history);
        QCOMPARE(shown.canvas->current(), -1);
    }

    void clickChooses() {
        ShownLineageGraph shown(merged(), {900, 400});
        QSignalSpy changed(shown.canvas, &LineageCanvas::currentChanged);
        QTest::mouseClick(shown.canvas, Qt::LeftButton, {}, shown.canvas->nodeRect(4).center());
        QCOMPARE(shown.current(), "m");
        QVERIFY(shown.details->toPlainText().contains("rule: mean"));
        QTest::mouseClick(shown.canvas, Qt::LeftButton, {}, {1, 1}); // nothing is there
        QCOMPARE(shown.current(), "m");
        QCOMPARE(changed.count(), 1);
    }

    void aChosenNodeComesIntoSight() {
        ShownLineageGraph shown(merged(), {300, 240});
        const auto* area = shown.graph.findChild<QScrollArea*>("lineage.area");
        const auto seen = [&] {
            const auto rect = shown.canvas->nodeRect(4);
            return area->viewport()->rect().contains(
                shown.canvas->mapTo(area->viewport(), rect.center()));
        };
        QVERIFY(!seen());
        QTest::keyClick(shown.canvas, Qt::Key_End);
        QVERIFY(seen());
    }

    void boxesDoNotOverlap() {
        ShownLineageGraph shown(merged(), {1'200, 800});
        for (int a = 0; a < 5; ++a) {
            QVERIFY(shown.canvas->rect().contains(shown.canvas->nodeRect(a)));
            QCOMPARE(shown.canvas->nodeAt(shown.canvas->nodeRect(a).center()), a);
            for (int b = 0; b < a; ++b) {
                QVERIFY(!shown.canvas->nodeRect(a).intersects(shown.canvas->nodeRect(b)));
            }
        }
        // Parents at the left, in every language.
        shown.graph.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(shown.canvas->nodeRect(0).right() < shown.canvas->nodeRect(2).left());
        QVERIFY(shown.canvas->nodeRect(2).right() < shown.canvas->nodeRect(4).left());
    }

    void looksTheSameInEveryLanguage() {
        std::vector<QImage> pictures;
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QApplication::setLayoutDirection(direction);
            ShownLineageGraph shown(merged(), {900, 400});
            pictures.push_back(shown.canvas->grab().toImage());
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(pictures[0], pictures[1]);
    }

    void saysWhatIsLeftOut() {
        Metadata dag = {{"nodes", Metadata::array()}};
        for (int i = 0; i < 250; ++i) {
            dag["nodes"].push_back({{"id", i}});
        }
        ShownLineageGraph shown(dag);
        const auto* note = shown.graph.findChild<QLabel*>("lineage.note");
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().contains("first 200 of 250"), qPrintable(note->text()));
        QVERIFY(!shown.graph.grab().isNull());
        shown.graph.setLineage(merged());
        QVERIFY(!note->isVisible());
    }

    void followsThePalette() {
        ShownLineageGraph shown(merged(), {900, 400});
        const auto light = shown.canvas->grab().toImage().scaled(shown.canvas->size());
        QCOMPARE(light.pixelColor(1, 1), lightTheme().base);
        shown.graph.setPalette(darkTheme().palette()); // as it comes from the application
        const auto dark = shown.canvas->grab().toImage().scaled(shown.canvas->size());
        QCOMPARE(dark.pixelColor(1, 1), darkTheme().base);
        // The stripe of a source.
        const auto box = shown.canvas->nodeRect(0);
        const QPoint stripe(box.left() + 2, box.center().y());
        QCOMPARE(light.pixelColor(stripe), lightTheme().identity(Identity::Source));
        QCOMPARE(dark.pixelColor(stripe), darkTheme().identity(Identity::Source));
    }

    void aChosenNodeLooksChosen() {
        ShownLineageGraph shown(merged(), {900, 400});
        const auto before = shown.canvas->grab().toImage();
        shown.canvas->setCurrent(1);
        QVERIFY(differentPixels(before, shown.canvas->grab().toImage()) > 50);
    }

    void fitsAnySize_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("json");
        const auto graph = QString::fromStdString(merged().dump());
        for (const QSize size : {QSize(420, 300), QSize(300, 240), QSize(1'400, 900)}) {
            QTest::addRow("graph %d", size.width()) << size << graph;
            QTest::addRow("nothing %d", size.width()) << size << "{}";
            QTest::addRow("gaps %d", size.width())
                << size << R"({"nodes": [{"id": "a"}, 1], "edges": [2]})";
        }
    }
    void fitsAnySize() {
        QFETCH(QSize, size);
        QFETCH(QString, json);
        for (const auto* theme : {&lightTheme(), &darkTheme()}) {
            QApplication::setPalette(theme->palette());
            for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                ShownLineageGraph shown(Metadata::parse(json.toStdString()), size);
                shown.graph.setLayoutDirection(direction);
                QCOMPARE(shown.graph.size(), size);
                QCOMPARE(problemsOf(&shown.graph), QStringList());
            }
        }
    }
};

TESSERA_TEST(TestLineageGraph)
#include "test_lineage_graph.moc"
