#pragma once

#include "core/api/result.h"

#include <SQLiteCpp/Exception.h>

#include <exception>
#include <new>
#include <type_traits>

// The border behind which SQLite's exceptions stay.
namespace tessera::store {

// What a failed SQLite call means for the store:
// not a database, damaged pages, a missing table or column -> Corrupt;
// full disk, refused access, locks held for too long -> Io; no memory -> OutOfMemory.
[[nodiscard]] Error toError(const SQLite::Exception& exception);

// Calls f, which returns a Result, and turns whatever it throws into an Error.
template <class F>
[[nodiscard]] std::invoke_result_t<F> guarded(F&& f) {
    try {
        return f();
    } catch (const SQLite::Exception& exception) {
        return fail(toError(exception));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory,
                    "There is not enough memory for the run store; close other programs.");
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, std::string("The run store failed: ") + exception.what());
    }
}

} // namespace tessera::store
