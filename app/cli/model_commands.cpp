#include "app/cli/model_commands.h"

#include "app/cli/input_text.h"
#include "app/cli/model_text.h"
#include "app/cli/text_table.h"
#include "app/composition/run_export.h"

#include <nlohmann/json.hpp>

namespace tessera::cli {

int listModels(const CommandContext& context) {
    const auto engine = loadEngine(context);
    if (!engine) {
        return refuse(context, engine.error());
    }
    TextTable table({"family", "what it is"}, 2);
    auto json = nlohmann::ordered_json::array();
    for (const auto& each : (*engine)->catalog().architectures) {
        json.push_back({{"id", each.id}, {"description", each.description}});
        table.add({each.id, each.description});
    }
    return print(context.json ? app::jsonText(json)
                              : table.text() + "\nFiles: TorchScript, checkpoints of this program, "
                                               "and PyTorch's state dicts with --family.\n");
}

int describeModel(const CommandContext& context, const ModelInfoOptions& options) {
    const auto engine = loadEngine(context);
    if (!engine) {
        return refuse(context, engine.error());
    }
    NetworkSpec spec;
    spec.file = options.file;
    if (!options.family.empty()) {
        spec.architecture.emplace();
        spec.architecture->family = ArchitectureId(options.family);
        spec.architecture->width = options.width;
        spec.architecture->depth = options.depth;
    }
    const auto about = (*engine)->describeNetwork(spec, inputFromText(options.input),
                                                  options.classes, context.stop);
    if (!about) {
        return refuse(context, about.error());
    }
    if (*about == nullptr) {
        return kExitCancelled;
    }
    const int printed =
        print(context.json ? app::jsonText(modelJson(**about)) : modelText(**about));
    return printed == kExitOk && (*about)->refusal ? exitCodeFor((*about)->refusal->code) : printed;
}

} // namespace tessera::cli
