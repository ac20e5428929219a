#include "ui/plots/layers_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/colour_maps.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/layer_matrix.h"
#include "ui/plots/plot_notice.h"
#include "ui/plots/similarity_text.h"
#include "ui/strings/strings.h"

#include <QComboBox>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kNoMatching = -1;
constexpr auto kProgressEvery = std::chrono::milliseconds(250);

QStringList namesOf(const NetworkRows& network) {
    QStringList names;
    for (const auto& layer : network.layers) {
        names << fromUtf8(layer.name);
    }
    return names;
}

} // namespace

LayersPlot::LayersPlot(const PlotContext& context, QWidget* parent)
    : CustomPlot(context, plotTitle(), parent),
      m_comparison(context.analyst, this, compare, [this] { onAnswer(); }),
      m_matrix(std::make_unique<LayerMatrix>(canvas())), m_key(new PlotKey(&canvas())),
      m_notice(new PlotNotice(m_matrix->rect())) {
    canvas().plotLayout()->setRowSpacing(2);
    canvas().plotLayout()->addElement(1, 0, m_key);
    m_key->setMargins({8, 0, 8, 4});
    buildControls();
    m_progress.setInterval(kProgressEvery);
    connect(&m_progress, &QTimer::timeout, this, &LayersPlot::onProgress);
    connect(&selection(), &Selection::layersChanged, this, &LayersPlot::onLayersChosen);
    styleAnew();
    contentHasChanged(true);
}

LayersPlot::~LayersPlot() = default;

QString LayersPlot::plotTitle() {
    return tr("Similarity of layers");
}

Result<LayersPlot::Answer> LayersPlot::compare(const Question& question, const Analysis& analysis,
                                               const Watch& watch) {
    LayerComparisonRequest request;
    request.source = question.snapshot->source;
    request.receiver = question.snapshot->receiver;
    request.kind = question.kind;
    request.permutations = question.permutations;
    request.seed = question.seed;
    return analysis.compareLayers(request, watch);
}

void LayersPlot::buildControls() {
    m_controls = new ControlsBar(this);
    m_controls->hide(); // whoever asks for them puts them where they belong
    m_kindBox = m_controls->addPicker(tr("Measure"), "layerMeasure");
    for (const auto kind : {SimilarityKind::UnbiasedCka, SimilarityKind::LinearCka,
                            SimilarityKind::MutualNeighbours, SimilarityKind::Procrustes}) {
        m_kindBox->addItem(similarityText(kind), static_cast<int>(kind));
    }
    m_timeBox = m_controls->addPicker(tr("Receiver"), "layersTime");
    m_timeBox->addItem(tr("now"), static_cast<int>(SnapshotTime::Now));
    m_timeBox->addItem(tr("before"), static_cast<int>(SnapshotTime::Before));
    m_matchingBox = m_controls->addPicker(tr("Matching"), "layerMatching");
    m_matchingBox->addItem(matchingText(MatchingKind::Ordered),
                           static_cast<int>(MatchingKind::Ordered));
    m_matchingBox->addItem(matchingText(MatchingKind::Hungarian),
                           static_cast<int>(MatchingKind::Hungarian));
    m_matchingBox->addItem(matchingText(MatchingKind::Greedy),
                           static_cast<int>(MatchingKind::Greedy));
    m_matchingBox->addItem(tr("none"), kNoMatching);
    for (auto* box : {m_kindBox, m_timeBox}) {
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this, &LayersPlot::onChoice);
    }
    connect(m_matchingBox, qOverload<int>(&QComboBox::currentIndexChanged), this,
            &LayersPlot::onMatching);
}

QWidget* LayersPlot::controls() {
    return m_controls;
}

std::vector<RunViewPtr> LayersPlot::shownRuns() const {
    return isEmpty() ? std::vector<RunViewPtr>() : std::vector{m_run};
}

SimilarityKind LayersPlot::kind() const {
    return static_cast<SimilarityKind>(m_kindBox->currentData().toInt());
}

SimilarityKind LayersPlot::shownKind() const {
    const auto* comparison = m_matrix->comparison();
    return comparison != nullptr ? comparison->kind : kind();
}

std::optional<MatchingKind> LayersPlot::matchingKind() const {
    const int chosen = m_matchingBox->currentData().toInt();
    return chosen == kNoMatching ? std::nullopt : std::optional(static_cast<MatchingKind>(chosen));
}

