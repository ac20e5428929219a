#pragma once

#include "app/cli/command.h"
#include "core/api/study.h"
#include "core/session/study_runner.h"

#include <filesystem>
#include <functional>
#include <string>

namespace tessera::cli {

// What becomes of an earlier recipe of the same name that asks for other runs.
enum class EarlierRecipe { Refuse, Replace };

struct StudyMode {
    session::Redo redo = session::Redo::Unfinished;
    EarlierRecipe earlier = EarlierRecipe::Refuse;
};

// Executes a study into context.folder, where its recipe is kept as well, and says what it came
// to. `make` is asked once, with the engine; what it refuses is said and nothing is done. A cell
// that fails makes the exit code 1, a stop 130.
int executeStudy(const CommandContext& context,
                 const std::function<Result<StudySpec>(const Engine&)>& make, StudyMode mode);

struct StudyRunOptions {
    std::filesystem::path file;
    StudyMode mode;
};

// `tessera study run`: executes what of a recipe is not there yet.
int runStudy(const CommandContext& context, const StudyRunOptions& options);

// Which study, and which of its methods is compared with the others; empty: mode A, or the first.
struct StudyQuestion {
    std::string name;
    std::string method;
};

// `tessera study list|show|export` on the store in context.folder.
int listStudies(const CommandContext& context);
int showStudy(const CommandContext& context, const StudyQuestion& question);
// A row a cell, to `file`, or to standard output if that is empty.
int exportStudy(const CommandContext& context, const std::string& name,
                const std::filesystem::path& file);

struct StudyReportOptions {
    StudyQuestion study;
    std::filesystem::path html, tex, csv; // at least one; empty: not wanted
};

// `tessera study report`: writes the report as a page, as tables for a paper, and as numbers.
int reportStudy(const CommandContext& context, const StudyReportOptions& options);

} // namespace tessera::cli
