#include "ui/study/study_networks.h"

#include "ui/strings/strings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kWidest = 65536;
constexpr int kDeepest = 100000;
constexpr const char* kResnet = "resnet";
constexpr int kUsualResnetWidth = 16, kShallowestResnet = 8; // He et al. 2016

// Sizes of a ResNet mean something else, and those of the others would not do.
void chooseFamily(ArchitectureSpec& architecture, const std::string& family) {
    const bool was = architecture.family.value == kResnet, will = family == kResnet;
    architecture.family = ArchitectureId(family);
    if (was != will) {
        const ArchitectureSpec usual;
        architecture.width = will ? kUsualResnetWidth : usual.width;
        architecture.depth = will ? kShallowestResnet : usual.depth;
    }
}

} // namespace

StudyNetworks::StudyNetworks(const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title), m_lines(new QVBoxLayout), m_add(new QToolButton(this)) {
    setObjectName(name);
    setAccessibleName(title);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(kNarrowSpace);
    m_add->setObjectName(name + QStringLiteral(".add"));
    m_add->setText(tr("Add a network"));
    m_add->setAccessibleName(tr("Add a network: %1").arg(title));
    m_add->setIcon(icon("add"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::StrongFocus);
    connect(m_add, &QToolButton::clicked, this, &StudyNetworks::addNetwork);
    auto* heading = new QLabel(title, this);
    auto bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kNarrowSpace);
    layout->addWidget(heading);
    layout->addLayout(m_lines);
    layout->addWidget(m_add, 0, Qt::AlignLeading);
}

void StudyNetworks::setFamilies(const std::vector<CatalogEntry>& families) {
    m_families = families;
    for (std::size_t place = 0; place < m_rows.size(); ++place) {
        m_rows[place].family->clear();
        showRow(place);
    }
}

void StudyNetworks::setNetworks(const std::vector<NetworkSpec>& networks) {
    m_networks = networks;
    while (m_rows.size() > networks.size()) {
        auto* line = m_rows.back().line; // may hold the very button that was pressed
        m_rows.pop_back();
        m_lines->removeWidget(line);
        line->hide();
        for (auto* field : line->findChildren<QWidget*>()) {
            field->setObjectName({});
        }
        line->deleteLater();
    }
    while (m_rows.size() < networks.size()) {
        addRow();
    }
    for (std::size_t place = 0; place < m_rows.size(); ++place) {
        showRow(place);
    }
}

QSpinBox* StudyNetworks::makeSize(QWidget* parent, const QString& name, int most) {
    auto* size = new QSpinBox(parent);
    size->setRange(1, most);
    size->setAccelerated(true);
    size->setToolTip(name);
    size->setKeyboardTracking(false); // 128 is not 1, 12 and 128
    connect(size, &QSpinBox::valueChanged, this, [this, parent] { editRow(parent); });
    return size;
}

void StudyNetworks::addRow() {
    Row row;
    row.line = new QWidget(this);
    row.file = new QLabel(row.line);
    row.family = new QComboBox(row.line);
    row.family->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row.width = makeSize(row.line, tr("Width (units)"), kWidest);
    row.depth = makeSize(row.line, tr("Depth (layers)"), kDeepest);
    row.remove = new QToolButton(row.line);
    row.remove->setIcon(icon("remove"));
    row.remove->setAutoRaise(true);
    row.remove->setFocusPolicy(Qt::StrongFocus);
    connect(row.family, &QComboBox::activated, this, [this, line = row.line] { editRow(line); });
    connect(row.remove, &QToolButton::clicked, this, [this, line = row.line] { removeRow(line); });
    auto* layout = new QHBoxLayout(row.line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kNarrowSpace);
    layout->addWidget(row.file, 1);
    layout->addWidget(row.family, 1);
    layout->addWidget(row.width);
    layout->addWidget(row.depth);
    layout->addWidget(row.remove);
    m_lines->addWidget(row.line);
    m_rows.push_back(row);
    nameRow(m_rows.size() - 1);
}