const LayerMatching* LayersPlot::matching() const {
    const auto* comparison = m_matrix->comparison();
    const auto wanted = matchingKind();
    for (std::size_t i = 0; wanted && comparison != nullptr && i < comparison->matchings.size();
         ++i) {
        if (comparison->matchings[i].kind == *wanted) {
            return &comparison->matchings[i];
        }
    }
    return nullptr;
}

SnapshotPtr LayersPlot::wantedSnapshot() const {
    const auto time = static_cast<SnapshotTime>(m_timeBox->currentData().toInt());
    auto snapshot = m_run ? snapshotAt(m_run->snapshots, time) : nullptr;
    const bool usable = snapshot && snapshot->samples && snapshot->samples->size() > 0 &&
                        snapshot->source && !snapshot->source->layers.empty() &&
                        snapshot->receiver && !snapshot->receiver->layers.empty();
    return usable ? snapshot : nullptr;
}

void LayersPlot::setRuns(const std::vector<RunViewPtr>& runs) {
    const auto run = runs.empty() ? nullptr : runs.front();
    if (run == m_run) {
        return;
    }
    const bool otherRun = !run || !m_run || run->record.id != m_run->record.id;
    m_run = run;
    const auto snapshot = wantedSnapshot();
    const bool sameContent = snapshot == m_snapshot && !otherRun;
    m_snapshot = snapshot;
    if (otherRun) {
        m_comparison.clear();
        m_cross.reset();
    }
    // Of a run that has ended, with the null that it may have gone without until now.
    ask(NewestResult<Question, Answer>::Older::Finishes);
    if (!sameContent) {
        showLayers();
        contentHasChanged(otherRun);
    }
}

void LayersPlot::ask(NewestResult<Question, Answer>::Older older) {
    if (isEmpty() || !hasEnoughSamples()) {
        m_comparison.clear();
        m_progress.stop();
        return;
    }
    Question question{m_snapshot, kind(), kPermutations, m_run->record.experiment.seed};
    // Singular values take their time, and the next snapshot is on its way.
    if (isLive() && question.kind == SimilarityKind::Procrustes) {
        question.permutations = 0;
    }
    m_comparison.want(question, older);
    if (m_comparison.isComplete()) {
        m_progress.stop();
        m_slow = false;
    } else if (!m_progress.isActive()) {
        m_slow = false;
        m_progress.start();
    }
}

void LayersPlot::onAnswer() {
    if (m_comparison.isComplete()) {
        m_progress.stop();
        m_slow = false;
    }
    if (!isEmpty()) {
        showComparison();
        contentHasChanged(false);
    }
}

void LayersPlot::onProgress() {
    if (!m_comparison.isReady()) {
        return;
    }
    m_slow = true;
    applyOwnLook(look());
    requestReplot();
}

void LayersPlot::onChoice() {
    m_snapshot = wantedSnapshot();
    ask(NewestResult<Question, Answer>::Older::Stops);
    showLayers();
    contentHasChanged(false);
}

void LayersPlot::onMatching() {
    m_matrix->setMatching(matching());
    applyOwnLook(look());
    contentHasChanged(false);
}

void LayersPlot::showLayers() {
    if (isEmpty()) {
        m_matrix->setLayers({}, {});
    } else {
        m_matrix->setLayers(namesOf(*m_snapshot->source), namesOf(*m_snapshot->receiver));
        const auto& record = m_run->record;
        setAxisTitle(*canvas().xAxis,
                     {tr("layer of the receiver, %1").arg(fromUtf8(record.receiverLabel)),
                      tr("layer of the receiver")});
        setAxisTitle(*canvas().yAxis,
                     {tr("layer of the source, %1").arg(fromUtf8(record.sourceLabel)),
                      tr("layer of the source")});
    }
    if (m_cross &&
        (m_cross->source >= m_matrix->sources() || m_cross->receiver >= m_matrix->receivers())) {
        m_cross.reset();
    }
    showComparison();
}

void LayersPlot::showComparison() {
    const auto* result = m_comparison.result();
    m_matrix->setComparison(result != nullptr && result->has_value() ? **result : nullptr);
    m_matrix->setMatching(matching());
    m_matrix->setTitle(similarityText(shownKind()));
    m_matrix->setCross(m_cross);
    m_matrix->setChosen(chosenCell());
    applyOwnLook(look());
}

