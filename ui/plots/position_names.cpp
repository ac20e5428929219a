#include "ui/plots/position_names.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tessera::ui {

namespace {

struct PositionNamesWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::PositionNames)
};

constexpr const char* kVit = "vit"; // the family that cuts images into patches
constexpr int kPatchesAlong = 4;    // of a side, unless its recipe says otherwise

std::int64_t patchesAlong(std::int64_t pixels, std::int64_t side) {
    return (pixels + side - 1) / side;
}

QString number(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace

PositionNames::PositionNames(const InputSpec& input, const NetworkSpec& network,
                             std::int64_t positions)
    : m_input(input) {
    if (input.kind != InputKind::Image || input.length <= 0 || input.width <= 0) {
        return;
    }
    if (!network.architecture) {
        guess(positions);
    } else if (network.architecture->family.value == kVit) {
        const auto shorter = std::min(input.length, input.width);
        const auto side = network.architecture->patch.value_or(
            static_cast<int>(std::max<std::int64_t>(1, shorter / kPatchesAlong)));
        (void)takePatches(side, positions);
    } else if (positions == input.length) {
        m_meaning = Meaning::ImageRows;
    }
}

bool PositionNames::takePatches(std::int64_t side, std::int64_t positions) {
    if (side <= 0) {
        return false;
    }
    const auto patches = patchesAlong(m_input.length, side) * patchesAlong(m_input.width, side);
    if (positions != patches && positions != patches + 1) {
        return false;
    }
    m_meaning = Meaning::Patches;
    m_classToken = positions == patches + 1;
    m_side = side;
    return true;
}

void PositionNames::guess(std::int64_t positions) {
    int ways = positions == m_input.length ? 1 : 0;
    for (std::int64_t side = std::min(m_input.length, m_input.width); side >= 1; --side) {
        const bool fits = m_input.length % side == 0 && m_input.width % side == 0;
        ways += fits && takePatches(side, positions) ? 1 : 0;
    }
    if (ways > 1) {
        *this = PositionNames();
    } else if (ways == 1 && m_meaning == Meaning::Plain) {
        m_meaning = Meaning::ImageRows;
    }
}

QString PositionNames::text(std::int64_t position) const {
    const auto plain = PositionNamesWords::tr("position %1").arg(number(position));
    if (m_meaning == Meaning::Plain) {
        return plain;
    }
    if (m_meaning == Meaning::ImageRows) {
        return PositionNamesWords::tr("%1 (row %2 of the image)").arg(plain, number(position));
    }
    if (m_classToken && position == 0) {
        return PositionNamesWords::tr("%1 (class token)").arg(plain);
    }
    const auto patch = m_classToken ? position - 1 : position;
    const auto across = patchesAlong(m_input.width, m_side);
    const auto row = patch / across, column = patch % across;
    const auto pixels = [this](std::int64_t index, std::int64_t size) {
        const auto last = std::min(size, (index + 1) * m_side) - 1; // the rest is padding
        return PositionNamesWords::tr("%1 to %2", "pixels")
            .arg(number(index * m_side), number(last));
    };
    return PositionNamesWords::tr("%1 (patch in row %2, column %3: pixels %4 across, %5 down)")
        .arg(plain, number(row), number(column), pixels(column, m_input.width),
             pixels(row, m_input.length));
}

} // namespace tessera::ui
