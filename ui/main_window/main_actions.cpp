#include "ui/main_window/main_actions.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

#include <algorithm>

namespace tessera::ui {

QAction* MainActions::add(const QString& id, const QString& text, const QString& iconName,
                          const std::vector<QKeySequence>& keys,
                          const std::function<void()>& trigger) {
    auto* action = new QAction(text, this);
    action->setObjectName(QStringLiteral("action.") + id);
    if (!iconName.isEmpty()) {
        action->setIcon(icon(iconName));
    }
    QList<QKeySequence> shortcuts;
    for (const auto& key : keys) {
        shortcuts << key;
    }
    action->setShortcuts(shortcuts);
    connect(action, &QAction::triggered, this, trigger);
    m_actions[id] = action;
    return action;
}

std::vector<ShortcutText> shortcutsBelow(const QWidget& window) {
    std::vector<ShortcutText> texts;
    for (const auto* action : window.findChildren<QAction*>()) {
        if (action->shortcut().isEmpty() || action->text().isEmpty()) {
            continue;
        }
        const auto keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        texts.push_back({keys, action->text().remove(QLatin1Char('&'))});
    }
    std::sort(texts.begin(), texts.end(),
              [](const auto& a, const auto& b) { return a.text.localeAwareCompare(b.text) < 0; });
    texts.erase(std::unique(texts.begin(), texts.end(),
                            [](const auto& a, const auto& b) {
                                return a.text == b.text && a.keys == b.keys;
                            }),
                texts.end());
    return texts;
}

} // namespace tessera::ui
