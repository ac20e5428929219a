#include "core/store/metrics_hash.h"

#include <array>
#include <bit>
#include <span>

namespace tessera::store {

void MetricsHash::add(const MetricSample& sample) {
    if (sample.series.rfind("seconds.", 0) == 0) {
        return;
    }
    addText(sample.series);
    addText(sample.layer);
    addInteger(static_cast<std::uint64_t>(sample.step));
    const std::byte measured{sample.value.has_value()};
    m_sha.update(std::span(&measured, 1));
    if (sample.value) {
        addInteger(std::bit_cast<std::uint64_t>(*sample.value));
    }
}

std::string MetricsHash::hex() const {
    return m_sha.hexDigest();
}

void MetricsHash::addInteger(std::uint64_t value) {
    std::array<std::byte, 8> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::byte>(value & 0xFF);
        value >>= 8;
    }
    m_sha.update(bytes);
}

void MetricsHash::addText(const std::string& text) {
    addInteger(text.size());
    m_sha.update(std::as_bytes(std::span(text)));
}

} // namespace tessera::store
