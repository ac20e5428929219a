#pragma once

#include "core/api/result.h"
#include "core/api/run.h"

#include <string_view>

// What a run measured and ran on, from its text in the store. A store of many runs has as many of
// these texts, so what dump() wrote is read straight into the structs; whatever looks any other way
// goes through parse() and run_json.h and gives the same as it gives there.
namespace tessera::store {

[[nodiscard]] Result<RunSummary> summaryFromText(std::string_view text);
[[nodiscard]] Result<Environment> environmentFromText(std::string_view text);

} // namespace tessera::store
