#include "app/workbench/options.h"

#include "app/workbench/render.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace tessera::workbench {

namespace {

constexpr int kExitUsage = 2;
// What Qt reads itself (QGuiApplication, QApplication), each followed by its value.
constexpr std::array<const char*, 9> kQtOptions = {
    "-platform",        "-platformpluginpath", "-platformtheme", "-plugin",
    "-qwindowgeometry", "-qwindowicon",        "-style",         "-display",
    "-session"};

// The arguments that are for us.
std::vector<char*> withoutQts(int argc, char** argv) {
    std::vector<char*> ours;
    for (int i = 0; i < argc; ++i) {
        std::string_view name = argv[i];
        if (name.starts_with("--")) {
            name.remove_prefix(1); // Qt takes both
        }
        if (std::find(kQtOptions.begin(), kQtOptions.end(), name) != kQtOptions.end()) {
            ++i;
        } else if (name != "-reverse") {
            ours.push_back(argv[i]);
        }
    }
    return ours;
}

constexpr double kNarrowest = 1.0; // inches
constexpr double kWidest = 40.0;
constexpr int kLongestSeconds = 86'400;

} // namespace

std::variant<Options, int> parseOptions(int argc, char** argv) {
    CLI::App app("One trained neural network teaches another, and people see how.",
                 "tessera-workbench");
    Options options;
    RenderOptions render;
    app.set_version_flag("--version", std::string("tessera-workbench ") + TESSERA_VERSION);
    app.add_option("file", options.file,
                   "experiment (.tessera.json), token (.tbf) or run store (.db) to open");
    app.add_flag("--startup-report", options.startupReport,
                 "print how long each part of starting took, and end");
    auto* run = app.add_option("--render", render.run,
                               "draw a run without a window: its id, or \"latest\"");
    auto* view = app.add_option("--view", render.view,
                                fmt::format("what to draw, one name or several with commas "
                                            "between them: {}",
                                            renderNames()));
    auto* out = app.add_option("--out,-o", render.out,
                               "file to write: .pdf, .svg, .png, .csv or .tex; the numbers of "
                               "a .tex come beside it, in a .csv of the same name");
    auto* store = app.add_option("--store", render.store, "run store to read");
    auto* width = app.add_option("--width", render.widthInches, "width of the figure in inches")
                      ->check(CLI::Range(kNarrowest, kWidest))
                      ->capture_default_str();
    auto* height = app.add_option("--height", render.heightInches,
                                  "height of the figure in inches; without it, as the width has it")
                       ->check(CLI::Range(kNarrowest, kWidest));
    auto* caption = app.add_flag("--caption", render.caption,
                                 "write the caption, too, into a text file of the same name");
    auto* pickers = app.add_option("--set", render.pickers,
                                   "NAME=VALUE: choose VALUE in the plots' picker NAME; a wrong "
                                   "name lists those that there are")
                        ->allow_extra_args(false);
    auto* timeout = app.add_option("--timeout", render.timeoutSeconds,
                                   "seconds to wait for what has to be computed first")
                        ->check(CLI::Range(1, kLongestSeconds))
                        ->capture_default_str();
    run->needs(view)->needs(out);
    for (auto* option : {view, out, store, width, height, caption, pickers, timeout}) {
        option->needs(run);
    }
    try {
        const auto ours = withoutQts(argc, argv);
        app.parse(static_cast<int>(ours.size()), ours.data());
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kExitUsage;
    }
    if (!render.run.empty()) {
        options.render = render;
    }
    return options;
}

} // namespace tessera::workbench
