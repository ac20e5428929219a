#include "core/format/utf8.h"
#include "tests/support/test_registry.h"

#include <QTest>

class TestUtf8 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void validity_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("ascii with zero") << QByteArray("a\0b", 3) << true;
        QTest::newRow("two, three, four bytes") << QByteArray("\u00e9\u20ac\U0001F600") << true;
        QTest::newRow("last") << QByteArray("\xF4\x8F\xBF\xBF") << true;
        QTest::newRow("above the last") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
        QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
        QTest::newRow("overlong three") << QByteArray("\xE0\x80\xAF") << false;
        QTest::newRow("overlong four") << QByteArray("\xF0\x80\x80\xAF") << false;
        QTest::newRow("cut") << QByteArray("\xE2\x82") << false;
        QTest::newRow("lone continuation") << QByteArray("\x80") << false;
        QTest::newRow("missing continuation") << QByteArray("\xC3(") << false;
        QTest::newRow("never used") << QByteArray("\xFF") << false;
    }
    void validity() {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        QCOMPARE(tessera::format::isUtf8({text.constData(), std::size_t(text.size())}), valid);
    }
};

TESSERA_TEST(TestUtf8)
#include "test_utf8.moc"
