#include "core/session/snapshot_file.h"

#include "core/format/file_io.h"
#include "core/format/safetensors.h"
#include "core/session/sealed_arrays.h"
#include "core/session/snapshot_check.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>

namespace tessera::session {

namespace {

using format::ArrayFile;
using format::DType;
using format::NamedArray;
using Json = nlohmann::ordered_json;

constexpr int kSchema = 2;
constexpr const char* kAbout = "twb.views";
constexpr const char* kFirst = "first";
constexpr const char* kLast = "last";

// In the order of InputKind. Frozen.
constexpr std::array<const char*, 4> kInputKinds = {"tokens", "rows", "image", "flat"};

tl::unexpected<Error> corrupt(const std::string& what) {
    return fail(
        ErrorCode::Corrupt,
        fmt::format("The views of the run are damaged: {}; repeat the run to see them.", what));
}

std::string layerArray(const std::string& network, const std::string& layer) {
    return network + "/layers/" + layer;
}

// --- Writing -------------------------------------------------------------------------------------

template <class T>
void put(ArrayFile& file, std::string name, DType dtype, std::vector<std::int64_t> shape,
         const std::vector<T>& values) {
    const auto bytes = std::as_bytes(std::span(values));
    file.arrays.push_back({std::move(name), dtype, std::move(shape), {bytes.begin(), bytes.end()}});
}

void put(ArrayFile& file, std::string name, const Matrix& matrix) {
    put(file, std::move(name), DType::F32, {matrix.rows, matrix.columns}, matrix.values);
}

void put(ArrayFile& file, std::string name, const std::vector<std::int32_t>& classes) {
    put(file, std::move(name), DType::I32, {static_cast<std::int64_t>(classes.size())}, classes);
}

void put(ArrayFile& file, const std::string& name, const NetworkRows& network) {
    for (const LayerRows& layer : network.layers) {
        put(file, layerArray(name, layer.name), layer.values);
    }
    if (!network.hub.empty()) {
        put(file, name + "/hub", network.hub);
    }
    put(file, name + "/predicted", network.predicted);
}

void put(ArrayFile& file, const std::string& name, const Snapshot& snapshot) {
    put(file, name, *snapshot.receiver);
    put(file, name + "/axis_shares", DType::F64,
        {static_cast<std::int64_t>(snapshot.axisShares.size())}, snapshot.axisShares);
    if (!snapshot.drift.empty()) {
        put(file, name + "/drift", DType::F32, {static_cast<std::int64_t>(snapshot.drift.size())},
            snapshot.drift);
    }
}

Json layerNames(const NetworkRows& network) {
    auto names = Json::array();
    for (const LayerRows& layer : network.layers) {
        names.push_back(layer.name);
    }
    return names;
}

Json describe(const RunSnapshots& snapshots) {
    const auto& [first, last] = snapshots;
    const InputSpec& input = first->samples->input;
    Json about;
    about["schema"] = kSchema;
    about["input"] = {{"kind", kInputKinds[static_cast<std::size_t>(input.kind)]},
                      {"length", input.length},
                      {"width", input.width},
                      {"channels", input.channels},
                      {"vocabulary", input.vocabulary}};
    about["classes"] = first->samples->classes;
    about["total"] = first->samples->total;
    about["steps"] = {first->step};
    if (last != first) {
        about["steps"].push_back(last->step);
    }
    about["layers"] = {{"source", layerNames(*first->source)},
                       {"receiver", layerNames(*first->receiver)}};
    return about;
}

// --- Reading -------------------------------------------------------------------------------------

// The array's numbers, whose kind it has already been asked for.
template <class T>
std::vector<T> valuesOf(const std::optional<NamedArray>& array) {
    std::vector<T> values(array ? array->bytes.size() / sizeof(T) : 0);
    if (!values.empty()) {
        std::memcpy(values.data(), array->bytes.data(), values.size() * sizeof(T));
    }
    return values;
}

Matrix takeMatrix(ArrayTaker& arrays, const std::string& name) {
    const auto array = arrays.take(name, DType::F32, 2);
    return array ? Matrix{array->shape[0], array->shape[1], valuesOf<float>(array)} : Matrix{};
}

std::vector<std::int32_t> takeClasses(ArrayTaker& arrays, const std::string& name) {
    return valuesOf<std::int32_t>(arrays.take(name, DType::I32, 1));
}

// What the metadata tells.
struct About {
    SampleSet samples; // without inputs and labels
    std::vector<std::int64_t> steps;
    std::vector<std::string> sourceLayers, receiverLayers;
};

// Throws Json::exception or std::domain_error where something is missing or of another kind.
About aboutFrom(const Json& json) {
    About about;
    const Json& input = json.at("input");
    const auto kind =
        std::find(kInputKinds.begin(), kInputKinds.end(), input.at("kind").get<std::string>());
    if (kind == kInputKinds.end()) {
        throw std::domain_error("not a kind of input");
    }
    about.samples.input = {static_cast<InputKind>(kind - kInputKinds.begin()),
                           integerFrom(input.at("length")), integerFrom(input.at("width")),
                           integerFrom(input.at("channels")), integerFrom(input.at("vocabulary"))};
    const auto classes = integerFrom(json.at("classes"));
    about.samples.classes =
        static_cast<int>(std::clamp<std::int64_t>(classes, 0, kMaxShownClasses + 1));
    about.samples.total = integerFrom(json.at("total"));
    for (const Json& step : json.at("steps")) {
        about.steps.push_back(integerFrom(step));
    }
    if (about.steps.empty() || about.steps.size() > 2) {
        throw std::domain_error("not one or two steps");
    }
    about.sourceLayers = json.at("layers").at("source").get<std::vector<std::string>>();
    about.receiverLayers = json.at("layers").at("receiver").get<std::vector<std::string>>();
    return about;
}

Result<About> readAbout(const ArrayFile& file) {
    const auto text = file.metadata.find(kAbout);
    if (text == file.metadata.end()) {
        return fail(ErrorCode::Corrupt,
                    "The file holds no views of a run; choose one written by a transfer.");
    }
    try {
        const auto json = Json::parse(text->second);
        if (integerFrom(json.at("schema")) > kSchema) {
            return fail(ErrorCode::Unsupported,
                        "The views of the run were written by a newer version; update this "
                        "program.");
        }
        // Before the rest is believed.
        if (!isSealed(file)) {
            return corrupt("their checksum does not fit");
        }
        return aboutFrom(json);
    } catch (const Json::exception&) {
        return corrupt("their description cannot be read");
    } catch (const std::domain_error& error) {
        return corrupt(fmt::format("their description has {}", error.what()));
    }
}

std::shared_ptr<const NetworkRows> takeNetwork(ArrayTaker& arrays, const std::string& name,
                                               const std::vector<std::string>& layers) {
    auto network = std::make_shared<NetworkRows>();
    for (const auto& layer : layers) {
        network->layers.push_back({layer, takeMatrix(arrays, layerArray(name, layer))});
    }
    if (arrays.has(name + "/hub")) {
        network->hub = takeMatrix(arrays, name + "/hub");
    }
    network->predicted = takeClasses(arrays, name + "/predicted");
    return network;
}

Result<RunSnapshots> snapshotsFrom(ArrayFile file) {
    const auto about = readAbout(file);
    if (!about) {
        return fail(about.error());
    }
    ArrayTaker arrays(std::move(file));
    auto samples = std::make_shared<SampleSet>(about->samples);
    samples->inputs = takeMatrix(arrays, "inputs");
    samples->labels = takeClasses(arrays, "labels");
    const auto source = takeNetwork(arrays, "source", about->sourceLayers);
    const auto take = [&](const char* name, std::int64_t step) {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = step;
        snapshot->samples = samples;
        snapshot->source = source;
        snapshot->receiver = takeNetwork(arrays, name, about->receiverLayers);
        snapshot->axisShares =
            valuesOf<double>(arrays.take(std::string(name) + "/axis_shares", DType::F64, 1));
        if (const auto drift = std::string(name) + "/drift"; arrays.has(drift)) {
            snapshot->drift = valuesOf<float>(arrays.take(drift, DType::F32, 1));
        }
        return snapshot;
    };
    RunSnapshots snapshots;
    snapshots.first = take(kFirst, about->steps.front());
    snapshots.last = about->steps.size() == 1 ? snapshots.first : take(kLast, about->steps.back());
    if (const auto problem = arrays.problem(); !problem.empty()) {
        return corrupt(problem);
    }
    if (const auto problem = problemOf(snapshots)) {
        return corrupt(*problem);
    }
    return snapshots;
}

} // namespace

Result<std::int64_t> writeSnapshots(const std::filesystem::path& file,
                                    const RunSnapshots& snapshots) {
    if (const auto problem = problemOf(snapshots)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the views of the run cannot be kept because {}", *problem));
    }
    const auto& [first, last] = snapshots;
    ArrayFile arrays;
    arrays.metadata[kAbout] = compactText(describe(snapshots));
    put(arrays, "inputs", first->samples->inputs);
    put(arrays, "labels", first->samples->labels);
    put(arrays, "source", *first->source);
    put(arrays, kFirst, *first);
    if (last != first) {
        put(arrays, kLast, *last);
    }
    const auto bytes = sealed(std::move(arrays));
    if (!bytes) {
        return fail(bytes.error());
    }
    if (auto written = format::writeFileAtomically(file, *bytes); !written) {
        return fail(written.error());
    }
    return static_cast<std::int64_t>(bytes->size());
}

Result<RunSnapshots> readSnapshots(const std::filesystem::path& file) {
    auto arrays = format::readSafetensors(file);
    if (!arrays) {
        return fail(arrays.error());
    }
    auto snapshots = snapshotsFrom(*std::move(arrays));
    if (!snapshots) {
        return fail(snapshots.error().within(file.string()));
    }
    return snapshots;
}

} // namespace tessera::session
