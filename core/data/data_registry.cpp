#include "core/data/data_registry.h"

#include "core/api/seed.h"
#include "core/data/digits.h"
#include "core/data/normalise.h"
#include "core/data/shift_registry.h"
#include "core/data/splits.h"
#include "core/data/task_registry.h"
#include "core/data/token_mean.h"

#include <fmt/format.h>

#include <algorithm>

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

SplitSpec defaultSplits(std::int64_t samples) {
    constexpr std::int64_t kMost = std::int64_t{1} << 30;
    const auto usable = static_cast<int>(std::min(samples, kMost));
    SplitSpec sizes;
    sizes.sourceTrain = usable / 3;
    sizes.reference = usable / 3;
    sizes.validation = usable / 9;
    sizes.test = usable - sizes.sourceTrain - sizes.reference - sizes.validation;
    return sizes;
}

Result<SplitData> splitFile(const DataFile& file, const DataSpec& spec, std::uint64_t seed) {
    const DataSource source{spec.name.empty() ? "the file" : spec.name,
                            file.about.format,
                            defaultSplits(file.rows.size()),
                            file.input,
                            static_cast<int>(file.classes.size()),
                            file.rows.size(),
                            nullptr};
    const auto sizes = checkSplits(source, spec.splits);
    if (!sizes) {
        return fail(sizes.error());
    }
    auto parts = split(file.rows, source.classes, *sizes, deriveSeed(seed, "data.split"));
    if (parts) {
        parts->input = file.input;
        normalise(*parts, spec.reading.normalise, file.bytes);
    }
    return parts;
}

namespace {

Result<SplitData> loadUnchanged(const DataSpec& spec, std::uint64_t seed,
                                const DataAccess& access) {
    if (!spec.file.empty()) {
        const auto file = readDataFile(spec, access.limits);
        return file ? splitFile(*file, spec, seed) : fail(file.error());
    }
    const auto source = findDataSource(spec.name);
    if (!source) {
        return fail(source.error());
    }
    const auto sizes = checkSplits(**source, spec.splits);
    return sizes ? (*source)->load(*sizes, seed, access.dataDir) : fail(sizes.error());
}

} // namespace

Result<SplitData> loadData(const DataSpec& spec, std::uint64_t seed, const DataAccess& access) {
    auto parts = loadUnchanged(spec, seed, access);
    if (!parts) {
        return parts;
    }
    parts->name = spec.name;
    parts->sourceHeldOut = parts->validation.inputs;
    const auto loadOther = [&](const DataSpec& other) {
        return loadUnchanged(other, seed, access);
    };
    if (auto changed = applyTask(*parts, spec, seed, loadOther); !changed) {
        return fail(changed.error());
    }
    if (auto changed = applyShift(*parts, spec.shift, deriveSeed(seed, "data.shift")); !changed) {
        return fail(changed.error());
    }
    return parts;
}

} // namespace tessera::data
