#include "core/data/array_inputs.h"

#include "core/data/array_labels.h"
#include "core/data/array_tensor.h"
#include "core/data/sample_shape.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace tessera::data {

namespace {

using format::DType;
using format::NamedArray;

DataInput foundInput(const NamedArray& array, const DataReading& reading) {
    if (reading.input != DataInput::Find) {
        return reading.input;
    }
    switch (array.shape.size()) {
    case 3:
        return array.dtype == DType::U8 ? DataInput::Image : DataInput::Rows;
    case 4:
        return DataInput::Image;
    default:
        return DataInput::Flat;
    }
}

// Channels are where the reading's number stands, else where 1, 3 or 4 of them stand; first if both
// could be.
bool channelsAreLast(const torch::Tensor& images, int wanted) {
    const auto isChannels = [&](std::int64_t size) {
        return wanted > 0 ? size == wanted : size == 1 || size == 3 || size == 4;
    };
    return !isChannels(images.size(1)) && isChannels(images.size(3));
}

// Arrays are not resized: a size that the reading asks for must be the one that is there.
Result<void> checkSize(const InputSpec& found, const DataReading& reading) {
    const auto differs = [](int wanted, std::int64_t size) { return wanted > 0 && wanted != size; };
    if (!differs(reading.height, found.length) && !differs(reading.width, found.width) &&
        !differs(reading.channels, found.channels)) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("the images are of {} x {} pixels and {} channels, and only folders of "
                            "images are brought to another size; set data.reading.height, width "
                            "and channels to that or to 0",
                            found.length, found.width, found.channels));
}

// (N, ...) as (N, C, H, W).
Result<void> shapeImages(const torch::Tensor& values, DataFile& file) {
    const auto& reading = file.about.reading;
    auto images = values;
    if (values.dim() == 3) {
        images = values.unsqueeze(1);
    } else if (values.dim() == 4 && channelsAreLast(values, reading.channels)) {
        images = values.permute({0, 3, 1, 2}).contiguous();
    } else if (values.dim() != 4) {
        auto wanted = reading;
        wanted.input = DataInput::Image;
        const auto spec =
            cutSample(values.numel() / std::max<std::int64_t>(1, values.size(0)), wanted);
        if (!spec) {
            return fail(spec.error());
        }
        images = values.reshape(tensorShape(values.size(0), *spec));
    }
    file.input = {InputKind::Image, images.size(2), images.size(3), images.size(1), 0};
    file.rows.inputs = images;
    return checkSize(file.input, reading);
}

Result<void> shapeRows(const torch::Tensor& values, DataFile& file) {
    const auto& reading = file.about.reading;
    auto rows = values;
    if (values.dim() == 2 && reading.width > 0 && values.size(1) % reading.width == 0) {
        rows = values.reshape({values.size(0), -1, reading.width});
    }
    if (rows.dim() != 3 || (reading.width > 0 && rows.size(2) != reading.width)) {
        return fail(ErrorCode::InvalidArgument,
                    "rows need an array of 3 axes (samples, rows, numbers), or data.reading.width "
                    "as a divisor of the numbers of a sample");
    }
    file.input = {InputKind::Rows, rows.size(1), rows.size(2), 1, 0};
    file.rows.inputs = rows;
    return {};
}

Result<void> shapeTokens(const torch::Tensor& values, DataFile& file) {
    const auto vocabulary = vocabularyOf(values);
    if (!vocabulary) {
        return fail(vocabulary.error());
    }
    file.rows.inputs = values.flatten(1);
    file.input = {InputKind::Tokens, file.rows.inputs.size(1), 0, 1, *vocabulary};
    return {};
}

// A copy of the numbers in the type and shape that networks take.
Result<void> shapeInputs(const NamedArray& array, const ReadLimits& limits, DataFile& file) {
    const auto view = viewOf(array);
    const auto kind = foundInput(array, file.about.reading);
    const bool tokens = kind == DataInput::Tokens;
    if (tokens && !holdsWholeNumbers(array.dtype)) {
        return fail(ErrorCode::InvalidArgument, "tokens must be whole numbers from 0");
    }
    const auto type = tokens ? torch::kInt64 : torch::kFloat32;
    const auto size = static_cast<std::int64_t>(torch::elementSize(type));
    if (auto fits = checkMemory(view.numel() * size, limits); !fits) {
        return fits;
    }
    const auto values = view.to(type, /*non_blocking=*/false, /*copy=*/true);
    file.bytes = array.dtype == DType::U8 && !tokens;
    switch (kind) {
    case DataInput::Image:
        return shapeImages(values, file);
    case DataInput::Rows:
        return shapeRows(values, file);
    case DataInput::Tokens:
        return shapeTokens(values, file);
    case DataInput::Find:
    case DataInput::Flat:
        break;
    }
    file.rows.inputs = values.flatten(1);
    file.input = {InputKind::Flat, file.rows.inputs.size(1), 0, 1, 0};
    return {};
}

// Keeps the samples that have a label and only finite numbers, and lists the others.
void keepGood(const ArrayLabels& labels, DataFile& file) {
    const auto samples = file.rows.size();
    const auto kept = torch::tensor(labels.kept, torch::kInt64);
    auto classes = torch::full({samples}, -1, torch::kInt64);
    classes.index_copy_(0, kept, torch::tensor(labels.classes.indices, torch::kInt64));
    auto finite = torch::ones({samples}, torch::kBool);
    if (file.rows.inputs.is_floating_point() && file.rows.inputs.numel() > 0) {
        finite = torch::isfinite(file.rows.inputs).flatten(1).all(1);
    }
    const auto good = finite.logical_and(classes >= 0).contiguous();
    file.rows.labels = classes;
    if (good.all().item<bool>()) {
        return;
    }
    const auto* isGood = good.data_ptr<bool>();
    const auto* label = classes.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < samples; ++i) {
        if (!isGood[i]) {
            drop(file.about, fmt::format("sample {}", i),
                 label[i] < 0 ? "its label is not a class"
                              : "it holds a number that is not finite");
        }
    }
    file.rows.inputs = file.rows.inputs.index({good});
    file.rows.labels = classes.index({good});
}

} // namespace

Result<void> fillFromArrays(const NamedArray& inputs, const NamedArray& labels,
                            const ReadLimits& limits, DataFile& file) {
    if (inputs.shape.size() < 2 || labels.shape.empty() || labels.shape.size() > 2) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("inputs need at least 2 axes and labels 1 or 2, but they have the "
                                "shapes [{}] and [{}]",
                                fmt::join(inputs.shape, ", "), fmt::join(labels.shape, ", ")));
    }
    if (inputs.shape[0] != labels.shape[0]) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("there are {} inputs but {} labels; each input needs one",
                                inputs.shape[0], labels.shape[0]));
    }
    const auto texts = labelsOf(labels);
    if (!texts) {
        return fail(texts.error());
    }
    if (auto good = shapeInputs(inputs, limits, file); !good) {
        return good;
    }
    file.classes = texts->classes.names;
    keepGood(*texts, file);
    return {};
}

} // namespace tessera::data
