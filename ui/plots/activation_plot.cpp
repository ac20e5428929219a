#include "ui/plots/activation_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/colour_maps.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/heat_map.h"
#include "ui/plots/layer_picker.h"
#include "ui/plots/plot_key.h"
#include "ui/strings/strings.h"

#include <QComboBox>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

ActivationPlot::ActivationPlot(const PlotContext& context, QWidget* parent)
    : CustomPlot(context, plotTitle(), parent), m_rows(std::make_unique<HeatMapRows>()),
      m_work(context.analyst, this, [this] {
          m_similar = {};
          onChoice();
      }) {
    buildCanvas();
    buildControls();
    connect(&selection(), &Selection::samplesChanged, this, &ActivationPlot::onSamplesChanged);
    connect(&selection(), &Selection::layersChanged, this, &ActivationPlot::onLayersChosen);
    styleAnew();
    contentHasChanged(true);
}

ActivationPlot::~ActivationPlot() = default;

QString ActivationPlot::plotTitle() {
    return tr("Activations");
}

void ActivationPlot::buildCanvas() {
    auto& layout = *canvas().plotLayout();
    layout.clear(); // its axis rect; this plot has its own two
    auto* grid = new QCPLayoutGrid;
    grid->setColumnSpacing(4);
    grid->setRowSpacing(2);
    layout.setRowSpacing(2);
    layout.addElement(0, 0, grid);
    m_key = new PlotKey(&canvas());
    m_key->setMargins({8, 0, 8, 4});
    layout.addElement(1, 0, m_key);
    m_source = std::make_unique<HeatMap>(canvas(), *grid, 0, Identity::Source, *m_rows);
    m_receiver = std::make_unique<HeatMap>(canvas(), *grid, 1, Identity::Receiver, *m_rows);
    // Rows stay side by side.
    auto* left = m_source->rect().axis(QCPAxis::atLeft);
    auto* right = m_receiver->rect().axis(QCPAxis::atLeft);
    const auto follow = [](QCPAxis* leader, QCPAxis* follower) {
        connect(leader, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), follower,
                [follower](const QCPRange& range) { follower->setRange(range); });
    };
    follow(left, right);
    follow(right, left);
    setRectangleSelects(true);
    showMarks();
}

void ActivationPlot::buildControls() {
    m_controls = new ControlsBar(this);
    m_controls->hide(); // whoever asks for them puts them where they belong
    m_sourceBox = m_controls->addPicker(tr("Source layer"), "sourceLayer");
    m_receiverBox = m_controls->addPicker(tr("Receiver layer"), "receiverLayer");
    m_timeBox = m_controls->addPicker(tr("Receiver"), "snapshotTime");
    m_timeBox->addItem(tr("now"), static_cast<int>(SnapshotTime::Now));
    m_timeBox->addItem(tr("before"), static_cast<int>(SnapshotTime::Before));
    m_orderBox = m_controls->addPicker(tr("Order"), "sampleOrder");
    m_orderBox->addItem(tr("by class"), static_cast<int>(RowOrder::ByClass));
    m_orderBox->addItem(tr("as in the data"), static_cast<int>(RowOrder::AsInData));
    m_orderBox->addItem(tr("by mean activation"), static_cast<int>(RowOrder::ByMean));
    m_orderBox->addItem(tr("by similarity"), static_cast<int>(RowOrder::BySimilarity));
    m_orderBox->setToolTip(tr("The same on both sides, after the chosen layer of the source. By "
                              "similarity: along its first principal component."));
    m_scaleBox = m_controls->addPicker(tr("Values"), "valueScale");
    m_scaleBox->addItem(tr("as measured"), static_cast<int>(ValueScale::Measured));
    m_scaleBox->addItem(tr("standardised per unit"), static_cast<int>(ValueScale::Standardised));
    const auto remember = [this](QComboBox* box, std::string& wanted) {
        connect(box, &QComboBox::currentTextChanged, this, [this, &wanted](const QString& name) {
            wanted = name.toStdString();
            onChoice();
        });
    };
    remember(m_sourceBox, m_sourceLayer);
    remember(m_receiverBox, m_receiverLayer);
    for (auto* box : {m_timeBox, m_orderBox, m_scaleBox}) {
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this,
                &ActivationPlot::onChoice);
    }
}

QWidget* ActivationPlot::controls() {
    return m_controls;
}

RowOrder ActivationPlot::order() const {
    return static_cast<RowOrder>(m_orderBox->currentData().toInt());
}

ValueScale ActivationPlot::scale() const {
    return static_cast<ValueScale>(m_scaleBox->currentData().toInt());
}

HeatMap& ActivationPlot::half(Side side) const {
    return side == Side::Source ? *m_source : *m_receiver;
}

