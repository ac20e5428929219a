#include "core/transfer/mode_registry.h"

#include "core/transfer/baselines/attention_transfer.h"
#include "core/transfer/baselines/baseline_mode.h"
#include "core/transfer/baselines/bottleneck.h"
#include "core/transfer/baselines/closed_forms.h"
#include "core/transfer/baselines/contrastive_distillation.h"
#include "core/transfer/baselines/distillation.h"
#include "core/transfer/baselines/hints.h"
#include "core/transfer/baselines/low_rank.h"
#include "core/transfer/baselines/reference_pipeline.h"
#include "core/transfer/baselines/relational.h"
#include "core/transfer/baselines/similarity_preserving.h"
#include "core/transfer/baselines/supervised.h"
#include "core/transfer/baselines/untouched.h"
#include "core/transfer/modes/activation_mode.h"

#include <fmt/format.h>

namespace tessera::transfer {

const std::vector<std::unique_ptr<Mode>>& modes() {
    static const auto all = [] {
        std::vector<std::unique_ptr<Mode>> list;
        list.push_back(std::make_unique<ActivationMode>());
        for (const auto method :
             {distillationMethod, distillationReadoutMethod, hintsMethod, relationalMethod,
              similarityMethod, attentionMethod, contrastiveDistillationMethod, lowRankMethod,
              bottleneckMethod, stitchingMethod, rawRidgeMethod, supervisedMethod, untouchedMethod,
              referenceMethod}) {
            list.push_back(std::make_unique<BaselineMode>(method()));
        }
        return list;
    }();
    return all;
}

Result<const Mode*> findMode(const ModeId& id) {
    std::string known;
    for (const auto& mode : modes()) {
        if (mode->descriptor().id == id) {
            return mode.get();
        }
        known += (known.empty() ? "" : ", ") + mode->descriptor().id.value;
    }
    return fail(ErrorCode::NotFound,
                fmt::format("there is no transfer mode '{}'; choose from {}", id.value, known));
}

} // namespace tessera::transfer
