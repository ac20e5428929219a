#pragma once

#include "ui/plots/activation_rows.h"
#include "ui/plots/custom_plot.h"

#include <optional>

class QCheckBox;
class QComboBox;

namespace tessera::ui {

class ControlsBar;
class PairLines;
class PlotKey;
class PointCloud;
class SampleCard;

// Both networks in the hub's axes: one point per sample and network, those of one input joined.
// The source is solid and round, the receiver open and square, whatever the colours mean. UI
// thread.
class HubPlot : public CustomPlot {
    Q_OBJECT

public:
    static constexpr std::int64_t kJoinedByItself = 300; // up to here pairs are joined by default
    static constexpr std::int64_t kMostJoined = 2'000;

    HubPlot(const PlotContext& context, QWidget* parent);

    [[nodiscard]] static QString plotTitle();

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] bool isEmpty() const override { return m_axes == 0; }
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QWidget* controls() override;

protected:
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    void onPointerLeft() override;
    void onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) override;
    void onRectangle(const QRect& rect, Qt::KeyboardModifiers modifiers) override;

private:
    enum class Colours { Class, Network };

    void buildControls();
    void fillAxes();
    void onChoice();
    void onAxes();
    void onSamplesChanged();
    void placePoints();
    void showPairs();
    void colourPoints(const PlotLook& look);
    void fillKey(const PlotLook& look);
    [[nodiscard]] int axisOf(const QComboBox& box) const; // zero-based
    [[nodiscard]] QString axisText(int axis) const;
    [[nodiscard]] QStringList axisTitles(int axis) const; // the longest first
    [[nodiscard]] SnapshotPtr wanted() const;
    [[nodiscard]] std::optional<int> sampleAt(const QPoint& position) const;
    [[nodiscard]] std::int32_t labelOf(int sample) const; // -1: none
    [[nodiscard]] QStringList wordsOn(int sample) const;

    RunViewPtr m_run;       // null: none
    SnapshotPtr m_snapshot; // what is drawn
    int m_axes = 0;         // that can be chosen; 0: nothing to draw
    PointCloud* m_source;   // these belong to the canvas
    PointCloud* m_receiver;
    PairLines* m_pairs;
    PlotKey* m_key;
    SampleCard* m_card;
    ControlsBar* m_controls = nullptr;
    QComboBox* m_xBox = nullptr;
    QComboBox* m_yBox = nullptr;
    QComboBox* m_coloursBox = nullptr;
    QComboBox* m_timeBox = nullptr;
    QCheckBox* m_pairsBox = nullptr;
    std::optional<bool> m_pairsWanted; // nothing: by the number of samples
};

} // namespace tessera::ui
