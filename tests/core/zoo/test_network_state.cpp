#include "core/zoo/network_state.h"

#include "core/format/safetensors.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstring>
#include <limits>

using namespace tessera;
using namespace tessera::zoo;
using test::build;
using test::inputFor;
using test::recipeOf;

namespace {

const InputSpec kImageNetworkState{InputKind::Image, 8, 8, 1, 0};

// Weights and running statistics that no fresh network has.
ZooNetworkPtr used(const std::string& family, std::uint64_t seed = 1) {
    auto network = build(recipeOf(family, kImageNetworkState), seed);
    network->train();
    network->forward(inputFor(kImageNetworkState, 6)).square().sum().backward();
    const torch::NoGradGuard noGrad;
    for (auto& parameter : network->parameters()) {
        parameter.sub_(0.05 * parameter.grad());
    }
    network->zero_grad();
    return network;
}

format::NamedArray* find(format::ArrayFile& file, const std::string& name) {
    for (auto& array : file.arrays) {
        if (array.name == name) {
            return &array;
        }
    }
    return nullptr;
}

bool mentions(const Error& error, const std::string& text) {
    return error.detail.find(text) != std::string::npos;
}

} // namespace

class TestNetworkState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashes_data() { test::everyFamilyAndInput(); }
    void hashes() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto recipe =
            recipeOf(family.toStdString(), test::inputCases()[std::size_t(input)].spec);
        const auto hash = weightsHash(*build(recipe, 5));
        QCOMPARE(hash.size(), std::size_t(64));
        QCOMPARE(weightsHash(*build(recipe, 5)), hash);
        QVERIFY(weightsHash(*build(recipe, 6)) != hash);
        const auto network = build(recipe, 5);
        const torch::NoGradGuard noGrad;
        network->head()->bias[0] += 1e-6F;
        QVERIFY(weightsHash(*network) != hash);
    }

    void runningStatisticsAreState() {
        const auto network = build(recipeOf("conv"));
        const auto hash = weightsHash(*network);
        network->train();
        network->forward(inputFor(test::kTokens, 4));
        QVERIFY(weightsHash(*network) != hash);
    }

    void stateRoundTrip_data() { test::everyFamily(); }
    void stateRoundTrip() {
        QFETCH(QString, family);
        const auto network = used(family.toStdString());
        const auto other = build(network->recipe(), 9);
        QVERIFY(weightsHash(*other) != weightsHash(*network));
        QVERIFY(loadState(*other, stateOf(*network)).has_value());
        QCOMPARE(weightsHash(*other), weightsHash(*network));
    }

    void clones_data() { test::everyFamily(); }
    void clones() {
        QFETCH(QString, family);
        const auto network = used(family.toStdString());
        const auto hash = weightsHash(*network);
        const auto copy = network->copy().value();
        QCOMPARE(weightsHash(*copy), hash);
        network->eval();
        copy->eval();
        const auto inputs = inputFor(kImageNetworkState, 4);
        QVERIFY(torch::equal(copy->forward(inputs), network->forward(inputs)));

        const torch::NoGradGuard noGrad;
        for (auto& parameter : copy->parameters()) {
            parameter.add_(1.0);
        }
        for (auto& buffer : copy->buffers()) {
            buffer.add_(1);
        }
        QCOMPARE(weightsHash(*network), hash);
        QVERIFY(weightsHash(*copy) != hash);
    }

    void damagedStates_data() { test::everyFamily(); }
    void damagedStates() {
        QFETCH(QString, family);
        const auto network = used(family.toStdString());
        const auto hash = weightsHash(*network);
        // All other tensors differ from the network's, so that a half-loaded state would show.
        const auto intact = stateOf(*used(family.toStdString(), 2));
        for (const auto& array : intact.arrays) {
            auto missing = intact;
            std::erase_if(missing.arrays, [&](const auto& a) { return a.name == array.name; });
            const auto refused = loadState(*network, missing);
            QVERIFY(!refused && refused.error().code == ErrorCode::InvalidArgument);
            QVERIFY(mentions(refused.error(), "1 missing (" + array.name + ")"));
            QCOMPARE(weightsHash(*network), hash);

            auto misshapen = intact;
            auto& changed = *find(misshapen, array.name);
            changed.shape.push_back(2);
            changed.bytes.resize(changed.bytes.size() * 2);
            const auto refusedToo = loadState(*network, misshapen);
            QVERIFY(!refusedToo && refusedToo.error().code == ErrorCode::InvalidArgument);
            QVERIFY(mentions(refusedToo.error(), "1 of another shape (" + array.name));
            QCOMPARE(weightsHash(*network), hash);
        }
        auto unexpected = intact;
        unexpected.arrays.push_back(intact.arrays.back());
        unexpected.arrays.back().name = "layers.77.weight";
        const auto refused = loadState(*network, unexpected);
        QVERIFY(!refused && refused.error().code == ErrorCode::InvalidArgument);
        QVERIFY(mentions(refused.error(), "77.weight"));
        QCOMPARE(weightsHash(*network), hash);

        QVERIFY(!loadState(*network, {}).has_value());
        QCOMPARE(weightsHash(*network), hash);
        QVERIFY(loadState(*network, intact).has_value());
        QVERIFY(weightsHash(*network) != hash);
    }

    // The right number of values in another arrangement is still another tensor.
    void transposedTensor() {
        const auto network = build(recipeOf("mlp"));
        auto state = stateOf(*network);
        auto& weight = *find(state, "layers.0.0.weight");
        std::reverse(weight.shape.begin(), weight.shape.end());
        const auto refused = loadState(*network, state);
        QVERIFY(!refused.has_value());
        QVERIFY(mentions(refused.error(), "layers.0.0.weight: [8,16] instead of [16,8]"));
    }

    // Where a file holds a tensor under both of its names, both must fit.
    void aliasesMustAgreeInShape() {
        const auto network = build(recipeOf("lstm"));
        const auto hash = weightsHash(*network);
        auto state = stateOf(*build(recipeOf("lstm"), 2));
        auto alias = *find(state, "lstm.weight_ih_l0");
        alias.name = "layers.0.weight_ih_l0";
        state.arrays.push_back(alias);
        auto misshapen = state;
        misshapen.arrays.back().shape.push_back(2);
        misshapen.arrays.back().bytes.resize(alias.bytes.size() * 2);
        const auto refused = loadState(*network, misshapen);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY(mentions(refused.error(), "layers.0.weight_ih_l0"));
        QCOMPARE(weightsHash(*network), hash);
        QVERIFY(loadState(*network, state).has_value());
    }

    void otherNumberTypesAreConverted() {
        const auto network = build(recipeOf("mlp"));
        auto state = stateOf(*network);
        auto& bias = *find(state, "head.bias");
        const std::vector<double> values = {0.5, -0.25, 2.0};
        bias.dtype = format::DType::F64;
        bias.bytes.resize(values.size() * sizeof(double));
        std::memcpy(bias.bytes.data(), values.data(), bias.bytes.size());
        QVERIFY(loadState(*network, state).has_value());
        QVERIFY(torch::equal(network->head()->bias.detach(), torch::tensor({0.5F, -0.25F, 2.0F})));
        QCOMPARE(network->head()->bias.scalar_type(), torch::kFloat32);
    }

    void checkpointRoundTrip_data() { test::everyFamily(); }
    void checkpointRoundTrip() {
        QFETCH(QString, family);
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("net.safetensors").toStdString();
        const auto network = used(family.toStdString());
        QVERIFY(saveCheckpoint(*network, file).has_value());
        const auto loaded = loadCheckpoint(file);
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().detail.c_str());
        QCOMPARE(weightsHash(**loaded), weightsHash(*network));
        QCOMPARE(recipeText((*loaded)->recipe()), recipeText(network->recipe()));
        network->eval();
        (*loaded)->eval();
        const auto inputs = inputFor(kImageNetworkState, 4);
        QVERIFY(torch::equal((*loaded)->forward(inputs), network->forward(inputs)));
        // As a plain state dict it needs the recipe, and gives the same network.
        QCOMPARE(weightsHash(*loadStateDict(file, network->recipe()).value()),
                 weightsHash(*network));
    }

    void truncatedCheckpoints_data() { test::everyFamily(); }
    void truncatedCheckpoints() {
        QFETCH(QString, family);
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("net.safetensors").toStdString();
        QVERIFY(saveCheckpoint(*used(family.toStdString()), file).has_value());
        const auto size = std::filesystem::file_size(file);
        for (const auto keep : {size - 1, size - 5, size / 2, std::uintmax_t(100),
                                std::uintmax_t(8), std::uintmax_t(7), std::uintmax_t(0)}) {
            std::filesystem::resize_file(file, keep);
            const auto loaded = loadCheckpoint(file);
            QVERIFY(!loaded.has_value());
            QCOMPARE(loaded.error().code, ErrorCode::Corrupt);
            QVERIFY(mentions(loaded.error(), file.string()));
        }
    }

    void refusedCheckpoints_data() {
        QTest::addColumn<QByteArray>("recipe"); // null: leave the key out
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const QByteArray good = recipeText(recipeOf("mlp", kImageNetworkState)).c_str();
        const auto edited = [&](const char* from, const char* to) {
            auto text = good;
            text.replace(from, to);
            return text;
        };
        const int corrupt = int(ErrorCode::Corrupt);
        const int invalid = int(ErrorCode::InvalidArgument);
        QTest::newRow("no recipe") << QByteArray() << invalid << QByteArray("no recipe");
        QTest::newRow("not JSON") << QByteArray("{") << corrupt << QByteArray("recipe");
        QTest::newRow("another width") << edited("\"width\":8,\"depth\"", "\"width\":4,\"depth\"")
                                       << invalid << QByteArray("of another shape");
        QTest::newRow("larger than its file")
            << edited("\"width\":8,\"depth\"", "\"width\":16,\"depth\"") << corrupt
            << QByteArray("fewer numbers");
        QTest::newRow("another family")
            << edited("mlp", "conv") << invalid << QByteArray("missing");
        QTest::newRow("unknown family")
            << edited("mlp", "perceiver") << int(ErrorCode::NotFound) << QByteArray("perceiver");
        QTest::newRow("endless depth")
            << edited("\"depth\":2", "\"depth\":2000000000") << invalid << QByteArray("GB");
        auto endless = recipeOf("mlp", kImageNetworkState, 1024);
        endless.classes = 2'000'000'000;
        QTest::newRow("endless classes")
            << QByteArray(recipeText(endless).c_str()) << invalid << QByteArray("GB");
        QTest::newRow("endless length") << edited("\"length\":8", "\"length\":9000000000000000000")
                                        << invalid << QByteArray("length");
    }
    void refusedCheckpoints() {
        QFETCH(QByteArray, recipe);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("net.safetensors").toStdString();
        auto state = stateOf(*build(recipeOf("mlp", kImageNetworkState)));
        if (!recipe.isNull()) {
            state.metadata["twb.recipe"] = recipe.toStdString();
        }
        QVERIFY(format::writeSafetensors(file, state).has_value());
        const auto loaded = loadCheckpoint(file);
        QVERIFY(!loaded.has_value());
        QCOMPARE(int(loaded.error().code), code);
        QVERIFY2(mentions(loaded.error(), says.toStdString()), loaded.error().detail.c_str());
    }

    void otherKindsOfFilesAreNoCheckpoints() {
        for (const char* file : {"net.pt", "net", "net.safetensors.bak"}) {
            const auto loaded = loadCheckpoint(file);
            QVERIFY(!loaded.has_value());
            QCOMPARE(loaded.error().code, ErrorCode::InvalidArgument);
            QVERIFY(mentions(loaded.error(), file));
        }
    }

    void finiteParametersAndBuffers() {
        for (const float bad :
             {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            const auto network = build(recipeOf("conv"));
            QVERIFY(isFinite(*network));
            for (const auto& tensors : {network->parameters(), network->buffers()}) {
                auto first = tensors.front().detach().flatten();
                const auto before = first[0].item<float>();
                first[0] = bad;
                QVERIFY(!isFinite(*network));
                first[0] = before;
                QVERIFY(isFinite(*network));
            }
        }
    }

    void placesThatDoNotExist() {
        const auto network = build(recipeOf("mlp"));
        QCOMPARE(saveCheckpoint(*network, "/nonexistent/net.safetensors").error().code,
                 ErrorCode::Io);
        QCOMPARE(loadCheckpoint("/nonexistent/net.safetensors").error().code, ErrorCode::NotFound);
        QCOMPARE(loadStateDict("/nonexistent/net.pt", recipeOf("mlp")).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(loadStateDict("/nonexistent/net.safetensors", recipeOf("mlp")).error().code,
                 ErrorCode::NotFound);
    }
};

TESSERA_TEST(TestNetworkState)
#include "test_network_state.moc"
