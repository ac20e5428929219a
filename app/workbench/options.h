#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tessera::workbench {

// A figure without a window.
struct RenderOptions {
    std::string run; // an id, or "latest"
    std::string view;
    std::filesystem::path out;
    std::filesystem::path store; // empty: the one that the window would open
    double widthInches = 5.5;
    double heightInches = 0.0;        // 0: follows from the width
    bool caption = false;             // as a text file beside it
    int timeoutSeconds = 600;         // for what has to be computed first
    std::vector<std::string> pickers; // "name=value": what to choose in the plots' pickers
};

struct Options {
    std::filesystem::path file; // to open; may be empty
    bool startupReport = false;
    std::optional<RenderOptions> render;
};

// The options, or the exit code where everything has been said already (--help, wrong usage). What
// Qt reads itself (-platform, -style, ...) is left to it.
[[nodiscard]] std::variant<Options, int> parseOptions(int argc, char** argv);

} // namespace tessera::workbench
