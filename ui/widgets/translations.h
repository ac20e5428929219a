#pragma once

#include <QString>
#include <QStringList>
#include <Qt>

#include <vector>

class QCoreApplication;
class QTranslator;

namespace tessera::ui {

struct Language {
    QString code; // "de"
    QString name; // in itself: "Deutsch"
};

// What a person can choose, by name. Every translations/app_<code>.ts is found by itself; the
// pseudo-translation, which is for tests, is left out.
[[nodiscard]] std::vector<Language> availableLanguages();

// Makes the program speak `language` from now on: texts (ours and Qt's), number formats, and the
// direction of the layout. Empty: the system's, as far as we have it, else English. Windows that
// exist already keep their texts. Returns the code of the language in force. UI thread.
QString installTranslations(QCoreApplication& application, const QString& language);

// The code of the language that was installed last; "en" if none was. UI thread.
[[nodiscard]] QString interfaceLanguage();

// The first of `wanted` (as QLocale::uiLanguages gives them, "de-AT") among `available`; "en" if
// there is none.
[[nodiscard]] QString bestLanguage(const QStringList& wanted, const QStringList& available);

// Right to left if the translation says so, by Qt's own convention: QT_LAYOUT_DIRECTION is "RTL".
[[nodiscard]] Qt::LayoutDirection directionOf(const QTranslator& translator);

} // namespace tessera::ui
