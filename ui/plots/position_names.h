#pragma once

#include "core/api/experiment.h"
#include "core/api/input_spec.h"

#include <QString>

#include <cstdint>

namespace tessera::ui {

// What the positions of a sequence are in the input that they come from. A value; UI thread.
class PositionNames {
public:
    enum class Meaning {
        Plain,     // just positions
        ImageRows, // one row of pixels each
        Patches,   // squares of an image, row by row
    };

    PositionNames() = default;
    // Of a sequence of `positions` inside `network`. Where the network's recipe is not known (it is
    // from a file), only what can be meant by that many positions, and nothing else, counts.
    PositionNames(const InputSpec& input, const NetworkSpec& network, std::int64_t positions);

    [[nodiscard]] Meaning meaning() const { return m_meaning; }
    [[nodiscard]] bool hasClassToken() const { return m_classToken; }
    [[nodiscard]] std::int64_t patchSide() const { return m_side; } // 0: no patches
    // "position 5 (row 1, column 1 of the patches: pixels 4 to 7 across, 4 to 7 down)"
    [[nodiscard]] QString text(std::int64_t position) const;

private:
    bool takePatches(std::int64_t side, std::int64_t positions);
    void guess(std::int64_t positions);

    InputSpec m_input;
    Meaning m_meaning = Meaning::Plain;
    bool m_classToken = false; // in front
    std::int64_t m_side = 0;
};

} // namespace tessera::ui