void StudyNetworks::nameRow(std::size_t place) {
    const auto& row = m_rows[place];
    const auto name = QStringLiteral("%1.%2").arg(objectName()).arg(place);
    const auto number = QString::number(place + 1);
    const auto tell = [&](QWidget* field, const char* part, const QString& what) {
        field->setObjectName(name + QLatin1Char('.') + QLatin1String(part));
        field->setAccessibleName(
            tr("%1, network %2: %3", "list, number, field").arg(m_title, number, what));
    };
    row.file->setObjectName(name + QStringLiteral(".file"));
    tell(row.family, "family", tr("Architecture"));
    tell(row.width, "width", tr("Width (units)"));
    tell(row.depth, "depth", tr("Depth (layers)"));
    tell(row.remove, "remove", tr("Remove"));
    row.remove->setToolTip(tr("Remove this network"));
}

void StudyNetworks::showRow(std::size_t place) {
    const QScopedValueRollback showing(m_showing, true);
    const auto& row = m_rows[place];
    const auto& network = m_networks[place];
    const bool zoo = network.file.empty() && network.architecture.has_value();
    row.file->setVisible(!zoo);
    row.family->setVisible(zoo);
    row.width->setVisible(zoo);
    row.depth->setVisible(zoo);
    if (!zoo) {
        row.file->setText(fromUtf8(network.file.filename().string()));
        row.file->setToolTip(plainToolTip(fromUtf8(network.file.string())));
        return;
    }
    if (row.family->count() == 0) {
        for (const auto& family : m_families) {
            row.family->addItem(architectureText(ArchitectureId(family.id)), fromUtf8(family.id));
        }
    }
    const auto id = fromUtf8(network.architecture->family.value);
    if (row.family->findData(id) < 0) { // the catalogue is not there yet, or does not have it
        row.family->addItem(architectureText(network.architecture->family), id);
    }
    row.family->setCurrentIndex(row.family->findData(id));
    row.family->setToolTip(row.family->currentText());
    row.width->setValue(network.architecture->width);
    row.depth->setValue(network.architecture->depth);
}

std::size_t StudyNetworks::placeOf(const QWidget* line) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [line](const Row& row) { return row.line == line; });
    return static_cast<std::size_t>(found - m_rows.begin());
}

void StudyNetworks::editRow(const QWidget* line) {
    if (m_showing) {
        return;
    }
    const auto place = placeOf(line);
    if (place >= m_rows.size()) {
        return; // a row on its way out commits what was typed
    }
    const auto& row = m_rows[place];
    auto& architecture = *m_networks[place].architecture;
    architecture.width = row.width->value();
    architecture.depth = row.depth->value();
    chooseFamily(architecture, row.family->currentData().toString().toStdString());
    showRow(place);
    Q_EMIT edited(m_networks);
}

void StudyNetworks::removeRow(const QWidget* line) {
    const auto place = placeOf(line);
    auto networks = m_networks;
    networks.erase(networks.begin() + static_cast<std::ptrdiff_t>(place));
    setNetworks(networks);
    // The button that was pressed may be gone: the keyboard goes on where the network was.
    if (m_rows.empty()) {
        m_add->setFocus();
    } else {
        m_rows[std::min(place, m_rows.size() - 1)].remove->setFocus();
    }
    Q_EMIT edited(m_networks);
}

// One like the last, twice as wide: every network stands in a list once.
void StudyNetworks::addNetwork() {
    NetworkSpec next;
    ArchitectureSpec architecture;
    architecture.family =
        ArchitectureId(m_families.empty() ? std::string("mlp") : m_families.front().id);
    for (auto network = m_networks.rbegin(); network != m_networks.rend(); ++network) {
        if (network->file.empty() && network->architecture) {
            architecture = *network->architecture;
            break;
        }
    }
    next.architecture = architecture;
    while (std::find(m_networks.begin(), m_networks.end(), next) != m_networks.end() &&
           next.architecture->width <= kWidest / 2) {
        next.architecture->width *= 2;
    }
    auto networks = m_networks;
    networks.push_back(next);
    setNetworks(networks);
    m_rows.back().family->setFocus();
    Q_EMIT edited(m_networks);
}

} // namespace tessera::ui
