#include "ui/models/network_model.h"

#include "ui/models/network_text.h"
#include "ui/strings/strings.h"

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr std::int64_t kNumberBytes = 4; // of what networks put out

bool isBelow(const std::string& name, const std::string& above) {
    return name.size() > above.size() && name.starts_with(above) && name[above.size()] == '.';
}

bool isNumber(int column) {
    return column == NetworkModel::Shape || column == NetworkModel::Parameters ||
           column == NetworkModel::Width || column == NetworkModel::Bytes;
}

// -1: the shape is unknown.
std::int64_t bytesOf(const NetworkModule& module) {
    if (module.outputShape.empty()) {
        return -1;
    }
    std::int64_t bytes = kNumberBytes;
    for (const auto size : module.outputShape) {
        bytes *= size;
    }
    return bytes;
}

QString numberOrDash(std::int64_t number) {
    return number < 0 ? shapeText({}) : countText(number);
}

bool isSameTree(const std::vector<NetworkModule>& a, const std::vector<NetworkModule>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& two) {
        return one.name == two.name && one.depth == two.depth;
    });
}

QString headerHelp(int section) {
    switch (section) {
    case NetworkModel::Module:
        return NetworkModel::tr("A tick freezes a module: its parameters do not learn.");
    case NetworkModel::Shape:
        return NetworkModel::tr("Shape of the output of one sample.");
    case NetworkModel::Width:
        return NetworkModel::tr("Width of what a transfer records of the output, once it is pooled "
                                "over positions: 4 bytes for each unit.");
    case NetworkModel::Bytes:
        return NetworkModel::tr("Of the whole output of one sample, before it is pooled.");
    default:
        return {};
    }
}

} // namespace

void NetworkModel::setModules(std::vector<NetworkModule> modules) {
    if (isSameTree(modules, m_modules)) {
        m_modules = std::move(modules);
        refreshAll();
        return;
    }
    beginResetModel();
    m_modules = std::move(modules);
    m_tree.link(m_modules);
    rebuild();
    endResetModel();
}

void NetworkModel::setFilter(const QString& text) {
    if (text.trimmed() != m_filter) {
        beginResetModel();
        m_filter = text.trimmed();
        rebuild();
        endResetModel();
    }
}

void NetworkModel::setFreezing(Freezing freezing) {
    if (freezing != m_freezing) {
        m_freezing = freezing;
        refreshAll();
    }
}

void NetworkModel::setFrozen(std::vector<std::string> names) {
    if (names != m_frozen) {
        m_frozen = std::move(names);
        refreshAll();
    }
}

bool NetworkModel::isAllFrozen() const {
    std::int64_t frozen = 0;
    for (const auto& module : m_modules) {
        const bool isNamed =
            std::find(m_frozen.begin(), m_frozen.end(), module.name) != m_frozen.end();
        const bool isCounted = std::any_of(m_frozen.begin(), m_frozen.end(), [&](const auto& name) {
            return isBelow(module.name, name);
        });
        frozen += isNamed && !isCounted ? module.parameters : 0;
    }
    return frozen > 0 && frozen >= m_modules.front().parameters;
}

bool NetworkModel::isFound(const NetworkModule& module) const {
    return m_filter.isEmpty() || fromUtf8(module.name).contains(m_filter, Qt::CaseInsensitive) ||
           fromUtf8(module.type).contains(m_filter, Qt::CaseInsensitive);
}

void NetworkModel::rebuild() {
    m_tree.show([this](std::size_t node) { return isFound(m_modules[node]); });
}

void NetworkModel::refreshAll() {
    for (int node = ModuleTreeOrder::kNone; node < static_cast<int>(m_modules.size()); ++node) {
        const auto& children = m_tree.childrenOf(node);
        if (!children.empty()) {
            Q_EMIT dataChanged(indexFor(children.front()),
                               indexFor(children.back(), ColumnCount - 1));
        }
    }
}

QModelIndex NetworkModel::indexFor(int node, int column) const {
    return createIndex(m_tree.rowOf(node), column, quintptr(node));
}

const NetworkModule& NetworkModel::at(const QModelIndex& index) const {
    return m_modules[static_cast<std::size_t>(index.internalId())];
}

const NetworkModule* NetworkModel::module(const QModelIndex& index) const {
    return index.isValid() && index.model() == this ? &at(index) : nullptr;
}

QModelIndex NetworkModel::indexOf(const std::string& name) const {
    for (int node = 0; node < static_cast<int>(m_modules.size()); ++node) {
        if (m_tree.isShown(node) && m_modules[static_cast<std::size_t>(node)].name == name) {
            return indexFor(node);
        }
    }
    return {};
}

