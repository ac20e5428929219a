#pragma once

#include "tests/ui/plots/plot_fixture.h"
#include "tests/ui/support/hub_analysis.h"
#include "ui/plots/hub_plot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

#include <memory>

namespace tessera::test {

// A run whose last snapshot has been changed.
template <class Change>
RunViewPtr changedRun(const MadeRun& made, Change change) {
    auto run = std::make_shared<RunView>(*madeRunView(made));
    auto snapshot = std::make_shared<Snapshot>(*run->snapshots.last);
    change(*snapshot);
    run->snapshots.last = snapshot;
    return run;
}

// Each sample drifts a little more than the one before.
inline RunViewPtr driftingRun(const MadeRun& made = {}) {
    return changedRun(made, [](Snapshot& snapshot) {
        for (std::int64_t i = 0; i < snapshot.samples->size(); ++i) {
            snapshot.drift.push_back(0.25F * static_cast<float>(i));
        }
    });
}

// The hub space with an engine that is there.
struct HubWorld : PlotWorld {
    HubAnalysis analysis;
    std::unique_ptr<ui::Plot> plot = make("hub-space");

    HubWorld() {
        jobs.engineAnalysis = &analysis;
        jobs.loadEngine();
        plot->show();
    }
    ~HubWorld() { plot.reset(); } // before what it draws with

    ui::HubPlot& hub() { return static_cast<ui::HubPlot&>(*plot); }
    QComboBox& picker(const char* name) { return *plot->findChild<QComboBox*>(name); }
    void choosePicture(const char* name) { picker("hubPicture").setCurrentText(name); }
    void chooseColour(const char* name) { picker("hubColour").setCurrentText(name); }
    QPushButton& button(const char* name) { return *plot->findChild<QPushButton*>(name); }
    QString progress() { return plot->findChild<QLabel*>("hubProgress")->text(); }
    double cell(int row, int column) {
        return plot->table()
            .rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]
            .toDouble();
    }
};

} // namespace tessera::test
