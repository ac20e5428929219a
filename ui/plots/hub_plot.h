#pragma once

#include "ui/plots/activation_rows.h"
#include "ui/plots/custom_plot.h"

#include <functional>
#include <memory>
#include <optional>

namespace tessera::ui {

class HubAnchors;
class HubControls;
class HubDriftKey;
class PairLines;
class PlotKey;
class PointCloud;
class Projector;
class SampleCard;
enum class Marker;
struct CloudStyle;
struct HubLook;
struct PlotGroup;
struct PlotSeries;

// Both networks in the hub: one point per sample and network, those of one input joined. On the
// hub's own axes, as they were fitted or fitted anew on some anchors, or as a picture by t-SNE or
// UMAP that is drawn in the background. The source is solid and round, the receiver open and
// square, whatever the colours mean, unless an answer is wrong. UI thread.
class HubPlot : public CustomPlot {
    Q_OBJECT

public:
    static constexpr std::int64_t kJoinedByItself = 300; // up to here pairs are joined by default
    static constexpr std::int64_t kMostJoined = 2'000;

    HubPlot(const PlotContext& context, QWidget* parent);

    [[nodiscard]] static QString plotTitle();

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] bool isEmpty() const override { return m_axes == 0; }
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;
    [[nodiscard]] std::vector<RunViewPtr> shownRuns() const override;
    [[nodiscard]] QWidget* controls() override;
    [[nodiscard]] int wordsHeight(int width) const override;

    // The pictures that are drawn in the background.
    [[nodiscard]] Projector& projector() const { return *m_projector; }

protected:
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    void onPointerLeft() override;
    void onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) override;
    void onRectangle(const QRect& rect, Qt::KeyboardModifiers modifiers) override;
    void onLasso(const QPolygonF& area, Qt::KeyboardModifiers modifiers) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    // What stands where: two columns of a matrix for each network.
    struct Places {
        const Matrix* source = nullptr; // null: nowhere
        const Matrix* receiver = nullptr;
        int x = 0;
        int y = 1;
    };

    void buildCanvas();
    void connectControls();
    void takeSnapshot();
    void feedProjector();
    void onPicture();
    void onSettings();
    void onProjector();
    void onAnchors();
    void onAxes();
    void onTime();
    void onColours();
    void onSamplesChanged();
    void fillAxes();
    void placePoints();
    void showPairs();
    void showProgress();
    void fillKey(const PlotLook& look, const QColor& source, const QColor& receiver);
    void chooseInside(const std::function<bool(const QPointF&)>& inside,
                      Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool showsAxes() const;             // of the hub, not a projection
    [[nodiscard]] const AnchorFit* anchorFit() const; // null: the hub as the run fitted it
    [[nodiscard]] Places places() const;
    [[nodiscard]] SnapshotPtr wanted() const;
    [[nodiscard]] std::optional<int> sampleAt(const QPoint& position) const;
    [[nodiscard]] std::int32_t labelOf(int sample) const; // -1: none

    // Series: hub_plot_axes.cpp.
    [[nodiscard]] static std::vector<PlotGroup>
    judgements(const QString& network, const std::vector<CloudStyle>& styles, Marker marker);
    [[nodiscard]] PlotSeries seriesOf(int column, const Theme& theme, const HubLook& look) const;

    // Words: hub_plot_text.cpp.
    [[nodiscard]] static QVariant rightText(const std::optional<bool>& right);
    [[nodiscard]] const NetworkRows* judgedReceiver() const; // null: nobody knows what is right
    [[nodiscard]] QString axisName(int axis) const;
    [[nodiscard]] QStringList axisTitles(int axis) const; // the longest first
    [[nodiscard]] QStringList wordsOn(int sample) const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QStringList notes() const; // sentences that belong to the picture
    [[nodiscard]] QStringList pictureNotes() const;
    [[nodiscard]] QStringList anchorNotes() const;

    RunViewPtr m_run;       // null: none
    SnapshotPtr m_snapshot; // what is drawn
    int m_axes = 0;         // that can be chosen; 0: nothing to draw
    PointCloud* m_source;   // these belong to the canvas
    PointCloud* m_receiver;
    PairLines* m_pairs;
    PlotKey* m_key;
    HubDriftKey* m_driftKey;
    SampleCard* m_card;
    HubControls* m_controls;
    Projector* m_projector;
    bool m_isAway = false; // behind another view; what was never shown is drawn for a file
    HubAnchors* m_anchors;
    std::optional<bool> m_pairsWanted; // nothing: by the number of samples
};

} // namespace tessera::ui
