// The letters of a figure travel with it.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/figure_files.h"
#include "ui/plots/font_subset.h"

#include <QApplication>
#include <QPainterPath>
#include <QRawFont>
#include <QSet>
#include <QTest>

using namespace tessera;
using namespace tessera::test;

namespace {

QRawFont pageFont(QFont::Weight weight = QFont::Normal) {
    QFont font(QApplication::font());
    font.setPixelSize(8);
    font.setWeight(weight);
    return QRawFont::fromFont(font);
}

// As a reader takes it.
QRawFont readBack(const QByteArray& bytes) {
    return QRawFont(bytes, 8.0, QFont::PreferNoHinting);
}

QList<quint32> glyphsOf(const QRawFont& font, const QString& text) {
    return font.glyphIndexesForString(text);
}

} // namespace

class TestFigureFonts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSubsetDrawsTheSame_data();
    void aSubsetDrawsTheSame();
    void aSubsetIsSmall();
    void whatIsNoFontIsNotEmbedded();
    void svgCarriesItsLetters();
};

void TestFigureFonts::aSubsetDrawsTheSame_data() {
    QTest::addColumn<QString>("letters");
    QTest::addColumn<int>("weight");
    QTest::newRow("digits") << "0123456789.-+%" << int(QFont::Normal);
    QTest::newRow("words") << "Output drift (nats)" << int(QFont::Normal);
    QTest::newRow("bold") << "Source mlp 128d/4L - layers.2" << int(QFont::Bold);
    QTest::newRow("composites") << QString::fromUtf8("ÄÖÜäöüßéçñ½²→≤") << int(QFont::Normal);
}

void TestFigureFonts::aSubsetDrawsTheSame() {
    QFETCH(QString, letters);
    QFETCH(int, weight);
    auto whole = pageFont(static_cast<QFont::Weight>(weight));
    const auto bytes = ui::fontSubset(whole, letters);
    QVERIFY(!bytes.isEmpty());
    const auto subset = readBack(bytes);
    QVERIFY(subset.isValid());
    whole = QRawFont(whole);
    whole.setPixelSize(8.0);
    const auto before = glyphsOf(whole, letters), after = glyphsOf(subset, letters);
    QCOMPARE(after.size(), before.size());
    QCOMPARE(subset.advancesForGlyphIndexes(after), whole.advancesForGlyphIndexes(before));
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i] == 0, before[i] == 0);
        const auto one = whole.pathForGlyph(before[i]).boundingRect();
        const auto other = subset.pathForGlyph(after[i]).boundingRect();
        QVERIFY2(std::abs(one.width() - other.width()) < 0.2 &&
                     std::abs(one.height() - other.height()) < 0.2,
                 qPrintable(letters.mid(i, 1)));
    }
    QVERIFY(!subset.supportsCharacter(QChar('@')));
}

void TestFigureFonts::aSubsetIsSmall() {
    const auto bytes = ui::fontSubset(pageFont(), "0123456789 epoch readout");
    QVERIFY2(bytes.size() < 40'000, qPrintable(QString::number(bytes.size())));
}

void TestFigureFonts::whatIsNoFontIsNotEmbedded() {
    QVERIFY(ui::fontSubset(QRawFont(), "abc").isEmpty());
}

void TestFigureFonts::svgCarriesItsLetters() {
    PlotWorld world;
    FigureFolder folder;
    const auto plot = world.make("curve.drift.hub_error");
    plot->setRuns({madeRunView()});
    const auto svg = contentOf(folder.write("figure.svg", {plot.get()}));
    static const QRegularExpression face(
        R"re(@font-face \{ font-family: "([^"]+)"; font-weight: (\d+); src: url\(data:font/ttf;base64,([^)]+)\))re");
    QMap<QString, QRawFont> fonts;
    for (auto found = face.globalMatch(QString::fromUtf8(svg)); found.hasNext();) {
        const auto match = found.next();
        fonts[match.captured(1)] = readBack(QByteArray::fromBase64(match.captured(3).toLatin1()));
    }
    QVERIFY(!fonts.isEmpty());
    const auto texts = svgTexts(svg);
    QVERIFY(!texts.empty());
    for (const auto& text : texts) {
        static const QRegularExpression family("^'([^']+)', sans-serif$");
        const auto match = family.match(text.family);
        QVERIFY2(match.hasMatch(), qPrintable(text.family));
        const auto font = fonts.value(match.captured(1));
        QVERIFY2(font.isValid(), qPrintable(match.captured(1)));
        for (const auto letter : text.text) {
            QVERIFY2(letter.isSpace() || font.supportsCharacter(letter), qPrintable(text.text));
        }
    }
}

TESSERA_TEST(TestFigureFonts)
#include "test_figure_fonts.moc"
