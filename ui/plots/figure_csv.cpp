#include "ui/plots/figure_csv.h"

#include "ui/plots/figure.h"

#include <QHash>
#include <QLocale>

#include <cmath>

namespace tessera::ui {

namespace {

constexpr const char* kLineEnd = "\r\n"; // RFC 4180

QByteArray quoted(const QString& text) {
    auto field = text.toUtf8();
    if (field.contains(',') || field.contains('"') || field.contains('\n') ||
        field.contains('\r')) {
        field.replace("\"", "\"\"");
        field = '"' + field + '"';
    }
    return field;
}

} // namespace

QByteArray csvField(const QVariant& value) {
    if (!value.isValid()) {
        return {};
    }
    if (value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Float) {
        const double number = value.toDouble();
        // The shortest text that reads back as the same number.
        return std::isfinite(number)
                   ? QLocale::c().toString(number, 'g', QLocale::FloatingPointShortest).toUtf8()
                   : QByteArray();
    }
    return quoted(value.toString());
}

namespace {

QByteArray joined(const QList<QByteArray>& fields) {
    return fields.join(',') + kLineEnd;
}

QByteArray csvOfOne(const PlotTable& table) {
    QList<QByteArray> header;
    for (const auto& column : table.columns) {
        header << quoted(column);
    }
    QByteArray bytes = joined(header);
    for (const auto& row : table.rows) {
        QList<QByteArray> fields;
        for (const auto& value : row) {
            fields << csvField(value);
        }
        bytes += joined(fields);
    }
    return bytes;
}

} // namespace

QByteArray figureCsv(const std::vector<Plot*>& plots) {
    if (plots.size() == 1) {
        return csvOfOne(plots.front()->table());
    }
    std::vector<PlotTable> tables;
    QStringList columns{"plot"};
    for (const auto* plot : plots) {
        tables.push_back(plot->table());
        for (const auto& column : tables.back().columns) {
            if (columns.indexOf(column, 1) < 0) {
                columns << column;
            }
        }
    }
    QHash<QString, qsizetype> places;
    QList<QByteArray> header;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i > 0) {
            places.insert(columns[i], i);
        }
        header << quoted(columns[i]);
    }
    QByteArray bytes = joined(header);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        for (const auto& row : tables[i].rows) {
            QList<QByteArray> fields(columns.size());
            fields[0] = quoted(plots[i]->objectName());
            for (std::size_t column = 0; column < row.size(); ++column) {
                const auto& name = tables[i].columns[static_cast<qsizetype>(column)];
                fields[places.value(name)] = csvField(row[column]);
            }
            bytes += joined(fields);
        }
    }
    return bytes;
}

} // namespace tessera::ui
