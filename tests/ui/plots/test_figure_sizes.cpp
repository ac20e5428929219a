// What a figure must keep in print: the size of its text, the sharpness of its pictures, and a
// file that can be sent.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/figure_files.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tessera;
using namespace tessera::test;

namespace {

constexpr double kLeastText = 7.99; // points
constexpr double kDotsPerPoint = 300.0 / 72.0;
constexpr qint64 kMostBytes = 3'000'000;
constexpr std::int64_t kMany = 100'000;

// Of the largest picture in the file: its dots per point across.
double finenessOf(const QByteArray& svg) {
    QXmlStreamReader reader(svg);
    double most = 0.0, fineness = 0.0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement() || reader.name() != QStringLiteral("image")) {
            continue;
        }
        const double width = reader.attributes().value("width").toDouble();
        const auto data = reader.attributes().value("xlink:href").toString();
        const auto picture =
            QImage::fromData(QByteArray::fromBase64(data.mid(data.indexOf(',') + 1).toLatin1()));
        if (width > most) {
            most = width;
            fineness = picture.width() / width;
        }
    }
    return fineness;
}

} // namespace

class TestFigureSizes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void heightIsAsAskedFor();
    void manyPointsAreAFinePicture();
    void manyPointsAreASmallFile_data();
    void manyPointsAreASmallFile();
    void previewOfManyPointsIsQuick();

private:
    PlotWorld m_world;
    FigureFolder m_folder;
};

void TestFigureSizes::textCanBeRead_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("inches");
    for (const auto& entry : ui::plotCatalog()) {
        for (const double inches : {3.25, 5.5, 6.75}) {
            QTest::addRow("%s, %g in", entry.id, inches) << QString(entry.id) << inches;
        }
    }
}

void TestFigureSizes::textCanBeRead() {
    QFETCH(QString, id);
    QFETCH(double, inches);
    const auto plot = m_world.make(qPrintable(id));
    plot->setRuns({madeControlledRun({.samples = 60, .classes = 10, .epochs = 8})});
    ui::FigureOptions options;
    options.widthInches = inches;
    const auto texts = svgTexts(contentOf(m_folder.write("figure.svg", {plot.get()}, options)));
    QVERIFY(!texts.empty());
    for (const auto& text : texts) {
        QVERIFY2(text.size >= kLeastText,
                 qPrintable(QString("\"%1\": %2 pt").arg(text.text).arg(text.size)));
    }
}

void TestFigureSizes::heightIsAsAskedFor() {
    const auto plot = m_world.make("hub-space");
    plot->setRuns({madeRunView()});
    ui::FigureOptions options;
    options.widthInches = 3.25;
    options.heightInches = 4.0;
    const QImage image(m_folder.write("figure.png", {plot.get()}, options));
    QCOMPARE(image.size(), QSize(975, 1200));
    QVERIFY(contentOf(m_folder.write("figure.pdf", {plot.get()}, options))
                .contains("/MediaBox [0 0 234.0"));
    options.heightInches = 0.5; // neither automatic nor a size
    QVERIFY(!ui::writeFigure(m_folder.path("low.pdf").toStdString(), {plot.get()}, options));
}

void TestFigureSizes::manyPointsAreAFinePicture() {
    const auto plot = m_world.make("hub-space");
    plot->setRuns({madeLargeHub(kMany)});
    const auto svg = contentOf(m_folder.write("figure.svg", {plot.get()}));
    QVERIFY2(finenessOf(svg) >= kDotsPerPoint, qPrintable(QString::number(finenessOf(svg))));
    QVERIFY(svgTexts(svg).size() > 5); // words are not part of the picture
}

void TestFigureSizes::manyPointsAreASmallFile_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("PDF") << "figure.pdf";
    QTest::newRow("SVG") << "figure.svg";
    QTest::newRow("PNG") << "figure.png";
}

void TestFigureSizes::manyPointsAreASmallFile() {
    QFETCH(QString, name);
    const auto plot = m_world.make("hub-space");
    plot->setRuns({madeLargeHub(kMany)});
    ui::FigureOptions options;
    options.widthInches = 6.75;
    const auto bytes = contentOf(m_folder.write(name, {plot.get()}, options)).size();
    QVERIFY2(bytes > 10'000 && bytes < kMostBytes, qPrintable(QString::number(bytes)));
}

void TestFigureSizes::previewOfManyPointsIsQuick() {
    const auto plot = m_world.make("hub-space");
    plot->setRuns({madeLargeHub(kMany)});
    QElapsedTimer clock;
    clock.start();
    const auto picture = ui::figurePreview({plot.get()}, {}, {320, 260});
    const auto took = clock.elapsed();
    QVERIFY(picture.width() == 320 || picture.height() == 260);
    QVERIFY(coloursIn(picture) > 10);
    QVERIFY2(took < 3'000, qPrintable(QString::number(took)));
    qInfo("preview of %d points: %d ms", int(kMany), int(took));
}

TESSERA_TEST(TestFigureSizes)
#include "test_figure_sizes.moc"
