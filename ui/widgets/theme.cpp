#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QHeaderView>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

#include <array>

namespace tessera::ui {

namespace {

// Fusion, whose tabs leave more room round their words than seven views beside each other have, and
// which cuts off the titles of columns at both ends: it forgets how its headers want them short.
class ProgramStyle : public QProxyStyle {
public:
    ProgramStyle() : QProxyStyle(QStyleFactory::create("Fusion")) {}
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override {
        constexpr int kRoundWords = 10; // both sides together
        return metric == PM_TabBarTabHSpace ? kRoundWords
                                            : QProxyStyle::pixelMetric(metric, option, widget);
    }
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (element == CE_HeaderLabel && header != nullptr && header->icon.isNull()) {
            auto shown = *header;
            shown.text = shortTitle(*header, painter->font(), widget);
            QProxyStyle::drawControl(element, &shown, painter, widget);
        } else {
            QProxyStyle::drawControl(element, option, painter, widget);
        }
    }

private:
    // The title of a section as far as there is room, with dots for the rest.
    static QString shortTitle(const QStyleOptionHeader& header, QFont font, const QWidget* widget) {
        font.setBold(font.bold() || header.state.testFlag(State_On)); // as Fusion draws it
        const auto* view = qobject_cast<const QHeaderView*>(widget);
        const auto mode = view != nullptr ? view->textElideMode() : Qt::ElideNone;
        const QFontMetrics metrics(font);
        auto lines = header.text.split(QLatin1Char('\n'));
        for (auto& line : lines) {
            line = metrics.elidedText(line, mode == Qt::ElideNone ? Qt::ElideRight : mode,
                                      header.rect.width());
        }
        return lines.join(QLatin1Char('\n'));
    }
};

// On light, the six hues of Okabe and Ito 2008 with four colours that keep as far from them as they
// keep from each other (18 in CIE 1976), also for protanopia and deuteranopia; on dark, the three
// lighter ones of source, receiver and hub with seven (28). Those three come last, where nothing
// else is left to tell ten classes apart.
constexpr std::array<QRgb, 10> kLightCategories = {0xCC79A7, 0x56B4E9, 0xE69F00, 0x4D3EB1,
                                                   0x921E1C, 0xCBAB6E, 0x173650, 0x009E73,
                                                   0xD55E00, 0x0072B2};
constexpr std::array<QRgb, 10> kDarkCategories = {0xA34E8D, 0x7CF5FF, 0xF5FF7F, 0x1E6ED6, 0x816A00,
                                                  0xDCFFBC, 0x39764B, 0x66C2A4, 0xE69F00, 0x56B4E9};

Theme makeLight() {
    Theme theme;
    theme.window = QColor(0xF3F3F3);
    theme.base = QColor(0xFFFFFF);
    theme.card = QColor(0xFFFFFF);
    theme.alternate = QColor(0xF7F7F7);
    theme.text = QColor(0x1F1F1F);
    theme.mutedText = QColor(0x5C5C5C);
    theme.border = QColor(0xC9C9C9);
    theme.grid = QColor(0xE2E2E2);
    theme.accent = QColor(0x00629A);
    theme.accentText = QColor(0xFFFFFF);
    theme.good = QColor(0x1B7340);
    theme.warning = QColor(0x8A5A00);
    theme.bad = QColor(0xB3261E);
    return theme;
}

Theme makeDark() {
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x2A2A2A);
    theme.base =
        QColor(0x1C1C1C); // fields are wells: Fusion draws their edges darker than the card
    theme.card = QColor(0x343434);
    theme.alternate = QColor(0x222222);
    theme.text = QColor(0xECECEC);
    theme.mutedText = QColor(0xAEAEAE);
    theme.border = QColor(0x525252);
    theme.grid = QColor(0x383838);
    theme.accent = QColor(0x2A78AC);
    theme.accentText = QColor(0xFFFFFF);
    theme.good = QColor(0x6CC48F);
    theme.warning = QColor(0xE3B341);
    theme.bad = QColor(0xFF8A80);
    return theme;
}

