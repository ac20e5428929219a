#include "tests/support/test_registry.h"
#include "tests/ui/plots/figure_files.h"

#include <QTest>

using namespace tessera;
using namespace tessera::test;

namespace {

RunViewPtr withSeed(const char* id, std::uint64_t seed, std::int64_t total = 12) {
    MadeRun made;
    made.id = id;
    auto view = std::make_shared<RunView>(*madeRunView(made));
    view->record.experiment.seed = seed;
    auto samples = std::make_shared<SampleSet>(*view->snapshots.last->samples);
    samples->total = total;
    auto last = std::make_shared<Snapshot>(*view->snapshots.last);
    last->samples = samples;
    view->snapshots.last = last;
    return view;
}

} // namespace

class TestFigureCaption : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysRunsSeedsAndSamples();
    void saysWhatTheIntervalsAre();
    void countsEachRunOnce();
    void ofNothingSaysWhatIsMissing();
    void standsBesideTheFigure();

private:
    std::unique_ptr<ui::Plot> made(const char* id, const std::vector<RunViewPtr>& runs) {
        auto plot = m_world.make(id);
        plot->setRuns(runs);
        return plot;
    }
    PlotWorld m_world;
};

void TestFigureCaption::saysRunsSeedsAndSamples() {
    const auto plot =
        made("curve.accuracy", {withSeed("a", 3), withSeed("b", 1), withSeed("c", 3)});
    const auto caption = ui::figureCaption({plot.get()});
    QVERIFY2(caption.startsWith(plot->accessibleName() + ". "), qPrintable(caption));
    QVERIFY2(caption.contains(plot->summary()), qPrintable(caption));
    QVERIFY2(caption.contains("N = 3 run"), qPrintable(caption));
    QVERIFY2(caption.contains(" 1, 3; n = 12 sample"), qPrintable(caption));
    const auto few = made("hub-space", {withSeed("a", 7, 400)});
    const auto words = ui::figureCaption({few.get()});
    QVERIFY2(words.contains("n = 12 sample") && words.contains(" of 400"), qPrintable(words));
}

void TestFigureCaption::saysWhatTheIntervalsAre() {
    const auto accuracy = made("curve.accuracy", {withSeed("a", 1)});
    QVERIFY(ui::figureCaption({accuracy.get()}).contains("Wilson"));
    const auto loss = made("curve.loss", {withSeed("a", 1)});
    QVERIFY(!ui::figureCaption({loss.get()}).contains("Wilson"));
}

void TestFigureCaption::countsEachRunOnce() {
    const auto one = made("curve.accuracy", {withSeed("a", 1), withSeed("b", 2)});
    const auto other = made("hub-space", {withSeed("a", 1)});
    const auto caption = ui::figureCaption({one.get(), other.get()});
    QCOMPARE(caption.count("N = "), 1);
    QVERIFY2(caption.contains("N = 2 run"), qPrintable(caption));
    QCOMPARE(caption.count('\n'), 2); // a line for each plot and one for the runs
}

void TestFigureCaption::ofNothingSaysWhatIsMissing() {
    const auto plot = made("curve.accuracy", {});
    const auto caption = ui::figureCaption({plot.get()});
    QVERIFY(caption.contains(plot->emptyText()));
    QVERIFY(!caption.contains("N = "));
}

void TestFigureCaption::standsBesideTheFigure() {
    FigureFolder folder;
    const auto plot = made("curve.loss", {withSeed("a", 1)});
    ui::FigureOptions options;
    (void)folder.write("loss.final.pdf", {plot.get()}, options);
    QVERIFY(!QFile::exists(folder.path("loss.final.txt")));
    options.caption = true;
    (void)folder.write("loss.final.pdf", {plot.get()}, options);
    QCOMPARE(QString::fromUtf8(contentOf(folder.path("loss.final.txt"))),
             ui::figureCaption({plot.get()}) + '\n');
}

TESSERA_TEST(TestFigureCaption)
#include "test_figure_caption.moc"
