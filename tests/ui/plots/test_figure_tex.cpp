// Figures for LaTeX: what can be told of them without LaTeX.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/figure_files.h"
#include "tests/ui/plots/hub_fixture.h"
#include "tests/ui/plots/layers_fixture.h"
#include "ui/plots/figure_tex.h"
#include "ui/plots/figure_tex_data.h"
#include "ui/plots/plot_axes.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace tessera;
using namespace tessera::test;

namespace {

// The text without comments, and whether its braces and brackets are in order.
QString problemOf(const QString& tex) {
    int depth = 0;
    QStringList environments;
    static const QRegularExpression comment(R"re((?<!\\)%[^\n]*)re");
    auto text = tex;
    text.remove(comment);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i; // whatever is escaped
        } else if (text[i] == '{') {
            ++depth;
        } else if (text[i] == '}' && --depth < 0) {
            return "a brace too many: " + text.mid(std::max<qsizetype>(0, i - 40), 40);
        }
    }
    if (depth != 0) {
        return "braces are open";
    }
    static const QRegularExpression environment(R"re(\\(begin|end)\{(\w+)\})re");
    for (auto found = environment.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        if (match.captured(1) == QStringLiteral("begin")) {
            environments << match.captured(2);
        } else if (environments.isEmpty() || environments.takeLast() != match.captured(2)) {
            return "not begun: " + match.captured(2);
        }
    }
    return environments.isEmpty() ? QString() : "not ended: " + environments.join(' ');
}

// Names of columns that the text wants and the CSV has not, and the reverse.
QStringList strayColumns(const QString& tex, const QByteArray& csv) {
    static const QRegularExpression wanted(
        R"re([\[, ](?:x|y|meta|y error minus|y error plus)=([a-z0-9-]+))re");
    QSet<QString> asked;
    for (auto found = wanted.globalMatch(tex); found.hasNext();) {
        asked << found.next().captured(1);
    }
    asked.remove("explicit"); // a word of pgfplots
    const auto header = QString::fromUtf8(csv.left(csv.indexOf('\n'))).split(',');
    const QSet<QString> there(header.begin(), header.end());
    return ((asked - there) + (there - asked)).values();
}

class AwkwardPlot : public ui::Plot {
public:
    void setRuns(const std::vector<RunViewPtr>&) override {}
    bool isEmpty() const override { return false; }
    QString emptyText() const override { return {}; }
    ui::PlotTable table() const override { return content; }
    QString summary() const override { return {}; }
    std::vector<ui::PlotAxes> axes(const ui::Theme&) const override { return described; }
    void resetZoom() override {}
    void draw(QPainter& painter, const QSize& size, const ui::Theme&) override {
        painter.drawText(QRect(QPoint(), size), "awkward");
    }

    ui::PlotTable content{{"x, 100%", "a_b & {c} #1"}, {{1, 0.5}, {2, QVariant()}, {3, 1e-9}}};
    std::vector<ui::PlotAxes> described;
};

} // namespace

class TestFigureTex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPlotMakesGoodTex_data();
    void everyPlotMakesGoodTex();
    void aPageOfCurvesIsOneFile();
    void curvesKeepDashesAndLegend();
    void intervalsAreBandsAndWhiskers();
    void bandsBreakWhereNothingWasMeasured();
    void smoothedCurvesKeepWhatWasMeasured();
    void hubColoursAreKept_data();
    void hubColoursAreKept();
    void driftColoursItsMarks();
    void whatWouldBeReplacedIsKnown();
    void nothingMeasuredIsNan();
    void wordsAreEscaped();
    void withoutAxesItIsATable();
    void whatIsTooMuchIsAPicture();
    void columnNamesArePlain();
};

void TestFigureTex::everyPlotMakesGoodTex_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("full");
    for (const auto& entry : ui::plotCatalog()) {
        QTest::addRow("%s", entry.id) << QString(entry.id) << true;
        QTest::addRow("%s, empty", entry.id) << QString(entry.id) << false;
    }
}

