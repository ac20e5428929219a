#pragma once

#include "core/api/run_view.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QScrollArea;

namespace tessera::ui {

class Plot;
class PlotFrame;
class Services;

// How the activations of a layer are spread, and what each of its units does: beside each other
// where there is room. UI thread.
class DistributionsPage : public QWidget {
    Q_OBJECT

public:
    explicit DistributionsPage(Services& services, QWidget* parent = nullptr);

    void setRuns(const std::vector<RunViewPtr>& runs);
    [[nodiscard]] std::vector<Plot*> plots() const;

    // Ids in the plot catalogue, in reading order.
    [[nodiscard]] static std::vector<const char*> plotIds() {
        return {"activation-distribution", "activation-units"};
    }

Q_SIGNALS:
    void exportRequested(tessera::ui::Plot* plot);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeRoom();

    QScrollArea* m_area;
    QBoxLayout* m_parts;
    std::vector<PlotFrame*> m_frames;
};

} // namespace tessera::ui
