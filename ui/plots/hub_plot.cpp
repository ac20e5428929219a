#include "ui/plots/hub_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/point_cloud.h"
#include "ui/plots/sample_card.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tessera::ui {

namespace {

constexpr double kReach = 12.0; // pixels

// Points of a network on two axes; none where the network has no place in the hub.
CloudPoints pointsOf(const NetworkRows* network, int x, int y) {
    CloudPoints points;
    if (network == nullptr || network->hub.columns <= std::max(x, y)) {
        return points;
    }
    points.reserve(static_cast<std::size_t>(network->hub.rows));
    for (std::int64_t row = 0; row < network->hub.rows; ++row) {
        points.emplace_back(network->hub.at(row, x), network->hub.at(row, y));
    }
    return points;
}

} // namespace

HubPlot::HubPlot(const PlotContext& context, QWidget* parent)
    : CustomPlot(context, plotTitle(), parent),
      m_source(new PointCloud(canvas().xAxis, canvas().yAxis, Marker::Disc)),
      m_receiver(new PointCloud(canvas().xAxis, canvas().yAxis, Marker::OpenSquare)),
      m_pairs(new PairLines(*m_source, *m_receiver)), m_key(new PlotKey(&canvas())),
      m_card(new SampleCard(&canvas())) {
    canvas().plotLayout()->setRowSpacing(2);
    canvas().plotLayout()->addElement(1, 0, m_key);
    m_key->setMargins({8, 0, 8, 4});
    canvas().axisRect()->setMinimumMargins({0, 8, 8, 0});
    m_pairs->setLayer("grid"); // behind the points
    setRectangleSelects(true);
    for (const auto* axis : {canvas().xAxis, canvas().yAxis}) {
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), m_card,
                &QWidget::hide); // the point has moved away from it
    }
    buildControls();
    fillAxes();
    connect(&selection(), &Selection::samplesChanged, this, &HubPlot::onSamplesChanged);
    onSamplesChanged();
    styleAnew();
    contentHasChanged(true);
}

QString HubPlot::plotTitle() {
    return tr("Hub space");
}

void HubPlot::buildControls() {
    m_controls = new ControlsBar(this);
    m_controls->hide(); // whoever asks for them puts them where they belong
    m_xBox = m_controls->addPicker(tr("Across"), "hubAxisX");
    m_yBox = m_controls->addPicker(tr("Up"), "hubAxisY");
    m_coloursBox = m_controls->addPicker(tr("Colour"), "hubColour");
    m_coloursBox->addItem(tr("by class"), static_cast<int>(Colours::Class));
    m_coloursBox->addItem(tr("by network"), static_cast<int>(Colours::Network));
    m_timeBox = m_controls->addPicker(tr("Receiver"), "hubTime");
    m_timeBox->addItem(tr("now"), static_cast<int>(SnapshotTime::Now));
    m_timeBox->addItem(tr("before"), static_cast<int>(SnapshotTime::Before));
    m_pairsBox = m_controls->addSwitch(tr("Join pairs"), "hubPairs");
    m_pairsBox->setToolTip(tr("Join the two points of one input. Up to %1 inputs.")
                               .arg(QLocale().toString(static_cast<qlonglong>(kMostJoined))));
    for (auto* box : {m_xBox, m_yBox}) {
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this, &HubPlot::onAxes);
    }
    for (auto* box : {m_coloursBox, m_timeBox}) {
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this, &HubPlot::onChoice);
    }
    connect(m_pairsBox, &QCheckBox::clicked, this, [this](bool on) {
        m_pairsWanted = on;
        showPairs();
        requestReplot();
    });
}

QWidget* HubPlot::controls() {
    return m_controls;
}

