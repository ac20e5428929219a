#include "ui/plots/drift_strip_data.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr char kBetweenLayers = '>';
constexpr std::int64_t kMostSteps = 100'000; // more is a damaged store

bool isShown(const MetricSample& sample) {
    return sample.series == "drift.layer" && sample.step >= 0 && sample.step < kMostSteps;
}

bool isDigit(char character) {
    return std::isdigit(static_cast<unsigned char>(character)) != 0;
}

// "layers.2" before "layers.10": runs of digits compare as numbers.
bool isBefore(const std::string& a, const std::string& b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const auto number = [](const std::string& text, std::size_t& at) {
                const auto begin = at;
                while (at < text.size() && isDigit(text[at])) {
                    ++at;
                }
                auto digits = text.substr(begin, at - begin);
                digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
                return digits;
            };
            const auto first = number(a, i), second = number(b, j);
            if (first != second) {
                return first.size() != second.size() ? first.size() < second.size()
                                                     : first < second;
            }
            continue;
        }
        if (a[i] != b[j]) {
            return a[i] < b[j];
        }
        ++i;
        ++j;
    }
    return a.size() - i < b.size() - j;
}

template <class Visit>
void eachValue(const DriftStrip& strip, Visit visit) {
    for (const auto& row : strip.rows) {
        for (const auto& value : row.values) {
            if (value) {
                visit(*value);
            }
        }
    }
}

} // namespace

bool DriftStrip::hasValues() const {
    return span().has_value();
}

bool DriftStrip::allPositive() const {
    const auto values = span();
    return values && values->least > 0.0;
}

std::optional<DriftStrip::Span> DriftStrip::span() const {
    std::optional<Span> span;
    eachValue(*this, [&span](double value) {
        span = span ? Span{std::min(span->least, value), std::max(span->greatest, value)}
                    : Span{value, value};
    });
    return span;
}

DriftStrip driftStripOf(const RunView& run) {
    DriftStrip strip;
    for (const auto& sample : run.samples) {
        if (isShown(sample)) {
            strip.steps = std::max(strip.steps, sample.step + 1);
        }
    }
    for (const auto& sample : run.samples) {
        if (!isShown(sample)) {
            continue;
        }
        auto row = std::find_if(strip.rows.begin(), strip.rows.end(),
                                [&](const DriftRow& one) { return one.pair == sample.layer; });
        if (row == strip.rows.end()) {
            strip.rows.push_back({sample.layer, {}});
            row = std::prev(strip.rows.end());
            row->values.resize(static_cast<std::size_t>(strip.steps));
        }
        const bool measured = sample.value && std::isfinite(*sample.value);
        row->values[static_cast<std::size_t>(sample.step)] = measured ? sample.value : std::nullopt;
    }
    std::sort(strip.rows.begin(), strip.rows.end(), [](const DriftRow& a, const DriftRow& b) {
        return a.pair.empty() != b.pair.empty() ? b.pair.empty() : isBefore(a.pair, b.pair);
    });
    const std::int64_t after = run.record.experiment.transfer.epochs + 1;
    if (after < strip.steps) {
        strip.readout = after;
    }
    return strip;
}

std::optional<ChosenLayers> layersOfPair(const std::string& pair) {
    const auto between = pair.find(kBetweenLayers);
    if (between == std::string::npos || between == 0 || between + 1 == pair.size()) {
        return std::nullopt;
    }
    return ChosenLayers{pair.substr(0, between), pair.substr(between + 1)};
}

std::string pairOfLayers(const ChosenLayers& layers) {
    return layers.source + kBetweenLayers + layers.receiver;
}

} // namespace tessera::ui
