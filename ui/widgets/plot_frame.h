#pragma once

#include "ui/plots/plot_catalog.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace tessera::ui {

class PlotTableModel;

// A plot of the catalogue with what belongs round it: its title, its pickers, the readout, and
// buttons for the values as a table, the zoom, a copy and the export. UI thread.
class PlotFrame : public QWidget {
    Q_OBJECT

public:
    // Makes the plot. The context's objects outlive the frame.
    PlotFrame(const PlotEntry& entry, const PlotContext& context, QWidget* parent = nullptr);

    // Owned by the frame.
    [[nodiscard]] Plot* plot() const { return m_plot; }

    void setRuns(const std::vector<RunViewPtr>& runs) { m_plot->setRuns(runs); }
    // Shows the values instead of the picture, or the picture again.
    void setTableShown(bool shown);
    // Puts the picture as it stands, in the light theme, on the clipboard.
    void copyPicture();

Q_SIGNALS:
    void exportRequested(tessera::ui::Plot* plot);

private:
    [[nodiscard]] QWidget* makeHeader(const QString& title, const QString& id);
    [[nodiscard]] QTableView* makeTable(const QString& title, const QString& id);
    [[nodiscard]] QLabel* makeReadout(const QString& id);
    [[nodiscard]] QToolButton* makeButton(const QString& name, const QString& id,
                                          const QString& text);
    void onContentChanged();
    void orderTabs();

    ThemeController& m_theme;
    Plot* m_plot = nullptr;
    QToolButton* m_tableButton = nullptr;
    QToolButton* m_exportButton = nullptr;
    QLabel* m_readout = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    PlotTableModel* m_model = nullptr;
};

} // namespace tessera::ui
