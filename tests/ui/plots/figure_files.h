#pragma once

#include "tests/ui/plots/plot_fixture.h"
#include "ui/plots/figure.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <cmath>

namespace tessera::test {

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Figures in a folder of their own.
class FigureFolder {
public:
    // The path, whether it was written or not: a failure is shown.
    QString write(const QString& name, const std::vector<ui::Plot*>& plots,
                  const ui::FigureOptions& options = {}) {
        const auto result = ui::writeFigure(path(name).toStdString(), plots, options);
        if (!result) {
            qWarning("%s", result.error().detail.c_str());
        }
        return path(name);
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

struct SvgText {
    QString text;
    QString family;
    double size = 0.0; // in points, as it is drawn
};

inline std::vector<SvgText> svgTexts(const QByteArray& svg) {
    static const QRegularExpression matrix(R"re(matrix\(([-0-9.e]+),([-0-9.e]+))re");
    std::vector<SvgText> texts;
    QXmlStreamReader reader(svg);
    double scale = 1.0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement()) {
            continue;
        }
        const auto attributes = reader.attributes();
        if (reader.name() == QStringLiteral("g")) {
            const auto found = matrix.match(attributes.value("transform").toString());
            scale = found.hasMatch()
                        ? std::hypot(found.captured(1).toDouble(), found.captured(2).toDouble())
                        : scale;
        } else if (reader.name() == QStringLiteral("text")) {
            const double size = scale * attributes.value("font-size").toDouble();
            const auto family = attributes.value("font-family").toString();
            texts.push_back(
                {reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed(), family,
                 size});
        }
    }
    if (reader.hasError()) {
        qWarning("%s", qPrintable(reader.errorString()));
        return {};
    }
    return texts;
}

// A run with `count` samples in the hub and nothing else to draw.
inline RunViewPtr madeLargeHub(std::int64_t count) {
    return madeRunView(
        {.samples = count, .classes = 10, .sourceUnits = 1, .receiverUnits = 1, .axes = 2});
}

} // namespace tessera::test
