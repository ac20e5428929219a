#include "ui/study/study_results.h"

#include "ui/bridge/services.h"
#include "ui/models/queue_model.h"
#include "ui/strings/strings.h"
#include "ui/study/study_chart.h"
#include "ui/study/study_control.h"
#include "ui/study/study_table_model.h"
#include "ui/study/study_text.h"
#include "ui/study/study_watch.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/plot_frame.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kColumnPadding = 24;
constexpr int kPermille = 1000; // of the progress bar
constexpr int kLeastChartHeight = 260;
enum Page { kTablePage, kSummaryPage, kLeftOutPage };

const PlotEntry kChart = {StudyChart::kId, &StudyChart::plotTitle,
                          [](const PlotContext& context, QWidget* parent) -> Plot* {
                              return new StudyChart(context, parent);
                          }};

QPlainTextEdit* makeText(const QString& name, const QString& title, QWidget* parent) {
    auto* text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setAccessibleName(title);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFrameShape(QFrame::NoFrame);
    return text;
}

// The text stays where the person has scrolled it to.
void showText(QPlainTextEdit& edit, const QString& text) {
    if (edit.toPlainText() != text) {
        edit.setPlainText(text);
    }
}

} // namespace

StudyResults::StudyResults(Services& services, StudyWatch& watch, StudyControl& control,
                           QWidget* parent)
    : QWidget(parent), m_services(services), m_watch(watch), m_control(control),
      m_queue(new QueueModel(services.bridge, services.jobs, this)),
      m_rows(new StudyTableModel(this)), m_sorted(new QSortFilterProxyModel(this)) {
    setObjectName(QStringLiteral("study.results"));
    m_sorted->setSourceModel(m_rows);
    m_sorted->setSortRole(StudyTableModel::kSortRole);
    build();
    connect(&watch, &StudyWatch::changed, this, &StudyResults::refresh);
    connect(&control, &StudyControl::changed, this, &StudyResults::refreshHead);
    connect(m_queue, &QAbstractItemModel::dataChanged, this, &StudyResults::refreshHead);
    refresh();
}

Plot* StudyResults::plot() const {
    return m_chart->plot();
}

void StudyResults::build() {
    auto* head = buildHead(); // in reading order, which is that of the Tab key
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    auto* line = new QHBoxLayout;
    auto* label = new QLabel(tr("Compared method"), content);
    m_compared = new QComboBox(content);
    m_compared->setObjectName(QStringLiteral("study.compared"));
    m_compared->setAccessibleName(tr("Compared method"));
    m_compared->setToolTip(tr("The method that all others are compared with"));
    m_compared->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_compared->setMinimumContentsLength(8);
    label->setBuddy(m_compared);
    line->addWidget(label);
    line->addWidget(m_compared, 1);
    column->addLayout(line);
    m_pages = new QTabWidget(content);
    m_pages->setObjectName(QStringLiteral("study.pages"));
    m_pages->setDocumentMode(true);
    m_pages->setAccessibleName(tr("Results"));
    m_pages->addTab(buildTable(), tr("Table"));
    m_pages->addTab(buildSummary(), tr("Summary"));
    m_leftOut = makeText(QStringLiteral("study.left-out"), tr("Left out"), m_pages);
    m_leftOut->setAccessibleDescription(
        tr("Runs that have ended and are in no figure of this study, with the reason."));
    m_pages->addTab(m_leftOut, tr("Left out"));
    m_pages->setTabToolTip(kLeftOutPage, m_leftOut->accessibleDescription());
    column->addWidget(m_pages, 1);
    column->addWidget(buildButtons());

    m_empty =
        new EmptyState(tr("Run the study to see its methods compared here."), tr("Run"), this);
    m_empty->setObjectName(QStringLiteral("study.empty"));
    connect(m_empty, &EmptyState::activated, &m_control, &StudyControl::run);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    layout->setSpacing(kSpace);
    layout->addWidget(head);
    layout->addWidget(m_stack, 1);
    connect(m_compared, &QComboBox::activated, this,
            [this] { m_watch.compareWith(m_compared->currentText().toStdString()); });
}

QWidget* StudyResults::buildHead() {
    auto* head = new QWidget(this);
    m_counts = new QLabel(head);
    m_counts->setObjectName(QStringLiteral("study.counts"));
    m_counts->setWordWrap(true);
    m_bar = new QProgressBar(head);
    m_bar->setObjectName(QStringLiteral("study.progress"));
    m_bar->setAccessibleName(tr("Progress of the study"));
    m_bar->setRange(0, kPermille);
    m_bar->setTextVisible(false);
    m_time = new QLabel(head);
    m_time->setObjectName(QStringLiteral("study.time"));
    m_time->setWordWrap(true);
    m_cancel =
        makeButton(QStringLiteral("study.cancel"), tr("Cancel"), QStringLiteral("stop"), head);
    m_cancel->setAccessibleName(tr("Cancel the study"));
    connect(m_cancel, &QPushButton::clicked, &m_control, &StudyControl::cancel);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpace / 2);
    layout->addWidget(m_counts);
    auto* line = new QHBoxLayout;
    line->addWidget(m_bar, 1);
    line->addWidget(m_cancel);
    layout->addLayout(line);
    layout->addWidget(m_time);
    return head;
}

