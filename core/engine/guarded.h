#pragma once

#include "core/api/result.h"

#include <c10/util/Exception.h>

#include <exception>
#include <new>
#include <string>

namespace tessera::engine {

inline constexpr const char* kNoMemory =
    "there is not enough memory; choose smaller networks, batches or splits";

// Runs `work` and turns whatever it throws into an error: no exception leaves the engine.
template <class Work>
auto guarded(const Work& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, kNoMemory);
    } catch (const c10::Error& error) {
        const std::string text = error.what_without_backtrace();
        return text.find("allocate memory") != std::string::npos
                   ? fail(ErrorCode::OutOfMemory, kNoMemory)
                   : fail(ErrorCode::Internal, text);
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, error.what());
    } catch (...) {
        return fail(ErrorCode::Internal, "something was thrown that is not an exception");
    }
}

} // namespace tessera::engine
