#pragma once

#include "core/api/engine.h"
#include "core/api/job_service.h"
#include "core/api/result.h"
#include "core/api/run.h"
#include "core/api/study.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// Recipes of studies and what has become of their runs, without formats and formulas. Accuracies
// are fractions on the test set, differences are differences of fractions.
namespace tessera {

// A mean over seeds with its 95% t interval, which one seed does not have.
struct StudyFigure {
    std::size_t count = 0; // seeds
    std::optional<double> mean;
    std::optional<Interval> interval;
};

// What may be said about a difference (core/stats/verdict.h has the rules).
enum class StudyFinding {
    NotMeasured,
    OneSeed,
    Identical,
    NoSpread, // the same amount on every seed: no test is possible
    NotDistinguishable,
    Better,
    Worse,
};

// The compared method minus another one, of the same pairs and seeds.
struct StudyGap {
    StudyFigure difference;
    std::optional<double> pHolm; // corrected over all differences of its kind in the study
    StudyFinding finding = StudyFinding::NotMeasured;
};

// One method on one pair of networks in one setting; the numbers are places in the lists of a
// StudyOverview.
struct StudyTableRow {
    std::size_t method = 0, pair = 0, setting = 0;
    std::size_t asked = 0, done = 0, failed = 0, running = 0; // runs; the others wait
    StudyFigure source, before, after, change;
    std::optional<StudyGap> gap; // of the compared method itself: to the receiver before
    std::vector<RunId> runs;     // in the order of the seeds; those that there are
};

// One method in one setting, over all pairs.
struct StudyMethodRow {
    std::size_t method = 0, setting = 0;
    std::size_t pairs = 0, runs = 0, missing = 0;
    StudyFigure after, change;
};

// The compared method against another one, a control or the receiver before, over all pairs.
struct StudyRival {
    enum class Kind { Method, Control, Before };
    std::size_t setting = 0;
    Kind kind = Kind::Method;
    std::string name; // label of the method, id of the control, or empty
    std::size_t pairs = 0;
    StudyGap gap;
};

struct StudyFailure {
    std::size_t method = 0, pair = 0, setting = 0;
    std::uint64_t seed = 0;
    RunId run;
    std::string reason; // English, one sentence
};

struct StudyOverview {
    std::vector<std::string> methods, pairs, settings; // "mlp 64d/2L > conv 64d/2L"
    std::size_t compared = 0;                          // method that the others are compared with
    std::size_t asked = 0, done = 0, failed = 0, running = 0; // runs; the others wait
    std::size_t otherRuns = 0;       // of the study, but not of its recipe as it is now
    std::vector<StudyTableRow> rows; // in the order of the recipe
    std::vector<StudyMethodRow> averages;
    std::vector<StudyRival> rivals;
    std::vector<StudyFailure> failures;
    [[nodiscard]] std::size_t waiting() const { return asked - done - failed - running; }
};

// How many runs a recipe asks for, and of what.
struct StudyExtent {
    std::size_t pairs = 0, methods = 0, seeds = 0;
    std::size_t settings = 0; // sizes of the reference set x shifts
    [[nodiscard]] std::size_t runs() const { return pairs * methods * seeds * settings; }
};

enum class StudyLength { Quick, Full };
enum class StudyReportKind { Page, Tables, Numbers }; // HTML, LaTeX, CSV

// All functions may be called from any thread; those that read files or compute statistics must not
// be called from the window's.
class StudyDesk {
public:
    virtual ~StudyDesk() = default;

    // A small study to start with: digits, two networks, three methods.
    [[nodiscard]] virtual StudySpec defaultStudy() const = 0;
    // The studies that come with the program; a task is one of benchmarkTasks().
    [[nodiscard]] virtual std::vector<std::string> benchmarkTasks() const = 0;
    [[nodiscard]] virtual StudySpec benchmark(const std::string& task, StudyLength length,
                                              const Catalog& catalog) const = 0;

    // Codes of core/experiment/study_json.h: NotFound, Io, Corrupt, Unsupported, InvalidArgument.
    [[nodiscard]] virtual Result<StudySpec> read(const std::filesystem::path& file) const = 0;
    [[nodiscard]] virtual Result<StudySpec> parse(const std::string& text) const = 0;
    [[nodiscard]] virtual std::string text(const StudySpec& study) const = 0;

    // What is missing, stands twice or cannot go together, a sentence each; empty: it can run.
    [[nodiscard]] virtual std::vector<std::string> problemsOf(const StudySpec& study) const = 0;
    [[nodiscard]] virtual StudyExtent extentOf(const StudySpec& study) const = 0;
    // The runs of a good study as a job.
    [[nodiscard]] virtual std::shared_ptr<const StudyJob> jobOf(const StudySpec& study) const = 0;

    // The recipes that are kept beside the runs in the folder of a store, by name; what the command
    // line has put there as well. NotFound: none of that name.
    [[nodiscard]] virtual std::vector<std::string>
    keptStudies(const std::filesystem::path& folder) const = 0;
    [[nodiscard]] virtual Result<StudySpec> keptStudy(const std::filesystem::path& folder,
                                                      const std::string& name) const = 0;
    // InvalidArgument: there is one of the same name that asks for runs of its own, which this one
    // does not ask for. Other codes: it cannot be read.
    [[nodiscard]] virtual Result<void> checkKept(const std::filesystem::path& folder,
                                                 const StudySpec& study) const = 0;
    // Replaces one of the same name. Io.
    [[nodiscard]] virtual Result<void> keep(const std::filesystem::path& folder,
                                            const StudySpec& study) const = 0;

    // The label of the method that a study is about unless somebody says otherwise.
    [[nodiscard]] virtual std::string usualMethod(const StudySpec& study) const = 0;

    // What has become of a good study. `runs` are those of a store, of this study and of others.
    // NotFound: the study has no method `compared`.
    [[nodiscard]] virtual Result<StudyOverview> overview(const StudySpec& study,
                                                         const std::vector<RunRecord>& runs,
                                                         const std::string& compared) const = 0;

    // The text of a report, for a file. `folder` is the store's. Codes of overview().
    [[nodiscard]] virtual Result<std::string> report(StudyReportKind kind, const StudySpec& study,
                                                     const std::vector<RunRecord>& runs,
                                                     const std::string& compared,
                                                     const Catalog& catalog,
                                                     const std::filesystem::path& folder) const = 0;
};

} // namespace tessera
