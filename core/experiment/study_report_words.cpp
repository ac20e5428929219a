#include "core/experiment/study_report_words.h"

#include "core/experiment/study_report_tables.h"
#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace tessera::experiment {

namespace {

using stats::Against;
using stats::Finding;
using stats::StudySummary;

std::string chosenMethod(const StudySummary& summary) {
    return summary.grouping.methods.empty() ? std::string()
                                            : summary.grouping.methods[summary.chosen];
}

// "digits, noise 0.5: ", where the study has several settings.
std::string wherePrefix(const StudySummary& summary, std::size_t setting) {
    return summary.grouping.settings.size() > 1 ? summary.grouping.settings[setting].label + ": "
                                                : std::string();
}

std::string leftOutText(const StudySummary& summary) {
    std::vector<std::string> parts;
    const auto add = [&](const auto& remarks, const char* what) {
        if (!remarks.empty()) {
            parts.push_back(fmt::format("{} {}", remarks.size(), what));
        }
    };
    add(summary.failed, "failed");
    add(summary.unfinished, "did not finish");
    add(summary.unmeasured, "finished without an accuracy");
    add(summary.repeated, "repeated a cell that is already counted");
    return parts.empty() ? "none is left out" : listText(parts) + ", and are listed below";
}

// "1, 2, 3 (without a measured run: 3)"
std::string seedList(const StudySummary& summary) {
    const auto& all = summary.grouping.seeds;
    const auto measured = measuredSeeds(summary);
    std::vector<std::uint64_t> missing;
    std::set_difference(all.begin(), all.end(), measured.begin(), measured.end(),
                        std::back_inserter(missing));
    return fmt::format(
        "{}{}", fmt::join(all, ", "),
        missing.empty() ? std::string()
                        : fmt::format(" (without a measured run: {})", fmt::join(missing, ", ")));
}

struct ControlVerdict {
    std::vector<std::string> beaten, notBeaten, open;
};

ControlVerdict controlVerdict(const StudySummary& summary, std::size_t setting) {
    ControlVerdict verdict;
    for (const auto& comparison : summary.comparisons) {
        if (comparison.setting != setting || comparison.against != Against::Control) {
            continue;
        }
        switch (comparison.finding) {
        case Finding::Better:
            verdict.beaten.push_back(comparison.other);
            break;
        case Finding::NotDistinguishable:
        case Finding::Identical:
        case Finding::Worse:
            verdict.notBeaten.push_back(
                fmt::format("{} ({})", comparison.other, findingText(comparison.finding)));
            break;
        case Finding::NotMeasured:
        case Finding::OneSeed:
        case Finding::NoSpread:
            verdict.open.push_back(
                fmt::format("{} ({})", comparison.other, findingText(comparison.finding)));
            break;
        }
    }
    return verdict;
}

} // namespace

std::vector<std::string> askedSentences(const StudySummary& summary, const StudyAbout& about) {
    std::vector<std::string> sentences;
    if (!about.question.empty()) {
        sentences.push_back(about.question);
    }
    if (summary.rows == 0) {
        sentences.emplace_back("The study has no runs yet.");
        return sentences;
    }
    const auto& grouping = summary.grouping;
    std::vector<std::string> settings;
    for (const auto& setting : grouping.settings) {
        settings.push_back(setting.label);
    }
    sentences.push_back(fmt::format("Compared: {} ({}) on {} of networks with {}, in {}: {}.",
                                    countText(grouping.methods.size(), "method", "methods"),
                                    listText(grouping.methods),
                                    countText(grouping.pairs.size(), "pair", "pairs"),
                                    countText(grouping.seeds.size(), "seed", "seeds"),
                                    countText(settings.size(), "setting", "settings"),
                                    fmt::format("{}", fmt::join(settings, "; "))));
    const bool one = summary.measured == 1;
    sentences.push_back(fmt::format(
        "Of {}, {} {} measured and {} in the figures; {}.", countText(summary.rows, "run", "runs"),
        summary.measured, one ? "was" : "were", one ? "is" : "are", leftOutText(summary)));
    sentences.push_back(extraRunsSentence(summary));
    sentences.push_back(
        fmt::format("The method that is compared with all others is {}.", chosenMethod(summary)));
    return sentences;
}

