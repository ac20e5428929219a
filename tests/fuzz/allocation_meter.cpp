#include "tests/fuzz/allocation_meter.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define TESSERA_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TESSERA_ADDRESS_SANITIZER
#endif
#endif

#ifdef TESSERA_ADDRESS_SANITIZER
#include <sanitizer/allocator_interface.h>
#else
#include <malloc.h>
#endif

namespace tessera::fuzz {

namespace {

// Global, since the functions that allocate are.
thread_local bool counting = false;
thread_local std::int64_t now = 0; // below 0: older memory was freed
thread_local std::int64_t peak = 0;

void count(std::size_t bytes) {
    if (counting) {
        now += static_cast<std::int64_t>(bytes);
        peak = std::max(peak, now);
    }
}

void discount(std::size_t bytes) {
    if (counting) {
        now -= static_cast<std::int64_t>(bytes);
    }
}

} // namespace

AllocationMeter::AllocationMeter() {
#ifdef TESSERA_ADDRESS_SANITIZER
    [[maybe_unused]] static const int installed = __sanitizer_install_malloc_and_free_hooks(
        [](const volatile void*, std::size_t bytes) { count(bytes); },
        [](const volatile void* memory) {
            if (counting && memory != nullptr) {
                discount(__sanitizer_get_allocated_size(const_cast<const void*>(memory)));
            }
        });
#endif
    now = 0;
    peak = 0;
    counting = true;
}

AllocationMeter::~AllocationMeter() {
    counting = false;
}

std::size_t AllocationMeter::peakBytes() const {
    return static_cast<std::size_t>(peak);
}

} // namespace tessera::fuzz

#ifndef TESSERA_ADDRESS_SANITIZER

namespace {

void* counted(void* memory) {
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    tessera::fuzz::count(malloc_usable_size(memory));
    return memory;
}

void release(void* memory) {
    if (memory != nullptr) {
        tessera::fuzz::discount(malloc_usable_size(memory));
        std::free(memory);
    }
}

} // namespace

// The forms of C++ for arrays and without exceptions lead to these.
void* operator new(std::size_t bytes) {
    return counted(std::malloc(std::max<std::size_t>(bytes, 1)));
}
void* operator new(std::size_t bytes, std::align_val_t alignment) {
    const auto step = static_cast<std::size_t>(alignment);
    const auto rounded = (std::max<std::size_t>(bytes, 1) + step - 1) / step * step;
    return counted(std::aligned_alloc(step, rounded));
}
void operator delete(void* memory) noexcept {
    release(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    release(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
    release(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    release(memory);
}

#endif
