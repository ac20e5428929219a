#include "core/data/splits.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace tessera;
using namespace tessera::data;

namespace {

// The input of sample i is i, so that samples can be told apart.
LabelledRows numbered(const std::vector<int>& classSizes) {
    std::vector<std::int64_t> labels;
    for (std::size_t label = 0; label < classSizes.size(); ++label) {
        labels.insert(labels.end(), std::size_t(classSizes[label]), std::int64_t(label));
    }
    const auto count = std::int64_t(labels.size());
    return {torch::arange(count, torch::kFloat32).view({count, 1}),
            torch::tensor(labels, torch::kInt64)};
}

std::vector<torch::Tensor> inputsOf(const SplitData& parts) {
    return {parts.sourceTrain.inputs, parts.reference, parts.validation.inputs, parts.test.inputs};
}

} // namespace

class TestSplits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stratified_data() {
        QTest::addColumn<QList<int>>("classSizes");
        QTest::addColumn<QList<int>>("sizes");
        QTest::newRow("two equal classes") << QList<int>{50, 50} << QList<int>{40, 20, 10, 30};
        QTest::newRow("three to one") << QList<int>{90, 30} << QList<int>{40, 20, 12, 48};
        QTest::newRow("everything used") << QList<int>{20, 20, 20} << QList<int>{15, 15, 15, 15};
        QTest::newRow("a part of one") << QList<int>{30, 30} << QList<int>{1, 1, 1, 1};
        QTest::newRow("empty parts") << QList<int>{30, 30} << QList<int>{0, 10, 0, 0};
        QTest::newRow("a class of one") << QList<int>{40, 1} << QList<int>{10, 10, 10, 11};
        QTest::newRow("an empty class") << QList<int>{20, 0, 20} << QList<int>{10, 10, 10, 10};
    }
    void stratified() {
        QFETCH(QList<int>, classSizes);
        QFETCH(QList<int>, sizes);
        const auto all = numbered({classSizes.begin(), classSizes.end()});
        const auto parts =
            split(all, int(classSizes.size()), {sizes[0], sizes[1], sizes[2], sizes[3]}, 11);
        QVERIFY2(parts.has_value(), parts ? "" : parts.error().detail.c_str());
        std::set<int> seen;
        const auto inputs = inputsOf(*parts);
        for (int part = 0; part < 4; ++part) {
            const auto& rows = inputs[std::size_t(part)];
            QCOMPARE(rows.size(0), std::int64_t(sizes[part]));
            std::vector<double> counts(std::size_t(classSizes.size()), 0.0);
            for (std::int64_t i = 0; i < rows.size(0); ++i) {
                const int sample = rows[i].item<int>();
                QVERIFY2(seen.insert(sample).second, "a sample stands in two parts");
                ++counts[std::size_t(all.labels[sample].item<int>())];
            }
            for (int label = 0; label < classSizes.size(); ++label) {
                const double share = double(classSizes[label]) * sizes[part] / double(all.size());
                QVERIFY(std::fabs(counts[std::size_t(label)] - share) <= 1.0);
            }
        }
    }

    // Whatever the sizes of the parts: each class within two samples of its share.
    void oddPartsOfTenClasses() {
        const std::vector<int> classSizes = {178, 182, 177, 183, 181, 182, 181, 179, 174, 180};
        const auto all = numbered(classSizes);
        for (const SplitSpec& sizes : {SplitSpec{46, 7, 1278, 466}, SplitSpec{11, 574, 177, 1035},
                                       SplitSpec{9, 843, 229, 716}, SplitSpec{5, 5, 5, 5}}) {
            const auto parts = split(all, 10, sizes, 3).value();
            for (const auto& rows : inputsOf(parts)) {
                const auto labels = all.labels.index_select(0, rows.flatten().to(torch::kInt64));
                for (std::size_t label = 0; label < classSizes.size(); ++label) {
                    const auto count = (labels == std::int64_t(label)).sum().item<double>();
                    const double share =
                        double(classSizes[label]) * double(rows.size(0)) / double(all.size());
                    QVERIFY(std::fabs(count - share) <= 2.0);
                }
            }
        }
    }

    void labelsStayWithTheirInputs() {
        const auto all = numbered({30, 20, 10});
        const auto parts = split(all, 3, {20, 20, 10, 10}, 2).value();
        for (const auto& part : {parts.sourceTrain, parts.validation, parts.test}) {
            const auto expected =
                all.labels.index_select(0, part.inputs.flatten().to(torch::kInt64));
            QVERIFY(torch::equal(part.labels, expected));
        }
    }

    // What a study over sizes of the reference set compares on the same test items.
    void theReferenceSetMovesNoOtherPart() {
        const auto all = numbered({50, 50});
        const auto large = split(all, 2, {20, 40, 10, 30}, 4).value();
        for (const int size : {1, 15, 39}) {
            const auto small = split(all, 2, {20, size, 10, 30}, 4).value();
            QVERIFY(torch::equal(small.sourceTrain.inputs, large.sourceTrain.inputs));
            QVERIFY(torch::equal(small.validation.inputs, large.validation.inputs));
            QVERIFY(torch::equal(small.test.inputs, large.test.inputs));
            QVERIFY(torch::equal(small.test.labels, large.test.labels));
            QVERIFY(torch::equal(small.reference, large.reference.narrow(0, 0, size)));
        }
    }

    void seeds() {
        const auto all = numbered({100, 100});
        const auto reference = [&](std::uint64_t seed) {
            return contentHash(split(all, 2, {50, 100, 0, 50}, seed).value().reference);
        };
        QCOMPARE(reference(1), reference(1));
        QVERIFY(reference(1) != reference(2));
    }

    // The generator is the cut's own.
    void globalGeneratorDoesNotMatter() {
        const auto all = numbered({50, 50});
        torch::manual_seed(1);
        const auto first = split(all, 2, {25, 25, 25, 25}, 9).value();
        torch::manual_seed(2);
        const auto second = split(all, 2, {25, 25, 25, 25}, 9).value();
        QVERIFY(torch::equal(first.reference, second.reference));
    }

    void tooFewSamples() {
        const auto parts = split(numbered({5, 5}), 2, {5, 5, 1, 0}, 1);
        QVERIFY(!parts.has_value());
        QCOMPARE(parts.error().code, ErrorCode::InvalidArgument);
        QVERIFY(parts.error().detail.find("11") != std::string::npos);
        const int most = std::numeric_limits<int>::max();
        QVERIFY(!split(numbered({5, 5}), 2, {most, most, most, most}, 1).has_value());
    }

    // Of what a private release depends on, which the test part is not.
    void splitHashes() {
        const auto all = numbered({50, 50});
        const SplitSpec sizes{25, 25, 25, 25};
        const auto parts = split(all, 2, sizes, 1).value();
        QCOMPARE(splitHash(parts).size(), std::size_t(64));
        QCOMPARE(splitHash(split(all, 2, sizes, 1).value()), splitHash(parts));
        QVERIFY(splitHash(split(all, 2, sizes, 2).value()) != splitHash(parts));
        auto otherReference = parts;
        otherReference.reference = parts.reference + 1;
        QVERIFY(splitHash(otherReference) != splitHash(parts));
        for (LabelledRows SplitData::*part : {&SplitData::sourceTrain, &SplitData::validation}) {
            auto changed = parts;
            (changed.*part).inputs = (parts.*part).inputs + 1;
            QVERIFY(splitHash(changed) != splitHash(parts));
        }
        auto swapped = parts;
        std::swap(swapped.reference, swapped.validation.inputs);
        QVERIFY(splitHash(swapped) != splitHash(parts));
        auto otherTest = parts;
        otherTest.test.inputs = parts.test.inputs + 1;
        QCOMPARE(splitHash(otherTest), splitHash(parts));
    }

    // Of the tensor's values, whatever its strides; and of its shape and type.
    void contentHashes() {
        const auto rows = torch::arange(6, torch::kFloat32).view({2, 3});
        QCOMPARE(contentHash(rows), contentHash(rows.clone()));
        QCOMPARE(contentHash(rows), contentHash(rows.t().contiguous().t()));
        QVERIFY(contentHash(rows) != contentHash(rows.t()));
        QVERIFY(contentHash(rows) != contentHash(rows.view({3, 2})));
        QVERIFY(contentHash(rows) != contentHash(rows.to(torch::kFloat64)));
        auto changed = rows.clone();
        changed[1][2] += 1e-6F;
        QVERIFY(contentHash(rows) != contentHash(changed));
        QCOMPARE(contentHash(torch::zeros({0, 3})).size(), std::size_t(64));
        QVERIFY(contentHash(torch::zeros({0, 3})) != contentHash(torch::zeros({0, 4})));
    }
};

TESSERA_TEST(TestSplits)
#include "test_splits.moc"
