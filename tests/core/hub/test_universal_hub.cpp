#include "tests/core/hub/hub_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::hub;
using namespace tessera::test;

namespace {

constexpr std::int64_t kRowsUniversalHub = 100;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Networks 2 and 3 of the tests: rotated, scaled, shifted views of the source.
torch::Tensor second(const torch::Tensor& x) {
    return 0.4 * torch::matmul(x, frame(5, 8, 31)) - 2.0;
}
torch::Tensor third(const torch::Tensor& x) {
    return 3.0 * torch::matmul(x, frame(5, 5, 32)) + draw(1, 5, 33);
}

torch::Tensor badRows(const std::string& how) {
    auto rows = spreadRows(kRowsUniversalHub, 5, 34);
    if (how == "zeros") {
        return torch::zeros_like(rows);
    }
    if (how == "constant") { // 0.1 has no exact mean: rounding must not look like variance
        return torch::full_like(rows, 0.1);
    }
    if (how == "one row again and again") {
        return rows.narrow(0, 0, 1).repeat({kRowsUniversalHub, 1});
    }
    if (how == "NaN") {
        rows[3][2] = kNaN;
    } else if (how == "infinite") {
        rows[3][2] = kInfinity;
    } else if (how == "one row") {
        return rows.narrow(0, 0, 1);
    } else if (how == "no rows") {
        return rows.narrow(0, 0, 0);
    } else if (how == "no matrix") {
        return rows.flatten();
    } else if (how == "other count") { // contradicts the hash of the reference set
        return rows.narrow(0, 0, kRowsUniversalHub - 1);
    }
    return rows;
}

} // namespace

