#include "ui/plots/feature_maps.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tessera::ui {

namespace {

// As many as the kind of an activation has.
constexpr std::size_t kTableAxes = 2, kGridAxes = 3;

MapKind kindOf(const FullActivation& activation) {
    const auto axes = activation.shape.size();
    switch (activation.kind) {
    case FullActivation::Kind::Sequence:
        return axes == kTableAxes ? MapKind::Sequence : MapKind::Vector;
    case FullActivation::Kind::Maps:
        return axes == kGridAxes    ? MapKind::Maps
               : axes == kTableAxes ? MapKind::Signals
                                    : MapKind::Vector;
    case FullActivation::Kind::Attention:
        return axes == kGridAxes ? MapKind::Attention : MapKind::Vector;
    case FullActivation::Kind::Vector:
        break;
    }
    return MapKind::Vector;
}

// Whether the numbers are as many as the shape says.
bool isWhole(const FullActivation& activation) {
    auto left = static_cast<std::int64_t>(activation.values.size());
    for (const auto size : activation.shape) {
        if (size <= 0 || left % size != 0) {
            return false;
        }
        left /= size;
    }
    return left == 1;
}

} // namespace

FeatureMaps::FeatureMaps(ActivationPtr activation) : m_activation(std::move(activation)) {
    if (m_activation == nullptr || m_activation->values.empty() || !isWhole(*m_activation)) {
        return;
    }
    const auto& shape = m_activation->shape;
    m_kind = kindOf(*m_activation);
    if (m_kind == MapKind::Vector) {
        m_count = m_rows = 1;
        m_columns = static_cast<std::int64_t>(m_activation->values.size());
    } else {
        m_count = shape.size() == kGridAxes ? shape.front() : 1;
        m_rows = shape[shape.size() - 2];
        m_columns = shape.back();
    }
}

std::span<const float> FeatureMaps::values() const {
    return isEmpty() ? std::span<const float>() : std::span<const float>(m_activation->values);
}

std::span<const float> FeatureMaps::map(std::int64_t index) const {
    const auto size = m_rows * m_columns;
    return values().subspan(static_cast<std::size_t>(index * size), static_cast<std::size_t>(size));
}

float FeatureMaps::at(const MapCell& cell) const {
    return values()[static_cast<std::size_t>((cell.map * m_rows + cell.row) * m_columns +
                                             cell.column)];
}

ColourSpan colourSpan(const VectorFigures& figures) {
    if (figures.finite() == 0) {
        return {};
    }
    const double largest = std::max(std::abs(figures.least), std::abs(figures.greatest));
    // Not by a fixed bound: activations may all be tiny.
    if (figures.greatest - figures.least <= 1e-9 * largest) {
        const double half = largest > 0.0 ? 0.5 * largest : 0.5;
        return {figures.least - half, figures.greatest + half};
    }
    return {figures.least, figures.greatest};
}

} // namespace tessera::ui
