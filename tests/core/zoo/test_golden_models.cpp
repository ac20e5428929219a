#include "core/format/state_dict.h"
#include "core/zoo/network_state.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <cmath>

using namespace tessera;
using namespace tessera::zoo;
using test::TapRecorder;

namespace {

constexpr const char* kSuffix = ".state_dict.pt";

// State dicts that PyTorch for Python has written, each beside a .json with its facts.
std::vector<std::filesystem::path> stateDicts() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(test::goldenDir() / "models")) {
        if (entry.path().string().ends_with(kSuffix)) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

nlohmann::ordered_json factsOf(const std::filesystem::path& file) {
    auto stem = file.string();
    stem.resize(stem.size() - std::string_view(kSuffix).size());
    return test::readJson(stem + ".json");
}

Recipe recipeFrom(const nlohmann::ordered_json& facts) {
    const InputSpec input{InputKind::Tokens, facts["seq_len"], 0, 1, facts["vocab"]};
    return test::recipeOf(facts["family"], input, facts["d_model"], facts["num_layers"],
                          facts["num_classes"]);
}

template <class T>
torch::Tensor matrixOf(const nlohmann::ordered_json& rows) {
    std::vector<torch::Tensor> tensors;
    for (const auto& row : rows) {
        tensors.push_back(torch::tensor(row.get<std::vector<T>>()));
    }
    return torch::stack(tensors);
}

double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
    return (a - b).abs().max().item<double>();
}

// What is wrong with a recorded activation, or nothing.
QString compare(const torch::Tensor& value, const nlohmann::ordered_json& facts) {
    if (value.sizes().vec() != facts["shape"].get<std::vector<std::int64_t>>()) {
        return "another shape";
    }
    const auto flat = value.flatten().to(torch::kFloat64);
    const double norm = facts["l2"];
    if (std::fabs(flat.norm().item<double>() - norm) > 1e-4 * norm) {
        return QString("norm %1 instead of %2").arg(flat.norm().item<double>()).arg(norm);
    }
    if (std::fabs(flat.mean().item<double>() - facts["mean"].get<double>()) > 1e-5) {
        return QString("mean %1").arg(flat.mean().item<double>());
    }
    const auto first = torch::tensor(facts["first"].get<std::vector<double>>(), torch::kFloat64);
    const double off = largestDifference(flat.narrow(0, 0, first.size(0)), first);
    return off > 1e-5 ? QString("a first value is off by %1").arg(off) : QString();
}

void everyFile() {
    QTest::addColumn<QString>("file");
    for (const auto& file : stateDicts()) {
        QTest::newRow(file.filename().c_str()) << QString::fromStdString(file.string());
    }
}

} // namespace

class TestGoldenModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAreFiles() { QVERIFY(stateDicts().size() >= 4); }

    void sameOutputsAsInPython_data() { everyFile(); }
    void sameOutputsAsInPython() {
        QFETCH(QString, file);
        const auto facts = factsOf(file.toStdString());
        const auto network = loadStateDict(file.toStdString(), recipeFrom(facts));
        QVERIFY2(network.has_value(), network ? "" : network.error().detail.c_str());
        (*network)->eval();
        const torch::NoGradGuard noGrad;
        TapRecorder taps;
        const auto logits = (*network)->forward(matrixOf<std::int64_t>(facts["input"]), &taps);
        const auto expected = matrixOf<float>(facts["logits"]);
        QCOMPARE(logits.sizes().vec(), expected.sizes().vec());
        QVERIFY2(largestDifference(logits, expected) <= 1e-5,
                 qPrintable(QString::number(largestDifference(logits, expected))));

        bool embedding = false;
        bool later = false;
        for (const auto& [name, activation] : facts["activations"].items()) {
            const auto value = taps.at(name);
            if (!value.defined()) {
                continue;
            }
            const auto wrong = compare(value, activation);
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(name) + ": " + wrong));
            embedding = embedding || name == "embedding";
            later = later || name == "head" || name.starts_with("layers.");
        }
        QVERIFY2(embedding && later, "no activation was compared");
    }

    // The comparison above would notice a single wrong parameter.
    void otherWeightsGiveOtherOutputs_data() { everyFile(); }
    void otherWeightsGiveOtherOutputs() {
        QFETCH(QString, file);
        const auto facts = factsOf(file.toStdString());
        const auto network = loadStateDict(file.toStdString(), recipeFrom(facts)).value();
        network->eval();
        const torch::NoGradGuard noGrad;
        for (auto& parameter : network->named_parameters()) {
            auto& values = parameter.value();
            const auto before = values.clone();
            // By unequal amounts: a norm takes away what is added to all of its inputs.
            values.add_(torch::linspace(-0.1, 0.1, values.numel()).view(values.sizes()));
            const auto logits = network->forward(matrixOf<std::int64_t>(facts["input"]));
            QVERIFY2(largestDifference(logits, matrixOf<float>(facts["logits"])) > 1e-5,
                     parameter.key().c_str());
            values.copy_(before);
        }
    }

    void aliasesOfTheLstm() {
        bool found = false;
        for (const auto& file : stateDicts()) {
            const auto facts = factsOf(file);
            if (facts["family"] != "lstm") {
                continue;
            }
            found = true;
            const auto whole = format::readStateDict(file).value();
            for (const char* dropped : {"layers.0.", "lstm."}) {
                auto state = whole;
                std::erase_if(state.arrays,
                              [&](const auto& array) { return array.name.starts_with(dropped); });
                QVERIFY(state.arrays.size() < whole.arrays.size());
                const auto network = test::build(recipeFrom(facts));
                const auto loaded = loadState(*network, state);
                QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().detail.c_str());
                QCOMPARE(weightsHash(*network),
                         weightsHash(*loadStateDict(file, recipeFrom(facts)).value()));
            }
        }
        QVERIFY(found);
    }

    void recipesThatDoNotFit_data() { everyFile(); }
    void recipesThatDoNotFit() {
        QFETCH(QString, file);
        const auto facts = factsOf(file.toStdString());
        auto wider = recipeFrom(facts);
        wider.architecture.width *= 2;
        auto deeper = recipeFrom(facts);
        deeper.architecture.depth += 1;
        auto shallower = recipeFrom(facts);
        shallower.architecture.depth -= 1;
        auto otherClasses = recipeFrom(facts);
        otherClasses.architecture.classes = otherClasses.classes + 1;
        auto positions = recipeFrom(facts);
        positions.architecture.positions = true;
        for (const auto& recipe : {wider, deeper, shallower, otherClasses, positions}) {
            const auto network = loadStateDict(file.toStdString(), recipe);
            QVERIFY(!network.has_value());
            QCOMPARE(network.error().code, ErrorCode::InvalidArgument);
            QVERIFY2(network.error().detail.find(file.toStdString()) != std::string::npos,
                     network.error().detail.c_str());
        }
    }
};

TESSERA_TEST(TestGoldenModels)
#include "test_golden_models.moc"
