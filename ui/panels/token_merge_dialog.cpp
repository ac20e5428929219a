#include "ui/panels/token_merge_dialog.h"

#include "ui/bridge/services.h"
#include "ui/models/token_trust.h"
#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <numeric>

namespace tessera::ui {

namespace {

constexpr QSize kSmallestSources{480, 100};
constexpr QSize kMergeSize{540, 480};
constexpr int kWeightWidth = 110;
constexpr int kMostTrimmed = 49; // percent at each end
constexpr int kUsuallyTrimmed = 10;

struct RuleText {
    TokenMerge::Rule rule;
    const char* name;
    const char* note;
};

constexpr std::array<RuleText, 5> kRules = {
    {{TokenMerge::Rule::Mean, QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog", "Mean"),
      QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog", "All tokens count the same.")},
     {TokenMerge::Rule::Weighted, QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog", "Weighted"),
      QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog",
                        "Each token counts as much as its weight says.")},
     {TokenMerge::Rule::Trimmed, QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog", "Trimmed mean"),
      QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog",
                        "In every number, the largest and the smallest are left out.")},
     {TokenMerge::Rule::Median, QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog", "Median"),
      QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog",
                        "In every number the middle one: a few bad tokens cannot move it.")},
     {TokenMerge::Rule::Robust, QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog", "Robust"),
      QT_TRANSLATE_NOOP("tessera::ui::TokenMergeDialog",
                        "The weighted mean of those that lie near the median.")}}};

} // namespace

TokenMergeDialog::TokenMergeDialog(Services& services, TokenMergeInput first, QWidget* parent)
    : FormDialog(QStringLiteral("mergeDialog"), tr("Merge tokens"), DialogSize::Free, parent),
      m_services(services) {
    build();
    addButtons(tr("Merge\u2026"));
    add(std::move(first));
    resize(kMergeSize);
}

void TokenMergeDialog::build() {
    addText(tr("The vectors of several tokens become one, number by number. They must come from "
               "one hub, or the result means nothing."));
    contents()->addWidget(buildList(), 1);
    auto* runs = new QPushButton(tr("Add a &run's token"), this);
    runs->setObjectName(QStringLiteral("merge.run"));
    auto* menu = new QMenu(runs);
    menu->setObjectName(QStringLiteral("merge.menu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        fillTokenMenu(*menu, m_services.library,
                      [this](const TokenSource& source) { read(source); });
    });
    runs->setMenu(menu);
    auto* file = new QPushButton(tr("Add a &file\u2026"), this);
    file->setObjectName(QStringLiteral("merge.file"));
    connect(file, &QPushButton::clicked, this, &TokenMergeDialog::addFromFile);
    m_remove = new QPushButton(tr("R&emove"), this);
    m_remove->setObjectName(QStringLiteral("merge.remove"));
    connect(m_remove, &QPushButton::clicked, this, &TokenMergeDialog::removeCurrent);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    for (auto* button : {runs, file, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    contents()->addLayout(row);
    buildRule();
}

QWidget* TokenMergeDialog::buildList() {
    m_list = new QTableWidget(0, ColumnCount, this);
    m_list->setObjectName(QStringLiteral("merge.list"));
    m_list->setAccessibleName(tr("Tokens to merge"));
    m_list->setHorizontalHeaderLabels({tr("Token"), tr("Weight")});
    m_list->verticalHeader()->hide();
    m_list->setTabKeyNavigation(false);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setMinimumSize(kSmallestSources);
    m_list->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_list->horizontalHeader()->resizeSection(Weight, kWeightWidth);
    connect(m_list, &QTableWidget::cellChanged, this, &TokenMergeDialog::refresh);
    connect(m_list, &QTableWidget::currentCellChanged, this, &TokenMergeDialog::refresh);
    return m_list;
}

void TokenMergeDialog::buildRule() {
    m_rule = new QComboBox(this);
    m_rule->setObjectName(QStringLiteral("merge.rule"));
    for (const auto& rule : kRules) {
        m_rule->addItem(tr(rule.name));
    }
    m_trim = new QSpinBox(this);
    m_trim->setObjectName(QStringLiteral("merge.trim"));
    m_trim->setRange(0, kMostTrimmed);
    m_trim->setValue(kUsuallyTrimmed);
    m_trim->setSuffix(tr(" %"));
    m_trimLabel = new QLabel(tr("&Left out at each end:"), this);
    m_trimLabel->setBuddy(m_trim);
    m_unit = new QCheckBox(tr("&Scale the result to length 1"), this);
    m_unit->setObjectName(QStringLiteral("merge.unit"));
    m_unit->setChecked(true);
    auto* form = new QFormLayout;
    form->setSpacing(kSpace);
    form->addRow(tr("R&ule:"), m_rule);
    form->addRow(m_trimLabel, m_trim);
    form->addRow(m_unit);
    contents()->addLayout(form);
    m_ruleNote = addNote(QStringLiteral("merge.note"));
    connect(m_rule, &QComboBox::currentIndexChanged, this, &TokenMergeDialog::refresh);
}

void TokenMergeDialog::addFromFile() {
    if (const auto file = m_services.dialogs.openFile(
            this, tr("Add a token"),
            {tr("Tokens (*.tbf *.safetensors *.json)"), tr("All files (*)")})) {
        read({fromUtf8(file->filename().string()), *file});
    }
}

void TokenMergeDialog::read(const TokenSource& source) {
    m_services.background.run(
        this, [&desk = m_services.tokens, file = source.file] { return desk.examine(file, {}); },
        [this, source](Result<TokenExamination> examination) {
            if (!examination) {
                m_refusal = tr("\u201C%1\u201D was not added. %2")
                                .arg(source.name, errorText(examination.error()));
                refresh();
                return;
            }
            onRead(source, std::move(*examination));
        });
}

void TokenMergeDialog::onRead(const TokenSource& source, TokenExamination examination) {
    if (!examination.content) {
        m_refusal = tr("\u201C%1\u201D was not added. %2")
                        .arg(source.name, trustOf(examination, {}).sentence);
        refresh();
        return;
    }
    add({source.name, std::make_shared<const TokenExamination>(std::move(examination))});
}

void TokenMergeDialog::add(TokenMergeInput input) {
    m_refusal.clear();
    const int row = m_list->rowCount();
    auto* name = new QTableWidgetItem(input.name);
    name->setFlags(name->flags() & ~Qt::ItemIsEditable);
    name->setToolTip(plainToolTip(input.name));
    auto* weight = new QTableWidgetItem;
    weight->setData(Qt::EditRole, 1.0);
    weight->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_inputs.push_back(std::move(input));
    m_list->insertRow(row);
    m_list->setItem(row, Name, name);
    m_list->setItem(row, Weight, weight);
    refresh();
}

void TokenMergeDialog::removeCurrent() {
    const int row = m_list->currentRow();
    if (row >= 0) {
        m_inputs.erase(m_inputs.begin() + row);
        m_list->removeRow(row);
        m_refusal.clear();
        refresh();
    }
}

TokenMerge::Rule TokenMergeDialog::rule() const {
    return kRules[static_cast<std::size_t>(m_rule->currentIndex())].rule;
}

bool TokenMergeDialog::hasWeights() const {
    return rule() == TokenMerge::Rule::Weighted || rule() == TokenMerge::Rule::Robust;
}

std::vector<double> TokenMergeDialog::weights() const {
    std::vector<double> weights;
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const auto* item = m_list->item(row, Weight);
        weights.push_back(item != nullptr ? item->data(Qt::EditRole).toDouble() : 1.0);
    }
    return weights;
}

