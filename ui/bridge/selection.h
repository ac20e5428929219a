#pragma once

#include <QObject>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace tessera::ui {

// A layer of each network, by name.
struct ChosenLayers {
    std::string source;
    std::string receiver;
    friend bool operator==(const ChosenLayers&, const ChosenLayers&) = default;
};

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

    // Nothing: none were chosen. A run need not have layers of these names.
    [[nodiscard]] const std::optional<ChosenLayers>& layers() const { return m_layers; }
    void setLayers(std::optional<ChosenLayers> layers);

Q_SIGNALS:
    void samplesChanged();
    void layersChanged();

private:
    std::vector<int> m_samples;
    std::optional<ChosenLayers> m_layers;
};

} // namespace tessera::ui
