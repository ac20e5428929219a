#pragma once

#include <QColor>
#include <QDBusVariant>
#include <QObject>
#include <QPalette>

#include <optional>

namespace tessera::ui {

// Who a mark belongs to. Colour, marker and dash are the same everywhere: plots, cards, tables,
// exports.
enum class Identity { Source, Receiver, Hub, Control };

// Of maps of values that have no middle.
enum class ColourMap { Viridis, Cividis };

// Colours of one appearance. Greys carry the surface; colour carries meaning only.
struct Theme {
    bool dark = false;
    ColourMap colours = ColourMap::Viridis;
    QColor window, base, card, alternate, text, mutedText, border, grid, accent, accentText;
    QColor good, warning, bad; // always beside a word or a symbol, never alone

    [[nodiscard]] QColor identity(Identity identity) const;
    // Colour of the `index`-th thing that has no identity of its own: class, run, baseline.
    // Ten of them can be told apart with every kind of colour blindness; the caller varies the
    // marker as well.
    [[nodiscard]] QColor category(int index) const;
    [[nodiscard]] QPalette palette() const;
};

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();

enum class ThemeChoice { System, Light, Dark };

// The appearance in force. Sets palette and style of the application; one object, owned by the
// composition, UI thread.
class ThemeController : public QObject {
    Q_OBJECT

public:
    explicit ThemeController(QObject* parent = nullptr);

    [[nodiscard]] const Theme& theme() const { return *m_theme; }
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    void setColours(ColourMap colours);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    // org.freedesktop.portal.Settings: 1 = the system prefers dark.
    void onSystemSetting(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void askSystem();
    void apply();

    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemDark = false;
    Theme m_light = lightTheme(), m_dark = darkTheme(); // in the colours that were chosen
    const Theme* m_theme = nullptr;
};

} // namespace tessera::ui
