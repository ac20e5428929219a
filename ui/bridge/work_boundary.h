#pragma once

#include "core/api/result.h"

#include <concepts>
#include <exception>
#include <functional>
#include <new>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

// The border of the window's working threads, behind which the unexpected stays. Any thread.
namespace tessera::ui {

template <class Outcome>
concept SaysWhatFailed = requires(Error error) {
    { Outcome::failed(std::move(error)) } -> std::same_as<Outcome>;
};

// What work that could not be done would have returned: a Result; a std::optional, of an Error or
// without a value; or else a type with a static function failed(Error).
template <class Outcome>
[[nodiscard]] Outcome outcomeOfFailure(Error error) {
    if constexpr (SaysWhatFailed<Outcome>) {
        return Outcome::failed(std::move(error));
    } else if constexpr (std::is_same_v<Outcome, std::optional<Error>>) {
        return error;
    } else if constexpr (std::is_convertible_v<tl::unexpected<Error>, Outcome>) {
        return tl::unexpected<Error>(std::move(error));
    } else {
        static_assert(std::is_constructible_v<Outcome, std::nullopt_t>,
                      "work returns a Result, or what else can tell that it failed");
        return Outcome(std::nullopt);
    }
}

// Calls `work`, and turns whatever it throws into an error: OutOfMemory or Internal.
template <class Work, class... Arguments>
[[nodiscard]] std::invoke_result_t<Work&, Arguments...> bounded(Work& work,
                                                                Arguments&&... arguments) {
    using Outcome = std::invoke_result_t<Work&, Arguments...>;
    try {
        return std::invoke(work, std::forward<Arguments>(arguments)...);
    } catch (const std::bad_alloc&) {
        return outcomeOfFailure<Outcome>(
            {ErrorCode::OutOfMemory, "there is not enough memory", std::nullopt});
    } catch (const std::exception& exception) {
        return outcomeOfFailure<Outcome>(
            {ErrorCode::Internal,
             std::string("something unexpected happened: ").append(exception.what()),
             std::nullopt});
    } catch (...) {
        return outcomeOfFailure<Outcome>(
            {ErrorCode::Internal, "something was thrown that is not an exception", std::nullopt});
    }
}

} // namespace tessera::ui
