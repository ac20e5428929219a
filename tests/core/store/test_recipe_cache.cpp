#include "core/store/recipe_cache.h"

#include "core/experiment/experiment_json.h"
#include "tests/support/test_registry.h"

#include <fmt/format.h>

#include <QTest>

#include <limits>
#include <optional>

using namespace tessera;
using namespace tessera::store;

namespace {

// The real one, which counts what it is asked.
struct CountingCodec {
    int asked = 0;
    ExperimentCodec codec = {experiment::experimentText, [this](const std::string& text) {
                                 ++asked;
                                 return experiment::parseExperiment(text);
                             }};
};

Experiment smallRecipe(const std::string& name, std::uint64_t seed = 1) {
    Experiment experiment;
    experiment.name = name;
    experiment.seed = seed;
    experiment.source.network.architecture.emplace().family = ArchitectureId("mlp");
    experiment.receiver.network.architecture.emplace().family = ArchitectureId("mlp");
    experiment.data.name = "digits";
    return experiment;
}

std::optional<Experiment> decodedBy(RecipeCache& cache, const std::string& text) {
    Experiment experiment;
    return cache.decode(text, experiment) ? std::optional(experiment) : std::nullopt;
}

} // namespace

// Recipes that are decoded once give what the codec would give for each.
class TestRecipeCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksOnceForOneRecipe();
    void tellsRecipesApart();
    void agreesWithTheCodec_data();
    void agreesWithTheCodec();
};

void TestRecipeCache::asksOnceForOneRecipe() {
    CountingCodec counting;
    RecipeCache cache(counting.codec);
    const std::vector<Experiment> recipes = {
        smallRecipe("first"), smallRecipe("second", 0), smallRecipe("Überraschung"),
        smallRecipe("x", std::numeric_limits<std::uint64_t>::max())};
    for (const auto& recipe : recipes) {
        const auto decoded = decodedBy(cache, experiment::experimentText(recipe));
        QVERIFY(decoded && *decoded == recipe);
    }
    QCOMPARE(counting.asked, 1);
    // What JSON has to escape is left to the codec.
    const auto quoted = smallRecipe("\"\\\n\x7F");
    QVERIFY(decodedBy(cache, experiment::experimentText(quoted)) == quoted);
    QCOMPARE(counting.asked, 2);
}

void TestRecipeCache::tellsRecipesApart() {
    CountingCodec counting;
    RecipeCache cache(counting.codec);
    for (int turn = 0; turn < 2; ++turn) {
        for (int epochs = 1; epochs <= 3; ++epochs) {
            auto recipe = smallRecipe("same");
            recipe.transfer.epochs = epochs;
            const auto decoded = decodedBy(cache, experiment::experimentText(recipe));
            QVERIFY(decoded && *decoded == recipe);
        }
    }
    QCOMPARE(counting.asked, 3);
    // One that cannot be read is not tried again either.
    for (const char* name : {"a", "b"}) {
        QVERIFY(!decodedBy(cache, fmt::format("{{\n  \"schema\": 1,\n  \"name\": \"{}\",\n"
                                              "  \"seed\": 1,\n  \"of_tomorrow\": 1\n}}\n",
                                              name)));
    }
    QCOMPARE(counting.asked, 4);
}

void TestRecipeCache::agreesWithTheCodec_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto change = [](const char* name, const QByteArray& from, const QByteArray& to) {
        QTest::newRow(name) << from << to;
    };
    change("nothing", "", "");
    change("empty name", "\"known\"", "\"\"");
    change("name that is not UTF-8", "\"known\"", "\"\xFF\"");
    change("name with a tab", "\"known\"", "\"a\tb\"");
    change("name with an escape", "\"known\"", "\"a\\u0041\"");
    change("name that is a number", "\"known\"", "7");
    change("no end of the name", "\"known\"", "\"known");
    change("leading zero", "\"seed\": 1,", "\"seed\": 01,");
    change("zero", "\"seed\": 1,", "\"seed\": 0,");
    change("negative seed", "\"seed\": 1,", "\"seed\": -1,");
    change("too large a seed", "\"seed\": 1,", "\"seed\": 18446744073709551616,");
    change("seed with a fraction", "\"seed\": 1,", "\"seed\": 1.0,");
    change("seed with an exponent", "\"seed\": 1,", "\"seed\": 1e2,");
    change("no seed", "  \"seed\": 1,\n", "");
    change("newer schema", "\"schema\": 1,", "\"schema\": 2,");
    change("no schema", "  \"schema\": 1,\n", "");
    change("two names", "\"threads\"", "\"name\": \"other\",\n  \"threads\"");
    change("unknown key", "\"threads\"", "\"thread\"");
    change("name inside first", "{\n  \"schema\": 1,",
           "{\n  \"task\": {\n  \"schema\": 1,\n  \"name\": \"x\"},\n  \"schema\": 1,");
    change("cut", ",\n  \"threads\": 1", "");
    change("nothing behind the seed", "\"seed\": 1,", "\"seed\": 1");
}

void TestRecipeCache::agreesWithTheCodec() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto known = experiment::experimentText(smallRecipe("known"));
    auto bytes = QByteArray::fromStdString(known);
    QVERIFY(from.isEmpty() || bytes.contains(from));
    if (!from.isEmpty()) {
        bytes.replace(bytes.indexOf(from), from.size(), to);
    }
    const auto text = bytes.toStdString();
    const auto expected = experiment::parseExperiment(text);
    CountingCodec counting;
    RecipeCache cache(counting.codec);
    QVERIFY(decodedBy(cache, known).has_value());
    for (int turn = 0; turn < 2; ++turn) {
        const auto decoded = decodedBy(cache, text);
        QCOMPARE(decoded.has_value(), expected.has_value());
        QVERIFY(!expected || *decoded == *expected);
    }
}

TESSERA_TEST(TestRecipeCache)
#include "test_recipe_cache.moc"