constexpr const char* kPortal = "org.freedesktop.portal.Desktop";
constexpr const char* kPortalPath = "/org/freedesktop/portal/desktop";
constexpr const char* kPortalSettings = "org.freedesktop.portal.Settings";
constexpr const char* kAppearance = "org.freedesktop.appearance";
constexpr const char* kColourScheme = "color-scheme";
constexpr uint kPrefersDark = 1;

} // namespace

QColor Theme::identity(Identity identity) const {
    switch (identity) {
    case Identity::Source:
        return dark ? QColor(0x56B4E9) : QColor(0x0072B2);
    case Identity::Receiver:
        return dark ? QColor(0xE69F00) : QColor(0xD55E00);
    case Identity::Hub:
        return dark ? QColor(0x66C2A4) : QColor(0x009E73);
    case Identity::Control:
        return dark ? QColor(0xA0A0A0) : QColor(0x7F7F7F);
    }
    return text;
}

QColor Theme::category(int index) const {
    const auto& colours = dark ? kDarkCategories : kLightCategories;
    return QColor(colours[static_cast<std::size_t>(index) % colours.size()]);
}

QPalette Theme::palette() const {
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, alternate);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, mutedText);
    palette.setColor(QPalette::Button, dark ? window.lighter(125) : QColor(0xFAFAFA));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, accentText);
    palette.setColor(QPalette::Link, dark ? QColor(0x7CC0F0) : accent);
    palette.setColor(QPalette::LinkVisited, dark ? QColor(0xC3A6E8) : QColor(0x5B4FA2));
    palette.setColor(QPalette::Mid, border);
    palette.setColor(QPalette::Dark, border.darker(120));
    palette.setColor(QPalette::Light, dark ? window.lighter(140) : QColor(0xFFFFFF));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, dark ? QColor(0x8C8C8C) : QColor(0x737373));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, border);
    return palette;
}

const Theme& lightTheme() {
    static const Theme theme = makeLight();
    return theme;
}

const Theme& darkTheme() {
    static const Theme theme = makeDark();
    return theme;
}

ThemeController::ThemeController(QObject* parent) : QObject(parent) {
    // Before our own palette is set, the application's is the desktop's.
    m_systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    QApplication::setStyle(new ProgramStyle);
    askSystem();
    apply();
}

void ThemeController::setChoice(ThemeChoice choice) {
    m_choice = choice;
    apply();
}

void ThemeController::setColours(ColourMap colours) {
    if (colours != m_light.colours) {
        m_light.colours = m_dark.colours = colours;
        Q_EMIT changed();
    }
}

void ThemeController::askSystem() {
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(kPortal, kPortalPath, kPortalSettings, "SettingChanged", this,
                SLOT(onSystemSetting(QString, QString, QDBusVariant)));
    auto question = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, "Read");
    question << QString(kAppearance) << QString(kColourScheme);
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        answer->deleteLater();
        if (!reply.isError()) {
            // Older portals wrap the value twice.
            const auto inner = reply.value().variant();
            onSystemSetting(kAppearance, kColourScheme,
                            inner.canConvert<QDBusVariant>() ? inner.value<QDBusVariant>()
                                                             : reply.value());
        }
    });
}

void ThemeController::onSystemSetting(const QString& space, const QString& key,
                                      const QDBusVariant& value) {
    if (space == kAppearance && key == kColourScheme) {
        m_systemDark = value.variant().toUInt() == kPrefersDark;
        apply();
    }
}

void ThemeController::apply() {
    const bool dark =
        m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemDark);
    const Theme* wanted = dark ? &m_dark : &m_light;
    if (wanted == m_theme) {
        return;
    }
    m_theme = wanted;
    QApplication::setPalette(m_theme->palette());
    Q_EMIT changed();
}

} // namespace tessera::ui
