#include "core/zoo/recipe.h"

#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::zoo;
using test::recipeOf;

class TestRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip() {
        for (const auto& input : test::inputCases()) {
            for (const bool positions : {true, false}) {
                auto recipe = recipeOf("conv", input.spec, 24, 5, 7);
                recipe.architecture.positions = positions;
                const auto parsed = parseRecipe(recipeText(recipe));
                QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().detail.c_str());
                QVERIFY(parsed->architecture == recipe.architecture);
                QCOMPARE(parsed->input, input.spec);
                QCOMPARE(parsed->classes, 7);
                QCOMPARE(recipeText(*parsed), recipeText(recipe));
            }
        }
    }

    void optionsAreKept() {
        auto recipe = recipeOf("vit", {InputKind::Image, 8, 8, 1, 0});
        const auto plain = recipeText(recipe);
        recipe.architecture.encoding = PositionEncoding::Sinusoidal;
        recipe.architecture.pooling = Pooling::ClassToken;
        recipe.architecture.patch = 4;
        recipe.architecture.heads = 2;
        recipe.architecture.positions = true;
        const auto parsed = parseRecipe(recipeText(recipe));
        QVERIFY(parsed.has_value());
        QVERIFY(parsed->architecture == recipe.architecture);
        // What was written before these were known reads as before.
        QVERIFY(plain.find("pooling") == std::string::npos);
        QVERIFY(parseRecipe(plain)->architecture.pooling == Pooling::Mean);
        for (const char* wrong : {R"("pooling":"max")", R"("encoding":"cosine")",
                                  R"("heads":"two")", R"("patch":1.5)"}) {
            auto text = plain;
            text.replace(text.rfind(",\"input\""), 0, std::string(",") + wrong);
            QCOMPARE(int(parseRecipe(text).error().code), int(ErrorCode::Corrupt));
        }
    }

    void positionsOfTheInputKind() {
        for (const auto& input : test::inputCases()) {
            const auto recipe = recipeOf("conv", input.spec);
            QCOMPARE(recipe.positions(), input.spec.kind != InputKind::Tokens);
            // Written out, so that another version's default cannot change the network.
            const auto parsed = parseRecipe(recipeText(recipe)).value();
            QVERIFY(parsed.architecture.positions == recipe.positions());
        }
    }

    void damaged_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const QByteArray good = recipeText(recipeOf("mlp")).c_str();
        const int corrupt = int(ErrorCode::Corrupt);
        const auto row = [&](const char* name, const char* from, const char* to,
                             int code = int(ErrorCode::Corrupt)) {
            QVERIFY2(good.contains(from), from);
            auto text = good;
            QTest::newRow(name) << text.replace(from, to) << code;
        };
        QTest::newRow("empty") << QByteArray() << corrupt;
        QTest::newRow("not JSON") << QByteArray("mlp 64 2") << corrupt;
        QTest::newRow("cut") << good.chopped(1) << corrupt;
        QTest::newRow("an array") << QByteArray("[1]") << corrupt;
        QTest::newRow("null") << QByteArray("null") << corrupt;
        QTest::newRow("not UTF-8") << QByteArray("{\"schema\": \"\xff\"}") << corrupt;
        QTest::newRow("deeply nested") << QByteArray(100'000, '[') << corrupt;
        row("no schema", "\"schema\":1,", "");
        row("schema of the future", "\"schema\":1", "\"schema\":2", int(ErrorCode::Unsupported));
        row("schema 0", "\"schema\":1", "\"schema\":0");
        row("schema in words", "\"schema\":1", "\"schema\":\"one\"");
        row("no family", "\"family\":\"mlp\",", "");
        row("family is a number", "\"mlp\"", "3");
        row("no depth", "\"depth\":2,", "");
        row("depth in words", "\"depth\":2", "\"depth\":\"2\"");
        row("a fraction of a layer", "\"depth\":2", "\"depth\":2.5");
        row("depth is true", "\"depth\":2", "\"depth\":true");
        row("depth wraps around to 2", "\"depth\":2", "\"depth\":4294967298");
        row("classes wrap around to 3", "\"classes\":3", "\"classes\":-4294967293");
        row("depth beyond all numbers", "\"depth\":2", "\"depth\":1e300");
        row("length wraps around", "\"length\":16", "\"length\":18446744073709551600");
        row("positions are a number", "\"positions\":false", "\"positions\":1");
        row("unknown input kind", "\"tokens\"", "\"sounds\"");
        row("no input", "\"input\"", "\"output\"");
        row("no vocabulary", "\"vocabulary\"", "\"words\"");
    }
    void damaged() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto parsed = parseRecipe(text.toStdString());
        QVERIFY(!parsed.has_value());
        QCOMPARE(int(parsed.error().code), code);
        QVERIFY(!parsed.error().detail.empty());
    }
};

TESSERA_TEST(TestRecipe)
#include "test_recipe.moc"