std::optional<LayerPair> LayersPlot::chosenCell() const {
    const auto& chosen = selection().layers();
    if (!chosen || isEmpty()) {
        return std::nullopt;
    }
    const auto i = namesOf(*m_snapshot->source).indexOf(fromUtf8(chosen->source));
    const auto j = namesOf(*m_snapshot->receiver).indexOf(fromUtf8(chosen->receiver));
    return i >= 0 && j >= 0 ? std::optional(LayerPair{static_cast<int>(i), static_cast<int>(j)})
                            : std::nullopt;
}

void LayersPlot::onLayersChosen() {
    m_matrix->setChosen(chosenCell());
    canvas().layer("overlay")->replot();
}

void LayersPlot::choose(const LayerPair& cell) {
    selection().setLayers(
        ChosenLayers{m_snapshot->source->layers[static_cast<std::size_t>(cell.source)].name,
                     m_snapshot->receiver->layers[static_cast<std::size_t>(cell.receiver)].name});
}

void LayersPlot::onClicked(const QPoint& position, Qt::KeyboardModifiers) {
    if (const auto cell = isEmpty() ? std::nullopt : m_matrix->cellAt(position)) {
        choose(*cell);
    }
}

bool LayersPlot::onArrow(int dx, int dy) {
    if (isEmpty()) {
        return true;
    }
    if (!m_cross) {
        m_cross = LayerPair{};
    } else {
        m_cross->receiver = std::clamp(m_cross->receiver + dx, 0, m_matrix->receivers() - 1);
        m_cross->source = std::clamp(m_cross->source - dy, 0, m_matrix->sources() - 1);
    }
    m_matrix->setCross(m_cross);
    m_matrix->scrollTo(*m_cross);
    requestReplot();
    Q_EMIT readoutChanged(cellText(*m_cross));
    return true;
}

bool LayersPlot::onKey(int key) {
    if (m_cross && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        choose(*m_cross);
        return true;
    }
    return false;
}

void LayersPlot::fitAxes() {
    m_matrix->fit();
}

void LayersPlot::resizeEvent(QResizeEvent* event) {
    CustomPlot::resizeEvent(event);
    m_matrix->applyLook(look(), this->size());
}

void LayersPlot::draw(QPainter& painter, const QSize& size, const Theme& theme) {
    m_page = size;
    CustomPlot::draw(painter, size, theme);
}

void LayersPlot::applyOwnLook(const PlotLook& look) {
    m_matrix->applyLook(look, look.onPage ? m_page : size());
    m_notice->applyLook(look);
    m_notice->setText(notice());
    fillKey(look);
}

void LayersPlot::fillKey(const PlotLook& look) {
    std::vector<KeyEntry> entries;
    const auto& theme = *look.theme;
    const auto* comparison = m_matrix->comparison();
    if (comparison != nullptr) {
        bool missing = false, under = false;
        for (int i = 0; i < m_matrix->sources(); ++i) {
            for (int j = 0; j < m_matrix->receivers(); ++j) {
                missing = missing || !m_matrix->similarity({i, j});
                under = under || m_matrix->isUnderNull({i, j});
            }
        }
        if (const auto* shown = matching(); shown != nullptr && !shown->pairs.empty()) {
            entries.push_back({tr("matched %1").arg(matchingText(shown->kind)), theme.text,
                               theme.text, markerOf(shown->kind), Qt::SolidLine, look.line});
        }
        if (under) {
            entries.push_back(
                {tr("under the null (95% of %n permutation(s))", nullptr, comparison->permutations),
                 theme.text, theme.mutedText, Marker::Hatch, Qt::NoPen, 1.0});
        }
        if (missing) {
            entries.push_back({tr("not measured"), theme.text, missingColour(theme), Marker::Block,
                               Qt::NoPen, 1.0});
        }
        entries.push_back({tr("%n sample(s)", nullptr, static_cast<int>(comparison->rows)),
                           theme.mutedText,
                           {},
                           Marker::None,
                           Qt::NoPen,
                           1.0});
    }
    if (m_slow && comparison != nullptr && !look.onPage) {
        entries.push_back({progressText(), theme.mutedText, {}, Marker::None, Qt::NoPen, 1.0});
    }
    m_key->setFont(look.text);
    m_key->setEntries(std::move(entries));
}

} // namespace tessera::ui
