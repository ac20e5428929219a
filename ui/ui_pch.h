#pragma once

#include "core/api/documents.h"
#include "core/api/job_service.h"
#include "core/api/run_view.h"

#include <QtWidgets>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