QModelIndex NetworkModel::index(int row, int column, const QModelIndex& parent) const {
    return hasIndex(row, column, parent)
               ? indexFor(m_tree.childrenOf(nodeOf(parent))[static_cast<std::size_t>(row)], column)
               : QModelIndex();
}

QModelIndex NetworkModel::parent(const QModelIndex& index) const {
    const int parent = index.isValid() ? m_tree.parentOf(nodeOf(index)) : ModuleTreeOrder::kNone;
    return parent == ModuleTreeOrder::kNone ? QModelIndex() : indexFor(parent);
}

int NetworkModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(m_tree.childrenOf(nodeOf(parent)).size());
}

int NetworkModel::nodeOf(const QModelIndex& index) {
    return index.isValid() ? static_cast<int>(index.internalId()) : ModuleTreeOrder::kNone;
}

int NetworkModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

// What the name says beyond that of the module above.
QString NetworkModel::label(int node) const {
    const auto& name = m_modules[static_cast<std::size_t>(node)].name;
    if (name.empty()) {
        return tr("(network)");
    }
    const int parent = m_tree.parentOf(node);
    const auto& above =
        parent < 0 ? std::string() : m_modules[static_cast<std::size_t>(parent)].name;
    return fromUtf8(!above.empty() && isBelow(name, above) ? name.substr(above.size() + 1) : name);
}

QString NetworkModel::display(const QModelIndex& index) const {
    const auto& module = at(index);
    switch (index.column()) {
    case Module:
        return label(nodeOf(index));
    case Type:
        return fromUtf8(module.type);
    case Shape:
        return shapeText(module.outputShape);
    case Parameters:
        return countText(module.parameters);
    case Width:
        return numberOrDash(module.isTap ? module.tapWidth : -1);
    case Bytes:
        return numberOrDash(bytesOf(module));
    case Note:
        return fromUtf8(module.note);
    default:
        return {};
    }
}

QVariant NetworkModel::raw(const QModelIndex& index) const {
    const auto& module = at(index);
    switch (index.column()) {
    case Shape:
        return static_cast<qlonglong>(bytesOf(module));
    case Parameters:
        return static_cast<qlonglong>(module.parameters);
    case Width:
        return static_cast<qlonglong>(module.isTap ? module.tapWidth : -1);
    case Bytes:
        return static_cast<qlonglong>(bytesOf(module));
    default:
        return display(index);
    }
}

QVariant NetworkModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(index);
    case ValueRole:
        return raw(index);
    case NameRole:
        return fromUtf8(at(index).name);
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == Module ? fromUtf8(at(index).name) : display(index));
    case Qt::AccessibleDescriptionRole:
        return fromUtf8(at(index).note);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeading)));
    case Qt::CheckStateRole:
        return index.column() == Module && canFreeze(at(index)) ? QVariant(frozenState(at(index)))
                                                                : QVariant();
    default:
        return {};
    }
}

bool NetworkModel::canFreeze(const NetworkModule& module) const {
    return m_freezing == Freezing::Offered && !module.name.empty() && module.parameters > 0;
}

Qt::CheckState NetworkModel::frozenState(const NetworkModule& module) const {
    bool some = false;
    for (const auto& name : m_frozen) {
        if (name == module.name || isBelow(module.name, name)) {
            return Qt::Checked;
        }
        some = some || isBelow(name, module.name);
    }
    return some ? Qt::PartiallyChecked : Qt::Unchecked;
}

bool NetworkModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !flags(index).testFlag(Qt::ItemIsUserCheckable)) {
        return false;
    }
    const auto& name = at(index).name;
    auto frozen = m_frozen;
    // What lies below is frozen with it, and thaws with it.
    std::erase_if(frozen, [&](const auto& each) { return each == name || isBelow(each, name); });
    if (value.toInt() == Qt::Checked) {
        frozen.push_back(name);
    }
    setFrozen(std::move(frozen));
    Q_EMIT frozenChanged();
    return true;
}

Qt::ItemFlags NetworkModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.column() == Module && canFreeze(at(index))) {
        const auto& name = at(index).name;
        const bool frozenFromAbove =
            std::any_of(m_frozen.begin(), m_frozen.end(),
                        [&](const auto& above) { return isBelow(name, above); });
        flags.setFlag(Qt::ItemIsUserCheckable, !frozenFromAbove);
    }
    return flags;
}

QVariant NetworkModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeading)));
    }
    if (role == Qt::ToolTipRole) {
        return section == Module && m_freezing == Freezing::NotOffered ? QString()
                                                                       : headerHelp(section);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Module:
        return tr("Module");
    case Type:
        return tr("Type");
    case Shape:
        return tr("Output");
    case Parameters:
        return tr("Parameters");
    case Width:
        return tr("Recorded");
    case Bytes:
        return tr("Bytes per sample");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace tessera::ui
