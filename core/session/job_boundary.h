#pragma once

#include "core/api/result.h"

#include <exception>
#include <new>
#include <string>
#include <type_traits>

namespace tessera::session {

// Calls f, which returns a Result, and turns whatever it throws into an Error: the border behind
// which the unexpected stays. OutOfMemory or Internal.
template <class F>
[[nodiscard]] std::invoke_result_t<F> bounded(F&& f) {
    try {
        return f();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory,
                    "there is not enough memory; close other programs or choose smaller networks");
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal,
                    std::string("something unexpected happened: ") + exception.what());
    }
}

} // namespace tessera::session
