// The similarity of layers in words and numbers: what LayersPlot tells to those who read rather
// than look.
#include "ui/plots/layer_matrix.h"
#include "ui/plots/layers_plot.h"
#include "ui/plots/similarity_text.h"
#include "ui/strings/strings.h"

#include <QComboBox>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr std::int64_t kFewestLayers = 4; // samples; on fewer, every pair looks alike

QString joined(const QString& first, const QString& second) {
    return first.isEmpty() ? second : QStringLiteral("%1, %2").arg(first, second);
}

} // namespace

QString LayersPlot::emptyText() const {
    if (!m_run) {
        return tr("Run a transfer to compare the layers of source and receiver.");
    }
    return isLive() ? tr("The layers will be compared as soon as the transfer has recorded them.")
                    : tr("This run kept no layers. Run it again to compare them.");
}

std::int64_t LayersPlot::fewestSamples() const {
    const std::int64_t neighbours = LayerComparisonRequest{}.neighbours;
    return kind() == SimilarityKind::MutualNeighbours ? std::max(kFewestLayers, neighbours + 2)
                                                      : kFewestLayers;
}

bool LayersPlot::hasEnoughSamples() const {
    return m_snapshot->samples->size() >= fewestSamples();
}

QString LayersPlot::progressText() const {
    const auto share = m_comparison.share();
    return share ? tr("Comparing the layers: %1 done.").arg(percentText(share, 0))
                 : tr("Comparing the layers.");
}

QString LayersPlot::notice() const {
    if (isEmpty()) {
        return {};
    }
    if (!hasEnoughSamples()) {
        return tr("Too few samples: there are %1, and this measure needs %2.")
            .arg(m_snapshot->samples->size())
            .arg(fewestSamples());
    }
    const auto* result = m_comparison.result();
    if (result != nullptr && !result->has_value()) {
        return errorText(result->error());
    }
    if (m_matrix->comparison() != nullptr) {
        return {};
    }
    if (!m_comparison.canCompute()) {
        return tr("There is no engine here that could compare the layers.");
    }
    return m_comparison.isReady() ? progressText()
                                  : tr("The layers will be compared once the engine is loaded.");
}

QString LayersPlot::pairText(const LayerPair& cell) const {
    return tr("%1 and %2", "two layers")
        .arg(m_matrix->sourceName(cell.source), m_matrix->receiverName(cell.receiver));
}

bool LayersPlot::isMatched(const LayerPair& cell) const {
    const auto* shown = matching();
    return shown != nullptr &&
           std::find(shown->pairs.begin(), shown->pairs.end(), cell) != shown->pairs.end();
}

QString LayersPlot::cellText(const LayerPair& cell) const {
    const auto value = m_matrix->similarity(cell);
    auto text = tr("%1: %2 %3", "layers, measure, value")
                    .arg(pairText(cell), similarityText(shownKind()),
                         value ? numberText(value, 2) : tr("not measured"));
    if (const auto limit = m_matrix->null(cell)) {
        text = joined(text, tr("null %1").arg(numberText(limit, 2)));
    }
    if (m_matrix->isUnderNull(cell)) {
        text = joined(text, tr("under the null"));
    }
    return isMatched(cell) ? joined(text, tr("matched")) : text;
}

QString LayersPlot::readoutAt(const QPoint& position, QCPAxisRect&) {
    const auto cell = isEmpty() ? std::nullopt : m_matrix->cellAt(position);
    return cell ? cellText(*cell) : QString();
}

