#pragma once

#include <cstddef>

// How much memory something takes, so that a short input that makes a reader ask for much of it is
// found. Counts what C++ allocates; with AddressSanitizer, which the fuzzers have, C libraries too.
namespace tessera::fuzz {

// The most bytes above what was there in the beginning, while it lives. One at a time, one thread.
class AllocationMeter {
public:
    AllocationMeter();
    ~AllocationMeter();
    AllocationMeter(const AllocationMeter&) = delete;
    AllocationMeter& operator=(const AllocationMeter&) = delete;

    [[nodiscard]] std::size_t peakBytes() const;
};

} // namespace tessera::fuzz
