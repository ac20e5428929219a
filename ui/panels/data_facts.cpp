#include "ui/panels/data_facts.h"

#include "ui/models/network_text.h"
#include "ui/panels/sample_strip.h"
#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kStripHeight = 176; // two rows of samples with their names
constexpr int kTableHeight = 120;
constexpr int kWidestPlace = 200;
constexpr std::size_t kMostWarnings = 4;

QTableWidget* makeTable(const char* name, const QString& accessibleName, const QStringList& headers,
                        QWidget* parent) {
    auto* table = new QTableWidget(0, static_cast<int>(headers.size()), parent);
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(accessibleName);
    table->setHorizontalHeaderLabels(headers);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + kSpace);
    table->setMinimumHeight(kTableHeight);
    return table;
}

void setCell(QTableWidget& table, int row, int column, const QString& text,
             Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter) {
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(alignment);
    item->setToolTip(plainToolTip(text));
    table.setItem(row, column, item);
}

} // namespace

QString dataSummary(const DataDescription& description) {
    QStringList parts = {
        DataFacts::tr("%Ln sample(s)", "", static_cast<int>(description.samples)),
        DataFacts::tr("%Ln class(es)", "", static_cast<int>(description.classes.size())),
        inputText(description.input)};
    if (description.droppedCount > 0) {
        parts << DataFacts::tr("%Ln left out", "", static_cast<int>(description.droppedCount));
    }
    return parts.join(QStringLiteral(", "));
}

QString dataFailureText(const DataSpec& spec, const Error& error) {
    const auto path = spec.file.has_filename() ? spec.file.filename() : spec.file;
    const auto name = fromUtf8(spec.file.empty() ? spec.name : path.string());
    auto reason = fromUtf8(error.detail).trimmed();
    if (reason.startsWith(name + QStringLiteral(": "))) {
        reason.remove(0, name.size() + 2);
    }
    while (reason.endsWith(QLatin1Char('.'))) { // the core's sentences have it sometimes
        reason.chop(1);
    }
    return DataFacts::tr("“%1” cannot be read: %2.").arg(name, reason);
}

