#include "core/data/array_file.h"

#include "core/data/array_inputs.h"
#include "core/data/readable_name.h"
#include "core/format/file_io.h"
#include "core/format/gzip.h"
#include "core/format/idx.h"
#include "core/format/npy.h"
#include "core/format/safetensors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tessera::data {

namespace {

using format::NamedArray;

constexpr std::array<std::string_view, 8> kLabelArrays = {
    "y", "label", "labels", "target", "targets", "y_train", "class", "classes"};

std::string shapeText(const NamedArray& array) {
    return fmt::format("{}: {} [{}]", array.name.empty() ? "array" : readableName(array.name),
                       format::dtypeName(array.dtype), fmt::join(array.shape, ", "));
}

// The one array of an .npy or IDX file, or all of an archive.
Result<std::vector<NamedArray>> arraysOf(std::span<const std::byte> bytes, ArrayKind kind,
                                         std::int64_t maxBytes) {
    const auto one = [](Result<NamedArray> array) -> Result<std::vector<NamedArray>> {
        if (!array) {
            return fail(array.error());
        }
        return std::vector<NamedArray>{std::move(*array)};
    };
    switch (kind) {
    case ArrayKind::Npy:
        return one(format::parseNpy(bytes));
    case ArrayKind::Idx:
        return one(format::parseIdx(bytes));
    case ArrayKind::Npz:
        return format::parseNpz(bytes, static_cast<std::uint64_t>(maxBytes));
    case ArrayKind::Safetensors:
        break;
    }
    auto file = format::parseSafetensors(bytes);
    if (!file) {
        return fail(file.error());
    }
    return std::move(file->arrays);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto place = text.rfind(from);
    return place == std::string::npos ? std::string() : text.replace(place, from.size(), to);
}

// Where the labels of a file of inputs may lie.
std::vector<std::filesystem::path> labelFiles(const DataSpec& spec) {
    const auto folder = spec.file.parent_path();
    if (!spec.reading.label.empty()) {
        return {folder / spec.reading.label, std::filesystem::path(spec.reading.label)};
    }
    const auto name = spec.file.filename().string();
    std::vector<std::filesystem::path> files;
    const auto propose = [&](const std::string& other) {
        if (!other.empty() && other != name) {
            files.push_back(folder / other);
        }
    };
    const auto labels = replaced(name, "images", "labels");
    propose(replaced(labels, "idx3", "idx1"));
    propose(replaced(labels, "idx4", "idx1"));
    propose(labels);
    for (const auto* inputs : {"inputs", "features", "data"}) {
        propose(replaced(name, inputs, "labels"));
    }
    const auto stem = spec.file.stem().string();
    const auto ending = spec.file.extension().string();
    propose(stem + "-labels" + ending);
    propose(stem + "_labels" + ending);
    if (stem == "x" || stem == "X" || stem.starts_with("x_") || stem.starts_with("X_")) {
        propose((stem[0] == 'x' ? "y" : "Y") + stem.substr(1) + ending);
    }
    return files;
}

struct FoundLabels {
    NamedArray array;
    std::string file; // its name
};

Result<FoundLabels> labelsBeside(const DataSpec& spec, std::int64_t maxBytes) {
    std::error_code ignored;
    const auto candidates = labelFiles(spec);
    for (const auto& file : candidates) {
        if (!std::filesystem::is_regular_file(file, ignored)) {
            continue;
        }
        auto bytes = format::readFile(file, static_cast<std::uint64_t>(maxBytes));
        if (bytes && bytes->size() > 1 && (*bytes)[0] == std::byte{0x1F} &&
            (*bytes)[1] == std::byte{0x8B}) {
            bytes = format::gunzip(*bytes, static_cast<std::uint64_t>(maxBytes));
        }
        if (!bytes) {
            return fail(bytes.error().within(file.filename().string()));
        }
        const auto kind = arrayKind(*bytes);
        if (!kind) {
            return fail(ErrorCode::Corrupt,
                        file.filename().string() + " should hold the labels, but is no array");
        }
        auto arrays = arraysOf(*bytes, *kind, maxBytes);
        if (!arrays) {
            return fail(arrays.error().within(file.filename().string()));
        }
        return FoundLabels{std::move(arrays->front()), spec.reading.label.empty()
                                                           ? file.filename().string()
                                                           : spec.reading.label};
    }
    std::string looked;
    for (const auto& file : candidates) {
        looked += (looked.empty() ? "" : ", ") + file.filename().string();
    }
    return fail(ErrorCode::NotFound,
                fmt::format("the file holds inputs only, and no file of labels was found beside "
                            "it; name it with data.reading.label (looked for {})",
                            looked));
}

struct Chosen {
    NamedArray inputs, labels;
};

Result<std::size_t> arrayNamed(const std::vector<NamedArray>& arrays, const std::string& name) {
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        if (arrays[i].name == name) {
            return i;
        }
    }
    std::string known;
    for (const auto& array : arrays) {
        known += (known.empty() ? "" : ", ") + readableName(array.name);
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("there is no array '{}'; choose from {}", name, known));
}

