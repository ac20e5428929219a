#pragma once

#include "core/api/events.h"
#include "core/api/run.h"
#include "core/data/split_data.h"
#include "core/zoo/network.h"

#include <cstdint>
#include <stop_token>

namespace tessera::jobs {

// Whether the source meets in the reference set what it knows from its own data: what it makes of
// the reference inputs against what it makes of inputs of its own data that it has not learned from
// (SplitData::sourceHeldOut; what it has learned looks different without any shift). Two tests of
// drift::compareSamples(): of its features, and of the margin between its two largest logits, which
// shrinks where it is less sure. p = 2 min(p_1, p_2) (Bonferroni; Rabanser, Guennemann and Lipton
// 2019 combine tests of a classifier's outputs so), a false alarm in kShiftAlpha of the cases at
// most; where parts are stratified by class they are more alike than by chance, and alarms rarer.
// It sees inputs through the source's eyes and no labels: a source that was taught wrong labels
// behaves alike on both and goes unnoticed. Emits shift.score and shift.p_value, and a warning
// where they differ. Not measured where nothing was held out, or if stopped.
[[nodiscard]] ShiftFigures checkForShift(zoo::Network& source, const data::SplitData& data,
                                         std::uint64_t seed, EventSink& events,
                                         const std::stop_token& stop);

} // namespace tessera::jobs
