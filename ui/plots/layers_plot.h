#pragma once

#include "core/api/analysis.h"
#include "ui/plots/activation_rows.h"
#include "ui/plots/custom_plot.h"
#include "ui/plots/newest_result.h"

#include <QTimer>

#include <memory>
#include <optional>

class QComboBox;

namespace tessera::ui {

class ControlsBar;
class LayerMatrix;
class PlotKey;
class PlotNotice;

// How similar every layer of the source is to every layer of the receiver, and which of them a
// matching would put together. UI thread.
class LayersPlot : public CustomPlot {
    Q_OBJECT

public:
    static constexpr int kPermutations = 100;

    LayersPlot(const PlotContext& context, QWidget* parent);
    ~LayersPlot() override;

    [[nodiscard]] static QString plotTitle();

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] bool isEmpty() const override { return !m_snapshot; }
    [[nodiscard]] bool isComplete() const override { return m_comparison.isComplete(); }
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<RunViewPtr> shownRuns() const override;
    [[nodiscard]] QWidget* controls() override;
    void draw(QPainter& painter, const QSize& size, const Theme& theme) override;

    [[nodiscard]] const LayerMatrix& matrix() const { return *m_matrix; }
    // What stands on the matrix while there is nothing else to see; empty: nothing.
    [[nodiscard]] QString notice() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    void onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) override;
    bool onArrow(int dx, int dy) override;
    bool onKey(int key) override;

private:
    struct Question {
        SnapshotPtr snapshot;
        SimilarityKind kind = SimilarityKind::UnbiasedCka;
        int permutations = kPermutations;
        std::uint64_t seed = 1;
        friend bool operator==(const Question&, const Question&) = default;
    };
    using Answer = std::shared_ptr<const LayerComparison>;
    static Result<Answer> compare(const Question& question, const Analysis& analysis,
                                  const Watch& watch);

    void buildControls();
    [[nodiscard]] SnapshotPtr wantedSnapshot() const;
    [[nodiscard]] bool isLive() const { return m_run && m_run->record.finishedAt.empty(); }
    [[nodiscard]] SimilarityKind kind() const; // that is asked for
    [[nodiscard]] SimilarityKind shownKind() const;
    // Nothing: none is to be drawn.
    [[nodiscard]] std::optional<MatchingKind> matchingKind() const;
    [[nodiscard]] const LayerMatching* matching() const;
    void ask(NewestResult<Question, Answer>::Older older);
    void onAnswer();
    void onChoice();
    void onMatching();
    void onLayersChosen();
    void onProgress();
    void showLayers();
    void showComparison();
    [[nodiscard]] std::optional<LayerPair> chosenCell() const; // for all views
    void choose(const LayerPair& cell);
    void fillKey(const PlotLook& look);
    [[nodiscard]] std::int64_t fewestSamples() const;
    [[nodiscard]] bool hasEnoughSamples() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString cellText(const LayerPair& cell) const;
    [[nodiscard]] QString pairText(const LayerPair& cell) const;
    [[nodiscard]] bool isMatched(const LayerPair& cell) const;
    // Layers of which nothing was measured, by name.
    [[nodiscard]] QStringList unmeasured() const;
    [[nodiscard]] QString nullSentence() const;
    [[nodiscard]] QString matchingSentence() const;

    RunViewPtr m_run; // null: none
    SnapshotPtr m_snapshot;
    NewestResult<Question, Answer> m_comparison;
    std::unique_ptr<LayerMatrix> m_matrix;
    std::optional<LayerPair> m_cross; // nothing: the keyboard has not been used
    QSize m_page;                     // while it is drawn on one
    bool m_slow = false;              // it takes so long that people are told
    QTimer m_progress;
    PlotKey* m_key = nullptr; // of the canvas
    PlotNotice* m_notice = nullptr;
    ControlsBar* m_controls = nullptr;
    QComboBox* m_kindBox = nullptr;
    QComboBox* m_timeBox = nullptr;
    QComboBox* m_matchingBox = nullptr;
};

} // namespace tessera::ui