void TestFigureTex::everyPlotMakesGoodTex() {
    QFETCH(QString, id);
    QFETCH(bool, full);
    LayersWorld made;
    FigureFolder folder;
    const auto plot = made.world.make(qPrintable(id));
    if (full) {
        showRuns(*plot, {madeControlledRun({.samples = 30, .classes = 4})});
    }
    const auto path = folder.write("figure.tex", {plot.get()});
    const auto tex = QString::fromUtf8(contentOf(path));
    QVERIFY(tex.contains("\\documentclass"));
    QCOMPARE(problemOf(tex), QString());
    const auto csv = contentOf(folder.path("figure.csv"));
    QCOMPARE(tex.contains("\\addplot"), !csv.isEmpty());
    if (!csv.isEmpty()) {
        QCOMPARE(strayColumns(tex, csv), QStringList());
        QVERIFY(tex.contains("{figure.csv}"));
        const auto lines = csv.trimmed().split('\n');
        for (const auto& line : lines) {
            QCOMPARE(line.count(','), lines.front().count(','));
            QVERIFY(!line.contains(",,") && !line.endsWith(',') && !line.contains('"'));
        }
    }
    static const QRegularExpression included(R"re(\\includegraphics\{([^}]+)\})re");
    for (auto found = included.globalMatch(tex); found.hasNext();) {
        QVERIFY(contentOf(folder.path(found.next().captured(1))).startsWith("%PDF"));
    }
}

void TestFigureTex::aPageOfCurvesIsOneFile() {
    PlotWorld world;
    FigureFolder folder;
    std::vector<std::unique_ptr<ui::Plot>> plots;
    std::vector<ui::Plot*> all;
    for (const auto& entry : ui::plotCatalog()) {
        if (QString(entry.id).startsWith("curve.")) {
            plots.push_back(world.make(entry.id));
            plots.back()->setRuns({madeRunView()});
            all.push_back(plots.back().get());
        }
    }
    const auto tex = QString::fromUtf8(contentOf(folder.write("page.tex", all)));
    QCOMPARE(problemOf(tex), QString());
    // The strip has one row here, which TeX gets as a picture.
    QCOMPARE(tex.count("\\begin{axis}") + tex.count("\\includegraphics"), qsizetype(all.size()));
    QCOMPARE(strayColumns(tex, contentOf(folder.path("page.csv"))), QStringList());
}

void TestFigureTex::curvesKeepDashesAndLegend() {
    PlotWorld world;
    FigureFolder folder;
    const auto plot = world.make("curve.loss");
    plot->setRuns({madeRunView()});
    const auto axes = plot->axes(ui::lightTheme());
    QCOMPARE(axes.size(), std::size_t{1});
    QVERIFY(axes[0].series.size() > 1);
    const auto tex = QString::fromUtf8(contentOf(folder.write("loss.tex", {plot.get()})));
    QVERIFY(tex.contains(", dashed"));
    QVERIFY(tex.contains("red,213;green,94;blue,0")); // the receiver's
    QCOMPARE(tex.count("\\addlegendentry"), qsizetype(axes[0].series.size()));
    // Every point of the table is there.
    const auto table = plot->table();
    std::size_t points = 0;
    for (const auto& series : axes[0].series) {
        points += series.rows;
    }
    QCOMPARE(points, table.rows.size());
}

// As the screen has them: the accuracy's band, the test's whisker, the controls beside it.
void TestFigureTex::intervalsAreBandsAndWhiskers() {
    PlotWorld world;
    FigureFolder folder;
    const auto plot = world.make("curve.accuracy");
    plot->setRuns({madeControlledRun({.samples = 60})});
    const auto tex = QString::fromUtf8(contentOf(folder.write("a.tex", {plot.get()})));
    QCOMPARE(problemOf(tex), QString());
    QCOMPARE(tex.count("fill opacity=0.2"), 1);
    QCOMPARE(tex.count("error bars/.cd, y dir=both, y explicit]"), 1);
    QCOMPARE(tex.count("only marks"), 1 + 3); // the test and its controls
    const auto csv = contentOf(folder.path("a.csv"));
    QCOMPARE(strayColumns(tex, csv), QStringList());
    const auto lines = csv.trimmed().split('\n');
    const auto column = [&](const char* ending) -> qsizetype {
        const auto names = lines.front().split(',');
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (names[i].endsWith(ending)) {
                return i;
            }
        }
        return -1;
    };
    const auto first = lines[1].split(',');
    QVERIFY(std::abs(first[column("-minus")].toDouble() - 3.55) < 1e-6); // 88.25 down to 84.7
    QVERIFY(std::abs(first[column("-plus")].toDouble() - 2.75) < 1e-6);
    // There and back: twice as many places as epochs.
    const auto band = column("-interval-x");
    QVERIFY(band >= 0);
    std::size_t places = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        places += lines[i].split(',')[band] != "nan" ? 1 : 0;
    }
    QCOMPARE(places, std::size_t{2 * 5});
}