class TestUniversalHub : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyTwoNetworksCanTeachEachOther() {
        const auto hub = makeHub(2048);
        const auto x = spreadRows(kRowsUniversalHub, 5, 35);
        must(hub->add(anchor("one", x)));
        must(hub->add(anchor("two", second(x))));
        must(hub->add(anchor("three", third(x))));
        // 2 and 3 were never fitted to each other.
        const auto fresh = spreadRows(30, 5, 36);
        const auto h = must(hub->encode({"two", "weights"}, second(fresh)));
        const auto taught = must(hub->decode({"three", "weights"}, h)).to(torch::kFloat64);
        QVERIFY(largest(taught - third(fresh)) < 1e-4);
        const auto back = must(hub->encode({"three", "weights"}, third(fresh)));
        const auto returned = must(hub->decode({"two", "weights"}, back)).to(torch::kFloat64);
        QVERIFY(largest(returned - second(fresh)) < 1e-4);
    }

    void refitAfterLearning() {
        const auto hub = makeHub(64);
        const auto x = spreadRows(kRowsUniversalHub, 5, 37);
        must(hub->add(anchor("one", x)));
        must(hub->add(anchor("two", second(x), "before")));
        must(hub->add(anchor("three", third(x))));
        const auto others = must(hub->encode({"three", "weights"}, third(x)));
        const auto moved = third(x) - 1.0;
        const auto refused = hub->encode({"two", "after"}, moved);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);

        must(hub->add(anchor("two", moved, "after")));
        const auto h = must(hub->encode({"two", "after"}, moved));
        QVERIFY(largest(h - must(hub->encode({"one", "weights"}, x))) < 1e-4);
        QVERIFY(!hub->encode({"two", "before"}, second(x))); // the old weights are gone
        QVERIFY(torch::equal(must(hub->encode({"three", "weights"}, third(x))), others));
    }

    void theFirstCanBeFittedAnewOnlyWhileAlone() {
        const auto hub = makeHub(64);
        const auto x = spreadRows(kRowsUniversalHub, 5, 38);
        must(hub->add(anchor("one", x, "before")));
        const auto again = must(hub->add(anchor("one", 2.0 * x, "after")));
        QVERIFY(again.setTheAxes);
        must(hub->add(anchor("two", second(x))));
        const auto before = wholeText(*hub);
        const auto refused = hub->add(anchor("one", x, "later"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(wholeText(*hub), before);
    }

    void refusedNetworks_data() {
        QTest::addColumn<QString>("how");
        for (const char* how : {"zeros", "constant", "one row again and again", "NaN", "infinite",
                                "one row", "no rows", "no matrix"}) {
            QTest::newRow(how) << how;
        }
    }
    void refusedNetworks() {
        QFETCH(QString, how);
        const auto bad = badRows(how.toStdString());
        const auto empty = makeHub(64);
        const auto asSource = empty->add(anchor("teacher", bad));
        QVERIFY(!asSource);
        QCOMPARE(asSource.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(empty->rank(), std::int64_t{0});

        const auto hub = makeHub(64);
        const auto x = spreadRows(kRowsUniversalHub, 5, 39);
        must(hub->add(anchor("one", x)));
        must(hub->add(anchor("pupil", second(x))));
        const auto before = wholeText(*hub);
        const auto asReceiver = hub->add(anchor("pupil", bad, "after"));
        QVERIFY(!asReceiver);
        QCOMPARE(asReceiver.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(wholeText(*hub), before);
        QVERIFY(hub->encode({"pupil", "weights"}, second(x)));
        if (bad.dim() == 2 && bad.size(0) > 1) { // the network is to blame, so it is named
            QVERIFY(asSource.error().detail.find("teacher") != std::string::npos);
            QVERIFY(asReceiver.error().detail.find("pupil") != std::string::npos);
        }
    }

    void anotherReferenceSetIsRefused() {
        const auto hub = makeHub(64);
        const auto x = spreadRows(kRowsUniversalHub, 5, 40);
        must(hub->add(anchor("one", x)));
        const auto before = wholeText(*hub);
        const auto otherHash = hub->add(anchor("two", second(x), "weights", "another"));
        QVERIFY(!otherHash);
        QCOMPARE(otherHash.error().code, ErrorCode::InvalidArgument);
        QVERIFY(otherHash.error().detail.find("two") != std::string::npos);
        const auto otherCount = hub->add(anchor("two", badRows("other count")));
        QVERIFY(!otherCount);
        QCOMPARE(otherCount.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(wholeText(*hub), before);
    }

    void misfitCalls_data() {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("weights");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("code");
        const auto notFound = static_cast<int>(ErrorCode::NotFound);
        const auto invalid = static_cast<int>(ErrorCode::InvalidArgument);
        QTest::newRow("unknown network") << "nobody"
                                         << "weights" << 5 << notFound;
        QTest::newRow("no name") << ""
                                 << "weights" << 5 << notFound;
        QTest::newRow("other weights") << "one"
                                       << "others" << 5 << invalid;
        QTest::newRow("too narrow") << "one"
                                    << "weights" << 4 << invalid;
        QTest::newRow("one value") << "one"
                                   << "weights" << 1 << invalid;
    }
    void misfitCalls() {
        QFETCH(QString, network);
        QFETCH(QString, weights);
        QFETCH(int, width);
        QFETCH(int, code);
        const auto hub = makeHub(64);
        must(hub->add(anchor("one", spreadRows(kRowsUniversalHub, 5, 41))));
        const AnchorKey key{network.toStdString(), weights.toStdString()};
        const auto rows = torch::ones({2, width}, torch::kFloat32);
        for (const auto& result :
             {hub->encode(key, rows), hub->decode(key, rows), hub->encodeUncentred(key, rows)}) {
            QVERIFY(!result);
            QCOMPARE(static_cast<int>(result.error().code), code);
            QVERIFY(!result.error().detail.empty());
        }
    }

    void tooManyFeaturesAreRefused() {
        const auto hub = makeHub(64);
        must(hub->add(anchor("one", spreadRows(kRowsUniversalHub, 5, 42))));
        const auto wide = hub->encode({"one", "weights"}, torch::ones({2, 6}, torch::kFloat32));
        QVERIFY(!wide);
        QCOMPARE(wide.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!hub->encode({"one", "weights"}, torch::ones({5}, torch::kFloat32)));
    }

    void noRowsGiveNoRows() {
        const auto hub = makeHub(64);
        must(hub->add(anchor("one", spreadRows(kRowsUniversalHub, 5, 43))));
        const auto none = torch::empty({0, 5}, torch::kFloat32);
        QCOMPARE(must(hub->encode({"one", "weights"}, none)).size(0), std::int64_t{0});
        QVERIFY(!roundTripError(*hub, {"one", "weights"}, none));
    }
};

TESSERA_TEST(TestUniversalHub)

#include "test_universal_hub.moc"
