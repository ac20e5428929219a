#include "app/composition/job_service.h"

#include "app/composition/engine_host.h"
#include "app/composition/engine_loader.h"
#include "app/composition/engine_settings.h"
#include "core/experiment/labels.h"
#include "core/experiment/study_expansion.h"
#include "core/session/job_runner.h"

#include <atomic>

namespace tessera::app {

std::unique_ptr<JobService> makeJobService(JobObserver& observer, TokenWriter& tokens,
                                           const std::function<bool()>& mayLoad) {
    const auto apart = std::make_shared<std::atomic<bool>>(true);
    const session::JobTools tools{
        [mayLoad, apart]() -> Result<std::unique_ptr<Engine>> {
            if (mayLoad && !mayLoad()) {
                return fail(ErrorCode::Unsupported, "the tensor engine is not needed");
            }
            auto engine = loadEngine(engineSettings());
            return engine ? withScriptsApart(*std::move(engine), apart) : std::move(engine);
        },
        [](const Experiment& experiment) {
            return session::RunLabels{experiment::networkLabel(experiment.source.network),
                                      experiment::networkLabel(experiment.receiver.network)};
        },
        experiment::experimentHash, [apart](bool wanted) { apart->store(wanted); }};
    return std::make_unique<session::ThreadedJobRunner>(tools, tokens, observer);
}

} // namespace tessera::app
