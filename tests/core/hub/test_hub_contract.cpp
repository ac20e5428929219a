#include "tests/core/hub/hub_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <set>

using namespace tessera;
using namespace tessera::hub;
using namespace tessera::test;

// What every kind of hub must keep, whatever its mathematics.
class TestHubContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsAreUniqueAndDescribed() {
        std::set<std::string> ids;
        for (const auto& kind : hubKinds()) {
            QVERIFY(!kind.id.empty());
            QVERIFY(!kind.description.empty());
            QVERIFY(ids.insert(kind.id.value).second);
            QCOMPARE(must(findHubKind(kind.id))->id.value, kind.id.value);
        }
        QVERIFY(ids.count("orthogonal") == 1); // saved in experiments
    }

    void unknownKindListsTheKnown() {
        const auto found = findHubKind(HubKindId("Orthogonal"));
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::NotFound);
        for (const auto& kind : hubKinds()) {
            QVERIFY(found.error().detail.find(kind.id.value) != std::string::npos);
        }
    }

    void dimensionsMustBePositive_data() { kinds(); }
    void dimensionsMustBePositive() {
        for (const int dim : {0, -1}) {
            const auto hub = kind().create("name", HubSpec{kind().id, dim});
            QVERIFY(!hub);
            QCOMPARE(hub.error().code, ErrorCode::InvalidArgument);
        }
    }

    void emptyHubKnowsNobody_data() { kinds(); }
    void emptyHubKnowsNobody() {
        const auto hub = must(kind().create("name", HubSpec{kind().id, 8}));
        QCOMPARE(hub->name(), std::string("name"));
        QCOMPARE(hub->dim(), std::int64_t{8});
        QCOMPARE(hub->rank(), std::int64_t{0});
        const auto rows = torch::ones({2, 3}, torch::kFloat32);
        for (const auto& result : {hub->encode({"a", "w"}, rows), hub->decode({"a", "w"}, rows)}) {
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::NotFound);
        }
        const auto again = must(kind().load(savedFile(*hub)));
        QCOMPARE(again->rank(), std::int64_t{0});
        QVERIFY(again->add(anchor("a", draw(20, 3, 1))));
    }

    void networksOfAnyWidthFit_data() { kinds(); }
    void networksOfAnyWidthFit() {
        const auto hub = must(kind().create("name", HubSpec{kind().id, 8}));
        must(hub->add(anchor("source", draw(40, 6, 2))));
        QVERIFY(hub->rank() >= 1 && hub->rank() <= hub->dim());
        for (const std::int64_t width : {1, 3, 6, 20}) {
            const auto name = "width " + std::to_string(width);
            const auto rows = draw(40, width, 3);
            const auto report = must(hub->add(anchor(name, rows)));
            QVERIFY(std::isfinite(report.fitError) && report.fitError >= 0.0);
            QVERIFY(report.seconds >= 0.0);
            const auto h = must(hub->encode({name, "weights"}, rows));
            QVERIFY(h.size(0) == 40 && h.size(1) <= hub->rank());
            const auto back = must(hub->decode({name, "weights"}, h));
            QCOMPARE(back.sizes().vec(), rows.sizes().vec());
            QVERIFY(torch::isfinite(back).all().item<bool>());
            QVERIFY(must(hub->encodeUncentred({name, "weights"}, rows)).sizes() == h.sizes());
        }
    }

    void fewerRowsThanUnits_data() { kinds(); }
    void fewerRowsThanUnits() {
        const auto hub = must(kind().create("name", HubSpec{kind().id, 64}));
        must(hub->add(anchor("source", draw(4, 10, 4))));
        must(hub->add(anchor("receiver", draw(4, 12, 5))));
        // Four rows vary along three axes at most; of samples as anchors there are four. What
        // learns uses all dimensions, and only draws near.
        const bool exact = hub->principalGains().defined();
        const bool learns = kind().id.value == "contrastive";
        QVERIFY(hub->rank() <= (exact ? 3 : learns ? 64 : 4));
        const auto error = roundTripError(*hub, {"source", "weights"}, draw(4, 10, 4));
        QVERIFY(error && *error < (exact ? 1e-5 : learns ? 0.5 : 0.01));
    }

    void savedAndLoadedAreEqual_data() { kinds(); }
    void savedAndLoadedAreEqual() {
        const auto hub = must(kind().create("name", HubSpec{kind().id, 8}));
        must(hub->add(anchor("source", draw(40, 6, 6))));
        must(hub->add(anchor("receiver", draw(40, 9, 7))));
        const auto again = must(kind().load(savedFile(*hub)));
        const auto rows = draw(10, 9, 8);
        QVERIFY(torch::equal(must(again->encode({"receiver", "weights"}, rows)),
                             must(hub->encode({"receiver", "weights"}, rows))));
        const auto nothing = kind().load({});
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::Corrupt);
    }

private:
    static void kinds() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < hubKinds().size(); ++i) {
            QTest::newRow(hubKinds()[i].id.value.c_str()) << static_cast<int>(i);
        }
    }
    static const HubKind& kind() {
        const int index = *static_cast<int*>(QTest::qData("index", qMetaTypeId<int>()));
        return hubKinds()[static_cast<std::size_t>(index)];
    }
};

TESSERA_TEST(TestHubContract)

#include "test_hub_contract.moc"
