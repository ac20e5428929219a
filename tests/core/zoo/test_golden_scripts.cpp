#include "tests/core/zoo/script_test_util.h"
#include "tests/support/test_registry.h"

#include <algorithm>
#include <cmath>

using namespace tessera;
using namespace tessera::zoo;
using test::PathTaps;

namespace {

// TorchScript files that PyTorch for Python has written, each beside a .json with its facts.
std::vector<std::pair<std::filesystem::path, std::filesystem::path>> scripts() {
    std::vector<std::pair<std::filesystem::path, std::filesystem::path>> files;
    for (const auto& entry : std::filesystem::directory_iterator(test::goldenDir() / "models")) {
        const auto name = entry.path().string();
        if (name.ends_with(".torchscript.pt")) {
            files.emplace_back(name, name.substr(0, name.size() - 15) + ".json");
        } else if (name.ends_with(".script.pt")) {
            files.emplace_back(name, name.substr(0, name.size() - 3) + ".json");
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void everyFileGoldenScripts() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("json");
    for (const auto& [file, json] : scripts()) {
        QTest::newRow(file.filename().c_str())
            << QString::fromStdString(file.string()) << QString::fromStdString(json.string());
    }
}

torch::Tensor goldenInput(const nlohmann::ordered_json& facts) {
    if (facts.contains("input_shape")) {
        return test::inputOf(facts);
    }
    std::vector<torch::Tensor> rows;
    for (const auto& row : facts["input"]) {
        rows.push_back(torch::tensor(row.get<std::vector<std::int64_t>>()));
    }
    return torch::stack(rows);
}

torch::Tensor goldenLogits(const nlohmann::ordered_json& facts) {
    if (facts.contains("logits_first")) {
        return torch::tensor(facts["logits_first"].get<std::vector<float>>()).unsqueeze(0);
    }
    std::vector<torch::Tensor> rows;
    for (const auto& row : facts["logits"]) {
        rows.push_back(torch::tensor(row.get<std::vector<float>>()));
    }
    return torch::stack(rows);
}

bool sameNorm(const torch::Tensor& value, double norm) {
    return std::fabs(test::normOf(value) - norm) <= 1e-4 * norm;
}

} // namespace

class TestGoldenScripts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAreFiles() { QVERIFY(scripts().size() >= 5); }

    void sameAsInPython_data() { everyFileGoldenScripts(); }
    void sameAsInPython() {
        QFETCH(QString, file);
        QFETCH(QString, json);
        const auto facts = test::readJson(json.toStdString());
        const auto script = test::mustLoad(file.toStdString());
        script->module.eval();
        const auto graph = test::mustBuild(script->module);
        const torch::NoGradGuard noGrad;
        PathTaps taps(*graph);
        const auto logits = graph->run(script->module, goldenInput(facts), &taps);
        const auto expected = goldenLogits(facts);
        const double off =
            (logits.narrow(0, 0, expected.size(0)) - expected).abs().max().item<double>();
        QVERIFY2(off <= 1e-5, qPrintable(QString::number(off)));

        const bool everySubmodule = facts.contains("submodules");
        const auto& activations = everySubmodule ? facts["submodules"] : facts["activations"];
        int compared = 0;
        for (auto entry = activations.begin(); entry != activations.end(); ++entry) {
            const auto value = taps.at(entry.key());
            if (!value.defined() && !everySubmodule) {
                continue; // the head of another name, say
            }
            QVERIFY2(value.defined(), entry.key().c_str());
            QCOMPARE(value.sizes().vec(), entry.value()["shape"].get<std::vector<std::int64_t>>());
            const double norm = entry.value()["l2"];
            // Those hooks kept tensors without copying them: where a ReLU in place follows, the
            // file holds what it made of them.
            auto next = entry;
            ++next;
            const bool overwritten = everySubmodule && next != activations.end() &&
                                     next.value()["l2"] == entry.value()["l2"] &&
                                     !sameNorm(value, norm);
            const auto left = overwritten ? torch::relu(value) : value;
            QVERIFY2(sameNorm(left, norm), qPrintable(QString("%1: %2 instead of %3")
                                                          .arg(entry.key().c_str())
                                                          .arg(test::normOf(left))
                                                          .arg(norm)));
            ++compared;
        }
        QVERIFY(compared >= 2);
    }

    // The comparison would notice other weights.
    void otherWeightsGiveOtherNorms_data() { everyFileGoldenScripts(); }
    void otherWeightsGiveOtherNorms() {
        QFETCH(QString, file);
        QFETCH(QString, json);
        const auto facts = test::readJson(json.toStdString());
        const auto script = test::mustLoad(file.toStdString());
        script->module.eval();
        const torch::NoGradGuard noGrad;
        for (const auto& parameter : script->module.parameters()) {
            parameter.mul_(1.01);
        }
        const auto graph = test::mustBuild(script->module);
        const auto logits = graph->run(script->module, goldenInput(facts), nullptr);
        const auto expected = goldenLogits(facts);
        QVERIFY((logits.narrow(0, 0, expected.size(0)) - expected).abs().max().item<double>() >
                1e-5);
    }

    void theyAreNetworks_data() { everyFileGoldenScripts(); }
    void theyAreNetworks() {
        QFETCH(QString, file);
        QFETCH(QString, json);
        const auto facts = test::readJson(json.toStdString());
        const auto input = goldenInput(facts);
        ScriptOptions options;
        options.input = input.dim() == 2 ? InputSpec{InputKind::Tokens, input.size(1), 0, 1, 256}
                                         : InputSpec{InputKind::Image, input.size(2), input.size(3),
                                                     input.size(1), 0};
        const auto network = test::mustCreate(file.toStdString(), options);
        QCOMPARE(network->classes(), int(goldenLogits(facts).size(1)));
        QVERIFY(network->featureWidth() > 0);
        // SqueezeNet ends in a convolution.
        QCOMPARE(network->head().is_empty(), facts.contains("submodules"));
        if (!facts.contains("submodules")) {
            QCOMPARE(network->featureWidth(), facts["d_model"].get<std::int64_t>());
        }
    }
};

TESSERA_TEST(TestGoldenScripts)
#include "test_golden_scripts.moc"
