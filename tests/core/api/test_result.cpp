#include "core/api/result.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <string>

using namespace tessera;

class TestResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codes_data() {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("argument") << ErrorCode::InvalidArgument << "InvalidArgument" << 3;
        QTest::newRow("missing") << ErrorCode::NotFound << "NotFound" << 3;
        QTest::newRow("corrupt") << ErrorCode::Corrupt << "Corrupt" << 3;
        QTest::newRow("unsupported") << ErrorCode::Unsupported << "Unsupported" << 3;
        QTest::newRow("io") << ErrorCode::Io << "Io" << 1;
        QTest::newRow("memory") << ErrorCode::OutOfMemory << "OutOfMemory" << 1;
        QTest::newRow("device") << ErrorCode::Device << "Device" << 1;
        QTest::newRow("internal") << ErrorCode::Internal << "Internal" << 1;
        QTest::newRow("diverged") << ErrorCode::Diverged << "Diverged" << 1;
    }
    void codes() {
        QFETCH(ErrorCode, code);
        QTEST(QString(errorCodeName(code)), "name");
        QTEST(exitCodeFor(code), "exitCode");
    }

    void failConvertsToAnyResult() {
        const Result<int> number = fail(ErrorCode::NotFound, "no such run");
        const Result<void> nothing = fail(ErrorCode::Io, "disk full");
        QVERIFY(!number && number.error().code == ErrorCode::NotFound);
        QVERIFY(!number.error().offset);
        QVERIFY(!nothing && nothing.error().detail == "disk full");
    }

    void contextKeepsCodeAndOffset() {
        const Error inner{ErrorCode::Corrupt, "the header is cut short", 20};
        const Error outer = inner.within("reading a.tbf").within("inspect");
        QCOMPARE(outer.code, ErrorCode::Corrupt);
        QCOMPARE(outer.detail, std::string("inspect: reading a.tbf: the header is cut short"));
        QCOMPARE(outer.offset.value_or(0), std::uint64_t{20});
        QCOMPARE(inner.detail, std::string("the header is cut short"));

        const Result<int> passedOn = fail(outer);
        QVERIFY(!passedOn && passedOn.error().offset == std::uint64_t{20});
    }
};

TESSERA_TEST(TestResult)

#include "test_result.moc"
