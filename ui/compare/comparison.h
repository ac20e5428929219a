#pragma once

#include "core/api/run_view.h"
#include "ui/bridge/latest_work.h"
#include "ui/compare/compare_data.h"
#include "ui/compare/confusion_data.h"
#include "ui/compare/confusion_plot.h"

#include <QObject>

#include <map>
#include <optional>
#include <vector>

namespace tessera::ui {

class Services;

// Computes what the compare view shows, off the UI thread, whenever runs or choices change; only
// the latest is wanted. UI thread.
class Comparison : public QObject {
    Q_OBJECT

public:
    explicit Comparison(Services& services, QObject* parent = nullptr);

    // Null: nothing has been computed yet, or there are no runs.
    [[nodiscard]] const CompareDataPtr& data() const { return m_data; }
    [[nodiscard]] const CompareChoice& choice() const { return m_choice; }
    void setChoice(const CompareChoice& choice);

    // Takes the runs that are compared now, as the library knows them.
    void refresh();
    // Why there is nothing; empty: all is well.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

    // Reads the answers of these runs; confusionChanged() follows.
    void readAnswers(const ConfusionPlot::Choice& choice);
    [[nodiscard]] const ConfusionDataPtr& confusion() const { return m_confusion; }

    // Reads the curves of the first runs, as many as plots can tell apart; curvesChanged() follows.
    void readCurves();
    [[nodiscard]] const std::vector<RunViewPtr>& curves() const { return m_curves; }

    [[nodiscard]] bool isRunning() const {
        return m_work.isRunning() || m_answers.isRunning() || m_samples.isRunning();
    }

Q_SIGNALS:
    void changed();
    void confusionChanged();
    void curvesChanged();

private:
    [[nodiscard]] std::vector<RunRecord> records() const;
    void onComputed(Result<CompareDataPtr> data);
    [[nodiscard]] RunViewPtr knownCurves(const RunRecord& run) const;

    struct Question {
        std::vector<RunRecord> runs;
        CompareChoice choice;
    };

    Services& m_services;
    std::optional<Question> m_asked; // that m_data answers, or will
    CompareChoice m_choice;
    CompareDataPtr m_data;
    ConfusionDataPtr m_confusion;
    std::optional<Error> m_problem;
    std::vector<RunViewPtr> m_curves;
    LatestWork m_work, m_answers, m_samples; // last: they wait for what is running
};

} // namespace tessera::ui
