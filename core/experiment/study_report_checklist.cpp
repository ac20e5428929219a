#include "core/experiment/study_report_words.h"

#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

namespace tessera::experiment {

namespace {

std::string environmentValue(const StudyAbout& about, const char* name) {
    for (const auto& note : about.environment) {
        if (note.name == name) {
            return listText(note.values);
        }
    }
    return {};
}

std::string resourcesAnswer(const stats::StudySummary& summary, const StudyAbout& about) {
    const auto processor = environmentValue(about, "processor");
    if (processor.empty()) {
        return "Not answered: the runs recorded no environment.";
    }
    double seconds = 0.0;
    for (const auto& budget : summary.budgets) {
        seconds += budget.seconds.mean * static_cast<double>(budget.seconds.count);
    }
    return fmt::format("{}, threads: {}. All transfers of this report together took {:.0f} "
                       "seconds, without training sources, controls and failed runs. The table of "
                       "budgets has the time and the memory of each method.",
                       processor, environmentValue(about, "threads"), seconds);
}

std::string significanceAnswer(const stats::StudySummary& summary) {
    const auto seeds = measuredSeeds(summary).size();
    if (seeds < 2) {
        return "Not answered: fewer than two seeds have no interval over seeds.";
    }
    return fmt::format("{:g}% intervals over {} seeds, paired two-sided tests, corrected after "
                       "Holm. What varies between seeds and what the tests assume is said under "
                       "\"Seeds and counts\". A difference whose interval covers zero is called "
                       "not distinguishable.",
                       100.0 * summary.level, seeds);
}

std::string reproductionAnswer(const StudyAbout& about) {
    return about.recipe.empty()
               ? "Partly: seeds, settings, methods and versions are here; the study's recipe is "
                 "kept in its store."
               : "The recipe at the end of this page holds every setting and seed; the same "
                 "program with one thread on the same machine gives the same numbers bit for bit.";
}

} // namespace

std::vector<ChecklistItem> checklistItems(const stats::StudySummary& summary,
                                          const StudyAbout& about) {
    return {
        {"Claims: do the results carry what is claimed?",
         "Each finding above is a sentence with its interval and corrected p-value. Claims beyond "
         "these sentences are the authors' to defend."},
        {"Limitations: are they named?", "Those that follow from the design are listed above; "
                                         "those of the method itself are not."},
        {"Reproducibility: can the results be had again from what is written?",
         reproductionAnswer(about)},
        {"Open access to data and code: are both to be had, with the commands?",
         fmt::format("{}. The command is \"tessera study run\" with the recipe. Whether the data "
                     "may be passed on is not answered here.",
                     environmentValue(about, "program").empty()
                         ? "The program is free software"
                         : environmentValue(about, "program") +
                               ", free software under GPL-3.0-or-later")},
        {"Experimental setting: are splits, hyperparameters and optimisers given?",
         "In the recipe, with all defaults filled in; budgets of all methods stand side by side."},
        {"Statistical significance: are there error bars, and is it said of what?",
         significanceAnswer(summary)},
        {"Compute resources: is the hardware and the time given?", resourcesAnswer(summary, about)},
        {"Existing assets: are their owners credited?",
         "The methods' authors are cited above. The licences of data and of networks from files "
         "are not answered here."},
        {"Theory, ethics, broader impact, safeguards, new assets, people as subjects, use of "
         "language models",
         "Not answered by this report."},
    };
}

} // namespace tessera::experiment
