#include "core/experiment/study_report.h"

#include "core/experiment/study_report_tables.h"
#include "core/experiment/study_report_text.h"
#include "core/experiment/study_report_words.h"

#include <fmt/format.h>

namespace tessera::experiment {

namespace {

struct CsvRow {
    std::string part, setting, pair, method, other, measure;
    std::optional<std::size_t> n;
    std::optional<double> mean, deviation;
    std::optional<Interval> interval;
    std::optional<double> p, pHolm;
    std::string note;
};

// The shortest digits that read back as the same number.
std::string number(const std::optional<double>& value) {
    return value ? fmt::format("{}", *value) : std::string();
}

class Writer {
public:
    explicit Writer(const stats::StudySummary& summary) : m_summary(summary) {
        m_text = "part,setting,pair,method,other,measure,n,mean,deviation,lo,hi,p,p_holm,note\r\n";
    }

    void groups();
    void aggregates();
    void families();
    void comparisons();
    void associations();
    void budgets();
    void remarks(const char* part, const std::vector<stats::StudyRemark>& remarks);
    void extraRuns();

    [[nodiscard]] std::string text() const { return m_text; }

private:
    void write(const CsvRow& row);
    void estimate(CsvRow row, const char* measure, const stats::Estimate& estimate);
    void difference(CsvRow row, const stats::Difference& difference);
    void recovery(CsvRow row, std::size_t runs, const std::optional<double>& share);
    void range(CsvRow row, const char* measure, const stats::Range& range);
    [[nodiscard]] const std::string& setting(std::size_t at) const {
        return m_summary.grouping.settings[at].label;
    }
    [[nodiscard]] const std::string& method(std::size_t at) const {
        return m_summary.grouping.methods[at];
    }
    [[nodiscard]] CsvRow placed(const char* part, const stats::StudyPlace& place) const;

