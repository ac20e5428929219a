#include "tests/core/hub/hub_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::hub;
using namespace tessera::test;

namespace {

std::unique_ptr<Hub> relativeHub(std::int64_t dim) {
    return must(must(findHubKind(HubKindId("relative")))
                    ->create("test", HubSpec{HubKindId("relative"), static_cast<int>(dim)}));
}

} // namespace

class TestRelativeHub : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Rows at (1,0), (0,1), (-1,0), (0,-1) round their mean (5,5): cosines of right angles.
    void cosinesOfFourRows() {
        const auto rows =
            torch::tensor({{6.0, 5.0}, {5.0, 6.0}, {4.0, 5.0}, {5.0, 4.0}}, torch::kFloat64);
        const auto hub = relativeHub(4);
        must(hub->add(anchor("a", rows)));
        QCOMPARE(hub->rank(), std::int64_t{4});
        const auto expected = torch::tensor({{1.0, 0.0, -1.0, 0.0},
                                             {0.0, 1.0, 0.0, -1.0},
                                             {-1.0, 0.0, 1.0, 0.0},
                                             {0.0, -1.0, 0.0, 1.0}},
                                            torch::kFloat32);
        QVERIFY(largest(must(hub->encode({"a", "weights"}, rows)) - expected) < 1e-6);
        // Three times as far away it is as like to all of them.
        const auto far = torch::tensor({{8.0, 5.0}}, torch::kFloat64);
        QVERIFY(largest(must(hub->encode({"a", "weights"}, far)) - expected.narrow(0, 0, 1)) <
                1e-6);
    }

    // A rotated, scaled and shifted copy has the same coordinates, and decodes to itself.
    void coordinatesDoNotDependOnTheFrame() {
        const auto rows = spreadRows(80, 6, 1);
        const auto turned = 4.0 * torch::matmul(rows, frame(6, 9, 2)) - 7.0;
        const auto hub = relativeHub(40);
        must(hub->add(anchor("one", rows)));
        const auto report = must(hub->add(anchor("two", turned)));
        QVERIFY(report.fitError < 1e-6);
        const auto fresh = spreadRows(20, 6, 3);
        const auto there = 4.0 * torch::matmul(fresh, frame(6, 9, 2)) - 7.0;
        const auto h = must(hub->encode({"one", "weights"}, fresh));
        QVERIFY(largest(must(hub->encode({"two", "weights"}, there)) - h) < 1e-5);
        const auto decoded = must(hub->decode({"two", "weights"}, h));
        const auto error = (decoded - there).norm() / (there - there.mean(0)).norm();
        QVERIFY2(error.item<double>() < 0.6, "lengths are lost, directions are not");
    }

    // Strangers have nothing in common.
    void strangersDiffer() {
        const auto hub = relativeHub(40);
        must(hub->add(anchor("one", draw(80, 6, 1))));
        const auto report = must(hub->add(anchor("two", draw(80, 6, 99))));
        QVERIFY(report.fitError > 0.8);
    }

    void deadNetworksAreRefused() {
        const auto hub = relativeHub(8);
        const auto dead = hub->add(anchor("dead", torch::ones({10, 3}, torch::kFloat64)));
        QVERIFY(!dead && dead.error().code == ErrorCode::InvalidArgument);
        QVERIFY(dead.error().detail.find("dead") != std::string::npos);
        auto broken = draw(10, 3, 1);
        broken[2][1] = std::nan("");
        QVERIFY(!hub->add(anchor("broken", broken)));
        QCOMPARE(hub->rank(), std::int64_t{0}); // unchanged
    }

    void otherReferenceSetsAreRefused() {
        const auto hub = relativeHub(8);
        must(hub->add(anchor("one", draw(20, 3, 1))));
        QVERIFY(!hub->add(anchor("two", draw(20, 3, 2), "weights", "elsewhere")));
        QVERIFY(!hub->add(anchor("two", draw(19, 3, 2))));
    }

    void spilledRowsGiveTheSame() {
        const QTemporaryDir folder;
        const auto rows = spreadRows(50, 5, 4);
        const auto inMemory = relativeHub(16), inFile = relativeHub(16);
        must(inMemory->add(anchor("one", rows)));
        must(inFile->add(anchor("one", spilled(rows, folder.path().toStdString()))));
        QCOMPARE(wholeText(*inFile), wholeText(*inMemory));
    }

    void damagedFilesAreRefused_data() {
        QTest::addColumn<QString>("array");
        for (const char* name : {"reference", "network.0.mean", "network.0.anchors",
                                 "network.0.weights", "network.0.offset"}) {
            QTest::newRow(name) << QString(name);
        }
    }
    void damagedFilesAreRefused() {
        QFETCH(QString, array);
        const auto hub = relativeHub(16);
        must(hub->add(anchor("one", draw(30, 4, 5))));
        auto file = savedFile(*hub);
        std::erase_if(file.arrays,
                      [&](const auto& each) { return each.name == array.toStdString(); });
        const auto loaded = must(findHubKind(HubKindId("relative")))->load(file);
        QVERIFY(!loaded && loaded.error().code == ErrorCode::Corrupt);
    }
};

TESSERA_TEST(TestRelativeHub)

#include "test_relative_hub.moc"
