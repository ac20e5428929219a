#pragma once

#include "core/api/experiment.h"
#include "core/api/result.h"
#include "core/api/run.h"

#include <torch/types.h>

#include <cstdint>

namespace tessera::privacy {

// Whether source and encoder were fixed without the release rows.
enum class SourceKnowledge {
    FixedWithoutRelease, // sensitivity 2C/n
    Unknown,             // worst case 2C
};

// What the rows come from (PrivacyStatement).
struct DataHashes {
    std::string population;
    std::string split;
};

struct ReleasedVector {
    torch::Tensor vector; // (width), float32
    PrivacyStatement statement;
};

// Mean of the rows (n, width). With privacy off: the plain mean and a statement that says so. With
// privacy on: rows clipped to L2 norm C, their mean, plus Gaussian noise of the analytic mechanism
// (Balle and Wang 2018) for (epsilon, delta) at the L2 sensitivity of replacing one sample. The
// noise comes from the operating system's cryptographic generator, never from a seed.
// InvalidArgument for a claim that cannot hold (no rows, rows not finite, epsilon or delta out of
// range).
[[nodiscard]] Result<ReleasedVector> release(const torch::Tensor& rows, const PrivacySpec& spec,
                                             SourceKnowledge knowledge, const DataHashes& data);

// release() of rows that come part by part. One thread.
class Release {
public:
    explicit Release(const PrivacySpec& spec) : m_spec(spec) {}

    void add(const torch::Tensor& rows);
    // Codes of release().
    [[nodiscard]] Result<ReleasedVector> finish(SourceKnowledge knowledge,
                                                const DataHashes& data) const;

private:
    PrivacySpec m_spec;
    std::int64_t m_count = 0;
    bool m_finite = true;
    torch::Tensor m_sum; // of the rows, clipped where privacy is on; float64
};

} // namespace tessera::privacy
