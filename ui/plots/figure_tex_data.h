#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace tessera::ui {

// The columns that the plots of a LaTeX figure read from one CSV beside it. pgfplots knows neither
// quotes nor empty fields: names are plain letters, digits and hyphens, and what was not measured
// is "nan".
class TexData {
public:
    // Its name: `wish` made plain, and unlike all others.
    QString add(const QString& wish, std::vector<QVariant> values);

    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty(); }
    [[nodiscard]] QByteArray csv() const;

private:
    QStringList m_names;
    std::vector<std::vector<QVariant>> m_columns;
};

} // namespace tessera::ui
