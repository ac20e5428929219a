// What the colours and markers of the hub space mean.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/hub_fixture.h"
#include "ui/plots/colour_maps.h"
#include "ui/plots/hub_colours.h"
#include "ui/plots/hub_drift_key.h"

#include <QSignalSpy>

#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::test;

namespace {

QStringList textsOf(const std::vector<ui::KeyEntry>& entries) {
    QStringList texts;
    for (const auto& entry : entries) {
        texts << entry.text;
    }
    return texts;
}

template <class Element>
Element& elementOf(ui::Plot& plot) {
    auto& layout = *canvasOf(plot).plotLayout();
    for (auto* element : layout.elements(false)) {
        if (auto* found = dynamic_cast<Element*>(element)) {
            return *found;
        }
    }
    qFatal("the plot has no such element");
}

} // namespace

class TestHubColours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byClass() {
        const auto run = madeRunView();
        const auto look =
            ui::hubLook(*run, *run->snapshots.last, ui::HubColours::Class, ui::lightTheme());
        QCOMPARE(look.source.styles.size(), std::size_t{4}); // and those without a class
        QCOMPARE(look.source.which[4], 1);
        QCOMPARE(look.source.styles[1].colour, ui::lightTheme().category(1));
        QCOMPARE(look.receiver.which, look.source.which);
        QCOMPARE(textsOf(look.entries), (QStringList{"digit 0", "digit 1", "digit 2"}));
    }

    void byNetwork() {
        const auto run = madeRunView();
        const auto look =
            ui::hubLook(*run, *run->snapshots.last, ui::HubColours::Network, ui::darkTheme());
        QCOMPARE(look.source.styles.size(), std::size_t{1});
        QVERIFY(look.source.which.empty());
        QCOMPARE(look.receiver.styles[0].colour, ui::darkTheme().identity(ui::Identity::Receiver));
    }

    // In the made-up run the source is always right, the receiver wrong on 5 and 10.
    void byCorrectness() {
        const auto run = changedRun({}, [](Snapshot& snapshot) {
            auto samples = std::make_shared<SampleSet>(*snapshot.samples);
            samples->labels[2] = -1;
            snapshot.samples = samples;
        });
        const auto& snapshot = *run->snapshots.last;
        const auto& theme = ui::lightTheme();
        const auto look = ui::hubLook(*run, snapshot, ui::HubColours::Correctness, theme);
        const auto styleOf = [](const ui::CloudLook& cloud, std::size_t sample) {
            return cloud.styles[static_cast<std::size_t>(cloud.which[sample])];
        };
        QCOMPARE(styleOf(look.source, 5).colour, theme.good);
        QCOMPARE(styleOf(look.receiver, 4).colour, theme.good);
        QCOMPARE(styleOf(look.receiver, 5).colour, theme.bad);
        QCOMPARE(styleOf(look.receiver, 10).colour, theme.bad);
        QCOMPARE(styleOf(look.receiver, 2).colour, theme.mutedText); // nobody knows
        // Not by colour alone.
        QVERIFY(styleOf(look.receiver, 5).marker != styleOf(look.receiver, 4).marker);
        QVERIFY(look.source.styles[1].marker != look.receiver.styles[1].marker);
        QVERIFY(look.source.styles[1].marker != look.source.styles[0].marker);
        QCOMPARE(look.receiver.top, look.receiver.which[5]); // what is wrong is not hidden
        QCOMPARE(textsOf(look.entries),
                 (QStringList{"source is wrong", "receiver is wrong", "not known"}));
        QCOMPARE(ui::isRight(snapshot, snapshot.receiver.get(), 5), std::optional(false));
        QVERIFY(!ui::isRight(snapshot, nullptr, 5).has_value());
        QVERIFY(!ui::isRight(snapshot, snapshot.receiver.get(), 99).has_value());
    }

    void byDrift() {
        auto run = driftingRun();
        auto snapshot = *run->snapshots.last;
        snapshot.drift[7] = std::numeric_limits<float>::quiet_NaN();
        for (const auto* theme : {&ui::lightTheme(), &ui::darkTheme()}) {
            const auto look = ui::hubLook(*run, snapshot, ui::HubColours::Drift, *theme);
            QCOMPARE(*look.mostDrift, 0.25 * 11);
            const auto colourOf = [&](std::size_t sample) {
                return look.source.styles[static_cast<std::size_t>(look.source.which[sample])]
                    .colour;
            };
            QCOMPARE(colourOf(7), ui::missingColour(*theme));
            QVERIFY(colourOf(0) != colourOf(5) && colourOf(5) != colourOf(11));
            QCOMPARE(look.receiver.which, look.source.which);
            QCOMPARE(textsOf(look.entries), QStringList{"drift not measured"});
            // What drifts most stands out from the background, and nothing is lost in it.
            const auto away = [&](std::size_t sample) {
                return std::abs(colourOf(sample).lightness() - theme->base.lightness());
            };
            QVERIFY(away(11) > away(0));
            QVERIFY(away(0) > 30);
        }
    }

    void noDriftAtAll() {
        const auto run = changedRun({}, [](Snapshot& s) { s.drift.assign(12, 0.0F); });
        const auto look =
            ui::hubLook(*run, *run->snapshots.last, ui::HubColours::Drift, ui::lightTheme());
        QCOMPARE(*look.mostDrift, 0.0);
        QCOMPARE(look.source.which, std::vector<int>(12, 0));
    }

    void driftThatWasNotMeasured() {
        for (const bool empty : {true, false}) {
            const auto run = changedRun({}, [&](Snapshot& snapshot) {
                snapshot.drift.assign(empty ? 0 : 12, std::numeric_limits<float>::quiet_NaN());
            });
            const auto look =
                ui::hubLook(*run, *run->snapshots.last, ui::HubColours::Drift, ui::lightTheme());
            QVERIFY(!look.mostDrift.has_value());
            QCOMPARE(look.source.styles.size(), std::size_t{1});
            QVERIFY(textsOf(look.entries).join(' ').contains("was not measured"));
        }
    }

    void plotShowsTheKeyOfTheDrift() {
        HubWorld world;
        world.plot->setRuns({driftingRun()});
        auto& key = elementOf<ui::HubDriftKey>(*world.plot);
        const QFont font;
        QVERIFY(!key.most().has_value());
        QCOMPARE(key.heightFor(font), 0);
        QSignalSpy changed(world.plot.get(), &ui::Plot::contentChanged);
        world.chooseColour("by drift");
        QVERIFY(changed.count() >= 1);
        QCOMPARE(*key.most(), 0.25 * 11);
        QVERIFY(key.heightFor(font) > 0);
        QVERIFY(world.plot->wordsHeight(400) > 0);
        QCOMPARE(world.plot->table().columns.last(), "drift (nats)");
        QCOMPARE(world.cell(4, 8), 1.0);
        for (const auto* theme : {&ui::lightTheme(), &ui::darkTheme()}) {
            for (const int width : {120, 360}) { // also where there is no room for words
                QVERIFY(coloursIn(pictureOf(*world.plot, *theme, {width, 260})) > 20);
            }
        }
        world.chooseColour("by class");
        QVERIFY(!key.most().has_value());
        world.plot->setRuns({madeRunView({.id = "old"})});
        world.chooseColour("by drift");
        QVERIFY(!key.most().has_value());
        QVERIFY(!world.plot->table().columns.contains("drift (nats)"));
        const auto& entries = elementOf<ui::PlotKey>(*world.plot).entries();
        QVERIFY(textsOf(entries).join(' ').contains("was not measured"));
    }

    void cardTellsTheDrift() {
        HubWorld world;
        const auto run = driftingRun();
        world.plot->setRuns({run});
        const auto& hub = run->snapshots.last->source->hub;
        QSignalSpy readout(world.plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvasOf(*world.plot),
                         pixelOf(*world.plot, 0, hub.at(4, 0), hub.at(4, 1)));
        QCOMPARE(readout.last().first().toString(),
                 "sample 4: digit 1, source says digit 1, receiver says digit 1, drift 1 nats");
    }

    void wrongOnesDrawAnotherPicture() {
        HubWorld world;
        world.plot->setRuns({madeRunView()});
        world.chooseColour("by network");
        const auto plain = pictureOf(*world.plot, ui::lightTheme());
        world.chooseColour("right or wrong");
        const auto judged = pictureOf(*world.plot, ui::lightTheme());
        QVERIFY(judged != plain);
        const auto has = [&](const QColor& colour) {
            for (int y = 0; y < judged.height(); ++y) {
                for (int x = 0; x < judged.width(); ++x) {
                    if (judged.pixelColor(x, y) == colour) {
                        return true;
                    }
                }
            }
            return false;
        };
        QVERIFY(has(ui::lightTheme().good));
        QVERIFY(has(ui::lightTheme().bad));
        const auto entries = textsOf(elementOf<ui::PlotKey>(*world.plot).entries());
        QCOMPARE(entries.front(), "source mlp 8d/2L is right");
    }

    void oneClassAndNone() {
        HubWorld world;
        world.plot->setRuns({madeRunView({.classes = 1})});
        for (const char* colour : {"by class", "by network", "right or wrong", "by drift"}) {
            world.chooseColour(colour);
            QVERIFY(coloursIn(pictureOf(*world.plot, ui::lightTheme())) > 2);
        }
        world.plot->setRuns({});
        QVERIFY(world.plot->isEmpty());
    }
};

TESSERA_TEST(TestHubColours)
#include "test_hub_colours.moc"
