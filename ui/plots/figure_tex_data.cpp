#include "ui/plots/figure_tex_data.h"

#include "ui/plots/figure_csv.h"

#include <algorithm>

namespace tessera::ui {

namespace {

QString plain(const QString& text) {
    QString name;
    for (const auto letter : text.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool keep = letter.unicode() < 128 && letter.isLetterOrNumber();
        if (keep) {
            name += letter;
        } else if (!letter.isMark() && !name.isEmpty() && !name.endsWith('-')) {
            name += '-';
        }
    }
    while (name.endsWith('-')) {
        name.chop(1);
    }
    return name.isEmpty() ? QStringLiteral("column") : name;
}

} // namespace

QString TexData::add(const QString& wish, std::vector<QVariant> values) {
    const auto first = plain(wish);
    auto name = first;
    for (int number = 2; m_names.contains(name); ++number) {
        name = QStringLiteral("%1-%2").arg(first).arg(number);
    }
    m_names << name;
    m_columns.push_back(std::move(values));
    return name;
}

QByteArray TexData::csv() const {
    std::size_t rows = 0;
    for (const auto& column : m_columns) {
        rows = std::max(rows, column.size());
    }
    QByteArray bytes = m_names.join(',').toUtf8() + '\n';
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto field =
                row < m_columns[i].size() ? csvField(m_columns[i][row]) : QByteArray();
            bytes += i > 0 ? "," : "";
            bytes += field.isEmpty() ? "nan" : field;
        }
        bytes += '\n';
    }
    return bytes;
}

} // namespace tessera::ui
