#include "ui/bridge/compared_runs.h"

#include "ui/bridge/run_library.h"
#include "ui/bridge/run_views.h"

#include <set>
#include <utility>

namespace tessera::ui {

ComparedRuns::ComparedRuns(RunLibrary& library, RunViews& views, QObject* parent)
    : QObject(parent), m_library(library) {
    connect(&library, &RunLibrary::storeOpened, this, [this] {
        m_added.clear();
        m_chosen.clear();
        update();
    });
    connect(&library, &RunLibrary::runsChanged, this, &ComparedRuns::update);
    connect(&views, &RunViews::shownChanged, this, [this, &views] { setChosen(views.shown()); });
}

void ComparedRuns::add(const std::vector<RunId>& runs) {
    m_added.insert(m_added.end(), runs.begin(), runs.end());
    update();
}

void ComparedRuns::clearAdded() {
    m_added.clear();
    update();
}

void ComparedRuns::setChosen(const std::vector<RunId>& runs) {
    m_chosen = runs;
    update();
}

// What has been deleted is compared no longer.
void ComparedRuns::update() {
    std::set<RunId> there, known;
    for (const auto& run : m_library.runs()) {
        there.insert(run.id);
    }
    std::vector<RunId> runs;
    const auto take = [&](std::vector<RunId>& some) {
        std::erase_if(some, [&](const RunId& run) { return !there.contains(run); });
        for (const auto& run : some) {
            if (known.insert(run).second) {
                runs.push_back(run);
            }
        }
    };
    take(m_added);
    m_added = runs; // each once
    take(m_chosen);
    if (runs != std::exchange(m_runs, runs)) {
        Q_EMIT changed();
    }
}

} // namespace tessera::ui
