#include "ui/plots/hub_plot.h"

#include "ui/bridge/projector.h"
#include "ui/bridge/selection.h"
#include "ui/plots/hub_anchors.h"
#include "ui/plots/hub_colours.h"
#include "ui/plots/hub_controls.h"
#include "ui/plots/hub_drift_key.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/point_cloud.h"
#include "ui/plots/sample_card.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QHideEvent>
#include <QShowEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tessera::ui {

namespace {

CloudPoints pointsOf(const Matrix* places, int x, int y) {
    CloudPoints points;
    if (places == nullptr || places->columns <= std::max(x, y)) {
        return points;
    }
    points.reserve(static_cast<std::size_t>(places->rows));
    for (std::int64_t row = 0; row < places->rows; ++row) {
        points.emplace_back(places->at(row, x), places->at(row, y));
    }
    return points;
}

// Null: the network has no place in the hub.
const Matrix* hubOf(const NetworkRows* network) {
    return network != nullptr && !network->hub.empty() ? &network->hub : nullptr;
}

} // namespace

HubPlot::HubPlot(const PlotContext& context, QWidget* parent)
    : CustomPlot(context, plotTitle(), parent),
      m_source(new PointCloud(canvas().xAxis, canvas().yAxis, Marker::Disc)),
      m_receiver(new PointCloud(canvas().xAxis, canvas().yAxis, Marker::OpenSquare)),
      m_pairs(new PairLines(*m_source, *m_receiver)), m_key(new PlotKey(&canvas())),
      m_driftKey(new HubDriftKey(&canvas())), m_card(new SampleCard(&canvas())),
      m_controls(new HubControls(kMostJoined, this)),
      m_projector(new Projector(context.analyst, this)),
      m_anchors(new HubAnchors(context.analyst, this)) {
    m_controls->hide(); // whoever asks for them puts them where they belong
    buildCanvas();
    connectControls();
    fillAxes();
    connect(&selection(), &Selection::samplesChanged, this, &HubPlot::onSamplesChanged);
    connect(m_projector, &Projector::changed, this, &HubPlot::onProjector);
    connect(m_anchors, &HubAnchors::changed, this, &HubPlot::onAnchors);
    onSamplesChanged();
    styleAnew();
    contentHasChanged(true);
}

QString HubPlot::plotTitle() {
    return tr("Hub space");
}

void HubPlot::buildCanvas() {
    auto& layout = *canvas().plotLayout();
    layout.setRowSpacing(2);
    layout.addElement(1, 0, m_key);
    layout.addElement(2, 0, m_driftKey);
    m_key->setMargins({8, 0, 8, 4});
    m_driftKey->setMargins({8, 0, 8, 4});
    canvas().axisRect()->setMinimumMargins({0, 8, 8, 0});
    m_pairs->setLayer("grid"); // behind the points
    setRectangleSelects(true);
    setLassoSelects();
    for (const auto* axis : {canvas().xAxis, canvas().yAxis}) {
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), m_card,
                &QWidget::hide); // the point has moved away from it
    }
}

void HubPlot::connectControls() {
    connect(m_controls, &HubControls::pictureChanged, this, &HubPlot::onPicture);
    connect(m_controls, &HubControls::settingsChanged, this, &HubPlot::onSettings);
    connect(m_controls, &HubControls::axesChanged, this, &HubPlot::onAxes);
    connect(m_controls, &HubControls::coloursChanged, this, &HubPlot::onColours);
    connect(m_controls, &HubControls::timeChanged, this, &HubPlot::onTime);
    connect(m_controls, &HubControls::anchorsChanged, this,
            [this] { m_anchors->setAnchors(m_controls->anchors()); });
    connect(m_controls, &HubControls::lassoChosen, this, &HubPlot::setDragsDrawLasso);
    connect(m_controls, &HubControls::pairsChosen, this, [this](bool on) {
        m_pairsWanted = on;
        showPairs();
        requestReplot();
    });
    connect(m_controls, &HubControls::startRequested, this,
            [this] { m_projector->draw(m_controls->choice()); });
    connect(m_controls, &HubControls::pauseRequested, m_projector, &Projector::pause);
    connect(m_controls, &HubControls::goOnRequested, m_projector, &Projector::goOn);
    connect(m_controls, &HubControls::stopRequested, m_projector, &Projector::stop);
}

QWidget* HubPlot::controls() {
    return m_controls;
}

bool HubPlot::showsAxes() const {
    return m_controls->picture() == ProjectionKind::Pca;
}

bool HubPlot::isComplete() const {
    return isEmpty() || (showsAxes() ? !m_anchors->isBusy() : !m_projector->isBusy());
}

