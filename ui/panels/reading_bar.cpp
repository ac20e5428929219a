#include "ui/panels/reading_bar.h"

#include "ui/bridge/described_network.h"
#include "ui/widgets/measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace tessera::ui {

namespace {} // namespace

ReadingBar::ReadingBar(const QString& name, DescribedNetwork& network, QWidget* parent)
    : QWidget(parent), m_network(network), m_progress(new QProgressBar(this)),
      m_stopped(new QLabel(tr("Reading was stopped."), this)),
      m_cancel(new QPushButton(tr("Stop"), this)),
      m_again(new QPushButton(tr("Read again"), this)) {
    setObjectName(name);
    m_progress->setObjectName(name + QStringLiteral(".progress"));
    m_progress->setAccessibleName(tr("Reading the network"));
    m_progress->setTextVisible(false);
    m_stopped->setObjectName(name + QStringLiteral(".stopped"));
    m_stopped->setWordWrap(true);
    m_cancel->setObjectName(name + QStringLiteral(".cancel"));
    m_cancel->setToolTip(tr("Stop reading the network"));
    m_again->setObjectName(name + QStringLiteral(".again"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stopped, 1);
    for (auto* button : {m_cancel, m_again}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_cancel, &QPushButton::clicked, &m_network, &DescribedNetwork::cancel);
    connect(m_again, &QPushButton::clicked, &m_network, &DescribedNetwork::readAgain);
    connect(&m_network, &DescribedNetwork::changed, this, &ReadingBar::refresh);
    connect(&m_network, &DescribedNetwork::progressed, this, &ReadingBar::showProgress);
    refresh();
}

void ReadingBar::refresh() {
    const bool reading = m_network.state() == DescribedNetwork::State::Reading;
    const bool stopped = m_network.state() == DescribedNetwork::State::Stopped;
    setVisible(reading || stopped);
    m_progress->setVisible(reading);
    m_cancel->setVisible(reading);
    m_stopped->setVisible(stopped);
    m_again->setVisible(stopped);
    showProgress();
}

void ReadingBar::showProgress() {
    const auto share = m_network.progress();
    m_progress->setRange(0, share ? kProgressSteps : 0); // without an end: busy
    m_progress->setValue(share ? static_cast<int>(*share * kProgressSteps) : 0);
}

} // namespace tessera::ui
