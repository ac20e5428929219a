#include "app/workbench/render.h"

#include "app/composition/documents.h"
#include "app/workbench/render_engine.h"
#include "app/workbench/render_pickers.h"
#include "app/workbench/workbench.h"
#include "ui/bridge/selection.h"
#include "ui/panels/view.h"
#include "ui/plots/colour_maps.h"
#include "ui/plots/figure.h"
#include "ui/plots/plot_catalog.h"
#include "ui/settings/settings.h"
#include "ui/strings/strings.h"

#include <fmt/format.h>

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

namespace tessera::workbench {

namespace {

constexpr QSize kScreenSize{900, 600}; // of a plot before it is laid out for its page

std::filesystem::path storeFile(const RenderOptions& options) {
    std::error_code error;
    if (!options.store.empty()) {
        return std::filesystem::is_directory(options.store, error)
                   ? options.store / "runs.tessera.db"
                   : options.store;
    }
    const ui::Settings settings;
    const auto last = settings.value(ui::setting::kStore).toString().toStdString();
    return last.empty() ? personalPlaces().defaultStore : std::filesystem::path(last);
}

// The run with its curves and what the views show of it.
Result<RunViewPtr> loadRun(Documents& documents, const RenderOptions& options) {
    const auto file = storeFile(options);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) { // openStore() would make it
        return fail(ErrorCode::NotFound,
                    fmt::format("there is no run store {}; name one with --store", file.string()));
    }
    const auto opened = documents.openStore(file);
    if (!opened) {
        return fail(opened.error());
    }
    auto id = RunId(options.run);
    if (options.run == "latest") {
        const auto runs = opened->store->list();
        if (!runs || runs->empty()) {
            return runs ? fail(ErrorCode::NotFound, "the run store holds no runs yet")
                        : fail(runs.error());
        }
        id = runs->back().id;
    }
    auto record = opened->store->get(id);
    if (!record) {
        return fail(record.error());
    }
    auto samples = opened->store->samples(id);
    if (!samples) {
        return fail(samples.error());
    }
    auto view = std::make_shared<RunView>(RunView{std::move(*record), std::move(*samples), {}});
    if (const auto* artifact = findArtifact(view->record, "views")) {
        if (auto snapshots = documents.readSnapshots(opened->folder / artifact->path)) {
            view->snapshots = std::move(*snapshots);
        } else { // the curves can be drawn all the same
            std::fprintf(stderr, "tessera-workbench: %s\n", snapshots.error().detail.c_str());
        }
    }
    return view;
}

// The plots of a view, or the one plot of that name. Empty: there is neither.
std::vector<const ui::PlotEntry*> plotsCalled(const std::string& name) {
    std::vector<const ui::PlotEntry*> plots;
    for (const auto& view : ui::viewCatalog()) {
        for (const char* id : name == view.id ? view.plots : std::vector<const char*>()) {
            plots.push_back(ui::findPlot(id));
        }
    }
    const auto* plot = plots.empty() ? ui::findPlot(ui::fromUtf8(name)) : nullptr;
    return plot != nullptr ? std::vector{plot} : plots;
}

// Of a list of names with commas.
Result<std::vector<const ui::PlotEntry*>> plotsOf(const std::string& names) {
    std::vector<const ui::PlotEntry*> all;
    for (const auto& name : ui::fromUtf8(names).split(',')) {
        const auto plots = plotsCalled(name.trimmed().toStdString());
        if (plots.empty()) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("there is no view or plot \"{}\"; choose from {}",
                                    name.toStdString(), renderNames()));
        }
        all.insert(all.end(), plots.begin(), plots.end());
    }
    return all;
}

// Until everything that belongs into the plots is there.
Result<void> waitFor(const std::vector<ui::Plot*>& plots, RenderEngine& engine, int seconds) {
    const auto complete = [&] {
        return std::all_of(plots.begin(), plots.end(),
                           [](const ui::Plot* plot) { return plot->isComplete(); });
    };
    if (complete()) {
        return {};
    }
    QEventLoop loop;
    std::optional<Error> failure;
    const auto look = [&] {
        const auto& loaded = engine.bridge().engine();
        if (loaded && !*loaded) {
            failure = loaded->error();
        }
        if (failure || complete()) {
            loop.quit();
        }
    };
    for (const auto* plot : plots) {
        // Queued, since a plot may say so while it is still about it.
        QObject::connect(plot, &ui::Plot::contentChanged, &loop, look, Qt::QueuedConnection);
    }
    QObject::connect(&engine.bridge(), &ui::JobBridge::engineChanged, &loop, look,
                     Qt::QueuedConnection);
    QTimer::singleShot(std::chrono::seconds(seconds), &loop, [&] {
        failure = Error{ErrorCode::Internal,
                        fmt::format("the figure was not ready after {} s; allow it more time with "
                                    "--timeout",
                                    seconds),
                        std::nullopt};
        loop.quit();
    });
    engine.load();
    loop.exec();
    return failure ? fail(*failure) : Result<void>();
}

Result<void> draw(const RenderOptions& options) {
    const auto documents = app::makeDocuments();
    const auto entries = plotsOf(options.view);
    if (!entries) {
        return fail(entries.error());
    }
    const auto run = loadRun(*documents, options);
    if (!run) {
        return fail(run.error());
    }
    RenderEngine engine;
    ui::Selection selection;
    ui::ThemeController theme;
    QWidget page;
    std::vector<ui::Plot*> plots;
    for (const auto* entry : *entries) {
        plots.push_back(entry->make({selection, theme, &engine.analyst()}, &page));
        plots.back()->resize(kScreenSize);
        plots.back()->setRuns({*run});
    }
    if (auto chosen = setPickers(plots, options.pickers); !chosen) {
        return chosen;
    }
    if (auto ready = waitFor(plots, engine, options.timeoutSeconds); !ready) {
        return ready;
    }
    const ui::Settings settings;
    ui::FigureOptions figure;
    figure.widthInches = options.widthInches;
    figure.heightInches = options.heightInches;
    figure.colours = ui::colourMapOf(settings.value(ui::setting::kColours).toString());
    figure.caption = options.caption;
    return ui::writeFigure(options.out, plots, figure);
}

} // namespace

std::string renderNames() {
    std::vector<std::string> known;
    for (const auto& view : ui::viewCatalog()) {
        if (!view.plots.empty()) {
            known.emplace_back(view.id);
        }
    }
    for (const auto& plot : ui::plotCatalog()) {
        if (std::find(known.begin(), known.end(), plot.id) == known.end()) {
            known.emplace_back(plot.id);
        }
    }
    return fmt::format("{}", fmt::join(known, ", "));
}

int render(const RenderOptions& options) {
    const auto drawn = draw(options);
    if (!drawn) {
        std::fprintf(stderr, "tessera-workbench: %s\n", drawn.error().detail.c_str());
        return exitCodeFor(drawn.error().code);
    }
    return 0;
}

} // namespace tessera::workbench
