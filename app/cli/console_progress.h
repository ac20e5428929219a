#pragma once

#include "app/cli/store_watch.h"
#include "core/session/run_session.h"

#include <chrono>
#include <string>

namespace tessera::cli {

// Progress with an estimate of the time left, on standard error: one line that is drawn over on a
// terminal, a line every few seconds elsewhere. One thread.
class ConsoleProgress : public session::RunListener {
public:
    // `runs`: how many runs the command will execute. `store`: of the store that they go to, made
    // when it was opened; its loss is told at once.
    ConsoleProgress(int runs, bool quiet, bool verbose, StoreWatch store = StoreWatch());
    ~ConsoleProgress() override;

    void beginRun(const std::string& name);
    void endRun();

    // A line that stays.
    void line(const std::string& text);

    void progress(const Progress& progress) override;
    void sample(const MetricSample&) override {}
    void notice(const Notice& notice) override;

private:
    void tellOfStore();
    void draw(const std::string& line);
    void clear();

    int m_runs;
    bool m_quiet;
    bool m_verbose;
    bool m_terminal;
    bool m_drawn = false;
    int m_finished = 0;
    std::string m_name;
    StoreWatch m_store;
    std::chrono::steady_clock::time_point m_begin, m_lastDrawn;
};

// How far a run is, 0..1, from where it stands in the usual course of phases.
[[nodiscard]] double runFraction(const Progress& progress);

} // namespace tessera::cli
