#pragma once

#include "core/api/network_description.h"

#include <memory>
#include <stop_token>

// describeNetwork() for each kind of network; a pair of a function and a file.
namespace tessera::jobs {

struct DescribeRequest {
    const NetworkSpec& spec;
    std::optional<InputSpec> input; // to try it with; none: only what the file tells
    int classes = 0;                // of the data; 0: unknown
};

using DescriptionResult = Result<std::shared_ptr<const NetworkDescription>>; // null if stopped

[[nodiscard]] DescriptionResult describeZoo(const DescribeRequest& request,
                                            const std::stop_token& stop);
[[nodiscard]] DescriptionResult describeCheckpoint(const DescribeRequest& request,
                                                   const std::stop_token& stop);
[[nodiscard]] DescriptionResult describeTorchScript(const DescribeRequest& request,
                                                    const std::stop_token& stop);
[[nodiscard]] DescriptionResult describeStateDict(const DescribeRequest& request,
                                                  const std::stop_token& stop);

// What is wrong with the request rather than with the file.
[[nodiscard]] std::string classesWarning(int network, int data);

} // namespace tessera::jobs
