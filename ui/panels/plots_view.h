#pragma once

#include "ui/panels/view.h"

class QStackedWidget;

namespace tessera::ui {

class PlotFrame;
class SelectionBar;

// A view that consists of plots of the catalogue: an empty state while no run is chosen, else the
// plots in their frames. How they are laid out is up to the derived class. UI thread.
class PlotsView : public View {
    Q_OBJECT

public:
    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] std::vector<Plot*> plots() const override;

protected:
    // `plots`: ids of the catalogue, in reading order. `emptyText`: what will be here, and what
    // brings it.
    PlotsView(Services& services, const QString& name, const std::vector<const char*>& plots,
              const QString& emptyText, QWidget* parent);

    [[nodiscard]] const std::vector<PlotFrame*>& frames() const { return m_frames; }
    // The widget that holds the frames, once they are laid out.
    void setContent(QWidget* content);

private:
    Services& m_services;
    std::vector<PlotFrame*> m_frames;
    QStackedWidget* m_stack;
    SelectionBar* m_selection = nullptr; // made with the content
};

} // namespace tessera::ui
