#include "core/data/data_registry.h"

#include "core/data/digits.h"
#include "core/data/token_mean.h"

#include <fmt/format.h>

namespace tessera::data {

namespace {

// Of a data set that is made up: more would not fit into memory.
constexpr std::int64_t kMostDrawn = 10'000'000;

} // namespace

const std::vector<DataSource>& dataSources() {
    static const std::vector<DataSource> all = {
        {"digits",
         "1,797 real handwritten digits, 8 x 8 pixels, 10 classes",
         {600, 597, 200, 400},
         {InputKind::Image, 8, 8, 1, 0},
         10,
         1797,
         loadDigits},
        {"token-mean",
         "16 tokens 0..255, is their mean at least 128",
         {2000, 2000, 500, 2000},
         {InputKind::Tokens, 16, 0, 1, 256},
         2,
         kMostDrawn,
         [](const SplitSpec& sizes, std::uint64_t seed, const std::filesystem::path&) {
             return makeTokenMean(sizes, seed);
         }},
    };
    return all;
}

Result<const DataSource*> findDataSource(const std::string& name) {
    std::string known;
    for (const auto& source : dataSources()) {
        if (source.id == name) {
            return &source;
        }
        known += (known.empty() ? "" : ", ") + source.id;
    }
    return fail(ErrorCode::NotFound,
                fmt::format("there is no data set '{}'; choose from {}", name, known));
}

Result<SplitSpec> checkSplits(const DataSource& source, const SplitSpec& wanted) {
    const auto sizes = wanted.isDefault() ? source.defaultSplits : wanted;
    if (sizes.reference == 0) {
        return fail(ErrorCode::InvalidArgument,
                    "zero reference samples: a transfer needs inputs on which the two networks are "
                    "compared; set data.splits.reference");
    }
    const std::int64_t total = static_cast<std::int64_t>(sizes.sourceTrain) + sizes.reference +
                               sizes.validation + sizes.test;
    if (total > source.samples) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the splits ask for {} samples but {} has at most {}; make them "
                                "smaller",
                                total, source.id, source.samples));
    }
    return sizes;
}

Result<SplitData> loadData(const DataSpec& spec, std::uint64_t seed,
                           const std::filesystem::path& dataDir) {
    const auto source = findDataSource(spec.name);
    if (!source) {
        return fail(source.error());
    }
    const auto sizes = checkSplits(**source, spec.splits);
    if (!sizes) {
        return fail(sizes.error());
    }
    auto parts = (*source)->load(*sizes, seed, dataDir);
    if (parts) {
        parts->name = spec.name;
    }
    return parts;
}

} // namespace tessera::data
