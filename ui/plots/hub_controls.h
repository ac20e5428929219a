#pragma once

#include "ui/bridge/projector.h"
#include "ui/plots/activation_rows.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace tessera::ui {

class ControlsBar;
enum class HubColours;

// What can be chosen of the hub space: the picture and its settings, colours, anchors. Knows
// nothing of what is drawn. UI thread.
class HubControls : public QWidget {
    Q_OBJECT

public:
    // Pairs can be joined up to so many samples.
    HubControls(std::int64_t mostJoined, QWidget* parent);

    [[nodiscard]] ProjectionKind picture() const;
    [[nodiscard]] ProjectionChoice choice() const; // of t-SNE or UMAP
    [[nodiscard]] int across() const;              // zero-based axes
    [[nodiscard]] int up() const;
    [[nodiscard]] HubColours colours() const;
    [[nodiscard]] SnapshotTime time() const;
    // Nothing: the hub as the run fitted it.
    [[nodiscard]] std::optional<std::int64_t> anchors() const;

    void setAxes(int count);
    void setSamples(std::int64_t count); // of which anchors can be chosen
    void setPairs(bool on, bool possible);
    // Buttons and words of a projection in that state.
    void showProjection(Projector::State state, const QString& words);

Q_SIGNALS:
    void pictureChanged();
    void settingsChanged(); // of t-SNE or UMAP
    void axesChanged();
    void coloursChanged();
    void timeChanged();
    void pairsChosen(bool on);
    void lassoChosen(bool on);
    void anchorsChanged();
    void startRequested();
    void pauseRequested();
    void goOnRequested();
    void stopRequested();

private:
    void buildPickers(std::int64_t mostJoined);
    void buildProjection();
    void buildAnchors();
    void onPicture();
    void onStart();
    void onAnchors();
    void nameAnchors();

    ControlsBar* m_pickers;
    ControlsBar* m_projection;
    ControlsBar* m_anchorRow;
    QComboBox* m_pictureBox = nullptr;
    QComboBox* m_xBox = nullptr;
    QComboBox* m_yBox = nullptr;
    QComboBox* m_coloursBox = nullptr;
    QComboBox* m_timeBox = nullptr;
    QCheckBox* m_pairsBox = nullptr;
    QSpinBox* m_perplexityBox = nullptr;
    QSpinBox* m_neighboursBox = nullptr;
    QSpinBox* m_seedBox = nullptr;
    QPushButton* m_startButton = nullptr;
    QPushButton* m_stopButton = nullptr;
    QLabel* m_progress = nullptr;
    QCheckBox* m_anchorsBox = nullptr;
    QSlider* m_anchorsSlider = nullptr;
    Projector::State m_state = Projector::State::Idle;
};

} // namespace tessera::ui
