#pragma once

#include "core/api/token.h"

#include <QString>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;

namespace tessera::ui {

class EmptyState;
class LineageCanvas;

// What a token was made of, as a graph: parents at the left, results at the right; below it, all
// that the file says about the node that was chosen. Files of other programs may hold anything:
// what is not a graph is a sentence instead. UI thread.
class LineageGraph : public QWidget {
    Q_OBJECT

public:
    explicit LineageGraph(QWidget* parent = nullptr);

    // {nodes: [{id, type, ref, ...}], edges: [{from, to, ...}], root}.
    void setLineage(const Metadata& dag);
    // No graph is drawn.
    [[nodiscard]] bool isEmpty() const;
    // The graph in words, or why there is none.
    [[nodiscard]] QString text() const { return m_text; }

private:
    void showNode(int node);

    QStackedWidget* m_stack;
    EmptyState* m_sentence;
    QLabel* m_note;
    QScrollArea* m_area;
    LineageCanvas* m_canvas;
    QPlainTextEdit* m_details;
    QString m_text;
};

} // namespace tessera::ui
