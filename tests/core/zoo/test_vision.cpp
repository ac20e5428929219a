#include "core/zoo/initialise.h"
#include "core/zoo/network_state.h"
#include "core/zoo/vit.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <cmath>

using namespace tessera;
using namespace tessera::zoo;
using test::build;
using test::inputFor;
using test::recipeOf;
using test::TapRecorder;

namespace {

const InputSpec kDigit{InputKind::Image, 8, 8, 1, 0};

} // namespace

// What is particular to resnet, vit, gru and the encodings; the rest stands in test_families.cpp.
class TestVision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // 16 channels, 20 layers on 3 x 32 x 32 and 10 classes: 269,722 parameters with identity
    // shortcuts (He et al. 2016: 0.27 M); ours project at the two places where the width grows.
    void resnetHasTheSizeOfThePaper() {
        const InputSpec cifar{InputKind::Image, 32, 32, 3, 0};
        const auto recipe = recipeOf("resnet", cifar, 16, 3, 10);
        QCOMPARE(recipe.architecture.depth, 20);
        const double projections = 16 * 32 + 2 * 32 + 32 * 64 + 2 * 64;
        QCOMPARE(parameterCount(recipe), 269722.0 + projections);
    }

    void resnetHalvesTheImageTwice() {
        const InputSpec cifar{InputKind::Image, 32, 24, 3, 0};
        const auto network = build(recipeOf("resnet", cifar, 8, 1));
        TapRecorder taps;
        network->eval();
        network->forward(inputFor(cifar, 2), &taps);
        QCOMPARE(taps.at("stream.0").sizes().vec(), (std::vector<std::int64_t>{2, 8, 32, 24}));
        QCOMPARE(taps.at("stream.1").sizes().vec(), (std::vector<std::int64_t>{2, 16, 16, 12}));
        QCOMPARE(taps.at("stream.2").sizes().vec(), (std::vector<std::int64_t>{2, 32, 8, 6}));
    }

    void depthsOfResnet_data() {
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("good");
        for (const int depth : {8, 14, 20, 32, 44, 56}) {
            QTest::newRow(qPrintable(QString::number(depth))) << depth << true;
        }
        for (const int depth : {1, 2, 9, 19, 62, 100000}) {
            QTest::newRow(qPrintable(QString::number(depth))) << depth << false;
        }
    }
    void depthsOfResnet() {
        QFETCH(int, depth);
        QFETCH(bool, good);
        auto recipe = recipeOf("resnet", kDigit, 4);
        recipe.architecture.depth = depth;
        QCOMPARE(checkRecipe(recipe).has_value(), good);
        if (!good) {
            QCOMPARE(checkRecipe(recipe).error().code, ErrorCode::InvalidArgument);
        }
    }

    void patches_data() {
        QTest::addColumn<int>("patch");
        QTest::addColumn<int>("count");
        QTest::newRow("default: a quarter") << 0 << 16;
        QTest::newRow("pixels") << 1 << 64;
        QTest::newRow("do not divide") << 3 << 9;
        QTest::newRow("one") << 8 << 1;
        QTest::newRow("too large") << 9 << -1;
    }
    void patches() {
        QFETCH(int, patch);
        QFETCH(int, count);
        for (const auto pooling : {Pooling::Mean, Pooling::ClassToken}) {
            auto recipe = recipeOf("vit", kDigit);
            recipe.architecture.pooling = pooling;
            if (patch > 0) {
                recipe.architecture.patch = patch;
            }
            if (count < 0) {
                QVERIFY(!checkRecipe(recipe));
                continue;
            }
            const int extra = pooling == Pooling::ClassToken ? 1 : 0;
            QCOMPARE(vitPositions(recipe), std::int64_t(count + extra));
            const auto network = build(recipe);
            network->eval();
            TapRecorder taps;
            network->forward(inputFor(kDigit, 3), &taps);
            QCOMPARE(taps.at("layers.1").size(1), std::int64_t(count + extra));
            std::int64_t parameters = 0;
            for (const auto& parameter : network->parameters()) {
                parameters += parameter.numel();
            }
            QCOMPARE(parameterCount(recipe), double(parameters));
        }
    }

    // A class token reads the others by attention only: what it starts from matters.
    void classTokenIsRead() {
        auto recipe = recipeOf("vit", kDigit);
        recipe.architecture.pooling = Pooling::ClassToken;
        const auto network = build(recipe);
        network->eval();
        const auto inputs = inputFor(kDigit, 2);
        const auto before = network->forward(inputs);
        const torch::NoGradGuard noGrad;
        network->named_parameters()["class_token"].add_(torch::randn({8}, makeGenerator(3)));
        QVERIFY(!torch::allclose(before, network->forward(inputs), 1e-3, 1e-3));
    }

    // Fixed, so there is nothing to learn; PE(0) = (0, 1, 0, 1, ...), PE(1, 0) = sin 1.
    void sinusoids() {
        for (const char* family : {"transformer", "mlp", "lstm", "gru", "vit"}) {
            auto recipe = recipeOf(family, kDigit);
            recipe.architecture.encoding = PositionEncoding::Sinusoidal;
            const auto network = build(recipe);
            QVERIFY(!network->named_parameters().contains("positions"));
            const auto table = network->named_buffers()["positions"];
            for (int unit = 0; unit < 8; ++unit) {
                QCOMPARE(table[0][unit].item<float>(), unit % 2 == 0 ? 0.0F : 1.0F);
            }
            QVERIFY(std::abs(table[1][0].item<double>() - std::sin(1.0)) < 1e-7);
            QVERIFY(std::abs(table[3][5].item<double>() - std::cos(3.0 / 100.0)) < 1e-6);
            const auto twin = network->copy();
            QVERIFY(twin.has_value());
            QCOMPARE(weightsHash(**twin), weightsHash(*network));
        }
    }

    void headsOfAttention() {
        auto recipe = recipeOf("transformer", kDigit, 12);
        recipe.architecture.heads = 3;
        const auto network = build(recipe);
        network->eval();
        TapRecorder taps;
        network->forward(inputFor(kDigit, 2), &taps);
        QCOMPARE(taps.at("layers.0.attention").sizes().vec(),
                 (std::vector<std::int64_t>{2, 3, 8, 8}));
        recipe.architecture.heads = 5;
        QCOMPARE(checkRecipe(recipe).error().code, ErrorCode::InvalidArgument);
    }
};

TESSERA_TEST(TestVision)
#include "test_vision.moc"
