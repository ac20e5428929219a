#include "ui/panels/network_card.h"

#include "ui/bridge/services.h"
#include "ui/models/network_text.h"
#include "ui/panels/network_dialog.h"
#include "ui/panels/network_form.h"
#include "ui/panels/reading_bar.h"
#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {} // namespace

NetworkCard::NetworkCard(NetworkRole role, Services& services, QWidget* parent)
    : SetupCard(placeOf(role), role == NetworkRole::Source ? tr("Source") : tr("Receiver"),
                placeOf(role), role == NetworkRole::Source ? Identity::Source : Identity::Receiver,
                services.theme, parent),
      m_role(role), m_id(placeOf(role)), m_services(services),
      m_fields(new NetworkForm(role, services, this)), m_described(services.jobs, services.bridge) {
    // In the order of the Tab key.
    auto* reading = new ReadingBar(m_id + ".reading", m_described, this);
    m_offer = buildOffer();
    m_more = new NetworkMoreForm(role, services, this);
    setForms(m_fields, m_more);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_fields) + 1, reading);
    column->insertWidget(column->indexOf(reading) + 1, m_offer);
    connect(m_fields, &NetworkForm::lookInside, this, &NetworkCard::lookInside);
    connect(&m_described, &DescribedNetwork::changed, this, &NetworkCard::refresh);
    connect(&services.data, &DescribedData::changed, this, &NetworkCard::refresh);
    setCatalog({});
    refresh();
}

QWidget* NetworkCard::buildOffer() {
    auto* offer = new QWidget(this);
    m_offerText = new QLabel(offer);
    m_offerText->setObjectName(m_id + ".guess.text");
    m_offerText->setTextFormat(Qt::PlainText);
    m_offerText->setWordWrap(true);
    auto* use = new QPushButton(tr("Use it"), offer);
    use->setObjectName(m_id + ".guess");
    connect(use, &QPushButton::clicked, this, &NetworkCard::useGuess);
    auto* row = new QHBoxLayout(offer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_offerText, 1);
    row->addWidget(use);
    return offer;
}

void NetworkCard::setCatalog(const Catalog& catalog) {
    m_fields->setCatalog(catalog);
}

const NetworkSpec& NetworkCard::network() const {
    return networkOf(m_services.experiment.experiment(), m_role);
}

const NetworkDescription* NetworkCard::known() const {
    return network().file.empty() ? nullptr : m_described.description().get();
}

void NetworkCard::refresh() {
    if (m_isLookingInside) {
        return; // the dialog tries things; afterwards the document is shown
    }
    describe();
    m_fields->showNetwork(known());
    setMoreVisible(m_more->showNetwork());
    refreshOffer();
    setSummary(summary());
    refreshProblems();
}

// An architecture needs no look: its rows tell all of it.
void NetworkCard::describe() {
    if (network().file.empty()) {
        m_described.clear();
    } else {
        m_described.describe(network(), m_services.data.input(), m_services.data.classes());
    }
}

void NetworkCard::refreshOffer() {
    const auto* about = known();
    const bool offers = about != nullptr && about->state && !about->state->guesses.empty() &&
                        !network().architecture;
    m_offer->setVisible(offers);
    if (!offers) {
        return;
    }
    NetworkSpec guess;
    guess.architecture = about->state->guesses.front();
    const auto label = fromUtf8(m_services.documents.networkLabel(guess));
    m_offerText->setText(tr("The tensors look like %1.").arg(label));
    m_offerText->setToolTip(recipeText(*guess.architecture));
    auto* use = m_offer->findChild<QPushButton*>();
    use->setAccessibleName(tr("Use %1 as the architecture of the tensors").arg(label));
    use->setToolTip(recipeText(*guess.architecture));
}

void NetworkCard::useGuess() {
    const auto* about = known();
    if (about == nullptr || !about->state || about->state->guesses.empty()) {
        return;
    }
    m_services.experiment.change({}, tr("Use the architecture that fits"),
                                 [&, guess = about->state->guesses.front()](Experiment& e) {
                                     auto& network = networkOf(e, m_role);
                                     network.architecture = guess;
                                     network.feature.clear(); // of other modules
                                     network.freeze.clear();
                                 });
}

void NetworkCard::refreshProblems() {
    m_services.experiment.setEntryProblem(m_id + ".described", {m_id, obstacle()});
    auto sentences = m_fields->problems() + m_more->problems();
    for (const auto& problem : m_services.experiment.problems()) {
        // What is typed wrongly has been said in its own words already.
        if (problem.place == m_id && sentences.isEmpty()) {
            sentences << problem.text;
        }
    }
    setProblems(sentences);
}

QString NetworkCard::obstacle() const {
    if (network().file.empty()) {
        return {};
    }
    if (m_described.state() == DescribedNetwork::State::Failed) {
        return networkFailureText(network(), *m_described.failure());
    }
    if (m_described.state() != DescribedNetwork::State::Known) {
        return {};
    }
    const auto& experiment = m_services.experiment.experiment();
    return networkObstacle(*m_described.description(),
                           {m_role, network(), m_services.data.input(), m_services.data.classes(),
                            experiment.data.mismatch});
}

void NetworkCard::lookInside() {
    m_isLookingInside = true;
    NetworkDialog dialog(m_role, m_services, m_described, window());
    const auto consent = m_services.dialogs.show(dialog);
    m_isLookingInside = false;
    if (consent == Consent::Yes) {
        m_services.experiment.change({}, tr("Change what is set about a network"),
                                     [&](Experiment& e) { networkOf(e, m_role) = dialog.spec(); });
    }
    refresh();
}

QString NetworkCard::summary() const {
    const auto& experiment = m_services.experiment.experiment();
    if (isFromFile(network())) {
        return network().file.empty() ? tr("choose a file")
                                      : fileSummary(fromUtf8(network().file.filename().string()));
    }
    const auto label = fromUtf8(m_services.documents.networkLabel(network()));
    if (m_role == NetworkRole::Receiver && experiment.receiver.state == ReceiverState::Untrained) {
        return tr("%1, untrained").arg(label);
    }
    return tr("%1, trained for %n epoch(s)", "", trainingOf(experiment, m_role).epochs).arg(label);
}

QString NetworkCard::fileSummary(const QString& name) const {
    using State = DescribedNetwork::State;
    if (const auto* about = known()) {
        return tr("%1: %2").arg(name, networkSummary(*about));
    }
    switch (m_described.state()) {
    case State::Reading:
        return tr("%1: being read\u2026").arg(name);
    case State::Failed:
        return tr("%1: cannot be used").arg(name);
    case State::Stopped:
    case State::Nothing:
    case State::Known:
        break;
    }
    return tr("%1, from a file").arg(name);
}

} // namespace tessera::ui
