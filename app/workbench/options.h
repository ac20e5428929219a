#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace tessera::workbench {

// A figure without a window.
struct RenderOptions {
    std::string run; // an id, or "latest"
    std::string view;
    std::filesystem::path out;
    std::filesystem::path store; // empty: the one that the window would open
    double widthInches = 5.5;
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
