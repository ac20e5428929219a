#include "core/zoo/script_layout.h"

#include "tests/support/test_registry.h"

#include <ATen/Functions.h>

#include <QTest>

using namespace tessera::zoo;

namespace {

// A record whose sizes of -1 stand for the samples.
ScriptRecord recordOf(int place, const std::string& type, std::vector<std::int64_t> shape,
                      at::ScalarType kind = at::kFloat) {
    auto small = shape;
    auto large = shape;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        small[i] = shape[i] == -1 ? kSmallBatch : shape[i];
        large[i] = shape[i] == -1 ? kLargeBatch : shape[i];
    }
    const auto options = at::TensorOptions(kind);
    return {place,
            1,
            "m" + std::to_string(place),
            type,
            at::zeros(small, options),
            at::zeros(large, options)};
}

} // namespace

class TestScriptLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void layouts_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QList<int>>("shape");
        QTest::addColumn<int>("layout");
        QTest::addColumn<int>("width");
        const auto row = [](const char* name, const char* type, QList<int> shape, TapLayout layout,
                            int width) {
            QTest::newRow(name) << type << shape << int(layout) << width;
        };
        using L = TapLayout;
        row("a vector", "Linear", {-1, 5}, L::SamplesWidth, 5);
        row("one number", "Squeeze", {-1}, L::SamplesWidth, 1);
        row("a convolution of sequences", "Conv1d", {-1, 5, 7}, L::SamplesWidthPositions, 5);
        row("its norm", "BatchNorm1d", {-1, 5, 7}, L::SamplesWidthPositions, 5);
        row("a sequence", "Linear", {-1, 5, 7}, L::SamplesPositionsWidth, 7);
        row("an embedding", "Embedding", {-1, 5, 7}, L::SamplesPositionsWidth, 7);
        row("a layer norm", "LayerNorm", {-1, 5, 7}, L::SamplesPositionsWidth, 7);
        row("sequence first", "LSTM", {5, -1, 7}, L::SamplesPositionsWidth, 7);
        row("sequence first, attention", "TransformerEncoderLayer", {5, -1, 7},
            L::SamplesPositionsWidth, 7);
        row("who knows, three axes", "Mystery", {-1, 5, 7}, L::SamplesPositionsWidth, 7);
        row("an image", "Conv2d", {-1, 5, 7, 9}, L::SamplesWidthPositions, 5);
        row("who knows, four axes", "Mystery", {-1, 5, 7, 9}, L::SamplesWidthPositions, 5);
        row("channels last", "LayerNorm", {-1, 5, 7, 9}, L::SamplesWidthPositions, 9);
        row("a norm of images", "LayerNorm2d", {-1, 5, 7, 9}, L::SamplesWidthPositions, 5);
        row("a volume", "Conv3d", {-1, 5, 7, 9, 3}, L::SamplesWidthPositions, 5);
    }
    void layouts() {
        QFETCH(QString, type);
        QFETCH(QList<int>, shape);
        QFETCH(int, layout);
        QFETCH(int, width);
        const auto laidOut =
            layOut({recordOf(1, type.toStdString(), {shape.begin(), shape.end()})});
        QCOMPARE(laidOut.taps.size(), std::size_t(1));
        const auto& tap = laidOut.taps.front();
        QCOMPARE(int(tap.point.layout), layout);
        QCOMPARE(int(tap.point.width), width);
        const bool guessed = laidOut.notes.contains("m1");
        QCOMPARE(guessed, type == "Mystery");
        // As recorded, and pooled: samples first, then the width.
        auto value = recordOf(1, "", {shape.begin(), shape.end()}).large;
        value = value + at::arange(value.numel()).view(value.sizes());
        const auto normal = normalised(value, tap);
        QCOMPARE(normal.size(0), kLargeBatch);
        QCOMPARE(normal.sizes().slice(1).vec(), tap.shape);
        const auto pooled = pooledTap(normal, tap.point.layout);
        QCOMPARE(pooled.sizes().vec(), (std::vector<std::int64_t>{kLargeBatch, width}));
        QVERIFY(std::abs(pooled.mean().item<double>() - value.mean().item<double>()) < 1e-3);
    }

    // Means over positions, never over the samples or the width.
    void whatIsPooled() {
        const auto tap = layOut({recordOf(1, "LSTM", {5, -1, 7})}).taps.front();
        const auto value = at::rand({5, 4, 7});
        const auto pooled = pooledTap(normalised(value, tap), tap.point.layout);
        QVERIFY(at::allclose(pooled, value.mean(0)));
        const auto last = layOut({recordOf(1, "Linear", {-1, 5, 7, 9})}).taps.front();
        const auto image = at::rand({4, 5, 7, 9});
        QVERIFY(at::allclose(pooledTap(normalised(image, last), last.point.layout),
                             image.mean({1, 2})));
    }

    // What adds, activates or wraps is read as what it was made from.
    void inherited() {
        const auto layout =
            layOut({recordOf(1, "Conv1d", {-1, 5, 7}), recordOf(2, "GELU", {-1, 5, 7}),
                    recordOf(3, "Block", {-1, 5, 7}), recordOf(4, "Linear", {-1, 7, 5}),
                    recordOf(5, "GELU", {-1, 7, 5}), recordOf(6, "LayerNorm", {-1, 5, 7}),
                    recordOf(7, "GELU", {-1, 5, 7})});
        QVERIFY(layout.notes.empty());
        const std::vector<std::int64_t> widths = {5, 5, 5, 5, 5, 7, 7};
        for (std::size_t i = 0; i < widths.size(); ++i) {
            QCOMPARE(layout.taps[i].point.width, widths[i]);
        }
    }

    void noTaps_data() {
        QTest::addColumn<QList<int>>("shape");
        QTest::addColumn<bool>("real");
        QTest::newRow("no samples") << QList<int>{5, 7} << true;
        QTest::newRow("one number for all") << QList<int>{} << true;
        QTest::newRow("samples twice") << QList<int>{-1, -1} << true;
        QTest::newRow("whole numbers") << QList<int>{-1, 7} << false;
        QTest::newRow("empty") << QList<int>{-1, 0} << true;
    }
    void noTaps() {
        QFETCH(QList<int>, shape);
        QFETCH(bool, real);
        const auto layout = layOut(
            {recordOf(1, "Mystery", {shape.begin(), shape.end()}, real ? at::kFloat : at::kLong)});
        QVERIFY(layout.taps.empty());
        QVERIFY(!layout.notes.at("m1").empty());
    }

    void samplesFoldedIntoAnotherAxis() {
        auto record = recordOf(1, "Attention", {-1, 5});
        record.small = at::zeros({4 * kSmallBatch, 5});
        record.large = at::zeros({4 * kLargeBatch, 5});
        QVERIFY(layOut({record}).taps.empty());
        record.large = at::Tensor(); // called for one batch only
        QVERIFY(layOut({record}).taps.empty());
    }

    void names() {
        auto first = recordOf(1, "ReLU", {-1, 5});
        auto second = first;
        second.call = 2;
        auto reserved = recordOf(2, "Linear", {-1, 5});
        reserved.path = "feature";
        auto many = recordOf(3, "ReLU", {-1, 5});
        many.call = kMostCalls + 1;
        const auto layout = layOut({first, second, reserved, many});
        QCOMPARE(layout.taps.size(), std::size_t(3));
        QCOMPARE(layout.taps[0].point.name, std::string("m1"));
        QCOMPARE(layout.taps[1].point.name, std::string("m1#2"));
        QVERIFY(layout.taps[2].point.name != "feature");
    }

    void halfPrecisionIsRecordedAsSingle() {
        const auto tap = layOut({recordOf(1, "Linear", {-1, 5}, at::kHalf)}).taps.front();
        QCOMPARE(normalised(at::zeros({2, 5}, at::kHalf), tap).scalar_type(), at::kFloat);
    }
};

TESSERA_TEST(TestScriptLayout)
#include "test_script_layout.moc"