QWidget* StudyResults::buildTable() {
    m_table = new QTableView(m_pages);
    m_table->setObjectName(QStringLiteral("study.table"));
    m_table->setAccessibleName(tr("Methods by pair"));
    m_table->setAccessibleDescription(
        tr("A row for each method on each pair of networks. Enter shows its runs in the views."));
    m_table->setModel(m_sorted);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(
        std::max(24, m_table->fontMetrics().height() + kSpace));
    auto* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setAccessibleName(tr("Columns"));
    // In the order of the recipe until somebody wants another one.
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    connect(m_table, &QAbstractItemView::activated, this, &StudyResults::onActivated);
    return m_table;
}

QWidget* StudyResults::buildSummary() {
    auto* page = new QWidget;
    m_settingLine = new QWidget(page);
    auto* label = new QLabel(tr("Setting"), m_settingLine);
    m_setting = new QComboBox(m_settingLine);
    m_setting->setObjectName(QStringLiteral("study.setting"));
    m_setting->setAccessibleName(tr("Setting"));
    m_setting->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_setting->setMinimumContentsLength(8);
    label->setBuddy(m_setting);
    auto* line = new QHBoxLayout(m_settingLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(label);
    line->addWidget(m_setting, 1);
    auto* halves = new QSplitter(Qt::Vertical, page);
    m_chart = new PlotFrame(
        kChart, PlotContext{m_services.selection, m_services.theme, &m_services.analyst}, halves);
    connect(m_chart, &PlotFrame::exportRequested, this, &StudyResults::plotExportRequested);
    m_words = makeText(QStringLiteral("study.findings"), tr("Findings"), halves);
    m_chart->setMinimumHeight(kLeastChartHeight);
    halves->addWidget(m_chart);
    halves->addWidget(m_words);
    halves->setChildrenCollapsible(false);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, kSpace / 2, 0, 0);
    layout->addWidget(m_settingLine);
    layout->addWidget(halves, 1);
    connect(m_setting, &QComboBox::activated, this, &StudyResults::refreshWords);
    // Where there is little room, the page scrolls.
    auto* area = new QScrollArea(m_pages);
    area->setObjectName(QStringLiteral("study.summary"));
    area->setAccessibleName(tr("Summary"));
    area->setFocusPolicy(Qt::NoFocus);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    area->setMinimumWidth(page->minimumSizeHint().width() +
                          area->verticalScrollBar()->sizeHint().width());
    return area;
}

QPushButton* StudyResults::makeButton(const QString& name, const QString& text,
                                      const QString& iconName, QWidget* parent) {
    auto* button = new QPushButton(icon(iconName), text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

QWidget* StudyResults::buildButtons() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char* name, const QString& text, const QString& help,
                         const char* iconName) {
        auto* button = makeButton(QLatin1String(name), text, QLatin1String(iconName), row);
        button->setToolTip(help);
        button->setAccessibleDescription(help);
        layout->addWidget(button);
        m_reports.push_back(button);
        return button;
    };
    connect(add("study.open-report", tr("Open report"),
                tr("Writes the report beside the store and opens it in the browser."), "eye"),
            &QPushButton::clicked, this, &StudyResults::pageRequested);
    const auto kind = [this](QPushButton* button, StudyReportKind kind) {
        connect(button, &QPushButton::clicked, this,
                [this, kind] { Q_EMIT reportRequested(kind); });
    };
    kind(add("study.report", tr("HTML…"), tr("Saves the report as one page."), "export"),
         StudyReportKind::Page);
    kind(add("study.tables", tr("LaTeX…"), tr("Saves the tables for a paper."), "export"),
         StudyReportKind::Tables);
    kind(add("study.numbers", tr("CSV…"), tr("Saves all figures as numbers."), "export"),
         StudyReportKind::Numbers);
    layout->addStretch(1);
    return row;
}

void StudyResults::refresh() {
    const auto& overview = m_watch.overview();
    const bool wasEmpty = m_rows->rowCount() == 0;
    m_rows->setOverview(overview);
    m_table->setColumnHidden(StudyTableModel::Setting, !overview || overview->settings.size() < 2);
    if (wasEmpty && m_rows->rowCount() > 0) {
        m_table->resizeColumnsToContents();
        auto* header = m_table->horizontalHeader();
        for (int column = 0; column < StudyTableModel::ColumnCount; ++column) {
            header->resizeSection(column,
                                  std::max(header->sectionSize(column),
                                           header->sectionSizeHint(column) + kColumnPadding / 2));
        }
    }
    refreshChoices();
    refreshWords();
    refreshHead();
}

