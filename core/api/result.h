#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace tessera {

// What kind of thing went wrong. Saved and printed by name, so names are frozen (error.cpp).
enum class ErrorCode {
    InvalidArgument, // the request contradicts itself or the data
    NotFound,        // a file, run, architecture or key that does not exist
    Corrupt,         // a file that does not follow its own format
    Unsupported,     // well-formed, but not something this program does
    Io,              // the operating system refused (permissions, full disk, locks)
    OutOfMemory,
    Device,
    Internal, // a defect of this program
    Diverged, // training produced a NaN or infinite loss
};

// An expected failure. `detail` is one English sentence: what is wrong and what to do about it.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    std::optional<std::uint64_t> offset; // byte position in the offending file, where known

    // The same error with "context: " put in front, as it travels up.
    [[nodiscard]] Error within(const std::string& context) const {
        return Error{code, context + ": " + detail, offset};
    }
};

// Every fallible function returns this; callers must look at it (functions are [[nodiscard]]).
template <class T>
using Result = tl::expected<T, Error>;

// `return fail(ErrorCode::NotFound, "...")` converts to any Result<T>.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail) {
    return tl::unexpected<Error>(Error{code, std::move(detail), std::nullopt});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

// Frozen names ("InvalidArgument", ...), used in JSON.
[[nodiscard]] const char* errorCodeName(ErrorCode code);

// Exit code of the command line for an error (design: 3 invalid input, 1 everything else).
[[nodiscard]] int exitCodeFor(ErrorCode code);

} // namespace tessera
