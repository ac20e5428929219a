#pragma once

#include "core/api/network_description.h"
#include "core/api/watch.h"
#include "core/zoo/zoo_network.h"

#include <memory>

// describeNetwork() for each kind of network; a pair of a function and a file.
namespace tessera::jobs {

struct DescribeRequest {
    const NetworkSpec& spec;
    std::optional<InputSpec> input; // to try it with; none: only what the file tells
    int classes = 0;                // of the data; 0: unknown
};

using DescriptionResult = Result<std::shared_ptr<const NetworkDescription>>; // null if stopped

[[nodiscard]] DescriptionResult describeZoo(const DescribeRequest& request,
                                            const Watch& watch);
[[nodiscard]] DescriptionResult describeCheckpoint(const DescribeRequest& request,
                                                   const Watch& watch);
[[nodiscard]] DescriptionResult describeTorchScript(const DescribeRequest& request,
                                                    const Watch& watch);
[[nodiscard]] DescriptionResult describeStateDict(const DescribeRequest& request,
                                                  const Watch& watch);

// What a network of the zoo shows when it is run on zeros: modules, taps, sizes.
[[nodiscard]] NetworkDescription describeBuilt(zoo::ZooNetwork& network,
                                               const DescribeRequest& request);

// "images of 3x32x32 (channels x height x width)"
[[nodiscard]] std::string wantsText(const InputSpec& input);

// What is wrong with the request rather than with the file.
[[nodiscard]] std::string classesWarning(int network, int data);

} // namespace tessera::jobs
