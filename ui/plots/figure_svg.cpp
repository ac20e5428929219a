#include "ui/plots/figure_svg.h"

#include "ui/plots/figure_page.h"
#include "ui/plots/font_subset.h"

#include <QBuffer>
#include <QFontInfo>
#include <QPainter>
#include <QRawFont>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <map>

namespace tessera::ui {

namespace {

constexpr int kSvgResolution = 72;

QString drawn(const FigurePage& page, const Theme& theme) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kSvgResolution);
    generator.setSize(page.size);
    generator.setViewBox(QRect(QPoint(0, 0), page.size));
    generator.setTitle(page.title());
    generator.setDescription(QStringLiteral("Tessera Workbench"));
    QPainter painter;
    if (!painter.begin(&generator)) {
        return {};
    }
    drawFigure(painter, page, theme);
    return painter.end() ? QString::fromUtf8(bytes) : QString();
}

// What is asked for ("Sans Serif") is often no font, only a wish.
QString realFamily(const QString& wished) {
    return QFontInfo(QFont(wished)).family();
}

// A cut of a font, by family and weight.
using Cut = std::pair<QString, int>;

// The letters that stand in each cut.
std::map<Cut, QString> lettersOf(const QString& svg) {
    static const QRegularExpression text(
        R"re(<text [^>]*font-family="([^"]*)"[^>]*font-weight="(\d+)"[^>]*>([^<]*)</text>)re");
    std::map<Cut, QString> letters;
    for (auto found = text.globalMatch(svg); found.hasNext();) {
        const auto match = found.next();
        auto words = match.captured(3);
        words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        letters[{match.captured(1), match.captured(2).toInt()}] += words.replace("&amp;", "&");
    }
    return letters;
}

QString fontFace(const Cut& cut, const QString& letters) {
    QFont font(cut.first);
    font.setWeight(static_cast<QFont::Weight>(cut.second));
    const auto subset = fontSubset(QRawFont::fromFont(font), letters);
    if (subset.isEmpty()) {
        return {};
    }
    return QStringLiteral("@font-face { font-family: \"%1\"; font-weight: %2; "
                          "src: url(data:font/%3;base64,%4); }\n")
        .arg(realFamily(cut.first))
        .arg(cut.second)
        .arg(QLatin1StringView(subset.startsWith("OTTO") ? "otf" : "ttf"),
             QString::fromLatin1(subset.toBase64()));
}

} // namespace

QByteArray svgFigure(const FigurePage& page, const Theme& theme) {
    auto svg = drawn(page, theme);
    if (svg.isEmpty()) {
        return {};
    }
    QString style;
    QStringList families;
    for (const auto& [cut, letters] : lettersOf(svg)) {
        style += fontFace(cut, letters);
        families << cut.first;
    }
    families.removeDuplicates();
    for (const auto& family : families) {
        svg.replace(QStringLiteral("font-family=\"%1\"").arg(family),
                    QStringLiteral("font-family=\"'%1', sans-serif\"").arg(realFamily(family)));
    }
    // SVG Tiny, which the generator names, has no style sheets.
    svg.replace(QStringLiteral("version=\"1.2\" baseProfile=\"tiny\""),
                QStringLiteral("version=\"1.1\""));
    const QString defs = QStringLiteral("<defs>\n");
    if (const auto at = svg.indexOf(defs); at >= 0 && !style.isEmpty()) {
        svg.insert(at + defs.size(),
                   QStringLiteral("<style type=\"text/css\">\n%1</style>\n").arg(style));
    }
    return svg.toUtf8();
}

} // namespace tessera::ui
