#include "core/experiment/study_report_svg_parts.h"

#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace tessera::experiment::svg {

namespace {

// Okabe and Ito 2008 without yellow, which is lost on white paper.
constexpr std::array<std::string_view, 7> kColours{"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                                   "#E69F00", "#56B4E9", "#000000"};
// About the centre, 5 units in reach. As many as share no divisor with the number of colours, so
// that 42 series differ.
constexpr std::array<std::string_view, 6> kShapes{
    "M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0z",       // circle
    "M-4,-4H4V4H-4z",                                      // square
    "M0,-5L5,4H-5z",                                       // triangle
    "M0,-5.5L5.5,0L0,5.5L-5.5,0z",                         // diamond
    "M0,5L5,-4H-5z",                                       // triangle on its tip
    "M-1.7,-5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7z" // cross
};
constexpr std::array<std::string_view, 5> kDashes{"", "7 3", "2 3", "9 3 2 3", "5 2 1 2 1 2"};

double roundStep(double span, int wanted) {
    const double rough = span / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double leading = rough / power;
    return power * (leading <= 1.0 ? 1.0 : leading <= 2.0 ? 2.0 : leading <= 5.0 ? 5.0 : 10.0);
}

bool isContinuation(char c) {
    return (static_cast<std::uint8_t>(c) & 0xc0U) == 0x80;
}

} // namespace

Scale scaleOver(const std::vector<double>& values, double start, double end) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    Scale scale;
    scale.ticks = roundTicks(*least, *most, 5);
    scale.from = scale.ticks.front();
    scale.to = scale.ticks.back();
    scale.start = start;
    scale.end = end;
    return scale;
}

std::string opened(double width, double height, std::string_view title) {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 "
                       "{0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
                       "font-family=\"sans-serif\" font-size=\"12\" fill=\"#1b1b1b\">\n"
                       "<title>{2}</title>\n",
                       width, height, xmlEscaped(title));
}

std::string line(double x1, double y1, double x2, double y2, std::string_view style) {
    return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1,
                       y1, x2, y2, style);
}

std::string text(double x, double y, Anchor anchor, std::string_view words) {
    const char* name = anchor == Anchor::Start ? "start" : anchor == Anchor::End ? "end" : "middle";
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, name,
                       xmlEscaped(words));
}

std::string mark(double x, double y, std::size_t style, MarkFill fill) {
    return fmt::format("<path transform=\"translate({:.1f},{:.1f})\" d=\"{}\" fill=\"{}\" "
                       "stroke=\"{}\" stroke-width=\"1.5\"/>\n",
                       x, y, kShapes[style % kShapes.size()],
                       fill == MarkFill::Filled ? colour(style) : "#ffffff", colour(style));
}

std::string horizontalWhisker(double lo, double hi, double y, std::size_t style) {
    const auto stroke = fmt::format("stroke=\"{}\" stroke-width=\"1.5\"", colour(style));
    return line(lo, y, hi, y, stroke) + line(lo, y - 4, lo, y + 4, stroke) +
           line(hi, y - 4, hi, y + 4, stroke);
}

std::string verticalWhisker(double x, double lo, double hi, std::size_t style) {
    const auto stroke = fmt::format("stroke=\"{}\" stroke-width=\"1.5\"", colour(style));
    return line(x, lo, x, hi, stroke) + line(x - 4, lo, x + 4, lo, stroke) +
           line(x - 4, hi, x + 4, hi, stroke);
}

std::string_view colour(std::size_t style) {
    return kColours[style % kColours.size()];
}

std::string_view dashes(std::size_t style) {
    return kDashes[style % kDashes.size()];
}

std::string tickText(const Scale& scale, double value) {
    const double step = scale.ticks.size() > 1 ? scale.ticks[1] - scale.ticks[0] : 1.0;
    const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
    return fmt::format("{:.{}f}", std::fabs(value) < step / 1000.0 ? 0.0 : value, decimals);
}

double widthOf(std::string_view words) {
    const auto letters =
        words.size() -
        static_cast<std::size_t>(std::count_if(words.begin(), words.end(), isContinuation));
    return 6.6 * static_cast<double>(letters);
}

std::string shortened(const std::string& words, double width) {
    if (widthOf(words) <= width) {
        return words;
    }
    std::string kept = words;
    while (!kept.empty() && widthOf(kept) + 7.0 > width) {
        while (isContinuation(kept.back()) && kept.size() > 1) {
            kept.pop_back();
        }
        kept.pop_back();
    }
    return kept + "\u2026";
}

} // namespace tessera::experiment::svg

namespace tessera::experiment {

std::vector<double> roundTicks(double least, double most, int wanted) {
    if (!(most - least > 0.0)) {
        const double reach = std::max(1.0, 0.05 * std::fabs(least));
        return roundTicks(least - reach, least + reach, wanted);
    }
    const double step = svg::roundStep(most - least, wanted);
    const double first = std::floor(least / step + 1e-9);
    const double last = std::ceil(most / step - 1e-9);
    std::vector<double> ticks;
    for (double i = first; i <= last; i += 1.0) {
        ticks.push_back(i * step);
    }
    return ticks;
}

} // namespace tessera::experiment
