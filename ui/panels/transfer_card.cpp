#include "ui/panels/transfer_card.h"

#include "ui/bridge/services.h"
#include "ui/panels/field_form.h"
#include "ui/strings/strings.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tessera::ui {

namespace {

constexpr int kWidestTransfer = 65536;
constexpr int kMostEpochs = 100000;
constexpr int kMostThreads = 1024;
constexpr double kFirstEpsilon = 8.0; // when privacy is switched on

// Rows that a mode may do without, by the names that it gives them (Catalog).
constexpr std::array kParameters = {
    "epochs",      "rate",          "schedule",        "batch",         "hub.kind",
    "hub.dim",     "hub.whitening", "hub.refit",       "weights.A",     "weights.B",
    "temperature", "ridge",         "privacy.epsilon", "privacy.delta", "privacy.clip"};

// One number of the transfer.
FieldForm::Access<double> real(std::function<double&(TransferSpec&)> part) {
    return {[part](const Experiment& e) {
                auto copy = e.transfer; // `part` can then give out a reference
                return part(copy);
            },
            [part](Experiment& e, double value) { part(e.transfer) = value; }};
}

FieldForm::Access<int> integer(std::function<int&(TransferSpec&)> part) {
    return {[part](const Experiment& e) {
                auto copy = e.transfer;
                return part(copy);
            },
            [part](Experiment& e, int value) { part(e.transfer) = value; }};
}

} // namespace

TransferCard::TransferCard(Services& services, QWidget* parent)
    : SetupCard("transfer", tr("Transfer"), "transfer", Identity::Hub, services.theme, parent),
      m_services(services),
      m_fields(new FieldForm(services.experiment, "transfer", Labels::Beside, this)),
      m_more(new FieldForm(services.experiment, "transfer", Labels::Above, this)) {
    setForms(m_fields, m_more);
    addModeFields();
    addHubFields();
    addLossFields();
    addPrivacyFields();
    addRunFields();
    refresh();
}

void TransferCard::addModeFields() {
    m_fields->addChoice(
        {"transfer.mode", tr("Mode"), tr("How knowledge moves.")}, {},
        {[](const Experiment& e) { return fromUtf8(e.transfer.mode.value); },
         [](Experiment& e, const QString& mode) { e.transfer.mode = ModeId(mode.toStdString()); }});
    m_fields->addInteger({"transfer.epochs", tr("Epochs"),
                          tr("Passes over the reference samples. 0 fits the readout only.")},
                         0, kMostEpochs, integer([](TransferSpec& t) -> int& { return t.epochs; }));
    m_fields->addReal({"transfer.rate", tr("Learning rate"), tr("Learning rate of Adam.")},
                      RealRule::Positive, real([](TransferSpec& t) -> double& { return t.rate; }));
    m_fields->addNatural({"seed", tr("Seed"), tr("The same seed gives the same numbers.")},
                         {[](const Experiment& e) { return e.seed; },
                          [](Experiment& e, std::uint64_t seed) { e.seed = seed; }});
    addSchedule();
    m_more->addInteger({"transfer.batch", tr("Batch (samples)"), tr("Reference samples per step.")},
                       1, kWidestTransfer,
                       integer([](TransferSpec& t) -> int& { return t.batch; }));
}

void TransferCard::addSchedule() {
    const std::vector<std::pair<RateSchedule, FieldChoice>> all = {
        {RateSchedule::Auto, {QStringLiteral("auto"), tr("What suits the mode")}},
        {RateSchedule::Constant, {QStringLiteral("constant"), tr("Constant")}},
        {RateSchedule::OneCycle, {QStringLiteral("one_cycle"), tr("One cycle")}}};
    std::vector<FieldChoice> choices;
    for (const auto& [schedule, choice] : all) {
        choices.push_back(choice);
    }
    m_more->addChoice({"transfer.schedule", tr("Rate over the steps"),
                       tr("Whether the learning rate stays, or rises and then falls.")},
                      choices,
                      {[all](const Experiment& e) {
                           const auto found = std::find_if(all.begin(), all.end(), [&](auto& each) {
                               return each.first == e.transfer.schedule;
                           });
                           return found == all.end() ? QString() : found->second.id;
                       },
                       [all](Experiment& e, const QString& id) {
                           for (const auto& [schedule, choice] : all) {
                               if (choice.id == id) {
                                   e.transfer.schedule = schedule;
                               }
                           }
                       }});
}

void TransferCard::addHubFields() {
    m_more->addChoice({"transfer.hub.kind", tr("Hub"), tr("How the shared space is made.")}, {},
                      {[](const Experiment& e) { return fromUtf8(e.transfer.hub.kind.value); },
                       [](Experiment& e, const QString& kind) {
                           e.transfer.hub.kind = HubKindId(kind.toStdString());
                       }});
    m_more->addInteger({"transfer.hub.dim", tr("Hub dimensions"), tr("Axes of the shared space.")},
                       1, kWidestTransfer,
                       integer([](TransferSpec& t) -> int& { return t.hub.dim; }));
    m_more->addReal({"transfer.hub.whitening", tr("Whitening (0 to 1)"),
                     tr("0 keeps the variances of the source's axes, 1 makes them equal.")},
                    RealRule::Share,
                    real([](TransferSpec& t) -> double& { return t.hub.whitening; }));
    m_more->addFlag(
        {"transfer.hub.refit", tr("Fit anew before each epoch"),
         tr("Aligns the receiver to the hub again, as it has become.")},
        {[](const Experiment& e) { return e.transfer.hub.refit == HubRefit::EachEpoch; },
         [](Experiment& e, bool on) {
             e.transfer.hub.refit = on ? HubRefit::EachEpoch : HubRefit::Never;
         }});
}

