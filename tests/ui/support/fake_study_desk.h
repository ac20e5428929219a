#pragma once

#include "core/api/study_desk.h"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tessera::test {

inline NetworkSpec madeStudyNetwork(const std::string& family, int width) {
    ArchitectureSpec architecture;
    architecture.family = ArchitectureId(family);
    architecture.width = width;
    NetworkSpec network;
    network.architecture = architecture;
    return network;
}

inline StudyMethod madeStudyMethod(const std::string& mode, int epochs = 3) {
    StudyMethod method{mode, {}, std::nullopt};
    method.transfer.mode = ModeId(mode);
    method.transfer.epochs = epochs;
    if (mode != "A") {
        method.controls.emplace();
    }
    return method;
}

// Two of three runs of A are done, kd has failed once.
inline StudyOverview madeStudyOverview() {
    StudyOverview overview;
    overview.methods = {"A", "kd"};
    overview.pairs = {"mlp > conv"};
    overview.settings = {"digits"};
    overview.asked = 6;
    overview.done = 4;
    overview.failed = 1;
    for (std::size_t method = 0; method < 2; ++method) {
        StudyTableRow row;
        row.method = method;
        row.asked = 3;
        row.done = 2;
        row.after = {2, 0.8, Interval{0.7, 0.9}};
        row.runs = {RunId("20260101-120000-0000000" + std::to_string(2 * method + 1)),
                    RunId("20260101-120000-0000000" + std::to_string(2 * method + 2))};
        overview.rows.push_back(row);
        overview.averages.push_back({method, 0, 1, 2, 1, row.after, row.after});
    }
    overview.rows[1].failed = 1;
    StudyRival rival;
    rival.name = "kd";
    rival.pairs = 1;
    rival.gap = {{2, 0.05, Interval{0.01, 0.09}}, 0.03, StudyFinding::Better};
    overview.rivals.push_back(rival);
    overview.failures.push_back(
        {1, 0, 0, 3, RunId("r5"), "the label spaces differ, so that kd cannot be used"});
    return overview;
}

// Studies in memory. Texts are made up: a number under which a study is kept here. An overview
// counts the runs by method and pair and takes means; intervals are made up. Any thread.
class FakeStudyDesk : public StudyDesk {
public:
    // Keeping a recipe and writing reports fail with this until it is taken away again.
    void refuse(std::optional<Error> error) {
        const std::lock_guard lock(m_mutex);
        m_refusal = std::move(error);
    }
    // What is in a file.
    void putFile(const std::filesystem::path& file, Result<StudySpec> study) {
        const std::lock_guard lock(m_mutex);
        m_files.insert_or_assign(file, std::move(study));
    }
    void putKept(const StudySpec& study) {
        const std::lock_guard lock(m_mutex);
        m_kept[study.name] = study;
    }
    [[nodiscard]] std::optional<StudySpec> keptAs(const std::string& name) const {
        const std::lock_guard lock(m_mutex);
        const auto found = m_kept.find(name);
        return found != m_kept.end() ? std::optional(found->second) : std::nullopt;
    }
    // In which folder a recipe was kept last.
    [[nodiscard]] std::filesystem::path lastFolder() const {
        const std::lock_guard lock(m_mutex);
        return m_lastFolder;
    }
    // What problemsOf() says of every study.
    void setProblems(std::vector<std::string> problems) {
        const std::lock_guard lock(m_mutex);
        m_problems = std::move(problems);
    }
    // How overviews are made; else there is nothing but rows that wait.
    void setOverview(StudyOverview overview) {
        const std::lock_guard lock(m_mutex);
        m_overview = std::move(overview);
    }

    StudySpec defaultStudy() const override {
        StudySpec study;
        study.name = "study";
        study.base.data.name = "digits";
        study.base.controls = {ControlId("untrained_source")};
        study.sources = {madeStudyNetwork("mlp", 64), madeStudyNetwork("conv", 64)};
        study.receivers = study.sources;
        study.samePairs = SamePairs::Skip;
        study.methods = {madeStudyMethod("A"), madeStudyMethod("kd")};
        study.seeds = {1, 2, 3};
        return study;
    }
    std::vector<std::string> benchmarkTasks() const override { return {"token-mean", "digits"}; }
    StudySpec benchmark(const std::string& task, StudyLength length,
                        const Catalog&) const override {
        auto study = defaultStudy();
        study.base.data.name = task;
        study.name = "benchmark " + task + (length == StudyLength::Quick ? " quick" : " full");
        study.seeds = length == StudyLength::Quick ? std::vector<std::uint64_t>{1}
                                                   : std::vector<std::uint64_t>{1, 2, 3, 4, 5};
        return study;
    }

