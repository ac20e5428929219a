#include "core/data/data_registry.h"

#include "core/data/digits.h"
#include "core/data/token_mean.h"

#include <fmt/format.h>

namespace tessera::data {

const std::vector<DataSource>& dataSources() {
    static const std::vector<DataSource> all = {
        {"digits",
         "1,797 real handwritten digits, 8 x 8 pixels, 10 classes",
         {600, 597, 200, 400},
         {InputKind::Image, 8, 8, 1, 0},
         10,
         loadDigits},
        {"token-mean",
         "16 tokens 0..255, is their mean at least 128",
         {2000, 2000, 500, 2000},
         {InputKind::Tokens, 16, 0, 1, 256},
         2,
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

Result<SplitData> loadData(const DataSpec& spec, std::uint64_t seed,
                           const std::filesystem::path& dataDir) {
    const auto source = findDataSource(spec.name);
    if (!source) {
        return fail(source.error());
    }
    const auto sizes = spec.splits.isDefault() ? (*source)->defaultSplits : spec.splits;
    if (sizes.reference == 0) {
        return fail(ErrorCode::InvalidArgument,
                    "zero reference samples: a transfer needs inputs on which the two networks are "
                    "compared; set data.splits.reference");
    }
    auto parts = (*source)->load(sizes, seed, dataDir);
    if (parts) {
        parts->name = spec.name;
    }
    return parts;
}

} // namespace tessera::data
