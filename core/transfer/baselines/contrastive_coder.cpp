#include "core/transfer/baselines/contrastive_coder.h"

namespace tessera::transfer {

Result<bool> trainAlone(hub::ContrastiveCoder coder, const torch::Tensor& rows,
                        const hub::CoderTraining& training, const std::stop_token& stop) {
    const auto loss = [&](const torch::Tensor& index) -> Result<torch::Tensor> {
        const auto batch = rows.index_select(0, index);
        const auto half = batch.size(0) / 2;
        const auto coordinates = coder->encode(batch);
        const auto contrast =
            hub::partnerLoss(coordinates.narrow(0, 0, half), coordinates.narrow(0, half, half),
                             hub::kPartnerTemperature);
        return contrast + hub::kReconstruction * torch::mse_loss(coder->decode(coordinates), batch);
    };
    return hub::trainCoders(coder->parameters(), rows.size(0), loss, training, {stop, nullptr});
}

} // namespace tessera::transfer
