#pragma once

// Precompiled once for all tests of the window. Sources still include what they use.
#include "core/api/documents.h"
#include "core/api/job_service.h"
#include "core/api/run_view.h"
#include "core/api/token_desk.h"

#include <QtTest>
#include <QtWidgets>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
