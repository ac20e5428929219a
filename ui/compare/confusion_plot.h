#pragma once

#include "ui/compare/confusion_data.h"
#include "ui/plots/custom_plot.h"

#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QCPLayoutGrid;
class QComboBox;

namespace tessera::ui {

class ConfusionMatrix;
struct ConfusionCell;
class ControlsBar;
class PlotKey;

// Which classes one run takes for which others; beside it another run, and how the two differ.
// Counts stand in the cells where there is room; colours are shares of each true class. It says
// which runs are wanted, somebody else reads them. UI thread.
class ConfusionPlot : public CustomPlot {
    Q_OBJECT

public:
    static constexpr const char* kId = "compare.confusion";

    ConfusionPlot(const PlotContext& context, QWidget* parent);
    ~ConfusionPlot() override;

    [[nodiscard]] static QString plotTitle();

    struct Choice {
        std::vector<RunId> runs; // one or two; none where there is nothing to choose
        std::string answers;
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    // The runs that can be chosen. Until somebody has chosen, `first` and `second` are; an empty id
    // is the first run, or none.
    void offerRuns(const std::vector<RunRecord>& runs, const RunId& first, const RunId& second);
    [[nodiscard]] Choice choice() const;

    // Null: nothing has been read.
    void setData(ConfusionDataPtr data);
    void setRuns(const std::vector<RunViewPtr>&) override {} // it is told by setData()
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QWidget* controls() override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return {720, 320}; } // two halves

Q_SIGNALS:
    void choiceChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    [[nodiscard]] QList<QCPAxis*> movableAxes() const override;
    bool onArrow(int dx, int dy) override;

private:
    static constexpr std::size_t kParts = 3; // first, second, difference

    void buildControls();
    void offerAnswers();
    void fillMatrices();
    void arrange(int columns);
    [[nodiscard]] std::size_t parts() const; // that are shown
    [[nodiscard]] QString problemOf(const RunConfusion& run) const;
    [[nodiscard]] QString cellText(const ConfusionCell& cell) const;
    [[nodiscard]] QStringList captions() const;

    ConfusionDataPtr m_data;
    QCPLayoutGrid* m_grid = nullptr; // of the canvas
    PlotKey* m_caption = nullptr;
    std::array<std::unique_ptr<ConfusionMatrix>, kParts> m_matrices;
    std::unique_ptr<ConfusionCell> m_cross; // of the keyboard; null: it has not been used
    int m_columns = 0;
    std::size_t m_arranged = 0; // parts
    ControlsBar* m_controls = nullptr;
    bool m_picked = false; // somebody has chosen
    QComboBox* m_firstBox = nullptr;
    QComboBox* m_secondBox = nullptr;
    QComboBox* m_answersBox = nullptr;
};

} // namespace tessera::ui
