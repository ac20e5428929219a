#include "tests/support/test_registry.h"
#include "tests/ui/plots/figure_files.h"
#include "tests/ui/plots/plot_fixture.h"
#include "ui/plots/curve_plot.h"
#include "ui/plots/custom_plot.h"
#include "ui/plots/figure.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace tessera;
using namespace tessera::test;

namespace {

// RFC 4180, as another program would read it.
std::vector<QStringList> parseCsv(const QByteArray& bytes) {
    std::vector<QStringList> rows(1);
    QString field;
    bool inside = false;
    const auto text = QString::fromUtf8(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (inside && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            field += '"';
            ++i;
        } else if (c == '"') {
            inside = !inside;
        } else if (!inside && c == ',') {
            rows.back() << field;
            field.clear();
        } else if (!inside && c == '\n') {
            rows.back() << field;
            field.clear();
            rows.emplace_back();
        } else if (inside || c != '\r') {
            field += c;
        }
    }
    rows.pop_back();
    return rows;
}

// A plot that holds what is hard to write.
class AwkwardPlot : public ui::Plot {
public:
    void setRuns(const std::vector<RunViewPtr>&) override {}
    bool isEmpty() const override { return false; }
    QString emptyText() const override { return "empty"; }
    ui::PlotTable table() const override {
        return {{"a, b", "say \"x\""}, {{0.1, QString("two\nlines")}, {QVariant(), 1.0 / 3.0}}};
    }
    QString summary() const override { return "awkward"; }
    void resetZoom() override {}
    void draw(QPainter& painter, const QSize& size, const ui::Theme&) override {
        painter.drawText(QRect(QPoint(), size), "awkward");
    }
};

} // namespace

class TestFigureFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_plots.clear();
        for (const auto& entry : ui::plotCatalog()) {
            m_plots.emplace_back(entry.make(m_world.context, nullptr));
            m_plots.back()->setRuns({madeRunView({.notANumber = true})});
        }
    }
    void cleanup() { m_plots.clear(); }

    void pdfHasPages() {
        const auto path = write("figure.pdf", all());
        const auto bytes = contentOf(path);
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY(bytes.contains("/FontFile2") || bytes.contains("/FontFile3"));
        QVERIFY(!bytes.contains("/Type3"));
        QVERIFY(bytes.contains("/MediaBox [0 0 396.0")); // 5.5 inches
    }

    void svgHoldsTextAsText() {
        QXmlStreamReader reader(contentOf(write("figure.svg", all())));
        QStringList texts;
        int shapes = 0;
        double smallest = 1e9, scale = 1.0;
        static const QRegularExpression matrix(R"(matrix\(([-0-9.e]+),([-0-9.e]+))");
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == QStringLiteral("g")) {
                const auto found = matrix.match(reader.attributes().value("transform").toString());
                if (found.hasMatch()) {
                    scale = std::hypot(found.captured(1).toDouble(), found.captured(2).toDouble());
                }
            }
            if (reader.isStartElement() && reader.name() == QStringLiteral("text")) {
                smallest =
                    std::min(smallest, scale * reader.attributes().value("font-size").toDouble());
                texts << reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            } else if (reader.isStartElement()) {
                ++shapes;
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(shapes > 100);
        QVERIFY(texts.contains("epoch") && texts.contains("readout"));
        QVERIFY(texts.contains("Output drift (nats)"));
        QVERIFY2(smallest > 7.99, qPrintable(QString::number(smallest)));
    }

    void pngHasTheDotsOfPrint_data() {
        QTest::addColumn<double>("inches");
        QTest::newRow("column") << 3.25;
        QTest::newRow("text") << 5.5;
        QTest::newRow("two columns") << 6.75;
        QTest::newRow("own") << 4.2;
    }
    void pngHasTheDotsOfPrint() {
        QFETCH(double, inches);
        ui::FigureOptions options;
        options.widthInches = inches;
        const QImage image(write("figure.png", {m_plots[2].get()}, options));
        QCOMPARE(image.width(), qRound(inches * 300));
        QVERIFY(std::abs(image.dotsPerMeterX() - 11'811) <= 1);
        QCOMPARE(image.pixelColor(0, 0), ui::lightTheme().base);
        QVERIFY(coloursIn(image) > 10);
    }

    // Qt's SVG generator does not clip: what is beyond the axes must not be written at all.
    void zoomedFigureStaysInsideItsAxes() {
        auto& plot = *m_plots[3];
        plot.setRuns({madeRunView({.epochs = 30})});
        plot.resize(400, 300);
        auto& canvas = static_cast<ui::CustomPlot&>(plot).canvas();
        canvas.xAxis->setRange(3.5, 4.5);
        canvas.yAxis->setRange(0.19, 0.21);
        QXmlStreamReader reader(contentOf(write("figure.svg", {&plot})));
        int lines = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement() || reader.name() != QStringLiteral("polyline")) {
                continue;
            }
            ++lines;
            for (const auto& pair :
                 reader.attributes().value("points").toString().split(' ', Qt::SkipEmptyParts)) {
                const auto numbers = pair.split(',');
                QVERIFY2(numbers[0].toDouble() > -1.0 && numbers[0].toDouble() < 397.0 &&
                             numbers[1].toDouble() > -1.0 && numbers[1].toDouble() < 300.0,
                         qPrintable(pair));
            }
        }
        QVERIFY(lines > 0);
    }

    void legendsTakeNothingFromTheAxes_data() {
        QTest::addColumn<int>("runs");
        for (const int runs : {1, 2, 4}) {
            QTest::addRow("%d", runs) << runs;
        }
    }
    void legendsTakeNothingFromTheAxes() {
        QFETCH(int, runs);
        std::vector<RunViewPtr> views;
        for (int i = 0; i < runs; ++i) {
            views.push_back(
                madeControlledRun({.epochs = 3 + 2 * i, .id = "run-" + std::to_string(i)}));
        }
        std::vector<ui::Plot*> curves;
        for (const auto& plot : m_plots) {
            if (qobject_cast<ui::CurvePlot*>(plot.get()) != nullptr) {
                plot->setRuns(views);
                curves.push_back(plot.get());
            }
        }
        QCOMPARE(curves.size(), std::size_t{6});
        constexpr int kWidth = 194; // of a panel, two beside each other on 5.5 inches
        constexpr double kNominal = 0.75 * kWidth;
        for (auto* plot : curves) {
            double height = 0.0;
            auto& canvas = static_cast<ui::CustomPlot*>(plot)->canvas();
            const auto measure = connect(&canvas, &QCustomPlot::afterLayout, this, [&] {
                if (canvas.viewport().width() == kWidth) {
                    height = canvas.axisRect()->rect().height();
                }
            });
            const QSize size(kWidth, qRound(kNominal) + plot->wordsHeight(kWidth));
            pictureOf(*plot, ui::lightTheme(), size);
            disconnect(measure);
            QVERIFY2(height > 0.6 * kNominal,
                     qPrintable(QString("%1: %2 points").arg(plot->objectName()).arg(height)));
        }
    }

    void darkScreenGivesALightFigure() {
        m_world.theme.setChoice(ui::ThemeChoice::Dark);
        const QImage image(write("figure.png", all()));
        QCOMPARE(image.pixelColor(0, 0), ui::lightTheme().base);
        m_world.theme.setChoice(ui::ThemeChoice::System);
    }

    void csvOfOnePlotIsItsTable() {
        const auto rows = parseCsv(contentOf(write("figure.csv", {m_plots[3].get()})));
        const auto table = m_plots[3]->table();
        QCOMPARE(rows.size(), table.rows.size() + 1);
        QCOMPARE(rows[0], table.columns);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            for (qsizetype column = 0; column < table.columns.size(); ++column) {
                const auto& value = table.rows[i][static_cast<std::size_t>(column)];
                const auto& field = rows[i + 1][column];
                QCOMPARE(field.isEmpty(), !value.isValid() || value.toString().isEmpty());
                if (value.typeId() == QMetaType::Double) {
                    QCOMPARE(field.toDouble(), value.toDouble()); // bit for bit, C locale
                }
            }
        }
    }

    void csvOfSeveralIsOneTable() {
        const auto rows = parseCsv(contentOf(write("figure.csv", all())));
        std::size_t expected = 1;
        for (const auto& plot : m_plots) {
            expected += plot->table().rows.size();
        }
        QCOMPARE(rows.size(), expected);
        QCOMPARE(rows[0][0], "plot");
        QStringList names;
        for (const auto& row : rows) {
            QCOMPARE(row.size(), rows[0].size());
            names << row[0];
            QVERIFY(!row.contains("nan", Qt::CaseInsensitive));
        }
        QVERIFY(names.contains("curve.drift.hub_error") && names.contains("activations"));
        QCOMPARE(QSet<QString>(rows[0].begin(), rows[0].end()).size(), rows[0].size());
    }

    void csvQuotesWhatIsAwkward() {
        AwkwardPlot plot;
        QCOMPARE(ui::figureCsv({&plot}),
                 QByteArray("\"a, b\",\"say \"\"x\"\"\"\r\n0.1,\"two\nlines\"\r\n"
                            ",0.3333333333333333\r\n"));
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        QVERIFY(ui::figureCsv({&plot}).contains("\r\n0.1,"));
        QLocale::setDefault(before);
    }

    void refusals_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("inches");
        QTest::addColumn<int>("plots");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto invalid = static_cast<int>(ErrorCode::InvalidArgument);
        QTest::newRow("extension")
            << "a.jpg" << 5.5 << 1 << invalid << ".pdf, .svg, .png, .csv or .tex";
        QTest::newRow("no extension") << "a" << 5.5 << 1 << invalid << ".csv";
        QTest::newRow("no name for TeX")
            << "my 50% figure.tex" << 5.5 << 1 << invalid << "plain letters";
        QTest::newRow("no plots") << "a.pdf" << 5.5 << 0 << invalid << "no plot";
        QTest::newRow("too narrow") << "a.pdf" << 0.2 << 1 << invalid << "between 1 and 40";
        QTest::newRow("not a width") << "a.pdf" << qQNaN() << 1 << invalid << "between 1 and 40";
        QTest::newRow("no such folder")
            << "no/a.pdf" << 5.5 << 1 << static_cast<int>(ErrorCode::Io) << "could not be written";
    }
    void refusals() {
        QFETCH(QString, name);
        QFETCH(double, inches);
        QFETCH(int, plots);
        QFETCH(int, code);
        QFETCH(QString, says);
        ui::FigureOptions options;
        options.widthInches = inches;
        std::vector<ui::Plot*> chosen;
        if (plots > 0) {
            chosen.push_back(m_plots[2].get());
        }
        const auto result =
            ui::writeFigure(m_folder->filePath(name).toStdString(), chosen, options);
        QVERIFY(!result.has_value());
        QCOMPARE(static_cast<int>(result.error().code), code);
        QVERIFY2(QString::fromStdString(result.error().detail).contains(says),
                 result.error().detail.c_str());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aFailureLeavesTheOldFile() {
        // A folder of that name stands in the way: nothing can take its place.
        QVERIFY(QDir(m_folder->path()).mkpath("taken.svg/inside"));
        const auto result =
            ui::writeFigure(m_folder->filePath("taken.svg").toStdString(), all(), {});
        QVERIFY(!result.has_value());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{"taken.svg"});
    }

    void replacesTheWholeFile() {
        QFile old(m_folder->filePath("figure.csv"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write(QByteArray(1 << 20, 'x'));
        old.close();
        const auto bytes = contentOf(write("figure.csv", {m_plots[2].get()}));
        QVERIFY(!bytes.contains("xxxx"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{"figure.csv"});
    }

private:
    std::vector<ui::Plot*> all() const {
        std::vector<ui::Plot*> plots;
        for (const auto& plot : m_plots) {
            plots.push_back(plot.get());
        }
        return plots;
    }
    QString write(const QString& name, const std::vector<ui::Plot*>& plots,
                  const ui::FigureOptions& options = {}) {
        const auto path = m_folder->filePath(name);
        const auto result = ui::writeFigure(path.toStdString(), plots, options);
        if (!result) {
            qWarning("%s", result.error().detail.c_str());
        }
        return path;
    }

    PlotWorld m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<ui::Plot>> m_plots;
};

TESSERA_TEST(TestFigureFiles)
#include "test_figure.moc"
