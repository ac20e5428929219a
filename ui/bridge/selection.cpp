#include "ui/bridge/selection.h"

#include <algorithm>
#include <utility>

namespace tessera::ui {

bool Selection::contains(int sample) const {
    return std::binary_search(m_samples.begin(), m_samples.end(), sample);
}

void Selection::setSamples(std::vector<int> samples) {
    std::sort(samples.begin(), samples.end());
    samples.erase(std::unique(samples.begin(), samples.end()), samples.end());
    if (samples != m_samples) {
        m_samples = std::move(samples);
        Q_EMIT samplesChanged();
    }
}

void Selection::toggle(int sample) {
    auto samples = m_samples;
    const auto found = std::lower_bound(samples.begin(), samples.end(), sample);
    if (found != samples.end() && *found == sample) {
        samples.erase(found);
    } else {
        samples.insert(found, sample);
    }
    setSamples(std::move(samples));
}

void Selection::setLayers(std::optional<ChosenLayers> layers) {
    if (layers != m_layers) {
        m_layers = std::move(layers);
        Q_EMIT layersChanged();
    }
}

} // namespace tessera::ui
