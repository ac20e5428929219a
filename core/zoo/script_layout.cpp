#include "core/zoo/script_layout.h"

#include <ATen/Functions.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tessera::zoo {

namespace {

// Where a submodule of three axes or more has its width.
enum class WidthAxis { Second, Last };

constexpr std::array kLast = {std::string_view("Bilinear"),
                              std::string_view("Embedding"),
                              std::string_view("EmbeddingBag"),
                              std::string_view("GRU"),
                              std::string_view("LSTM"),
                              std::string_view("LayerNorm"),
                              std::string_view("Linear"),
                              std::string_view("MultiheadAttention"),
                              std::string_view("NonDynamicallyQuantizableLinear"),
                              std::string_view("RMSNorm"),
                              std::string_view("RNN"),
                              std::string_view("Transformer"),
                              std::string_view("TransformerDecoder"),
                              std::string_view("TransformerDecoderLayer"),
                              std::string_view("TransformerEncoder"),
                              std::string_view("TransformerEncoderLayer")};

constexpr std::array kSecond = { // beginnings
    std::string_view("AdaptiveAvgPool"),
    std::string_view("AdaptiveMaxPool"),
    std::string_view("AvgPool"),
    std::string_view("BatchNorm"),
    std::string_view("Conv"),
    std::string_view("FrozenBatchNorm"),
    std::string_view("GroupNorm"),
    std::string_view("InstanceNorm"),
    std::string_view("LayerNorm2d"),
    std::string_view("MaxPool"),
    std::string_view("PixelShuffle"),
    std::string_view("SyncBatchNorm"),
    std::string_view("Upsample")};

std::optional<WidthAxis> widthAxisOf(std::string_view type) {
    if (std::find(kLast.begin(), kLast.end(), type) != kLast.end()) {
        return WidthAxis::Last;
    }
    const bool second = std::any_of(kSecond.begin(), kSecond.end(), [&](std::string_view start) {
        return type.starts_with(start);
    });
    return second ? std::optional(WidthAxis::Second) : std::nullopt;
}

// Names with a meaning of their own.
std::string tapName(const ScriptRecord& record) {
    const bool reserved = record.path == "feature" || record.path == "output";
    const auto name = reserved ? record.path + " (submodule)" : record.path;
    return record.call == 1 ? name : fmt::format("{}#{}", name, record.call);
}

std::string noteFor(const ScriptRecord& record) {
    if (!record.large.defined()) {
        return "it was called for one batch but not for another";
    }
    if (!record.small.is_floating_point()) {
        return fmt::format("its output holds no real numbers ({})",
                           c10::toString(record.small.scalar_type()));
    }
    if (record.small.numel() == 0) {
        return "its output is empty";
    }
    if (!sampleAxis(record.small, record.large)) {
        return "its output has no axis of its own for the samples";
    }
    return record.call > kMostCalls
               ? fmt::format("it is called often; only its first {} calls can be recorded",
                             kMostCalls)
               : std::string();
}

TapLayout layoutFor(std::int64_t axes, WidthAxis width) {
    if (axes <= 2) {
        return TapLayout::SamplesWidth;
    }
    return axes == 3 && width == WidthAxis::Last ? TapLayout::SamplesPositionsWidth
                                                 : TapLayout::SamplesWidthPositions;
}

} // namespace

std::optional<std::int64_t> sampleAxis(const at::Tensor& small, const at::Tensor& large) {
    if (small.dim() != large.dim()) {
        return std::nullopt;
    }
    std::optional<std::int64_t> found;
    for (std::int64_t axis = 0; axis < small.dim(); ++axis) {
        if (small.size(axis) == large.size(axis)) {
            continue;
        }
        if (found || small.size(axis) != kSmallBatch || large.size(axis) != kLargeBatch) {
            return std::nullopt;
        }
        found = axis;
    }
    return found;
}

ScriptLayout layOut(const std::vector<ScriptRecord>& records) {
    ScriptLayout layout;
    // What the latest value of a shape was taken for: what adds, activates or wraps keeps it.
    std::map<std::vector<std::int64_t>, WidthAxis> known;
    for (const auto& record : records) {
        if (auto note = noteFor(record); !note.empty()) {
            layout.notes.emplace(record.path, std::move(note));
            continue;
        }
        ScriptTap tap;
        tap.place = record.place;
        tap.call = record.call;
        tap.sampleAxis = *sampleAxis(record.small, record.large);
        const auto axes = record.small.dim();
        auto width = WidthAxis::Second;
        if (axes >= 3) {
            const auto shape = record.small.sizes().vec();
            const auto byType = widthAxisOf(record.type);
            const auto same = known.find(shape);
            if (byType) {
                width = *byType;
            } else if (same != known.end()) {
                width = same->second;
            } else {
                width = axes == 3 ? WidthAxis::Last : WidthAxis::Second;
                layout.notes.emplace(
                    record.path, axes == 3 ? "read as (samples, positions, width), which is a guess"
                                           : "read as (samples, channels, ...), which is a guess");
            }
            known[shape] = width;
        }
        tap.channelsLast = axes >= 4 && width == WidthAxis::Last;
        tap.point.name = tapName(record);
        tap.point.layout = layoutFor(axes, width);
        const auto value = normalised(record.small, tap);
        tap.shape = value.sizes().slice(1).vec();
        tap.point.width =
            tap.point.layout == TapLayout::SamplesPositionsWidth ? value.size(2) : value.size(1);
        layout.taps.push_back(std::move(tap));
    }
    return layout;
}

at::Tensor normalised(const at::Tensor& value, const ScriptTap& tap) {
    auto result = tap.sampleAxis == 0 ? value : value.movedim(tap.sampleAxis, 0);
    if (tap.channelsLast) {
        result = result.movedim(-1, 1);
    }
    if (result.dim() == 1) {
        result = result.unsqueeze(1);
    }
    return result.scalar_type() == at::kFloat ? result : result.to(at::kFloat);
}

at::Tensor pooledTap(const at::Tensor& value, TapLayout layout) {
    switch (layout) {
    case TapLayout::SamplesWidth:
        return value;
    case TapLayout::SamplesPositionsWidth:
        return value.mean(1);
    case TapLayout::SamplesWidthPositions:
        return value.flatten(2).mean(2);
    case TapLayout::SamplesAttention:
        return value.mean({1, 2});
    }
    return value;
}

} // namespace tessera::zoo
