#pragma once

#include "core/api/network_description.h"
#include "ui/plots/vector_data.h"

#include <cstdint>
#include <memory>
#include <span>

// What one tap put out for one sample, as pictures of one size. Pure. A number that is not finite
// counts as missing everywhere.
namespace tessera::ui {

using ActivationPtr = std::shared_ptr<const FullActivation>;

enum class MapKind {
    None,      // nothing to draw
    Vector,    // (D): a bar for each unit
    Sequence,  // (S, D): one table, a row for each position
    Signals,   // (C, L): one table, a row for each channel
    Maps,      // (C, H, W): a map for each channel
    Attention, // (heads, S, S): a map for each head; its rows look, its columns are looked at
};

// A place in an activation. Of a vector, the column is the unit.
struct MapCell {
    std::int64_t map = 0;
    std::int64_t row = 0;
    std::int64_t column = 0;
    friend bool operator==(const MapCell&, const MapCell&) = default;
};

// Keeps the activation that it speaks of.
class FeatureMaps {
public:
    FeatureMaps() = default;
    // Of another number of axes than its kind has, it is a vector; without numbers, or with others
    // than its shape says, nothing.
    explicit FeatureMaps(ActivationPtr activation);

    [[nodiscard]] MapKind kind() const { return m_kind; }
    [[nodiscard]] bool isEmpty() const { return m_kind == MapKind::None; }
    // One picture for each channel or head.
    [[nodiscard]] bool isGrid() const {
        return m_kind == MapKind::Maps || m_kind == MapKind::Attention;
    }
    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] std::int64_t rows() const { return m_rows; } // of each
    [[nodiscard]] std::int64_t columns() const { return m_columns; }
    [[nodiscard]] std::span<const float> values() const;
    [[nodiscard]] std::span<const float> map(std::int64_t index) const;
    [[nodiscard]] float at(const MapCell& cell) const;

private:
    ActivationPtr m_activation;
    MapKind m_kind = MapKind::None;
    std::int64_t m_count = 0, m_rows = 0, m_columns = 0;
};

// What the ends of the colours stand for.
struct ColourSpan {
    double lo = 0.0;
    double hi = 1.0;
};
// From the least to the greatest; one alone, or none, has the middle's colour.
[[nodiscard]] ColourSpan colourSpan(const VectorFigures& figures);

} // namespace tessera::ui
