#include "ui/panels/token_compare_panel.h"

#include "ui/bridge/services.h"
#include "ui/models/token_rows.h"
#include "ui/models/token_trust.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/plot.h"
#include "ui/plots/vector_plots.h"
#include "ui/strings/strings.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/focus_order.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr qsizetype kNameLetters = 24; // of a token in legends and headers

struct TokenComparePanelWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

QString countText(std::size_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString shortName(const QString& name) {
    return name.size() > kNameLetters ? name.left(kNameLetters) + QStringLiteral("\u2026") : name;
}

QString sideText(const Metadata& value) {
    return value.is_null() ? QStringLiteral("\u2014") : metadataText(value);
}

} // namespace

TokenComparePanel::TokenComparePanel(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services) {
    build();
    setToken(nullptr, {});
}

void TokenComparePanel::build() {
    auto* buttons = buildButtons();
    m_figures = new QLabel(this);
    m_figures->setObjectName(QStringLiteral("compare.figures"));
    m_figures->setAccessibleName(tr("How far the vectors are apart"));
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setWordWrap(true);
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("compare.empty"));
    buildTabs();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tabs);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    layout->setSpacing(kSpace);
    layout->addWidget(buttons);
    layout->addWidget(m_figures);
    layout->addWidget(m_stack, 1);
}

void TokenComparePanel::buildTabs() {
    m_tabs = new QTabWidget(m_stack);
    m_tabs->setObjectName(QStringLiteral("compare.tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the comparison"));
    m_fields = new QTreeWidget(m_tabs);
    m_fields->setObjectName(QStringLiteral("compare.fields"));
    m_fields->setAccessibleName(tr("Fields that differ"));
    m_fields->setRootIsDecorated(false);
    m_fields->setAlternatingRowColors(true);
    m_fields->setUniformRowHeights(true);
    m_fields->setColumnCount(3);
    m_plotPage = new QWidget(m_tabs);
    auto* plotLayout = new QVBoxLayout(m_plotPage);
    plotLayout->setContentsMargins(0, 0, 0, 0);
    m_tabs->addTab(m_fields, QString());
    m_tabs->addTab(m_plotPage, tr("Vectors"));
}

VectorPlots& TokenComparePanel::vectorPlots() {
    if (m_plots == nullptr) {
        m_plots = new VectorPlots(m_services.theme, m_plotPage);
        m_plotPage->layout()->addWidget(m_plots);
        insertInTabOrder(m_tabs->tabBar(), m_plots);
        connect(m_plots, &VectorPlots::exportRequested, this, &TokenComparePanel::exportRequested);
    }
    return *m_plots;
}

QWidget* TokenComparePanel::buildButtons() {
    auto* bar = new ControlsBar(this);
    const auto add = [&](const char* name, const QString& text, const QIcon& symbol) {
        auto* button = new QToolButton(bar);
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setIcon(symbol);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        bar->add(button);
        return button;
    };
    auto* runs = add("compare.run", tr("With a run's token"), icon("runs"));
    auto* menu = new QMenu(runs);
    menu->setObjectName(QStringLiteral("compare.menu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        fillTokenMenu(*menu, m_services.library,
                      [this](const TokenSource& source) { compareWith(source); });
    });
    runs->setMenu(menu);
    runs->setPopupMode(QToolButton::InstantPopup);
    auto* file = add("compare.file", tr("With a file\u2026"), icon("open"));
    connect(file, &QToolButton::clicked, this, &TokenComparePanel::chooseFile);
    return bar;
}

void TokenComparePanel::setToken(const TokenExaminationPtr& token, const QString& name) {
    m_token = token;
    m_name = name;
    setEnabled(token != nullptr && token->content.has_value());
    compare();
}

void TokenComparePanel::compareWith(const TokenSource& other) {
    m_other = other;
    compare();
}

void TokenComparePanel::chooseFile() {
    if (const auto file = m_services.dialogs.openFile(
            this, tr("Compare with a token"),
            {tr("Tokens (*.tbf *.safetensors *.json)"), tr("All files (*)")})) {
        compareWith({fromUtf8(file->filename().string()), *file});
    }
}

