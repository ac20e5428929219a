#pragma once

#include "core/api/documents.h"

#include <memory>

namespace tessera::app {

// Experiments as JSON, stores as SQLite, snapshots as SafeTensors. Holds no state.
[[nodiscard]] std::unique_ptr<Documents> makeDocuments();

} // namespace tessera::app