SnapshotPtr HubPlot::wanted() const {
    auto snapshot = m_run ? snapshotAt(m_run->snapshots, m_controls->time()) : nullptr;
    const bool usable = snapshot && snapshot->samples && snapshot->source;
    return usable ? snapshot : nullptr;
}

void HubPlot::setRuns(const std::vector<RunViewPtr>& runs) {
    const auto run = runs.empty() ? nullptr : runs.front();
    if (run == m_run) {
        return;
    }
    const bool otherRun = !run || !m_run || run->record.id != m_run->record.id;
    m_run = run;
    if (wanted() == m_snapshot && !otherRun) {
        return;
    }
    takeSnapshot();
    contentHasChanged(otherRun);
}

void HubPlot::takeSnapshot() {
    m_snapshot = wanted();
    const auto source = m_snapshot ? m_snapshot->source : nullptr;
    const auto receiver = m_snapshot ? m_snapshot->receiver : nullptr;
    fillAxes(); // before anybody draws what is not there any more
    m_controls->setSamples(m_snapshot ? m_snapshot->samples->size() : 0);
    m_anchors->setNetworks(source, receiver);
    m_anchors->setAnchors(m_controls->anchors());
    feedProjector();
    fillAxes();
    placePoints();
}

// Layouts that nobody sees, behind the hub's axes or in another view, are not begun, and wait where
// they are.
void HubPlot::feedProjector() {
    const auto source = m_snapshot ? m_snapshot->source : nullptr;
    const bool seen = !showsAxes() && !m_isAway;
    m_projector->setSuspended(!seen);
    if (seen) {
        m_projector->setNetworks(source, m_snapshot ? m_snapshot->receiver : nullptr);
    } else if (m_projector->source() != source) {
        m_projector->setNetworks(nullptr, nullptr);
    }
}

const AnchorFit* HubPlot::anchorFit() const {
    return showsAxes() ? m_anchors->fit().get() : nullptr;
}

void HubPlot::fillAxes() {
    std::int64_t axes = 0;
    if (m_snapshot && m_snapshot->samples->size() > 0) {
        axes = m_snapshot->source->hub.columns;
        if (m_snapshot->receiver) {
            axes = std::max(axes, m_snapshot->receiver->hub.columns);
        }
    }
    m_axes = static_cast<int>(axes);
    const auto* fit = anchorFit();
    m_controls->setAxes(fit != nullptr ? static_cast<int>(fit->source.columns) : m_axes);
}

HubPlot::Places HubPlot::places() const {
    if (!m_snapshot) {
        return {};
    }
    if (!showsAxes()) {
        const auto picture = m_projector->picture();
        const bool isWanted = picture != nullptr && picture->choice.kind == m_controls->picture();
        return isWanted ? Places{picture->source.get(), picture->receiver.get(), 0, 1} : Places{};
    }
    const int x = m_controls->across(), y = m_controls->up();
    if (const auto* fit = anchorFit()) {
        return {&fit->source, &fit->receiver, x, y};
    }
    return {hubOf(m_snapshot->source.get()), hubOf(m_snapshot->receiver.get()), x, y};
}

void HubPlot::placePoints() {
    m_card->hide(); // it speaks of what was there before
    const auto where = places();
    m_source->setPoints(pointsOf(where.source, where.x, where.y));
    m_receiver->setPoints(pointsOf(where.receiver, where.x, where.y));
    setAxisTitle(*canvas().xAxis, axisTitles(where.x));
    setAxisTitle(*canvas().yAxis, axisTitles(where.y));
    showPairs();
    showProgress();
    applyOwnLook(look());
}

void HubPlot::showPairs() {
    const auto samples = m_snapshot ? m_snapshot->samples->size() : 0;
    const bool on = samples <= kMostJoined && m_pairsWanted.value_or(samples <= kJoinedByItself);
    m_controls->setPairs(on, samples <= kMostJoined);
    m_pairs->setVisible(on);
}

void HubPlot::showProgress() {
    m_controls->showProjection(m_projector->state(), progressText());
}

void HubPlot::onPicture() {
    if (!showsAxes()) {
        m_projector->show(m_controls->choice());
    }
    feedProjector();
    fillAxes();
    placePoints();
    contentHasChanged(true); // what was zoomed into is not there
}

// What was drawn before is there at once; anything else waits for the button.
void HubPlot::onSettings() {
    const bool draws = m_projector->state() == Projector::State::Running ||
                       m_projector->state() == Projector::State::Paused;
    if (!draws && m_projector->knows(m_controls->choice())) {
        m_projector->show(m_controls->choice());
    }
    showProgress();
}

