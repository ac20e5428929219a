#include "core/jobs/describe_data.h"

#include "core/data/shift_registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace tessera::jobs {

namespace {

constexpr std::uint64_t kSeed = 1;               // a preview shows one cut of many
constexpr std::int64_t kMostCounted = 1'000'000; // samples of a built-in set that are counted
constexpr std::int64_t kFewestSamples = 4;       // one for each part

using Description = std::shared_ptr<const DataDescription>;

DataSample sampleOf(const torch::Tensor& input, int label) {
    const auto values = input.to(torch::kFloat32).contiguous().flatten();
    const auto* first = values.data_ptr<float>();
    return {{first, first + values.numel()}, label};
}

// One sample of each class in turn, until there are enough.
std::vector<std::int64_t> spread(const torch::Tensor& labels, int classes, std::size_t most) {
    std::vector<std::vector<std::int64_t>> members(static_cast<std::size_t>(classes));
    const auto contiguous = labels.contiguous();
    for (std::int64_t i = 0; i < contiguous.numel(); ++i) {
        auto& of = members[static_cast<std::size_t>(contiguous.data_ptr<std::int64_t>()[i])];
        if (of.size() < most) {
            of.push_back(i);
        }
    }
    std::vector<std::int64_t> rows;
    for (std::size_t round = 0; round < most; ++round) {
        for (const auto& of : members) {
            if (round < of.size() && rows.size() < most) {
                rows.push_back(of[round]);
            }
        }
    }
    return rows;
}

void countClasses(const torch::Tensor& labels, const std::vector<std::string>& names,
                  DataDescription& about) {
    const auto counts =
        torch::bincount(labels, {}, static_cast<std::int64_t>(names.size())).contiguous();
    for (std::size_t i = 0; i < names.size(); ++i) {
        about.classes.push_back({names[i], counts.data_ptr<std::int64_t>()[i]});
    }
}

// One sentence for all classes that have `count` samples.
void warnOf(std::int64_t count, const char* what, DataDescription& about) {
    const auto has = [count](const ClassCount& each) { return each.count == count; };
    const auto first = std::find_if(about.classes.begin(), about.classes.end(), has);
    const auto many = std::count_if(about.classes.begin(), about.classes.end(), has);
    if (many == 1) {
        about.warnings.push_back(fmt::format("The class '{}' has {}.", first->name, what));
    } else if (many > 1) {
        about.warnings.push_back(
            fmt::format("{} classes have {}, '{}' among them.", many, what, first->name));
    }
}

void warnOfClasses(DataDescription& about) {
    warnOf(0, "no samples", about);
    warnOf(1, "one sample only, which one part gets", about);
    if (about.classes.size() < 2) {
        about.warnings.emplace_back("There is one class only: nothing can be told apart.");
    }
    if (about.samples < kFewestSamples) {
        about.warnings.push_back(
            fmt::format("There are {} samples, too few for four parts; add some.", about.samples));
    }
}

void noteRange(const data::SplitData& parts, DataDescription& about) {
    bool any = false;
    for (const auto& inputs :
         {parts.sourceTrain.inputs, parts.reference, parts.validation.inputs, parts.test.inputs}) {
        if (inputs.numel() == 0) {
            continue;
        }
        const auto low = inputs.min().item<double>(), high = inputs.max().item<double>();
        about.smallest = any ? std::min(about.smallest, low) : low;
        about.largest = any ? std::max(about.largest, high) : high;
        any = true;
    }
}

// What the transfer will see: some samples as they are, and the same ones under the shift.
Result<void> preview(const data::SplitData& parts, const DataSpec& spec, DataDescription& about) {
    noteRange(parts, about);
    const auto& rows = parts.validation.size() > 0 ? parts.validation : parts.sourceTrain;
    if (rows.size() == 0) {
        return {};
    }
    const auto chosen =
        torch::tensor(spread(rows.labels, parts.classes, DataDescription::kPreview), torch::kInt64);
    data::SplitData shown;
    shown.input = parts.input;
    shown.classes = parts.classes;
    shown.validation = {rows.inputs.index_select(0, chosen), rows.labels.index_select(0, chosen)};
    shown.reference = shown.validation.inputs.narrow(0, 0, 0);
    shown.test = {shown.reference, shown.validation.labels.narrow(0, 0, 0)};
    const auto take = [&](std::vector<DataSample>& samples) {
        for (std::int64_t i = 0; i < shown.validation.size(); ++i) {
            samples.push_back(
                sampleOf(shown.validation.inputs[i], shown.validation.labels[i].item<int>()));
        }
    };
    take(about.preview);
    if (auto shifted = data::applyShift(shown, spec.shift, kSeed); !shifted) {
        return shifted;
    }
    if (!spec.shift.kind.empty()) {
        take(about.shifted);
    }
    return {};
}

// All of a data set that is in a file; what is drawn is counted as it is drawn by default.
Result<data::SplitData> loadBuiltIn(const data::DataSource& source,
                                    const data::DataAccess& access) {
    const SplitSpec all{static_cast<int>(std::min(source.samples, kMostCounted)), 0, 0, 0};
    return source.load(source.samples <= kMostCounted ? all : source.defaultSplits, kSeed,
                       access.dataDir);
}

Result<Description> describeBuiltIn(const DataSpec& spec, const data::DataAccess& access) {
    const auto source = data::findDataSource(spec.name);
    if (!source) {
        return fail(source.error());
    }
    const auto parts = loadBuiltIn(**source, access);
    if (!parts) {
        return fail(parts.error());
    }
    auto about = std::make_shared<DataDescription>();
    about->format = "built in";
    about->input = (*source)->input;
    about->samples = (*source)->samples;
    about->defaultSplits = (*source)->defaultSplits;
    std::vector<std::string> names;
    for (int i = 0; i < (*source)->classes; ++i) {
        names.push_back(std::to_string(i));
    }
    countClasses(
        torch::cat({parts->sourceTrain.labels, parts->validation.labels, parts->test.labels}),
        names, *about);
    for (const auto& inputs : {parts->sourceTrain.inputs, parts->reference,
                               parts->validation.inputs, parts->test.inputs}) {
        about->bytes += static_cast<std::int64_t>(inputs.nbytes());
    }
    warnOfClasses(*about);
    if (auto good = preview(*parts, spec, *about); !good) {
        return fail(good.error());
    }
    return about;
}

Result<Description> describeFile(const DataSpec& spec, const data::DataAccess& access) {
    auto file = data::readDataFile(spec, access.limits);
    if (!file) {
        return fail(file.error());
    }
    auto about = std::make_shared<DataDescription>(std::move(file->about));
    about->input = file->input;
    about->samples = file->rows.size();
    about->bytes = static_cast<std::int64_t>(file->rows.inputs.nbytes());
    about->defaultSplits = data::defaultSplits(about->samples);
    countClasses(file->rows.labels, file->classes, *about);
    warnOfClasses(*about);
    const auto parts = data::splitFile(*file, spec, kSeed);
    if (!parts) {
        // Sizes that do not fit are mended in the form that shows this.
        about->warnings.push_back(parts.error().detail);
        return about;
    }
    if (auto good = preview(*parts, spec, *about); !good) {
        return fail(good.error());
    }
    return about;
}

} // namespace

Result<std::shared_ptr<const DataDescription>>
describeData(const DataSpec& spec, data::DataAccess access, const Watch& watch) {
    access.limits.stop = watch.stop();
    access.limits.progress = watch.progress();
    auto about = spec.file.empty() ? describeBuiltIn(spec, access) : describeFile(spec, access);
    return watch.stopRequested() ? Description() : about;
}

} // namespace tessera::jobs
