#include "ui/panels/token_sources.h"

#include "ui/bridge/run_library.h"
#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr std::size_t kMostInMenu = 25; // more are found in the list of runs
constexpr int kFileWidth = 320;

struct TokenSourcesWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

} // namespace

std::vector<TokenSource> tokensOfRuns(const RunLibrary& library) {
    std::vector<TokenSource> sources;
    if (!library.opened()) {
        return sources;
    }
    const auto& runs = library.runs();
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (const auto* token = findArtifact(*run, "token")) {
            sources.push_back({fromUtf8(run->name), library.opened()->folder / token->path});
        }
    }
    return sources;
}

void fillTokenMenu(QMenu& menu, const RunLibrary& library,
                   const std::function<void(const TokenSource&)>& choose) {
    menu.clear();
    const auto sources = tokensOfRuns(library);
    if (sources.empty()) {
        menu.addAction(TokenSourcesWords::tr("No run has a token yet."))->setEnabled(false);
        return;
    }
    for (std::size_t i = 0; i < std::min(sources.size(), kMostInMenu); ++i) {
        const auto& source = sources[i];
        auto* action = menu.addAction(menu.fontMetrics()
                                          .elidedText(source.name, Qt::ElideRight, kFileWidth)
                                          .replace(QLatin1Char('&'), QStringLiteral("&&")));
        QObject::connect(action, &QAction::triggered, &menu, [source, choose] { choose(source); });
    }
    if (sources.size() > kMostInMenu) {
        menu.addAction(TokenSourcesWords::tr("Older ones: open their files."))->setEnabled(false);
    }
}

} // namespace tessera::ui
