#include "ui/panels/network_options.h"

#include "ui/strings/strings.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/measures.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

QString listed(const std::vector<std::string>& names) {
    QStringList all;
    for (const auto& name : names) {
        all << fromUtf8(name);
    }
    return all.join(QStringLiteral(", "));
}

// A line of text above its buttons.
QGridLayout* gridOf(QWidget* row) {
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kSpace / 2);
    return grid;
}

QPushButton* addButton(QWidget* row, const char* name, const QString& text, const QString& help) {
    auto* button = new QPushButton(text, row);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(help);
    button->setAutoDefault(false);
    return button;
}

} // namespace

NetworkOptions::NetworkOptions(NetworkRole role, const NetworkSpec& spec, QWidget* parent)
    : QWidget(parent), m_role(role), m_spec(spec) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    buildHead();
    buildFeature();
    buildFreezing();
    refresh();
}

void NetworkOptions::buildHead() {
    m_headRow = new QWidget(this);
    m_head = new QComboBox(m_headRow);
    m_head->setObjectName(QStringLiteral("options.head"));
    m_head->addItem(tr("Keep"));
    m_head->addItem(tr("Replace"));
    m_head->setToolTip(tr("The last layer: that of the file, or a fresh one with an output for "
                          "each class of the data."));
    auto* label = new QLabel(tr("&Head:"), m_headRow);
    label->setBuddy(m_head);
    auto* grid = gridOf(m_headRow);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_head, 0, 1);
    grid->setColumnStretch(1, 1);
    layout()->addWidget(m_headRow);
    connect(m_head, &QComboBox::activated, this, [this](int choice) {
        m_spec.head = choice == 0 ? HeadChoice::Keep : HeadChoice::Replace;
        refresh();
        Q_EMIT changed();
    });
}

void NetworkOptions::buildFeature() {
    m_featureRow = new QWidget(this);
    m_feature = new ElidedLabel(m_featureRow);
    m_feature->setObjectName(QStringLiteral("options.feature"));
    m_use = addButton(m_featureRow, "options.useAsFeature", tr("&Use as feature"),
                      tr("The output of the module that is chosen in the tree is what the transfer "
                         "matches. It must be one that is recorded."));
    m_reset = addButton(m_featureRow, "options.resetFeature", tr("&Reset"),
                        tr("The feature is the input of the head again."));
    m_reset->setAccessibleName(tr("Reset the feature"));
    auto* grid = gridOf(m_featureRow);
    grid->addWidget(m_feature, 0, 0, 1, 2);
    grid->addWidget(m_use, 1, 0);
    grid->addWidget(m_reset, 1, 1);
    layout()->addWidget(m_featureRow);
    connect(m_use, &QPushButton::clicked, this, [this] { setFeature(m_current); });
    connect(m_reset, &QPushButton::clicked, this, [this] { setFeature({}); });
}

void NetworkOptions::buildFreezing() {
    m_freezeRow = new QWidget(this);
    m_frozen = new ElidedLabel(m_freezeRow);
    m_frozen->setObjectName(QStringLiteral("options.frozen"));
    m_thaw = addButton(m_freezeRow, "options.thaw", tr("&Thaw all"),
                       tr("All modules learn. One by one, they are frozen and thawed by the ticks "
                          "in the tree."));
    auto* grid = gridOf(m_freezeRow);
    grid->addWidget(m_frozen, 0, 0);
    grid->addWidget(m_thaw, 0, 1);
    grid->setColumnStretch(0, 1);
    layout()->addWidget(m_freezeRow);
    connect(m_thaw, &QPushButton::clicked, this, [this] {
        setFrozen({});
        Q_EMIT changed();
    });
}

void NetworkOptions::setNetwork(const NetworkDescription* about) {
    const bool tensorsOnly =
        about != nullptr && about->state && about->refusal; // no modules, only their names
    m_hasTaps = about != nullptr && about->kind == NetworkDescription::Kind::TorchScript;
    m_canFreeze = about != nullptr && m_role == NetworkRole::Receiver && !tensorsOnly &&
                  about->parameters > 0;
    refresh();
}

void NetworkOptions::setCurrent(const NetworkModule* module) {
    m_current = module != nullptr && module->isTap ? module->name : std::string();
    refresh();
}

void NetworkOptions::setFrozen(const std::vector<std::string>& names) {
    m_spec.freeze = names;
    refresh();
}

void NetworkOptions::setArchitecture(const ArchitectureSpec& architecture) {
    m_spec.architecture = architecture;
    m_spec.feature.clear(); // names of other modules
    m_spec.freeze.clear();
    refresh();
}

void NetworkOptions::setFeature(const std::string& tap) {
    m_spec.feature = tap;
    refresh();
    Q_EMIT changed();
}

void NetworkOptions::refresh() {
    const bool replaces = m_spec.head == HeadChoice::Replace;
    m_headRow->setVisible(!m_spec.file.empty() && (m_role == NetworkRole::Receiver || replaces));
    m_head->setCurrentIndex(replaces ? 1 : 0);
    m_featureRow->setVisible(m_hasTaps);
    m_feature->setText(
        tr("Feature: %1")
            .arg(m_spec.feature.empty() ? tr("the input of the head") : fromUtf8(m_spec.feature)));
    m_use->setEnabled(!m_current.empty() && m_current != "feature" && m_current != m_spec.feature);
    m_reset->setEnabled(!m_spec.feature.empty());
    m_freezeRow->setVisible(m_canFreeze);
    m_frozen->setText(m_spec.freeze.empty() ? tr("Nothing is frozen.")
                                            : tr("Frozen: %1").arg(listed(m_spec.freeze)));
    m_thaw->setEnabled(!m_spec.freeze.empty());
}

} // namespace tessera::ui
