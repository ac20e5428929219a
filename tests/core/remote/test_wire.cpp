#include "core/remote/messages.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace tessera;
using namespace tessera::remote;

namespace {

Experiment fullExperiment() {
    Experiment all;
    all.name = "Ünïcode \"name\"";
    all.seed = std::numeric_limits<std::uint64_t>::max();
    all.threads = 3;
    all.source.network.architecture =
        ArchitectureSpec{ArchitectureId("vit"), 12, 3, 7, false, PositionEncoding::Sinusoidal, 4, 2,
                         Pooling::ClassToken};
    all.source.train = {5, 0.25, 16, "sgd"};
    all.receiver.network.file = "/nets/one.pt";
    all.receiver.network.head = HeadChoice::Replace;
    all.receiver.network.feature = "layer4";
    all.receiver.network.freeze = {"conv1", "bn1"};
    all.receiver.state = ReceiverState::Trained;
    all.data.name = "mine";
    all.data.file = "/data/mine.csv";
    all.data.reading = {"label", "x", Separator::Semicolon,   HeaderRow::No, DataInput::Rows, 8,
                        9,       3,   Normalisation::Standard};
    all.data.splits = {1, 2, 3, 4};
    all.data.mismatch = Mismatch::Classes;
    all.data.shift = {"noise", 0.75};
    all.data.task = {"other", 0.5, "token-mean"};
    all.transfer.hub = {HubKindId("relative"), 64, 0.5, HubRefit::Never};
    all.transfer.schedule = RateSchedule::OneCycle;
    all.transfer.privacy.epsilon = 2.5;
    all.controls = {ControlId("readout_only"), ControlId("untrained_source")};
    return all;
}

TransferResult fullResult() {
    TransferResult all;
    all.failure = Error{ErrorCode::Diverged, "the loss is not a number", 17};
    all.summary.sourceAccuracy = 0.5;
    all.summary.interval = Interval{0.25, 0.75};
    all.summary.drift.hub = std::numeric_limits<double>::infinity();
    all.summary.controls = {{ControlId("readout_only"), 0.5, std::nullopt}};
    all.summary.seconds.controls = 3.5;
    all.summary.privacy.emplace().notCovered = {"the source"};
    all.summary.metricsHash = "abc";
    Token token;
    token.uhsVector = {1.0F, -0.0F, std::numeric_limits<float>::denorm_min()};
    token.modalityWeights = {{"A", 0.9}, {"W", 0.05}};
    token.correlationMap = {{"b", 1}, {"a", {-1, 2.5, nullptr, "text"}}};
    token.driftScore = 0.1;
    token.integerFields = {"pe"};
    all.token = token;
    all.artifacts = {{"hub", "/out/hub.safetensors", "00ff", 12}};
    ItemResults items;
    items.classes = 10;
    items.labels = {1, 2, 3};
    items.controls = {{ControlId("readout_only"), {3, 2, 1}}};
    all.items = std::make_shared<const ItemResults>(items);
    return all;
}

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text));
}

SnapshotPtr snapshotOf(std::int64_t step, std::shared_ptr<const SampleSet> samples,
                       std::shared_ptr<const NetworkRows> source) {
    Snapshot snapshot;
    snapshot.step = step;
    snapshot.samples = std::move(samples);
    snapshot.source = std::move(source);
    NetworkRows receiver;
    receiver.layers = {{"layers.0", {2, 2, {1, 2, 3, float(step)}}}};
    snapshot.receiver = std::make_shared<const NetworkRows>(receiver);
    snapshot.axisShares = {0.75, 0.25};
    return std::make_shared<const Snapshot>(snapshot);
}

} // namespace

// Values that travel between two processes arrive as they were, and nothing else arrives at all.
class TestWire : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void calls() {
        const TransferRequest request{fullExperiment(), "/cache", "/artifacts", 500};
        const auto call = unpackCall(bytesOf(packedCall({12345, request})));
        QVERIFY(call);
        QCOMPARE(call->memoryBudget, std::int64_t{12345});
        const auto& got = std::get<TransferRequest>(call->what);
        QVERIFY(got.experiment == request.experiment);
        QCOMPARE(got.cacheDir.string(), std::string("/cache"));
        QCOMPARE(got.snapshotRows, std::int64_t{500});

        const DescribeCall describe{fullExperiment().source.network,
                                    InputSpec{InputKind::Image, 8, 8, 3, 0}, 9};
        const auto described = unpackCall(bytesOf(packedCall({0, describe})));
        QVERIFY(described);
        QVERIFY(std::get<DescribeCall>(described->what).spec == describe.spec);
        QVERIFY(std::get<DescribeCall>(described->what).input == describe.input);

