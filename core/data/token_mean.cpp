#include "core/data/token_mean.h"

#include "core/api/seed.h"

#include <ATen/CPUGeneratorImpl.h>

namespace tessera::data {

namespace {

constexpr std::int64_t kLength = 16;
constexpr std::int64_t kVocabulary = 256;

LabelledRows draw(std::int64_t count, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    auto tokens = torch::randint(0, kVocabulary, {count, kLength}, generator, torch::kInt64);
    auto labels = (tokens.to(torch::kFloat32).mean(1) >= 128.0).to(torch::kInt64);
    return {tokens, labels};
}

} // namespace

Result<SplitData> makeTokenMean(const SplitSpec& sizes, std::uint64_t seed) {
    SplitData parts;
    parts.input = {InputKind::Tokens, kLength, 0, 1, kVocabulary};
    parts.classes = 2;
    parts.sourceTrain = draw(sizes.sourceTrain, seed);
    parts.validation = draw(sizes.validation, deriveSeed(seed, "token-mean.validation"));
    auto reference = draw(sizes.reference, deriveSeed(seed, "token-mean.reference"));
    parts.reference = std::move(reference.inputs);
    parts.referenceLabels = std::move(reference.labels);
    parts.test = draw(sizes.test, deriveSeed(seed, "token-mean.test"));
    parts.populationHash = contentHash(parts.validation.inputs); // drawn anew for every seed
    return parts;
}

} // namespace tessera::data
