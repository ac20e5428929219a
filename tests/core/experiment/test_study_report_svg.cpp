#include "core/experiment/study_report_svg.h"

#include "tests/support/test_registry.h"

#include <QTest>
#include <QXmlStreamReader>

#include <set>

using namespace tessera;
using namespace tessera::experiment;

namespace {

struct Seen {
    bool wellFormed = false;
    int width = 0, height = 0;
    int texts = 0;
    bool inside = true;      // every coordinate of lines and texts
    std::set<QString> looks; // colour, shape and filling of each mark
};

Seen seenIn(const std::string& svg) {
    Seen seen;
    QXmlStreamReader xml(QString::fromStdString(svg));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const auto attributes = xml.attributes();
        if (xml.name() == QString("svg")) {
            seen.width = attributes.value("width").toInt();
            seen.height = attributes.value("height").toInt();
        }
        seen.texts += xml.name() == QString("text") ? 1 : 0;
        for (const char* name : {"x", "x1", "x2"}) {
            const double x = attributes.value(name).toDouble();
            seen.inside = seen.inside && x >= 0.0 && x <= seen.width;
        }
        for (const char* name : {"y", "y1", "y2"}) {
            const double y = attributes.value(name).toDouble();
            seen.inside = seen.inside && y >= 0.0 && y <= seen.height;
        }
        if (attributes.hasAttribute("transform")) {
            seen.looks.insert(QString("%1 %2 %3")
                                  .arg(attributes.value("d"), attributes.value("stroke"),
                                       attributes.value("fill")));
        }
    }
    seen.wellFormed = !xml.hasError();
    return seen;
}

} // namespace

class TestStudyReportSvg : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dots() {
        DotFigure figure{"Accuracy <of each>", "accuracy, %", {}, ZeroLine::None};
        for (std::size_t i = 0; i < 20; ++i) {
            figure.rows.push_back(
                {"method & " + std::to_string(i), 5.0 * static_cast<double>(i),
                 Interval{5.0 * static_cast<double>(i) - 2.0, 5.0 * static_cast<double>(i) + 2.0},
                 i, MarkFill::Filled, "82.0 [80.0, 84.0], n = 5"});
        }
        const auto seen = seenIn(dotSvg(figure));
        QVERIFY(seen.wellFormed);
        QVERIFY(seen.inside);
        QCOMPARE(seen.looks.size(), std::size_t{20}); // colour and shape together tell all apart
        QVERIFY(seen.texts > 40);
    }

    void zeroIsShown() {
        DotFigure figure{"Differences", "points", {}, ZeroLine::Drawn};
        figure.rows.push_back({"kd", 12.0, Interval{11.0, 13.0}, 0, MarkFill::Hollow, "better"});
        const auto svg = QString::fromStdString(dotSvg(figure));
        QVERIFY(svg.contains(">0</text>"));
        QVERIFY(svg.contains("fill=\"#ffffff\""));
        QVERIFY(seenIn(svg.toStdString()).inside);
    }

    void longLabelsAreShortened() {
        DotFigure figure{"t", "a", {}, ZeroLine::None};
        std::string label;
        for (int i = 0; i < 100; ++i) {
            label += "\u00e4";
        }
        figure.rows.push_back({label, 1.0, {}, 0, MarkFill::Filled, ""});
        const auto svg = dotSvg(figure);
        QVERIFY(svg.find("\u00e4\u2026<") != std::string::npos);
        QVERIFY(seenIn(svg).inside && seenIn(svg).wellFormed);
    }

    void curves() {
        CurveFigure figure{"Accuracy against noise", "noise", "accuracy, %", {}};
        for (std::size_t i = 0; i < 9; ++i) {
            Curve curve{"method " + std::to_string(i), i, {}};
            for (const double x : {0.0, 0.25, 0.5, 1.0}) {
                const double y = 90.0 - 40.0 * x - static_cast<double>(i);
                curve.points.push_back({x, y, Interval{y - 3.0, y + 3.0}});
            }
            figure.curves.push_back(curve);
        }
        const auto seen = seenIn(curveSvg(figure));
        QVERIFY(seen.wellFormed);
        QVERIFY(seen.inside);
        QCOMPARE(seen.looks.size(), std::size_t{9});
    }

    void onePoint() {
        CurveFigure figure{"t", "x", "y", {{"A", 0, {{0.5, 80.0, {}}}}}};
        const auto svg = curveSvg(figure);
        QVERIFY(seenIn(svg).wellFormed && seenIn(svg).inside);
        QVERIFY(svg.find("nan") == std::string::npos && svg.find("inf") == std::string::npos);
    }

    void nothing() {
        QVERIFY(dotSvg({}).empty());
        QVERIFY(curveSvg({}).empty());
    }

    void ticks() {
        QCOMPARE(roundTicks(0.0, 100.0, 5), (std::vector<double>{0, 20, 40, 60, 80, 100}));
        QCOMPARE(roundTicks(-3.0, 41.0, 5), (std::vector<double>{-10, 0, 10, 20, 30, 40, 50}));
        const auto equal = roundTicks(80.0, 80.0, 5);
        QVERIFY(equal.front() < 80.0 && equal.back() > 80.0);
        const auto zero = roundTicks(0.0, 0.0, 5);
        QVERIFY(zero.front() < 0.0 && zero.back() > 0.0);
    }
};

TESSERA_TEST(TestStudyReportSvg)

#include "test_study_report_svg.moc"
