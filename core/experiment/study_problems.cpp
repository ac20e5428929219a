#include "core/experiment/study_problems.h"

#include "core/experiment/labels.h"
#include "core/experiment/study_expansion.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace tessera::experiment {

namespace {

constexpr std::size_t kLongestName = 100;

// It names a file, and runs in a store.
bool isUsableName(const std::string& name) {
    return !name.empty() && name.size() <= kLongestName && name.front() != '.' &&
           std::none_of(name.begin(), name.end(), [](unsigned char c) {
               return c == '/' || c == '\\' || std::iscntrl(c) != 0;
           });
}

// Calls found(value) for every value that equals an earlier one.
template <class Value, class Found>
void forRepeated(const std::vector<Value>& values, Found&& found) {
    for (auto at = values.begin(); at != values.end(); ++at) {
        if (std::find(values.begin(), at, *at) != at) {
            found(*at);
        }
    }
}

void checkNetworks(const StudySpec& study, std::vector<std::string>& problems) {
    const bool lists = !study.sources.empty() || !study.receivers.empty();
    if (lists && !study.pairs.empty()) {
        problems.emplace_back(
            "the study has pairs as well as sources or receivers; keep one of the two");
    } else if (study.pairs.empty() && (study.sources.empty() || study.receivers.empty())) {
        problems.emplace_back("the study has no networks; give sources (and receivers), or pairs");
    } else if (pairsOf(study).empty()) {
        problems.emplace_back(
            "the study has no pairs: its sources and receivers are the same network, and "
            "same_pairs is \"skip\"");
    }
    for (const auto* networks : {&study.sources, &study.receivers}) {
        forRepeated(*networks, [&](const NetworkSpec& network) {
            problems.push_back(fmt::format("{} has {} twice; name every network once",
                                           networks == &study.sources ? "sources" : "receivers",
                                           networkLabel(network)));
        });
    }
    forRepeated(study.pairs, [&](const StudyPair& pair) {
        problems.push_back(fmt::format("pairs has {} > {} twice; name every pair once",
                                       networkLabel(pair.source), networkLabel(pair.receiver)));
    });
}

void checkMethods(const StudySpec& study, std::vector<std::string>& problems) {
    std::vector<std::string> labels;
    for (const auto& method : study.methods) {
        labels.push_back(method.label);
    }
    forRepeated(labels, [&](const std::string& label) {
        problems.push_back(fmt::format(
            "two methods are called {}; give each a label that no other one has", label));
    });
    for (std::size_t i = 0; i < study.methods.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto& first = study.methods[j];
            const auto& second = study.methods[i];
            if (first.label != second.label && first.transfer == second.transfer &&
                first.controls.value_or(study.base.controls) ==
                    second.controls.value_or(study.base.controls)) {
                problems.push_back(fmt::format("the methods {} and {} do the same; keep one of "
                                               "them",
                                               first.label, second.label));
            }
        }
    }
}

} // namespace

std::size_t mostCellsOf(const StudySpec& study) {
    std::size_t cells = 1;
    const auto times = [&](std::size_t count) {
        const auto factor = std::max<std::size_t>(1, count);
        cells = factor > kMostCells / cells ? kMostCells + 1 : cells * factor;
        return cells <= kMostCells;
    };
    for (const auto count : {study.pairs.empty() ? study.sources.size() : study.pairs.size(),
                             study.pairs.empty() ? study.receivers.size() : std::size_t{1},
                             study.methods.size(), study.seeds.size(), study.referenceSizes.size(),
                             study.shifts.size(), study.tasks.size()}) {
        if (!times(count)) {
            break;
        }
    }
    return cells;
}

std::vector<StudyPair> pairsOf(const StudySpec& study) {
    auto pairs = study.pairs;
    if (pairs.empty()) {
        for (const auto& source : study.sources) {
            for (const auto& receiver : study.receivers) {
                pairs.push_back({source, receiver});
            }
        }
    }
    if (study.samePairs == SamePairs::Skip) {
        std::erase_if(pairs, [](const StudyPair& pair) { return pair.source == pair.receiver; });
    }
    return pairs;
}

std::vector<std::string> problemsOf(const StudySpec& study) {
    std::vector<std::string> problems;
    if (mostCellsOf(study) > kMostCells) {
        // The checks below compare all with all.
        problems.push_back(fmt::format(
            "the study asks for more than {} runs, which are the most; split it", kMostCells));
        return problems;
    }
    if (!isUsableName(study.name)) {
        problems.push_back(
            fmt::format("name must be a file's name: at most {} bytes, no slash, and "
                        "no dot in front",
                        kLongestName));
    }
    checkNetworks(study, problems);
    checkMethods(study, problems);
    forRepeated(study.seeds, [&](std::uint64_t seed) {
        problems.push_back(
            fmt::format("seeds has {} twice; a seed that counts twice adds no knowledge", seed));
    });
    forRepeated(study.shifts, [&](const ShiftSpec& shift) {
        problems.push_back(
            fmt::format("shifts has {} twice; name every shift once", shiftLabel(shift)));
    });
    forRepeated(study.tasks, [&](const TaskSpec& task) {
        problems.push_back(
            fmt::format("tasks has {} twice; name every task once", taskLabel(task)));
    });
    if (!study.referenceSizes.empty() && study.base.data.splits.isDefault()) {
        problems.emplace_back("reference_sizes needs base.data.splits, which says how large the "
                              "other parts of the data are");
    }
    return problems;
}

} // namespace tessera::experiment
