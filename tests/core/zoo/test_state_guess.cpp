#include "core/zoo/state_guess.h"

#include "core/format/safetensors.h"
#include "core/format/state_dict.h"
#include "core/zoo/network_state.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>

#include <cstdlib>
#include <filesystem>

using namespace tessera;
using namespace tessera::zoo;
using test::build;
using test::recipeOf;

namespace {

const InputSpec kImageStateGuess{InputKind::Image, 8, 8, 1, 0};

format::ArrayFile stateOf(const Recipe& recipe) {
    return zoo::stateOf(*build(recipe, 3));
}

QString labelOf(const RecipeGuess& guess) {
    const auto& architecture = guess.recipe.architecture;
    return QString("%1 %2/%3, %4 off")
        .arg(QString::fromStdString(architecture.family.value))
        .arg(architecture.width)
        .arg(architecture.depth)
        .arg(guess.differences);
}

std::filesystem::path goldenModels() {
    const char* chosen = std::getenv("TESSERA_GOLDEN_DIR");
    return (chosen != nullptr ? std::filesystem::path(chosen)
                              : std::filesystem::path(TESSERA_SOURCE_DIR) / "tests" / "golden") /
           "models";
}

} // namespace

class TestStateGuess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheRecipe_data() { test::everyFamilyAndInput(); }
    void findsTheRecipe() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto& spec = test::inputCases()[std::size_t(input)].spec;
        const auto recipe = recipeOf(family.toStdString(), spec, 12, 3, 5);
        const auto state = stateOf(recipe);
        const auto guesses = guessRecipes(state, spec);
        QVERIFY(!guesses.empty());
        QCOMPARE(guesses.front().differences, std::size_t(0));
        QCOMPARE(guesses.front().recipe.classes, 5);
        // What is found can hold the tensors, whatever it is called.
        QVERIFY(loadState(*build(guesses.front().recipe, 1), state).has_value());
        const auto same = std::ranges::any_of(guesses, [&](const RecipeGuess& guess) {
            auto architecture = guess.recipe.architecture;
            architecture.patch = recipe.architecture.patch; // said, where it is the default
            return architecture == recipe.architecture;
        });
        QVERIFY2(same, qPrintable(labelOf(guesses.front())));
    }

    void findsItWithoutTheData_data() { test::everyFamily(); }
    void findsItWithoutTheData() {
        QFETCH(QString, family);
        for (const auto& input : {test::kTokens, kImageStateGuess}) {
            const auto recipe = recipeOf(family.toStdString(), input, 16, 2, 4);
            const auto state = stateOf(recipe);
            const auto guesses = guessRecipes(state, std::nullopt);
            QVERIFY(!guesses.empty());
            QVERIFY2(guesses.front().differences == 0, qPrintable(labelOf(guesses.front())));
            QCOMPARE(guesses.front().recipe.architecture.family.value, family.toStdString());
            QVERIFY(loadState(*build(guesses.front().recipe, 1), state).has_value());
        }
    }

    void findsOptions() {
        auto recipe = recipeOf("vit", {InputKind::Image, 12, 12, 3, 0}, 16, 2, 4);
        recipe.architecture.patch = 4;
        recipe.architecture.pooling = Pooling::ClassToken;
        auto found = guessRecipes(stateOf(recipe), recipe.input);
        QVERIFY(!found.empty());
        QVERIFY(found.front().recipe.architecture == recipe.architecture);
        QVERIFY(guessRecipes(stateOf(recipe), std::nullopt).front().recipe.input == recipe.input);

        recipe = recipeOf("transformer", kImageStateGuess, 16, 2, 4);
        recipe.architecture.encoding = PositionEncoding::Sinusoidal;
        found = guessRecipes(stateOf(recipe), recipe.input);
        QVERIFY(found.front().recipe.architecture.encoding == PositionEncoding::Sinusoidal);
        recipe.architecture.encoding = PositionEncoding::Learned;
        found = guessRecipes(stateOf(recipe), recipe.input);
        QVERIFY(found.front().recipe.architecture.encoding == PositionEncoding::Learned);

        recipe.architecture.positions = false;
        found = guessRecipes(stateOf(recipe), recipe.input);
        QVERIFY(found.front().recipe.architecture.positions == false);
    }

    // As Python wrote them.
    void findsGoldenModels() {
        int files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(goldenModels())) {
            const auto name = entry.path().filename().string();
            if (name.find(".state_dict.pt") == std::string::npos) {
                continue;
            }
            ++files;
            const auto state = readStateFile(entry.path());
            QVERIFY(state.has_value());
            const auto guesses = guessRecipes(state->arrays, std::nullopt);
            QVERIFY2(!guesses.empty(), name.c_str());
            const auto& architecture = guesses.front().recipe.architecture;
            QCOMPARE(guesses.front().differences, std::size_t(0));
            QCOMPARE(architecture.family.value, name.substr(0, name.find('_')));
            QCOMPARE(architecture.width, 16);
            QCOMPARE(architecture.depth, 2);
        }
        QVERIFY(files >= 4);
    }

    void nearlyFitting() {
        const auto recipe = recipeOf("mlp", kImageStateGuess, 16, 2, 4);
        auto state = stateOf(recipe);
        std::erase_if(state.arrays,
                      [](const auto& array) { return array.name == "layers.1.1.bias"; });
        state.arrays.push_back({"ema.decay", format::DType::F32, {1}, std::vector<std::byte>(4)});
        const auto guesses = guessRecipes(state, kImageStateGuess);
        QVERIFY(!guesses.empty());
        QCOMPARE(labelOf(guesses.front()), QString("mlp 16/2, 2 off"));
    }

    void nothingFits() {
        QVERIFY(guessRecipes({}, kImageStateGuess).empty());
        format::ArrayFile other;
        other.arrays.push_back(
            {"conv1.weight", format::DType::F32, {1, 1, 1, 1}, std::vector<std::byte>(4)});
        QVERIFY(guessRecipes(other, kImageStateGuess).empty());
        QVERIFY(guessRecipes(other, std::nullopt).empty());
        QVERIFY(!guessClasses(other));
    }

    // Sizes that a file may claim but no network has.
    void craftedShapes() {
        format::ArrayFile state;
        constexpr std::int64_t kHuge = std::int64_t{1} << 40;
        const auto add = [&](const char* name, std::vector<std::int64_t> shape) {
            state.arrays.push_back({name, format::DType::F32, std::move(shape), {}});
        };
        add("head.weight", {kHuge, 0});
        add("embedding.weight", {0, kHuge, kHuge, kHuge});
        add("positions", {kHuge, 0});
        add("layers.99999999999999999999.weight", {0});
        add("flatten_proj.weight", {0, kHuge});
        QVERIFY(guessRecipes(state, std::nullopt).empty());
        QVERIFY(guessRecipes(state, kImageStateGuess).empty());
        QVERIFY(!guessInput(state, recipeOf("vit").architecture));
    }

    void prefixes_data() {
        QTest::addColumn<QString>("prefix");
        QTest::newRow("none") << "";
        QTest::newRow("DataParallel") << "module.";
        QTest::newRow("Lightning") << "model.";
        QTest::newRow("both") << "module.model.";
        QTest::newRow("compiled") << "_orig_mod.";
    }
    void prefixes() {
        QFETCH(QString, prefix);
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "net.safetensors";
        const auto recipe = recipeOf("lstm", kImageStateGuess, 16, 2, 4);
        auto state = stateOf(recipe);
        for (auto& array : state.arrays) {
            array.name = prefix.toStdString() + array.name;
        }
        QVERIFY(format::writeSafetensors(file, state).has_value());
        const auto read = readStateFile(file);
        QVERIFY(read.has_value());
        QCOMPARE(read->strippedPrefix, prefix.toStdString());
        const auto network = loadStateDict(file, recipe);
        QVERIFY(network.has_value());
        QCOMPARE(weightsHash(**network), weightsHash(*build(recipe, 3)));
        // One name without it, and it is a name like any other.
        state.arrays.front().name = "other";
        QVERIFY(format::writeSafetensors(file, state).has_value());
        QCOMPARE(readStateFile(file)->strippedPrefix, std::string());
    }

    // The head decides, whatever the data have.
    void classesOfTheHead() {
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "net.safetensors";
        QVERIFY(
            format::writeSafetensors(file, stateOf(recipeOf("conv", kImageStateGuess, 16, 2, 7)))
                .has_value());
        QCOMPARE((*loadStateDict(file, recipeOf("conv", kImageStateGuess, 16, 2, 3)))->classes(),
                 7);
        auto said = recipeOf("conv", kImageStateGuess, 16, 2, 3);
        said.architecture.classes = 3;
        const auto refused = loadStateDict(file, said);
        QVERIFY(!refused && refused.error().detail.find("head.weight") != std::string::npos);
    }
};

TESSERA_TEST(TestStateGuess)
#include "test_state_guess.moc"
