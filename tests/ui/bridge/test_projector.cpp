#include "ui/bridge/projector.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_jobs.h"
#include "tests/ui/support/hub_analysis.h"
#include "tests/ui/support/run_views.h"
#include "ui/bridge/job_bridge.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tessera;
using namespace tessera::test;
using State = ui::Projector::State;

namespace {

std::shared_ptr<const NetworkRows> network(std::int64_t rows, double phase) {
    auto made = std::make_shared<NetworkRows>();
    made->hub = madeMatrix(rows, 4, phase, false);
    return made;
}

ui::ProjectionChoice tsne(std::uint64_t seed = 1, int perplexity = 30) {
    return {ProjectionKind::Tsne, seed, perplexity, 15};
}

// An engine that is there once a test says so, and a projector.
struct World {
    HubAnalysis analysis;
    ui::JobBridge bridge;
    FakeJobs jobs{bridge};
    ui::Analyst analyst{jobs, bridge};
    ui::Projector projector{&analyst};
    std::shared_ptr<const NetworkRows> source = network(6, 0.0);
    std::shared_ptr<const NetworkRows> before = network(6, 1.0), after = network(6, 2.0);

    void load() {
        jobs.engineAnalysis = &analysis;
        jobs.loadEngine();
    }
    // Draws until a layout waits for leave after so many steps.
    void drawTo(int step, const ui::ProjectionChoice& choice = tsne()) {
        analysis.allow(step);
        load();
        projector.setNetworks(source, before);
        projector.show(choice);
        QTRY_VERIFY(projector.picture() != nullptr);
    }
};

float xOf(const ui::ProjectedHub& picture, std::int64_t row) {
    return picture.source->at(row, 0);
}

} // namespace