SnapshotPtr HubPlot::wanted() const {
    const auto time = static_cast<SnapshotTime>(m_timeBox->currentData().toInt());
    auto snapshot = m_run ? snapshotAt(m_run->snapshots, time) : nullptr;
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
    m_snapshot = wanted();
    fillAxes();
    placePoints();
    contentHasChanged(otherRun);
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
    const QSignalBlocker blockX(m_xBox), blockY(m_yBox);
    if (m_xBox->count() != m_axes) {
        const int x = std::max(0, m_xBox->currentIndex());
        const int y = m_yBox->currentIndex() < 0 ? 1 : m_yBox->currentIndex();
        m_xBox->clear();
        m_yBox->clear();
        for (int axis = 0; axis < m_axes; ++axis) {
            m_xBox->addItem(tr("PC %1").arg(axis + 1));
            m_yBox->addItem(tr("PC %1").arg(axis + 1));
        }
        m_xBox->setCurrentIndex(std::min(x, m_axes - 1));
        m_yBox->setCurrentIndex(std::min(y, m_axes - 1));
    }
    m_xBox->setEnabled(m_axes > 1);
    m_yBox->setEnabled(m_axes > 1);
}

int HubPlot::axisOf(const QComboBox& box) const {
    return std::max(0, box.currentIndex());
}

QString HubPlot::axisText(int axis) const {
    const auto index = static_cast<std::size_t>(axis);
    const bool known = m_snapshot && index < m_snapshot->axisShares.size();
    return known ? tr("hub axis %1 (%2 of the source's variance)")
                       .arg(axis + 1)
                       .arg(percentText(m_snapshot->axisShares[index]))
                 : tr("hub axis %1").arg(axis + 1);
}

QStringList HubPlot::axisTitles(int axis) const {
    QStringList titles{axisText(axis)};
    const auto index = static_cast<std::size_t>(axis);
    if (m_snapshot && index < m_snapshot->axisShares.size()) {
        titles
            << tr("hub axis %1 (%2)").arg(axis + 1).arg(percentText(m_snapshot->axisShares[index]));
    }
    titles << tr("hub axis %1").arg(axis + 1);
    return titles;
}

void HubPlot::placePoints() {
    m_card->hide(); // it speaks of what was there before
    const int x = axisOf(*m_xBox), y = axisOf(*m_yBox);
    const auto* source = m_snapshot ? m_snapshot->source.get() : nullptr;
    const auto* receiver = m_snapshot ? m_snapshot->receiver.get() : nullptr;
    m_source->setPoints(pointsOf(source, x, y));
    m_receiver->setPoints(pointsOf(receiver, x, y));
    setAxisTitle(*canvas().xAxis, axisTitles(x));
    setAxisTitle(*canvas().yAxis, axisTitles(y));
    showPairs();
    applyOwnLook(look());
}

void HubPlot::showPairs() {
    const auto samples = m_snapshot ? m_snapshot->samples->size() : 0;
    const bool on = samples <= kMostJoined && m_pairsWanted.value_or(samples <= kJoinedByItself);
    const QSignalBlocker blocker(m_pairsBox);
    m_pairsBox->setChecked(on);
    m_pairsBox->setEnabled(samples <= kMostJoined);
    m_pairs->setVisible(on);
}

