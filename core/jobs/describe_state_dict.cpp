#include "core/jobs/describe_kinds.h"

namespace tessera::jobs {

DescriptionResult describeStateDict(const DescribeRequest&, const std::stop_token&) {
    return fail(ErrorCode::Unsupported,
                "the file is neither TorchScript nor a checkpoint of this program");
}

} // namespace tessera::jobs
