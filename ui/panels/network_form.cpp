#include "ui/panels/network_form.h"

#include "core/api/engine.h"
#include "core/api/network_description.h"
#include "ui/bridge/services.h"
#include "ui/strings/strings.h"

#include <QLocale>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kWidest = 65536;
constexpr int kDeepest = 100000;
constexpr int kShallowestResnet = 8, kDeepestResnet = 56, kResnetStep = 6; // 6n + 2 layers
constexpr int kUsualResnetWidth = 16;                                      // He et al. 2016
// The choice that stands beside the architectures, and cannot be the id of one.
constexpr const char* kFromFile = "*file*";

bool isResnet(const ArchitectureSpec& architecture) {
    return architecture.family.value == "resnet";
}

// Sizes mean something else there, and those of the others would not do.
void chooseFamily(ArchitectureSpec& architecture, const ArchitectureId& family) {
    const bool wasResnet = isResnet(architecture);
    architecture.family = family;
    if (isResnet(architecture) != wasResnet) {
        const ArchitectureSpec usual;
        architecture.width = wasResnet ? usual.width : kUsualResnetWidth;
        architecture.depth = wasResnet ? usual.depth : kShallowestResnet;
    }
}

// What names parts of one network means nothing in another.
void forgetParts(NetworkSpec& network) {
    network.feature.clear();
    network.freeze.clear();
}

ArchitectureSpec sizesOf(const NetworkSpec& network) {
    return network.architecture.value_or(ArchitectureSpec{});
}

std::vector<FieldChoice> familiesOf(const Catalog& catalog) {
    std::vector<FieldChoice> families;
    for (const auto& family : catalog.architectures) {
        families.push_back({fromUtf8(family.id), architectureText(ArchitectureId(family.id))});
    }
    return families;
}

std::vector<FieldChoice> resnetDepths() {
    std::vector<FieldChoice> depths;
    for (int depth = kShallowestResnet; depth <= kDeepestResnet; depth += kResnetStep) {
        depths.push_back({QString::number(depth), QLocale().toString(depth)});
    }
    return depths;
}

} // namespace

NetworkForm::NetworkForm(NetworkRole role, Services& services, QWidget* parent)
    : FieldForm(services.experiment, placeOf(role), Labels::Beside, parent), m_role(role),
      m_id(placeOf(role)), m_services(services) {
    addChoiceOfNetwork();
    addFileRows();
    addSizeRows();
    addButton({m_id + ".inspect", tr("Look inside\u2026"),
               tr("Shows the parts of the network, and what can be set about them.")},
              [this] { Q_EMIT lookInside(); });
}

void NetworkForm::setCatalog(const Catalog& catalog) {
    auto families = familiesOf(catalog);
    auto ofTensors = families;
    families.push_back({kFromFile, tr("From a file\u2026")});
    setChoices(m_id + ".family", families);
    ofTensors.insert(ofTensors.begin(), {QString(), tr("Choose one\u2026")});
    setChoices(m_id + ".state.family", ofTensors);
}

void NetworkForm::addChoiceOfNetwork() {
    addChoice({m_id + ".family", tr("Network"),
               tr("The architecture, or a file with a trained network.")},
              {},
              {[this](const Experiment& e) {
                   const auto& network = networkOf(e, m_role);
                   return isFromFile(network) ? QString(kFromFile)
                                              : fromUtf8(network.architecture->family.value);
               },
               [this](Experiment& e, const QString& family) {
                   auto& network = networkOf(e, m_role);
                   forgetParts(network);
                   if (family == kFromFile) {
                       network.architecture.reset(); // most files know their own
                       return;
                   }
                   network.file.clear();
                   network.head = HeadChoice::Keep;
                   network.architecture = sizesOf(network);
                   chooseFamily(*network.architecture, ArchitectureId(family.toStdString()));
               }});
}

