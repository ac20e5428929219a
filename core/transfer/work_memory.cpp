#include "core/transfer/work_memory.h"

#include "core/hub/hub_registry.h"
#include "core/tap/recording.h"
#include "core/transfer/validation_monitor.h"

#include <fmt/format.h>

#include <algorithm>

namespace tessera::transfer {

namespace {

constexpr std::int64_t kChunkCopies = 4; // of a chunk of rows that live at a time
constexpr std::int64_t kDouble = sizeof(double);

std::int64_t widestTap(const zoo::Network& network) {
    std::int64_t widest = 0;
    const auto layers = tap::layerTaps(network);
    for (const auto& point : network.tapPoints()) {
        if (std::find(layers.begin(), layers.end(), point.name) != layers.end()) {
            widest = std::max(widest, point.width);
        }
    }
    return widest;
}

std::int64_t dataBytes(const data::SplitData& data) {
    std::int64_t bytes = data.reference.defined() ? std::int64_t(data.reference.nbytes()) : 0;
    for (const auto* rows : {&data.sourceTrain, &data.validation, &data.test}) {
        for (const auto* part : {&rows->inputs, &rows->labels}) {
            bytes += part->defined() ? static_cast<std::int64_t>(part->nbytes()) : 0;
        }
    }
    return bytes;
}

double megabytes(std::int64_t bytes) {
    return static_cast<double>(bytes) / 1e6;
}

} // namespace

std::int64_t workBytes(const TransferInput& input) {
    const auto& data = input.data;
    const auto rows = std::max(data.reference.size(0), data.validation.size());
    const auto s = input.source.featureWidth();
    const auto r = input.receiver.featureWidth();
    const auto k = std::min<std::int64_t>(s, input.spec.hub.dim);
    const auto w = std::max(widestTap(input.source), widestTap(input.receiver));
    const auto m = std::min(data.reference.size(0), kMatchingRows);
    const auto fits = std::max(5 * s * s, k * s + 4 * k * r + 6 * r * r);
    const auto matching = input.measureCurves ? k * s + k * r + 4 * m * w + w * w : 0;
    const auto width = s + std::max<std::int64_t>(r, input.source.classes());
    const auto chunk = width * std::min(rows, tap::chunkRows(width));
    const auto batch = std::max(tap::batchFor(input.source, data.reference).bytes,
                                tap::batchFor(input.receiver, data.reference).bytes);
    const auto kind = hub::findHubKind(input.spec.hub.kind);
    const auto learning = kind && (*kind)->learningBytes != nullptr
                              ? (*kind)->learningBytes(s, r, input.spec.hub.dim)
                              : 0;
    return batch + std::max(kDouble * std::max(fits, matching), learning) +
           kDouble * kChunkCopies * chunk;
}

Result<tap::RowSpacePtr> spaceFor(const TransferInput& input, std::int64_t budgetBytes,
                                  const std::filesystem::path& folder) {
    const auto data = dataBytes(input.data);
    const auto work = workBytes(input);
    const auto left = budgetBytes - data - work;
    if (left < 0) {
        return fail(
            ErrorCode::OutOfMemory,
            fmt::format("the transfer needs {:.1f} MB, {:.1f} of them for the data, but the memory "
                        "budget is {:.1f} MB; raise the budget, or choose networks with fewer "
                        "features than {} and {}, or smaller splits",
                        megabytes(data + work), megabytes(data), megabytes(budgetBytes),
                        input.source.featureWidth(), input.receiver.featureWidth()));
    }
    return std::make_shared<tap::RowSpace>(left / 2, folder);
}

} // namespace tessera::transfer