        FullActivationRequest record;
        record.taps = {"a", "b"};
        record.which = FullActivationRequest::Which::Receiver;
        const auto recorded = unpackCall(bytesOf(packedCall({0, record})));
        QVERIFY(recorded);
        QCOMPARE(std::get<FullActivationRequest>(recorded->what).taps, record.taps);
    }

    void results() {
        const auto sent = fullResult();
        SharedObjects none;
        TransferResult got;
        QVERIFY(unpack(bytesOf(packed(none, sent)), none, got));
        QCOMPARE(got.failure->detail, sent.failure->detail);
        QVERIFY(got.failure->code == ErrorCode::Diverged && got.failure->offset == 17U);
        QVERIFY(std::isinf(*got.summary.drift.hub) && !got.summary.drift.layer);
        QVERIFY(got.summary.privacy->notCovered == sent.summary.privacy->notCovered);
        QCOMPARE(got.summary.seconds.controls, sent.summary.seconds.controls);
        QCOMPARE(got.token->correlationMap.dump(), sent.token->correlationMap.dump());
        QVERIFY(std::signbit(got.token->uhsVector[1]));
        QCOMPARE(got.token->uhsVector, sent.token->uhsVector);
        QCOMPARE(got.token->modalityWeights, sent.token->modalityWeights);
        QVERIFY(*got.items == *sent.items);
        // All members: what arrived packs to the same bytes again.
        SharedObjects others;
        QCOMPARE(packed(others, got), packed(none, sent));
    }

    // What the snapshots of a run share is sent once and is one object there, too.
    void sharedObjects() {
        SampleSet set;
        set.inputs = {2, 3, {1, 2, 3, 4, 5, 6}};
        set.labels = {0, 1};
        const auto samples = std::make_shared<const SampleSet>(set);
        NetworkRows rows;
        rows.layers = {{"feature", {2, 50, std::vector<float>(100, 0.5F)}}};
        const auto source = std::make_shared<const NetworkRows>(rows);
        SharedObjects sent;
        SharedObjects got;
        const auto first = packed(sent, snapshotOf(0, samples, source));
        const auto second = packed(sent, snapshotOf(1, samples, source));
        QVERIFY(second.size() + 300 < first.size());
        SnapshotPtr one;
        SnapshotPtr two;
        QVERIFY(unpack(bytesOf(first), got, one) && unpack(bytesOf(second), got, two));
        QVERIFY(one->samples == two->samples && one->source == two->source);
        QVERIFY(one->receiver != two->receiver);
        QCOMPARE(one->source->layers[0].values.values, rows.layers[0].values.values);
        QCOMPARE(two->receiver->layers[0].values.at(1, 1), 1.0F);
        QCOMPARE(one->samples->labels, set.labels);
        // A number that stands for an object of another kind is refused.
        SharedObjects swapped{got[1], got[0]};
        QVERIFY(!unpack(bytesOf(second), swapped, two));
    }

    void matricesFit_data() {
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("columns");
        QTest::addColumn<int>("values");
        QTest::addColumn<bool>("good");
        QTest::newRow("2 x 3") << qint64{2} << qint64{3} << 6 << true;
        QTest::newRow("empty") << qint64{0} << qint64{0} << 0 << true;
        QTest::newRow("rows without columns") << qint64{5} << qint64{0} << 0 << true;
        QTest::newRow("too few values") << qint64{2} << qint64{3} << 5 << false;
        QTest::newRow("too many values") << qint64{2} << qint64{3} << 7 << false;
        QTest::newRow("negative") << qint64{-2} << qint64{-3} << 6 << false;
        QTest::newRow("overflow") << (qint64{1} << 62) << qint64{4} << 0 << false;
    }
    void matricesFit() {
        QFETCH(qint64, rows);
        QFETCH(qint64, columns);
        QFETCH(int, values);
        const Matrix sent{rows, columns, std::vector<float>(static_cast<std::size_t>(values))};
        SharedObjects none;
        Matrix got;
        QTEST(unpack(bytesOf(packed(none, sent)), none, got), "good");
    }

    void truncated() {
        SharedObjects none;
        const auto bytes = packed(none, fullResult());
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            TransferResult got;
            SharedObjects known;
            QVERIFY(!unpack(bytesOf(bytes.substr(0, size)), known, got));
        }
        TransferResult got;
        QVERIFY(!unpack(bytesOf(bytes + '\0'), none, got));
        QVERIFY(!unpackCall({}));
    }

    // Damage is refused or read as other values; it neither crashes nor takes memory for lengths
    // that are not there.
    void damaged() {
        std::mt19937 random(1);
        const auto call = packedCall({1, TransferRequest{fullExperiment(), "/c", "/a", 1}});
        SharedObjects none;
        const auto result = packed(none, fullResult());
        int refused = 0;
        for (int i = 0; i < 20'000; ++i) {
            auto bytes = i % 2 == 0 ? call : result;
            for (int flips = 1 + i % 3; flips > 0; --flips) {
                bytes[random() % bytes.size()] ^= static_cast<char>(1U << (random() % 8));
            }
            SharedObjects known;
            TransferResult got;
            const bool good = i % 2 == 0 ? unpackCall(bytesOf(bytes)).has_value()
                                         : unpack(bytesOf(bytes), known, got);
            refused += good ? 0 : 1;
        }
        QVERIFY(refused > 1000);
    }
};

TESSERA_TEST(TestWire)
#include "test_wire.moc"
