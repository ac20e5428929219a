#pragma once

#include "tests/ui/plots/plot_fixture.h"
#include "tests/ui/support/layer_analysis.h"

#include <QComboBox>
#include <QTest>

#include <cmath>
#include <memory>

namespace tessera::test {

// A world with an engine that compares layers.
struct LayersWorld {
    LayerAnalysis analysis; // outlives the analyst
    PlotWorld world;

    explicit LayersWorld(bool loaded = true) {
        if (loaded) {
            load();
        }
    }
    ~LayersWorld() { analysis.hold(false); }
    void load() {
        world.jobs.engineAnalysis = &analysis;
        world.jobs.loadEngine();
        QCoreApplication::processEvents();
    }
};

// A plot of the world that has computed what belongs into it.
inline std::unique_ptr<ui::Plot> completePlot(PlotWorld& world, const char* id,
                                              const RunViewPtr& run,
                                              const QSize& size = {480, 360}) {
    auto plot = world.make(id, size);
    plot->setRuns({run});
    if (!QTest::qWaitFor([&] { return plot->isComplete(); })) {
        qWarning("the plot is not complete");
    }
    return plot;
}

inline QComboBox& pickerOf(ui::Plot& plot, const char* name) {
    return *plot.findChild<QComboBox*>(name);
}

// The same run with another snapshot of the receiver, as it comes while a run grows.
inline RunViewPtr grown(const RunViewPtr& run, std::int64_t step) {
    auto view = std::make_shared<RunView>(*run);
    auto snapshot = std::make_shared<Snapshot>(*run->snapshots.last);
    snapshot->step = step;
    snapshot->receiver = std::make_shared<NetworkRows>(*snapshot->receiver);
    view->snapshots.last = snapshot;
    return view;
}

// A run that has not ended.
inline RunViewPtr madeLiveRun(const MadeRun& made = {}) {
    auto view = std::make_shared<RunView>(*madeRunView(made));
    view->record.state = RunState::Running;
    view->record.finishedAt.clear();
    return view;
}

// Its source's first layer is not finite.
inline RunViewPtr madeBrokenRun() {
    auto view = std::make_shared<RunView>(*madeRunView());
    auto snapshot = std::make_shared<Snapshot>(*view->snapshots.last);
    auto source = std::make_shared<NetworkRows>(*snapshot->source);
    source->layers.front().values.values.front() = std::nanf("");
    snapshot->source = source;
    view->snapshots.last = snapshot;
    return view;
}

} // namespace tessera::test
