#include "ui/panels/tap_list.h"

#include "ui/models/network_text.h"
#include "ui/strings/strings.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tessera::ui {

namespace {

enum Column { NameColumn, ShapeColumn };

// Shapes are read from the left in every language.
class ShapeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QString displayText(const QVariant& value, const QLocale&) const override {
        constexpr char16_t kLeftToRight = 0x2066, kEnd = 0x2069; // isolates
        return QChar(kLeftToRight) + value.toString() + QChar(kEnd);
    }
};

} // namespace

TapList::TapList(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("sample.taps"));
    setAccessibleName(tr("Layers"));
    setHeaderLabels({tr("Layer"), tr("Shape")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideMiddle);
    setItemDelegateForColumn(ShapeColumn, new ShapeDelegate(this));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(ShapeColumn, QHeaderView::ResizeToContents);
    // Not the current item: that comes with the focus.
    connect(this, &QTreeWidget::itemSelectionChanged, this, [this] {
        const auto selected = selectedItems();
        if (!selected.isEmpty()) {
            const int row = indexOfTopLevelItem(selected.front());
            m_chosen = m_taps[static_cast<std::size_t>(row)].name;
            Q_EMIT tapChosen();
        }
    });
}

void TapList::setTaps(const std::vector<TapPlace>& taps, Choice choice) {
    const QSignalBlocker blocker(this);
    if (taps != m_taps) {
        clear();
        m_taps = taps;
        for (const auto& tap : taps) {
            auto* item = new QTreeWidgetItem(this, {fromUtf8(tap.name), shapeText(tap.shape)});
            item->setToolTip(NameColumn, plainToolTip(fromUtf8(tap.name)));
        }
    }
    if (choice == Choice::None) {
        m_chosen.clear();
        setCurrentItem(nullptr);
        return;
    }
    const auto kept = std::find_if(taps.begin(), taps.end(),
                                   [this](const TapPlace& tap) { return tap.name == m_chosen; });
    if (!taps.empty()) {
        const auto row = kept == taps.end() ? 0 : kept - taps.begin();
        setCurrentItem(topLevelItem(static_cast<int>(row)));
        m_chosen = taps[static_cast<std::size_t>(row)].name;
    }
}

} // namespace tessera::ui
