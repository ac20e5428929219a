#pragma once

#include "core/api/events.h"
#include "core/api/experiment.h"
#include "core/api/result.h"
#include "core/data/split_data.h"
#include "core/zoo/network.h"

#include <filesystem>
#include <stop_token>

namespace tessera::jobs {

// Gets the two networks of an experiment ready. Trained networks are kept in `cacheDir` (if not
// empty) under a hash of everything that decides their weights, so that a source is trained once
// per seed and not once per pair; a cached network is bit for bit the trained one.
struct Preparation {
    const Experiment& experiment;
    const data::SplitData& data;
    std::filesystem::path cacheDir;
    int threads = 1;
};

// A null pointer if stopped. NotFound, Corrupt, Unsupported, InvalidArgument, Diverged, Io.
[[nodiscard]] Result<zoo::NetworkPtr> prepareSource(const Preparation& preparation,
                                                    EventSink& events, const std::stop_token& stop);
[[nodiscard]] Result<zoo::NetworkPtr>
prepareReceiver(const Preparation& preparation, EventSink& events, const std::stop_token& stop);

// The checks of both without computing: families, sizes, and class counts against the data's.
[[nodiscard]] Result<void> checkNetworks(const Experiment& experiment, const InputSpec& input,
                                         int classes);

} // namespace tessera::jobs
