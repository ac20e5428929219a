#include "core/zoo/script_graph.h"

#include "tests/core/zoo/script_test_util.h"
#include "tests/support/test_registry.h"

#include <algorithm>
#include <cmath>

using namespace tessera;
using namespace tessera::zoo;
using test::PathTaps;

namespace {

const std::vector<const char*> kRecorded = {"tiny_resnet.script", "tiny_resnet.trace",
                                            "sequence_first.script", "no_linear_head.script"};

nlohmann::ordered_json factsOfScriptGraph(const std::string& name) {
    return test::readJson(test::scriptFixture(name + ".json"));
}

} // namespace

class TestScriptGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCallAsPythonsHooks_data() {
        QTest::addColumn<QString>("name");
        for (const auto* name : kRecorded) {
            QTest::newRow(name) << name;
        }
    }
    void everyCallAsPythonsHooks() {
        QFETCH(QString, name);
        const auto facts = factsOfScriptGraph(name.toStdString());
        const auto file = test::mustLoad(test::scriptFixture(name.toStdString() + ".pt"));
        file->module.eval();
        const auto graph = test::mustBuild(file->module);
        const torch::NoGradGuard noGrad;
        PathTaps taps(*graph);
        const auto output = graph->run(file->module, test::inputOf(facts), &taps);
        const auto expected = torch::tensor(facts["output"].get<std::vector<float>>());
        QVERIFY((output.flatten() - expected).abs().max().item<double>() < 1e-5);
        // A trace leaves out modules that do nothing (Identity).
        const auto& paths = graph->paths();
        std::size_t next = 0;
        for (const auto& call : facts["calls"]) {
            if (std::find(paths.begin(), paths.end(), call["name"]) == paths.end()) {
                QVERIFY2(name.endsWith(".trace"), call["name"].get<std::string>().c_str());
                continue;
            }
            QVERIFY(next < taps.values.size());
            const auto& [path, value] = taps.values[next++];
            QCOMPARE(path, call["name"].get<std::string>()); // in the same order
            QCOMPARE(value.sizes().vec(), call["shape"].get<std::vector<std::int64_t>>());
            const double norm = call["l2"];
            QVERIFY2(std::fabs(test::normOf(value) - norm) <= 1e-4 * norm, path.c_str());
        }
        QCOMPARE(next, taps.values.size());
        QVERIFY(next + 2 >= facts["calls"].size());
    }

    void nothingIsRecordedWithoutTaps() {
        const auto file = test::mustLoad(test::scriptFixture("tiny_resnet.script.pt"));
        file->module.eval();
        const auto graph = test::mustBuild(file->module);
        const auto input = torch::rand({2, 1, 8, 8});
        const auto plain = file->module.forward({input}).toTensor();
        PathTaps taps(*graph);
        QVERIFY(torch::equal(graph->run(file->module, input, nullptr), plain));
        QVERIFY(torch::equal(graph->run(file->module, input, &taps), plain));
    }

    // From a tap backwards: everything before it learns, nothing behind it.
    void gradientsReachWhatIsBefore() {
        const auto file = test::mustLoad(test::scriptFixture("tiny_resnet.script.pt"));
        auto& module = file->module;
        module.train();
        const auto graph = test::mustBuild(module);
        PathTaps taps(*graph);
        static_cast<void>(graph->run(module, torch::rand({4, 1, 8, 8}), &taps));
        taps.at("layer1.1").square().sum().backward();
        for (const auto& parameter : module.named_parameters()) {
            const bool before = parameter.name.starts_with("conv1") ||
                                parameter.name.starts_with("bn1") ||
                                parameter.name.starts_with("layer1");
            QCOMPARE(parameter.value.grad().defined(), before);
        }
    }

    // The gradients through the tapped graph are those of the network itself.
    void sameGradientsAsThePlainNetwork() {
        const auto input = torch::rand({4, 1, 8, 8});
        const auto tapped = test::mustLoad(test::scriptFixture("tiny_resnet.script.pt"));
        const auto plain = test::mustLoad(test::scriptFixture("tiny_resnet.script.pt"));
        tapped->module.eval();
        plain->module.eval();
        const auto graph = test::mustBuild(tapped->module);
        PathTaps taps(*graph);
        graph->run(tapped->module, input, &taps).square().sum().backward();
        plain->module.forward({input}).toTensor().square().sum().backward();
        const auto expected = plain->module.parameters();
        auto other = expected.begin();
        for (const auto& parameter : tapped->module.parameters()) {
            const auto gradient = (*other).grad();
            QVERIFY(gradient.defined());
            QVERIFY(torch::allclose(parameter.grad(), gradient, 1e-4, 1e-5));
            ++other;
        }
    }

    // A ReLU in place behind a tap must not reach what was handed out.
    void valuesAreNotOverwritten() {
        const auto file = test::mustLoad(test::scriptFixture("tiny_resnet.script.pt"));
        file->module.eval();
        const auto graph = test::mustBuild(file->module);
        const torch::NoGradGuard noGrad;
        PathTaps taps(*graph);
        static_cast<void>(graph->run(file->module, torch::rand({2, 1, 8, 8}), &taps));
        QVERIFY(taps.at("bn1").min().item<float>() < 0.0F);
        QVERIFY(torch::equal(taps.at("relu"), torch::relu(taps.at("bn1"))));
    }

    void heads_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("weight");
        QTest::newRow("scripted") << "tiny_resnet.script"
                                  << "fc.weight";
        QTest::newRow("traced") << "tiny_resnet.trace"
                                << "fc.weight";
        QTest::newRow("behind a log softmax") << "sequence_first.script"
                                              << "head.weight";
        QTest::newRow("with a factor") << "counter.script" << QString();
        QTest::newRow("none") << "no_linear_head.script" << QString();
        QTest::newRow("frozen into constants") << "tiny_resnet.frozen"
                                               << "";
    }
    void heads() {
        QFETCH(QString, name);
        QFETCH(QString, weight);
        const auto file = test::mustLoad(test::scriptFixture(name.toStdString() + ".pt"));
        const auto graph = test::mustBuild(file->module);
        QCOMPARE(graph->head().has_value(), !weight.isNull());
        if (graph->head()) {
            QCOMPARE(QString::fromStdString(graph->head()->weight), weight);
        }
    }

    void entries() {
        const auto image =
            test::mustBuild(test::mustLoad(test::scriptFixture("tiny_resnet.script.pt"))->module);
        QCOMPARE(image->entry().kind, ScriptEntry::Kind::Convolution);
        QCOMPARE(image->entry().path, std::string("conv1"));
        QCOMPARE(image->entry().takes, std::int64_t(1));
        QCOMPARE(image->entry().spatial, 2);
        const auto tokens = test::mustBuild(
            test::mustLoad(test::scriptFixture("sequence_first.script.pt"))->module);
        QCOMPARE(tokens->entry().kind, ScriptEntry::Kind::Embedding);
        QCOMPARE(tokens->entry().takes, std::int64_t(20));
        const auto frozen =
            test::mustBuild(test::mustLoad(test::scriptFixture("tiny_resnet.frozen.pt"))->module);
        QCOMPARE(frozen->entry().takes, std::int64_t(1));
        QCOMPARE(frozen->paths().size(), std::size_t(1)); // nothing is called any more
    }

    // Of code and structure: the same for the same file, another one for another network.
    void hashes() {
        const auto hash = [](const char* name) {
            return test::mustBuild(test::mustLoad(test::scriptFixture(name))->module)->hash();
        };
        QCOMPARE(hash("tiny_resnet.script.pt"), hash("tiny_resnet.script.pt"));
        QVERIFY(hash("tiny_resnet.script.pt") != hash("tiny_resnet.trace.pt"));
        QVERIFY(hash("counter.script.pt") != hash("no_linear_head.script.pt"));
    }
};

TESSERA_TEST(TestScriptGraph)
#include "test_script_graph.moc"
