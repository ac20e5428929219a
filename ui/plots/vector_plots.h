#pragma once

#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QScrollArea;
class QStackedWidget;

namespace tessera::ui {

class EmptyState;
class Plot;
class PlotFrame;
class Selection;
class ThemeController;
struct VectorSet;

// The numbers of a token's vector as plots: histogram, sorted magnitudes, heat strip; of two
// vectors, one over the other, and their difference per dimension. As many beside each other as
// there is room for. UI thread.
class VectorPlots : public QWidget {
    Q_OBJECT

public:
    // The controller outlives it.
    explicit VectorPlots(ThemeController& theme, QWidget* parent = nullptr);
    ~VectorPlots() override;

    void setVector(std::vector<float> vector);
    void setPair(std::vector<float> left, std::vector<float> right);
    // What the two of a pair are called in legends, tables and sentences, from the next setPair()
    // on; "left" and "right" if nobody says.
    void setNames(const QString& left, const QString& right);
    void clear();
    // There is no number to draw.
    [[nodiscard]] bool isEmpty() const;

    // Those that are shown, in reading order: what an export holds.
    [[nodiscard]] std::vector<Plot*> plots() const;

Q_SIGNALS:
    // The export button of one of them.
    void exportRequested(tessera::ui::Plot* plot);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showVectors(std::shared_ptr<const VectorSet> vectors);
    void arrange(int columns);
    void makeRoom();
    [[nodiscard]] std::vector<PlotFrame*> shownFrames() const;
    [[nodiscard]] int leastWidth() const;

    std::unique_ptr<Selection> m_selection; // plots want one; a vector has no samples
    std::shared_ptr<const VectorSet> m_vectors;
    std::vector<PlotFrame*> m_frames; // in reading order; the last one is for pairs only
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QScrollArea* m_area;
    QGridLayout* m_grid;
    QString m_leftName, m_rightName;
    int m_columns = 1;
};

} // namespace tessera::ui