class TestProjector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsPlacesAndJudges() {
        World world;
        world.load();
        world.projector.setNetworks(world.source, world.before);
        QCOMPARE(world.projector.state(), State::Idle); // until it is asked for
        world.projector.show({ProjectionKind::Umap, 7, 30, 20});
        QCOMPARE(world.projector.state(), State::Running);
        QVERIFY(world.projector.isBusy());
        QTRY_COMPARE(world.projector.state(), State::Done);
        QVERIFY(!world.projector.isBusy());
        const auto picture = world.projector.picture();
        QVERIFY(picture->finished);
        QCOMPARE(picture->steps, 10);
        QCOMPARE(picture->total, 10);
        QCOMPARE(xOf(*picture, 3), HubAnalysis::x(3, 10));
        QCOMPARE(picture->receiver->at(3, 1), HubAnalysis::y(3) + 0.5F);
        QCOMPARE(*picture->trustworthiness, 0.875);
        const auto request = world.analysis.lastRequest();
        QCOMPARE(request.kind, ProjectionKind::Umap);
        QCOMPARE(request.seed, std::uint64_t{7});
        QCOMPARE(request.umap.neighbours, 20);
        QCOMPARE(request.points.values, world.source->hub.values);
        QCOMPARE(request.points.columns, std::int64_t{4}); // all axes
        QVERIFY(request.threads >= 1);
    }

    void showsPicturesOnTheWay() {
        World world;
        QSignalSpy changed(&world.projector, &ui::Projector::changed);
        world.drawTo(4);
        QTest::qWait(2 * static_cast<int>(ui::ProjectionFollower::kPeriod.count()));
        world.analysis.allow(5); // long after the last one: it must be shown
        QTRY_COMPARE(world.projector.picture()->steps, 5);
        QCOMPARE(world.projector.state(), State::Running);
        QCOMPARE(xOf(*world.projector.picture(), 2), HubAnalysis::x(2, 5));
        QCOMPARE(world.projector.picture()->receiver->at(2, 1), HubAnalysis::y(2) + 0.5F);
        QVERIFY(!world.projector.picture()->finished);
        QCOMPARE(world.projector.progress().stage, ProjectionStage::Layout);
        QCOMPARE(world.projector.progress().step, 5);
        QCOMPARE(world.projector.progress().total, 10);
        QVERIFY(world.projector.progress().secondsLeft.has_value());
        QVERIFY(changed.count() >= 2);
        world.analysis.allow(std::nullopt);
        QTRY_COMPARE(world.projector.state(), State::Done);
    }

    // However fast the layout is.
    void showsNoMoreThanTwentyASecond() {
        World world;
        world.analysis.steps = 200'000;
        world.load();
        world.projector.setNetworks(world.source, world.before);
        QSignalSpy changed(&world.projector, &ui::Projector::changed);
        QElapsedTimer timer;
        timer.start();
        world.projector.show(tsne());
        QTRY_COMPARE_WITH_TIMEOUT(world.projector.state(), State::Done, 60'000);
        const auto most = 20 * timer.elapsed() / 1'000 + 8; // and those of beginnings and ends
        QVERIFY2(changed.count() <= most,
                 qPrintable(QStringLiteral("%1 > %2").arg(changed.count()).arg(most)));
    }

    void pausesAndGoesOn() {
        World world;
        world.drawTo(3);
        world.projector.pause();
        QCOMPARE(world.projector.state(), State::Paused);
        world.analysis.allow(std::nullopt);
        QTRY_VERIFY(world.projector.picture()->steps >= 1);
        const auto steps = [&] { return world.projector.picture()->steps; };
        QTest::qWait(3 * static_cast<int>(ui::ProjectionFollower::kPeriod.count()));
        const int paused = steps();
        QTest::qWait(3 * static_cast<int>(ui::ProjectionFollower::kPeriod.count()));
        QCOMPARE(steps(), paused);
        QCOMPARE(world.projector.state(), State::Paused);
        QVERIFY(paused < 10);
        world.projector.goOn();
        QCOMPARE(world.projector.state(), State::Running);
        QTRY_COMPARE(world.projector.state(), State::Done);
        QCOMPARE(steps(), 10);
        world.projector.pause(); // nothing runs
        QCOMPARE(world.projector.state(), State::Done);
    }

    void stopKeepsThePicture_data() {
        QTest::addColumn<bool>("paused");
        QTest::newRow("running") << false;
        QTest::newRow("paused") << true;
    }
    void stopKeepsThePicture() {
        QFETCH(bool, paused);
        World world;
        world.drawTo(2);
        if (paused) {
            world.projector.pause();
        }
        world.projector.stop();
        QCOMPARE(world.projector.state(), State::Stopped);
        const auto steps = world.projector.picture()->steps;
        QVERIFY(steps <= 2);
        QCOMPARE(world.projector.picture()->total, 10);
        QVERIFY(!world.projector.picture()->finished);
        // It is placed and judged all the same.
        QTRY_VERIFY(!world.projector.isBusy());
        QCOMPARE(*world.projector.picture()->trustworthiness, 0.875);
        QVERIFY(world.projector.picture()->receiver != nullptr);
        QCOMPARE(world.projector.picture()->steps, steps);
        world.analysis.allow(std::nullopt);
        world.projector.draw(tsne());
        QTRY_COMPARE(world.projector.state(), State::Done);
        QCOMPARE(world.analysis.projections.load(), 2);
        QCOMPARE(world.projector.picture()->steps, 10);
    }

    // The thread that waits in a pause must not keep anybody from leaving.
    void goesAwayWhilePaused() {
        World world;
        auto projector = std::make_unique<ui::Projector>(&world.analyst);
        world.load();
        world.analysis.allow(2);
        projector->setNetworks(world.source, world.before);
        projector->show(tsne());
        QTRY_VERIFY(projector->picture() != nullptr);
        projector->pause();
        projector.reset();
    }

    void onlyTheReceiverIsPlacedAnew() {
        World world;
        world.drawTo(100);
        QTRY_COMPARE(world.projector.state(), State::Done);
        const auto source = world.projector.picture()->source;
        const int placings = world.analysis.placings;
        world.projector.setNetworks(world.source, world.after);
        QTRY_VERIFY(!world.projector.isBusy());
        QCOMPARE(world.projector.picture()->source, source); // the same object
        QCOMPARE(world.analysis.projections.load(), 1);
        QCOMPARE(world.analysis.placings.load(), placings + 1);
        const auto receiver = world.projector.picture()->receiver;
        // Back and forth costs nothing.
        world.projector.setNetworks(world.source, world.before);
        QVERIFY(!world.projector.isBusy());
        world.projector.setNetworks(world.source, world.after);
        QVERIFY(!world.projector.isBusy());
        QCOMPARE(world.projector.picture()->receiver, receiver);
        QCOMPARE(world.analysis.placings.load(), placings + 1);
        world.projector.setNetworks(world.source, std::make_shared<NetworkRows>());
        QVERIFY(world.projector.picture()->receiver == nullptr); // it has no place
        QCOMPARE(world.projector.state(), State::Done);
    }

    // While the source's layout runs, the newest receiver is placed in it.
    void receiverMayLearnMeanwhile() {
        World world;
        world.drawTo(2);
        world.projector.setNetworks(world.source, world.after);
        QCOMPARE(world.projector.state(), State::Running);
        world.analysis.allow(std::nullopt);
        QTRY_COMPARE(world.projector.state(), State::Done);
        QTRY_VERIFY(!world.projector.isBusy());
        QCOMPARE(world.analysis.projections.load(), 1);
        const int placings = world.analysis.placings;
        world.projector.setNetworks(world.source, world.after);
        QCOMPARE(world.analysis.placings.load(), placings); // it is known
        QVERIFY(world.projector.picture()->receiver != nullptr);
    }

    void keepsWhatItDrew() {
        World world;
        world.load();
        world.projector.setNetworks(world.source, world.before);
        const auto draw = [&](const ui::ProjectionChoice& choice) {
            world.projector.show(choice);
            QTRY_COMPARE(world.projector.state(), State::Done);
        };
        draw(tsne(1));
        const auto first = world.projector.picture()->source;
        draw(tsne(2));
        draw(tsne(1, 20));
        draw({ProjectionKind::Umap, 1, 30, 15});
        QCOMPARE(world.analysis.projections.load(), 4);
        QVERIFY(world.projector.knows(tsne(1)));
        QVERIFY(!world.projector.knows(tsne(3)));
        world.projector.show({ProjectionKind::Tsne, 1, 30, 99}); // of no matter for t-SNE
        QCOMPARE(world.projector.state(), State::Done);          // at once
        QCOMPARE(world.projector.picture()->source, first);
        const auto other = network(6, 3.0);
        world.projector.setNetworks(other, world.before); // drawn, since it was asked for
        QTRY_COMPARE(world.projector.state(), State::Done);
        QCOMPARE(world.analysis.projections.load(), 5);
        QVERIFY(!world.projector.knows(tsne(2)));
        world.projector.setNetworks(world.source, world.before);
        QCOMPARE(world.projector.picture()->source, first);
        QCOMPARE(world.analysis.projections.load(), 5);
    }

    void anotherSourceGivesUpWhatIsDrawn() {
        World world;
        world.drawTo(1);
        world.analysis.allow(std::nullopt);
        world.projector.setNetworks(nullptr, nullptr);
        QCOMPARE(world.projector.state(), State::Idle);
        QVERIFY(world.projector.picture() == nullptr);
        QVERIFY(!world.projector.isBusy());
        QSignalSpy changed(&world.projector, &ui::Projector::changed);
        QTest::qWait(100);
        QCOMPARE(changed.count(), 0); // nothing of it comes any more
    }

    void saysWhatWentWrong() {
        World world;
        world.analysis.fails = true;
        world.load();
        world.projector.setNetworks(world.source, world.before);
        world.projector.show(tsne());
        QTRY_COMPARE(world.projector.state(), State::Failed);
        QCOMPARE(world.projector.failure()->code, ErrorCode::Diverged);
        QVERIFY(world.projector.picture() == nullptr);
        world.analysis.fails = false;
        world.projector.draw(tsne());
        QTRY_COMPARE(world.projector.state(), State::Done);
        QVERIFY(!world.projector.failure().has_value());
    }

    void waitsForTheEngine() {
        World world;
        world.projector.setNetworks(world.source, world.before);
        world.projector.show(tsne());
        QCOMPARE(world.projector.state(), State::Waiting);
        QVERIFY(world.projector.isBusy());
        world.load();
        QTRY_COMPARE(world.projector.state(), State::Done);

        ui::Projector alone(nullptr);
        alone.setNetworks(world.source, world.before);
        alone.show(tsne());
        QCOMPARE(alone.state(), State::Waiting);
        alone.stop();
        QCOMPARE(alone.state(), State::Stopped);
    }

    void aSourceWithoutAPlace() {
        World world;
        world.load();
        world.projector.setNetworks(std::make_shared<NetworkRows>(), world.before);
        world.projector.show(tsne());
        QCOMPARE(world.projector.state(), State::Idle);
        QCOMPARE(world.analysis.projections.load(), 0);
    }
};

TESSERA_TEST(TestProjector)
#include "test_projector.moc"