void HubPlot::onProjector() {
    if (showsAxes()) {
        return;
    }
    showProgress();
    if (isVisible() || isComplete()) { // nobody sees the pictures on the way else
        placePoints();
        contentHasChanged(false);
    }
}

void HubPlot::showEvent(QShowEvent* event) {
    CustomPlot::showEvent(event);
    m_isAway = false;
    feedProjector();
    if (!showsAxes() && !isComplete()) {
        placePoints();
        contentHasChanged(false);
    }
}

// Whoever minimises the window waits for the picture.
void HubPlot::hideEvent(QHideEvent* event) {
    CustomPlot::hideEvent(event);
    if (!event->spontaneous()) {
        m_isAway = true;
        feedProjector();
    }
}

void HubPlot::onAnchors() {
    if (showsAxes()) {
        fillAxes();
        placePoints();
        contentHasChanged(false);
    }
}

void HubPlot::onTime() {
    takeSnapshot();
    contentHasChanged(false);
}

void HubPlot::onColours() {
    applyOwnLook(look());
    contentHasChanged(false);
}

void HubPlot::onAxes() {
    placePoints();
    contentHasChanged(true); // other axes have other ranges
}

void HubPlot::onSamplesChanged() {
    m_source->setChosen(&selection().samples());
    m_receiver->setChosen(&selection().samples());
    m_pairs->setChosen(&selection().samples());
    requestReplot();
}

void HubPlot::fitAxes() {
    const auto fit = [this](QCPAxis& axis, bool horizontal) {
        double lower = std::numeric_limits<double>::infinity(), upper = -lower;
        for (const auto* cloud : {m_source, m_receiver}) {
            bool found = false;
            const auto range = horizontal ? cloud->getKeyRange(found, QCP::sdBoth)
                                          : cloud->getValueRange(found, QCP::sdBoth, {});
            if (found) {
                lower = std::min(lower, range.lower);
                upper = std::max(upper, range.upper);
            }
        }
        setRangeWithMargin(axis, lower, upper, 0.06);
    };
    fit(*canvas().xAxis, true);
    fit(*canvas().yAxis, false);
}

int HubPlot::wordsHeight(int width) const {
    return CustomPlot::wordsHeight(width) + m_driftKey->heightFor(pageLook(theme()).text);
}

void HubPlot::applyOwnLook(const PlotLook& look) {
    auto line = look.theme->mutedText;
    line.setAlpha(110);
    m_pairs->setPen(QPen(line, look.onPage ? 0.4 : 0.8));
    m_source->setSize(look.onPage ? 4.0 : 6.5);
    m_receiver->setSize(look.onPage ? 3.6 : 6.0);
    m_driftKey->setLook(driftGradient(*look.theme), look.text, look.theme->text);
    m_key->setFont(look.text);
    m_key->setEntries({});
    m_driftKey->setMost(std::nullopt);
    if (isEmpty()) {
        return;
    }
    auto how = hubLook(*m_run, *m_snapshot, m_controls->colours(), *look.theme);
    m_source->setStyles(std::move(how.source.styles), std::move(how.source.which), how.source.top);
    m_receiver->setStyles(std::move(how.receiver.styles), std::move(how.receiver.which),
                          how.receiver.top);
    m_driftKey->setMost(how.mostDrift);
    m_key->setEntries(std::move(how.entries));
    fillKey(look, how.sourceKey, how.receiverKey);
}

// Which network is which comes before what the colours mean, and what is to be said at the end.
void HubPlot::fillKey(const PlotLook& look, const QColor& source, const QColor& receiver) {
    const auto& record = m_run->record;
    const auto& text = look.theme->text;
    const bool judges = m_controls->colours() == HubColours::Correctness;
    const auto pattern = judges ? tr("%1 is right") : QStringLiteral("%1");
    const auto sourceText = tr("source %1").arg(fromUtf8(record.sourceLabel));
    auto receiverText = tr("receiver %1").arg(fromUtf8(record.receiverLabel));
    const bool isPlaced = hubOf(m_snapshot->receiver.get()) != nullptr;
    receiverText =
        isPlaced ? pattern.arg(receiverText) : tr("%1 has no place in the hub").arg(receiverText);
    std::vector<KeyEntry> entries{
        {pattern.arg(sourceText), text, source, Marker::Disc, Qt::NoPen, 1.0},
        {receiverText, text, receiver, Marker::OpenSquare, Qt::NoPen, 1.0}};
    entries.insert(entries.end(), m_key->entries().begin(), m_key->entries().end());
    for (const auto& note : notes()) {
        entries.push_back({note, text, text, Marker::None, Qt::NoPen, 1.0});
    }
    m_key->setEntries(std::move(entries));
}

} // namespace tessera::ui
