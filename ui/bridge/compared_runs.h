#pragma once

#include "core/api/ids.h"

#include <QObject>

#include <vector>

namespace tessera::ui {

class RunLibrary;
class RunViews;

// The runs that are compared: those that somebody has added, which stay, and those that are chosen
// in the list at the moment. Unlike RunViews it takes any number, since it reads nothing of them.
// UI thread.
class ComparedRuns : public QObject {
    Q_OBJECT

public:
    // Both outlive it.
    ComparedRuns(RunLibrary& library, RunViews& views, QObject* parent = nullptr);

    // Each once, the added ones first.
    [[nodiscard]] const std::vector<RunId>& runs() const { return m_runs; }
    [[nodiscard]] const std::vector<RunId>& added() const { return m_added; }

    void add(const std::vector<RunId>& runs);
    void clearAdded();
    // All that are chosen in the list, also those beyond what the views show.
    void setChosen(const std::vector<RunId>& runs);

Q_SIGNALS:
    void changed();

private:
    void update();

    RunLibrary& m_library;
    std::vector<RunId> m_added, m_chosen, m_runs;
};

} // namespace tessera::ui
