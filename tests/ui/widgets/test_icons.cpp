#include "ui/widgets/icons.h"

#include "tests/support/test_registry.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPixmap>
#include <QRegularExpression>
#include <QTest>

using namespace tessera::ui;

namespace {

// The colour of the strongest pixel; icons have smooth edges.
QColor inkOf(const QIcon& icon, QIcon::Mode mode = QIcon::Normal) {
    const auto image =
        icon.pixmap(QSize(32, 32), 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
    QColor strongest = Qt::transparent;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const auto colour = image.pixelColor(x, y); colour.alpha() > strongest.alpha()) {
                strongest = colour;
            }
        }
    }
    return strongest;
}

QString readText(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QApplication::setPalette(lightTheme().palette()); }

    void everyFileDraws() {
        QVERIFY(iconNames().size() > 40);
        for (const auto& name : iconNames()) {
            QVERIFY2(inkOf(icon(name)).alpha() > 200, qPrintable(name));
        }
    }

    // Names stand in calls of icon(), and behind the text that the icon goes with.
    void everyNameInTheSourcesExists() {
        const QRegularExpression names(
            QStringLiteral("\\bicon\\(\"([^\"]*)\"\\)"
                           "|\\btr\\(\"(?:[^\"\\\\]|\\\\.)*\"\\)(?:; \\})?,\\s*\"([a-z-]+)\""));
        int found = 0;
        QDirIterator files(QStringLiteral(TESSERA_SOURCE_DIR "/ui"), {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto path = files.next();
            for (auto matches = names.globalMatch(readText(path)); matches.hasNext();) {
                const auto match = matches.next();
                const auto name = match.captured(1) + match.captured(2);
                QVERIFY2(iconNames().contains(name), qPrintable(path + ": " + name));
                ++found;
            }
        }
        QVERIFY(found > 20);
    }

    void saysThatANameIsWrong() {
        QTest::ignoreMessage(QtWarningMsg, "There is no icon \"rnu\".");
        QVERIFY(icon("rnu").isNull());
    }

    void everyFileStandsInTheList() {
        const auto list = readText(QStringLiteral(TESSERA_SOURCE_DIR "/resources/resources.qrc"));
        const QDir folder(QStringLiteral(TESSERA_SOURCE_DIR "/resources/icons"));
        for (const auto& file : folder.entryList({"*.svg"})) {
            QVERIFY2(list.contains(QStringLiteral("<file>icons/%1</file>").arg(file)),
                     qPrintable(file));
        }
    }

    // One line weight and the palette's colour, but for the application's own icon.
    void filesKeepTheStyle() {
        const QRegularExpression colour(QStringLiteral("(?:fill|stroke)=\"[^\"]*\""));
        const QDir folder(QStringLiteral(TESSERA_SOURCE_DIR "/resources/icons"));
        for (const auto& file : folder.entryList({"*.svg"})) {
            if (file == QLatin1String("app.svg")) {
                continue;
            }
            const auto svg = readText(folder.filePath(file));
            QCOMPARE(svg.count(QStringLiteral("stroke-width=\"1.5\"")), 1);
            QCOMPARE(svg.count(QStringLiteral("stroke-width")), 1);
            QVERIFY2(svg.contains(QStringLiteral("viewBox=\"0 0 16 16\"")), qPrintable(file));
            auto matches = colour.globalMatch(svg);
            while (matches.hasNext()) {
                const auto found = matches.next().captured(0);
                QVERIFY2(found.contains("none") || found.contains("currentColor"),
                         qPrintable(file + ": " + found));
            }
        }
    }

    void followsThePalette() {
        const auto made = icon("run");
        QApplication::setPalette(lightTheme().palette());
        QCOMPARE(inkOf(made).rgb(), lightTheme().text.rgb());
        QApplication::setPalette(darkTheme().palette());
        QCOMPARE(inkOf(made).rgb(), darkTheme().text.rgb());
    }

    void tellsStatesApart() {
        const auto palette = lightTheme().palette();
        QApplication::setPalette(palette);
        QCOMPARE(inkOf(icon("stop"), QIcon::Disabled).rgb(),
                 palette.color(QPalette::Disabled, QPalette::ButtonText).rgb());
        QCOMPARE(inkOf(icon("stop"), QIcon::Selected).rgb(),
                 palette.color(QPalette::HighlightedText).rgb());
    }

    void isSharpAtEveryScale() {
        for (const qreal scale : {1.0, 2.0, 1.5}) {
            const auto pixmap = icon("save").pixmap(QSize(16, 16), scale);
            QCOMPARE(pixmap.devicePixelRatio(), scale);
            QCOMPARE(pixmap.width(), qRound(16 * scale));
        }
        // Drawn anew, not enlarged: a line between two pixels is grey at 1x, and solid at 2x.
        const auto twice = icon("remove").pixmap(QSize(16, 16), 2.0).toImage();
        QCOMPARE(twice.pixelColor(16, 16).alpha(), 255);
    }

    void keepsItsShapeInAnOblong() {
        const auto image = icon("stop").pixmap(QSize(64, 16), 1.0).toImage();
        QCOMPARE(image.pixelColor(4, 4).alpha(), 0);
    }
};

TESSERA_TEST(TestIcons)
#include "test_icons.moc"