void TokenComparePanel::showNothing(const QString& sentence) {
    m_empty->setSentence(sentence);
    m_stack->setCurrentWidget(m_empty);
    m_figures->clear();
    m_figures->hide();
    m_fields->clear();
    if (m_plots != nullptr) {
        m_plots->clear();
    }
}

TokenComparePanel::Outcome TokenComparePanel::Outcome::failed(const Error& error) {
    return {errorText(error), {}, {}};
}

void TokenComparePanel::compare() {
    const auto round = ++m_round;
    if (m_token == nullptr || !m_token->content) {
        showNothing(tr("A token that can be read can be compared with another one."));
        return;
    }
    if (!m_other) {
        showNothing(tr("Choose a second token to see in which fields the two differ, and how far "
                       "their vectors are apart."));
        return;
    }
    showNothing(tr("The tokens are being compared."));
    m_services.background.run(
        this,
        [&desk = m_services.tokens, token = m_token, file = m_other->file]() -> Outcome {
            TokenReadOptions options;
            options.unverified = true; // to look at; that is said where a token is opened
            auto other = desk.examine(file, options);
            if (!other) {
                return Outcome::failed(other.error());
            }
            if (!other->content) {
                return {trustOf(*other, options).sentence, {}, {}};
            }
            auto difference = desk.compare(token->content->token, other->content->token);
            return {std::nullopt, std::move(difference),
                    std::move(other->content->token.uhsVector)};
        },
        [this, round](const Outcome& outcome) {
            if (round == m_round) {
                showOutcome(outcome);
            }
        });
}

void TokenComparePanel::showOutcome(const Outcome& outcome) {
    if (outcome.problem) {
        showNothing(
            tr("\u201C%1\u201D cannot be compared. %2").arg(m_other->name, *outcome.problem));
        return;
    }
    const auto& difference = outcome.difference;
    m_figures->setText(figures(difference));
    m_figures->show();
    m_fields->setHeaderLabels({tr("Field"), shortName(m_name), shortName(m_other->name)});
    for (const auto& field : difference.fields) {
        auto* item = new QTreeWidgetItem(
            m_fields, {fromUtf8(field.key), sideText(field.left), sideText(field.right)});
        for (int column = 0; column < m_fields->columnCount(); ++column) {
            item->setToolTip(column, plainToolTip(item->text(column)));
        }
    }
    m_fields->resizeColumnToContents(0);
    m_tabs->setTabText(0, tr("Fields (%1)").arg(countText(difference.fields.size())));
    vectorPlots().setNames(shortName(m_name), shortName(m_other->name));
    m_plots->setPair(m_token->content->token.uhsVector, outcome.other);
    m_stack->setCurrentWidget(m_tabs);
}

QString TokenComparePanel::figures(const TokenDifference& difference) const {
    const auto against = tr("Compared with \u201C%1\u201D.").arg(m_other->name);
    const auto fields = difference.fields.empty() ? tr("No field differs.")
                                                  : tr("%n field(s) differ.", "",
                                                       static_cast<int>(difference.fields.size()));
    return against + QLatin1Char(' ') + fields + QLatin1Char(' ') +
           vectorDifferenceText(difference);
}

std::vector<Plot*> TokenComparePanel::plots() const {
    const bool shown = m_plots != nullptr && m_stack->currentWidget() == m_tabs &&
                       m_tabs->currentWidget() == m_plotPage;
    return shown ? m_plots->plots() : std::vector<Plot*>();
}

QString vectorDifferenceText(const TokenDifference& difference) {
    if (difference.leftCount != difference.rightCount) {
        return TokenComparePanelWords::tr(
                   "The vectors cannot be compared: one has %1 numbers, the other %2.")
            .arg(countText(difference.leftCount), countText(difference.rightCount));
    }
    if (difference.differing == 0) {
        return TokenComparePanelWords::tr("The vectors are the same, bit for bit.");
    }
    return TokenComparePanelWords::tr(
               "The vectors differ in %1 of %2 numbers: cosine %3, distance %4, largest "
               "difference %5, lengths %6 and %7.")
        .arg(countText(difference.differing), countText(difference.leftCount),
             numberText(difference.cosine), numberText(difference.distance),
             numberText(difference.largest), numberText(difference.leftNorm),
             numberText(difference.rightNorm));
}

} // namespace tessera::ui