void NetworkForm::addFileRows() {
    addFile({m_id + ".file", tr("File"),
             tr("A checkpoint of this program (.safetensors), a TorchScript file (.pt), or the "
                "tensors of a network (.pt, .pth, .safetensors) with their architecture.")},
            [this]() -> std::optional<QString> {
                const auto file = m_services.dialogs.openFile(
                    window(), tr("Open a network"),
                    {tr("Networks (*.pt *.pth *.safetensors)"), tr("All files (*)")});
                return file ? std::optional(fromUtf8(file->string())) : std::nullopt;
            },
            {[this](const Experiment& e) { return fromUtf8(networkOf(e, m_role).file.string()); },
             [this](Experiment& e, const QString& path) {
                 auto& network = networkOf(e, m_role);
                 network.file = path.toStdString();
                 network.architecture.reset();
                 forgetParts(network);
             }});
    addChoice(
        {m_id + ".state.family", tr("Tensors of"),
         tr("The architecture that the tensors of the file belong to.")},
        {},
        {[this](const Experiment& e) {
             const auto& network = networkOf(e, m_role);
             return network.architecture ? fromUtf8(network.architecture->family.value) : QString();
         },
         [this](Experiment& e, const QString& family) {
             auto& network = networkOf(e, m_role);
             forgetParts(network);
             if (family.isEmpty()) {
                 network.architecture.reset();
                 return;
             }
             const ArchitectureId id(family.toStdString());
             const auto guess = std::find_if(m_guesses.begin(), m_guesses.end(),
                                             [&](const auto& each) { return each.family == id; });
             network.architecture = guess != m_guesses.end() ? *guess : sizesOf(network);
             chooseFamily(*network.architecture, id);
         }});
    addChoice({m_id + ".head", tr("Head"),
               tr("The last layer: that of the file, or a fresh one with an output for each class "
                  "of the data.")},
              {{"keep", tr("Keep")}, {"replace", tr("Replace")}},
              {[this](const Experiment& e) {
                   return networkOf(e, m_role).head == HeadChoice::Replace ? QString("replace")
                                                                           : QString("keep");
               },
               [this](Experiment& e, const QString& head) {
                   networkOf(e, m_role).head =
                       head == "replace" ? HeadChoice::Replace : HeadChoice::Keep;
               }});
}

void NetworkForm::addSizeRows() {
    const auto sizes = [this](Experiment& e) -> ArchitectureSpec& {
        auto& network = networkOf(e, m_role);
        network.architecture = sizesOf(network);
        return *network.architecture;
    };
    addInteger({m_id + ".width", tr("Width (units)"),
                tr("Units of each layer; of a ResNet, channels of its first stage.")},
               1, kWidest,
               {[this](const Experiment& e) { return sizesOf(networkOf(e, m_role)).width; },
                [sizes](Experiment& e, int width) { sizes(e).width = width; }});
    const auto depth = [this](const Experiment& e) { return sizesOf(networkOf(e, m_role)).depth; };
    addInteger({m_id + ".depth", tr("Depth (layers)"), tr("Layers, one after another.")}, 1,
               kDeepest, {depth, [sizes](Experiment& e, int value) { sizes(e).depth = value; }});
    addChoice({m_id + ".depth.resnet", tr("Depth (layers)"),
               tr("A ResNet has 6n + 2 layers: three stages of n blocks.")},
              resnetDepths(),
              {[this](const Experiment& e) {
                   const auto spec = sizesOf(networkOf(e, m_role));
                   // What no ResNet has is shown only of one.
                   return QString::number(isResnet(spec) ? spec.depth : kShallowestResnet);
               },
               [sizes](Experiment& e, const QString& value) { sizes(e).depth = value.toInt(); }});
    if (m_role == NetworkRole::Receiver) {
        addFlag({m_id + ".trained", tr("Trained before the transfer"),
                 tr("Otherwise the receiver starts with fresh random weights.")},
                {[](const Experiment& e) { return e.receiver.state == ReceiverState::Trained; },
                 [](Experiment& e, bool trained) {
                     e.receiver.state = trained ? ReceiverState::Trained : ReceiverState::Untrained;
                 }});
    }
}

void NetworkForm::showNetwork(const NetworkDescription* about) {
    m_guesses =
        about != nullptr && about->state ? about->state->guesses : std::vector<ArchitectureSpec>();
    const auto& network = networkOf(m_services.experiment.experiment(), m_role);
    const bool file = isFromFile(network);
    const bool tensors =
        file && (network.architecture || (about != nullptr && about->state.has_value()));
    const bool resnet = network.architecture && isResnet(*network.architecture);
    refresh();
    setRowVisible(m_id + ".file", file);
    setRowVisible(m_id + ".state.family", tensors);
    // A source is used as it is: the row is there to take back what a file of experiments said.
    setRowVisible(m_id + ".head",
                  file && (m_role == NetworkRole::Receiver || network.head == HeadChoice::Replace));
    setRowVisible(m_id + ".width", network.architecture.has_value());
    setRowVisible(m_id + ".depth", network.architecture && !resnet);
    setRowVisible(m_id + ".depth.resnet", resnet);
    setRowVisible(m_id + ".inspect", network.architecture || !network.file.empty());
    if (m_role == NetworkRole::Receiver) {
        setRowVisible(m_id + ".trained", !file);
    }
}

} // namespace tessera::ui
