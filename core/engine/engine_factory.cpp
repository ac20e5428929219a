#include "core/api/engine.h"
#include "core/data/data_registry.h"
#include "core/data/shift_registry.h"
#include "core/data/task_registry.h"
#include "core/engine/blas.h"
#include "core/engine/guarded.h"
#include "core/engine/torch_analysis.h"
#include "core/hub/hub_registry.h"
#include "core/jobs/describe_data.h"
#include "core/jobs/describe_network.h"
#include "core/jobs/peak_memory.h"
#include "core/jobs/record_sample.h"
#include "core/jobs/threads.h"
#include "core/jobs/transfer_job.h"
#include "core/transfer/controls.h"
#include "core/transfer/mode_registry.h"
#include "core/zoo/zoo_registry.h"

#include <ATen/Parallel.h>
#include <torch/version.h>

#include <fmt/format.h>

#include <malloc.h>

#include <atomic>

namespace tessera::engine {

namespace {

class TorchEngine : public Engine {
public:
    explicit TorchEngine(EngineSettings settings) : m_settings(std::move(settings)) {}

    [[nodiscard]] EngineInfo info() const override {
        const auto blas = blasInfo();
        return {blas.name,    blas.kernel,
                "cpu",        at::get_num_threads(),
                blas.threads, {fmt::format("LibTorch {}", TORCH_VERSION), blas.name}};
    }

    [[nodiscard]] Catalog catalog() const override {
        Catalog all;
        for (const auto& family : zoo::families()) {
            all.architectures.push_back({family.id.value, family.description});
        }
        for (const auto& source : data::dataSources()) {
            all.datasets.push_back({{source.id, source.description},
                                    source.input,
                                    source.classes,
                                    source.defaultSplits,
                                    source.samples});
        }
        for (const auto& mode : transfer::modes()) {
            const auto& about = mode->descriptor();
            all.modes.push_back({{about.id.value, about.description}, about.parameters});
        }
        for (const auto& kind : hub::hubKinds()) {
            all.hubs.push_back({kind.id.value, kind.description});
        }
        for (const auto& shift : data::shifts()) {
            all.shifts.push_back({shift.id, shift.description});
        }
        for (const auto& task : data::tasks()) {
            all.tasks.push_back({task.id, task.description});
        }
        for (const auto& control : transfer::controls()) {
            all.controls.push_back({control.id.value, control.description});
        }
        return all;
    }

    void setMemoryBudget(std::int64_t bytes) override { m_memoryBudget.store(bytes); }

    [[nodiscard]] Result<double> measureGflops(int threads) override {
        return guarded([&]() -> Result<double> {
            jobs::useThreads(threads);
            return measureSgemm();
        });
    }

    [[nodiscard]] Result<void> check(const Experiment& experiment) const override {
        return guarded([&] { return jobs::checkExperiment(experiment); });
    }

    [[nodiscard]] Result<std::shared_ptr<const DataDescription>>
    describeData(const DataSpec& spec, const Watch& watch) const override {
        return guarded([&] { return jobs::describeData(spec, access(), watch); });
    }

    [[nodiscard]] Result<std::shared_ptr<const NetworkDescription>>
    describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>& input, int classes,
                    const Watch& watch) const override {
        return guarded([&] { return jobs::describeNetwork(spec, input, classes, watch); });
    }

    [[nodiscard]] Result<std::vector<FullActivation>>
    recordSample(const FullActivationRequest& request, const Watch& watch) const override {
        return guarded([&] { return jobs::recordSample(request, access(), watch); });
    }

    [[nodiscard]] const Analysis& analysis() const override { return m_analysis; }

    [[nodiscard]] Result<TransferResult> transfer(const TransferRequest& request, EventSink& events,
                                                  const std::stop_token& stop) override {
        auto result =
            guarded([&] { return jobs::TransferJob(request, access(), events, stop).run(); });
        malloc_trim(0); // large blocks are kept during a run (see the malloc thresholds)
        return result;
    }

private:
    [[nodiscard]] data::DataAccess access() const {
        data::DataAccess access{m_settings.dataDir, {}};
        access.limits.images = m_settings.images.get();
        const std::int64_t budget = m_memoryBudget.load();
        access.limits.maxBytes = budget > 0 ? budget : jobs::machineBytes() / 2;
        return access;
    }

    EngineSettings m_settings;
    TorchAnalysis m_analysis;
    std::atomic<std::int64_t> m_memoryBudget = 0;
};

} // namespace

} // namespace tessera::engine

tessera::Engine* tesseraCreateEngine(int version, const tessera::EngineSettings* settings) {
    if (version != tessera::kEngineVersion || settings == nullptr) {
        return nullptr;
    }
    return new tessera::engine::TorchEngine(*settings);
}
