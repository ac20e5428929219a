#include "core/data/class_collector.h"

#include "core/data/readable_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace tessera::data {

namespace {

// Of texts that are a finite number as a whole; NaN has no place in an order.
std::optional<double> numberIn(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool standsBefore(const std::string& a, const std::string& b) {
    const auto left = numberIn(a);
    const auto right = numberIn(b);
    if (left && right && *left != *right) {
        return *left < *right;
    }
    return left.has_value() != right.has_value() ? left.has_value() : a < b;
}

} // namespace

Result<void> ClassCollector::add(std::string_view label) {
    const auto next = static_cast<std::int64_t>(m_places.size());
    const auto place = m_places.try_emplace(std::string(label), next).first->second;
    if (m_places.size() > kMostClasses) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the label has more than {} different values, too many for "
                                "classes; choose another one with data.reading.label",
                                kMostClasses));
    }
    m_samples.push_back(place);
    return {};
}

ClassIndex ClassCollector::finish() const {
    std::vector<std::pair<std::string, std::int64_t>> sorted(m_places.begin(), m_places.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return standsBefore(a.first, b.first); });
    std::vector<std::int64_t> index(sorted.size());
    ClassIndex classes;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        index[static_cast<std::size_t>(sorted[i].second)] = static_cast<std::int64_t>(i);
        classes.names.push_back(readableName(sorted[i].first));
    }
    classes.indices.reserve(m_samples.size());
    for (const auto place : m_samples) {
        classes.indices.push_back(index[static_cast<std::size_t>(place)]);
    }
    return classes;
}

} // namespace tessera::data
