#include "ui/strings/shell_words.h"

#include "tests/support/test_registry.h"

#include <QProcess>
#include <QTest>

using namespace tessera::ui;

class TestShellWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotes_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << "/home/a/runs-1.x"
                               << "/home/a/runs-1.x";
        QTest::newRow("nothing") << ""
                                 << "''";
        QTest::newRow("blank") << "/my runs"
                               << "'/my runs'";
        QTest::newRow("quote") << "/it's"
                               << "'/it'\\''s'";
        QTest::newRow("quotes only") << "''"
                                     << "''\\'''\\'''";
        QTest::newRow("double quote") << "a\"b"
                                      << "'a\"b'";
        QTest::newRow("dollar") << "/$HOME"
                                << "'/$HOME'";
        QTest::newRow("home") << "~/runs"
                              << "'~/runs'";
        QTest::newRow("command") << "`reboot`; a & b | c > d"
                                 << "'`reboot`; a & b | c > d'";
        QTest::newRow("pattern") << "*.db?"
                                 << "'*.db?'";
        QTest::newRow("backslash") << "a\\b"
                                   << "'a\\b'";
        QTest::newRow("line end inside") << "/a\nb"
                                         << "'/a\nb'";
        QTest::newRow("line end last") << "/a\n"
                                       << "'/a\n'";
        QTest::newRow("letters of the world")
            << QString::fromUtf8("größe") << QString::fromUtf8("'größe'");
    }
    void quotes() {
        QFETCH(QString, word);
        QTEST(shellQuoted(word), "quoted");
    }

    // A shell reads the word as it was.
    void aShellUnderstandsIt_data() { quotes_data(); }
    void aShellUnderstandsIt() {
        QFETCH(QString, word);
        QProcess shell;
        shell.start("/bin/sh", {"-c", "printf '%s|' " + shellQuoted(word)});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), word + '|');
    }
};

TESSERA_TEST(TestShellWords)
#include "test_shell_words.moc"
