#include "ui/panels/setup_panel.h"

#include "ui/bridge/services.h"
#include "ui/panels/data_card.h"
#include "ui/panels/network_card.h"
#include "ui/panels/transfer_card.h"
#include "ui/widgets/measures.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {} // namespace

SetupPanel::SetupPanel(Services& services, QAction* run, QWidget* parent)
    : QWidget(parent), m_services(services), m_scroll(new QScrollArea(this)),
      m_reason(new QLabel(this)) {
    auto* cards = new QWidget;
    m_source = new NetworkCard(NetworkRole::Source, services, cards);
    m_receiver = new NetworkCard(NetworkRole::Receiver, services, cards);
    m_data = new DataCard(services, cards);
    m_transfer = new TransferCard(services, cards);
    auto* stack = new QVBoxLayout(cards);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(kSpace);
    for (QWidget* card :
         std::initializer_list<QWidget*>{m_source, m_receiver, m_data, m_transfer}) {
        stack->addWidget(card);
    }
    stack->addStretch(1);

    m_scroll->setObjectName("setup.scroll");
    m_scroll->setAccessibleName(tr("Setup cards"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(cards);
    cards->installEventFilter(this);

    m_reason->setObjectName("setup.reason");
    m_reason->setWordWrap(true);
    m_runButton = new QPushButton(this); // after the cards, for the order of the Tab key
    m_runButton->setObjectName("setup.run");
    m_runButton->setDefault(false);
    m_runButton->setText(run->text().remove(QLatin1Char('&'))); // the menu has the letter
    m_runButton->setAccessibleName(m_runButton->text());
    connect(m_runButton, &QPushButton::clicked, run, &QAction::trigger);
    connect(run, &QAction::changed, this, [this, run] {
        m_runButton->setEnabled(run->isEnabled());
        m_runButton->setToolTip(run->toolTip());
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    layout->setSpacing(kSpace);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_reason);
    layout->addWidget(m_runButton);

    connect(&services.experiment, &ExperimentDocument::problemsChanged, this, &SetupPanel::refresh);
    connect(&services.bridge, &JobBridge::engineChanged, this, &SetupPanel::onEngine);
    onEngine();
    refresh();
}

// Wide enough for what the cards hold now: there is no way to scroll sideways.
bool SetupPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) {
        m_scroll->setMinimumWidth(m_scroll->widget()->minimumSizeHint().width() +
                                  m_scroll->verticalScrollBar()->sizeHint().width());
    }
    return QWidget::eventFilter(watched, event);
}

void SetupPanel::setReason(const QString& reason) {
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void SetupPanel::onEngine() {
    const auto& engine = m_services.bridge.engine();
    if (engine && *engine) {
        const auto& catalog = (*engine)->catalog;
        m_source->setCatalog(catalog);
        m_receiver->setCatalog(catalog);
        m_data->setCatalog(catalog);
        m_transfer->setCatalog(catalog);
    }
}

void SetupPanel::refresh() {
    m_source->refresh();
    m_receiver->refresh();
    m_data->refresh();
    m_transfer->refresh();
}

} // namespace tessera::ui
