#include "ui/panels/network_dialog.h"

#include "ui/bridge/described_network.h"
#include "ui/bridge/services.h"
#include "ui/models/network_model.h"
#include "ui/models/network_text.h"
#include "ui/panels/module_tree.h"
#include "ui/panels/network_facts.h"
#include "ui/panels/network_options.h"
#include "ui/panels/network_tables.h"
#include "ui/panels/reading_bar.h"
#include "ui/strings/strings.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/measures.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kIconSize = 16;
constexpr int kTreeWidth = 280;
constexpr QSize kNetworkSize{980, 600};

} // namespace

NetworkDialog::NetworkDialog(NetworkRole role, Services& services, DescribedNetwork& described,
                             QWidget* parent)
    : FormDialog(QStringLiteral("networkDialog"),
                 role == NetworkRole::Source ? tr("Inside the source") : tr("Inside the receiver"),
                 DialogSize::Free, parent),
      m_role(role), m_services(services), m_described(described) {
    buildHead();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(2 * kSpace);
    middle->addWidget(buildSide());
    middle->addWidget(buildTabs(), 1);
    contents()->addLayout(middle, 1);
    addButtons(tr("Apply"));
    connect(&m_described, &DescribedNetwork::changed, this, &NetworkDialog::refresh);
    connect(&services.data, &DescribedData::changed, this, &NetworkDialog::tryIt);
    refreshTabs();
    tryIt();
    refresh();
    resize(kNetworkSize);
}

const NetworkSpec& NetworkDialog::spec() const {
    return m_options->spec();
}

void NetworkDialog::buildHead() {
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("network.title"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    auto font = m_title->font();
    font.setPointSizeF(kTitleSize * font.pointSizeF());
    m_title->setFont(font);
    contents()->addWidget(m_title);

    m_notice = new QWidget(this);
    m_noticeText = new QLabel(m_notice);
    m_noticeText->setObjectName(QStringLiteral("network.notice"));
    m_noticeText->setTextFormat(Qt::PlainText);
    m_noticeText->setWordWrap(true);
    m_noticeText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(new IconLabel(QStringLiteral("error"), kIconSize, m_notice), 0, Qt::AlignTop);
    row->addWidget(m_noticeText, 1);
    contents()->addWidget(m_notice);
    contents()->addWidget(new ReadingBar(QStringLiteral("network.reading"), m_described, this));
}

QWidget* NetworkDialog::buildSide() {
    auto* side = new QWidget(this);
    side->setFixedWidth(kTreeWidth);
    m_facts = new NetworkFacts(side);
    m_options =
        new NetworkOptions(m_role, networkOf(m_services.experiment.experiment(), m_role), side);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_facts, 1);
    column->addWidget(m_options);
    connect(m_options, &NetworkOptions::changed, this, [this] {
        m_modules->model().setFrozen(spec().freeze);
        tryIt();
        refresh();
    });
    return side;
}

QWidget* NetworkDialog::buildTabs() {
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("network.tabs"));
    m_tabs->setAccessibleName(tr("Parts of the network"));
    m_modules = new ModuleTree(m_tabs);
    m_operators = new OperatorList(m_tabs);
    m_attributes = new QListWidget(m_tabs);
    m_attributes->setObjectName(QStringLiteral("network.attributes"));
    m_attributes->setAccessibleName(tr("Attributes of the network's modules"));
    m_attributes->setUniformItemSizes(true);
    m_state = new StateList(m_tabs);
    m_tabs->addTab(m_modules, tr("Modules"));
    m_tabs->addTab(m_operators, tr("Operators"));
    m_tabs->addTab(m_attributes, tr("Attributes"));
    m_tabs->addTab(m_state, tr("State"));
    connect(m_modules, &ModuleTree::currentChanged, this,
            [this] { m_options->setCurrent(m_modules->current()); });
    connect(&m_modules->model(), &NetworkModel::frozenChanged, this, [this] {
        m_options->setFrozen(m_modules->model().frozen());
        tryIt();
        refresh();
    });
    connect(m_state, &StateList::architectureChosen, this, [this](const ArchitectureSpec& chosen) {
        m_options->setArchitecture(chosen);
        tryIt();
    });
    m_modules->model().setFrozen(spec().freeze);
    return m_tabs;
}

