#pragma once

#include <QObject>

#include <functional>
#include <map>
#include <vector>

class QAction;
class QKeySequence;
class QMenu;
class QMenuBar;

namespace tessera::ui {

// The actions of the main window by id, and the menus that hold them. Who makes the window connects
// them. UI thread.
class MainActions : public QObject {
    Q_OBJECT

public:
    explicit MainActions(QObject* parent) : QObject(parent) {}

    // `iconName` may be empty. Icons follow the palette.
    QAction* add(const QString& id, const QString& text, const QString& iconName,
                 const std::vector<QKeySequence>& keys, const std::function<void()>& trigger);
    [[nodiscard]] QAction* operator[](const QString& id) const { return m_actions.at(id); }
    [[nodiscard]] const std::map<QString, QAction*>& all() const { return m_actions; }

private:
    std::map<QString, QAction*> m_actions;
};

// The text of every shortcut there is, for the sheet that "?" opens: "Ctrl+R", "Run".
struct ShortcutText {
    QString keys;
    QString text;
};
[[nodiscard]] std::vector<ShortcutText> shortcutsBelow(const QWidget& window);

} // namespace tessera::ui
