#pragma once

#include "core/api/events.h"
#include "core/api/experiment.h"
#include "core/api/result.h"
#include "core/api/run.h"
#include "core/data/split_data.h"
#include "core/hub/hub.h"
#include "core/privacy/release.h"
#include "core/tap/row_store.h"
#include "core/zoo/network.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace tessera::transfer {

// What a mode reads. Referenced objects belong to the caller and outlive the call.
struct TransferInput {
    zoo::Network& source;
    zoo::Network& receiver; // learns in place
    std::string sourceId;   // names in the hub and the token
    std::string receiverId;
    const data::SplitData& data;
    const TransferSpec& spec;
    std::uint64_t seed = 0;
    privacy::SourceKnowledge sourceKnowledge = privacy::SourceKnowledge::FixedWithoutRelease;
    bool labelSpacesAgree = true;
    bool shuffleSource = false;       // control: features and logits of the source permuted alike
    bool measureCurves = true;        // off for controls, which only need the receiver
    std::int64_t snapshotRows = 0;    // validation inputs that snapshots show at most; 0 = none
    tap::RowSpacePtr space = nullptr; // of all that is recorded; null: memory without bounds
};

// Logits of inputs, (n, classes), in evaluation mode without gradients.
using Predictor = std::function<torch::Tensor(const torch::Tensor& inputs)>;

// What a mode leaves behind besides the receiver's new weights.
struct TransferOutcome {
    bool cancelled = false;
    std::int64_t gradientSteps = 0;
    std::int64_t labelsUsed = 0;
    StageSeconds seconds; // the stages that the mode ran
    DriftFigures drift;   // at the end
    HubFigures hub;
    std::unique_ptr<hub::Hub> hubSpace;
    std::vector<float> vector; // the token's, padded to the hub's dimensions; empty: no token
    // Set where a part that the receiver does not have gives the answers; its weights are then
    // those that it had.
    Predictor predictor;
    std::optional<PrivacyStatement> privacy;
    std::vector<std::pair<std::string, double>> matchedLayers; // "layers.0>lstm.1", CKA
};

struct ModeDescriptor {
    ModeId id; // frozen
    std::string description;
    // Fields of TransferSpec that run() reads, by their places in the experiment's JSON below
    // `transfer`, in the order in which a form shows them.
    std::vector<std::string> parameters;
    bool asksSource = true;       // else controls that change the source change nothing
    bool endsWithReadout = false; // after epochs of learning
};

// A way to transfer. Stateless; run() may be called from any one thread. Reports progress and
// samples and polls `stop` once a batch.
class Mode {
public:
    virtual ~Mode() = default;
    [[nodiscard]] virtual const ModeDescriptor& descriptor() const = 0;

    // InvalidArgument for a dead or misfit network, Diverged for a loss that is not finite, Io for
    // recorded rows that cannot be kept. The receiver's weights are then of no use.
    [[nodiscard]] virtual Result<TransferOutcome> run(const TransferInput& input, EventSink& events,
                                                      const std::stop_token& stop) const = 0;
};

} // namespace tessera::transfer
