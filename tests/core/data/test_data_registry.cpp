#include "core/data/data_registry.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>
#include <set>

using namespace tessera;
using namespace tessera::data;

namespace {

DataSpec spec(const std::string& name, const SplitSpec& splits) {
    DataSpec data;
    data.name = name;
    data.splits = splits;
    return data;
}

std::filesystem::path dataDirDataRegistry() {
    return std::filesystem::path(TESSERA_SOURCE_DIR) / "resources" / "data";
}

// What InputSpec says a sample of this data set looks like.
std::vector<std::int64_t> sampleShape(const InputSpec& input) {
    switch (input.kind) {
    case InputKind::Tokens:
    case InputKind::Flat:
        return {input.length};
    case InputKind::Rows:
        return {input.length, input.width};
    case InputKind::Image:
        return {input.channels, input.length, input.width};
    }
    return {};
}

void everySource() {
    QTest::addColumn<QString>("id");
    for (const auto& source : dataSources()) {
        QTest::newRow(source.id.c_str()) << QString::fromStdString(source.id);
    }
}

} // namespace

class TestDataRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreUnique() {
        std::set<std::string> ids;
        for (const auto& source : dataSources()) {
            QVERIFY(!source.id.empty() && !source.description.empty());
            QVERIFY(ids.insert(source.id).second);
            QCOMPARE(findDataSource(source.id).value(), &source);
        }
        QVERIFY(ids.contains("digits") && ids.contains("token-mean"));
    }

    void defaultSplits_data() { everySource(); }
    void defaultSplits() {
        QFETCH(QString, id);
        const auto& source = *findDataSource(id.toStdString()).value();
        const auto parts = loadData(spec(source.id, {}), 1, {dataDirDataRegistry(), {}});
        QVERIFY2(parts.has_value(), parts ? "" : parts.error().detail.c_str());
        QCOMPARE(parts->name, source.id);
        QCOMPARE(parts->input, source.input);
        QCOMPARE(parts->classes, source.classes);
        QCOMPARE(parts->sourceTrain.size(), source.defaultSplits.sourceTrain);
        QCOMPARE(parts->reference.size(0), source.defaultSplits.reference);
        QCOMPARE(parts->validation.size(), source.defaultSplits.validation);
        QCOMPARE(parts->test.size(), source.defaultSplits.test);
        for (const auto& part : {parts->sourceTrain, parts->validation, parts->test}) {
            QCOMPARE(part.inputs.sizes().slice(1).vec(), sampleShape(source.input));
            QCOMPARE(part.inputs.scalar_type(),
                     source.input.kind == InputKind::Tokens ? torch::kInt64 : torch::kFloat32);
            QCOMPARE(part.labels.scalar_type(), torch::kInt64);
            QCOMPARE(part.labels.size(0), part.size());
            QCOMPARE(part.labels.min().item<int>(), 0);
            QCOMPARE(part.labels.max().item<int>(), source.classes - 1);
        }
        QCOMPARE(parts->reference.sizes().slice(1).vec(), sampleShape(source.input));
    }

    void seeds_data() { everySource(); }
    void seeds() {
        QFETCH(QString, id);
        const auto data = spec(id.toStdString(), {20, 30, 10, 10});
        const auto hash = [&](std::uint64_t seed) {
            const auto parts = loadData(data, seed, {dataDirDataRegistry(), {}}).value();
            return contentHash(parts.sourceTrain.inputs) + contentHash(parts.reference) +
                   contentHash(parts.validation.labels) + contentHash(parts.test.inputs);
        };
        QCOMPARE(hash(1), hash(1));
        QVERIFY(hash(1) != hash(2));
    }

    void chosenSplits() {
        const auto parts =
            loadData(spec("digits", {10, 20, 30, 40}), 1, {dataDirDataRegistry(), {}}).value();
        QCOMPARE(parts.sourceTrain.size(), 10);
        QCOMPARE(parts.reference.size(0), 20);
        QCOMPARE(parts.validation.size(), 30);
        QCOMPARE(parts.test.size(), 40);
    }

    void zeroReferenceSamples_data() { everySource(); }
    void zeroReferenceSamples() {
        QFETCH(QString, id);
        const auto parts =
            loadData(spec(id.toStdString(), {10, 0, 10, 10}), 1, {dataDirDataRegistry(), {}});
        QVERIFY(!parts.has_value());
        QCOMPARE(parts.error().code, ErrorCode::InvalidArgument);
        QVERIFY(parts.error().detail.find("data.splits.reference") != std::string::npos);
    }

    void sizesAreChecked_data() { everySource(); }
    void sizesAreChecked() {
        QFETCH(QString, id);
        const auto& source = *findDataSource(id.toStdString()).value();
        QVERIFY(checkSplits(source, {}).value() == source.defaultSplits);
        const SplitSpec chosen{1, 2, 3, 4};
        QVERIFY(checkSplits(source, chosen).value() == chosen);
        const int most = int(source.samples);
        QVERIFY(checkSplits(source, {most - 1, 1, 0, 0}).has_value());
        constexpr int kMostInt = std::numeric_limits<int>::max();
        for (const SplitSpec& tooLarge : {SplitSpec{most, 1, 0, 0}, SplitSpec{0, 1, 0, most},
                                          SplitSpec{kMostInt, kMostInt, kMostInt, kMostInt}}) {
            const auto refused = checkSplits(source, tooLarge);
            QVERIFY(!refused.has_value());
            QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
            QVERIFY(refused.error().detail.find(std::to_string(most)) != std::string::npos);
            QCOMPARE(
                loadData(spec(source.id, tooLarge), 1, {dataDirDataRegistry(), {}}).error().code,
                ErrorCode::InvalidArgument);
        }
    }

    void unknownNamesListTheKnown() {
        for (const char* name : {"", "Digits", "imagenet"}) {
            const auto parts = loadData(spec(name, {}), 1, {dataDirDataRegistry(), {}});
            QVERIFY(!parts.has_value());
            QCOMPARE(parts.error().code, ErrorCode::NotFound);
            for (const auto& source : dataSources()) {
                QVERIFY(parts.error().detail.find(source.id) != std::string::npos);
            }
        }
    }

    void missingFolder() {
        const auto parts = loadData(spec("digits", {}), 1, {"/nonexistent/folder", {}});
        QVERIFY(!parts.has_value());
        QCOMPARE(parts.error().code, ErrorCode::NotFound);
    }
};

TESSERA_TEST(TestDataRegistry)
#include "test_data_registry.moc"
