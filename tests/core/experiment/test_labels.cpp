#include "core/experiment/labels.h"

#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::experiment;

namespace {

NetworkSpec network(const char* family, int width, int depth) {
    ArchitectureSpec spec;
    spec.family = ArchitectureId(family);
    spec.width = width;
    spec.depth = depth;
    NetworkSpec network;
    network.architecture = spec;
    return network;
}

NetworkSpec fromFile(const char* file) {
    NetworkSpec network;
    network.file = file;
    return network;
}

} // namespace

class TestLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void networks_data() {
        QTest::addColumn<NetworkSpec>("spec");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("id");
        QTest::newRow("architecture") << network("mlp", 128, 4) << "mlp 128d/4L"
                                      << "mlp_128d_4L";
        QTest::newRow("file") << fromFile("/nets/teacher.v2.pt") << "teacher.v2"
                              << "teacher.v2";
        auto both = network("mlp", 128, 4);
        both.file = "my nets/Gr\u00f6\u00dfe 1.safetensors";
        QTest::newRow("file of an architecture")
            << both << QString::fromUtf8("Gr\u00f6\u00dfe 1") << "Gr____e_1";
        QTest::newRow("nothing") << NetworkSpec{} << "unnamed"
                                 << "unnamed";
    }
    void networks() {
        QFETCH(NetworkSpec, spec);
        QTEST(QString::fromStdString(networkLabel(spec)), "label");
        QTEST(QString::fromStdString(modelId(spec)), "id");
    }

    void experimentName() {
        Experiment experiment;
        experiment.data.name = "digits";
        experiment.source.network = network("mlp", 128, 4);
        experiment.receiver.network = network("lstm", 64, 2);
        QCOMPARE(defaultName(experiment), std::string("digits mlp 128d/4L > lstm 64d/2L"));
    }
};

TESSERA_TEST(TestLabels)

#include "test_labels.moc"
