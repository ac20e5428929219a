#include "ui/compare/confusion_plot.h"

#include "ui/compare/compare_text.h"
#include "ui/compare/confusion_matrix.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/plot_key.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QResizeEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <limits>

namespace tessera::ui {

namespace {

constexpr int kPartWidth = 260, kPartHeight = 240; // that a matrix needs
constexpr std::size_t kDifference = 2;

// Chooses `wanted` again, or the first entry if it is not offered any more.
void refill(QComboBox& box, const std::vector<std::pair<QString, QString>>& entries,
            const QVariant& wanted) {
    const QSignalBlocker quiet(box);
    box.clear();
    for (const auto& [text, data] : entries) {
        box.addItem(shortened(text, box.fontMetrics()), data);
        box.setItemData(box.count() - 1, plainToolTip(text), Qt::ToolTipRole);
    }
    box.setCurrentIndex(std::max(0, box.findData(wanted)));
}

} // namespace

ConfusionPlot::ConfusionPlot(const PlotContext& context, QWidget* parent)
    : CustomPlot(context, plotTitle(), parent), m_caption(new PlotKey(&canvas())) {
    auto& layout = *canvas().plotLayout();
    layout.clear(); // its axis rect; this plot has its own
    m_grid = new QCPLayoutGrid;
    m_grid->setColumnSpacing(8);
    m_grid->setRowSpacing(4);
    layout.setRowSpacing(2);
    layout.addElement(0, 0, m_grid);
    layout.addElement(1, 0, m_caption);
    m_caption->setMargins({8, 0, 8, 4});
    for (auto& matrix : m_matrices) {
        matrix = std::make_unique<ConfusionMatrix>(canvas());
        matrix->takeOutOf(*m_grid);
    }
    buildControls();
    arrange(1);
    styleAnew();
    contentHasChanged(true);
}

ConfusionPlot::~ConfusionPlot() = default;

QString ConfusionPlot::plotTitle() {
    return tr("Confusion of classes");
}

void ConfusionPlot::buildControls() {
    m_controls = new ControlsBar(this);
    m_controls->hide(); // whoever asks for them puts them where they belong
    m_firstBox = m_controls->addPicker(tr("First run"), "confusionFirst");
    m_secondBox = m_controls->addPicker(tr("Second run"), "confusionSecond");
    m_answersBox = m_controls->addPicker(tr("Answers of"), "confusionAnswers");
    offerAnswers();
    for (auto* box : {m_firstBox, m_secondBox}) {
        connect(box, qOverload<int>(&QComboBox::activated), this, [this] { m_picked = true; });
    }
    for (auto* box : {m_firstBox, m_secondBox, m_answersBox}) {
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this,
                &ConfusionPlot::choiceChanged);
    }
}

QWidget* ConfusionPlot::controls() {
    return m_controls;
}

void ConfusionPlot::offerRuns(const std::vector<RunRecord>& runs, const RunId& first,
                              const RunId& second) {
    std::vector<std::pair<QString, QString>> firsts, seconds{{tr("none", "run"), QString()}};
    for (const auto& run : runs) {
        firsts.emplace_back(runText(run), fromUtf8(run.id.value));
        seconds.push_back(firsts.back());
    }
    const auto wanted = [this](const QComboBox& box, const RunId& usual) {
        return m_picked ? box.currentData() : QVariant(fromUtf8(usual.value));
    };
    refill(*m_firstBox, firsts, wanted(*m_firstBox, first));
    refill(*m_secondBox, seconds, wanted(*m_secondBox, second));
}

// Controls are known once a run has been read.
void ConfusionPlot::offerAnswers() {
    std::vector<std::pair<QString, QString>> entries;
    const auto offer = [&](const std::string& id) {
        const std::pair entry{answersText(id), fromUtf8(id)};
        if (std::find(entries.begin(), entries.end(), entry) == entries.end()) {
            entries.push_back(entry);
        }
    };
    for (const char* id : {AnswerChoice::kAfter, AnswerChoice::kBefore, AnswerChoice::kSource}) {
        offer(id);
    }
    for (std::size_t i = 0; m_data && i < m_data->runs.size(); ++i) {
        const auto& items = m_data->runs[i].items;
        for (std::size_t k = 0; items && k < items->controls.size(); ++k) {
            offer(items->controls[k].id.value);
        }
    }
    if (m_data) { // what was asked for stays there
        offer(m_data->answers);
    }
    refill(*m_answersBox, entries, m_answersBox->currentData());
}

ConfusionPlot::Choice ConfusionPlot::choice() const {
    Choice choice;
    for (const auto* box : {m_firstBox, m_secondBox}) {
        const auto id = box->currentData().toString();
        if (!id.isEmpty()) {
            choice.runs.emplace_back(id.toStdString());
        }
    }
    choice.answers = m_answersBox->currentData().toString().toStdString();
    return choice;
}

