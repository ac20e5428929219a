#include "core/jobs/describe_network.h"
#include "core/jobs/load_network.h"
#include "core/jobs/prepare_networks.h"
#include "core/zoo/script_network.h"
#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <fstream>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

std::filesystem::path fixture(const std::string& name) {
    return std::filesystem::path(TESSERA_FIXTURES) / "torchscript" / name;
}

// Data of the shape that the fixtures take; what is in it does not matter here.
data::SplitData imageData(int classes = 10) {
    auto generator = zoo::makeGenerator(4);
    const auto draw = [&](std::int64_t count) {
        return data::LabelledRows{torch::rand({count, 1, 8, 8}, generator),
                                  torch::randint(0, classes, {count}, generator, torch::kInt64)};
    };
    data::SplitData data;
    data.name = "images";
    data.input = {InputKind::Image, 8, 8, 1, 0};
    data.classes = classes;
    data.sourceTrain = draw(40);
    data.reference = draw(40).inputs;
    data.validation = draw(20);
    data.test = draw(20);
    return data;
}

} // namespace

class TestPrepareScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_data = imageData();
        m_experiment = toyExperiment();
        m_sink = {};
        m_folder = std::make_unique<Folder>();
    }

    void asSourceAndReceiver() {
        NetworkSpec spec;
        spec.file = fixture("tiny_resnet.script.pt");
        const auto source = must(asSource(spec));
        const auto receiver = must(asReceiver(spec));
        QCOMPARE(source->classes(), 10);
        QCOMPARE(zoo::weightsHash(*source), zoo::weightsHash(*receiver));
        QVERIFY(std::any_of(m_sink.steps.begin(), m_sink.steps.end(), [](const Progress& step) {
            return step.what == "loading receiver" && step.done == step.total;
        }));
        // Trained or not: a file is used as it is.
        m_experiment.receiver.state = ReceiverState::Trained;
        QCOMPARE(zoo::weightsHash(*must(asReceiver(spec))), zoo::weightsHash(*receiver));
    }

    void otherClasses() {
        m_data = imageData(4);
        NetworkSpec spec;
        spec.file = fixture("tiny_resnet.script.pt");
        for (const bool isSource : {true, false}) {
            const auto refused = isSource ? asSource(spec) : asReceiver(spec);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
            QVERIFY2(mentions(refused.error(), "10 classes"), refused.error().detail.c_str());
            QCOMPARE(mentions(refused.error(), "replace"), !isSource);
        }
        spec.head = HeadChoice::Replace;
        const auto replaced = must(asReceiver(spec));
        QCOMPARE(replaced->classes(), 4);
        QCOMPARE(zoo::weightsHash(*must(asReceiver(spec))), zoo::weightsHash(*replaced));
        m_experiment.seed = 77;
        QVERIFY(zoo::weightsHash(*must(asReceiver(spec))) != zoo::weightsHash(*replaced));
        const auto source = asSource(spec);
        QVERIFY(!source);
        QVERIFY2(mentions(source.error(), "keep"), source.error().detail.c_str());
        spec.head = HeadChoice::Keep;
        m_experiment.data.mismatch = Mismatch::Classes; // declared, it is welcome
        QVERIFY(asReceiver(spec).has_value());
    }

    void refusals_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("asSource"); // may it teach?
        QTest::addColumn<QString>("part");
        QTest::newRow("no linear head") << "no_linear_head.script.pt" << true << "linear layer";
        QTest::newRow("frozen") << "tiny_resnet.frozen.pt" << true << "frozen";
        QTest::newRow("for tokens") << "sequence_first.script.pt" << false << "token numbers";
        QTest::newRow("reads files") << "refused_file.pt" << false << "aten::from_file";
        QTest::newRow("quantised") << "refused_quantised.pt" << false << "quantised";
        QTest::newRow("unknown operator") << "unknown_operator.pt" << false << "torchvision::nms";
    }
    void refusals() {
        QFETCH(QString, file);
        QFETCH(bool, asSource);
        QFETCH(QString, part);
        NetworkSpec spec;
        spec.file = fixture(file.toStdString());
        const auto source = this->asSource(spec);
        QCOMPARE(source.has_value(), asSource);
        const auto receiver = asReceiver(spec);
        QVERIFY(!receiver);
        QVERIFY2(mentions(receiver.error(), part.toStdString()), receiver.error().detail.c_str());
    }

    void featureAndFreeze() {
        NetworkSpec spec;
        spec.file = fixture("tiny_resnet.script.pt");
        spec.feature = "layer1";
        QCOMPARE(must(asSource(spec))->featureWidth(), std::int64_t(12));
        QVERIFY(!asReceiver(spec)); // its head stands elsewhere
        spec.feature = "";
        spec.freeze = {"layer1"};
        for (const auto& parameter : must(asReceiver(spec))->named_parameters()) {
            QCOMPARE(parameter.value().requires_grad(), !parameter.key().starts_with("layer1."));
        }
        spec.freeze = {"layer8"};
        QVERIFY2(mentions(asReceiver(spec).error(), "layer8"), "the name is missing");
    }

    // The same choices for networks of the zoo.
    void choicesForTheZoo() {
        const zoo::Recipe recipe{architecture("conv", 8, 2), m_data.input, 10};
        const auto saved = must(zoo::buildNetwork(recipe, 3));
        NetworkSpec spec;
        spec.file = *m_folder / "net.safetensors";
        must(zoo::saveCheckpoint(*saved, spec.file));
        m_data = imageData(4);
        QVERIFY(!asReceiver(spec));
        spec.head = HeadChoice::Replace;
        spec.freeze = {"embedding", "layers.0"};
        const auto receiver = must(asReceiver(spec));
        QCOMPARE(receiver->classes(), 4);
        const auto old = saved->named_parameters();
        for (const auto& parameter : receiver->named_parameters()) {
            const auto& name = parameter.key();
            QCOMPARE(parameter.value().requires_grad(),
                     !name.starts_with("embedding.") && !name.starts_with("layers.0."));
            QVERIFY(name.starts_with("head.") || torch::equal(parameter.value(), old[name]));
        }
        const auto copy = must(receiver->copy());
        QVERIFY(!copy->named_parameters()["embedding.weight"].requires_grad());
        QVERIFY(copy->named_parameters()["head.weight"].requires_grad());
        spec.freeze = {"embeddings"};
        QVERIFY(!asReceiver(spec));
        spec.freeze = {};
        spec.feature = "layers.0";
        QCOMPARE(asReceiver(spec).error().code, ErrorCode::Unsupported);
        NetworkSpec untrained;
        untrained.architecture = architecture("conv", 8, 2);
        untrained.freeze = {"layers"};
        QVERIFY(
            !must(asReceiver(untrained))->named_parameters()["layers.0.0.weight"].requires_grad());
    }

    void stopped() {
        std::stop_source stop;
        stop.request_stop();
        m_experiment.receiver.network = {};
        m_experiment.receiver.network.file = fixture("tiny_resnet.script.pt");
        const auto result = prepareReceiver(preparation(), m_sink, stop.get_token());
        QVERIFY(result.has_value());
        QVERIFY(*result == nullptr);
    }

    void descriptions_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("kind");
        QTest::newRow("zoo") << "zoo" << int(NetworkDescription::Kind::Zoo);
        QTest::newRow("checkpoint") << "checkpoint" << int(NetworkDescription::Kind::Checkpoint);
        QTest::newRow("TorchScript") << "script" << int(NetworkDescription::Kind::TorchScript);
    }
    void descriptions() {
        QFETCH(QString, what);
        QFETCH(int, kind);
        NetworkSpec spec;
        if (what == "zoo") {
            spec.architecture = architecture("conv", 8, 2);
        } else if (what == "checkpoint") {
            spec.file = *m_folder / "net.safetensors";
            must(zoo::saveCheckpoint(
                *must(zoo::buildNetwork({architecture("conv", 8, 2), m_data.input, 10}, 3)),
                spec.file));
        } else {
            spec.file = fixture("tiny_resnet.script.pt");
        }
        const auto about = must(describeNetwork(spec, m_data.input, 10, {}));
        QCOMPARE(int(about->kind), kind);
        QVERIFY(!about->refusal);
        QVERIFY(!about->title.empty());
        QCOMPARE(about->classes, 10);
        QVERIFY(about->hasHead && about->parameters > 0 && about->warnings.empty());
        QCOMPARE(about->feature, std::string("feature"));
        QVERIFY(about->recordingBytesPerSample > 0);
        QVERIFY(about->fullBytesPerSample > about->recordingBytesPerSample);
        int taps = 0;
        for (const auto& module : about->modules) {
            taps += module.isTap ? 1 : 0;
            QVERIFY(!module.isTap || (module.tapWidth > 0 && !module.outputShape.empty()));
        }
        QVERIFY(taps >= 4);
        QVERIFY(!must(describeNetwork(spec, m_data.input, 7, {}))->warnings.empty() ||
                what == "zoo");
        QVERIFY(describeNetwork(spec, std::nullopt, 0, {}).has_value());
    }

    void noDescription() {
        NetworkSpec spec;
        QCOMPARE(describeNetwork(spec, m_data.input, 10, {}).error().code,
                 ErrorCode::InvalidArgument);
        spec.file = *m_folder / "nothing.pt";
        QCOMPARE(describeNetwork(spec, m_data.input, 10, {}).error().code, ErrorCode::NotFound);
        // Cut off: still TorchScript to look at, or nothing at all, but never a crash.
        std::filesystem::copy_file(fixture("counter.script.pt"), *m_folder / "cut.pt");
        spec.file = *m_folder / "cut.pt";
        std::filesystem::resize_file(spec.file, std::filesystem::file_size(spec.file) / 2);
        QVERIFY(!describeNetwork(spec, m_data.input, 10, {}));
    }

private:
    [[nodiscard]] Preparation preparation() const { return {m_experiment, m_data, {}, 1}; }
    [[nodiscard]] Result<zoo::NetworkPtr> asSource(const NetworkSpec& spec) {
        m_experiment.source.network = spec;
        return prepareSource(preparation(), m_sink, {});
    }
    [[nodiscard]] Result<zoo::NetworkPtr> asReceiver(const NetworkSpec& spec) {
        m_experiment.receiver.network = spec;
        return prepareReceiver(preparation(), m_sink, {});
    }

    data::SplitData m_data;
    Experiment m_experiment;
    RecordingSink m_sink;
    std::unique_ptr<Folder> m_folder;
};

TESSERA_TEST(TestPrepareScript)

#include "test_prepare_script.moc"
