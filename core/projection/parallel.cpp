#include "core/projection/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace tessera::projection {

void parallelFor(int threads, std::int64_t count, std::int64_t piece,
                 const std::function<void(std::int64_t, std::int64_t)>& work) {
    const auto pieces = (count + piece - 1) / piece;
    std::atomic<std::int64_t> next = 0;
    std::mutex mutex;
    std::exception_ptr failure;
    const auto run = [&] {
        try {
            for (auto i = next.fetch_add(1); i < pieces; i = next.fetch_add(1)) {
                work(i * piece, std::min(count, (i + 1) * piece));
            }
        } catch (...) {
            next = pieces;
            const std::scoped_lock lock(mutex);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        const auto wanted = std::min<std::int64_t>(threads, pieces) - 1;
        helpers.reserve(static_cast<std::size_t>(std::max<std::int64_t>(wanted, 0)));
        try {
            for (std::int64_t i = 0; i < wanted; ++i) {
                helpers.emplace_back(run);
            }
        } catch (const std::system_error&) {
            // No more threads to be had: the ones that there are do it.
        }
        run();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

} // namespace tessera::projection