void ConfusionPlot::setData(ConfusionDataPtr data) {
    const auto firstOf = [](const ConfusionDataPtr& of) {
        return of && !of->runs.empty() ? of->runs.front().run.id : RunId();
    };
    const bool otherRun = firstOf(data) != firstOf(m_data);
    m_data = std::move(data);
    m_cross.reset();
    offerAnswers();
    fillMatrices();
    for (const auto& matrix : m_matrices) {
        if (matrix) {
            matrix->setCross(std::nullopt);
        }
    }
    arrange(std::max(1, width() / kPartWidth));
    styleAnew();
    updateGeometry();
    contentHasChanged(otherRun);
}

bool ConfusionPlot::isEmpty() const {
    return !m_data || m_data->matrix(0) == nullptr;
}

std::size_t ConfusionPlot::parts() const {
    return isEmpty() ? 0 : m_data->hasDifference() ? 3 : m_data->matrix(1) != nullptr ? 2 : 1;
}

void ConfusionPlot::fillMatrices() {
    for (std::size_t part = 0; part < parts(); ++part) {
        const bool difference = part == kDifference;
        const auto& first = *m_data->matrix(difference ? 0 : part);
        std::vector<double> values;
        QStringList texts;
        for (int i = 0; i < first.classes; ++i) {
            for (int j = 0; j < first.classes; ++j) {
                auto share = first.share(i, j);
                auto count = first.at(i, j);
                if (difference) {
                    const auto other = m_data->matrix(1)->share(i, j);
                    share = share && other ? std::optional(*other - *share) : std::nullopt;
                    count = m_data->matrix(1)->at(i, j) - count;
                }
                values.push_back(share.value_or(std::numeric_limits<double>::quiet_NaN()));
                texts << QString::number(count);
            }
        }
        m_matrices[part]->setCells(first.classes, values, texts,
                                   difference ? ConfusionMatrix::Scale::Difference
                                              : ConfusionMatrix::Scale::Share);
        m_matrices[part]->setTitles(
            difference ? tr("Second - first") : runText(m_data->runs[part].run),
            difference ? tr("difference of shares") : tr("share of the true class"));
    }
}

void ConfusionPlot::arrange(int columns) {
    const auto shown = parts();
    const int across = std::clamp(columns, 1, std::max(1, static_cast<int>(shown)));
    if (across == m_columns && shown == m_arranged) {
        return;
    }
    for (auto& matrix : m_matrices) {
        matrix->takeOutOf(*m_grid);
    }
    m_grid->simplify();
    for (std::size_t part = 0; part < shown; ++part) {
        const int place = static_cast<int>(part);
        m_matrices[part]->putInto(*m_grid, place / across, place % across, 1.0 / across);
    }
    m_columns = across;
    m_arranged = shown;
}

void ConfusionPlot::resizeEvent(QResizeEvent* event) {
    CustomPlot::resizeEvent(event);
    arrange(std::max(1, event->size().width() / kPartWidth));
    updateGeometry();
}

QSize ConfusionPlot::minimumSizeHint() const {
    const int shown = std::max(1, static_cast<int>(parts()));
    const int columns = std::clamp(width() / kPartWidth, 1, shown);
    const int rows = (shown + columns - 1) / columns;
    const int words = isEmpty() ? 0 : keysHeight(std::max(width(), kPartWidth), look().text);
    return {kPartWidth, rows * kPartHeight + words};
}

void ConfusionPlot::applyOwnLook(const PlotLook& look) {
    for (const auto& matrix : m_matrices) {
        matrix->applyLook(look);
    }
    std::vector<KeyEntry> entries;
    const auto sentences = captions();
    if (!sentences.isEmpty()) {
        entries.push_back(
            {sentences.join(' '), look.theme->mutedText, {}, Marker::None, Qt::NoPen, 1.0});
    }
    m_caption->setFont(look.text);
    m_caption->setEntries(std::move(entries));
}

void ConfusionPlot::fitAxes() {
    for (const auto& matrix : m_matrices) {
        matrix->fit();
    }
}

QList<QCPAxis*> ConfusionPlot::movableAxes() const {
    QList<QCPAxis*> axes;
    for (std::size_t part = 0; part < parts(); ++part) {
        axes << m_matrices[part]->rect().axis(QCPAxis::atBottom)
             << m_matrices[part]->rect().axis(QCPAxis::atLeft);
    }
    return axes;
}

QString ConfusionPlot::readoutAt(const QPoint& position, QCPAxisRect& rect) {
    for (std::size_t part = 0; part < parts(); ++part) {
        if (&m_matrices[part]->rect() == &rect) {
            const auto cell = m_matrices[part]->cellAt(position);
            return cell ? cellText(*cell) : QString();
        }
    }
    return {};
}

bool ConfusionPlot::onArrow(int dx, int dy) {
    if (isEmpty()) {
        return true;
    }
    const int last = m_data->matrix(0)->classes - 1;
    if (!m_cross) {
        m_cross = std::make_unique<ConfusionCell>();
    } else {
        m_cross->answer = std::clamp(m_cross->answer + dx, 0, last);
        m_cross->label = std::clamp(m_cross->label - dy, 0, last);
    }
    for (const auto& matrix : m_matrices) {
        matrix->setCross(*m_cross);
    }
    requestReplot();
    Q_EMIT readoutChanged(cellText(*m_cross));
    return true;
}

} // namespace tessera::ui