void TransferCard::addLossFields() {
    m_more->addReal({"transfer.weights.A", tr("Activation weight"),
                     tr("Share of the loss that pulls features to the source's.")},
                    RealRule::NotNegative,
                    real([](TransferSpec& t) -> double& { return t.weights.activation; }));
    m_more->addReal({"transfer.weights.B", tr("Behaviour weight"),
                     tr("Share of the loss that pulls outputs to the source's.")},
                    RealRule::NotNegative,
                    real([](TransferSpec& t) -> double& { return t.weights.behaviour; }));
    m_more->addReal(
        {"transfer.temperature", tr("Temperature"), tr("Softens the outputs that are compared.")},
        RealRule::Positive, real([](TransferSpec& t) -> double& { return t.temperature; }));
    m_more->addReal({"transfer.ridge", tr("Readout ridge"),
                     tr("Regularises the readout, as a fraction of the mean eigenvalue.")},
                    RealRule::NotNegative,
                    real([](TransferSpec& t) -> double& { return t.ridge; }));
}

void TransferCard::addPrivacyFields() {
    m_more->addFlag({"transfer.privacy", tr("Private token"),
                     tr("Adds noise to the token's vector, for differential privacy.")},
                    {[](const Experiment& e) { return e.transfer.privacy.enabled(); },
                     [](Experiment& e, bool on) {
                         e.transfer.privacy.epsilon =
                             on ? kFirstEpsilon : std::numeric_limits<double>::infinity();
                     }});
    m_more->addReal({"transfer.privacy.epsilon", tr("Epsilon"), tr("Smaller is more private.")},
                    RealRule::Positive,
                    real([](TransferSpec& t) -> double& { return t.privacy.epsilon; }));
    m_more->addReal(
        {"transfer.privacy.delta", tr("Delta"), tr("Probability that the promise fails.")},
        RealRule::Probability, real([](TransferSpec& t) -> double& { return t.privacy.delta; }));
    m_more->addReal({"transfer.privacy.clip", tr("Clip (norm)"),
                     tr("Longer vectors are shortened to this norm.")},
                    RealRule::Positive,
                    real([](TransferSpec& t) -> double& { return t.privacy.clip; }));
}

void TransferCard::addRunFields() {
    m_more->addText({"name", tr("Name"), tr("The name of the run in the list.")},
                    {[](const Experiment& e) { return fromUtf8(e.name); },
                     [](Experiment& e, const QString& name) { e.name = name.toStdString(); }});
    m_more->addInteger({"threads", tr("Threads"),
                        tr("One thread gives the same numbers bit for bit on this machine.")},
                       0, kMostThreads,
                       {[](const Experiment& e) { return e.threads; },
                        [](Experiment& e, int threads) { e.threads = threads; }},
                       tr("all cores"));
}

void TransferCard::addControl(const CatalogEntry& control) {
    const ControlId id(control.id);
    const QString field = "controls." + fromUtf8(control.id);
    if (m_more->hasRow(field)) {
        return;
    }
    m_more->addFlag({field, tr("Control: %1").arg(controlText(id)), fromUtf8(control.description)},
                    {[id](const Experiment& e) {
                         return std::find(e.controls.begin(), e.controls.end(), id) !=
                                e.controls.end();
                     },
                     [id](Experiment& e, bool on) {
                         std::erase(e.controls, id);
                         if (on) {
                             e.controls.push_back(id);
                         }
                     }});
}

void TransferCard::setCatalog(const Catalog& catalog) {
    m_catalog = catalog;
    std::vector<FieldChoice> modes, hubs;
    for (const auto& mode : catalog.modes) {
        modes.push_back({fromUtf8(mode.id), modeText(ModeId(mode.id))});
    }
    for (const auto& hub : catalog.hubs) {
        hubs.push_back({fromUtf8(hub.id), hubKindText(HubKindId(hub.id))});
    }
    m_fields->setChoices("transfer.mode", modes);
    m_more->setChoices("transfer.hub.kind", hubs);
    for (const auto& control : catalog.controls) {
        addControl(control);
    }
    refresh();
}

void TransferCard::refresh() {
    const auto& transfer = m_services.experiment.experiment().transfer;
    const auto mode =
        std::find_if(m_catalog.modes.begin(), m_catalog.modes.end(),
                     [&](const auto& entry) { return entry.id == transfer.mode.value; });
    m_fields->refresh();
    m_more->refresh();
    for (const char* parameter : kParameters) {
        const bool wanted = mode == m_catalog.modes.end() ||
                            std::find(mode->parameters.begin(), mode->parameters.end(),
                                      parameter) != mode->parameters.end();
        const bool isPrivacy = QLatin1String(parameter).startsWith(QLatin1String("privacy."));
        const auto row = QStringLiteral("transfer.") + parameter;
        const bool visible = wanted && (!isPrivacy || transfer.privacy.enabled());
        m_fields->setRowVisible(row, visible);
        m_more->setRowVisible(row, visible);
    }
    setSummary(summary());
    auto sentences = m_fields->problems() + m_more->problems();
    for (const auto& problem : m_services.experiment.problems()) {
        if (problem.place == "transfer" && sentences.isEmpty()) {
            sentences << problem.text;
        }
    }
    setProblems(sentences);
}

QString TransferCard::summary() const {
    const auto& experiment = m_services.experiment.experiment();
    const auto& transfer = experiment.transfer;
    const auto hub = hubKindText(transfer.hub.kind).toLower();
    return transfer.privacy.enabled()
               ? tr("Mode %1, %2 hub, epsilon %3")
                     .arg(fromUtf8(transfer.mode.value), hub, numberText(transfer.privacy.epsilon))
               : tr("Mode %1, %2 hub, no privacy").arg(fromUtf8(transfer.mode.value), hub);
}

} // namespace tessera::ui
