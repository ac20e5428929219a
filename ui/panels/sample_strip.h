#pragma once

#include "core/api/data_description.h"

#include <QImage>
#include <QWidget>

class QGridLayout;

namespace tessera::ui {

// Samples of a data set side by side, each with the name of its class; under them what a shift
// makes of them. UI thread.
class SampleStrip : public QWidget {
    Q_OBJECT

public:
    explicit SampleStrip(QWidget* parent = nullptr);

    // Nothing: empties it.
    void setSamples(const DataDescription* description);

private:
    void addRow(int row, const QString& title, const std::vector<DataSample>& samples,
                const DataDescription& description);

    QGridLayout* m_grid;
};

// One sample as a picture of `side` x `side` dots at most: images and rows as they lie, vectors as
// a line from left to right, tokens as numbers.
[[nodiscard]] QImage samplePicture(const DataSample& sample, const InputSpec& input, int side,
                                   const QPalette& palette);

} // namespace tessera::ui
