#include "tests/support/test_registry.h"
#include "ui/bridge/job_progress.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace tessera;
using namespace tessera::ui;

namespace {

constexpr std::array kPhases = {Phase::Prepare, Phase::Fingerprint,  Phase::Collect,
                                Phase::Hub,     Phase::EncodeDecode, Phase::FineTune,
                                Phase::Measure, Phase::Package,      Phase::Controls};

Experiment withControls() {
    Experiment experiment;
    experiment.controls = {ControlId("readout_only")};
    return experiment;
}

bool about(std::optional<double> value, double expected) {
    return value && std::abs(*value - expected) < 1e-9;
}

} // namespace

class TestJobProgress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growsThroughAllPhasesToOne() {
        double last = -1.0;
        for (const auto phase : kPhases) {
            for (const int done : {0, 5, 10}) {
                const double fraction = overallFraction({phase, done, 10, {}}, withControls());
                QVERIFY(fraction > last || (done == 0 && std::abs(fraction - last) < 1e-12));
                last = fraction;
            }
        }
        QCOMPARE(overallFraction({Phase::Prepare, 0, 10, {}}, withControls()), 0.0);
        QCOMPARE(last, 1.0);
    }

    void isCompleteWhenPackedWithoutControls() {
        QCOMPARE(overallFraction({Phase::Package, 2, 2, {}}, Experiment()), 1.0);
        QVERIFY(overallFraction({Phase::Package, 2, 2, {}}, withControls()) < 0.8);
        QCOMPARE(overallFraction({Phase::Controls, 1, 2, {}}, Experiment()), 1.0);
    }

    void staysInItsPhaseWhateverTheNumbers_data() {
        QTest::addColumn<qlonglong>("done");
        QTest::addColumn<qlonglong>("total");
        QTest::addColumn<double>("expected");
        QTest::newRow("nothing known") << 0LL << 0LL << 0.0;
        QTest::newRow("no total") << 7LL << 0LL << 0.0;
        QTest::newRow("half") << 5LL << 10LL << 0.15;
        QTest::newRow("too much") << 20LL << 10LL << 0.30;
        QTest::newRow("negative") << -5LL << 10LL << 0.0;
    }
    void staysInItsPhaseWhateverTheNumbers() {
        QFETCH(qlonglong, done);
        QFETCH(qlonglong, total);
        QFETCH(double, expected);
        const double fraction = overallFraction({Phase::Prepare, done, total, {}}, withControls());
        QVERIFY(std::abs(fraction - expected) < 1e-9);
    }

    void neverGoesBack() {
        JobProgress progress(withControls());
        progress.advance({Phase::FineTune, 5, 10, {}}, 1.0);
        const double before = progress.fraction();
        progress.advance({Phase::Hub, 0, 2, {}}, 2.0);
        QCOMPARE(progress.fraction(), before);
        progress.advance({Phase::FineTune, 6, 10, {}}, 3.0);
        QVERIFY(progress.fraction() > before);
    }

    void estimatesFromThePaceOfPreparing() {
        JobProgress progress(withControls());
        QVERIFY(!progress.secondsLeft(0.0));
        progress.advance({Phase::Prepare, 5, 100, {}}, 0.5); // 1.5%: too little to go by
        QVERIFY(!progress.secondsLeft(0.5));
        progress.advance({Phase::Prepare, 50, 100, {}}, 3.0); // 15% in 3 s
        QVERIFY(about(progress.secondsLeft(3.0), 17.0));
    }

    void countsDownBetweenReports() {
        JobProgress progress(withControls());
        progress.advance({Phase::Prepare, 50, 100, {}}, 3.0);
        QVERIFY(about(progress.secondsLeft(5.0), 15.0));
        QVERIFY(about(progress.secondsLeft(100.0), 0.0));
    }

    void forgetsThePaceOfPreparingThatTookNoTime() {
        JobProgress progress(withControls());
        progress.advance({Phase::Prepare, 100, 100, {}}, 0.01); // a source from the cache
        progress.advance({Phase::Fingerprint, 0, 2, {}}, 0.02);
        QVERIFY(!progress.secondsLeft(0.02));
        // 9% of the run, from fingerprint to encode, in 1 s; 61% are left.
        progress.advance({Phase::FineTune, 0, 10, {}}, 1.02);
        QVERIFY(about(progress.secondsLeft(1.02), 61.0 / 9.0));
    }
};

TESSERA_TEST(TestJobProgress)

#include "test_job_progress.moc"
