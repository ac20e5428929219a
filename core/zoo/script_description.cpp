#include "core/zoo/script_description.h"

#include "core/zoo/script_file.h"
#include "core/zoo/script_graph.h"
#include "core/zoo/script_input.h"
#include "core/zoo/script_inspection.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tessera::zoo {

namespace {

std::int64_t elementsOf(const std::vector<std::int64_t>& shape) {
    std::int64_t count = 1;
    for (const auto size : shape) {
        count *= size;
    }
    return count;
}

// The modules of the file, without running them.
void listModules(const torch::jit::Module& module, NetworkDescription& description) {
    for (const auto& part : module.named_modules()) {
        NetworkModule entry;
        entry.name = part.name;
        entry.type = typeName(part.value);
        entry.depth =
            part.name.empty()
                ? 0
                : 1 + static_cast<std::size_t>(std::count(part.name.begin(), part.name.end(), '.'));
        std::set<const void*> counted; // a tensor with two names is one
        for (const auto& parameter : part.value.parameters()) {
            if (counted.insert(parameter.unsafeGetTensorImpl()).second) {
                entry.parameters += parameter.numel();
            }
        }
        description.modules.push_back(std::move(entry));
    }
    description.parameters = description.modules.front().parameters;
    for (const auto& buffer : module.buffers()) {
        description.buffers += buffer.numel();
    }
}

void takeNotes(const TappedGraph& graph, const torch::jit::Module& module,
               NetworkDescription& description) {
    const std::set<std::string> called(graph.paths().begin(), graph.paths().end());
    for (auto& entry : description.modules) {
        if (entry.name.empty() || called.contains(entry.name)) {
            continue;
        }
        const auto place = placeAt(module, entry.name);
        const auto value = place.owner.attr(place.name);
        const bool runs = value.isModule() && value.toModule().find_method("forward");
        entry.note = runs ? "the network never calls it; others may use its weights"
                          : "it only holds others, or weights that others use";
    }
    for (const auto& [path, type] : graph.withoutTensor()) {
        for (auto& entry : description.modules) {
            if (entry.name == path) {
                entry.note = fmt::format("its output is not a tensor ({})", type);
            }
        }
    }
}

// What a run on made-up inputs has shown.
void takeRun(const ScriptNetwork& network, NetworkDescription& description) {
    for (auto& entry : description.modules) {
        const auto seen = network.seen().find(entry.name);
        if (seen != network.seen().end()) {
            entry.calls = seen->second.calls;
            entry.note = seen->second.note.empty() ? entry.note : seen->second.note;
        }
    }
    for (const auto& point : network.tapPoints()) {
        const auto shape = network.tapShape(point.name);
        description.recordingBytesPerSample += 4 * point.width;
        description.fullBytesPerSample += 4 * elementsOf(shape);
        auto entry = std::find_if(description.modules.begin(), description.modules.end(),
                                  [&](const auto& module) { return module.name == point.name; });
        if (entry == description.modules.end() || point.role == TapRole::Feature) {
            NetworkModule extra; // a second call, the feature, or the output
            extra.name = point.name;
            extra.type = point.role == TapRole::Feature ? "feature" : "value";
            extra.depth = 1;
            extra.calls = 1;
            entry = description.modules.insert(description.modules.end(), std::move(extra));
        }
        entry->isTap = true;
        entry->tapWidth = point.width;
        entry->outputShape = shape;
    }
    description.feature = "feature";
    description.hasHead = !network.head().is_empty();
    description.classes = network.classes();
    description.input = network.input();
    description.warnings.insert(description.warnings.end(), network.warnings().begin(),
                                network.warnings().end());
}

// What the file's weights tell where it was not tried.
void guessHead(const TappedGraph& graph, const torch::jit::Module& module,
               NetworkDescription& description) {
    const auto& head = graph.head();
    const auto weight =
        head && !head->weight.empty() ? tensorAt(module, head->weight) : at::Tensor();
    if (weight.defined() && weight.dim() == 2) {
        description.classes = static_cast<int>(weight.size(0));
        description.hasHead = !head->bias.empty();
        description.feature = "feature";
    }
}

} // namespace

Result<std::shared_ptr<NetworkDescription>> describeScript(const std::filesystem::path& path,
                                                           const ScriptOptions& options, bool tryIt,
                                                           const Watch& watch) {
    auto description = std::make_shared<NetworkDescription>();
    description->kind = NetworkDescription::Kind::TorchScript;
    description->title = path.filename().string();
    const auto refused = [&](const Error& error) -> Result<std::shared_ptr<NetworkDescription>> {
        if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Io ||
            error.code == ErrorCode::Corrupt) {
            return fail(error);
        }
        description->refusal = error;
        return description;
    };
    const auto file = loadScript(path, watch.stop(), watch.progress());
    if (!file) {
        return refused(file.error());
    }
    if (!*file) {
        return std::shared_ptr<NetworkDescription>(); // stopped
    }
    const auto& module = (*file)->module;
    listModules(module, *description);
    description->attributes = plainAttributes(module);
    auto operators = inspectOperators(**file);
    if (!operators) {
        return refused(operators.error());
    }
    description->operators = std::move(*operators);
    if (const auto refusal = refusalOf(description->operators, (*file)->title)) {
        return refused(*refusal);
    }
    const auto graph = TappedGraph::build(module);
    if (!graph) {
        return refused(graph.error());
    }
    description->wants = wantsText((*graph)->entry());
    takeNotes(**graph, module, *description);
    guessHead(**graph, module, *description);
    if (watch.stopRequested()) {
        return std::shared_ptr<NetworkDescription>();
    }
    if (tryIt) {
        const auto network = ScriptNetwork::create(*file, options);
        if (!network) {
            return refused(network.error());
        }
        takeRun(**network, *description);
    }
    return description;
}

} // namespace tessera::zoo