TokenMerge TokenMergeDialog::how() const {
    TokenMerge how;
    how.rule = rule();
    how.weights = hasWeights() ? weights() : std::vector<double>();
    how.trimmedFraction = m_trim->value() / 100.0;
    how.unitLength = m_unit->isChecked();
    return how;
}

// Why they cannot be merged as they stand; empty: they can.
QString TokenMergeDialog::obstacle() const {
    if (!m_refusal.isEmpty() && m_inputs.size() < 2) {
        return m_refusal;
    }
    if (m_inputs.size() < 2) {
        return tr("Add at least two tokens.");
    }
    const auto lengthOf = [](const TokenMergeInput& input) {
        return input.examination->content->token.uhsVector.size();
    };
    const auto other = std::find_if(m_inputs.begin(), m_inputs.end(), [&](const auto& input) {
        return lengthOf(input) != lengthOf(m_inputs.front());
    });
    if (other != m_inputs.end()) {
        return tr("Only vectors of one length can be merged: \u201C%1\u201D has another one than "
                  "\u201C%2\u201D. Remove one of them.")
            .arg(other->name, m_inputs.front().name);
    }
    const auto given = weights();
    const bool isBad = std::any_of(given.begin(), given.end(), [](double w) { return w < 0.0; }) ||
                       std::accumulate(given.begin(), given.end(), 0.0) <= 0.0;
    return hasWeights() && isBad ? tr("Weights must be 0 or more, and not all 0.") : QString();
}

void TokenMergeDialog::refresh() {
    const auto& text = kRules[static_cast<std::size_t>(m_rule->currentIndex())];
    setNote(m_ruleNote, m_refusal.isEmpty() || m_inputs.size() < 2 ? tr(text.note) : m_refusal);
    const bool isTrimmed = rule() == TokenMerge::Rule::Trimmed;
    m_trim->setVisible(isTrimmed);
    m_trimLabel->setVisible(isTrimmed);
    m_list->setColumnHidden(Weight, !hasWeights());
    m_remove->setEnabled(m_list->currentRow() >= 0);
    setProblem(obstacle());
}

} // namespace tessera::ui