void StudyResults::refreshHead() {
    const auto& overview = m_watch.overview();
    const auto* job = m_control.job();
    m_counts->setText(overview ? countsText(*overview) : QString());
    m_counts->setVisible(!m_counts->text().isEmpty());
    m_bar->setVisible(job != nullptr);
    m_cancel->setVisible(job != nullptr);
    m_time->setVisible(job != nullptr);
    m_cancel->setEnabled(job != nullptr && job->state != RunState::Cancelling);
    if (job != nullptr) {
        const auto row = m_queue->index(m_queue->rowOf(job->id));
        m_bar->setValue(qRound(kPermille * row.data(QueueModel::FractionRole).toDouble()));
        const auto time = row.data(QueueModel::TimeRole).toString();
        const auto stage = row.data(QueueModel::StageRole).toString();
        m_time->setText(time.isEmpty() ? stage : tr("%1, %2", "stage, time").arg(stage, time));
    }
    const bool any =
        overview && (overview->done > 0 || overview->failed > 0 || overview->running > 0);
    m_stack->setCurrentIndex(any || job != nullptr ? 0 : 1);
    m_empty->setButtonObstacle(m_control.reason());
    for (auto* button : m_reports) {
        button->setEnabled(overview && overview->done > 0 && m_control.hasGoodRecipe());
    }
}

QString StudyResults::countsText(const StudyOverview& overview) const {
    const QLocale locale;
    const auto number = [&](std::size_t count) {
        return locale.toString(static_cast<qulonglong>(count));
    };
    auto text = tr("%1 of %2 runs done, %3 failed, %4 waiting", "numbers")
                    .arg(number(overview.done), number(overview.asked), number(overview.failed),
                         number(overview.waiting()));
    if (overview.running > 0) {
        text = tr("%1, %n running", "", static_cast<int>(overview.running)).arg(text);
    }
    return overview.otherRuns > 0 ? tr("%1. %n run(s) of this study belong to another recipe.", "",
                                       static_cast<int>(overview.otherRuns))
                                        .arg(text)
                                  : tr("%1.", "sentence").arg(text);
}

void StudyResults::refreshChoices() {
    const auto& overview = m_watch.overview();
    QStringList methods, settings;
    if (overview) {
        for (const auto& method : overview->methods) {
            methods << fromUtf8(method);
        }
        for (const auto& setting : overview->settings) {
            settings << fromUtf8(setting);
        }
    }
    const auto fill = [](QComboBox& combo, const QStringList& texts) {
        QStringList present;
        for (int i = 0; i < combo.count(); ++i) {
            present << combo.itemText(i);
        }
        if (present != texts) {
            combo.clear();
            combo.addItems(texts);
        }
    };
    fill(*m_compared, methods);
    fill(*m_setting, settings);
    if (overview && !methods.isEmpty()) {
        m_compared->setCurrentIndex(static_cast<int>(overview->compared));
    }
    m_settingLine->setVisible(settings.size() > 1);
}

void StudyResults::refreshWords() {
    const auto& overview = m_watch.overview();
    const auto setting = static_cast<std::size_t>(std::max(0, m_setting->currentIndex()));
    static_cast<StudyChart*>(m_chart->plot())->setOverview(overview, setting);
    QStringList findings, leftOut;
    if (overview) {
        for (const auto& rival : overview->rivals) {
            if (rival.setting == setting) {
                findings << rivalText(rival, *overview);
            }
        }
        for (const auto& failure : overview->failures) {
            const auto where = overview->settings.size() > 1
                                   ? tr("%1, %2", "pair, setting")
                                         .arg(fromUtf8(overview->pairs[failure.pair]),
                                              fromUtf8(overview->settings[failure.setting]))
                                   : fromUtf8(overview->pairs[failure.pair]);
            leftOut << tr("%1, %2, seed %3: %4", "pair, method, seed, reason")
                           .arg(where, fromUtf8(overview->methods[failure.method]))
                           .arg(failure.seed)
                           .arg(fromUtf8(failure.reason));
        }
    }
    showText(*m_words, findings.isEmpty()
                           ? tr("What can be said about the methods will stand here.")
                           : findings.join(QLatin1Char('\n')));
    showText(*m_leftOut, leftOut.isEmpty() ? tr("No run has failed, and none is left out.")
                                           : leftOut.join(QLatin1Char('\n')));
    m_pages->setTabText(kLeftOutPage,
                        leftOut.isEmpty()
                            ? tr("Left out")
                            : tr("Left out (%1)").arg(QLocale().toString(leftOut.size())));
}

void StudyResults::onActivated(const QModelIndex& index) {
    const auto& runs = m_rows->at(m_sorted->mapToSource(index).row()).runs;
    if (!runs.empty()) {
        Q_EMIT runsChosen(runs);
    }
}

} // namespace tessera::ui
