#include "ui/plots/hub_controls.h"

#include "ui/plots/controls_bar.h"
#include "ui/plots/hub_colours.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kFewestNeighbours = 2, kMostNeighbours = 500;
constexpr int kMostSeed = 999'999;
constexpr int kFewestAnchors = 2, kUsualAnchors = 40;
constexpr int kSliderWidth = 160;

QSpinBox* addNumber(ControlsBar& bar, const QString& label, const QString& objectName, int least,
                    int most) {
    auto* piece = new QWidget(&bar);
    auto* layout = new QHBoxLayout(piece);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* text = new QLabel(label, piece);
    auto* box = new QSpinBox(piece);
    box->setObjectName(objectName);
    box->setAccessibleName(label);
    box->setRange(least, most);
    text->setBuddy(box);
    layout->addWidget(text);
    layout->addWidget(box);
    bar.add(piece);
    return box;
}

QPushButton* addButton(ControlsBar& bar, const QString& text, const QString& objectName) {
    auto* button = new QPushButton(text, &bar);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    bar.add(button);
    return button;
}

// With the label beside it.
void showPiece(QWidget* box, bool shown) {
    box->parentWidget()->setVisible(shown);
}

} // namespace

HubControls::HubControls(std::int64_t mostJoined, QWidget* parent)
    : QWidget(parent), m_pickers(new ControlsBar(this)), m_projection(new ControlsBar(this)),
      m_anchorRow(new ControlsBar(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (auto* bar : {m_pickers, m_projection, m_anchorRow}) {
        layout->addWidget(bar);
    }
    buildPickers(mostJoined);
    buildProjection();
    buildAnchors();
    onPicture();
    setAxes(0);
    setSamples(0);
}

void HubControls::buildPickers(std::int64_t mostJoined) {
    m_pictureBox = m_pickers->addPicker(tr("Picture"), "hubPicture");
    m_pictureBox->addItem(tr("PCA (hub axes)"), static_cast<int>(ProjectionKind::Pca));
    m_pictureBox->addItem(QStringLiteral("t-SNE"), static_cast<int>(ProjectionKind::Tsne));
    m_pictureBox->addItem(QStringLiteral("UMAP"), static_cast<int>(ProjectionKind::Umap));
    m_xBox = m_pickers->addPicker(tr("Across"), "hubAxisX");
    m_yBox = m_pickers->addPicker(tr("Up"), "hubAxisY");
    m_coloursBox = m_pickers->addPicker(tr("Colour"), "hubColour");
    m_coloursBox->addItem(tr("by class"), static_cast<int>(HubColours::Class));
    m_coloursBox->addItem(tr("by network"), static_cast<int>(HubColours::Network));
    m_coloursBox->addItem(tr("right or wrong"), static_cast<int>(HubColours::Correctness));
    m_coloursBox->addItem(tr("by drift"), static_cast<int>(HubColours::Drift));
    m_timeBox = m_pickers->addPicker(tr("Receiver"), "hubTime");
    m_timeBox->addItem(tr("now"), static_cast<int>(SnapshotTime::Now));
    m_timeBox->addItem(tr("before"), static_cast<int>(SnapshotTime::Before));
    m_pairsBox = m_pickers->addSwitch(tr("Join pairs"), "hubPairs");
    m_pairsBox->setToolTip(tr("Join the two points of one input. Up to %1 inputs.")
                               .arg(QLocale().toString(static_cast<qlonglong>(mostJoined))));
    auto* lasso = m_pickers->addSwitch(tr("Lasso"), "hubLasso");
    lasso->setToolTip(tr("Drag to draw round the points to choose. Without this, hold Alt while "
                         "you drag, or Shift for a rectangle; Ctrl adds to what is chosen."));
    const auto changed = qOverload<int>(&QComboBox::currentIndexChanged);
    connect(m_pictureBox, changed, this, &HubControls::onPicture);
    connect(m_xBox, changed, this, &HubControls::axesChanged);
    connect(m_yBox, changed, this, &HubControls::axesChanged);
    connect(m_coloursBox, changed, this, &HubControls::coloursChanged);
    connect(m_timeBox, changed, this, &HubControls::timeChanged);
    connect(m_pairsBox, &QCheckBox::clicked, this, &HubControls::pairsChosen);
    connect(lasso, &QCheckBox::toggled, this, &HubControls::lassoChosen);
}

void HubControls::buildProjection() {
    m_perplexityBox = addNumber(*m_projection, tr("Perplexity"), "hubPerplexity", kFewestNeighbours,
                                kMostNeighbours);
    m_perplexityBox->setToolTip(tr("About how many neighbours of each point count."));
    m_neighboursBox = addNumber(*m_projection, tr("Neighbours"), "hubNeighbours", kFewestNeighbours,
                                kMostNeighbours);
    m_neighboursBox->setToolTip(tr("How many neighbours of each point count."));
    m_seedBox = addNumber(*m_projection, tr("Seed"), "hubSeed", 0, kMostSeed);
    m_seedBox->setToolTip(tr("Another seed draws another picture of the same points: what all of "
                             "them show can be believed."));
    const ProjectionChoice usual;
    m_perplexityBox->setValue(usual.perplexity);
    m_neighboursBox->setValue(usual.neighbours);
    m_seedBox->setValue(static_cast<int>(usual.seed));
    m_startButton = addButton(*m_projection, tr("Start"), "hubStart");
    m_stopButton = addButton(*m_projection, tr("Stop"), "hubStop");
    m_progress = new QLabel(m_projection);
    m_progress->setObjectName("hubProgress");
    m_progress->setMinimumHeight(m_startButton->sizeHint().height()); // in line with the buttons
    m_projection->add(m_progress);
    for (auto* box : {m_perplexityBox, m_neighboursBox, m_seedBox}) {
        connect(box, qOverload<int>(&QSpinBox::valueChanged), this, &HubControls::settingsChanged);
    }
    connect(m_startButton, &QPushButton::clicked, this, &HubControls::onStart);
    connect(m_stopButton, &QPushButton::clicked, this, &HubControls::stopRequested);
}

void HubControls::buildAnchors() {
    m_anchorsBox = m_anchorRow->addSwitch(QString(), "hubAnchors");
    m_anchorsBox->setToolTip(tr("Fit the hub anew on some of the samples, the anchors, and see how "
                                "well it carries over to the others."));
    m_anchorsSlider = new QSlider(Qt::Horizontal, m_anchorRow);
    m_anchorsSlider->setObjectName("hubAnchorCount");
    m_anchorsSlider->setAccessibleName(tr("Number of anchors"));
    m_anchorsSlider->setMinimumWidth(kSliderWidth);
    m_anchorRow->add(m_anchorsSlider);
    connect(m_anchorsBox, &QCheckBox::toggled, this, &HubControls::onAnchors);
    connect(m_anchorsSlider, &QSlider::valueChanged, this, &HubControls::onAnchors);
}

ProjectionKind HubControls::picture() const {
    return static_cast<ProjectionKind>(m_pictureBox->currentData().toInt());
}

ProjectionChoice HubControls::choice() const {
    return {picture(), static_cast<std::uint64_t>(m_seedBox->value()), m_perplexityBox->value(),
            m_neighboursBox->value()};
}

int HubControls::across() const {
    return std::max(0, m_xBox->currentIndex());
}

int HubControls::up() const {
    return std::max(0, m_yBox->currentIndex());
}

HubColours HubControls::colours() const {
    return static_cast<HubColours>(m_coloursBox->currentData().toInt());
}

SnapshotTime HubControls::time() const {
    return static_cast<SnapshotTime>(m_timeBox->currentData().toInt());
}

std::optional<std::int64_t> HubControls::anchors() const {
    const bool on = m_anchorsBox->isChecked() && m_anchorsBox->isEnabled();
    return on ? std::optional<std::int64_t>(m_anchorsSlider->value()) : std::nullopt;
}

void HubControls::setAxes(int count) {
    const QSignalBlocker blockX(m_xBox), blockY(m_yBox);
    if (m_xBox->count() != count) {
        const int x = std::max(0, m_xBox->currentIndex());
        const int y = m_yBox->currentIndex() < 0 ? 1 : m_yBox->currentIndex();
        m_xBox->clear();
        m_yBox->clear();
        for (int axis = 0; axis < count; ++axis) {
            m_xBox->addItem(tr("PC %1").arg(axis + 1));
            m_yBox->addItem(tr("PC %1").arg(axis + 1));
        }
        m_xBox->setCurrentIndex(std::min(x, count - 1));
        m_yBox->setCurrentIndex(std::min(y, count - 1));
    }
    m_xBox->setEnabled(count > 1);
    m_yBox->setEnabled(count > 1);
}

void HubControls::setSamples(std::int64_t count) {
    const int most = static_cast<int>(std::min<std::int64_t>(count, QWIDGETSIZE_MAX));
    const bool first = m_anchorsSlider->maximum() < kFewestAnchors || !m_anchorsBox->isEnabled();
    const QSignalBlocker blocker(m_anchorsSlider);
    m_anchorsBox->setEnabled(most >= kFewestAnchors);
    m_anchorsSlider->setRange(kFewestAnchors, std::max(kFewestAnchors, most));
    m_anchorsSlider->setPageStep(std::max(1, most / 10));
    if (first) {
        m_anchorsSlider->setValue(std::min(kUsualAnchors, std::max(kFewestAnchors, most / 2)));
    }
    nameAnchors();
}

void HubControls::nameAnchors() {
    m_anchorsSlider->setEnabled(anchors().has_value());
    const auto count = [](int number) { return QLocale().toString(number); };
    const auto text = m_anchorsBox->isEnabled() ? tr("Anchors: %1 of %2")
                                                      .arg(count(m_anchorsSlider->value()),
                                                           count(m_anchorsSlider->maximum()))
                                                : tr("Anchors: there are too few samples");
    m_anchorsBox->setText(text);
    m_anchorsBox->setAccessibleName(text);
}

void HubControls::setPairs(bool on, bool possible) {
    const QSignalBlocker blocker(m_pairsBox);
    m_pairsBox->setChecked(on);
    m_pairsBox->setEnabled(possible);
}

void HubControls::onPicture() {
    const auto kind = picture();
    showPiece(m_xBox, kind == ProjectionKind::Pca);
    showPiece(m_yBox, kind == ProjectionKind::Pca);
    showPiece(m_perplexityBox, kind == ProjectionKind::Tsne);
    showPiece(m_neighboursBox, kind == ProjectionKind::Umap);
    m_projection->setVisible(kind != ProjectionKind::Pca);
    m_anchorRow->setVisible(kind == ProjectionKind::Pca);
    Q_EMIT pictureChanged();
}

void HubControls::onAnchors() {
    nameAnchors();
    Q_EMIT anchorsChanged();
}

void HubControls::onStart() {
    switch (m_state) {
    case Projector::State::Running:
        Q_EMIT pauseRequested();
        return;
    case Projector::State::Paused:
        Q_EMIT goOnRequested();
        return;
    default:
        Q_EMIT startRequested();
    }
}

void HubControls::showProjection(Projector::State state, const QString& words) {
    m_state = state;
    const bool goesOn = state == Projector::State::Running || state == Projector::State::Paused;
    const auto text = state == Projector::State::Running  ? tr("Pause")
                      : state == Projector::State::Paused ? tr("Go on")
                                                          : tr("Start");
    if (m_startButton->text() != text) {
        m_startButton->setText(text);
        m_startButton->setAccessibleName(text);
    }
    m_stopButton->setEnabled(goesOn);
    if (m_progress->text() != words) {
        m_progress->setText(words);
    }
}

} // namespace tessera::ui
