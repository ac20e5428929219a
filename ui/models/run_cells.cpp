#include "ui/models/run_cells.h"

#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>
#include <cmath>

namespace tessera::ui {

namespace {

using Column = RunsModel::Column;

struct RunCellsWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

struct ColumnTexts {
    const char* name;
    const char* header; // with the unit
    const char* meaning;
};

// In the order of RunsModel::Column.
constexpr std::array<ColumnTexts, RunsModel::ColumnCount> kColumns = {{
    {QT_TRANSLATE_NOOP("tessera::ui", "Star"), QT_TRANSLATE_NOOP("tessera::ui", "\u2605"),
     QT_TRANSLATE_NOOP("tessera::ui", "Runs that you have marked with a star.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Name"), QT_TRANSLATE_NOOP("tessera::ui", "Name"),
     QT_TRANSLATE_NOOP("tessera::ui", "The name of the run; F2 changes it.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "State"), QT_TRANSLATE_NOOP("tessera::ui", "State"),
     QT_TRANSLATE_NOOP("tessera::ui", "Whether the run is going on, and how it ended.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Accuracy"), QT_TRANSLATE_NOOP("tessera::ui", "Accuracy (%)"),
     QT_TRANSLATE_NOOP("tessera::ui",
                       "Accuracy of the receiver on the test set after the transfer.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "95% interval"),
     QT_TRANSLATE_NOOP("tessera::ui", "95% interval (%)"),
     QT_TRANSLATE_NOOP("tessera::ui", "Wilson's 95% interval of the accuracy.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Agreement"),
     QT_TRANSLATE_NOOP("tessera::ui", "Agreement (%)"),
     QT_TRANSLATE_NOOP("tessera::ui",
                       "Share of the test set for which receiver and source say the same.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Output drift"),
     QT_TRANSLATE_NOOP("tessera::ui", "Output drift (nats)"),
     QT_TRANSLATE_NOOP("tessera::ui",
                       "Divergence of the receiver's answers from the source's at the end.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Recovery"), QT_TRANSLATE_NOOP("tessera::ui", "Recovery"),
     QT_TRANSLATE_NOOP("tessera::ui",
                       "What the receiver gained, as a share of its distance to the source.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Source"), QT_TRANSLATE_NOOP("tessera::ui", "Source"),
     QT_TRANSLATE_NOOP("tessera::ui", "The network that teaches.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Receiver"), QT_TRANSLATE_NOOP("tessera::ui", "Receiver"),
     QT_TRANSLATE_NOOP("tessera::ui", "The network that learns.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Time"), QT_TRANSLATE_NOOP("tessera::ui", "Time (s)"),
     QT_TRANSLATE_NOOP("tessera::ui",
                       "Time of the transfer, without training the source and without controls.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Started"), QT_TRANSLATE_NOOP("tessera::ui", "Started"),
     QT_TRANSLATE_NOOP("tessera::ui", "When the run began, in your time zone.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Seed"), QT_TRANSLATE_NOOP("tessera::ui", "Seed"),
     QT_TRANSLATE_NOOP("tessera::ui", "The number that all random choices of the run come from.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Tags"), QT_TRANSLATE_NOOP("tessera::ui", "Tags"),
     QT_TRANSLATE_NOOP("tessera::ui",
                       "Words to find the run by, with commas between them.")},
    {QT_TRANSLATE_NOOP("tessera::ui", "Note"), QT_TRANSLATE_NOOP("tessera::ui", "Note"),
     QT_TRANSLATE_NOOP("tessera::ui", "What you want to remember about the run.")},
}};

const ColumnTexts& textsOf(Column column) {
    return kColumns[static_cast<std::size_t>(column)];
}

std::optional<double> numberOf(const RunSummary& summary, Column column) {
    switch (column) {
    case Column::Accuracy:
        return summary.accuracyAfter;
    case Column::Interval:
        return summary.interval ? std::optional(summary.interval->lo) : std::nullopt;
    case Column::Agreement:
        return summary.agreement;
    case Column::OutputDrift:
        return summary.drift.output;
    case Column::Recovery:
        return summary.recovery;
    case Column::Seconds:
        return summary.seconds.total;
    default:
        return std::nullopt;
    }
}

QString fixedText(std::optional<double> value, int decimals) {
    return value && std::isfinite(*value) ? QLocale().toString(*value, 'f', decimals)
                                          : numberText(std::nullopt);
}

// A fraction as a percentage without its sign, which stands in the header.
QString shareText(std::optional<double> fraction) {
    return fixedText(fraction ? std::optional(100.0 * *fraction) : std::nullopt, 1);
}

QString intervalText(const std::optional<Interval>& interval) {
    return interval ? QStringLiteral("%1 \u2013 %2")
                          .arg(shareText(interval->lo), shareText(interval->hi))
                    : numberText(std::nullopt);
}

QString intervalSentence(const RunSummary& summary) {
    if (!summary.interval) {
        return RunCellsWords::tr("The accuracy was not measured.");
    }
    auto sentence = RunCellsWords::tr("%1, 95% interval %2 to %3.")
                        .arg(percentText(summary.accuracyAfter), percentText(summary.interval->lo),
                             percentText(summary.interval->hi));
    if (summary.testSize) {
        sentence += QLatin1Char(' ') + RunCellsWords::tr("Measured on %n test input(s).", "",
                                                         static_cast<int>(*summary.testSize));
    }
    return sentence;
}

QString shiftWarning() {
    return RunCellsWords::tr(
        "The source met other inputs in the reference set than in its own data.");
}

// A note has lines, a cell has one.
QString firstLine(const QString& text) {
    const auto end = text.indexOf(QLatin1Char('\n'));
    return end < 0 ? text : text.left(end) + QStringLiteral(" \u2026");
}

} // namespace

QString columnName(Column column) {
    return RunCellsWords::tr(textsOf(column).name);
}

QString headerText(Column column) {
    return RunCellsWords::tr(textsOf(column).header);
}

QString headerToolTip(Column column) {
    return RunCellsWords::tr(textsOf(column).meaning);
}

bool isNumber(Column column) {
    switch (column) {
    case Column::Accuracy:
    case Column::Interval:
    case Column::Agreement:
    case Column::OutputDrift:
    case Column::Recovery:
    case Column::Seconds:
    case Column::Seed:
        return true;
    default:
        return false;
    }
}

QString stateSymbol(RunState state) {
    switch (state) {
    case RunState::Queued:
        return QStringLiteral("\u2026");
    case RunState::Running:
        return QStringLiteral("\u25B6");
    case RunState::Cancelling:
    case RunState::Cancelled:
        return QStringLiteral("\u25A0");
    case RunState::Done:
        return QStringLiteral("\u2713");
    case RunState::Failed:
        return QStringLiteral("\u2717");
    case RunState::Interrupted:
        return QStringLiteral("!");
    }
    return {};
}

QString cellText(const RunRecord& run, Column column) {
    const auto& summary = run.summary;
    switch (column) {
    case Column::Star:
        return run.starred ? QStringLiteral("\u2605") : QString();
    case Column::Name:
        return fromUtf8(run.name);
    case Column::State:
        return stateSymbol(run.state) + QLatin1Char(' ') + stateText(run.state);
    case Column::Accuracy:
    case Column::Agreement:
        return shareText(numberOf(summary, column));
    case Column::Interval:
        return intervalText(summary.interval);
    case Column::OutputDrift:
        return numberText(summary.drift.output);
    case Column::Recovery:
        return fixedText(summary.recovery, 2);
    case Column::Source:
        return fromUtf8(run.sourceLabel);
    case Column::Receiver:
        return fromUtf8(run.receiverLabel);
    case Column::Seconds:
        return fixedText(summary.seconds.total, 1);
    case Column::Started:
        return timeText(run.startedAt);
    case Column::Seed: // a name rather than a quantity: no separators
        return QString::number(static_cast<qulonglong>(run.experiment.seed));
    case Column::Tags:
        return tagsText(run.tags);
    case Column::Note:
        return firstLine(fromUtf8(run.note));
    case Column::ColumnCount:
        break;
    }
    return {};
}

QVariant cellValue(const RunRecord& run, Column column) {
    switch (column) {
    case Column::Star:
        return run.starred ? 1 : 0;
    case Column::State:
        return static_cast<int>(run.state);
    case Column::Started:
        return QString::fromStdString(run.startedAt + run.id.value);
    case Column::Seed:
        return static_cast<qulonglong>(run.experiment.seed);
    case Column::Tags:
    case Column::Note: {
        const auto text = cellText(run, column);
        return text.isEmpty() ? QVariant() : text;
    }
    default:
        break;
    }
    if (!isNumber(column)) {
        return cellText(run, column);
    }
    const auto number = numberOf(run.summary, column);
    return number && !std::isnan(*number) ? QVariant(*number) : QVariant();
}

QVariant cellEdit(const RunRecord& run, Column column) {
    switch (column) {
    case Column::Star:
        return run.starred;
    case Column::Name:
    case Column::Tags:
        return cellText(run, column);
    case Column::Note:
        return fromUtf8(run.note);
    default:
        return {};
    }
}

QString cellToolTip(const RunRecord& run, Column column) {
    switch (column) {
    case Column::Star:
        return run.starred ? RunCellsWords::tr("Starred. Click to take the star away.")
                           : RunCellsWords::tr("Click to give the run a star.");
    case Column::Accuracy:
    case Column::Interval:
        return intervalSentence(run.summary);
    case Column::Note:
        return fromUtf8(run.note);
    default:
        break;
    }
    auto text = cellText(run, column);
    if (column != Column::Name && column != Column::State) {
        return text;
    }
    if (!run.failure.empty()) {
        text += QLatin1Char('\n') + fromUtf8(run.failure);
    }
    if (run.summary.shift.warns()) {
        text += QLatin1Char('\n') + shiftWarning();
    }
    return text;
}

QString cellAccessibleText(const RunRecord& run, Column column) {
    switch (column) {
    case Column::Star:
        return run.starred ? RunCellsWords::tr("starred") : RunCellsWords::tr("without a star");
    case Column::State:
        return run.summary.shift.warns()
                   ? RunCellsWords::tr("%1. %2").arg(stateText(run.state), shiftWarning())
                   : stateText(run.state);
    case Column::Accuracy:
    case Column::Agreement: {
        const auto number = numberOf(run.summary, column);
        return number ? percentText(number) : RunCellsWords::tr("not measured");
    }
    case Column::Interval:
        return intervalSentence(run.summary);
    case Column::Seconds:
        if (run.summary.seconds.total) {
            return secondsText(*run.summary.seconds.total);
        }
        break;
    default:
        break;
    }
    return isNumber(column) && column != Column::Seed && !numberOf(run.summary, column)
               ? RunCellsWords::tr("not measured")
               : cellText(run, column);
}

std::optional<RunEdit> editFrom(const RunRecord& run, Column column, const QVariant& value) {
    RunEdit edit;
    if (column == Column::Star && value.toBool() != run.starred) {
        edit.starred = value.toBool();
        return edit;
    }
    if (column == Column::Name) {
        const auto name = value.toString().simplified().toStdString();
        if (!name.empty() && name != run.name) {
            edit.name = name;
            return edit;
        }
    }
    if (column == Column::Tags) {
        const auto tags = tagsFromText(value.toString());
        if (tags != run.tags) {
            edit.tags = tags;
            return edit;
        }
    }
    if (column == Column::Note) {
        const auto note = value.toString().trimmed().toStdString();
        if (note != run.note) {
            edit.note = note;
            return edit;
        }
    }
    return std::nullopt;
}

QString editLabel(const RunRecord& run, Column column) {
    switch (column) {
    case Column::Star:
        return run.starred ? RunCellsWords::tr("Remove star") : RunCellsWords::tr("Add star");
    case Column::Name:
        return RunCellsWords::tr("Rename run");
    case Column::Tags:
        return RunCellsWords::tr("Edit tags");
    default:
        return RunCellsWords::tr("Edit note");
    }
}

QString tagsText(const std::vector<std::string>& tags) {
    QStringList list;
    for (const auto& tag : tags) {
        list << fromUtf8(tag);
    }
    return list.join(QStringLiteral(", "));
}

std::vector<std::string> tagsFromText(const QString& text) {
    QStringList list;
    for (const auto& part : text.split(QLatin1Char(','))) {
        const auto tag = part.simplified();
        if (!tag.isEmpty() && !list.contains(tag)) {
            list << tag;
        }
    }
    std::vector<std::string> tags;
    for (const auto& tag : list) {
        tags.push_back(tag.toStdString());
    }
    return tags;
}

} // namespace tessera::ui
