#include "ui/strings/shell_words.h"

#include <QRegularExpression>

namespace tessera::ui {

QString shellQuoted(const QString& word) {
    // Anchored, since $ would let a line end through.
    static const QRegularExpression plain(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9_./:=@%+,-]+")));
    if (plain.match(word).hasMatch()) {
        return word;
    }
    auto quoted = word;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

} // namespace tessera::ui
