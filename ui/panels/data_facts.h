#pragma once

#include "core/api/data_description.h"

#include <QWidget>

class QLabel;
class QTableWidget;
class QTabWidget;

namespace tessera::ui {

class SampleStrip;

// What is in a data set: some samples, facts in a few lines, and tables of classes and of what was
// left out. UI thread.
class DataFacts : public QWidget {
    Q_OBJECT

public:
    explicit DataFacts(QWidget* parent = nullptr);

    // Null: nothing is known.
    void setDescription(const DataDescription* description);

private:
    void fillClasses(const DataDescription& description);
    void fillDropped(const DataDescription& description);
    void fillColumns(const DataDescription& description);

    QLabel* m_summary;
    QLabel* m_warnings;
    SampleStrip* m_samples;
    QTabWidget* m_tabs;
    QTableWidget* m_classes;
    QTableWidget* m_dropped;
    QTableWidget* m_columns;
};

// "1,797 samples, 10 classes, grey images, 8 × 8": for a line of a card.
[[nodiscard]] QString dataSummary(const DataDescription& description);
// A sentence that says why these data cannot be used.
[[nodiscard]] QString dataFailureText(const DataSpec& spec, const Error& error);

} // namespace tessera::ui
