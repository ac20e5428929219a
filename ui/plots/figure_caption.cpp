#include "ui/plots/figure.h"
#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tessera::ui {

namespace {

struct CaptionText {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::FigureCaption)
};

// Each run once, in the order in which they are drawn.
std::vector<RunViewPtr> runsOf(const std::vector<Plot*>& plots) {
    std::vector<RunViewPtr> runs;
    for (const auto* plot : plots) {
        for (const auto& run : plot->shownRuns()) {
            const bool known = std::any_of(runs.begin(), runs.end(), [&](const RunViewPtr& each) {
                return each->record.id == run->record.id;
            });
            if (!known) {
                runs.push_back(run);
            }
        }
    }
    return runs;
}

// "seed 1" or "seeds 1, 2, 3".
QString seedsText(const std::vector<RunViewPtr>& runs) {
    std::vector<std::uint64_t> seeds;
    for (const auto& run : runs) {
        seeds.push_back(run->record.experiment.seed);
    }
    std::sort(seeds.begin(), seeds.end());
    seeds.erase(std::unique(seeds.begin(), seeds.end()), seeds.end());
    QStringList words;
    for (const auto seed : seeds) {
        words << QString::number(seed); // as it is entered, not as a quantity
    }
    return CaptionText::tr("seed(s) %1", nullptr, static_cast<int>(seeds.size()))
        .arg(words.join(QStringLiteral(", ")));
}

// "n = 200 samples of digits (of 597 recorded)": those that the run kept to show.
QString samplesText(const RunView& run) {
    const auto& snapshot = run.snapshots.last ? run.snapshots.last : run.snapshots.first;
    if (!snapshot || !snapshot->samples || snapshot->samples->size() == 0) {
        return {};
    }
    const auto shown = static_cast<int>(snapshot->samples->size());
    const auto text = CaptionText::tr("n = %n sample(s)", nullptr, shown);
    return snapshot->samples->total > snapshot->samples->size()
               ? CaptionText::tr("%1 of %2")
                     .arg(text,
                          QLocale().toString(static_cast<qlonglong>(snapshot->samples->total)))
               : text;
}

QString runsText(const std::vector<RunViewPtr>& runs) {
    auto text = CaptionText::tr("N = %n run(s)", nullptr, static_cast<int>(runs.size())) +
                QStringLiteral(", ") + seedsText(runs);
    QStringList samples;
    for (const auto& run : runs) {
        if (const auto words = samplesText(*run); !words.isEmpty() && !samples.contains(words)) {
            samples << words;
        }
    }
    if (!samples.isEmpty()) {
        text += QStringLiteral("; ") + samples.join(QStringLiteral(", "));
    }
    return text + QLatin1Char('.');
}

} // namespace

QString figureCaption(const std::vector<Plot*>& plots) {
    QStringList lines;
    for (const auto* plot : plots) {
        QStringList sentences{CaptionText::tr("%1.", "title of a plot").arg(plot->accessibleName()),
                              plot->summary()};
        if (const auto intervals = plot->intervalText(); !intervals.isEmpty()) {
            sentences << intervals;
        }
        lines << sentences.join(QLatin1Char(' '));
    }
    if (const auto runs = runsOf(plots); !runs.empty()) {
        lines << runsText(runs);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace tessera::ui
