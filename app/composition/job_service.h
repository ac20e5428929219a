#pragma once

#include "core/api/job_service.h"
#include "core/api/token_io.h"

#include <functional>
#include <memory>

namespace tessera::app {

// Jobs on a thread of their own, which first calls `mayLoad` and then loads the engine, unless that
// says no: then there is none. The observer and the writer outlive the service; its destructor
// cancels everything and waits for the last event.
[[nodiscard]] std::unique_ptr<JobService> makeJobService(JobObserver& observer, TokenWriter& tokens,
                                                         const std::function<bool()>& mayLoad = {});

} // namespace tessera::app
