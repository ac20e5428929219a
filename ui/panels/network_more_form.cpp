#include "ui/bridge/services.h"
#include "ui/panels/network_form.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tessera::ui {

namespace {

constexpr int kWidestTraining = 65536;
constexpr int kMostTrainingEpochs = 100000;
constexpr int kDefault = 0; // in an editor: left to the program

// Which of the details a family looks at. One that is not listed looks at its positions.
struct Details {
    std::string_view family;
    bool positions = true, heads = false, patches = false;
};

constexpr std::array<Details, 3> kDetails = {
    {{"transformer", true, true}, {"vit", true, true, true}, {"resnet", false}}};

Details detailsOf(const std::optional<ArchitectureSpec>& architecture) {
    if (!architecture) {
        return {{}, false};
    }
    const auto found = std::find_if(kDetails.begin(), kDetails.end(), [&](const auto& details) {
        return details.family == architecture->family.value;
    });
    return found != kDetails.end() ? *found : Details();
}

// "": by the kind of input.
QString positionsOf(const ArchitectureSpec& architecture) {
    if (architecture.positions && !*architecture.positions) {
        return QStringLiteral("none");
    }
    if (architecture.encoding == PositionEncoding::Sinusoidal) {
        return QStringLiteral("sinusoidal");
    }
    return architecture.positions ? QStringLiteral("learned") : QString();
}

void setPositions(ArchitectureSpec& architecture, const QString& choice) {
    architecture.encoding =
        choice == "sinusoidal" ? PositionEncoding::Sinusoidal : PositionEncoding::Learned;
    architecture.positions =
        choice.isEmpty() ? std::nullopt : std::optional<bool>(choice != "none");
}

} // namespace

NetworkMoreForm::NetworkMoreForm(NetworkRole role, Services& services, QWidget* parent)
    : FieldForm(services.experiment, placeOf(role), Labels::Above, parent), m_role(role),
      m_id(placeOf(role)), m_services(services) {
    addArchitectureRows();
    addTrainingRows();
}

void NetworkMoreForm::addArchitectureRows() {
    const auto architecture = [this](const Experiment& e) {
        return networkOf(e, m_role).architecture.value_or(ArchitectureSpec{});
    };
    const auto change = [this](Experiment& e) -> ArchitectureSpec& {
        auto& spec = networkOf(e, m_role).architecture;
        return spec ? *spec : spec.emplace();
    };
    addChoice({m_id + ".positions", tr("Position encoding"),
               tr("How the network is told where in the input something stands.")},
              {{QString(), tr("Learned, but none for tokens")},
               {"learned", tr("Learned")},
               {"sinusoidal", tr("Sinusoidal, fixed")},
               {"none", tr("None")}},
              {[=](const Experiment& e) { return positionsOf(architecture(e)); },
               [=](Experiment& e, const QString& choice) { setPositions(change(e), choice); }});
    const auto orDefault = [](int value) {
        return value == kDefault ? std::nullopt : std::optional(value);
    };
    addInteger(
        {m_id + ".heads", tr("Attention heads"),
         tr("They must divide the width. Without a number, there is one for each 32 units.")},
        kDefault, kWidestTraining,
        {[=](const Experiment& e) { return architecture(e).heads.value_or(kDefault); },
         [=](Experiment& e, int value) { change(e).heads = orDefault(value); }},
        tr("by the width"));
    addInteger({m_id + ".patch", tr("Patch (pixels)"),
                tr("Side of the squares that an image is cut into. Without a number, it is a "
                   "quarter of the image's side.")},
               kDefault, kWidestTraining,
               {[=](const Experiment& e) { return architecture(e).patch.value_or(kDefault); },
                [=](Experiment& e, int value) { change(e).patch = orDefault(value); }},
               tr("by the image"));
    addChoice({m_id + ".pooling", tr("Pooling"), tr("How the positions become one feature.")},
              {{"mean", tr("Mean over positions")}, {"class", tr("Class token")}},
              {[=](const Experiment& e) {
                   return architecture(e).pooling == Pooling::ClassToken ? QString("class")
                                                                         : QString("mean");
               },
               [=](Experiment& e, const QString& choice) {
                   change(e).pooling = choice == "class" ? Pooling::ClassToken : Pooling::Mean;
               }});
}

void NetworkMoreForm::addTrainingRows() {
    addInteger(
        {m_id + ".train.epochs", tr("Training epochs"), tr("Passes over the training samples.")}, 0,
        kMostTrainingEpochs,
        {[this](const Experiment& e) { return trainingOf(e, m_role).epochs; },
         [this](Experiment& e, int value) { trainingOf(e, m_role).epochs = value; }});
    addReal({m_id + ".train.rate", tr("Training rate"), tr("Learning rate of Adam.")},
            RealRule::Positive,
            {[this](const Experiment& e) { return trainingOf(e, m_role).rate; },
             [this](Experiment& e, double value) { trainingOf(e, m_role).rate = value; }});
    addInteger({m_id + ".train.batch", tr("Training batch"), tr("Samples per step.")}, 1,
               kWidestTraining,
               {[this](const Experiment& e) { return trainingOf(e, m_role).batch; },
                [this](Experiment& e, int value) { trainingOf(e, m_role).batch = value; }});
}

bool NetworkMoreForm::showNetwork() {
    const auto& experiment = m_services.experiment.experiment();
    const auto& network = networkOf(experiment, m_role);
    const bool trains =
        !isFromFile(network) &&
        (m_role == NetworkRole::Source || experiment.receiver.state == ReceiverState::Trained);
    const auto details = detailsOf(network.architecture);
    refresh();
    setRowVisible(m_id + ".positions", details.positions);
    setRowVisible(m_id + ".heads", details.heads);
    setRowVisible(m_id + ".patch", details.patches);
    setRowVisible(m_id + ".pooling", details.patches);
    for (const char* field : {".train.epochs", ".train.rate", ".train.batch"}) {
        setRowVisible(m_id + field, trains);
    }
    return trains || details.positions || details.heads || details.patches;
}

} // namespace tessera::ui
