#pragma once

#include "core/api/engine.h"
#include "core/data/data_registry.h"
#include "core/jobs/prepare_networks.h"
#include "core/tap/row_store.h"
#include "core/transfer/mode.h"
#include "core/transfer/mode_registry.h"
#include "core/zoo/network.h"

#include <filesystem>
#include <optional>

namespace tessera::jobs {

// One experiment from data to token: prepare, the seven stages, controls. Used once, on one thread.
class TransferJob {
public:
    TransferJob(const TransferRequest& request, data::DataAccess access, EventSink& events,
                const std::stop_token& stop);

    [[nodiscard]] Result<TransferResult> run();

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> planMemory(zoo::Network& source, zoo::Network& receiver);
    [[nodiscard]] Result<void> transfer();
    [[nodiscard]] Result<void> measure();
    [[nodiscard]] Result<void> package();
    [[nodiscard]] Result<void> enterArtifact(const std::string& kind,
                                             const std::filesystem::path& file);
    [[nodiscard]] Result<void> runControls();
    [[nodiscard]] Result<ControlFigure> runControl(const ControlId& id, EventSink& events);
    [[nodiscard]] transfer::TransferInput input(zoo::Network& source, zoo::Network& receiver,
                                                const TransferSpec& spec) const;
    [[nodiscard]] bool stopped() const { return m_stop.stop_requested(); }

    const TransferRequest& m_request;
    const Experiment& m_experiment;
    data::DataAccess m_access;
    EventSink& m_events;
    const std::stop_token& m_stop;

    const transfer::Mode* m_mode = nullptr;
    data::SplitData m_data;
    zoo::NetworkPtr m_source, m_receiver, m_initial; // m_initial: the receiver before it learned
    std::string m_sourceId, m_receiverId;
    bool m_labelSpacesAgree = true;
    tap::RowSpacePtr m_space; // of everything that is recorded
    transfer::TransferOutcome m_outcome;
    torch::Tensor m_predicted; // of the receiver, on the test inputs
    ItemResults m_items;
    TransferResult m_result;
};

// The checks that need no computing: names, sizes, classes.
[[nodiscard]] Result<void> checkExperiment(const Experiment& experiment);

} // namespace tessera::jobs
