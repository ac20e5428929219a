#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/api/result.h"
#include "core/api/study.h"
#include "core/stats/bootstrap.h"
#include "core/stats/item_pairs.h"
#include "core/stats/kendall.h"
#include "core/stats/study_setting.h"
#include "core/stats/verdict.h"

// A study's runs brought together: grouped by everything but the seed, compared, and counted. Pure
// values and functions, safe on any thread. No run disappears: each is either in a group or in one
// of the lists of runs that are not. Accuracies are fractions on the test set.
namespace tessera::stats {

// A mean over seeds with its t interval (core/stats/intervals.h), which one seed does not have.
struct Estimate {
    std::size_t count = 0;
    std::optional<double> mean;
    std::optional<double> deviation;
    std::optional<Interval> interval;
};

struct ControlEstimate {
    ControlId id;
    Estimate accuracy;
};

// One method on one pair in one setting.
struct StudyGroup {
    StudyPlace place;
    std::vector<std::uint64_t> seeds;        // that were measured
    std::vector<std::uint64_t> missingSeeds; // of the study's, that were not
    Estimate source, before, after, change;  // change = after - before, seed by seed
    Estimate agreement;                      // top-1, with the source on the test items
    std::optional<double> recovery;          // core/stats/recovery.h, over the seeds
    std::optional<Interval> bootstrap;       // BCa, of `after`
    std::optional<Interval> wilson;          // of `after`, over test items, for a single seed
    std::vector<ControlEstimate> controls;
};

// One method in one setting, over the pairs.
struct StudyAggregate {
    std::size_t method = 0, setting = 0;
    std::size_t pairs = 0, runs = 0;
    std::size_t missing = 0; // of pairs x seeds of the study
    // Mean over pairs, interval over seeds with the pairs as they are: each seed's value is the
    // mean over its pairs. A seed that lacks pairs is not left out: what its other pairs are above
    // or below their own means is added to the mean of all pairs.
    Estimate after, change, agreement;
    std::optional<double> recovery;      // core/stats/recovery.h, over all runs
    std::optional<Interval> overPairs;   // t interval of the pairs' means: other pairs of networks
    std::optional<double> iqm;           // of `after`, over all runs
    std::optional<Interval> iqmInterval; // stratified by pair; empty if a pair has one seed
};

// One method in one setting, over the pairs whose receivers are of one architecture. Estimates as
// of StudyAggregate.
struct StudyFamily {
    std::size_t method = 0, setting = 0;
    std::string receiver; // family of the architecture; "file" for a network from a file
    std::size_t pairs = 0, runs = 0;
    Estimate source, before, after, change, agreement;
    std::optional<double> recovery; // over all runs
};

// One method in one setting, over all pairs: what a curve over the strength of a shift needs.
// Estimates as of StudyAggregate.
struct StudyCondition {
    std::size_t method = 0, setting = 0;
    std::size_t pairs = 0, runs = 0;
    Estimate source, before, after, agreement;
    Estimate outputDrift; // nats, at the end
    std::vector<ControlEstimate> controls;
    std::size_t checked = 0, warned = 0; // runs, by the check before the transfer (ShiftFigures)
};

enum class Against {
    Method,
    Control,
    Before, // the receiver as it was; not where a method of the study is mode "none"
};

// On how many pairs one side is better over test items (StudyPairComparison::itemFinding).
struct PairVerdicts {
    std::size_t better = 0, worse = 0, open = 0;
    std::size_t unknown = 0; // pairs whose answers per test item are not known
    [[nodiscard]] std::size_t known() const { return better + worse + open; }
    [[nodiscard]] std::size_t all() const { return known() + unknown; }
};

// The chosen method against something else in one setting, over seeds and all pairs that both have.
// Every figure is a difference of the same pair and seed. p-values are corrected (Holm) over all
// comparisons of the summary.
struct StudyComparison {
    std::size_t setting = 0;
    Against against = Against::Method;
    std::string other; // label of a method, id of a control, "receiver before"
    std::size_t pairs = 0;
    std::size_t unmatched = 0; // runs of the chosen method that have nothing to be compared with
    Difference difference;
    Finding finding = Finding::NotMeasured;
    std::string words;
    std::size_t pairsBetter = 0, pairsWorse = 0, pairsOpen = 0; // of StudyPairComparison
    PairVerdicts itemPairs;                                     // all pairs
    PairVerdicts taughtPairs; // those whose source is right more often than StudyChoices asks
    std::string itemWords;    // both in a sentence; empty if no answers are known
};

// The same on one pair. Corrected (Holm) over all pair comparisons of the summary.
struct StudyPairComparison {
    std::size_t setting = 0, pair = 0;
    Against against = Against::Method;
    std::string other;
    Difference difference;
    Finding finding = Finding::NotMeasured;
    std::string words;
    std::optional<ItemComparison> items; // over test items, where they are known
    // Its p-value (ItemComparison::pDecisive), corrected (Holm) over the pairs of this comparison
    // in this setting, for it is one question that each pair is asked.
    std::optional<double> itemsHolm;
    Finding itemFinding = Finding::NotMeasured; // Better, Worse or NotDistinguishable
};

// Whether a drift at the end of a run goes with the change of accuracy, over the pairs (each with
// the mean over its seeds). Corrected (Holm) over all of them.
struct StudyAssociation {
    std::size_t method = 0, setting = 0;
    std::string drift; // "output drift", "hub error", "hub drift", "layer drift"
    KendallTau tau;
    std::optional<double> pHolm;
};

// What a method cost, over all its measured runs.
struct Range {
    std::size_t count = 0;
    double mean = 0.0, least = 0.0, most = 0.0;
};
struct StudyBudget {
    std::size_t method = 0;
    TransferSpec transfer; // the method's
    Range gradientSteps, labelsUsed, seconds, peakMemoryBytes, tokenBytes;
};

// A row that is in no group, and why.
struct StudyRemark {
    StudyPlace place;
    std::uint64_t seed = 0;
    std::string run; // id; empty if there is none
    std::string reason;
};

// A run of the study in the store that is in no row.
struct StudyExtraRun {
    std::string run; // id
    // The run of the same experiment that is in a row instead; empty: no cell asks for this one.
    std::string counted;
    StudyPlace place; // of that row; means nothing without one
    std::uint64_t seed = 0;
    std::string reason;   // one sentence without its full stop
    bool readable = true; // its recipe; if not, no cell is known to ask for it
};

struct StudySummary {
    StudyGrouping grouping;
    std::size_t chosen = 0; // the method that the others are compared with
    std::size_t rows = 0;   // all
    std::size_t measured =
        0; // in a group; rows = measured + failed + unfinished + unmeasured + repeated
    std::vector<StudyRemark> failed;     // with their reason
    std::vector<StudyRemark> unfinished; // queued, running, cancelled, interrupted
    std::vector<StudyRemark> unmeasured; // done, but without an accuracy
    std::vector<StudyRemark> repeated;   // a second run of the same cell: the first one counts
    // Rows do not know of them: core/experiment/study_rows.h adds them. Oldest first.
    std::vector<StudyExtraRun> extraRuns;
    double level = 0.95;
    double taughtFrom = 0.6; // as chosen
    std::vector<StudyGroup> groups;
    std::vector<StudyAggregate> aggregates;
    std::vector<StudyFamily> families; // by setting, method, receiver
    std::vector<StudyCondition> conditions;
    std::vector<StudyComparison> comparisons;
    std::vector<StudyPairComparison> pairComparisons;
    std::vector<StudyAssociation> associations;
    std::string associationWords; // which drift predicts anything, in one or two sentences
    std::vector<StudyBudget> budgets;
    Range testItems; // of a run's test set
};

struct StudyChoices {
    std::string method; // label of the one that is compared with all others; empty: the first
    double level = 0.95;
    std::size_t resamples = 10'000;
    std::uint64_t seed = 1; // of the bootstrap
    // Which test items a run got right, by its id; may lack runs or be empty.
    std::map<std::string, ItemMarks> marks;
    double taughtFrom = 0.6; // accuracy above which a source has something to teach
};

// Rows in any order. NotFound if no row has the chosen method; InvalidArgument for a level outside
// (0, 1) and for no resamples. No rows give an empty summary.
[[nodiscard]] Result<StudySummary> summariseStudy(std::span<const StudyRow> rows,
                                                  const StudyChoices& choices = {});

// "output drift": the figure's name and its value.
struct DriftFigure {
    const char* name;
    std::optional<double> DriftFigures::*value;
};
[[nodiscard]] std::span<const DriftFigure> driftFigures();

} // namespace tessera::stats
