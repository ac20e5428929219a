#include "core/data/normalise.h"

#include "tests/core/data/data_test_util.h"
#include "tests/support/test_registry.h"

#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::data;
using namespace tessera::test;

namespace {

// Parts with these inputs, all of source-train's shape but for the samples.
SplitData partsOf(const InputSpec& input, const torch::Tensor& train, const torch::Tensor& rest) {
    SplitData parts;
    parts.input = input;
    parts.classes = 1;
    parts.sourceTrain = {train, torch::zeros({train.size(0)}, torch::kInt64)};
    parts.reference = rest;
    parts.validation = {rest.narrow(0, 0, 0), torch::zeros({0}, torch::kInt64)};
    parts.test = {rest, torch::zeros({rest.size(0)}, torch::kInt64)};
    return parts;
}

SplitData flat(const std::vector<float>& train, const std::vector<float>& rest,
               std::int64_t width = 2) {
    return partsOf({InputKind::Flat, width, 0, 1, 0}, torch::tensor(train).view({-1, width}),
                   torch::tensor(rest).view({-1, width}));
}

} // namespace

class TestNormalise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void known_data() {
        QTest::addColumn<int>("how");
        QTest::addColumn<bool>("bytes");
        QTest::addColumn<QList<float>>("train"); // of 0 100 | 50 200
        QTest::addColumn<QList<float>>("rest");  // of 100 300
        QTest::newRow("as it is") << int(Normalisation::Find) << false
                                  << QList<float>{0, 100, 50, 200} << QList<float>{100, 300};
        QTest::newRow("bytes") << int(Normalisation::Find) << true
                               << QList<float>{0, 100 / 255.0F, 50 / 255.0F, 200 / 255.0F}
                               << QList<float>{100 / 255.0F, 300 / 255.0F};
        QTest::newRow("none") << int(Normalisation::None) << true << QList<float>{0, 100, 50, 200}
                              << QList<float>{100, 300};
        QTest::newRow("unit") << int(Normalisation::Unit) << true << QList<float>{0, .5F, .25F, 1}
                              << QList<float>{.5F, 1.5F};
        QTest::newRow("standard") << int(Normalisation::Standard) << false
                                  << QList<float>{-1, -1, 1, 1} << QList<float>{3, 3};
    }
    void known() {
        QFETCH(int, how);
        QFETCH(bool, bytes);
        QFETCH(QList<float>, train);
        QFETCH(QList<float>, rest);
        auto parts = flat({0, 100, 50, 200}, {100, 300});
        normalise(parts, Normalisation(how), bytes);
        QCOMPARE(numbersOf(parts.sourceTrain.inputs),
                 std::vector<float>(train.begin(), train.end()));
        QCOMPARE(numbersOf(parts.reference), std::vector<float>(rest.begin(), rest.end()));
        QCOMPARE(numbersOf(parts.test.inputs), std::vector<float>(rest.begin(), rest.end()));
        QCOMPARE(parts.validation.size(), 0);
        QCOMPARE(parts.sourceTrain.inputs.scalar_type(), torch::kFloat32);
    }

    // What is not in source-train has no say.
    void onlySourceTrainDecides_data() {
        QTest::addColumn<int>("how");
        QTest::newRow("unit") << int(Normalisation::Unit);
        QTest::newRow("standard") << int(Normalisation::Standard);
    }
    void onlySourceTrainDecides() {
        QFETCH(int, how);
        auto parts = flat({0, 1, 2, 5}, {1, 1});
        auto others = flat({0, 1, 2, 5}, {1e6F, -1e6F});
        normalise(parts, Normalisation(how), false);
        normalise(others, Normalisation(how), false);
        QVERIFY(isSame(parts.sourceTrain.inputs, others.sourceTrain.inputs));
    }

    void withoutSourceTrainTheReferenceDecides() {
        auto parts = flat({}, {10, 20, 30, 20});
        normalise(parts, Normalisation::Unit, false);
        QCOMPARE(numbersOf(parts.reference), (std::vector<float>{0, .5F, 1, .5F}));
    }

    void constantFeaturesBecomeZero() {
        for (const float value : {0.0F, 0.1F, -3e7F}) {
            auto parts = flat({value, 1, value, 2, value, 4}, {value, 1});
            normalise(parts, Normalisation::Standard, false);
            QCOMPARE(parts.sourceTrain.inputs.select(1, 0).abs().max().item<float>(), 0.0F);
            auto same = flat({value, value}, {value, value});
            normalise(same, Normalisation::Unit, false);
            QCOMPARE(same.reference.abs().max().item<float>(), 0.0F);
        }
        // Another value than the constant stays a number.
        auto parts = flat({0.1F, 1, 0.1F, 2, 0.1F, 4}, {0.6F, 1});
        normalise(parts, Normalisation::Standard, false);
        QVERIFY(std::abs(parts.reference[0][0].item<float>() - 0.5F) < 1e-6F);
    }

    void perChannelOfImages() {
        const auto train = torch::tensor({0.F, 2.F, 10.F, 30.F}).view({1, 2, 1, 2});
        auto parts = partsOf({InputKind::Image, 1, 2, 2, 0}, train, train);
        normalise(parts, Normalisation::Standard, false);
        QCOMPARE(numbersOf(parts.sourceTrain.inputs), (std::vector<float>{-1, 1, -1, 1}));
    }

    void perFeatureOfRows() {
        const auto train = torch::tensor({0.F, 10.F, 2.F, 30.F}).view({1, 2, 2});
        auto parts = partsOf({InputKind::Rows, 2, 2, 1, 0}, train, train);
        normalise(parts, Normalisation::Standard, false);
        QCOMPARE(numbersOf(parts.sourceTrain.inputs), (std::vector<float>{-1, -1, 1, 1}));
    }

    void tokensStay() {
        const auto tokens = torch::tensor({3, 200}, torch::kInt64).view({1, 2});
        for (const auto how : {Normalisation::Find, Normalisation::Unit, Normalisation::Standard}) {
            auto parts = partsOf({InputKind::Tokens, 2, 0, 1, 256}, tokens, tokens);
            normalise(parts, how, true);
            QVERIFY(isSame(parts.sourceTrain.inputs, tokens));
        }
    }

    void hugeNumbers() {
        constexpr float kMost = std::numeric_limits<float>::max();
        for (const auto how : {Normalisation::Unit, Normalisation::Standard}) {
            auto parts = flat({-kMost, -kMost, kMost, kMost}, {0, kMost});
            normalise(parts, how, false);
            QVERIFY(torch::isfinite(parts.sourceTrain.inputs).all().item<bool>());
            QCOMPARE(numbersOf(parts.sourceTrain.inputs)[3], 1.0F);
        }
    }
};

TESSERA_TEST(TestNormalise)
#include "test_normalise.moc"