    Result<StudySpec> read(const std::filesystem::path& file) const override {
        const std::lock_guard lock(m_mutex);
        const auto found = m_files.find(file);
        return found != m_files.end() ? found->second
                                      : Result<StudySpec>(fail(ErrorCode::NotFound, "no file"));
    }
    Result<StudySpec> parse(const std::string& text) const override {
        const std::lock_guard lock(m_mutex);
        const auto found = m_texts.find(text);
        return found != m_texts.end() ? Result<StudySpec>(found->second)
                                      : fail(ErrorCode::Corrupt, "not a study of this test");
    }
    std::string text(const StudySpec& study) const override {
        const std::lock_guard lock(m_mutex);
        for (const auto& [text, known] : m_texts) {
            if (known == study) {
                return text;
            }
        }
        auto text = "{\"made-up study\": " + std::to_string(m_texts.size()) + "}\n";
        m_texts[text] = study;
        return text;
    }

    std::vector<std::string> problemsOf(const StudySpec&) const override {
        const std::lock_guard lock(m_mutex);
        return m_problems;
    }
    StudyExtent extentOf(const StudySpec& study) const override {
        const bool skip = study.samePairs == SamePairs::Skip;
        std::size_t pairs = 0;
        for (const auto& source : study.sources) {
            pairs += static_cast<std::size_t>(
                std::count_if(study.receivers.begin(), study.receivers.end(),
                              [&](const auto& other) { return !skip || !(other == source); }));
        }
        return {pairs, study.methods.size(), study.seeds.size(),
                std::max<std::size_t>(1, study.shifts.size()) *
                    std::max<std::size_t>(1, study.referenceSizes.size())};
    }
    std::shared_ptr<const StudyJob> jobOf(const StudySpec& study) const override {
        StudyJob job{study.name, {}};
        job.cells.resize(extentOf(study).runs());
        for (std::size_t i = 0; i < job.cells.size(); ++i) {
            job.cells[i].index = i;
        }
        return std::make_shared<const StudyJob>(std::move(job));
    }

    std::vector<std::string> keptStudies(const std::filesystem::path&) const override {
        const std::lock_guard lock(m_mutex);
        std::vector<std::string> names;
        for (const auto& [name, study] : m_kept) {
            names.push_back(name);
        }
        return names;
    }
    Result<StudySpec> keptStudy(const std::filesystem::path&,
                                const std::string& name) const override {
        const auto kept = keptAs(name);
        return kept ? Result<StudySpec>(*kept) : fail(ErrorCode::NotFound, "no such study");
    }
    Result<void> checkKept(const std::filesystem::path&, const StudySpec& study) const override {
        const auto kept = keptAs(study.name);
        return !kept || *kept == study ? Result<void>()
                                       : fail(ErrorCode::InvalidArgument, "it would lose runs");
    }
    Result<void> keep(const std::filesystem::path& folder, const StudySpec& study) const override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        m_lastFolder = folder;
        m_kept[study.name] = study;
        return {};
    }

    std::string usualMethod(const StudySpec& study) const override {
        return study.methods.empty() ? std::string() : study.methods.front().label;
    }
    Result<StudyOverview> overview(const StudySpec& study, const std::vector<RunRecord>&,
                                   const std::string& compared) const override {
        {
            const std::lock_guard lock(m_mutex);
            if (m_overview) {
                return *m_overview;
            }
        }
        StudyOverview overview;
        overview.pairs = {"mlp > conv"};
        overview.settings = {"digits"};
        overview.asked = extentOf(study).runs();
        for (const auto& method : study.methods) {
            if (method.label == compared) {
                overview.compared = overview.methods.size();
            }
            StudyTableRow row;
            row.method = overview.methods.size();
            row.asked = study.seeds.size();
            overview.rows.push_back(row);
            overview.methods.push_back(method.label);
        }
        return overview;
    }
    Result<std::string> report(StudyReportKind kind, const StudySpec& study,
                               const std::vector<RunRecord>&, const std::string& compared,
                               const Catalog&, const std::filesystem::path&) const override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        return std::string("report ") + std::to_string(static_cast<int>(kind)) + " of " +
               study.name + ", compared " + compared + "\n";
    }

private:
    mutable std::mutex m_mutex;
    std::optional<Error> m_refusal;
    std::map<std::filesystem::path, Result<StudySpec>> m_files;
    mutable std::map<std::string, StudySpec> m_kept;
    mutable std::filesystem::path m_lastFolder;
    mutable std::map<std::string, StudySpec> m_texts;
    std::vector<std::string> m_problems;
    std::optional<StudyOverview> m_overview;
};

} // namespace tessera::test
