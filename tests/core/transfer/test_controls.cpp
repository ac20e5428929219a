#include "core/transfer/controls.h"

#include "tests/core/transfer/transfer_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <set>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::transfer;

namespace {

ControlSetup applied(const std::string& id, const zoo::NetworkPtr& source, std::uint64_t seed = 1) {
    ControlSetup setup{source, TransferSpec(), modes().front()->descriptor(), false, seed};
    must(must(findControl(ControlId(id)))->apply(setup));
    return setup;
}

} // namespace

class TestControls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frozenIds() {
        std::set<std::string> ids;
        for (const auto& control : controls()) {
            QVERIFY(!control.description.empty());
            QVERIFY(ids.insert(control.id.value).second);
            QCOMPARE(must(findControl(control.id))->id.value, control.id.value);
        }
        for (const char* id : {"untrained_source", "shuffled_targets", "readout_only"}) {
            QVERIFY2(ids.count(id) == 1, id);
        }
    }

    void unknownControlListsTheKnown() {
        for (const char* id : {"", "Readout_only", "random"}) {
            const auto found = findControl(ControlId(id));
            QVERIFY(!found);
            QCOMPARE(found.error().code, ErrorCode::NotFound);
            for (const auto& control : controls()) {
                QVERIFY(found.error().detail.find(control.id.value) != std::string::npos);
            }
        }
    }

    // Every control changes something, and never the network that it was given.
    void contract_data() {
        QTest::addColumn<QString>("id");
        for (const auto& control : controls()) {
            QTest::newRow(control.id.value.c_str()) << QString::fromStdString(control.id.value);
        }
    }
    void contract() {
        QFETCH(QString, id);
        const auto source = toySource();
        const auto hash = zoo::weightsHash(*source);
        const auto setup = applied(id.toStdString(), source);
        QCOMPARE(zoo::weightsHash(*source), hash);
        QVERIFY(setup.source != source || setup.shuffleSource || setup.spec != TransferSpec());
        QCOMPARE(setup.seed, std::uint64_t{1});
    }

    void untrainedSource() {
        const auto source = toySource();
        const auto setup = applied("untrained_source", source);
        QVERIFY(setup.source != source);
        QCOMPARE(setup.source->identity(), source->identity());
        QVERIFY(zoo::weightsHash(*setup.source) != zoo::weightsHash(*source));
        QVERIFY(!setup.shuffleSource);
        QVERIFY(setup.spec == TransferSpec());
        QCOMPARE(zoo::weightsHash(*applied("untrained_source", source).source),
                 zoo::weightsHash(*setup.source));
        QVERIFY(zoo::weightsHash(*applied("untrained_source", source, 2).source) !=
                zoo::weightsHash(*setup.source));
        QVERIFY(accuracy(*setup.source, toyData().test) < 0.6);
        QVERIFY(accuracy(*source, toyData().test) > 0.9);
    }

    void shuffledTargets() {
        const auto source = toySource();
        const auto setup = applied("shuffled_targets", source);
        QVERIFY(setup.shuffleSource);
        QVERIFY(setup.source == source);
        QVERIFY(setup.spec == TransferSpec());
    }

    void readoutOnly() {
        const auto source = toySource();
        const auto setup = applied("readout_only", source);
        auto expected = TransferSpec();
        expected.epochs = 0;
        QVERIFY(setup.spec == expected);
        QVERIFY(setup.source == source);
        QVERIFY(!setup.shuffleSource);
    }

    // What the controls are for: the same transfer with less to go on does worse.
    void controlsFallBehind() {
        Bench real;
        QVERIFY(must(real.run()).gradientSteps > 0);
        const double reached = accuracy(*real.receiver, real.data.test);
        QVERIFY2(reached > 0.9, std::to_string(reached).c_str());
        for (const char* id : {"untrained_source", "shuffled_targets"}) {
            Bench bench;
            const auto setup = applied(id, bench.source);
            bench.source = setup.source;
            bench.spec.epochs = setup.spec.epochs; // the hub's size stays the bench's
            bench.shuffleSource = setup.shuffleSource;
            QVERIFY(!must(bench.run()).cancelled);
            const double control = accuracy(*bench.receiver, bench.data.test);
            QVERIFY2(control < reached - 0.3, (id + std::to_string(control)).c_str());
        }
        Bench readout;
        readout.spec.epochs = 0;
        QCOMPARE(must(readout.run()).gradientSteps, std::int64_t{0});
        QVERIFY(accuracy(*readout.receiver, readout.data.test) <= reached);
    }
};

TESSERA_TEST(TestControls)

#include "test_controls.moc"
