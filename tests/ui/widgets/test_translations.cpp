#include "ui/widgets/translations.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/translation_file.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace tessera::ui;
using namespace tessera::test;

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("tessera::ui", text);
}

QString fileOf(const QString& code) {
    return QStringLiteral(TESSERA_SOURCE_DIR "/translations/app_%1.ts").arg(code);
}

// What lupdate finds in the sources now, as the target tessera_translations calls it.
struct Gathered {
    TranslationFile file;
    QString complaints;
};
Gathered gather(const QStringList& more = {}) {
    const QTemporaryDir folder;
    const auto name = folder.filePath("app_xx.ts");
    QProcess lupdate;
    lupdate.setWorkingDirectory(TESSERA_SOURCE_DIR);
    lupdate.start(TESSERA_LUPDATE, QStringList{"-silent", "-I", ".", "-locations", "none",
                                               "-extensions", "cpp,h", "app", "ui"} +
                                       more + QStringList{"-ts", name});
    if (!lupdate.waitForFinished(60'000)) {
        return {{}, lupdate.errorString()};
    }
    return {readTranslations(name), QString::fromLocal8Bit(lupdate.readAllStandardError())};
}

// Texts of `wanted` that `had` lacks.
QStringList missing(const TranslationFile& wanted, const TranslationFile& had) {
    QStringList texts;
    for (const auto& [key, text] : wanted) {
        if (had.count(key) == 0) {
            texts += key;
        }
    }
    return texts;
}

QStringList placeholders(const QString& text) {
    static const QRegularExpression places(QStringLiteral(R"(%L?(\d+|n))"));
    QStringList found;
    for (auto matches = places.globalMatch(text); matches.hasNext();) {
        found += matches.next().captured(0);
    }
    found.removeDuplicates();
    found.sort();
    return found;
}

QStringList mnemonics(const QString& text) {
    static const QRegularExpression mnemonic(QStringLiteral("&[^&\\s]"));
    QStringList found;
    for (auto matches = mnemonic.globalMatch(text); matches.hasNext();) {
        found += matches.next().captured(0);
    }
    return found;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() {
        installTranslations(*qApp, "en");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    // --- Choosing a language ---------------------------------------------------------------------

    void offersTheLanguagesByTheirOwnNames() {
        QStringList names;
        for (const auto& language : availableLanguages()) {
            names += language.code + '=' + language.name;
        }
        QCOMPARE(names, QStringList({"de=Deutsch", "en=English"}));
    }

    void findsTheBestLanguage_data() {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("language");
        QTest::newRow("exact") << QStringList{"de"} << "de";
        QTest::newRow("region") << QStringList{"de-AT"} << "de";
        QTest::newRow("full region") << QStringList{"pt-BR"} << "pt-BR";
        QTest::newRow("second choice") << QStringList{"fr-FR", "fr", "de"} << "de";
        QTest::newRow("English before German") << QStringList{"en-GB", "de"} << "en";
        QTest::newRow("none") << QStringList{"ja"} << "en";
        QTest::newRow("empty") << QStringList() << "en";
    }
    void findsTheBestLanguage() {
        QFETCH(QStringList, wanted);
        QTEST(bestLanguage(wanted, {"de", "en", "pt-BR"}), "language");
    }

    void german() {
        QCOMPARE(installTranslations(*qApp, "de"), "de");
        QCOMPARE(translated("Warning"), "Warnung");
        QCOMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
        QCOMPARE(QLocale().language(), QLocale::German);
        QCOMPARE(QLocale().toString(1.5), "1,5");
    }

    void pseudoRunsFromRightToLeft() {
        QCOMPARE(installTranslations(*qApp, "pseudo"), "pseudo");
        QVERIFY(translated("Warning").contains("[W"));
        QCOMPARE(QApplication::layoutDirection(), Qt::RightToLeft);
        QCOMPARE(QLocale().language(), QLocale::English);
    }

    void comesBackToEnglish() {
        installTranslations(*qApp, "pseudo");
        QCOMPARE(installTranslations(*qApp, "en"), "en");
        QCOMPARE(translated("Warning"), "Warning");
        QCOMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
        // English alone: one translator, for its plural forms.
        QCOMPARE(qApp->findChildren<QTranslator*>().size(), 1);
    }

    void unknownLanguagesFallBackToEnglish() {
        QCOMPARE(installTranslations(*qApp, "tlh"), "en");
        QCOMPARE(translated("Warning"), "Warning");
    }

    void theSystemsLanguageIsNeverPseudo() {
        const auto code = installTranslations(*qApp, {});
        QVERIFY(code == "en" || code == "de");
        QCOMPARE(QLocale(), QLocale::system());
    }

    void readsTheDirection() {
        QTranslator translator;
        QVERIFY(translator.load(":/i18n/app_pseudo.qm"));
        QCOMPARE(directionOf(translator), Qt::RightToLeft);
        QVERIFY(translator.load(":/i18n/app_de.qm"));
        QCOMPARE(directionOf(translator), Qt::LeftToRight);
        QCOMPARE(directionOf(QTranslator()), Qt::LeftToRight);
    }

    // --- The files -------------------------------------------------------------------------------
    // Where one of these fails: cmake --build build/release --target tessera_translations, then
    // translate what app_de.ts and app_en.ts mark as unfinished.

    void filesKnowEveryTextOfTheSources() {
        const auto all = gather();
        QCOMPARE(all.complaints, QString());
        QVERIFY(all.file.size() > 20);
        for (const char* code : {"de", "pseudo"}) {
            const auto file = readTranslations(fileOf(code));
            QCOMPARE(missing(all.file, file), QStringList()); // not gathered yet
            QCOMPARE(missing(file, all.file), QStringList()); // gone from the sources
        }
        const auto plural = gather({"-pluralonly"});
        const auto english = readTranslations(fileOf("en"));
        QCOMPARE(missing(plural.file, english), QStringList());
        QCOMPARE(missing(english, plural.file), QStringList());
    }

    void everythingIsTranslated_data() {
        QTest::addColumn<QString>("code");
        const QDir folder(QStringLiteral(TESSERA_SOURCE_DIR "/translations"));
        for (const auto& file : folder.entryList({"app_*.ts"})) {
            QTest::newRow(qPrintable(file)) << file.mid(4).chopped(3);
        }
    }
    void everythingIsTranslated() {
        QFETCH(QString, code);
        QStringList wrong;
        for (const auto& [key, text] : readTranslations(fileOf(code))) {
            const bool complete = text.finished && !text.forms.contains(QString());
            // "One run" may do without its number, the others may not.
            const auto places = placeholders(text.source);
            bool same = placeholders(text.forms.value(text.forms.size() - 1)) == places;
            for (const auto& form : text.forms) {
                for (const auto& place : placeholders(form)) {
                    same = same && places.contains(place);
                }
                same = same && mnemonics(form).size() == mnemonics(text.source).size();
            }
            if (!complete || !same || text.forms.size() != (text.plural ? 2 : 1)) {
                wrong += key;
            }
        }
        QCOMPARE(wrong, QStringList());
    }

    void pseudoTextsAreLonger() {
        const QRegularExpression keys(QStringLiteral(R"(^[\w+]*(Ctrl|Shift|Alt|Meta)\+\S+$)"));
        int longer = 0;
        for (const auto& [key, text] : readTranslations(fileOf("pseudo"))) {
            const auto form = text.forms.value(0);
            if (form == text.source || form == "RTL") {
                QVERIFY2(text.source.size() < 5 || form == "RTL" ||
                             keys.match(text.source).hasMatch(),
                         qPrintable(key));
                continue;
            }
            QVERIFY2(form.size() >= 1.4 * text.source.size(), qPrintable(key));
            QVERIFY2(form.endsWith(']') && form.at(1) == '[', qPrintable(key));
            QCOMPARE(mnemonics(form), mnemonics(text.source));
            ++longer;
        }
        QVERIFY(longer > 20);
    }
};

TESSERA_TEST(TestTranslations)
#include "test_translations.moc"
