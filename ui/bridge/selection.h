#pragma once

#include <QObject>
#include <QString>

#include <vector>

namespace tessera::ui {

// What a person has chosen inside the current run; shared by all views. Samples are rows of the
// run's SampleSet, sorted, without repetition. UI thread.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<int>& samples() const { return m_samples; }
    [[nodiscard]] bool contains(int sample) const;
    void setSamples(std::vector<int> samples);
    void toggle(int sample);
    void clear() { setSamples({}); }

Q_SIGNALS:
    void samplesChanged();

private:
    std::vector<int> m_samples;
};

} // namespace tessera::ui
