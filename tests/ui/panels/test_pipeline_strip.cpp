#include "ui/panels/pipeline_strip.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "ui/bridge/lesson_trail.h"
#include "ui/panels/lesson_bar.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/stage_chip.h"

#include <QAction>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

const RunId kRun("20260101-120000-00000001");

// The strip and the bar below it, with a run that goes step by step.
class Stages {
public:
    Stages() {
        teaching.setCheckable(true);
        job = fakes.jobs.submit({fakes.services.experiment.experiment(), fakes.store, {}});
        trail.expect(job, {});
        fakes.jobs.start(job, kRun);
    }
    [[nodiscard]] QString text() const {
        return strip.findChild<ElidedLabel*>("pipeline.text")->text();
    }
    [[nodiscard]] QString sentence() const {
        return bar.findChild<ElidedLabel*>("lesson.state")->text();
    }
    [[nodiscard]] bool has(const char* button) const {
        return !bar.findChild<QPushButton*>(button)->isHidden();
    }
    [[nodiscard]] const StageChip& chip(const char* name) const {
        return *strip.findChild<StageChip*>(name);
    }

    FakeServices fakes;
    LessonTrail trail{fakes.services};
    QAction teaching{"&Teaching mode"}, next{"&Next stage"}, toEnd{"Run to the &end"};
    PipelineStrip strip{fakes.services, &teaching};
    LessonBar bar{trail, {&next, &toEnd}};
    JobId job;
};

} // namespace

class TestPipelineStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatItWaits() {
        Stages stages;
        QTRY_COMPARE(stages.text(), QString("Preparing…"));
        stages.fakes.jobs.report(stages.job, Progress{Phase::Hub, 1, 2, "hub"});
        QTRY_COMPARE(stages.chip("stage.hub").state(), StageState::Running);
        stages.fakes.jobs.hold(stages.job, Phase::Hub);
        QTRY_COMPARE(stages.text(), QString("Waits for you after Hub"));
        QCOMPARE(stages.chip("stage.hub").state(), StageState::Done);
        QVERIFY(!stages.chip("stage.hub").detail().isEmpty()); // its time
        QCOMPARE(stages.chip("stage.collect").state(), StageState::Done);
        QCOMPARE(stages.chip("stage.transfer").state(), StageState::Waiting);
        const auto took = stages.chip("stage.hub").detail();
        QTest::qWait(150);
        stages.fakes.jobs.proceed(stages.job);
        QTRY_VERIFY(stages.text().isEmpty());
        stages.fakes.jobs.report(stages.job, Progress{Phase::EncodeDecode, 1, 2, "encode"});
        QTRY_COMPARE(stages.chip("stage.transfer").state(), StageState::Running);
        QCOMPARE(stages.chip("stage.hub").detail(), took); // without the time in which it waited
    }

    void aStageTooShortToBeSeenIsOverAllTheSame() {
        Stages stages;
        stages.fakes.jobs.hold(stages.job, Phase::Collect);
        QTRY_COMPARE(stages.text(), QString("Waits for you after Collect"));
        QCOMPARE(stages.chip("stage.fingerprint").state(), StageState::Done);
        QCOMPARE(stages.chip("stage.collect").state(), StageState::Done);
        QCOMPARE(stages.chip("stage.hub").state(), StageState::Waiting);
        stages.fakes.jobs.cancel(stages.job);
        QTRY_COMPARE(stages.text(), QString("Cancelling…"));
        stages.fakes.jobs.end(stages.job, RunState::Cancelled);
        QTRY_COMPARE(stages.text(), QString("cancelled"));
    }

    void theBarGoesWithTheRun() {
        Stages stages;
        QTRY_VERIFY(!stages.bar.isHidden());
        QVERIFY(stages.has("lesson.next") && stages.has("lesson.to-end"));
        QVERIFY(!stages.has("lesson.to-now"));
        QVERIFY(stages.sentence().contains("prepared"));
        stages.fakes.jobs.hold(stages.job, Phase::Fingerprint);
        QTRY_COMPARE(stages.sentence(),
                     QString("Waiting after Fingerprint: look at the views, then go on."));
        stages.fakes.jobs.proceed(stages.job);
        stages.fakes.jobs.report(stages.job, Progress{Phase::Hub, 1, 2, "hub"});
        QTRY_COMPARE(stages.sentence(), QString("Step by step: Hub is at work."));
        stages.toEnd.setEnabled(false);
        QCOMPARE(stages.sentence(), QString("To the end: Hub is at work."));
        stages.trail.goBack();
        QCOMPARE(stages.sentence(),
                 QString("Showing the state after Fingerprint; the run is at Hub."));
        QVERIFY(stages.has("lesson.to-now"));
        stages.fakes.jobs.hold(stages.job, Phase::Hub);
        QTRY_COMPARE(
            stages.sentence(),
            QString("Showing the state after Fingerprint; the run waits for you after Hub."));
        stages.fakes.jobs.end(stages.job, RunState::Done);
        QTRY_COMPARE(stages.sentence(),
                     QString("Showing the state after Fingerprint; the run has ended."));
        QVERIFY(!stages.has("lesson.next"));
        QTest::mouseClick(stages.bar.findChild<QPushButton*>("lesson.to-now"), Qt::LeftButton);
        QVERIFY(stages.bar.isHidden());
    }

    void itsButtonsAreTheActions() {
        Stages stages;
        auto* button = stages.bar.findChild<QPushButton*>("lesson.next");
        int pressed = 0;
        connect(&stages.next, &QAction::triggered, this, [&] { ++pressed; });
        stages.next.setEnabled(false);
        stages.next.setToolTip("Not now.");
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), QString("Not now."));
        stages.next.setEnabled(true);
        button->click();
        QCOMPARE(pressed, 1);
        auto* toggle = stages.strip.findChild<QToolButton*>("pipeline.teaching");
        QCOMPARE(toggle->accessibleName(), QString("Teaching mode"));
        toggle->click();
        QVERIFY(stages.teaching.isChecked());
    }
};

TESSERA_TEST(TestPipelineStrip)
#include "test_pipeline_strip.moc"
