#include "core/data/array_labels.h"

#include "core/data/array_tensor.h"

#include <fmt/format.h>

#include <cmath>
#include <string>

namespace tessera::data {

namespace {

template <class Text>
Result<ArrayLabels> collect(std::int64_t samples, const Text& textOf) {
    ClassCollector collector;
    ArrayLabels labels;
    labels.kept.reserve(static_cast<std::size_t>(samples));
    for (std::int64_t i = 0; i < samples; ++i) {
        const std::optional<std::string> text = textOf(i);
        if (!text) {
            continue;
        }
        if (auto good = collector.add(*text); !good) {
            return fail(good.error());
        }
        labels.kept.push_back(i);
    }
    labels.classes = collector.finish();
    return labels;
}

Result<ArrayLabels> oneHot(const torch::Tensor& rows) {
    const auto wide = rows.to(torch::kFloat64);
    const auto most = wide.amax({1}, true);
    const auto single = (wide == most).sum(1) == 1; // never with a NaN, which equals nothing
    const auto places = wide.argmax(1).contiguous();
    const auto clear = single.logical_and(torch::isfinite(most.squeeze(1))).contiguous();
    const auto* place = places.data_ptr<std::int64_t>();
    const auto* isClear = clear.data_ptr<bool>();
    return collect(rows.size(0), [&](std::int64_t i) {
        return isClear[i] ? std::optional(std::to_string(place[i])) : std::nullopt;
    });
}

} // namespace

Result<ArrayLabels> labelsOf(const format::NamedArray& array) {
    const auto labels = viewOf(array);
    if (labels.dim() == 2 && labels.size(1) > 1) {
        return oneHot(labels);
    }
    const auto samples = labels.numel();
    if (holdsWholeNumbers(array.dtype)) {
        const auto numbers = labels.to(torch::kInt64).contiguous();
        const auto* values = numbers.data_ptr<std::int64_t>();
        return collect(samples,
                       [&](std::int64_t i) { return std::optional(std::to_string(values[i])); });
    }
    const auto numbers = labels.to(torch::kFloat64).contiguous();
    const auto* values = numbers.data_ptr<double>();
    return collect(samples, [&](std::int64_t i) {
        return std::isfinite(values[i])
                   ? std::optional(fmt::format("{}", values[i] + 0.0)) // no "-0"
                   : std::nullopt;
    });
}

} // namespace tessera::data
