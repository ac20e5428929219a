#pragma once

#include "ui/panels/plots_view.h"

class QGridLayout;
class QScrollArea;

namespace tessera::ui {

// The curves of a run: accuracy, losses, drifts. As many beside each other as there is room for.
// UI thread.
class CurvesView : public PlotsView {
    Q_OBJECT

public:
    explicit CurvesView(Services& services, QWidget* parent = nullptr);

    // All curves that the plot catalogue has, in its order.
    [[nodiscard]] static std::vector<const char*> plotIds();

    // 1, 2 or 3.
    [[nodiscard]] int columns() const { return m_columns; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(int columns);
    void makeRoom();
    [[nodiscard]] int leastWidth() const;

    QScrollArea* m_area;
    QGridLayout* m_grid;
    int m_columns = 0;
};

} // namespace tessera::ui