ActivationPlot::Shown ActivationPlot::wantedContent() const {
    Shown shown;
    if (!m_run) {
        return shown;
    }
    const auto time = static_cast<SnapshotTime>(m_timeBox->currentData().toInt());
    const auto snapshot = snapshotAt(m_run->snapshots, time);
    if (!snapshot || !snapshot->samples || snapshot->samples->size() == 0 || !snapshot->source ||
        !snapshot->receiver) {
        return shown;
    }
    shown.source = chooseLayer(*snapshot->source, m_sourceLayer);
    shown.receiver = chooseLayer(*snapshot->receiver, m_receiverLayer);
    shown.learner = snapshot;
    shown.order = order();
    const bool known = shown.source == m_similar.layer && !m_similar.rows.empty();
    if (shown.order == RowOrder::BySimilarity && !known) { // as it was until that is found
        const bool stays = shown.source == m_shown.source || m_shown.order != shown.order;
        shown.order = !isEmpty() && stays ? m_shown.order : RowOrder::AsInData;
    }
    shown.scale = scale();
    return shown;
}

void ActivationPlot::setRuns(const std::vector<RunViewPtr>& runs) {
    const auto run = runs.empty() ? nullptr : runs.front();
    if (run == m_run) {
        return;
    }
    const bool otherRun = !run || !m_run || run->record.id != m_run->record.id;
    m_run = run;
    const auto snapshot = run ? snapshotAt(run->snapshots, SnapshotTime::Now) : nullptr;
    fillLayerPicker(*m_sourceBox, snapshot ? snapshot->source.get() : nullptr, m_sourceLayer);
    fillLayerPicker(*m_receiverBox, snapshot ? snapshot->receiver.get() : nullptr, m_receiverLayer);
    if (refresh() || otherRun) {
        contentHasChanged(otherRun);
    }
}

void ActivationPlot::findSimilar(const Shown& wanted) {
    const auto* source = wanted.source;
    if (source == nullptr || order() != RowOrder::BySimilarity) {
        m_work.stop();
        if (m_similar.rows.empty()) {
            m_similar = {};
        }
        return;
    }
    if (source == m_similar.layer) {
        return;
    }
    m_similar = {wanted.learner->source, source, {}};
    m_work.run(
        [network = m_similar.network, source](const Analysis& analysis, const Watch& watch) {
            return analysis.rowsBySimilarity(source->values, watch);
        },
        [this](Result<std::vector<int>> rows) { onSimilar(std::move(rows)); });
}

void ActivationPlot::onSimilar(Result<std::vector<int>> rows) {
    if (rows) {
        m_similar.rows = std::move(*rows);
        onChoice();
        return;
    }
    m_similar.failure = std::move(rows).error(); // the order stays as it was
    applyOwnLook(look());
    contentHasChanged(false);
}

bool ActivationPlot::refresh() {
    const auto wanted = wantedContent();
    findSimilar(wanted);
    if (wanted == m_shown) {
        return false;
    }
    const bool sourceStays = wanted.source == m_shown.source && wanted.order == m_shown.order &&
                             wanted.scale == m_shown.scale;
    m_shown = wanted;
    m_cross.reset();
    if (!isEmpty()) {
        const auto& samples = *m_shown.learner->samples;
        m_rows->order = m_shown.order == RowOrder::BySimilarity
                            ? m_similar.rows
                            : rowsInOrder(samples, m_shown.source->values, m_shown.order);
        m_rows->labels = samples.labels;
        m_rows->labels.resize(static_cast<std::size_t>(samples.size()), -1);
        m_rows->byClass = m_shown.order == RowOrder::ByClass;
        if (!sourceStays) {
            m_source->setValues(m_shown.source->values, m_shown.scale, titleText(Side::Source));
        }
        m_receiver->setValues(m_shown.receiver->values, m_shown.scale, titleText(Side::Receiver));
        const auto title =
            m_shown.order == RowOrder::ByClass  ? tr("sample, by class")
            : m_shown.order == RowOrder::ByMean ? tr("sample, by mean activation of the source")
            : m_shown.order == RowOrder::BySimilarity ? tr("sample, by similarity in the source")
                                                      : tr("sample");
        setAxisTitle(*m_source->rect().axis(QCPAxis::atLeft), {title, tr("sample")});
    }
    showMarks();
    applyOwnLook(look());
    return true;
}

void ActivationPlot::onChoice() {
    const auto before = m_shown;
    if (refresh()) {
        // Another number of units needs another range; another order or time does not.
        const auto width = [](const LayerRows* layer) {
            return layer != nullptr ? layer->values.columns : 0;
        };
        contentHasChanged(width(before.source) != width(m_shown.source) ||
                          width(before.receiver) != width(m_shown.receiver));
    }
}

void ActivationPlot::showMarks() {
    const auto crossOn = [this](Side side) -> std::optional<HeatMapCell> {
        return m_cross && m_crossSide == side ? std::optional(*m_cross) : std::nullopt;
    };
    m_source->setSelection(&selection().samples(), crossOn(Side::Source));
    m_receiver->setSelection(&selection().samples(), crossOn(Side::Receiver));
}