void NetworkDialog::tryIt() {
    m_described.describe(spec(), m_services.data.input(), m_services.data.classes());
}

void NetworkDialog::refresh() {
    const auto about = m_described.description();
    m_title->setText(title());
    if (about != m_shown) {
        m_shown = about;
        refreshTabs();
    }
    if (m_shown != nullptr) {
        m_facts->setNetwork(*m_shown, spec(), referenceSamples());
    } else {
        m_facts->clear();
    }
    refreshOptions();
    refreshNotice();
}

void NetworkDialog::refreshTabs() {
    const NetworkDescription nothing;
    const auto& about = m_shown != nullptr ? *m_shown : nothing;
    m_modules->setModules(about.modules);
    m_operators->setOperators(about.operators);
    m_attributes->clear();
    for (const auto& attribute : about.attributes) {
        m_attributes->addItem(fromUtf8(attribute));
    }
    m_state->setState(about.state.value_or(StateReport()));
    m_tabs->setTabVisible(m_tabs->indexOf(m_operators), !about.operators.empty());
    m_tabs->setTabVisible(m_tabs->indexOf(m_attributes), !about.attributes.empty());
    m_tabs->setTabVisible(m_tabs->indexOf(m_state), about.state.has_value());
}

void NetworkDialog::refreshOptions() {
    m_options->setNetwork(m_shown.get());
    m_options->setCurrent(m_modules->current());
    m_modules->model().setFreezing(m_options->canFreeze() ? NetworkModel::Freezing::Offered
                                                          : NetworkModel::Freezing::NotOffered);
    m_modules->model().setFrozen(spec().freeze);
    setProblem(m_options->canFreeze() && m_modules->model().isAllFrozen()
                   ? tr("All modules are frozen, so that nothing would learn. Thaw some of them.")
                   : QString());
}

void NetworkDialog::refreshNotice() {
    m_noticeText->setText(obstacle());
    m_notice->setVisible(!m_noticeText->text().isEmpty());
}

QString NetworkDialog::title() const {
    const auto name = !spec().file.empty() ? fromUtf8(spec().file.filename().string())
                                           : fromUtf8(m_services.documents.networkLabel(spec()));
    const auto about = m_described.description();
    return about != nullptr ? tr("%1: %2").arg(name, networkSummary(*about)) : name;
}

QString NetworkDialog::obstacle() const {
    switch (m_described.state()) {
    case DescribedNetwork::State::Failed:
        return networkFailureText(spec(), *m_described.failure());
    case DescribedNetwork::State::Known:
        return networkObstacle(*m_described.description(),
                               {m_role, spec(), m_services.data.input(), m_services.data.classes(),
                                m_services.experiment.experiment().data.mismatch});
    case DescribedNetwork::State::Nothing:
    case DescribedNetwork::State::Reading:
    case DescribedNetwork::State::Stopped:
        break;
    }
    return {};
}

// Of the experiment as it stands; 0: not known.
std::int64_t NetworkDialog::referenceSamples() const {
    const auto& data = m_services.experiment.experiment().data;
    if (!data.splits.isDefault()) {
        return data.splits.reference;
    }
    if (const auto about = m_services.data.description()) {
        return about->defaultSplits.reference;
    }
    const auto& engine = m_services.bridge.engine();
    if (!engine || !*engine || !data.file.empty()) {
        return 0;
    }
    const auto& sets = (*engine)->catalog.datasets;
    const auto found = std::find_if(sets.begin(), sets.end(),
                                    [&](const auto& set) { return set.id == data.name; });
    return found != sets.end() ? found->defaultSplits.reference : 0;
}

// Enter in the filter or in a list is no wish to be done.
void NetworkDialog::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && qobject_cast<QPushButton*>(focusWidget()) == nullptr) {
        event->accept();
        return;
    }
    FormDialog::keyPressEvent(event);
}

} // namespace tessera::ui
