#include "ui/panels/network_tables.h"

#include "ui/models/network_text.h"
#include "ui/strings/strings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kOperatorWidth = 220;
constexpr int kGuessRole = Qt::UserRole;

QLabel* addSentence(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QTreeWidget* addTree(const char* name, const QString& accessibleName, QWidget* parent) {
    auto* tree = new QTreeWidget(parent);
    tree->setObjectName(QLatin1String(name));
    tree->setAccessibleName(accessibleName);
    tree->setUniformRowHeights(true);
    tree->setAlternatingRowColors(true);
    return tree;
}

void stack(QWidget* page, std::initializer_list<QWidget*> widgets) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    column->setSpacing(kSpace);
    for (auto* widget : widgets) {
        column->addWidget(widget);
    }
}

} // namespace

OperatorList::OperatorList(QWidget* parent)
    : QWidget(parent), m_verdict(addSentence("operators.verdict", this)),
      m_list(addTree("operators.list", tr("Operators of the network"), this)) {
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Operator"), tr("Uses"), tr("Allowed"), tr("First use")});
    m_list->headerItem()->setTextAlignment(Uses, Qt::AlignRight | Qt::AlignVCenter);
    m_list->header()->resizeSection(Operator, kOperatorWidth);
    stack(this, {m_verdict, m_list});
}

void OperatorList::setOperators(std::vector<NetworkOperator> operators) {
    std::stable_sort(operators.begin(), operators.end(),
                     [](const auto& a, const auto& b) { return !a.allowed && b.allowed; });
    const auto refused = std::count_if(operators.begin(), operators.end(),
                                       [](const auto& each) { return !each.allowed; });
    m_list->clear();
    for (const auto& each : operators) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(Operator, fromUtf8(each.name));
        item->setText(Uses, countText(each.uses));
        item->setTextAlignment(Uses, Qt::AlignRight | Qt::AlignVCenter);
        // The sign and the word say it, not a colour.
        item->setIcon(Allowed, icon(each.allowed ? "check" : "error"));
        item->setText(Allowed, each.allowed ? tr("allowed") : tr("refused"));
        item->setText(Place, fromUtf8(each.place));
        for (const int column : {Operator, Place}) {
            item->setToolTip(column, plainToolTip(item->text(column)));
        }
    }
    m_verdict->setText(
        refused == 0
            ? tr("All operators are allowed: they compute with tensors and plain values only.")
            : tr("%Ln operator(s) are refused: they reach outside of the network's tensors, or are "
                 "not PyTorch's own. Export the network without them.",
                 "", static_cast<int>(refused)));
}

StateList::StateList(QWidget* parent)
    : QWidget(parent), m_verdict(addSentence("state.verdict", this)),
      m_list(addTree("state.list", tr("Tensors and architectures"), this)),
      m_use(new QPushButton(tr("Use this &architecture"), this)) {
    m_list->setHeaderHidden(true);
    m_use->setObjectName(QStringLiteral("state.use"));
    m_use->setAutoDefault(false);
    stack(this, {m_verdict, m_list, m_use});
    layout()->setAlignment(m_use, Qt::AlignLeading);
    connect(m_list, &QTreeWidget::currentItemChanged, this,
            [this] { m_use->setEnabled(currentGuess() >= 0); });
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const int guess = currentGuess(); guess >= 0) {
            // A copy: the answer to it brings another list.
            const auto architecture = m_state.guesses[static_cast<std::size_t>(guess)];
            Q_EMIT architectureChosen(architecture);
        }
    });
}

void StateList::setState(const StateReport& state) {
    m_state = state;
    m_list->clear();
    addGuesses();
    addGroup(tr("Missing: %Ln tensor(s)", "", static_cast<int>(state.missing.size())),
             state.missing);
    addGroup(tr("Unexpected: %Ln tensor(s)", "", static_cast<int>(state.unexpected.size())),
             state.unexpected);
    addGroup(tr("Of another shape: %Ln tensor(s)", "", static_cast<int>(state.misshapen.size())),
             state.misshapen);
    m_list->expandAll();
    m_use->setEnabled(false);
    const auto classes = state.guessedClasses
                             ? tr("The head has %Ln class(es).", "", *state.guessedClasses)
                             : tr("There is no head among the tensors.");
    m_verdict->setText(
        state.strippedPrefix.empty()
            ? classes
            : tr("The names of all tensors began with \u201C%1\u201D, which was taken off. %2")
                  .arg(fromUtf8(state.strippedPrefix), classes));
}

void StateList::addGroup(const QString& title, const std::vector<std::string>& names) {
    if (names.empty()) {
        return;
    }
    auto* group = new QTreeWidgetItem(m_list, {title});
    for (const auto& name : names) {
        auto* item = new QTreeWidgetItem(group, {fromUtf8(name)});
        item->setToolTip(0, plainToolTip(fromUtf8(name)));
    }
}

void StateList::addGuesses() {
    auto* group = new QTreeWidgetItem(m_list, {m_state.guesses.empty()
                                                   ? tr("No architecture of this program fits")
                                                   : tr("Architectures that fit, the best first")});
    for (std::size_t i = 0; i < m_state.guesses.size(); ++i) {
        auto* item = new QTreeWidgetItem(group, {recipeText(m_state.guesses[i])});
        item->setData(0, kGuessRole, static_cast<int>(i));
        item->setToolTip(0, item->text(0));
    }
}

int StateList::currentGuess() const {
    const auto* item = m_list->currentItem();
    const auto guess = item != nullptr ? item->data(0, kGuessRole) : QVariant();
    return guess.isValid() ? guess.toInt() : -1;
}

} // namespace tessera::ui
