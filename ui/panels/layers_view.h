#pragma once

#include "ui/panels/plots_view.h"

class QBoxLayout;
class QScrollArea;

namespace tessera::ui {

// How the layers of both networks compare: their similarity and their spectra, side by side where
// there is room, else below each other. UI thread.
class LayersView : public PlotsView {
    Q_OBJECT

public:
    explicit LayersView(Services& services, QWidget* parent = nullptr);

    // Ids in the plot catalogue.
    [[nodiscard]] static std::vector<const char*> plotIds() { return {"layers", "spectra"}; }

    [[nodiscard]] bool isSideBySide() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(int width);
    [[nodiscard]] int leastWidth() const; // of a plot

    QScrollArea* m_area;
    QBoxLayout* m_layout;
};

} // namespace tessera::ui
