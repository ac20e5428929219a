#include "app/composition/job_service.h"

#include "app/composition/engine_loader.h"
#include "app/composition/engine_settings.h"
#include "core/experiment/labels.h"
#include "core/session/job_runner.h"

namespace tessera::app {

std::unique_ptr<JobService> makeJobService(JobObserver& observer, TokenWriter& tokens,
                                           const std::function<void()>& beforeLoading) {
    const session::JobTools tools{[beforeLoading] {
                                      if (beforeLoading) {
                                          beforeLoading();
                                      }
                                      return loadEngine(engineSettings());
                                  },
                                  [](const Experiment& experiment) {
                                      return session::RunLabels{
                                          experiment::networkLabel(experiment.source.network),
                                          experiment::networkLabel(experiment.receiver.network)};
                                  }};
    return std::make_unique<session::ThreadedJobRunner>(tools, tokens, observer);
}

} // namespace tessera::app
