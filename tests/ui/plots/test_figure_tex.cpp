// Figures for LaTeX: what can be told of them without LaTeX.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/figure_files.h"
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
    static const QRegularExpression wanted(R"re([\[, ](?:x|y|meta)=([a-z0-9-]+))re");
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
    PlotWorld world;
    FigureFolder folder;
    const auto plot = world.make(qPrintable(id));
    if (full) {
        plot->setRuns({madeControlledRun({.samples = 30, .classes = 4})});
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
