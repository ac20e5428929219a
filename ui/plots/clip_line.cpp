#include "ui/plots/clip_line.h"

#include <algorithm>

namespace tessera::ui {

std::optional<QLineF> clippedLine(const QLineF& line, const QRectF& rect) {
    double enter = 0.0, leave = 1.0;
    // direction * t <= room, for each of the four sides.
    const auto side = [&](double direction, double room) {
        if (direction == 0.0) {
            return room >= 0.0;
        }
        const double t = room / direction;
        if (direction < 0.0) {
            enter = std::max(enter, t);
        } else {
            leave = std::min(leave, t);
        }
        return enter <= leave;
    };
    const bool inside =
        side(-line.dx(), line.x1() - rect.left()) && side(line.dx(), rect.right() - line.x1()) &&
        side(-line.dy(), line.y1() - rect.top()) && side(line.dy(), rect.bottom() - line.y1());
    return inside ? std::optional(QLineF(line.pointAt(enter), line.pointAt(leave))) : std::nullopt;
}

} // namespace tessera::ui
