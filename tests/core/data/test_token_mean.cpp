#include "core/data/token_mean.h"

#include "tests/support/test_registry.h"

#include <ATen/CPUGeneratorImpl.h>

#include <QTest>

#include <numeric>

using namespace tessera;
using namespace tessera::data;

namespace {

const SplitSpec kSizes{300, 250, 200, 150};

torch::Tensor tokensOf(std::int64_t count, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return torch::randint(0, 256, {count, 16}, generator, torch::kInt64);
}

} // namespace

class TestTokenMean : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapes() {
        const auto parts = makeTokenMean(kSizes, 5).value();
        QCOMPARE(parts.input, (InputSpec{InputKind::Tokens, 16, 0, 1, 256}));
        QCOMPARE(parts.classes, 2);
        QCOMPARE(parts.sourceTrain.size(), 300);
        QCOMPARE(parts.reference.size(0), 250);
        QCOMPARE(parts.validation.size(), 200);
        QCOMPARE(parts.test.size(), 150);
        QCOMPARE(parts.reference.scalar_type(), torch::kInt64);
        QVERIFY(parts.reference.min().item<int>() >= 0);
        QVERIFY(parts.reference.max().item<int>() <= 255);
    }

    void labelSaysWhetherTheMeanIsAtLeast128() {
        const auto parts = makeTokenMean(kSizes, 6).value();
        for (const auto& part : {parts.sourceTrain, parts.validation, parts.test}) {
            int ones = 0;
            for (std::int64_t i = 0; i < part.size(); ++i) {
                const auto* tokens = part.inputs[i].data_ptr<std::int64_t>();
                const bool expected = std::accumulate(tokens, tokens + 16, 0LL) >= 128 * 16;
                QCOMPARE(part.labels[i].item<int>(), int(expected));
                ones += int(expected);
            }
            QVERIFY(ones > part.size() / 4 && ones < part.size() * 3 / 4);
        }
    }

    // Anyone with LibTorch can make the same data.
    void drawnByTheGeneratorOfTheSeed() {
        const auto parts = makeTokenMean(kSizes, 40).value();
        QVERIFY(torch::equal(parts.sourceTrain.inputs, tokensOf(300, 40)));
        QVERIFY(!torch::equal(parts.sourceTrain.inputs, tokensOf(300, 41)));
    }

    void partsDiffer() {
        const auto parts = makeTokenMean({100, 100, 100, 100}, 7).value();
        const std::vector<torch::Tensor> all = {parts.sourceTrain.inputs, parts.reference,
                                                parts.validation.inputs, parts.test.inputs};
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                // No row of one stands in the other.
                const auto equal = (all[i].unsqueeze(1) == all[j].unsqueeze(0)).all(2);
                QVERIFY(!equal.any().item<bool>());
            }
        }
    }

    void seeds() {
        const auto hash = [](std::uint64_t seed) {
            return contentHash(makeTokenMean(kSizes, seed).value().sourceTrain.inputs);
        };
        QCOMPARE(hash(1), hash(1));
        QVERIFY(hash(1) != hash(2));
        const auto population = [](std::uint64_t seed) {
            return makeTokenMean(kSizes, seed).value().populationHash;
        };
        QCOMPARE(population(1), population(1));
        QVERIFY(population(1) != population(2));
    }

    // Or a study over seeds would test one run on what another has learned.
    void partsOfNeighbouringSeedsNeverMeet() {
        std::vector<torch::Tensor> all;
        for (const std::uint64_t seed : {7, 8, 9, 10}) {
            const auto parts = makeTokenMean({50, 50, 50, 50}, seed).value();
            all.insert(all.end(), {parts.sourceTrain.inputs, parts.reference,
                                   parts.validation.inputs, parts.test.inputs});
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                QVERIFY(!torch::equal(all[i], all[j]));
            }
        }
    }

    void emptyParts() {
        const auto parts = makeTokenMean({0, 1, 0, 0}, 1).value();
        QCOMPARE(parts.sourceTrain.size(), 0);
        QCOMPARE(parts.sourceTrain.labels.size(0), 0);
        QCOMPARE(parts.reference.size(0), 1);
    }
};

TESSERA_TEST(TestTokenMean)
#include "test_token_mean.moc"
