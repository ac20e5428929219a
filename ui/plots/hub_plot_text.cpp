// The hub space in words and numbers: what HubPlot tells to those who read rather than look.
#include "ui/bridge/projector.h"
#include "ui/plots/hub_anchors.h"
#include "ui/plots/hub_colours.h"
#include "ui/plots/hub_controls.h"
#include "ui/plots/hub_plot.h"
#include "ui/plots/point_cloud.h"
#include "ui/strings/strings.h"

#include <cmath>

namespace tessera::ui {

namespace {

QVariant predictionOf(const NetworkRows* network, std::size_t sample) {
    return network != nullptr && sample < network->predicted.size()
               ? QVariant(network->predicted[sample])
               : QVariant();
}

QString countText(std::int64_t number) {
    return QLocale().toString(static_cast<qlonglong>(number));
}

QString nameOf(ProjectionKind kind) {
    return kind == ProjectionKind::Umap ? QStringLiteral("UMAP") : QStringLiteral("t-SNE");
}

std::optional<double> driftOf(const Snapshot& snapshot, std::size_t sample) {
    const bool known = sample < snapshot.drift.size() && std::isfinite(snapshot.drift[sample]);
    return known ? std::optional<double>(snapshot.drift[sample]) : std::nullopt;
}

} // namespace

QString HubPlot::emptyText() const {
    if (!m_run) {
        return tr("Run a transfer, or choose a run, to see both networks in the hub.");
    }
    return m_run->record.finishedAt.empty()
               ? tr("The hub will be here as soon as the transfer has fitted it.")
               : tr("This run kept no hub coordinates. Run it again to see them.");
}

std::int32_t HubPlot::labelOf(int sample) const {
    const auto& labels = m_snapshot->samples->labels;
    const auto index = static_cast<std::size_t>(sample);
    return index < labels.size() ? labels[index] : -1;
}

QString HubPlot::axisName(int axis) const {
    if (!showsAxes()) {
        return QStringLiteral("%1 %2").arg(nameOf(m_controls->picture())).arg(axis + 1);
    }
    const auto* fit = anchorFit();
    return fit == nullptr
               ? tr("hub axis %1").arg(axis + 1)
               : tr("hub axis %1 by %2 anchors").arg(axis + 1).arg(countText(fit->anchors));
}

QStringList HubPlot::axisTitles(int axis) const {
    const auto name = axisName(axis);
    const auto* fit = anchorFit();
    const std::vector<double> none;
    const auto& shares = !showsAxes() || !m_snapshot ? none
                         : fit != nullptr            ? fit->axisShares
                                                     : m_snapshot->axisShares;
    const auto index = static_cast<std::size_t>(axis);
    QStringList titles;
    if (index < shares.size()) {
        const auto share = percentText(shares[index]);
        titles << (fit != nullptr
                       ? tr("%1 (%2 of the source's variance over them)").arg(name, share)
                       : tr("%1 (%2 of the source's variance)").arg(name, share))
               << tr("%1 (%2)").arg(name, share);
    }
    titles << name;
    return titles;
}

QStringList HubPlot::wordsOn(int sample) const {
    const auto label = labelOf(sample);
    QStringList words{
        tr("sample %1: %2").arg(sample).arg(label < 0 ? tr("no class") : classText(*m_run, label))};
    const auto says = [&](const QString& pattern, const NetworkRows* network) {
        const auto answer = predictionOf(network, static_cast<std::size_t>(sample));
        if (answer.isValid()) {
            words << pattern.arg(classText(*m_run, answer.toInt()));
        }
    };
    says(tr("source says %1"), m_snapshot->source.get());
    if (m_run->record.experiment.data.mismatch == Mismatch::None) { // else it has its own classes
        says(tr("receiver says %1"), m_snapshot->receiver.get());
    }
    if (const auto drift = driftOf(*m_snapshot, static_cast<std::size_t>(sample))) {
        words << tr("drift %1 nats").arg(numberText(drift, 3));
    }
    return words;
}

QVariant HubPlot::rightText(const std::optional<bool>& right) {
    return right ? QVariant(*right ? tr("yes") : tr("no")) : QVariant();
}

// With classes of its own nobody knows what is right.
const NetworkRows* HubPlot::judgedReceiver() const {
    const bool own = m_run->record.experiment.data.mismatch == Mismatch::Classes;
    return own ? nullptr : m_snapshot->receiver.get();
}

PlotTable HubPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    const auto where = places();
    const auto x = axisName(where.x), y = axisName(where.y);
    table.columns = {tr("sample"),
                     tr("class"),
                     tr("source's answer"),
                     tr("receiver's answer"),
                     tr("source, %1").arg(x),
                     tr("source, %1").arg(y),
                     tr("receiver, %1").arg(x),
                     tr("receiver, %1").arg(y)};
    const bool judges = m_controls->colours() == HubColours::Correctness;
    if (judges) {
        table.columns << tr("source is right") << tr("receiver is right");
    }
    const bool withDrift = !m_snapshot->drift.empty();
    if (withDrift) {
        table.columns << tr("drift (nats)");
    }
    for (std::int64_t i = 0; i < m_snapshot->samples->size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        const auto label = labelOf(static_cast<int>(i));
        std::vector<QVariant> row{static_cast<qlonglong>(i),
                                  label < 0 ? QVariant() : QVariant(label),
                                  predictionOf(m_snapshot->source.get(), index),
                                  predictionOf(m_snapshot->receiver.get(), index)};
        for (const auto* cloud : {m_source, m_receiver}) {
            const bool there = index < cloud->points().size();
            for (const double value : {there ? cloud->points()[index].x() : NAN,
                                       there ? cloud->points()[index].y() : NAN}) {
                row.push_back(std::isfinite(value) ? QVariant(value) : QVariant());
            }
        }
        if (judges) {
            row.push_back(rightText(isRight(*m_snapshot, m_snapshot->source.get(), index)));
            row.push_back(rightText(isRight(*m_snapshot, judgedReceiver(), index)));
        }
        if (withDrift) {
            const auto drift = driftOf(*m_snapshot, index);
            row.push_back(drift ? QVariant(*drift) : QVariant());
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<RunViewPtr> HubPlot::shownRuns() const {
    return isEmpty() ? std::vector<RunViewPtr>() : std::vector<RunViewPtr>{m_run};
}

QString HubPlot::progressText() const {
    const auto name = nameOf(m_controls->picture());
    const auto& progress = m_projector->progress();
    const auto picture = m_projector->picture();
    const auto percent = progress.share ? percentText(progress.share, 0) : QString();
    switch (m_projector->state()) {
    case Projector::State::Idle:
        return {};
    case Projector::State::Waiting:
        return tr("%1 waits for the engine").arg(name);
    case Projector::State::Running:
        break;
    case Projector::State::Paused:
        return picture != nullptr
                   ? tr("%1 paused at %2 of %3")
                         .arg(name, countText(picture->steps), countText(picture->total))
                   : tr("%1 paused").arg(name);
    case Projector::State::Stopped:
    case Projector::State::Failed:
    case Projector::State::Done:
        if (picture == nullptr || samePicture(picture->choice, m_controls->choice())) {
            return m_projector->state() == Projector::State::Failed ? tr("%1 failed").arg(name)
                   : m_projector->state() == Projector::State::Done ? tr("%1 is done").arg(name)
                                                                    : tr("%1 stopped").arg(name);
        }
        return tr("Start draws it with these settings");
    }
    switch (progress.stage) {
    case ProjectionStage::Axes:
        return tr("%1: looking for axes").arg(name);
    case ProjectionStage::Neighbours:
        return percent.isEmpty() ? tr("%1: looking for neighbours").arg(name)
                                 : tr("%1: looking for neighbours, %2").arg(name, percent);
    case ProjectionStage::Graph:
        return tr("%1: weighing neighbours").arg(name);
    case ProjectionStage::Layout:
        break;
    }
    const auto steps =
        tr("%1 %2 of %3").arg(name, countText(progress.step), countText(progress.total));
    return progress.secondsLeft ? tr("%1, %2 left").arg(steps, secondsText(*progress.secondsLeft))
                                : steps;
}

QStringList HubPlot::notes() const {
    return showsAxes() ? anchorNotes() : pictureNotes();
}

QStringList HubPlot::anchorNotes() const {
    QStringList notes;
    if (const auto* fit = anchorFit()) {
        const auto own = numberText(fit->errorOnAnchors, 3);
        notes << (fit->errorOnOthers
                      ? tr("Hub fitted on %1 of %2 samples: relative error %3 on them, %4 on the "
                           "others.")
                            .arg(countText(fit->anchors), countText(fit->source.rows), own,
                                 numberText(fit->errorOnOthers, 3))
                      : tr("Hub fitted on all %1 samples: relative error %2.")
                            .arg(countText(fit->anchors), own));
    } else if (m_anchors->failure()) {
        notes << tr("The hub cannot be fitted on these anchors: their features were not recorded, "
                    "are not finite, or do not vary. Choose more of them.");
    } else if (m_anchors->isWaiting()) {
        notes << tr("The hub will be fitted on the anchors as soon as the engine is there.");
    }
    int missing = 0;
    bool isOnePlace = true;
    std::optional<QPointF> place;
    for (const auto* cloud : {m_source, m_receiver}) {
        for (const auto& point : cloud->points()) {
            if (!std::isfinite(point.x()) || !std::isfinite(point.y())) {
                ++missing;
                continue;
            }
            isOnePlace = isOnePlace && (!place || *place == point);
            place = place.value_or(point);
        }
    }
    if (missing > 0) {
        notes << tr("%n point(s) are not finite on these axes and not drawn.", nullptr, missing);
    }
    if (place && isOnePlace && m_snapshot->samples->size() > 1) {
        notes << tr("All samples have the same place on these axes.");
    }
    return notes;
}

QStringList HubPlot::pictureNotes() const {
    const auto name = nameOf(m_controls->picture());
    if (m_snapshot->source->hub.empty()) {
        return {tr("The source has no place in the hub, so there is nothing to arrange.")};
    }
    if (const auto& failure = m_projector->failure()) {
        return {failure->code == ErrorCode::InvalidArgument
                    ? tr("No sample of the source has finite coordinates in the hub, so there is "
                         "nothing to arrange.")
                    : tr("%1 could not be drawn. %2").arg(name, errorText(*failure))};
    }
    const auto where = places();
    const auto picture = m_projector->picture();
    if (where.source == nullptr || picture == nullptr) {
        return {m_projector->state() == Projector::State::Waiting
                    ? tr("%1 will be drawn as soon as the engine is there.").arg(name)
                : m_projector->state() == Projector::State::Stopped
                    ? tr("%1 was stopped before there was a picture.").arg(name)
                    : tr("The picture by %1 will be here in a moment.").arg(name)};
    }
    if (picture->finished && picture->total == 0) {
        return {m_snapshot->samples->size() == 1
                    ? tr("One sample has no neighbours: there is nothing to arrange.")
                    : tr("All samples have one place in the hub: there is nothing to arrange.")};
    }
    const auto& choice = picture->choice;
    const auto seed = countText(static_cast<std::int64_t>(choice.seed));
    QStringList notes;
    notes << (choice.kind == ProjectionKind::Umap
                  ? tr("UMAP with %1 neighbours, seed %2.").arg(choice.neighbours).arg(seed)
                  : tr("t-SNE with perplexity %1, seed %2.")
                        .arg(numberText(picture->usedPerplexity.value_or(choice.perplexity), 3),
                             seed));
    if (!picture->finished) {
        const auto steps = countText(picture->steps), total = countText(picture->total);
        notes << (m_projector->state() == Projector::State::Stopped
                      ? tr("It was stopped after %1 of %2 steps.").arg(steps, total)
                      : tr("This is step %1 of %2.").arg(steps, total));
    }
    if (picture->trustworthiness) {
        notes << tr("Trustworthiness %1 (%2 neighbours; 1 is best).")
                     .arg(numberText(picture->trustworthiness, 3))
                     .arg(Projector::kJudgedNeighbours);
    }
    if (picture->leftOut > 0) {
        notes << tr("%n sample(s) are left out: their coordinates are not finite.", nullptr,
                    static_cast<int>(picture->leftOut));
    }
    if (where.receiver != nullptr) {
        notes << tr("Each point of the receiver lies at the mean of its %1 nearest of the source.")
                     .arg(Projector::kPlacedAmong);
    }
    return notes;
}

QString HubPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    const auto count = static_cast<int>(m_snapshot->samples->size());
    const auto where = places();
    QStringList sentences{
        runSentence(m_run->record), tr("%n sample(s) in the hub.", nullptr, count),
        tr("Across: %1. Up: %2.").arg(axisTitles(where.x).front(), axisTitles(where.y).front())};
    sentences << notes();
    const auto& source = m_snapshot->source->predicted;
    const bool shared = m_run->record.experiment.data.mismatch == Mismatch::None;
    if (shared && m_snapshot->receiver && m_snapshot->receiver->predicted.size() == source.size()) {
        std::size_t same = 0;
        for (std::size_t i = 0; i < source.size(); ++i) {
            same += m_snapshot->receiver->predicted[i] == source[i] ? 1 : 0;
        }
        const double share =
            source.empty() ? 0.0 : static_cast<double>(same) / static_cast<double>(source.size());
        sentences << tr("Source and receiver give the same answer to %1 of them.")
                         .arg(percentText(share));
    }
    if (!m_snapshot->receiver || m_snapshot->receiver->hub.empty()) {
        sentences << tr("The receiver has no place in this hub.");
    }
    return sentences.join(' ');
}

} // namespace tessera::ui