    const stats::StudySummary& m_summary;
    std::string m_text;
};

CsvRow Writer::placed(const char* part, const stats::StudyPlace& place) const {
    CsvRow row;
    row.part = part;
    row.setting = setting(place.setting);
    row.pair = m_summary.grouping.pairs[place.pair];
    row.method = method(place.method);
    return row;
}

void Writer::write(const CsvRow& row) {
    for (const auto* text :
         {&row.part, &row.setting, &row.pair, &row.method, &row.other, &row.measure}) {
        m_text += csvField(*text) + ",";
    }
    const auto lo = row.interval ? std::optional(row.interval->lo) : std::nullopt;
    const auto hi = row.interval ? std::optional(row.interval->hi) : std::nullopt;
    m_text += fmt::format("{},{},{},{},{},{},{},{}\r\n", row.n ? fmt::format("{}", *row.n) : "",
                          number(row.mean), number(row.deviation), number(lo), number(hi),
                          number(row.p), number(row.pHolm), csvField(row.note));
}

void Writer::estimate(CsvRow row, const char* measure, const stats::Estimate& estimate) {
    row.measure = measure;
    row.n = estimate.count;
    row.mean = estimate.mean;
    row.deviation = estimate.deviation;
    row.interval = estimate.interval;
    write(row);
}

void Writer::difference(CsvRow row, const stats::Difference& difference) {
    row.measure = "difference";
    row.n = difference.count;
    row.mean = difference.mean;
    row.interval = difference.interval;
    row.p = difference.pValue;
    row.pHolm = difference.pHolm;
    write(row);
}

void Writer::recovery(CsvRow row, std::size_t runs, const std::optional<double>& share) {
    row.measure = "recovery";
    row.n = runs;
    row.mean = share;
    write(row);
}

void Writer::range(CsvRow row, const char* measure, const stats::Range& range) {
    row.measure = measure;
    row.n = range.count;
    if (range.count > 0) {
        row.mean = range.mean;
        row.interval = Interval{range.least, range.most};
        row.note += (row.note.empty() ? "" : "; ");
        row.note += "lo and hi are the least and the most";
    }
    write(row);
}

void Writer::groups() {
    for (const auto& group : m_summary.groups) {
        auto row = placed("group", group.place);
        estimate(row, "source", group.source);
        estimate(row, "before", group.before);
        estimate(row, "after", group.after);
        estimate(row, "change", group.change);
        estimate(row, "agreement", group.agreement);
        recovery(row, group.after.count, group.recovery);
        for (const auto& control : group.controls) {
            row.other = control.id.value;
            estimate(row, "control", control.accuracy);
        }
        row.other.clear();
        row.n = group.after.count;
        row.mean = group.after.mean;
        row.interval = group.bootstrap ? group.bootstrap : group.wilson;
        if (row.interval) {
            row.measure = group.bootstrap ? "after, BCa bootstrap" : "after, Wilson over items";
            write(row);
        }
    }
}

void Writer::aggregates() {
    for (const auto& aggregate : m_summary.aggregates) {
        CsvRow row;
        row.part = "aggregate";
        row.setting = setting(aggregate.setting);
        row.method = method(aggregate.method);
        row.note = fmt::format("{} pairs, {} runs, {} missing", aggregate.pairs, aggregate.runs,
                               aggregate.missing);
        estimate(row, "after", aggregate.after);
        estimate(row, "change", aggregate.change);
        estimate(row, "agreement", aggregate.agreement);
        recovery(row, aggregate.runs, aggregate.recovery);
        row.n = aggregate.pairs;
        row.measure = "after, interval over pairs";
        row.mean = aggregate.after.mean;
        row.interval = aggregate.overPairs;
        write(row);
        row.n = aggregate.runs;
        row.measure = "after, interquartile mean";
        row.mean = aggregate.iqm;
        row.interval = aggregate.iqmInterval;
        write(row);
    }
}

void Writer::families() {
    for (const auto& family : m_summary.families) {
        CsvRow row;
        row.part = "family";
        row.setting = setting(family.setting);
        row.method = method(family.method);
        row.other = family.receiver;
        row.note = fmt::format("{} pairs, {} runs", family.pairs, family.runs);
        estimate(row, "source", family.source);
        estimate(row, "before", family.before);
        estimate(row, "after", family.after);
        estimate(row, "change", family.change);
        estimate(row, "agreement", family.agreement);
        recovery(row, family.runs, family.recovery);
    }
}

void Writer::comparisons() {
    CsvRow row;
    row.method = m_summary.grouping.methods.empty() ? "" : method(m_summary.chosen);
    for (const auto& comparison : m_summary.comparisons) {
        row.part = "comparison";
        row.setting = setting(comparison.setting);
        row.other = comparison.other;
        row.note = comparison.words;
        difference(row, comparison.difference);
    }
    for (const auto& comparison : m_summary.pairComparisons) {
        row.part = "pair_comparison";
        row.setting = setting(comparison.setting);
        row.pair = m_summary.grouping.pairs[comparison.pair];
        row.other = comparison.other;
        row.note = comparison.words;
        difference(row, comparison.difference);
        if (const auto& items = comparison.items) {
            CsvRow more = row;
            more.n = items->seeds;
            more.mean = items->difference;
            more.measure = "difference over seeds and items";
            more.interval = items->interval;
            more.p = items->pValue;
            // The corrected p-value stands beside the one that it was made from.
            const bool several = items->seeds > 1;
            const bool bySeeds = several && items->pSeeds && items->pDecisive() == items->pSeeds;
            more.pHolm = several && !bySeeds ? comparison.itemsHolm : std::nullopt;
            more.note.clear();
            write(more);
            more.interval.reset();
            if (several) {
                more.measure = "paired t over seeds of the items";
                more.p = items->pSeeds;
                more.pHolm = bySeeds ? comparison.itemsHolm : std::nullopt;
                write(more);
            }
            more.measure = "McNemar over items";
            more.p = items->pItems;
            more.pHolm = several ? std::nullopt : comparison.itemsHolm;
            write(more);
        }
    }
}

void Writer::associations() {
    for (const auto& association : m_summary.associations) {
        CsvRow row;
        row.part = "association";
        row.setting = setting(association.setting);
        row.method = method(association.method);
        row.other = association.drift;
        row.measure = "Kendall tau-b with the change of accuracy";
        row.n = association.tau.count;
        row.mean = association.tau.tau;
        row.p = association.tau.pValue;
        row.pHolm = association.pHolm;
        write(row);
    }
}

void Writer::budgets() {
    for (const auto& budget : m_summary.budgets) {
        CsvRow row;
        row.part = "budget";
        row.method = method(budget.method);
        row.note = "rate: " + rateText(budget);
        range(row, "gradient_steps", budget.gradientSteps);
        row.note.clear();
        range(row, "labels_used", budget.labelsUsed);
        range(row, "seconds", budget.seconds);
        range(row, "peak_memory_bytes", budget.peakMemoryBytes);
        range(row, "token_bytes", budget.tokenBytes);
    }
}

void Writer::remarks(const char* part, const std::vector<stats::StudyRemark>& remarks) {
    for (const auto& remark : remarks) {
        auto row = placed(part, remark.place);
        row.other = remark.run;
        row.measure = fmt::format("seed {}", remark.seed);
        row.note = remark.reason;
        write(row);
    }
}

// Their number is in a row of its own, also where it is 0.
void Writer::extraRuns() {
    CsvRow count;
    count.part = "extra_runs";
    count.measure = "runs in no row";
    count.n = m_summary.extraRuns.size();
    count.note = extraRunsSentence(m_summary);
    write(count);
    for (const auto& run : m_summary.extraRuns) {
        CsvRow row;
        row.part = "other_run";
        if (!run.counted.empty()) {
            row = placed("repeated_run", run.place);
            row.measure = fmt::format("seed {}", run.seed);
        }
        row.other = run.run;
        row.note = run.reason;
        write(row);
    }
}

} // namespace

std::string studyCsv(const stats::StudySummary& summary) {
    Writer writer(summary);
    writer.groups();
    writer.aggregates();
    writer.families();
    writer.comparisons();
    writer.associations();
    writer.budgets();
    writer.remarks("failed", summary.failed);
    writer.remarks("unfinished", summary.unfinished);
    writer.remarks("unmeasured", summary.unmeasured);
    writer.remarks("repeated", summary.repeated);
    writer.extraRuns();
    return writer.text();
}

} // namespace tessera::experiment