std::string extraRunsSentence(const StudySummary& summary) {
    const auto& runs = summary.extraRuns;
    if (runs.empty()) {
        return "Of the runs that the store lists, none repeats another, and all belong to the "
               "recipe; runs that somebody has removed are not listed.";
    }
    const auto foreign =
        static_cast<std::size_t>(std::count_if(runs.begin(), runs.end(), [](const auto& run) {
            return run.counted.empty() && run.readable;
        }));
    const auto unreadable = static_cast<std::size_t>(
        std::count_if(runs.begin(), runs.end(), [](const auto& run) { return !run.readable; }));
    const auto repeats = runs.size() - foreign - unreadable;
    std::vector<std::string> parts;
    if (repeats > 0) {
        parts.push_back(repeats == 1 ? "1 is of an experiment of which another run counts"
                                     : fmt::format("{} are of experiments of which another run "
                                                   "counts",
                                                   repeats));
    }
    if (foreign > 0) {
        parts.push_back(
            fmt::format("{} to no cell of its recipe as it is now",
                        foreign == 1 ? "1 belongs" : fmt::format("{} belong", foreign)));
    }
    if (unreadable > 0) {
        parts.push_back(
            unreadable == 1
                ? "1 has a recipe that this version cannot read"
                : fmt::format("{} have recipes that this version cannot read", unreadable));
    }
    return fmt::format("Besides these, {} of the study {} left out, and named below: {}; runs that "
                       "somebody has removed are not listed.",
                       countText(runs.size(), "run", "runs"), runs.size() == 1 ? "is" : "are",
                       listText(parts));
}

std::vector<std::string> leftOutLines(const StudySummary& summary) {
    std::vector<std::string> lines;
    const auto add = [&](const stats::StudyPlace& place, std::uint64_t seed, const auto& run,
                         const auto& reason) {
        const auto& grouping = summary.grouping;
        lines.push_back(
            fmt::format("Left out: {} ({}, {}, {}, seed {}): {}.",
                        run.empty() ? std::string("no run") : fmt::format("run {}", run),
                        grouping.methods[place.method], grouping.pairs[place.pair],
                        grouping.settings[place.setting].label, seed, reason));
    };
    for (const auto* remarks :
         {&summary.failed, &summary.unfinished, &summary.unmeasured, &summary.repeated}) {
        for (const auto& remark : *remarks) {
            add(remark.place, remark.seed, remark.run, remark.reason);
        }
    }
    for (const auto& run : summary.extraRuns) {
        if (run.counted.empty()) {
            lines.push_back(fmt::format("Left out: run {}: {}.", run.run, run.reason));
        } else {
            add(run.place, run.seed, run.run, run.reason);
        }
    }
    return lines;
}

std::vector<std::string> findingSentences(const StudySummary& summary, std::size_t setting) {
    std::vector<std::string> sentences;
    for (const auto& comparison : summary.comparisons) {
        if (comparison.setting == setting) {
            sentences.push_back(fmt::format("{} is {}.", chosenMethod(summary), comparison.words));
            if (!comparison.itemWords.empty()) {
                sentences.push_back(fmt::format("Against {}, {}.",
                                                rivalText(comparison.against, comparison.other),
                                                comparison.itemWords));
            }
        }
    }
    return sentences;
}