void ActivationPlot::onSamplesChanged() {
    showMarks();
    canvas().layer("overlay")->replot();
}

void ActivationPlot::onLayersChosen() {
    if (const auto& layers = selection().layers()) { // those that are not there are left out
        m_sourceBox->setCurrentText(fromUtf8(layers->source));
        m_receiverBox->setCurrentText(fromUtf8(layers->receiver));
    }
}

void ActivationPlot::fitAxes() {
    m_source->fit();
    m_receiver->fit();
}

void ActivationPlot::applyOwnLook(const PlotLook& look) {
    m_source->applyLook(look);
    m_receiver->applyLook(look);
    fillKey(look);
}

void ActivationPlot::fillKey(const PlotLook& look) {
    std::vector<KeyEntry> entries;
    const auto& theme = *look.theme;
    // By class, the axis names the colours already.
    const int classes = isEmpty() || m_rows->byClass ? 0 : m_shown.learner->samples->classes;
    for (int label = 0; label < std::min(classes, 20); ++label) {
        entries.push_back({classText(*m_run, label), theme.text, theme.category(label),
                           Marker::Block, Qt::NoPen, 1.0});
    }
    const auto missing = [](const HeatMap& map) {
        const auto& values = map.values().values;
        return std::any_of(values.begin(), values.end(),
                           [](float value) { return !std::isfinite(value); });
    };
    if (!isEmpty() && (missing(*m_source) || missing(*m_receiver))) {
        entries.push_back(
            {tr("not measured"), theme.text, missingColour(theme), Marker::Block, Qt::NoPen, 1.0});
    }
    if (const auto note = similarityNote(); !note.isEmpty()) {
        entries.push_back({note, theme.mutedText, {}, Marker::None, Qt::NoPen, 1.0});
    }
    m_key->setFont(look.text);
    m_key->setEntries(std::move(entries));
}

QList<QCPAxis*> ActivationPlot::movableAxes() const {
    return {m_source->rect().axis(QCPAxis::atBottom), m_receiver->rect().axis(QCPAxis::atBottom),
            m_source->rect().axis(QCPAxis::atLeft)};
}

void ActivationPlot::onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) {
    for (const auto side : {Side::Source, Side::Receiver}) {
        const auto cell = half(side).cellAt(position);
        if (!cell) {
            continue;
        }
        const int sample = m_rows->order[static_cast<std::size_t>(cell->row)];
        if (modifiers.testFlag(Qt::ControlModifier)) {
            selection().toggle(sample);
        } else {
            selection().setSamples({sample});
        }
        return;
    }
}

void ActivationPlot::onRectangle(const QRect& rect, Qt::KeyboardModifiers modifiers) {
    const bool onMap =
        rect.intersects(m_source->rect().rect()) || rect.intersects(m_receiver->rect().rect());
    if (isEmpty() || !onMap) {
        return;
    }
    const auto& axis = *m_source->rect().axis(QCPAxis::atLeft);
    const auto last = static_cast<long>(m_rows->order.size()) - 1;
    const auto [first, end] = std::minmax({std::lround(axis.pixelToCoord(rect.top())),
                                           std::lround(axis.pixelToCoord(rect.bottom()))});
    std::vector<int> chosen;
    if (modifiers.testFlag(Qt::ControlModifier)) {
        chosen = selection().samples();
    }
    for (long row = std::max(0L, first); row <= std::min(last, end); ++row) {
        chosen.push_back(m_rows->order[static_cast<std::size_t>(row)]);
    }
    selection().setSamples(std::move(chosen));
}

bool ActivationPlot::onArrow(int dx, int dy) {
    if (isEmpty()) {
        return true;
    }
    if (!m_cross) {
        m_cross = std::make_unique<HeatMapCell>();
    } else {
        const auto rows = static_cast<int>(m_rows->order.size());
        m_cross->row = std::clamp(m_cross->row - dy, 0, rows - 1);
        m_cross->unit += dx;
        const auto unitsOf = [this](Side side) {
            return static_cast<int>(half(side).values().columns);
        };
        // From the last unit of the source to the first of the receiver, and back.
        if (m_crossSide == Side::Source && m_cross->unit >= unitsOf(Side::Source)) {
            m_crossSide = Side::Receiver;
            m_cross->unit = 0;
        } else if (m_crossSide == Side::Receiver && m_cross->unit < 0) {
            m_crossSide = Side::Source;
            m_cross->unit = unitsOf(Side::Source) - 1;
        }
        m_cross->unit = std::clamp(m_cross->unit, 0, unitsOf(m_crossSide) - 1);
    }
    half(m_crossSide).scrollTo(*m_cross);
    showMarks();
    requestReplot();
    Q_EMIT readoutChanged(cellText(m_crossSide, *m_cross));
    return true;
}

bool ActivationPlot::onKey(int key) {
    if (m_cross && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        selection().toggle(m_rows->order[static_cast<std::size_t>(m_cross->row)]);
        return true;
    }
    return false;
}

} // namespace tessera::ui
