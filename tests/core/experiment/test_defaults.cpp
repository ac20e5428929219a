#include "core/experiment/defaults.h"

#include "core/experiment/experiment_json.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <string>
#include <vector>

using namespace tessera;
using namespace tessera::experiment;

class TestDefaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void demoPairs() {
        const std::vector<std::string> names{
            "digits mlp 128d/4L > transformer 64d/2L", "digits mlp 128d/4L > lstm 64d/2L",
            "digits mlp 128d/4L > conv 64d/2L",        "digits conv 64d/2L > transformer 64d/2L",
            "digits conv 64d/2L > lstm 64d/2L",        "digits conv 64d/2L > mlp 128d/4L"};
        const auto experiments = demoExperiments(3);
        QCOMPARE(experiments.size(), 3 * names.size());
        for (std::size_t i = 0; i < experiments.size(); ++i) {
            QCOMPARE(experiments[i].name, names[i % names.size()]);
            QCOMPARE(experiments[i].seed, std::uint64_t{1 + i / names.size()});
            QVERIFY(experiments[i].controls == defaultControls());
            QVERIFY(fromJson(toJson(experiments[i])).value() == experiments[i]);
        }
    }

    void noSeeds() {
        QVERIFY(demoExperiments(0).empty());
        QVERIFY(demoExperiments(-1).empty());
    }
};

TESSERA_TEST(TestDefaults)

#include "test_defaults.moc"
