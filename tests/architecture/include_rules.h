#pragma once

#include "tests/architecture/source_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// The dependency rule of the project as a table, and the checks that apply it to one file. Changing
// the table means changing the architecture, so it belongs into the review.
namespace tessera::test {

// --- The table -----------------------------------------------------------------------------------

struct Level {
    std::string_view folder;
    int height;
};

// A folder of core may include itself and every lower one; folders of one height know nothing of
// each other. Heights below kEngineHeight make up tessera_base, the others tessera_engine.
inline constexpr std::array kCoreLevels{
    Level{"core/api", 0},        Level{"core/format", 1},   Level{"core/stats", 1},
    Level{"core/token", 2},      Level{"core/store", 2},    Level{"core/experiment", 2},
    Level{"core/session", 2},    Level{"core/remote", 2},   Level{"core/data", 3},
    Level{"core/zoo", 3},        Level{"core/tap", 4},      Level{"core/fingerprint", 5},
    Level{"core/projection", 5}, Level{"core/hub", 6},      Level{"core/privacy", 6},
    Level{"core/drift", 6},      Level{"core/transfer", 7}, Level{"core/jobs", 8},
    Level{"core/engine", 9},
};
inline constexpr int kEngineHeight = 3;

// What the folders outside of core may include of our own code; the first row that fits counts.
struct Permission {
    std::string_view folder;
    std::vector<std::string_view> mayInclude;
};
inline const std::vector<Permission> kPermissions{
    {"app/cli", {"app/cli", "app/composition", "core"}},
    {"app/composition", {"app/composition", "core"}},
    {"app/images", {"app/images", "core/api"}}, // a module of its own, which Qt stays inside of
    {"app", {"app", "ui", "core"}},
    {"ui", {"ui", "core/api"}},
    {"tests/ui", {"tests/ui", "tests/support", "ui", "core/api"}},
};

// Folders without Qt: the core, and the command line with what it shares with the window.
inline constexpr std::array<std::string_view, 3> kNoQt{"core", "app/cli", "app/composition"};

// Folders without torch are all but the engine's; see torchAllowed.

// --- Reading a file ------------------------------------------------------------------------------

struct Include {
    std::string path;
    bool quoted = false;
    int line = 0;
};

inline bool isBelow(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

inline bool isHeader(std::string_view path) {
    return path.ends_with(".h") || path.ends_with(".hpp");
}

// `line` without blanks in front, and without `word` if it then begins with it.
inline std::optional<std::string_view> after(std::string_view line, std::string_view word) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || !line.substr(first).starts_with(word)) {
        return std::nullopt;
    }
    return line.substr(first + word.size());
}

// What one line of code includes.
inline std::optional<Include> includeOf(std::string_view line) {
    const auto directive = after(line, "#");
    const auto rest = directive ? after(*directive, "include") : std::nullopt;
    if (!rest || rest->empty() || isWordCharacter(rest->front())) {
        return std::nullopt;
    }
    if (const auto quoted = after(*rest, "\"")) {
        return Include{std::string(quoted->substr(0, quoted->find('"'))), true};
    }
    if (const auto angled = after(*rest, "<")) {
        return Include{std::string(angled->substr(0, angled->find('>'))), false};
    }
    return Include{};
}

// Of text that went through codeOnly. An include whose name is a macro has an empty path.
inline std::vector<Include> includesOf(const std::string& code) {
    std::vector<Include> includes;
    std::istringstream lines(code);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (auto include = includeOf(line)) {
            include->line = number;
            includes.push_back(*include);
        }
    }
    return includes;
}

inline bool isQtHeader(std::string_view path) {
    if (path == "quadmath.h") {
        return false;
    }
    const auto name = path.substr(path.rfind('/') + 1);
    return path.starts_with("Q") || name == "qcustomplot.h" ||
           (path.starts_with("q") && path.ends_with(".h") && path == name);
}

inline bool isTorchHeader(std::string_view path) {
    return isBelow(path, "torch") || isBelow(path, "ATen") || isBelow(path, "c10") ||
           isBelow(path, "caffe2") || isBelow(path, "torchvision");
}

inline std::optional<Level> levelOf(std::string_view path) {
    for (const auto& level : kCoreLevels) {
        if (isBelow(path, level.folder)) {
            return level;
        }
    }
    return std::nullopt;
}

