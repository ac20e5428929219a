#pragma once

#include "core/api/events.h"
#include "core/format/sha256.h"

#include <string>

namespace tessera::store {

// SHA-256 over the samples of a run, given in the order series, layer, step. Equal hashes mean
// equal curves, bit by bit. Per sample, integers little-endian: length of the series (8 bytes), the
// series, length of the layer (8), the layer, step (8), then 1 and the bits of the double (8), or 0
// for "not measured". Series whose name starts with "seconds." hold wall-clock times, which differ
// from run to run, and are left out.
// Owned by who computes it; one thread at a time.
class MetricsHash {
public:
    void add(const MetricSample& sample);

    // 64 lower-case hex digits.
    [[nodiscard]] std::string hex() const;

private:
    void addInteger(std::uint64_t value);
    void addText(const std::string& text);

    format::Sha256 m_sha;
};

} // namespace tessera::store
