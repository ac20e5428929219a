// How often the check before a transfer (core/jobs/shift_check.h) warns: without a shift, which is
// its rate of false alarms, and with shifts of every strength, which is its power. Two more rows
// say why it is built as it is: "learned" compares the reference inputs with rows that the source
// has learned from instead of held-out ones, and "permuted" has a source that was taught wrong
// labels, which inputs cannot tell. Small sources, a fresh split and a fresh source for each seed.
// Prints JSON. Not a test: it judges nothing.
//
//     bench_detector [SEEDS [SEEDS_WITH_SHIFTS]]       200 and 30 if left out
#include "core/api/seed.h"
#include "core/data/data_registry.h"
#include "core/data/shift_registry.h"
#include "core/jobs/shift_check.h"
#include "core/jobs/train_classifier.h"
#include "core/stats/intervals.h"
#include "core/zoo/zoo_registry.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>

namespace {

using namespace tessera;
using Json = nlohmann::ordered_json;

constexpr double kStrengths[] = {0.05, 0.1, 0.25, 0.5, 0.75, 1.0};

template <class T>
T must(Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().detail);
    }
    return *std::move(result);
}

class Silence : public EventSink {
public:
    void progress(const Progress&) override {}
    void sample(const MetricSample&) override {}
    void notice(const Notice&) override {}
};

struct Count {
    std::int64_t alarms = 0, runs = 0;
    void add(const ShiftFigures& figures) {
        if (figures.pValue) {
            ++runs;
            alarms += figures.warns() ? 1 : 0;
        }
    }
    [[nodiscard]] Json json() const {
        Json json = {{"alarms", alarms}, {"runs", runs}};
        if (const auto interval = stats::wilsonInterval(alarms, runs)) {
            json["rate"] = static_cast<double>(alarms) / static_cast<double>(runs);
            json["interval"] = {interval->lo, interval->hi};
        }
        return json;
    }
};

struct Task {
    std::string data;
    SplitSpec splits;
    TrainSpec train;
};

data::SplitData load(const Task& task, std::uint64_t seed, const TaskSpec& taught) {
    const char* folder = std::getenv("TESSERA_DATA_DIR");
    DataSpec spec;
    spec.name = task.data;
    spec.splits = task.splits;
    spec.task = taught;
    return must(data::loadData(spec, seed, {folder != nullptr ? folder : "", {}}));
}

zoo::NetworkPtr train(const Task& task, const data::SplitData& data, std::uint64_t seed) {
    ArchitectureSpec spec;
    spec.family = ArchitectureId("mlp");
    spec.width = 32;
    spec.depth = 1;
    Silence silence;
    auto network =
        must(zoo::buildNetwork({spec, data.input, data.classes}, deriveSeed(seed, "source.init")));
    must(jobs::trainClassifier(*network, data.sourceTrain, task.train,
                               deriveSeed(seed, "source.batches"), "", silence, {}));
    return network;
}

ShiftFigures check(zoo::Network& source, const data::SplitData& data, std::uint64_t seed) {
    Silence silence;
    return jobs::checkForShift(source, data, seed, silence, {});
}

// Only the first classes are left in the reference set.
void keepFirstClasses(data::SplitData& data, double strength) {
    const auto kept = std::max(1L, std::lround((1.0 - strength) * data.classes));
    const auto stay = torch::nonzero(data.referenceLabels < kept).flatten();
    data.reference = data.reference.index_select(0, stay);
}

struct Power {
    std::string kind;
    Count counts[std::size(kStrengths)];
};

std::vector<Power> kindsFor(const InputSpec& input) {
    std::vector<Power> kinds;
    for (const auto& shift : data::shifts()) {
        if (shift.fits(input)) {
            kinds.push_back({shift.id, {}});
        }
    }
    return kinds;
}

void addPower(std::vector<Power>& kinds, zoo::Network& source, const data::SplitData& data,
              std::uint64_t seed) {
    for (auto& kind : kinds) {
        for (std::size_t i = 0; i < std::size(kStrengths); ++i) {
            auto shifted = data;
            if (kind.kind == "classes") { // the shift of that name leaves the reference set alone
                keepFirstClasses(shifted, kStrengths[i]);
            } else if (auto done = data::applyShift(shifted, {kind.kind, kStrengths[i]},
                                                    deriveSeed(seed, "data.shift"));
                       !done) {
                throw std::runtime_error(done.error().detail);
            }
            kind.counts[i].add(check(source, shifted, seed));
        }
    }
}

Json measure(const Task& task, int seeds, int shiftSeeds) {
    Count none, learned, permuted;
    std::vector<Power> kinds;
    for (int i = 1; i <= seeds; ++i) {
        const auto seed = static_cast<std::uint64_t>(i);
        const auto data = load(task, seed, {});
        const auto source = train(task, data, seed);
        none.add(check(*source, data, seed));
        auto naive = data;
        naive.sourceHeldOut = data.sourceTrain.inputs;
        learned.add(check(*source, naive, seed));
        const auto wrong = load(task, seed, {"permuted", 1.0, {}});
        permuted.add(check(*train(task, wrong, seed), wrong, seed));
        if (i <= shiftSeeds) {
            if (kinds.empty()) {
                kinds = kindsFor(data.input);
            }
            addPower(kinds, *source, data, seed);
        }
    }
    Json json = {{"data", task.data},
                 {"splits",
                  {task.splits.sourceTrain, task.splits.reference, task.splits.validation,
                   task.splits.test}},
                 {"source", "mlp 32d/1L"},
                 {"source_epochs", task.train.epochs},
                 {"none", none.json()},
                 {"permuted", permuted.json()},
                 {"learned", learned.json()},
                 {"shifts", Json::object()}};
    for (const auto& kind : kinds) {
        auto& list = json["shifts"][kind.kind] = Json::array();
        for (std::size_t i = 0; i < std::size(kStrengths); ++i) {
            auto point = kind.counts[i].json();
            point["strength"] = kStrengths[i];
            list.push_back(std::move(point));
        }
    }
    return json;
}

} // namespace

int main(int argc, char** argv) {
    const int seeds = argc > 1 ? std::atoi(argv[1]) : 200;
    const int shiftSeeds = argc > 2 ? std::atoi(argv[2]) : 30;
    try {
        Json json = {{"command",
                      "bench_detector " + std::to_string(seeds) + " " + std::to_string(shiftSeeds)},
                     {"alpha", kShiftAlpha},
                     {"tasks", Json::array()}};
        for (const auto& task : {Task{"digits", {600, 597, 200, 400}, {20, 1e-3, 32, "adam"}},
                                 Task{"token-mean", {400, 500, 200, 1}, {12, 1e-3, 32, "adam"}}}) {
            json["tasks"].push_back(measure(task, seeds, shiftSeeds));
        }
        std::puts(json.dump(1).c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
