#pragma once

#include "core/api/run_view.h"
#include "ui/plots/plot.h"

#include <QWidget>

#include <vector>

namespace tessera::ui {

class Services;

// One tab of the centre. Adding one is a pair of files, a line in view_catalog.cpp, a string, a
// test. UI thread.
class View : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // The runs to show, the one in focus first; empty if none is selected. Called up to 20 times a
    // second while a run grows.
    virtual void setRuns(const std::vector<RunViewPtr>& runs) = 0;

    // In reading order; empty for a view without plots. What the view's export holds.
    [[nodiscard]] virtual std::vector<Plot*> plots() const = 0;

Q_SIGNALS:
    // The button of an empty view: run the current experiment.
    void runRequested();
    // The same of a view that needs runs to be chosen: show where that is done.
    void runsRequested();
    // The export button of one of its plots.
    void exportRequested(tessera::ui::Plot* plot);
};

struct ViewEntry {
    const char*
        id; // frozen: "activations", "hub", "layers", "curves", "token", "compare", "studies"
    QString (*title)();
    const char* icon; // name in resources/icons
    View* (*make)(Services& services, QWidget* parent);
    std::vector<const char*> plots; // ids in the plot catalogue, in reading order
};

// In the order of the tabs and of Ctrl+1, Ctrl+2, ...
[[nodiscard]] const std::vector<ViewEntry>& viewCatalog();

} // namespace tessera::ui
