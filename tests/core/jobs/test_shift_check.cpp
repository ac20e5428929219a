#include "core/jobs/shift_check.h"

#include "core/api/seed.h"
#include "core/data/data_registry.h"
#include "core/jobs/train_classifier.h"
#include "core/zoo/zoo_registry.h"
#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

class TestShiftCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sink = {}; }

    void warnsOfShiftsOnly_data() {
        QTest::addColumn<QString>("shift");
        QTest::addColumn<QString>("task");
        QTest::addColumn<bool>("warns");
        QTest::newRow("none") << ""
                              << "" << false;
        QTest::newRow("noise") << "noise"
                               << "" << true;
        QTest::newRow("rotation") << "rotation"
                                  << "" << true;
        QTest::newRow("labels cannot be seen") << ""
                                               << "permuted" << false;
    }
    void warnsOfShiftsOnly() {
        QFETCH(QString, shift);
        QFETCH(QString, task);
        QFETCH(bool, warns);
        const auto parts = load({shift.toStdString(), 1.0}, {task.toStdString(), 1.0, {}});
        const auto figures = checkForShift(*trained(parts), parts, kSeed, m_sink, {});
        QVERIFY(figures.score && figures.threshold && figures.pValue);
        QVERIFY2((*figures.pValue <= 0.05) == warns, qPrintable(QString::number(*figures.pValue)));
        QCOMPARE(*figures.score > *figures.threshold, warns);
        QCOMPARE(m_sink.notices.size(), std::size_t(warns ? 1 : 0));
        QCOMPARE(valueOf("shift.score"), figures.score);
        QCOMPARE(valueOf("shift.p_value"), figures.pValue);
        if (warns) {
            QVERIFY(m_sink.notices[0].level == NoticeLevel::Warning);
            QVERIFY(m_sink.notices[0].text.find("reference set") != std::string::npos);
        }
    }

    // Held out is what the source has not learned from, without the shift.
    void heldOutRowsKeepTheirDomain() {
        const auto plain = load({}, {});
        const auto shifted = load({"noise", 1.0}, {});
        QVERIFY(torch::equal(plain.sourceHeldOut, plain.validation.inputs));
        QVERIFY(torch::equal(shifted.sourceHeldOut, plain.validation.inputs));
        QVERIFY(!torch::equal(shifted.validation.inputs, plain.validation.inputs));
    }

    void notMeasuredWithoutHeldOutRows() {
        auto parts = load({"noise", 1.0}, {});
        const auto source = trained(parts);
        parts.sourceHeldOut = torch::Tensor();
        QVERIFY(!checkForShift(*source, parts, kSeed, m_sink, {}).pValue);
        parts.sourceHeldOut = parts.validation.inputs.narrow(0, 0, 0);
        QVERIFY(!checkForShift(*source, parts, kSeed, m_sink, {}).score);
        QVERIFY(m_sink.samples.empty() && m_sink.notices.empty());
    }

    void stopped() {
        const auto parts = load({"noise", 1.0}, {});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!checkForShift(*trained(parts), parts, kSeed, m_sink, stop.get_token()).pValue);
        QVERIFY(m_sink.notices.empty());
    }

private:
    static constexpr std::uint64_t kSeed = 3;

    static data::SplitData load(const ShiftSpec& shift, const TaskSpec& task) {
        auto spec = smallExperiment().data;
        spec.shift = shift;
        spec.task = task;
        return must(data::loadData(spec, kSeed, {dataDir(), {}}));
    }
    zoo::NetworkPtr trained(const data::SplitData& parts) {
        const auto experiment = smallExperiment();
        auto network = must(zoo::buildNetwork(
            {*experiment.source.network.architecture, parts.input, parts.classes}, kSeed));
        RecordingSink silent;
        must(trainClassifier(*network, parts.sourceTrain, experiment.source.train, kSeed, "",
                             silent, {}));
        return network;
    }
    [[nodiscard]] std::optional<double> valueOf(const std::string& series) const {
        for (const auto& sample : m_sink.samples) {
            if (sample.series == series) {
                return sample.value;
            }
        }
        return std::nullopt;
    }

    RecordingSink m_sink;
};

TESSERA_TEST(TestShiftCheck)

#include "test_shift_check.moc"
