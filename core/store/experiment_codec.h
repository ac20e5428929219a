#pragma once

#include "core/api/experiment.h"
#include "core/api/result.h"

#include <functional>
#include <string>

namespace tessera::store {

// How an experiment becomes text and comes back. Given by who builds the store, because the JSON
// form belongs to core/experiment, which lies beside this folder. Both must be callable from any
// thread, at the same time.
struct ExperimentCodec {
    std::function<std::string(const Experiment&)> encode;
    std::function<Result<Experiment>(const std::string&)> decode;
};

} // namespace tessera::store
