#include "core/jobs/describe_network.h"

#include "core/format/safetensors.h"
#include "core/jobs/describe_kinds.h"
#include "core/zoo/script_archive.h"

#include <fmt/format.h>

#include <system_error>

namespace tessera::jobs {

namespace {

// Our own checkpoints hold their recipe (core/zoo/network_state.h).
bool isCheckpoint(const std::filesystem::path& path) {
    if (path.extension() != ".safetensors") {
        return false;
    }
    const auto file = format::readSafetensors(path);
    return file && file->metadata.contains("twb.recipe");
}

} // namespace

Result<std::shared_ptr<const NetworkDescription>>
describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>& input, int classes,
                const Watch& watch) {
    const DescribeRequest request{spec, input, classes};
    if (spec.file.empty()) {
        return describeZoo(request, watch);
    }
    std::error_code error;
    if (!std::filesystem::is_regular_file(spec.file, error)) {
        return fail(
            ErrorCode::NotFound,
            fmt::format("{} does not exist or is not a file; check the path", spec.file.string()));
    }
    if (!spec.architecture && zoo::isTorchScript(spec.file)) {
        return describeTorchScript(request, watch);
    }
    return !spec.architecture && isCheckpoint(spec.file) ? describeCheckpoint(request, watch)
                                                         : describeStateDict(request, watch);
}

std::string classesWarning(int network, int data) {
    return network == data || network == 0 || data == 0
               ? std::string()
               : fmt::format("The network has {} classes, the data {}: replace the head of a "
                             "receiver, or declare that the classes differ.",
                             network, data);
}

} // namespace tessera::jobs
