#include "core/experiment/labels.h"
#include "core/jobs/describe_kinds.h"
#include "core/zoo/network_state.h"
#include "core/zoo/zoo_registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tessera::jobs {

namespace {

constexpr int kUnknownClasses = 2; // to build with, where nothing says how many there are
constexpr std::int64_t kSamples = 2;

torch::Tensor zeros(const InputSpec& input) {
    switch (input.kind) {
    case InputKind::Tokens:
        return torch::zeros({kSamples, input.length}, torch::kInt64);
    case InputKind::Rows:
        return torch::zeros({kSamples, input.length, input.width});
    case InputKind::Image:
        return torch::zeros({kSamples, input.channels, input.length, input.width});
    case InputKind::Flat:
        return torch::zeros({kSamples, input.length});
    }
    return {};
}

// Shapes of one sample, in the order in which the taps are recorded.
class Shapes : public zoo::TapSink {
public:
    void record(const std::string& name, const torch::Tensor& value) override {
        shapes[name] = value.sizes().slice(1).vec();
    }
    std::map<std::string, std::vector<std::int64_t>> shapes;
};

// "Conv1d" of "torch::nn::Conv1dImpl".
std::string typeOf(const torch::nn::Module& module) {
    auto name = module.name();
    if (const auto colon = name.rfind(':'); colon != std::string::npos) {
        name = name.substr(colon + 1);
    }
    constexpr std::string_view kEnd = "Impl";
    return name.ends_with(kEnd) ? name.substr(0, name.size() - kEnd.size()) : name;
}

std::int64_t elementsOf(const std::vector<std::int64_t>& shape) {
    std::int64_t count = 1;
    for (const auto size : shape) {
        count *= size;
    }
    return count;
}

std::int64_t parametersOf(const torch::nn::Module& module) {
    std::int64_t count = 0;
    for (const auto& parameter : module.parameters()) {
        count += parameter.numel();
    }
    return count;
}

const char* roleName(zoo::TapRole role) {
    switch (role) {
    case zoo::TapRole::Attention:
        return "attention";
    case zoo::TapRole::Stream:
        return "sum after the block";
    case zoo::TapRole::Feature:
        return "input of the head";
    case zoo::TapRole::Embedding:
    case zoo::TapRole::Block:
    case zoo::TapRole::Part:
    case zoo::TapRole::Head:
        break;
    }
    return "value";
}

void describeModules(zoo::Network& network, NetworkDescription& description) {
    Shapes recorded;
    {
        const torch::NoGradGuard noGrad;
        network.eval();
        network.forward(zeros(network.input()), &recorded);
    }
    std::map<std::string, NetworkModule*> places;
    for (const auto& item : network.named_modules()) {
        const auto& name = item.key();
        NetworkModule module;
        module.name = name;
        module.type = typeOf(*item.value());
        module.depth =
            name.empty() ? 0
                         : 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), '.'));
        module.parameters = parametersOf(*item.value());
        description.modules.push_back(std::move(module));
    }
    for (auto& module : description.modules) {
        places[module.name] = &module;
    }
    std::vector<NetworkModule> others; // taps between the modules
    for (const auto& point : network.tapPoints()) {
        const auto& shape = recorded.shapes[point.name];
        description.recordingBytesPerSample += 4 * point.width;
        description.fullBytesPerSample += 4 * elementsOf(shape);
        NetworkModule entry;
        entry.name = point.name;
        entry.type = roleName(point.role);
        entry.depth = 1;
        auto* module = places.contains(point.name) ? places[point.name] : &entry;
        module->outputShape = shape;
        module->isTap = true;
        module->tapWidth = point.width;
        module->calls = 1;
        if (module == &entry) {
            others.push_back(entry);
        }
    }
    description.modules.insert(description.modules.end(), others.begin(), others.end());
}

} // namespace

std::string wantsText(const InputSpec& input) {
    switch (input.kind) {
    case InputKind::Tokens:
        return fmt::format("{} tokens from 0 to {}", input.length, input.vocabulary - 1);
    case InputKind::Rows:
        return fmt::format("{} rows of {} numbers", input.length, input.width);
    case InputKind::Image:
        return fmt::format("images of {}x{}x{} (channels x height x width)", input.channels,
                           input.length, input.width);
    case InputKind::Flat:
        return fmt::format("vectors of {} numbers", input.length);
    }
    return {};
}

NetworkDescription describeBuilt(zoo::ZooNetwork& network, const DescribeRequest& request) {
    NetworkDescription description;
    describeModules(network, description);
    description.parameters = parametersOf(network);
    for (const auto& buffer : network.buffers()) {
        description.buffers += buffer.numel();
    }
    description.feature = "feature";
    description.hasHead = true;
    description.classes = network.classes();
    description.wants = wantsText(network.input());
    description.input = network.input();
    if (auto warning = classesWarning(network.classes(), request.classes); !warning.empty()) {
        description.warnings.push_back(std::move(warning));
    }
    return description;
}

DescriptionResult describeZoo(const DescribeRequest& request, const Watch&) {
    if (!request.spec.architecture) {
        return fail(ErrorCode::InvalidArgument, "the network needs an architecture or a file");
    }
    const auto& architecture = *request.spec.architecture;
    auto description = std::make_shared<NetworkDescription>();
    if (request.input) {
        const int classes = request.classes > 0 ? request.classes : kUnknownClasses;
        auto network = zoo::buildNetwork(
            {architecture, *request.input, architecture.classes.value_or(classes)},
            /*seed=*/0);
        if (!network) {
            return fail(network.error());
        }
        *description = describeBuilt(**network, request);
    } else {
        description->feature = "feature";
        description->hasHead = true;
        description->wants = "whatever the data has";
        description->warnings.emplace_back("The data decides the shapes; choose them first.");
    }
    description->kind = NetworkDescription::Kind::Zoo;
    description->title = experiment::networkLabel(request.spec);
    description->classes = architecture.classes.value_or(request.classes);
    return std::shared_ptr<const NetworkDescription>(std::move(description));
}

DescriptionResult describeCheckpoint(const DescribeRequest& request, const Watch&) {
    const auto network = zoo::loadCheckpoint(request.spec.file);
    if (!network) {
        return fail(network.error());
    }
    auto description = std::make_shared<NetworkDescription>(describeBuilt(**network, request));
    description->kind = NetworkDescription::Kind::Checkpoint;
    description->title = request.spec.file.filename().string();
    if (request.input && *request.input != (*network)->input()) {
        description->warnings.push_back(fmt::format("The network was made for {}, the data are {}.",
                                                    description->wants, wantsText(*request.input)));
    }
    return std::shared_ptr<const NetworkDescription>(std::move(description));
}

} // namespace tessera::jobs
