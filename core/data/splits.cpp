#include "core/data/splits.h"

#include <ATen/CPUGeneratorImpl.h>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace tessera::data {

namespace {

// An order in which every stretch holds the classes in the proportion of the whole: sample r of a
// class with n samples stands at (r + 1/2)/n.
torch::Tensor stratifiedOrder(const torch::Tensor& labels, int classes, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    struct Place {
        double position;
        std::int64_t label;
        std::int64_t index;
    };
    std::vector<Place> places;
    places.reserve(static_cast<std::size_t>(labels.numel()));
    std::vector<std::vector<std::int64_t>> members(static_cast<std::size_t>(classes));
    const auto contiguous = labels.contiguous();
    const auto* label = contiguous.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < contiguous.numel(); ++i) {
        if (label[i] >= 0 && label[i] < classes) {
            members[static_cast<std::size_t>(label[i])].push_back(i);
        }
    }
    for (int each = 0; each < classes; ++each) {
        const auto& of = members[static_cast<std::size_t>(each)];
        const auto count = static_cast<std::int64_t>(of.size());
        const auto shuffled = torch::randperm(count, generator, torch::kInt64);
        const auto* values = shuffled.data_ptr<std::int64_t>();
        for (std::int64_t rank = 0; rank < count; ++rank) {
            places.push_back({(static_cast<double>(rank) + 0.5) / static_cast<double>(count), each,
                              of[static_cast<std::size_t>(values[rank])]});
        }
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.position != b.position ? a.position < b.position : a.label < b.label;
    });
    auto order = torch::empty({static_cast<std::int64_t>(places.size())}, torch::kInt64);
    for (std::size_t i = 0; i < places.size(); ++i) {
        order.data_ptr<std::int64_t>()[i] = places[i].index;
    }
    return order;
}

} // namespace

Result<SplitData> split(const LabelledRows& all, int classes, const SplitSpec& sizes,
                        std::uint64_t seed) {
    const std::int64_t wanted = static_cast<std::int64_t>(sizes.sourceTrain) + sizes.reference +
                                sizes.validation + sizes.test;
    if (wanted > all.size()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the splits ask for {} samples but the data set has {}; make them "
                                "smaller",
                                wanted, all.size()));
    }
    const auto order = stratifiedOrder(all.labels, classes, seed);
    const auto take = [&](std::int64_t first, std::int64_t count) {
        const auto chosen = order.narrow(0, first, count);
        return LabelledRows{all.inputs.index_select(0, chosen), all.labels.index_select(0, chosen)};
    };
    // From both ends, so that another reference set leaves the other parts as they are.
    const std::int64_t test = order.numel() - sizes.test;
    SplitData parts;
    parts.classes = classes;
    parts.populationHash = contentHash(all.inputs);
    parts.sourceTrain = take(0, sizes.sourceTrain);
    auto reference = take(sizes.sourceTrain, sizes.reference);
    parts.reference = std::move(reference.inputs);
    parts.referenceLabels = std::move(reference.labels);
    parts.validation = take(test - sizes.validation, sizes.validation);
    parts.test = take(test, sizes.test);
    return parts;
}

} // namespace tessera::data
