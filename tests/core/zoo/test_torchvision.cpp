#include "tests/core/zoo/script_test_util.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstring>
#include <fstream>

using namespace tessera;
using namespace tessera::zoo;
using test::PathTaps;

namespace {

constexpr int kPythonTimeoutMs = 300'000;

// A Python that has torch and torchvision; empty if there is none.
QString findPython() {
    for (const char* name : {"python3", "/usr/bin/python3"}) {
        QProcess python;
        python.start(name, {"-c", "import torch, torchvision"});
        if (python.waitForStarted() && python.waitForFinished(kPythonTimeoutMs) &&
            python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0) {
            return name;
        }
    }
    return {};
}

// The values that Python's hooks saw, one after another.
torch::Tensor valuesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    const auto bytes = in.tellg();
    in.seekg(0);
    auto values = torch::empty({std::int64_t(bytes) / 4});
    in.read(static_cast<char*>(values.data_ptr()), bytes);
    return values;
}

} // namespace

// Networks that people have, made by tests/support/make_torchscript.py on the spot.
class TestTorchvision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const auto python = findPython();
        if (python.isEmpty()) {
            return; // a skip here would skip every class after this one as well
        }
        m_found = true;
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(python, {QString(TESSERA_SOURCE_DIR) + "/tests/support/make_torchscript.py",
                               "torchvision", m_folder.path()});
        QVERIFY(process.waitForFinished(kPythonTimeoutMs));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    }

    void init() {
        if (!m_found) {
            QSKIP("no python3 can import torch and torchvision (Debian: python3-torchvision)");
        }
    }

    void everySubmodule_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("least"); // submodules that are called
        QTest::newRow("resnet18") << "resnet18" << 67;
        QTest::newRow("mobilenet_v2") << "mobilenet_v2" << 200;
        QTest::newRow("vit_b_16") << "vit_b_16" << 130;
    }
    void everySubmodule() {
        QFETCH(QString, name);
        QFETCH(int, least);
        const auto stem = m_folder.path().toStdString() + "/" + name.toStdString() + ".script";
        const auto facts = test::readJson(stem + ".json");
        const auto values = valuesOf(stem + ".values");
        const auto file = test::mustLoad(stem + ".pt");
        file->module.eval();
        const auto graph = test::mustBuild(file->module);
        const torch::NoGradGuard noGrad;
        PathTaps taps(*graph);
        const auto input = test::inputOf(facts);
        const auto output = graph->run(file->module, input, &taps);
        const auto expected = torch::tensor(facts["output"].get<std::vector<float>>());
        QVERIFY(expected.abs().max().item<double>() > 1e-3); // it says something
        QVERIFY(torch::allclose(output.flatten(), expected, 1e-4, 1e-4));
        QCOMPARE(taps.values.size(), facts["calls"].size());
        QVERIFY(int(taps.values.size()) >= least);
        for (std::size_t i = 0; i < taps.values.size(); ++i) {
            const auto& call = facts["calls"][i];
            const auto& [path, value] = taps.values[i];
            QCOMPARE(path, call["name"].get<std::string>());
            QCOMPARE(value.sizes().vec(), call["shape"].get<std::vector<std::int64_t>>());
            const auto seen = values.narrow(0, call["offset"], value.numel()).view(value.sizes());
            const double off = (value - seen).abs().max().item<double>();
            QVERIFY2(off <= 1e-4 * (1.0 + seen.abs().max().item<double>()),
                     qPrintable(QString("%1: off by %2").arg(path.c_str()).arg(off)));
        }
    }

    void asReceivers_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("block");
        QTest::addColumn<int>("width");
        QTest::newRow("resnet18") << "resnet18"
                                  << "layer3.1" << 512;
        QTest::newRow("mobilenet_v2") << "mobilenet_v2"
                                      << "features.5" << 1280;
        QTest::newRow("vit_b_16") << "vit_b_16"
                                  << "encoder.layers.encoder_layer_7" << 768;
    }
    void asReceivers() {
        QFETCH(QString, name);
        QFETCH(QString, block);
        QFETCH(int, width);
        const auto path = m_folder.path().toStdString() + "/" + name.toStdString() + ".script.pt";
        ScriptOptions options;
        options.input = {InputKind::Image, 64, 64, 3, 0};
        options.head = HeadChoice::Replace;
        options.classes = 6;
        const auto network = test::mustCreate(path, options);
        QCOMPARE(network->classes(), 6);
        QCOMPARE(int(network->featureWidth()), width);
        QVERIFY(!network->head().is_empty());
        std::int64_t blocks = 0;
        bool found = false;
        for (const auto& point : network->tapPoints()) {
            blocks += point.role == TapRole::Block ? 1 : 0;
            found = found || (point.name == block.toStdString() && point.role == TapRole::Block);
        }
        QVERIFY(found);
        QVERIFY(blocks >= 8 && blocks <= 30);
        network->train();
        network->forward(torch::rand({2, 3, 64, 64})).square().sum().backward();
        for (const auto& parameter : network->named_parameters()) {
            QVERIFY2(parameter.value().grad().defined(), parameter.key().c_str());
        }
    }

private:
    QTemporaryDir m_folder;
    bool m_found = false;
};

TESSERA_TEST(TestTorchvision)
#include "test_torchvision.moc"
