#include "core/zoo/script_network.h"

#include "core/zoo/network_state.h"
#include "tests/core/zoo/script_test_util.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <torch/nn/functional/loss.h>
#include <torch/optim/adam.h>

#include <QTemporaryDir>

#include <algorithm>

using namespace tessera;
using namespace tessera::zoo;
using test::TapRecorder;

namespace {

const std::filesystem::path kResNet = test::scriptFixture("tiny_resnet.script.pt");
const std::filesystem::path kSequence = test::scriptFixture("sequence_first.script.pt");

ScriptOptions optionsFor(const InputSpec& input) {
    ScriptOptions options;
    options.input = input;
    return options;
}

ScriptNetworkPtr resnet() {
    return test::mustCreate(kResNet, optionsFor(test::kDigitImage));
}

ScriptNetworkPtr sequence() {
    return test::mustCreate(kSequence, optionsFor(test::kTwelveTokens));
}

const TapPoint* findTap(const std::vector<TapPoint>& points, const std::string& name) {
    const auto found = std::find_if(points.begin(), points.end(),
                                    [&](const auto& point) { return point.name == name; });
    return found == points.end() ? nullptr : &*found;
}

// One step of learning; the loss before it.
double step(Network& network, std::int64_t seed = 5) {
    torch::manual_seed(seed);
    const auto inputs = torch::rand({16, 1, 8, 8});
    const auto labels = torch::arange(16) % network.classes();
    torch::optim::Adam optimiser(network.parameters(), torch::optim::AdamOptions(1e-2));
    network.train();
    const auto loss = torch::nn::functional::cross_entropy(network.forward(inputs), labels);
    loss.backward();
    optimiser.step();
    network.eval();
    return loss.item<double>();
}

} // namespace

class TestScriptNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Names, shapes and order of parameters are those of Python.
    void parametersAsInPython_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("resnet") << "tiny_resnet.script";
        QTest::newRow("sequence") << "sequence_first.script";
    }
    void parametersAsInPython() {
        QFETCH(QString, name);
        const auto facts = test::readJson(test::scriptFixture(name.toStdString() + ".json"));
        const auto network = name.startsWith("tiny") ? resnet() : sequence();
        const auto parameters = network->named_parameters();
        QCOMPARE(parameters.size(), facts["parameters"].size());
        for (const auto& [key, shape] : facts["parameters"].items()) {
            QVERIFY2(parameters.contains(key), key.c_str());
            QCOMPARE(parameters[key].sizes().vec(), shape.get<std::vector<std::int64_t>>());
            QVERIFY(parameters[key].requires_grad());
        }
        QVERIFY(name.startsWith("seq") || network->named_buffers().contains("bn1.running_var"));
    }

    void tapsInTheOrderOfExecution_data() {
        QTest::addColumn<bool>("isSequence");
        QTest::newRow("resnet") << false;
        QTest::newRow("sequence") << true;
    }
    void tapsInTheOrderOfExecution() {
        QFETCH(bool, isSequence);
        const auto network = isSequence ? sequence() : resnet();
        const torch::NoGradGuard noGrad;
        TapRecorder taps;
        const auto input = test::inputFor(network->input(), 5);
        const auto logits = network->forward(input, &taps);
        QCOMPARE(logits.sizes().vec(), (std::vector<std::int64_t>{5, network->classes()}));
        const auto points = network->tapPoints();
        QCOMPARE(taps.values.size(), points.size());
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto& [name, value] = taps.values[i];
            QCOMPARE(name, points[i].name);
            QCOMPARE(value.size(0), std::int64_t(5));
            QCOMPARE(value.sizes().slice(1).vec(), network->tapShape(name));
        }
        QVERIFY(torch::equal(network->forward(input), logits));
    }

    void roles() {
        const auto points = resnet()->tapPoints();
        QCOMPARE(findTap(points, "layer1.0")->role, TapRole::Block);
        QCOMPARE(findTap(points, "layer2.0")->role, TapRole::Block);
        QCOMPARE(findTap(points, "layer1.0.conv1")->role, TapRole::Part);
        QCOMPARE(findTap(points, "layer1")->role, TapRole::Part);
        QCOMPARE(findTap(points, "fc")->role, TapRole::Head);
        QCOMPARE(findTap(points, "feature")->role, TapRole::Feature);
        QCOMPARE(findTap(points, "layer1.0")->layout, TapLayout::SamplesWidthPositions);
        const auto tokens = sequence()->tapPoints();
        QCOMPARE(findTap(tokens, "embed")->role, TapRole::Embedding);
        QCOMPARE(findTap(tokens, "lstm")->layout, TapLayout::SamplesPositionsWidth);
        QVERIFY(findTap(tokens, "positions") == nullptr); // it knows nothing of the samples
    }

    // Where the samples stand second, they are brought to the front.
    void sequenceFirst() {
        const auto network = sequence();
        const torch::NoGradGuard noGrad;
        TapRecorder taps;
        const auto input = test::inputFor(test::kTwelveTokens, 5);
        network->forward(input, &taps);
        QCOMPARE(taps.at("lstm").sizes().vec(), (std::vector<std::int64_t>{5, 12, 8}));
        // The order of the samples shows in the taps.
        TapRecorder turned;
        network->forward(input.flip(0), &turned);
        QVERIFY(torch::allclose(turned.at("lstm"), taps.at("lstm").flip(0), 1e-5, 1e-6));
        QVERIFY(torch::allclose(taps.at("feature"), taps.at("act#2").mean(1), 1e-5, 1e-6));
    }

    void callsHaveNumbers() {
        const auto points = resnet()->tapPoints();
        QVERIFY(findTap(points, "layer1.0.relu") != nullptr);
        QVERIFY(findTap(points, "layer1.0.relu#2") != nullptr);
        QVERIFY(findTap(points, "layer1.0.relu#3") == nullptr);
        QCOMPARE(resnet()->seen().at("layer1.0.relu").calls, 2);
    }

    void headSharesItsWeights() {
        const auto network = resnet();
        const auto head = network->head();
        QVERIFY(!head.is_empty());
        QCOMPARE(head->weight.size(1), network->featureWidth());
        const torch::NoGradGuard noGrad;
        const auto input = test::inputFor(test::kDigitImage, 3);
        TapRecorder taps;
        const auto logits = network->forward(input, &taps);
        QVERIFY(torch::allclose(torch::linear(taps.at("feature"), head->weight, head->bias), logits,
                                1e-4, 1e-5));
        torch::Tensor(head->weight).zero_();
        torch::Tensor(head->bias).fill_(7.0);
        QVERIFY(torch::equal(network->forward(input), torch::full({3, 10}, 7.0)));
        QVERIFY(network->named_parameters()["fc.weight"].is_same(head->weight));
        QVERIFY(head->parameters()[0].is_same(head->weight));
    }

    void noHead_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("width");
        QTest::newRow("a convolution at the end") << "no_linear_head.script.pt" << 8;
        QTest::newRow("frozen") << "tiny_resnet.frozen.pt" << 24;
        QTest::newRow("a factor behind it") << "counter.script.pt" << 16;
    }
    void noHead() {
        QFETCH(QString, file);
        QFETCH(int, width);
        const auto path = test::scriptFixture(file.toStdString());
        const auto network = test::mustCreate(path, optionsFor(test::kDigitImage));
        QVERIFY(network->head().is_empty());
        QVERIFY(!network->warnings().empty());
        QCOMPARE(int(network->featureWidth()), width);
        auto options = optionsFor(test::kDigitImage);
        options.head = HeadChoice::Replace;
        options.classes = 4;
        const auto replaced = loadScriptNetwork(path, options);
        QVERIFY(!replaced);
        QCOMPARE(replaced.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(test::mentions(replaced.error(), "linear"), replaced.error().detail.c_str());
    }

    void headForOtherClasses() {
        auto options = optionsFor(test::kDigitImage);
        options.head = HeadChoice::Replace;
        options.classes = 4;
        options.seed = 11;
        const auto network = test::mustCreate(kResNet, options);
        QCOMPARE(network->classes(), 4);
        QCOMPARE(network->forward(test::inputFor(test::kDigitImage, 3)).size(1), std::int64_t(4));
        QCOMPARE(network->head()->weight.size(0), std::int64_t(4));
        QVERIFY(torch::equal(network->named_parameters()["conv1.weight"],
                             resnet()->named_parameters()["conv1.weight"]));
        QCOMPARE(weightsHash(*test::mustCreate(kResNet, options)), weightsHash(*network));
        options.seed = 12;
        QVERIFY(weightsHash(*test::mustCreate(kResNet, options)) != weightsHash(*network));
        QVERIFY(network->identity() != resnet()->identity());
        QVERIFY(step(*network) > 0.0);
    }

    void chosenFeature() {
        auto options = optionsFor(test::kDigitImage);
        options.feature = "layer1.1";
        const auto network = test::mustCreate(kResNet, options);
        QCOMPARE(network->featureWidth(), std::int64_t(12));
        QVERIFY(network->head().is_empty());
        TapRecorder taps;
        network->forward(test::inputFor(test::kDigitImage, 3), &taps);
        QVERIFY(torch::equal(taps.at("feature"), taps.at("layer1.1")));
        // Pooling of one position changes nothing: the head still stands on it.
        options.feature = "avgpool";
        QVERIFY(!test::mustCreate(kResNet, options)->head().is_empty());
        options.feature = "feature";
        QVERIFY(!test::mustCreate(kResNet, options)->head().is_empty());
        options.feature = "layer9";
        const auto unknown = loadScriptNetwork(kResNet, options);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(test::mentions(unknown.error(), "layer9"), unknown.error().detail.c_str());
        auto places = optionsFor(test::kTwelveTokens);
        places.feature = "positions";
        const auto constant = loadScriptNetwork(kSequence, places);
        QVERIFY(!constant);
        QVERIFY2(test::mentions(constant.error(), "samples"), constant.error().detail.c_str());
    }

    void frozenPartsStay() {
        auto options = optionsFor(test::kDigitImage);
        options.freeze = {"conv1", "bn1", "layer1"};
        const auto network = test::mustCreate(kResNet, options);
        const auto before = stateOf(*network);
        step(*network);
        const auto after = stateOf(*network);
        for (std::size_t i = 0; i < before.arrays.size(); ++i) {
            const auto& name = before.arrays[i].name;
            const bool frozen = name.starts_with("conv1.") || name.starts_with("bn1.") ||
                                name.starts_with("layer1.");
            QVERIFY2((before.arrays[i].bytes == after.arrays[i].bytes) == frozen, name.c_str());
        }
        const auto copy = network->copy().value();
        QVERIFY(!copy->named_parameters()["conv1.weight"].requires_grad());
        QVERIFY(copy->named_parameters()["fc.weight"].requires_grad());
        for (const char* wrong : {"layer7", "layer1.", "lay"}) {
            options.freeze = {wrong};
            QCOMPARE(loadScriptNetwork(kResNet, options).error().code, ErrorCode::InvalidArgument);
        }
        options.freeze = {"conv1", "bn1", "layer1", "layer2", "fc"};
        const auto nothing = loadScriptNetwork(kResNet, options);
        QVERIFY(!nothing);
        QVERIFY(test::mentions(nothing.error(), "learns"));
    }

    void copiesAreIndependent() {
        const auto network = resnet();
        step(*network);
        const auto hash = weightsHash(*network);
        const auto copy = network->copy().value();
        QCOMPARE(weightsHash(*copy), hash);
        QCOMPARE(copy->identity(), network->identity());
        const auto input = test::inputFor(test::kDigitImage, 3);
        QVERIFY(torch::equal(copy->forward(input), network->forward(input)));
        for (const auto& parameter : copy->parameters()) {
            QVERIFY(parameter.requires_grad() && parameter.is_leaf());
        }
        step(*copy);
        QVERIFY(weightsHash(*copy) != hash);
        QCOMPARE(weightsHash(*network), hash);
        QVERIFY(!torch::equal(copy->forward(input), network->forward(input)));
    }

    void freshWeights_data() {
        QTest::addColumn<bool>("isSequence");
        QTest::newRow("resnet") << false;
        QTest::newRow("sequence") << true;
    }
    void freshWeights() {
        QFETCH(bool, isSequence);
        const auto network = isSequence ? sequence() : resnet();
        const auto hash = weightsHash(*network);
        const auto fresh = network->fresh(5).value();
        QCOMPARE(weightsHash(*network->fresh(5).value()), weightsHash(*fresh));
        QVERIFY(weightsHash(*network->fresh(6).value()) != weightsHash(*fresh));
        QCOMPARE(weightsHash(*network), hash);
        QVERIFY(isFinite(*fresh));
        const auto old = network->named_parameters();
        for (const auto& parameter : fresh->named_parameters()) {
            QVERIFY2(!torch::equal(parameter.value(), old[parameter.key()]),
                     parameter.key().c_str());
            const double spread = parameter.value().abs().max().item<double>();
            QVERIFY2(spread < 8.0, parameter.key().c_str());
        }
        if (!isSequence) {
            QVERIFY(torch::equal(fresh->named_buffers()["bn1.running_var"], torch::ones({12})));
            QVERIFY(
                torch::equal(fresh->named_parameters()["bn1.weight"].detach(), torch::ones({12})));
        }
        const auto frozen = test::mustCreate(test::scriptFixture("tiny_resnet.frozen.pt"),
                                             optionsFor(test::kDigitImage));
        QCOMPARE(frozen->fresh(1).error().code, ErrorCode::Unsupported);
    }

    // Dropout draws from the network's own generator and nobody else's.
    void sameSeedSameNumbers() {
        auto options = optionsFor(test::kDigitImage);
        options.seed = 3;
        const auto first = test::mustCreate(kResNet, options);
        const auto second = test::mustCreate(kResNet, options);
        torch::manual_seed(1);
        step(*first);
        torch::manual_seed(99);
        torch::rand({7});
        step(*second);
        QCOMPARE(weightsHash(*second), weightsHash(*first));
        options.seed = 4;
        const auto third = test::mustCreate(kResNet, options);
        step(*third);
        QVERIFY(weightsHash(*third) != weightsHash(*first));

        torch::manual_seed(8);
        const auto expected = torch::rand({4});
        torch::manual_seed(8);
        first->train();
        first->forward(test::inputFor(test::kDigitImage, 4));
        torch::manual_seed(8);
        first->forward(torch::rand({4, 1, 8, 8}));
        torch::manual_seed(8);
        QVERIFY(torch::equal(torch::rand({4}), expected));
    }

    void trainingMode() {
        const auto network = resnet();
        QVERIFY(!network->is_training());
        const auto input = test::inputFor(test::kDigitImage, 6);
        const auto hash = weightsHash(*network);
        const auto evaluated = network->forward(input).detach();
        QCOMPARE(weightsHash(*network), hash);
        network->train();
        QVERIFY(!torch::allclose(network->forward(input), evaluated));
        const auto counter = network->named_buffers()["bn1.num_batches_tracked"];
        QVERIFY(weightsHash(*network) != hash); // running statistics moved
        network->forward(input);
        QCOMPARE(network->named_buffers()["bn1.num_batches_tracked"].item<std::int64_t>(),
                 counter.item<std::int64_t>());
        network->eval();
        QVERIFY(torch::allclose(network->forward(input), network->forward(input)));
    }

    // A buffer that the network replaces is the one that we see.
    void replacedBuffers() {
        const auto network = test::mustCreate(test::scriptFixture("counter.script.pt"),
                                              optionsFor(test::kDigitImage));
        const auto buffer = network->named_buffers()["passes"];
        const auto before = buffer.item<float>();
        const auto input = test::inputFor(test::kDigitImage, 3);
        network->train();
        network->forward(input);
        network->forward(input);
        QCOMPARE(buffer.item<float>(), before + 2.0F);
        QVERIFY(network->named_buffers()["passes"].is_same(buffer));
        const auto copy = network->copy().value();
        network->forward(input);
        QCOMPARE(copy->named_buffers()["passes"].item<float>(), before + 2.0F);
    }

    void identities() {
        const auto network = resnet();
        QVERIFY(network->identity().starts_with("torchscript:"));
        QCOMPARE(resnet()->identity(), network->identity());
        step(*network);
        QCOMPARE(resnet()->identity(), network->identity()); // weights do not count
        QVERIFY(sequence()->identity() != network->identity());
        const auto traced = test::mustCreate(test::scriptFixture("tiny_resnet.trace.pt"),
                                             optionsFor(test::kDigitImage));
        QVERIFY(traced->identity() != network->identity());
    }

    void savedAndLoaded_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("scripted") << "tiny_resnet.script.pt";
        QTest::newRow("traced") << "tiny_resnet.trace.pt";
        QTest::newRow("counting") << "counter.script.pt";
        QTest::newRow("tokens") << "sequence_first.script.pt";
    }
    void savedAndLoaded() {
        QFETCH(QString, file);
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("again.pt").toStdString();
        const auto input = file.startsWith("seq") ? test::kTwelveTokens : test::kDigitImage;
        const auto network =
            test::mustCreate(test::scriptFixture(file.toStdString()), optionsFor(input));
        if (!file.startsWith("seq")) {
            step(*network);
        }
        QVERIFY(network->save(path).has_value());
        const auto again = test::mustCreate(path, optionsFor(input));
        const auto samples = test::inputFor(input, 4);
        QVERIFY(torch::equal(again->forward(samples), network->forward(samples)));
        QCOMPARE(again->identity(), network->identity());
        QCOMPARE(weightsHash(*again), weightsHash(*network));
        QCOMPARE(network->save("/nonexistent/x.pt").error().code, ErrorCode::Io);
    }

    void replacedHeadsAreSaved() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("again.pt").toStdString();
        auto options = optionsFor(test::kDigitImage);
        options.head = HeadChoice::Replace;
        options.classes = 4;
        QVERIFY(test::mustCreate(kResNet, options)->save(path).has_value());
        QCOMPARE(test::mustCreate(path, optionsFor(test::kDigitImage))->classes(), 4);
    }

    void inputsThatDoNotFit_data() {
        QTest::addColumn<bool>("isSequence");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QList<int>>("sizes"); // length, width, channels, vocabulary
        QTest::addColumn<QString>("part");
        QTest::newRow("colours") << false << int(InputKind::Image) << QList<int>{8, 8, 3, 0}
                                 << "images with 1 channel";
        QTest::newRow("tokens for images") << false << int(InputKind::Tokens)
                                           << QList<int>{12, 0, 1, 20} << "images with 1 channel";
        QTest::newRow("images for tokens")
            << true << int(InputKind::Image) << QList<int>{8, 8, 1, 0}
            << "token numbers from 0 to 19";
        QTest::newRow("too many tokens")
            << true << int(InputKind::Tokens) << QList<int>{12, 0, 1, 21} << "from 0 to 19";
        QTest::newRow("too long") << true << int(InputKind::Tokens) << QList<int>{13, 0, 1, 20}
                                  << "LibTorch says";
        QTest::newRow("a vector for images")
            << false << int(InputKind::Flat) << QList<int>{64, 0, 1, 0} << "images with 1 channel";
    }
    void inputsThatDoNotFit() {
        QFETCH(bool, isSequence);
        QFETCH(int, kind);
        QFETCH(QList<int>, sizes);
        QFETCH(QString, part);
        const InputSpec input{InputKind(kind), sizes[0], sizes[1], sizes[2], sizes[3]};
        const auto network = loadScriptNetwork(isSequence ? kSequence : kResNet, optionsFor(input));
        QVERIFY(!network);
        QCOMPARE(network.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(test::mentions(network.error(), part.toStdString()),
                 network.error().detail.c_str());
        QVERIFY(!test::mentions(network.error(), "\n"));
    }

    // What LibTorch throws on the wrong number of channels leaves the network as it was.
    void throwsAndGoesOn() {
        const auto network = resnet();
        QVERIFY_EXCEPTION_THROWN(network->forward(torch::rand({2, 3, 8, 8})), std::exception);
        const auto input = test::inputFor(test::kDigitImage, 3);
        QVERIFY(torch::isfinite(network->forward(input)).all().item<bool>());
    }
};

TESSERA_TEST(TestScriptNetwork)
#include "test_script_network.moc"
