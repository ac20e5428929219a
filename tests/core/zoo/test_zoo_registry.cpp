#include "core/zoo/zoo_registry.h"

#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <functional>
#include <limits>
#include <set>

using namespace tessera;
using namespace tessera::zoo;
using test::recipeOf;

Q_DECLARE_METATYPE(std::function<void(Recipe&)>)

class TestZooRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreUnique() {
        std::set<std::string> ids;
        for (const auto& family : families()) {
            QVERIFY(!family.id.empty() && !family.description.empty());
            QVERIFY(ids.insert(family.id.value).second);
        }
    }

    void unknownFamiliesListTheKnown() {
        for (const char* name : {"", "MLP", "perceiver"}) {
            const auto network = buildNetwork(recipeOf(name), 1);
            QVERIFY(!network.has_value());
            QCOMPARE(network.error().code, ErrorCode::NotFound);
            QCOMPARE(checkRecipe(recipeOf(name)).error().code, ErrorCode::NotFound);
            for (const auto& family : families()) {
                QVERIFY(network.error().detail.find(family.id.value) != std::string::npos);
            }
        }
    }

    // Each of these would take more memory than there is, or is no size at all; the check comes
    // before anything is allocated, or this test would not end.
    void absurdSizes_data() {
        using Edit = std::function<void(Recipe&)>;
        constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
        constexpr int kMostInt = std::numeric_limits<int>::max();
        QTest::addColumn<Edit>("edit");
        const auto row = [](const char* name, Edit edit) { QTest::newRow(name) << edit; };
        row("width 65536, depth 100000", [](Recipe& r) {
            r.architecture.width = 65536;
            r.architecture.depth = 100000;
        });
        row("largest width", [](Recipe& r) { r.architecture.width = kMostInt; });
        row("largest depth", [](Recipe& r) { r.architecture.depth = kMostInt; });
        row("narrow and endlessly deep", [](Recipe& r) {
            r.architecture.width = 1;
            r.architecture.depth = 100'000'000;
        });
        row("largest class count", [](Recipe& r) {
            r.architecture.width = 1024;
            r.classes = kMostInt;
        });
        row("largest vocabulary", [](Recipe& r) { r.input.vocabulary = kMost; });
        row("longest rows", [](Recipe& r) { r.input = {InputKind::Rows, kMost, 4, 1, 0}; });
        row("widest rows", [](Recipe& r) { r.input = {InputKind::Rows, 4, kMost, 1, 0}; });
        row("longest flat", [](Recipe& r) { r.input = {InputKind::Flat, kMost, 0, 1, 0}; });
        row("largest image", [](Recipe& r) {
            r.input = {InputKind::Image, kMost, kMost, kMost, 0};
        });
        // Whose product of width and channels is 8 in 64 bits.
        row("image that wraps around", [](Recipe& r) {
            r.input = {InputKind::Image, 8, 6148914691236517208, 3, 0};
        });
        row("negative image", [](Recipe& r) { r.input = {InputKind::Image, 8, -8, -1, 0}; });
        row("width 0", [](Recipe& r) { r.architecture.width = 0; });
        row("width -1", [](Recipe& r) { r.architecture.width = -1; });
        row("depth 0", [](Recipe& r) { r.architecture.depth = 0; });
        row("no classes", [](Recipe& r) { r.classes = 0; });
        row("no vocabulary", [](Recipe& r) { r.input.vocabulary = 0; });
        row("no length", [](Recipe& r) { r.input.length = 0; });
        row("rows without width", [](Recipe& r) { r.input = {InputKind::Rows, 4, 0, 1, 0}; });
        row("image without channels", [](Recipe& r) { r.input = {InputKind::Image, 4, 4, 0, 0}; });
    }
    void absurdSizes() {
        QFETCH(std::function<void(Recipe&)>, edit);
        for (const auto& family : families()) {
            auto recipe = recipeOf(family.id.value);
            QVERIFY(checkRecipe(recipe).has_value());
            edit(recipe);
            const auto checked = checkRecipe(recipe);
            QVERIFY2(!checked.has_value(), family.id.value.c_str());
            QCOMPARE(checked.error().code, ErrorCode::InvalidArgument);
            QVERIFY(!checked.error().detail.empty());
            const auto network = buildNetwork(recipe, 1);
            QVERIFY(!network.has_value());
            QCOMPARE(network.error().code, ErrorCode::InvalidArgument);
        }
    }

    void widthsThatAFamilyCannotTake() {
        for (const int odd : {1, 3, 31}) {
            const auto network = buildNetwork(recipeOf("lstm", test::kTokens, odd), 1);
            QVERIFY(!network.has_value());
            QCOMPARE(network.error().code, ErrorCode::InvalidArgument);
            QVERIFY(network.error().detail.find("even") != std::string::npos);
        }
        // 65 / 32 = 2 heads.
        const auto network = buildNetwork(recipeOf("transformer", test::kTokens, 65), 1);
        QVERIFY(!network.has_value());
        QCOMPARE(network.error().code, ErrorCode::InvalidArgument);
        QVERIFY(network.error().detail.find("64") != std::string::npos);
        for (const int width : {1, 31, 63, 64, 96}) {
            QVERIFY(buildNetwork(recipeOf("transformer", test::kTokens, width), 1).has_value());
        }
    }
};

TESSERA_TEST(TestZooRegistry)
#include "test_zoo_registry.moc"