void HubPlot::onChoice() {
    m_snapshot = wanted();
    fillAxes();
    placePoints();
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

void HubPlot::applyOwnLook(const PlotLook& look) {
    auto line = look.theme->mutedText;
    line.setAlpha(110);
    m_pairs->setPen(QPen(line, look.onPage ? 0.4 : 0.8));
    m_source->setSize(look.onPage ? 4.0 : 6.5);
    m_receiver->setSize(look.onPage ? 3.6 : 6.0);
    colourPoints(look);
    fillKey(look);
}

void HubPlot::colourPoints(const PlotLook& look) {
    const auto& theme = *look.theme;
    const bool byClass = m_coloursBox->currentData().toInt() == static_cast<int>(Colours::Class);
    if (!byClass || isEmpty()) {
        m_source->setColours({theme.identity(Identity::Source)}, {});
        m_receiver->setColours({theme.identity(Identity::Receiver)}, {});
        return;
    }
    const auto& labels = m_snapshot->samples->labels;
    int classes = m_snapshot->samples->classes;
    for (const auto label : labels) {
        classes = std::max(classes, label + 1);
    }
    std::vector<QColor> colours;
    for (int label = 0; label < classes; ++label) {
        colours.push_back(theme.category(label));
    }
    colours.push_back(theme.mutedText); // for those without a class
    std::vector<int> styles;
    for (std::int64_t i = 0; i < m_snapshot->samples->size(); ++i) {
        const auto label = labelOf(static_cast<int>(i));
        styles.push_back(label < 0 ? classes : label);
    }
    m_source->setColours(colours, styles);
    m_receiver->setColours(std::move(colours), std::move(styles));
}

void HubPlot::fillKey(const PlotLook& look) {
    std::vector<KeyEntry> entries;
    const auto& theme = *look.theme;
    if (!isEmpty()) {
        const bool byClass =
            m_coloursBox->currentData().toInt() == static_cast<int>(Colours::Class);
        const auto colour = [&](Identity identity) {
            return byClass ? theme.text : theme.identity(identity);
        };
        const auto& record = m_run->record;
        entries.push_back({tr("source %1").arg(fromUtf8(record.sourceLabel)), theme.text,
                           colour(Identity::Source), Marker::Disc, Qt::NoPen, 1.0});
        const auto receiver = tr("receiver %1").arg(fromUtf8(record.receiverLabel));
        entries.push_back(
            {m_receiver->points().empty() ? tr("%1 has no place in the hub").arg(receiver)
                                          : receiver,
             theme.text, colour(Identity::Receiver), Marker::OpenSquare, Qt::NoPen, 1.0});
        const int classes = byClass ? std::min(m_snapshot->samples->classes, 20) : 0;
        for (int label = 0; label < classes; ++label) {
            entries.push_back({classText(*m_run, label), theme.text, theme.category(label),
                               Marker::Block, Qt::NoPen, 1.0});
        }
    }
    m_key->setFont(look.text);
    m_key->setEntries(std::move(entries));
}

std::optional<int> HubPlot::sampleAt(const QPoint& position) const {
    double toSource = kReach, toReceiver = kReach;
    const int source = m_source->nearest(position, kReach, &toSource);
    const int receiver = m_receiver->nearest(position, kReach, &toReceiver);
    const int nearest = receiver >= 0 && (source < 0 || toReceiver < toSource) ? receiver : source;
    return nearest >= 0 ? std::optional(nearest) : std::nullopt;
}

QString HubPlot::readoutAt(const QPoint& position, QCPAxisRect& rect) {
    const auto sample = isEmpty() ? std::nullopt : sampleAt(position);
    if (!sample) {
        m_card->hide();
        return CustomPlot::readoutAt(position, rect);
    }
    const auto words = wordsOn(*sample);
    m_card->show(*m_snapshot->samples, *sample, words.join('\n'), position);
    return words.join(", ");
}

void HubPlot::onPointerLeft() {
    m_card->hide();
}

void HubPlot::onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) {
    const auto sample = isEmpty() ? std::nullopt : sampleAt(position);
    const bool adds = modifiers.testFlag(Qt::ControlModifier);
    if (sample && adds) {
        selection().toggle(*sample);
    } else if (sample) {
        selection().setSamples({*sample});
    } else if (!adds) {
        selection().clear();
    }
}

void HubPlot::onRectangle(const QRect& rect, Qt::KeyboardModifiers modifiers) {
    std::vector<int> chosen;
    if (modifiers.testFlag(Qt::ControlModifier)) {
        chosen = selection().samples();
    }
    for (const auto* cloud : {m_source, m_receiver}) {
        const auto& points = cloud->points();
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (std::isfinite(points[i].x()) && std::isfinite(points[i].y()) &&
                QRectF(rect).contains(cloud->coordsToPixels(points[i].x(), points[i].y()))) {
                chosen.push_back(static_cast<int>(i));
            }
        }
    }
    selection().setSamples(std::move(chosen));
}

} // namespace tessera::ui
