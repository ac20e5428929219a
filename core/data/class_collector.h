#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tessera::data {

struct ClassIndex {
    std::vector<std::string> names;    // numbers in their order, then texts in theirs
    std::vector<std::int64_t> indices; // of the samples
};

// Finds the classes of samples from their labels, as these come. Lives for one file.
class ClassCollector {
public:
    static constexpr std::size_t kMostClasses = 10'000;

    // InvalidArgument: more different labels than can be classes.
    [[nodiscard]] Result<void> add(std::string_view label);

    [[nodiscard]] std::size_t size() const { return m_samples.size(); }
    [[nodiscard]] ClassIndex finish() const;

private:
    std::unordered_map<std::string, std::int64_t> m_places; // in the order of appearance
    std::vector<std::int64_t> m_samples;
};

} // namespace tessera::data
