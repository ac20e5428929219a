#include "core/experiment/json_text.h"
#include "tests/support/test_registry.h"

#include <QByteArray>
#include <QTest>

using namespace tessera;
using namespace tessera::experiment;

namespace {

std::string objectOf(int keys) {
    QByteArray text = "{";
    for (int i = 0; i < keys; ++i) {
        text += (i > 0 ? "," : "") + QByteArray("\"") + QByteArray::number(i) + "\":0";
    }
    return (text + "}").toStdString();
}

} // namespace

class TestJsonText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // More would take the parser minutes, which looks through all of them for each one.
    void keysOfAnObjectAreLimited() {
        QVERIFY(parseJsonText(objectOf(0)).has_value());
        QCOMPARE(parseJsonText(objectOf(1000)).value().size(), std::size_t{1000});
        QVERIFY(parseJsonText("[" + objectOf(1000) + "," + objectOf(1000) + "]").has_value());
        for (const int keys : {1001, 500'000}) {
            const auto json = parseJsonText(R"({"inside":)" + objectOf(keys) + "}");
            QVERIFY(!json.has_value());
            QCOMPARE(json.error().code, ErrorCode::InvalidArgument);
            QVERIFY(json.error().detail.find("1000") != std::string::npos);
        }
    }

    void deepNestingIsNoProblem() {
        const std::string deep(500'000, '[');
        QCOMPARE(parseJsonText(deep).error().code, ErrorCode::Corrupt);
        QVERIFY(parseJsonText(deep + std::string(deep.size(), ']')).has_value());
    }
};

TESSERA_TEST(TestJsonText)
#include "test_json_text.moc"