DataFacts::DataFacts(QWidget* parent)
    : QWidget(parent), m_summary(new QLabel(this)), m_warnings(new QLabel(this)),
      m_samples(new SampleStrip(this)), m_tabs(new QTabWidget(this)),
      m_classes(makeTable("dataFacts.classes", tr("Classes"), {tr("Class"), tr("Samples")}, this)),
      m_dropped(makeTable("dataFacts.dropped", tr("What was left out"), {tr("Place"), tr("Reason")},
                          this)),
      m_columns(makeTable("dataFacts.columns", tr("Columns of the file"),
                          {tr("Column"), tr("Holds"), tr("Different values")}, this)) {
    for (auto* label : {m_summary, m_warnings}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_summary->setObjectName("dataFacts.summary");
    m_warnings->setObjectName("dataFacts.warnings");
    auto* scroll = new QScrollArea(this); // names of classes may be long
    scroll->setObjectName("dataFacts.samples");
    scroll->setAccessibleName(tr("Samples"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_samples);
    scroll->setFixedHeight(kStripHeight);
    scroll->setFocusPolicy(Qt::NoFocus);
    connect(scroll->horizontalScrollBar(), &QScrollBar::rangeChanged, scroll,
            [scroll](int, int most) { // the arrow keys reach what is out of sight
                scroll->setFocusPolicy(most > 0 ? Qt::StrongFocus : Qt::NoFocus);
            });
    m_tabs->setObjectName("dataFacts.tabs");
    m_tabs->setAccessibleName(tr("Facts about the data"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_summary);
    column->addWidget(m_warnings);
    column->addWidget(scroll);
    column->addWidget(m_tabs, 1);
    for (auto* table : {m_classes, m_columns}) { // numbers stand at the end, near their names
        table->horizontalHeader()->setStretchLastSection(false);
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        table->horizontalHeaderItem(table->columnCount() - 1)
            ->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    m_tabs->addTab(m_classes, tr("Classes"));
    m_tabs->addTab(m_dropped, tr("Left out"));
    m_tabs->addTab(m_columns, tr("Columns"));
    setDescription(nullptr);
}

void DataFacts::setDescription(const DataDescription* description) {
    const DataDescription nothing;
    const auto& about = description != nullptr ? *description : nothing;
    m_samples->setSamples(description);
    m_warnings->hide();
    if (description == nullptr) {
        m_summary->setText(tr("Samples, classes and what was left out are shown here as soon as "
                              "the data have been read."));
    } else {
        m_summary->setText(tr("%1: %2. Numbers from %3 to %4, %5 in memory.")
                               .arg(fromUtf8(about.format), dataSummary(about),
                                    numberText(about.smallest), numberText(about.largest),
                                    bytesText(about.bytes)));
        QStringList warnings;
        for (std::size_t i = 0; i < about.warnings.size() && i < kMostWarnings; ++i) {
            warnings << fromUtf8(about.warnings[i]);
        }
        if (about.warnings.size() > kMostWarnings) {
            warnings << tr("and %n more", "",
                           static_cast<int>(about.warnings.size() - kMostWarnings));
        }
        m_warnings->setText(warnings.join('\n'));
        m_warnings->setVisible(!warnings.isEmpty());
    }
    fillClasses(about);
    fillDropped(about);
    fillColumns(about);
    m_tabs->setTabText(1, about.droppedCount > 0
                              ? tr("Left out (%1)").arg(countText(about.droppedCount))
                              : tr("Left out"));
    m_tabs->setTabVisible(2, !about.columns.empty() || !about.arrays.empty());
}

void DataFacts::fillClasses(const DataDescription& description) {
    m_classes->setRowCount(static_cast<int>(description.classes.size()));
    for (int row = 0; row < m_classes->rowCount(); ++row) {
        const auto& each = description.classes[static_cast<std::size_t>(row)];
        setCell(*m_classes, row, 0, fromUtf8(each.name));
        setCell(*m_classes, row, 1, countText(each.count), Qt::AlignTrailing | Qt::AlignVCenter);
    }
}

void DataFacts::fillDropped(const DataDescription& description) {
    const auto listed = static_cast<int>(description.dropped.size());
    const auto more = description.droppedCount - listed;
    m_dropped->setRowCount(listed + (more > 0 ? 1 : 0));
    for (int row = 0; row < listed; ++row) {
        const auto& each = description.dropped[static_cast<std::size_t>(row)];
        setCell(*m_dropped, row, 0, fromUtf8(each.place));
        setCell(*m_dropped, row, 1, fromUtf8(each.reason));
    }
    if (more > 0) {
        setCell(*m_dropped, listed, 0, tr("%Ln more", "", static_cast<int>(more)));
        setCell(*m_dropped, listed, 1, tr("counted, but not listed"));
    }
    m_dropped->resizeColumnToContents(0);
    m_dropped->setColumnWidth(0, std::min(m_dropped->columnWidth(0), kWidestPlace));
}

// Of a table its columns, of an archive its arrays.
void DataFacts::fillColumns(const DataDescription& description) {
    const bool table = !description.columns.empty();
    const auto count = table ? description.columns.size() : description.arrays.size();
    m_tabs->setTabText(2, table ? tr("Columns") : tr("Arrays"));
    m_columns->horizontalHeaderItem(0)->setText(table ? tr("Column") : tr("Arrays"));
    m_columns->setColumnHidden(2, !table);
    m_columns->setRowCount(static_cast<int>(count));
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (!table) {
            const auto& text = description.arrays[at];
            const auto colon = text.rfind(": ");
            setCell(*m_columns, row, 0, fromUtf8(text.substr(0, colon)));
            setCell(*m_columns, row, 1,
                    colon == std::string::npos ? QString() : fromUtf8(text.substr(colon + 2)));
            continue;
        }
        const auto& column = description.columns[at];
        setCell(*m_columns, row, 0, fromUtf8(column.name));
        setCell(*m_columns, row, 1,
                column.constant  ? tr("one value")
                : column.numeric ? tr("numbers")
                                 : tr("text"));
        setCell(*m_columns, row, 2, countText(static_cast<std::int64_t>(column.different)),
                Qt::AlignTrailing | Qt::AlignVCenter);
    }
}

} // namespace tessera::ui
