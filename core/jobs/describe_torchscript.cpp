#include "core/jobs/describe_kinds.h"
#include "core/zoo/script_description.h"

namespace tessera::jobs {

DescriptionResult describeTorchScript(const DescribeRequest& request, const Watch& watch) {
    const zoo::ScriptOptions options{request.input.value_or(InputSpec{}),
                                     request.classes,
                                     request.classes > 0 ? request.spec.head : HeadChoice::Keep,
                                     request.spec.feature,
                                     request.spec.freeze,
                                     /*seed=*/0};
    auto described =
        zoo::describeScript(request.spec.file, options, request.input.has_value(), watch);
    if (!described) {
        return fail(described.error());
    }
    if (!*described) {
        return std::shared_ptr<const NetworkDescription>(); // stopped
    }
    if (auto warning = classesWarning((*described)->classes, request.classes); !warning.empty()) {
        (*described)->warnings.push_back(std::move(warning));
    }
    return std::shared_ptr<const NetworkDescription>(std::move(*described));
}

} // namespace tessera::jobs
