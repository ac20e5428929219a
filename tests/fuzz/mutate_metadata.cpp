#include "tests/fuzz/mutate_metadata.h"

#include "core/token/metadata_codec.h"

#include <iterator>
#include <limits>
#include <string>
#include <utility>

namespace tessera::fuzz {

namespace {

// Every value, the outermost first.
void collect(Metadata& value, std::vector<Metadata*>& all) {
    all.push_back(&value);
    if (value.is_structured()) {
        for (auto& item : value) {
            collect(item, all);
        }
    }
}

Metadata edgeValue(Random& random) {
    using Limits = std::numeric_limits<double>;
    const Metadata values[] = {nullptr,
                               true,
                               "",
                               "SWARM",
                               std::string(64, '0'),
                               std::string(128, 'f'),
                               Metadata::array(),
                               Metadata::object(),
                               Metadata::binary({0, 255}),
                               -0.0,
                               1.0,
                               Limits::denorm_min(),
                               Limits::max(),
                               Limits::infinity(),
                               -Limits::infinity(),
                               Limits::quiet_NaN(),
                               std::numeric_limits<std::int64_t>::min()};
    const auto chosen = below(random, 2 * std::size(values));
    return chosen < std::size(values) ? values[chosen] : Metadata(edgeNumber(random, 1));
}

void removeOne(Metadata& container, Random& random) {
    const auto at = static_cast<std::ptrdiff_t>(below(random, container.size()));
    container.erase(std::next(container.begin(), at));
}

void changeText(Metadata& value) {
    const auto& text = value.get_ref<const std::string&>();
    const auto view = std::as_bytes(std::span(text));
    Bytes bytes(view.begin(), view.end());
    mutateBytes(bytes, bytes.size() + 8);
    value = std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

void changeOne(const std::vector<Metadata*>& all, Random& random) {
    constexpr std::size_t kMostCopied = 16; // values
    Metadata& value = *all[below(random, all.size())];
    switch (below(random, 4)) {
    case 0:
        if (value.is_string()) {
            return changeText(value);
        }
        break;
    case 1:
        if (value.is_structured() && !value.empty()) {
            return removeOne(value, random);
        }
        break;
    case 2: {
        const Metadata other = *all[below(random, all.size())];
        if (!other.is_structured() || other.size() <= kMostCopied) {
            value = other;
        }
        return;
    }
    default:
        break;
    }
    value = edgeValue(random);
}

} // namespace

void mutateMetadata(Bytes& packed, Random& random) {
    auto metadata = token::unpackMetadata(packed);
    if (!metadata) {
        return;
    }
    std::vector<Metadata*> all;
    collect(*metadata, all);
    changeOne(all, random);
    if (auto result = token::packMetadata(*metadata)) {
        packed = std::move(*result);
    }
}

} // namespace tessera::fuzz