// The array of the reading's name; nothing where it says none.
Result<std::optional<std::size_t>> wantedArray(const std::vector<NamedArray>& arrays,
                                               const std::string& name) {
    if (name.empty()) {
        return std::optional<std::size_t>();
    }
    const auto named = arrayNamed(arrays, name);
    return named ? Result<std::optional<std::size_t>>(*named) : fail(named.error());
}

// By a usual name, else the only kind of array that labels can be.
std::optional<std::size_t> foundLabels(const std::vector<NamedArray>& arrays,
                                       const std::optional<std::size_t>& inputs) {
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        if (i != inputs && std::find(kLabelArrays.begin(), kLabelArrays.end(), arrays[i].name) !=
                               kLabelArrays.end()) {
            return i;
        }
    }
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        if (i != inputs && arrays[i].shape.size() == 1) {
            return i;
        }
    }
    return std::nullopt;
}

// The largest array with as many samples as there are labels.
std::optional<std::size_t> foundInputs(const std::vector<NamedArray>& arrays, std::size_t labels) {
    std::optional<std::size_t> inputs;
    if (arrays[labels].shape.empty()) {
        return inputs;
    }
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        const auto& array = arrays[i];
        const bool fits =
            i != labels && array.shape.size() >= 2 && array.shape[0] == arrays[labels].shape[0];
        if (fits && (!inputs || array.bytes.size() > arrays[*inputs].bytes.size())) {
            inputs = i;
        }
    }
    return inputs;
}

Result<Chosen> choose(std::vector<NamedArray> arrays, const DataReading& reading) {
    auto inputs = wantedArray(arrays, reading.inputs);
    auto labels = wantedArray(arrays, reading.label);
    if (!inputs || !labels) {
        return fail(inputs ? labels.error() : inputs.error());
    }
    if (!*labels) {
        *labels = foundLabels(arrays, *inputs);
    }
    if (!*inputs && *labels) {
        *inputs = foundInputs(arrays, **labels);
    }
    if (!*labels || !*inputs || *labels == *inputs) {
        std::string known;
        for (const auto& array : arrays) {
            known += (known.empty() ? "" : "; ") + shapeText(array);
        }
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("which array holds the inputs and which the labels cannot be found "
                                "out; name them with data.reading.inputs and label (there are {})",
                                known));
    }
    return Chosen{std::move(arrays[**inputs]), std::move(arrays[**labels])};
}

} // namespace

std::optional<ArrayKind> arrayKind(std::span<const std::byte> bytes) {
    const auto at = [&](std::size_t i) {
        return i < bytes.size() ? std::to_integer<int>(bytes[i]) : -1;
    };
    if (at(0) == 0x93 && at(1) == 'N' && at(2) == 'U') {
        return ArrayKind::Npy;
    }
    if (at(0) == 'P' && at(1) == 'K' && at(2) == 3) {
        return ArrayKind::Npz;
    }
    if (at(0) == 0 && at(1) == 0 && at(2) >= 8 && at(2) <= 14 && at(3) >= 1) {
        return ArrayKind::Idx;
    }
    // Eight bytes of length, then JSON.
    if (at(8) == '{' && at(7) == 0 && at(6) == 0) {
        return ArrayKind::Safetensors;
    }
    return std::nullopt;
}

Result<DataFile> readArrays(std::span<const std::byte> bytes, ArrayKind kind, const DataSpec& spec,
                            const ReadLimits& limits) {
    auto arrays = arraysOf(bytes, kind, limits.maxBytes);
    if (!arrays) {
        return fail(arrays.error());
    }
    constexpr std::array<const char*, 4> kNames = {"NumPy array", "NumPy archive", "IDX",
                                                   "SafeTensors"};
    DataFile file;
    file.about.format = kNames[static_cast<std::size_t>(kind)];
    file.about.reading = spec.reading;
    for (const auto& array : *arrays) {
        file.about.arrays.push_back(shapeText(array));
    }
    Chosen chosen;
    if (arrays->size() == 1) {
        auto labels = labelsBeside(spec, limits.maxBytes);
        if (!labels) {
            return fail(labels.error());
        }
        chosen = {std::move(arrays->front()), std::move(labels->array)};
        file.about.reading.label = labels->file;
    } else {
        auto both = choose(std::move(*arrays), spec.reading);
        if (!both) {
            return fail(both.error());
        }
        chosen = std::move(*both);
        file.about.reading.inputs = chosen.inputs.name;
        file.about.reading.label = chosen.labels.name;
    }
    if (auto good = fillFromArrays(chosen.inputs, chosen.labels, limits, file); !good) {
        return fail(good.error());
    }
    return file;
}

} // namespace tessera::data