std::vector<std::string> controlSentences(const StudySummary& summary) {
    std::vector<std::string> sentences;
    for (std::size_t setting = 0; setting < summary.grouping.settings.size(); ++setting) {
        const auto verdict = controlVerdict(summary, setting);
        const auto where = wherePrefix(summary, setting);
        std::vector<std::string> parts;
        if (!verdict.beaten.empty()) {
            parts.push_back("beats " + listText(verdict.beaten));
        }
        if (!verdict.notBeaten.empty()) {
            parts.push_back("does not beat " + listText(verdict.notBeaten));
        }
        if (!verdict.open.empty()) {
            parts.push_back("cannot be judged against " + listText(verdict.open));
        }
        if (parts.empty()) {
            sentences.push_back(fmt::format("{}No control of {} was measured, so it is not known "
                                            "how much of its result is the method's own.",
                                            where, chosenMethod(summary)));
        } else {
            sentences.push_back(
                fmt::format("{}{} {}.", where, chosenMethod(summary), listText(parts)));
        }
    }
    return sentences;
}

std::vector<std::uint64_t> measuredSeeds(const StudySummary& summary) {
    std::set<std::uint64_t> seeds;
    for (const auto& group : summary.groups) {
        seeds.insert(group.seeds.begin(), group.seeds.end());
    }
    return {seeds.begin(), seeds.end()};
}

std::vector<std::string> countSentences(const StudySummary& summary) {
    std::vector<std::string> sentences;
    sentences.push_back(fmt::format(
        "Seeds: {}. A seed decides the split of the data, the first weights of both networks and "
        "the order of the batches.",
        summary.grouping.seeds.empty() ? "none" : seedList(summary)));
    if (measuredSeeds(summary).size() == 1) {
        sentences.emplace_back("n = 1, no interval over seeds: nothing can be said about what "
                               "another seed would give.");
    }
    sentences.push_back(
        summary.testItems.count == 0
            ? std::string("The number of test items was not recorded.")
            : fmt::format("Test items per run: {}. The test set is used once, for the figures of "
                          "this report.",
                          rangeText(summary.testItems, 0)));
    sentences.push_back(fmt::format(
        "Runs are grouped by everything but the seed. Intervals are {:g}% t intervals over seeds "
        "(Student 1908) unless a table says otherwise: BCa bootstrap (Efron 1987), stratified "
        "bootstrap of the interquartile mean (Agarwal et al. 2021), Wilson's interval over items "
        "(Wilson 1927). Tests are two-sided: paired t over seeds and Kendall's tau-b (Kendall "
        "1945), corrected by the step-down procedure of Holm (1979); and over test items the "
        "larger p-value of a two-stage bootstrap (Davison and Hinkley 1997) and the paired t test "
        "over seeds or, for a single seed, exact McNemar (McNemar 1947), corrected after Holm over "
        "the pairs of each comparison.",
        100.0 * summary.level));
    return sentences;
}

std::vector<std::string> limitSentences(const StudySummary& summary, const StudyAbout& about) {
    std::vector<std::string> sentences;
    const auto seeds = measuredSeeds(summary).size();
    if (seeds > 0 && seeds < 5) {
        sentences.push_back(fmt::format("{}: intervals are wide, and small differences cannot be "
                                        "told from none.",
                                        countText(seeds, "seed", "seeds")));
    }
    std::vector<std::string> data;
    for (const auto& setting : summary.grouping.settings) {
        const auto& spec = setting.recipe.data;
        const auto name = spec.name.empty() ? spec.file.filename().string() : spec.name;
        if (std::find(data.begin(), data.end(), name) == data.end()) {
            data.push_back(name);
        }
    }
    if (!data.empty()) {
        sentences.push_back(fmt::format("Data: {} only. What holds there need not hold elsewhere.",
                                        listText(data)));
    }
    sentences.emplace_back("Intervals over seeds take the pairs of networks as they are; the "
                           "column \"over pairs\" says how far other pairs may differ.");
    for (const auto& note : about.environment) {
        if (note.values.size() > 1) {
            sentences.push_back(fmt::format("The runs were not all made with the same {}: {}.",
                                            note.name, listText(note.values)));
        }
    }
    return sentences;
}

} // namespace tessera::experiment