void TestFigureTex::bandsBreakWhereNothingWasMeasured() {
    AwkwardPlot plot;
    plot.content = {{"x", "y", "low", "high"}, {}};
    for (const int x : {0, 1, 2, 3, 4}) {
        const auto end = [x](double value) { return x == 2 ? QVariant() : QVariant(value); };
        plot.content.rows.push_back({x, 1.0, end(0.5), end(1.5)});
    }
    plot.described = {{}};
    auto& series = plot.described[0].series.emplace_back();
    series.lower = 2;
    series.upper = 3;
    FigureFolder folder;
    const auto tex = QString::fromUtf8(contentOf(folder.write("a.tex", {&plot})));
    QCOMPARE(tex.count("fill opacity"), 2);
    QVERIFY(tex.indexOf("fill opacity") < tex.indexOf("mark options")); // behind the line
    QCOMPARE(strayColumns(tex, contentOf(folder.path("a.csv"))), QStringList());
}

void TestFigureTex::smoothedCurvesKeepWhatWasMeasured() {
    PlotWorld world;
    FigureFolder folder;
    const auto plot = world.make("curve.drift.output");
    plot->setRuns({madeRunView()});
    QVERIFY(!contentOf(folder.write("a.tex", {plot.get()})).contains("opacity=0.4"));
    plot->findChild<QComboBox*>("curveSmoothing")->setCurrentIndex(2);
    const auto tex = contentOf(folder.write("b.tex", {plot.get()}));
    QCOMPARE(tex.count("\\addplot"), 2);
    QCOMPARE(tex.count("opacity=0.4"), 1);
}

void TestFigureTex::hubColoursAreKept_data() {
    QTest::addColumn<QString>("colour");
    QTest::addColumn<QStringList>("legend");
    QTest::newRow("by network") << "by network" << QStringList{"source mlp", "receiver lstm"};
    QTest::newRow("right or wrong")
        << "right or wrong"
        << QStringList{"source mlp 8d/2L is right", "receiver lstm 5d/2L is right",
                       "receiver lstm 5d/2L is wrong"};
    QTest::newRow("by drift") << "by drift" << QStringList{"source mlp", "receiver lstm"};
}

void TestFigureTex::hubColoursAreKept() {
    QFETCH(QString, colour);
    QFETCH(QStringList, legend);
    HubWorld world;
    FigureFolder folder;
    world.plot->setRuns({driftingRun()});
    world.chooseColour(qPrintable(colour));
    const auto tex = QString::fromUtf8(contentOf(folder.write("hub.tex", {world.plot.get()})));
    QCOMPARE(problemOf(tex), QString());
    QCOMPARE(strayColumns(tex, contentOf(folder.path("hub.csv"))), QStringList());
    for (const auto& entry : legend) {
        QVERIFY2(tex.contains("\\addlegendentry{" + entry), qPrintable(entry));
    }
    QCOMPARE(tex.count("\\addlegendentry"), legend.size());
    const auto rgb = [](const QColor& is) {
        return QStringLiteral("{rgb,255:red,%1;green,%2;blue,%3}")
            .arg(is.red())
            .arg(is.green())
            .arg(is.blue());
    };
    QCOMPARE(tex.contains(rgb(ui::lightTheme().bad) +
                          ", only marks, unbounded coords=discard, mark size=1.2pt, mark=x"),
             colour == "right or wrong");
    QCOMPARE(tex.count("scatter src=explicit"), colour == "by drift" ? 2 : 0);
}

void TestFigureTex::driftColoursItsMarks() {
    HubWorld world;
    FigureFolder folder;
    world.plot->setRuns({driftingRun()}); // 0 to 2.75 nats
    world.chooseColour("by drift");
    const auto tex = QString::fromUtf8(contentOf(folder.write("hub.tex", {world.plot.get()})));
    QVERIFY(tex.contains("point meta min=0, point meta max=2.75"));
    QVERIFY(tex.contains("colorbar style={font=\\footnotesize, ylabel={drift (nats)}}"));
    // A run that measured none: grey, and no colours to read.
    world.plot->setRuns({madeRunView({.id = "another"})});
    const auto grey = QString::fromUtf8(contentOf(folder.write("grey.tex", {world.plot.get()})));
    QVERIFY(!grey.contains("colorbar") && !grey.contains("scatter"));
    QCOMPARE(problemOf(grey), QString());
}

