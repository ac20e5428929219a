#include "ui/plots/layer_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/layer_picker.h"

#include <QComboBox>

#include <algorithm>

namespace tessera::ui {

LayerPlot::LayerPlot(const PlotContext& context, const QString& title, QWidget* parent)
    : CustomPlot(context, title, parent), m_controls(new ControlsBar(this)),
      m_work(context.analyst, this, [this] {
          compute();
          applyOwnLook(look()); // which says that it is on its way
          contentHasChanged(false);
      }) {
    m_controls->hide(); // whoever asks for them puts them where they belong
    m_sourceBox = m_controls->addPicker(tr("Source layer"), "sourceLayer");
    m_receiverBox = m_controls->addPicker(tr("Receiver layer"), "receiverLayer");
    fillLayerPicker(*m_sourceBox, nullptr, m_sourceLayer);
    fillLayerPicker(*m_receiverBox, nullptr, m_receiverLayer);
    const auto remember = [this](QComboBox* box, std::string& name) {
        connect(box, &QComboBox::currentTextChanged, this, [this, &name](const QString& text) {
            name = text.toStdString();
            onLayerPicked();
        });
    };
    remember(m_sourceBox, m_sourceLayer);
    remember(m_receiverBox, m_receiverLayer);
    connect(&selection(), &Selection::layersChanged, this, &LayerPlot::onLayersChosen);
    if (const auto& chosen = selection().layers()) {
        m_sourceLayer = chosen->source;
        m_receiverLayer = chosen->receiver;
    }
}

QWidget* LayerPlot::controls() {
    return m_controls;
}

std::vector<RunViewPtr> LayerPlot::shownRuns() const {
    return isEmpty() ? std::vector<RunViewPtr>() : std::vector{m_run};
}

ShownLayers LayerPlot::wanted() const {
    ShownLayers shown;
    const auto now = m_run ? snapshotAt(m_run->snapshots, SnapshotTime::Now) : nullptr;
    if (!now || !now->samples || now->samples->size() == 0 || !now->source || !now->receiver) {
        return shown;
    }
    const auto* source = chooseLayer(*now->source, m_sourceLayer);
    const auto* receiver = chooseLayer(*now->receiver, m_receiverLayer);
    if (source == nullptr || receiver == nullptr) {
        return shown;
    }
    shown.now = now;
    shown.source = source;
    shown.receiverNow = receiver;
    const auto& first = m_run->snapshots.first;
    if (first && first != now && first->receiver) {
        shown.before = first;
        shown.receiverBefore = chooseLayer(*first->receiver, m_receiverLayer);
    }
    return shown;
}

void LayerPlot::setRuns(const std::vector<RunViewPtr>& runs) {
    const auto run = runs.empty() ? nullptr : runs.front();
    if (run == m_run) {
        return;
    }
    const bool otherRun = !run || !m_run || run->record.id != m_run->record.id;
    m_run = run;
    fillPickers();
    const auto shown = wanted();
    if (shown == m_layers && !otherRun) {
        return;
    }
    m_layers = shown;
    layersHaveChanged(otherRun);
    contentHasChanged(otherRun);
}

void LayerPlot::fillPickers() {
    const auto snapshot = m_run ? snapshotAt(m_run->snapshots, SnapshotTime::Now) : nullptr;
    fillLayerPicker(*m_sourceBox, snapshot ? snapshot->source.get() : nullptr, m_sourceLayer);
    fillLayerPicker(*m_receiverBox, snapshot ? snapshot->receiver.get() : nullptr, m_receiverLayer);
}

void LayerPlot::onLayerPicked() {
    showWanted();
    if (!isEmpty()) {
        selection().setLayers(ChosenLayers{m_layers.source->name, m_layers.receiverNow->name});
    }
}

// A network that has no layer of that name goes on showing the one that it shows.
void LayerPlot::onLayersChosen() {
    const auto& chosen = selection().layers();
    if (!chosen || isEmpty()) {
        return;
    }
    const auto has = [](const NetworkRows& network, const std::string& name) {
        return std::any_of(network.layers.begin(), network.layers.end(),
                           [&name](const LayerRows& layer) { return layer.name == name; });
    };
    if (has(*m_layers.now->source, chosen->source)) {
        m_sourceLayer = chosen->source;
    }
    if (has(*m_layers.now->receiver, chosen->receiver)) {
        m_receiverLayer = chosen->receiver;
    }
    fillPickers();
    showWanted();
}

void LayerPlot::showWanted() {
    const auto shown = wanted();
    if (!(shown == m_layers)) {
        m_layers = shown;
        layersHaveChanged(false);
    }
}

QString LayerPlot::emptyText() const {
    if (!m_run) {
        return tr("Run a transfer, or choose a run, to see this: %1.").arg(accessibleName());
    }
    return m_run->record.finishedAt.empty()
               ? tr("The activations will be here as soon as the transfer has recorded them.")
               : tr("This run kept no activations. Run it again to see them.");
}

QString LayerPlot::sampleText(int sample) const {
    const auto& labels = m_layers.now->samples->labels;
    const auto index = static_cast<std::size_t>(sample);
    const bool known = index < labels.size() && labels[index] >= 0;
    return tr("%1 (%2)", "sample and its class")
        .arg(sample)
        .arg(known ? classText(*m_run, labels[index]) : tr("no class"));
}

} // namespace tessera::ui