inline bool isProjectPath(std::string_view path) {
    return isBelow(path, "core") || isBelow(path, "app") || isBelow(path, "ui") ||
           isBelow(path, "tests");
}

inline bool torchAllowed(std::string_view file) {
    const auto level = levelOf(file);
    return level && level->height >= kEngineHeight;
}

inline bool ownIncludeAllowed(std::string_view file, std::string_view included) {
    if (const auto from = levelOf(file)) {
        const auto to = levelOf(included);
        return to && (to->folder == from->folder || to->height < from->height);
    }
    for (const auto& permission : kPermissions) {
        if (isBelow(file, permission.folder)) {
            return std::any_of(permission.mayInclude.begin(), permission.mayInclude.end(),
                               [&](auto folder) { return isBelow(included, folder); });
        }
    }
    return false;
}

// --- The checks ----------------------------------------------------------------------------------

// Why this include must not stand in this file; nothing if it may.
inline std::optional<std::string> refusal(std::string_view file, const Include& include) {
    const std::string_view path = include.path;
    if (path.empty()) {
        return "names no file, so it cannot be checked";
    }
    if (include.quoted) {
        if (path.find("..") != std::string_view::npos ||
            path.find('\\') != std::string_view::npos) {
            return "does not start at the top of the source tree";
        }
        if (path.ends_with(".moc") && path.find('/') == std::string_view::npos && !isHeader(file) &&
            !isBelow(file, "core")) {
            return std::nullopt; // Written by moc beside the objects.
        }
        if (!isProjectPath(path)) {
            return "is quoted, but does not start with a folder of the project";
        }
        if (!ownIncludeAllowed(file, path)) {
            return "is not in reach of this folder";
        }
        return std::nullopt;
    }
    if (isProjectPath(path)) {
        return "is our own, so it must be quoted";
    }
    if (isTorchHeader(path) && !torchAllowed(file)) {
        return "brings torch in where it must not be";
    }
    if (isQtHeader(path) && std::any_of(kNoQt.begin(), kNoQt.end(),
                                        [&](auto folder) { return isBelow(file, folder); })) {
        return "brings Qt in where it must not be";
    }
    return std::nullopt;
}

// Whether the first line that holds any code is #pragma once.
inline bool beginsWithPragmaOnce(const std::string& code) {
    const auto first = code.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) {
        return false;
    }
    const auto line = std::string_view(code).substr(first, code.find('\n', first) - first);
    const auto directive = after(line, "#");
    const auto pragma = directive ? after(*directive, "pragma") : std::nullopt;
    const auto once = pragma ? after(*pragma, "once") : std::nullopt;
    return once && once->find_first_not_of(" \t\r") == std::string_view::npos;
}

inline bool hasUsingNamespace(std::string_view code) {
    constexpr std::string_view kUsing = "using";
    for (auto at = code.find(kUsing); at != std::string_view::npos;
         at = code.find(kUsing, at + 1)) {
        auto rest = code.substr(at + kUsing.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        if ((at == 0 || !isWordCharacter(code[at - 1])) && rest.starts_with("namespace")) {
            return true;
        }
    }
    return false;
}

// Rules that need the text only: #pragma once first in a header, no using-directive in it.
inline std::vector<std::string> headerProblems(const std::string& code) {
    std::vector<std::string> problems;
    if (!beginsWithPragmaOnce(code)) {
        problems.emplace_back("does not begin with #pragma once");
    }
    if (hasUsingNamespace(code)) {
        problems.emplace_back("has a 'using namespace', which everyone who includes it gets");
    }
    return problems;
}

// All that is wrong with one file, a sentence each, with file and line.
inline std::vector<std::string> problemsOf(const std::string& file, std::string_view source) {
    const auto code = codeOnly(source);
    std::vector<std::string> problems;
    if (isBelow(file, "core") && !levelOf(file)) {
        problems.push_back(file + ": this folder of core has no level in include_rules.h");
    }
    for (const auto& include : includesOf(code)) {
        if (const auto reason = refusal(file, include)) {
            problems.push_back(file + ":" + std::to_string(include.line) + ": " + include.path +
                               " " + *reason);
        }
    }
    if (isHeader(file)) {
        for (const auto& problem : headerProblems(code)) {
            problems.push_back(file + ": " + problem);
        }
    }
    return problems;
}

} // namespace tessera::test