void TestFigureTex::whatWouldBeReplacedIsKnown() {
    AwkwardPlot plot;
    plot.setObjectName("awkward.plot");
    plot.described = {{}};
    plot.described[0].series.emplace_back();
    const auto names = [&plot](const char* file, bool caption) {
        ui::FigureOptions options;
        options.caption = caption;
        QStringList all;
        for (const auto& each : ui::filesBesideFigure(file, {&plot}, options)) {
            all << QString::fromStdString(each.string());
        }
        return all;
    };
    QCOMPARE(names("/f/a.tex", true), (QStringList{"/f/a.csv", "/f/a.txt"}));
    QCOMPARE(names("/f/a.pdf", false), QStringList());
    QCOMPARE(names("/f/a.bmp", true), QStringList()); // is refused
    plot.content.rows.assign(50'000, {1, 2.0});
    QCOMPARE(names("/f/a.tex", false), QStringList{"/f/a-awkward-plot.pdf"});
}

void TestFigureTex::nothingMeasuredIsNan() {
    AwkwardPlot plot;
    plot.described = {{}};
    plot.described[0].series.emplace_back();
    FigureFolder folder;
    const auto tex = QString::fromUtf8(contentOf(folder.write("a.tex", {&plot})));
    QCOMPARE(contentOf(folder.path("a.csv")),
             QByteArray("a-b-c-1-x,a-b-c-1-y\n1,0.5\n2,nan\n3,1e-09\n"));
    QVERIFY(tex.contains("unbounded coords=jump"));
}

void TestFigureTex::wordsAreEscaped() {
    QCOMPARE(ui::texEscaped("100% of a_b & {c} #1 $5 ^ ~ \\"),
             QString("100\\% of a\\_b \\& \\{c\\} \\#1 \\$5 \\textasciicircum{} "
                     "\\textasciitilde{} \\textbackslash{}"));
    QCOMPARE(ui::texEscaped("mlp > lstm"), QString("mlp \\textgreater{} lstm"));
    AwkwardPlot plot;
    plot.described = {{"50% {", "a_b", "#}", false, false, false, {{}}}};
    plot.described[0].series[0].name = "x & y_%";
    FigureFolder folder;
    const auto tex = QString::fromUtf8(contentOf(folder.write("a.tex", {&plot})));
    QCOMPARE(problemOf(tex), QString());
    QVERIFY(tex.contains("\\addlegendentry{x \\& y\\_\\%}"));
}

void TestFigureTex::withoutAxesItIsATable() {
    AwkwardPlot plot;
    FigureFolder folder;
    const auto tex = QString::fromUtf8(contentOf(folder.write("a.tex", {&plot})));
    QCOMPARE(problemOf(tex), QString());
    QVERIFY(tex.contains("\\begin{tabular}{ll}"));
    QVERIFY(tex.contains("x, 100\\% & a\\_b \\& \\{c\\} \\#1 \\\\"));
    QVERIFY(tex.contains("2 & -- \\\\"));
    QVERIFY(!QFile::exists(folder.path("a.csv")));
}

void TestFigureTex::whatIsTooMuchIsAPicture() {
    AwkwardPlot plot;
    plot.setObjectName("awkward.plot");
    plot.described = {{}};
    plot.described[0].series.emplace_back();
    plot.content.rows.assign(50'000, {1, 2.0});
    FigureFolder folder;
    const auto tex = QString::fromUtf8(contentOf(folder.write("a.tex", {&plot})));
    QVERIFY(tex.contains("\\includegraphics{a-awkward-plot.pdf}"));
    QVERIFY(contentOf(folder.path("a-awkward-plot.pdf")).startsWith("%PDF"));
    QVERIFY(!QFile::exists(folder.path("a.csv")));
}

void TestFigureTex::columnNamesArePlain() {
    ui::TexData data;
    QVERIFY(data.isEmpty());
    QCOMPARE(data.add("Output drift (nats), %", {1}), QString("output-drift-nats"));
    QCOMPARE(data.add("output-drift-nats", {2.5, 3}), QString("output-drift-nats-2"));
    QCOMPARE(data.add(QString::fromUtf8("Größe"), {}), QString("gro-e"));
    QCOMPARE(data.add(QString::fromUtf8("数"), {QVariant()}), QString("column"));
    QCOMPARE(data.csv(), QByteArray("output-drift-nats,output-drift-nats-2,gro-e,column\n"
                                    "1,2.5,nan,nan\nnan,3,nan,nan\n"));
}

TESSERA_TEST(TestFigureTex)
#include "test_figure_tex.moc"
