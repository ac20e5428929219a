// What the confusion of classes says in words and numbers.
#include "ui/compare/compare_text.h"
#include "ui/compare/confusion_matrix.h"
#include "ui/compare/confusion_plot.h"
#include "ui/strings/strings.h"

namespace tessera::ui {

namespace {

constexpr double kRatePerCent = 100.0;

} // namespace

QString ConfusionPlot::problemOf(const RunConfusion& run) const {
    if (run.problem) {
        return tr("%1: %2", "run: problem").arg(runText(run.run), errorText(*run.problem));
    }
    if (!run.items) {
        return tr("%1 kept no answers to its test items: it has not ended, or an earlier version "
                  "of the program made it.")
            .arg(runText(run.run));
    }
    if (!run.confusion) {
        return tr("%1 has not measured these answers.").arg(runText(run.run));
    }
    return run.confusion->has_value()
               ? QString()
               : tr("%1: %2", "run: problem")
                     .arg(runText(run.run), errorText(run.confusion->error()));
}

QString ConfusionPlot::emptyText() const {
    if (!m_data || m_data->runs.empty()) {
        return tr("Choose a run that is done to see which classes it takes for which others.");
    }
    return problemOf(m_data->runs.front());
}

QStringList ConfusionPlot::captions() const {
    if (isEmpty()) {
        return {};
    }
    QStringList sentences{
        tr("%1. Numbers: test items.", "whose answers").arg(answersText(m_data->answers))};
    if (m_data->runs.size() < 2) {
        return sentences;
    }
    if (m_data->matrix(1) == nullptr) {
        sentences << problemOf(m_data->runs[1]);
    } else if (!m_data->hasDifference()) {
        sentences << tr("The runs have different classes, so there is no difference.");
    }
    if (const auto& both = m_data->compared) {
        sentences << tr("On the same %1 items, only the first is right on %2, only the second on "
                        "%3 (exact McNemar test of these two networks, %4).")
                         .arg(both->items)
                         .arg(both->onlyFirst)
                         .arg(both->onlySecond)
                         .arg(pText(both->pValue));
    } else if (m_data->hasDifference()) {
        sentences << tr("They were tested on different items, so items are not paired.");
    }
    return sentences;
}

QString ConfusionPlot::cellText(const ConfusionCell& cell) const {
    QStringList parts;
    for (std::size_t run = 0; run < m_data->runs.size(); ++run) {
        const auto* matrix = m_data->matrix(run);
        if (matrix == nullptr || cell.label >= matrix->classes || cell.answer >= matrix->classes) {
            continue;
        }
        parts << tr("%1: %2 of %3 items (%4)", "run: items")
                     .arg(runText(m_data->runs[run].run),
                          QString::number(matrix->at(cell.label, cell.answer)),
                          QString::number(matrix->itemsOf(cell.label)),
                          percentText(matrix->share(cell.label, cell.answer)));
    }
    return tr("True class %1, answer %2. %3")
        .arg(QString::number(cell.label), QString::number(cell.answer),
             parts.join(QStringLiteral("; ")));
}

QString ConfusionPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    auto sentences = captions();
    for (std::size_t run = 0; run < m_data->runs.size(); ++run) {
        const auto* matrix = m_data->matrix(run);
        if (matrix == nullptr) {
            continue;
        }
        std::int64_t right = 0, all = 0, worst = 0;
        ConfusionCell cell;
        for (int i = 0; i < matrix->classes; ++i) {
            for (int j = 0; j < matrix->classes; ++j) {
                const auto count = matrix->at(i, j);
                all += count;
                right += i == j ? count : 0;
                if (i != j && count > worst) {
                    worst = count;
                    cell = {i, j};
                }
            }
        }
        sentences << tr("%1: %2 of %3 test items right.")
                         .arg(runText(m_data->runs[run].run), QString::number(right),
                              QString::number(all));
        if (worst > 0) {
            sentences << tr("Most often, class %1 was taken for class %2: %3 items.")
                             .arg(cell.label)
                             .arg(cell.answer)
                             .arg(worst);
        }
    }
    return sentences.join(' ');
}

PlotTable ConfusionPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    table.columns = {tr("run"),
                     tr("seed"),
                     tr("answers of"),
                     tr("true class"),
                     tr("answer"),
                     tr("test items"),
                     tr("share of the true class (%)")};
    for (std::size_t run = 0; run < m_data->runs.size(); ++run) {
        const auto* matrix = m_data->matrix(run);
        const auto& record = m_data->runs[run].run;
        for (int i = 0; matrix != nullptr && i < matrix->classes; ++i) {
            for (int j = 0; j < matrix->classes; ++j) {
                const auto share = matrix->share(i, j);
                table.rows.push_back(
                    {fromUtf8(record.name), static_cast<qulonglong>(record.experiment.seed),
                     answersText(m_data->answers), static_cast<qlonglong>(i),
                     static_cast<qlonglong>(j), static_cast<qlonglong>(matrix->at(i, j)),
                     share ? QVariant(kRatePerCent * *share) : QVariant()});
            }
        }
    }
    return table;
}

} // namespace tessera::ui
