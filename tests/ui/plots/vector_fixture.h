#pragma once

#include "tests/ui/plots/plot_fixture.h"
#include "ui/plots/vector_plots.h"
#include "ui/widgets/plot_frame.h"

#include <QApplication>
#include <QMouseEvent>
#include <QString>

#include <limits>
#include <map>
#include <random>
#include <vector>

namespace tessera::test {

struct Vectors {
    std::vector<float> left;
    std::optional<std::vector<float>> right = {};
};

inline std::vector<float> normalNumbers(std::size_t count, unsigned seed, float scale = 1.0F) {
    std::mt19937 generator(seed);
    std::normal_distribution<float> distribution(0.0F, scale);
    std::vector<float> values(count);
    for (auto& value : values) {
        value = distribution(generator);
    }
    return values;
}

inline void show(ui::VectorPlots& plots, const Vectors& vectors) {
    if (vectors.right) {
        plots.setPair(vectors.left, *vectors.right);
    } else {
        plots.setVector(vectors.left);
    }
}

// Sent straight to the plot, which may be out of sight in its scroll area.
inline void pointAt(ui::Plot& plot, const QPoint& position) {
    auto& canvas = canvasOf(plot);
    QMouseEvent move(QEvent::MouseMove, position, canvas.mapToGlobal(position), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&canvas, &move);
}

// What tokens may hold, good or not.
inline const std::map<QString, Vectors>& vectorCases() {
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
    constexpr float kInf = std::numeric_limits<float>::infinity();
    constexpr float kMax = std::numeric_limits<float>::max();
    constexpr float kTiny = std::numeric_limits<float>::denorm_min();
    static const std::map<QString, Vectors> all = {
        {"plain", {normalNumbers(512, 1, 0.05F)}},
        {"empty", {{}}},
        {"one", {{0.25F}}},
        {"zero", {{0.0F}}},
        {"zeros", {std::vector<float>(64, 0.0F)}},
        {"constant", {std::vector<float>(64, -3.0F)}},
        {"some missing", {{1.0F, kNan, -2.0F, kInf, 0.0F, -kInf}}},
        {"all missing", {{kNan, kInf}}},
        {"huge", {{-kMax, kMax, 1.0F}}},
        {"tiny", {{kTiny, -kTiny, 0.0F}}},
        {"pair", {normalNumbers(512, 1, 0.05F), normalNumbers(512, 2, 0.08F)}},
        {"same pair", {{1.0F, 2.0F, -3.0F}, {{1.0F, 2.0F, -3.0F}}}},
        {"pair of lengths", {{1.0F, 2.0F, 3.0F}, {{1.0F, 2.0F}}}},
        {"empty pair", {{}, std::vector<float>()}},
        {"half a pair", {{1.0F, 2.0F}, std::vector<float>()}},
        {"pair with missing", {{1.0F, kNan, 3.0F}, {{kInf, 2.0F, 4.0F}}}},
        {"huge pair", {{-kMax, 1.0F}, {{kMax, 2.0F}}}},
    };
    return all;
}

} // namespace tessera::test