PlotTable LayersPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    const auto wanted = matchingKind();
    table.columns = {tr("source layer"),
                     tr("receiver layer"),
                     similarityText(shownKind()),
                     tr("null (95%)"),
                     tr("under the null"),
                     wanted ? tr("matched %1").arg(matchingText(*wanted)) : tr("matched")};
    const auto number = [](std::optional<double> value) {
        return value ? QVariant(*value) : QVariant();
    };
    const auto yesOrNo = [](bool yes) { return yes ? tr("yes") : tr("no"); };
    for (int i = 0; i < m_matrix->sources(); ++i) {
        for (int j = 0; j < m_matrix->receivers(); ++j) {
            const LayerPair cell{i, j};
            const auto limit = m_matrix->null(cell);
            table.rows.push_back(
                {m_matrix->sourceName(i), m_matrix->receiverName(j),
                 number(m_matrix->similarity(cell)), number(limit),
                 limit ? QVariant(yesOrNo(m_matrix->isUnderNull(cell))) : QVariant(),
                 matching() != nullptr ? QVariant(yesOrNo(isMatched(cell))) : QVariant()});
        }
    }
    return table;
}

QStringList LayersPlot::unmeasured() const {
    QStringList names;
    for (int i = 0; i < m_matrix->sources(); ++i) {
        bool any = false;
        for (int j = 0; j < m_matrix->receivers(); ++j) {
            any = any || m_matrix->similarity({i, j});
        }
        if (!any) {
            names << tr("%1 of the source").arg(m_matrix->sourceName(i));
        }
    }
    for (int j = 0; j < m_matrix->receivers(); ++j) {
        bool any = false;
        for (int i = 0; i < m_matrix->sources(); ++i) {
            any = any || m_matrix->similarity({i, j});
        }
        if (!any) {
            names << tr("%1 of the receiver").arg(m_matrix->receiverName(j));
        }
    }
    return names;
}

QString LayersPlot::nullSentence() const {
    const auto& comparison = *m_matrix->comparison();
    if (comparison.null.empty()) {
        return tr("They were not compared with permuted samples.");
    }
    int under = 0, measured = 0;
    for (int i = 0; i < m_matrix->sources(); ++i) {
        for (int j = 0; j < m_matrix->receivers(); ++j) {
            under += m_matrix->isUnderNull({i, j}) ? 1 : 0;
            measured += m_matrix->null({i, j}) ? 1 : 0;
        }
    }
    return tr("%1 of %2 pairs are under the null: no more similar than 95 in 100 permutations of "
              "the samples.")
        .arg(under)
        .arg(measured);
}

QString LayersPlot::matchingSentence() const {
    const auto* shown = matching();
    if (shown == nullptr) {
        return {};
    }
    QStringList pairs;
    for (const auto& pair : shown->pairs) {
        pairs << pairText(pair);
    }
    return pairs.isEmpty() ? tr("No layers could be matched.")
                           : tr("Matched %1: %2.").arg(matchingText(shown->kind), pairs.join("; "));
}

QString LayersPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences{runSentence(m_run->record),
                          tr("%1 layers of the source, %2 of the receiver, as it is at step %3.")
                              .arg(m_matrix->sources())
                              .arg(m_matrix->receivers())
                              .arg(m_snapshot->step)};
    if (const auto* comparison = m_matrix->comparison()) {
        std::optional<LayerPair> best;
        for (int i = 0; i < m_matrix->sources(); ++i) {
            for (int j = 0; j < m_matrix->receivers(); ++j) {
                const auto value = m_matrix->similarity({i, j});
                if (value && (!best || *value > *m_matrix->similarity(*best))) {
                    best = LayerPair{i, j};
                }
            }
        }
        sentences << tr("Measure: %1, on %n sample(s).", nullptr,
                        static_cast<int>(comparison->rows))
                         .arg(similarityText(comparison->kind));
        if (best) {
            sentences << tr("Most similar: %1, %2.")
                             .arg(pairText(*best), numberText(m_matrix->similarity(*best), 2));
            sentences << nullSentence() << matchingSentence();
        }
        if (const auto names = unmeasured(); !names.isEmpty()) {
            sentences << tr("Not measured, because the values are the same for all samples or not "
                            "finite: %1.")
                             .arg(names.join(", "));
        }
    }
    sentences << notice();
    sentences.removeAll(QString());
    return sentences.join(' ');
}

} // namespace tessera::ui
