#include "ui/panels/network_card.h"

#include "ui/bridge/services.h"
#include "ui/panels/field_form.h"
#include "ui/strings/strings.h"

namespace tessera::ui {

namespace {

constexpr int kWidest = 65536;
constexpr int kDeepest = 100000;
// The choice that stands beside the architectures, and cannot be the id of one.
constexpr const char* kFromFile = "*file*";

ArchitectureSpec& architectureOf(NetworkSpec& network) {
    if (!network.architecture) {
        network.architecture.emplace();
        network.architecture->family = ArchitectureId("mlp");
    }
    return *network.architecture;
}

bool isFile(const NetworkSpec& network) {
    return !network.file.empty() || !network.architecture;
}

} // namespace

NetworkCard::NetworkCard(NetworkRole role, Services& services, QWidget* parent)
    : SetupCard(role == NetworkRole::Source ? "source" : "receiver",
                role == NetworkRole::Source ? tr("Source") : tr("Receiver"),
                role == NetworkRole::Source ? "source" : "receiver",
                role == NetworkRole::Source ? Identity::Source : Identity::Receiver, services.theme,
                parent),
      m_role(role), m_id(role == NetworkRole::Source ? "source" : "receiver"), m_services(services),
      m_fields(new FieldForm(services.experiment, m_id, Labels::Beside, this)),
      m_more(new FieldForm(services.experiment, m_id, Labels::Above, this)) {
    setForms(m_fields, m_more);
    addNetworkFields();
    addTrainingFields();
    setCatalog({});
    refresh();
}

void NetworkCard::setCatalog(const Catalog& catalog) {
    std::vector<FieldChoice> families;
    for (const auto& family : catalog.architectures) {
        families.push_back({fromUtf8(family.id), architectureText(ArchitectureId(family.id))});
    }
    families.push_back({kFromFile, tr("From a file…")});
    m_fields->setChoices(m_id + ".family", families);
}

const NetworkSpec& NetworkCard::network(const Experiment& experiment) const {
    return m_role == NetworkRole::Source ? experiment.source.network : experiment.receiver.network;
}

NetworkSpec& NetworkCard::network(Experiment& experiment) const {
    return m_role == NetworkRole::Source ? experiment.source.network : experiment.receiver.network;
}

TrainSpec& NetworkCard::train(Experiment& experiment) const {
    return m_role == NetworkRole::Source ? experiment.source.train : experiment.receiver.train;
}

const TrainSpec& NetworkCard::train(const Experiment& experiment) const {
    return m_role == NetworkRole::Source ? experiment.source.train : experiment.receiver.train;
}

void NetworkCard::addNetworkFields() {
    m_fields->addChoice({m_id + ".family", tr("Network"),
                         tr("The architecture, or a file with a trained network.")},
                        {},
                        {[this](const Experiment& e) {
                             return isFile(network(e))
                                        ? QString(kFromFile)
                                        : fromUtf8(network(e).architecture->family.value);
                         },
                         [this](Experiment& e, const QString& family) {
                             auto& spec = network(e);
                             if (family == kFromFile) {
                                 spec.architecture.reset(); // a checkpoint knows its own
                             } else {
                                 spec.file.clear();
                                 architectureOf(spec).family = ArchitectureId(family.toStdString());
                             }
                         }});
    m_fields->addFile(
        {m_id + ".file", tr("File"),
         tr("A checkpoint of this program (.safetensors), which knows its architecture.")},
        [this]() -> std::optional<QString> {
            const auto file =
                m_services.dialogs.openFile(window(), tr("Open a network"),
                                            {tr("Networks (*.safetensors)"), tr("All files (*)")});
            return file ? std::optional(fromUtf8(file->string())) : std::nullopt;
        },
        {[this](const Experiment& e) { return fromUtf8(network(e).file.string()); },
         [this](Experiment& e, const QString& path) { network(e).file = path.toStdString(); }});
    m_fields->addInteger(
        {m_id + ".width", tr("Width (units)"), tr("Units of each layer.")}, 1, kWidest,
        {[this](const Experiment& e) {
             return network(e).architecture.value_or(ArchitectureSpec{}).width;
         },
         [this](Experiment& e, int width) { architectureOf(network(e)).width = width; }});
    m_fields->addInteger(
        {m_id + ".depth", tr("Depth (layers)"), tr("Layers, one after another.")}, 1, kDeepest,
        {[this](const Experiment& e) {
             return network(e).architecture.value_or(ArchitectureSpec{}).depth;
         },
         [this](Experiment& e, int depth) { architectureOf(network(e)).depth = depth; }});
    if (m_role == NetworkRole::Receiver) {
        m_fields->addFlag(
            {m_id + ".trained", tr("Trained before the transfer"),
             tr("Otherwise the receiver starts with fresh random weights.")},
            {[](const Experiment& e) { return e.receiver.state == ReceiverState::Trained; },
             [](Experiment& e, bool trained) {
                 e.receiver.state = trained ? ReceiverState::Trained : ReceiverState::Untrained;
             }});
    }
}

void NetworkCard::addTrainingFields() {
    constexpr int kMostEpochs = 100000;
    m_more->addInteger(
        {m_id + ".train.epochs", tr("Training epochs"), tr("Passes over the training samples.")}, 0,
        kMostEpochs,
        {[this](const Experiment& e) { return train(e).epochs; },
         [this](Experiment& e, int value) { train(e).epochs = value; }});
    m_more->addReal({m_id + ".train.rate", tr("Training rate"), tr("Learning rate of Adam.")},
                    RealRule::Positive,
                    {[this](const Experiment& e) { return train(e).rate; },
                     [this](Experiment& e, double value) { train(e).rate = value; }});
    m_more->addInteger({m_id + ".train.batch", tr("Training batch"), tr("Samples per step.")}, 1,
                       kWidest,
                       {[this](const Experiment& e) { return train(e).batch; },
                        [this](Experiment& e, int value) { train(e).batch = value; }});
}

void NetworkCard::refresh() {
    const auto& experiment = m_services.experiment.experiment();
    const bool file = isFile(network(experiment));
    const bool trains = !file && (m_role == NetworkRole::Source ||
                                  experiment.receiver.state == ReceiverState::Trained);
    m_fields->refresh();
    m_more->refresh();
    m_fields->setRowVisible(m_id + ".file", file);
    m_fields->setRowVisible(m_id + ".width", !file);
    m_fields->setRowVisible(m_id + ".depth", !file);
    if (m_role == NetworkRole::Receiver) {
        m_fields->setRowVisible(m_id + ".trained", !file);
    }
    for (const char* field : {".train.epochs", ".train.rate", ".train.batch"}) {
        m_more->setRowVisible(m_id + field, trains);
    }
    setMoreVisible(trains);
    setSummary(summary());
    auto sentences = m_fields->problems() + m_more->problems();
    for (const auto& problem : m_services.experiment.problems()) {
        // What is typed wrongly has been said in its own words already.
        if (problem.place == m_id && sentences.isEmpty()) {
            sentences << problem.text;
        }
    }
    setProblems(sentences);
}

QString NetworkCard::summary() const {
    const auto& experiment = m_services.experiment.experiment();
    const auto label = fromUtf8(m_services.documents.networkLabel(network(experiment)));
    if (isFile(network(experiment))) {
        return network(experiment).file.empty() ? tr("choose a file")
                                                : tr("%1, from a file").arg(label);
    }
    if (m_role == NetworkRole::Receiver && experiment.receiver.state == ReceiverState::Untrained) {
        return tr("%1, untrained").arg(label);
    }
    return tr("%1, trained for %n epoch(s)", "", train(experiment).epochs).arg(label);
}

} // namespace tessera::ui
