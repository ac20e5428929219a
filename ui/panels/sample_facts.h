#pragma once

#include "core/api/run_view.h"

#include <QWidget>

class QLabel;

namespace tessera::ui {

// Which network of a run is looked at.
enum class RunNetwork { Source, ReceiverBefore, ReceiverAfter };

// What a run has kept of one sample: the input, its class, and what a network says it is. UI
// thread.
class SampleFacts : public QWidget {
    Q_OBJECT

public:
    explicit SampleFacts(QWidget* parent = nullptr);

    // A null run, or one that has kept nothing of this sample, says so.
    void show(const RunViewPtr& run, RunNetwork network, int sample);

private:
    QLabel* m_picture;
    QLabel* m_words;
};

// "digit 4", or that there is none, as the run's snapshots have it; empty: they do not tell.
[[nodiscard]] QString trueClassText(const RunView& run, int sample);
[[nodiscard]] QString predictedClassText(const RunView& run, RunNetwork network, int sample);

} // namespace tessera::ui
