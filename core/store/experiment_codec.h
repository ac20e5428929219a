#pragma once

#include "core/api/experiment.h"
#include "core/api/result.h"

#include <functional>
#include <string>

namespace tessera::store {

// How an experiment becomes text and comes back. Given by who builds the store, because the JSON
// form belongs to core/experiment, which lies beside this folder. Both must be callable from any
// thread, at the same time. In a JSON object that begins with schema, name and seed these two
// fields must decide nothing but the name and the seed of what is decoded (recipe_cache.h).
struct ExperimentCodec {
    std::function<std::string(const Experiment&)> encode;
    std::function<Result<Experiment>(const std::string&)> decode;
};

} // namespace tessera::store
