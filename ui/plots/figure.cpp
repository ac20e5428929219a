#include "ui/plots/figure.h"

#include "ui/plots/figure_page.h"
#include "ui/plots/figure_svg.h"
#include "ui/plots/figure_tex.h"
#include "ui/strings/strings.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kPointsPerInch = 72.0;
constexpr int kPdfDotsPerInch = 1'200;
constexpr int kPngDotsPerInch = 300;
// Weaker compression, still without loss: the usual one keeps the window waiting twice as long for
// a file that is a twentieth smaller.
constexpr int kPngQuality = 85;

QString figureText(const char* text) {
    return QCoreApplication::translate("tessera::ui", text);
}

tl::unexpected<Error> refuse(ErrorCode code, const QString& sentence) {
    return fail(code, sentence.toStdString());
}

QByteArray pdfOf(const FigurePage& page, const Theme& theme) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator("Tessera Workbench");
    writer.setTitle(page.title());
    writer.setResolution(kPdfDotsPerInch);
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setPageSize(
        QPageSize(QSizeF(page.size), QPageSize::Point, QString(), QPageSize::ExactMatch));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return {};
    }
    painter.scale(kPdfDotsPerInch / kPointsPerInch, kPdfDotsPerInch / kPointsPerInch);
    drawFigure(painter, page, theme);
    return painter.end() ? bytes : QByteArray();
}

QImage imageOf(const FigurePage& page, const Theme& theme, double scale) {
    QImage image((QSizeF(page.size) * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (!image.isNull()) {
        image.fill(theme.base);
        QPainter painter(&image);
        painter.scale(scale, scale);
        drawFigure(painter, page, theme);
    }
    return image;
}

QByteArray pngOf(const FigurePage& page, const Theme& theme) {
    constexpr double kDotsPerMetre = kPngDotsPerInch / 0.0254;
    // As wide as was asked for, though the page is a whole number of points.
    auto image = imageOf(page, theme,
                         std::round(page.widthInches * kPngDotsPerInch) /
                             static_cast<double>(page.size.width()));
    // Only now: it would change the size of fonts while drawing.
    image.setDotsPerMeterX(static_cast<int>(std::lround(kDotsPerMetre)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(kDotsPerMetre)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG", kPngQuality) ? bytes : QByteArray();
}

// A file of the figure; an empty name is the figure's own.
struct Piece {
    QString name;
    QByteArray bytes;
};
using Pieces = std::vector<Piece>;

// What is written for one plot alone, in the room that it has on the page.
FigurePage alone(const FigurePanel& panel) {
    const QRect box(QPoint(0, 0), panel.box.size());
    return {box.width() / kPointsPerInch, box.size(), {{panel.plot, QRect(), box}}};
}

Pieces texPieces(const FigurePage& page, const Theme& theme, const QString& stem) {
    const auto figure = texFigure(page, theme, stem);
    Pieces pieces;
    for (const auto& picture : figure.pictures) {
        pieces.push_back({picture.name, pdfOf(alone(*picture.panel), theme)});
    }
    if (!figure.csv.isEmpty()) {
        pieces.push_back({stem + ".csv", figure.csv});
    }
    pieces.push_back({{}, figure.tex});
    return pieces;
}

struct Format {
    const char* extension;
    const char* title;
    Pieces (*write)(const FigurePage& page, const Theme& theme, const QString& stem);
};

constexpr Format kFormats[] = {
    {"pdf", QT_TRANSLATE_NOOP("tessera::ui", "PDF, vectors"),
     [](const FigurePage& page, const Theme& theme, const QString&) {
         return Pieces{{{}, pdfOf(page, theme)}};
     }},
    {"svg", QT_TRANSLATE_NOOP("tessera::ui", "SVG, vectors"),
     [](const FigurePage& page, const Theme& theme, const QString&) {
         return Pieces{{{}, svgFigure(page, theme)}};
     }},
    {"png", QT_TRANSLATE_NOOP("tessera::ui", "PNG, 300 dots per inch"),
     [](const FigurePage& page, const Theme& theme, const QString&) {
         return Pieces{{{}, pngOf(page, theme)}};
     }},
    {"csv", QT_TRANSLATE_NOOP("tessera::ui", "CSV, the numbers"),
     [](const FigurePage& page, const Theme&, const QString&) {
         return Pieces{{{}, figureCsv(page.plots())}};
     }},
    {"tex", QT_TRANSLATE_NOOP("tessera::ui", "LaTeX, pgfplots"), texPieces},
};

const Format* formatOf(const QString& extension) {
    const auto* found =
        std::find_if(std::begin(kFormats), std::end(kFormats), [&](const Format& each) {
            return extension == QLatin1StringView(each.extension);
        });
    return found == std::end(kFormats) ? nullptr : found;
}

// All or nothing: into a file beside it, which then takes its name.
Result<void> replaceFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return refuse(
            ErrorCode::Io,
            figureText(QT_TRANSLATE_NOOP("tessera::ui", "The figure could not be written to %1: "
                                                        "%2. Choose another folder or name."))
                .arg(path, file.errorString()));
    }
    return {};
}

Result<void> check(const QFileInfo& file, const std::vector<Plot*>& plots,
                   const FigureOptions& options) {
    constexpr auto kNarrowest = FigureOptions::kNarrowest, kWidest = FigureOptions::kWidest;
    const auto invalid = [](const char* sentence) {
        return refuse(ErrorCode::InvalidArgument, figureText(sentence));
    };
    const auto extension = file.suffix().toLower();
    if (formatOf(extension) == nullptr) {
        return invalid(QT_TRANSLATE_NOOP("tessera::ui",
                                         "The name of a figure must end with .pdf, .svg, .png, "
                                         ".csv or .tex: that chooses the format."));
    }
    if (plots.empty()) {
        return invalid(QT_TRANSLATE_NOOP("tessera::ui", "There is no plot to export."));
    }
    if (!(options.widthInches >= kNarrowest && options.widthInches <= kWidest) ||
        !(options.heightInches == 0.0 ||
          (options.heightInches >= kNarrowest && options.heightInches <= kWidest))) {
        return invalid(QT_TRANSLATE_NOOP("tessera::ui",
                                         "The width and the height of a figure must be between 1 "
                                         "and 40 inches."));
    }
    if (extension == QStringLiteral("tex") && !isTexName(file.completeBaseName())) {
        return invalid(QT_TRANSLATE_NOOP("tessera::ui",
                                         "LaTeX reads the file beside it by its name: use plain "
                                         "letters, digits, hyphens and underscores only."));
    }
    return {};
}

} // namespace

std::vector<FigureFormat> figureFormats() {
    std::vector<FigureFormat> formats;
    for (const auto& format : kFormats) {
        formats.push_back({format.extension, figureText(format.title)});
    }
    return formats;
}

QStringList figureFilters(const QString& first) {
    QStringList filters;
    for (const auto& format : figureFormats()) {
        const auto filter = QStringLiteral("%1 (*.%2)").arg(format.title, format.extension);
        filters.insert(format.extension == first ? 0 : filters.size(), filter);
    }
    return filters;
}

Result<void> writeFigure(const std::filesystem::path& file, const std::vector<Plot*>& plots,
                         const FigureOptions& options) {
    const QFileInfo info(fromUtf8(file.string()));
    if (auto good = check(info, plots, options); !good) {
        return good;
    }
    const auto page = layOutFigure(plots, options);
    const auto* format = formatOf(info.suffix().toLower());
    auto pieces = format->write(page, figureTheme(options), info.completeBaseName());
    for (const auto& piece : pieces) {
        if (piece.bytes.isEmpty()) {
            return refuse(
                ErrorCode::Internal,
                figureText(QT_TRANSLATE_NOOP(
                    "tessera::ui", "The figure could not be drawn. Try a smaller size.")));
        }
    }
    if (options.caption) {
        pieces.insert(pieces.begin(),
                      {info.completeBaseName() + ".txt", figureCaption(plots).toUtf8() + '\n'});
    }
    for (const auto& piece : pieces) {
        const auto path = piece.name.isEmpty() ? info.filePath() : info.dir().filePath(piece.name);
        if (auto written = replaceFile(path, piece.bytes); !written) {
            return written;
        }
    }
    return {};
}

std::vector<std::filesystem::path> filesBesideFigure(const std::filesystem::path& file,
                                                     const std::vector<Plot*>& plots,
                                                     const FigureOptions& options) {
    const QFileInfo info(fromUtf8(file.string()));
    if (!check(info, plots, options)) {
        return {};
    }
    QStringList names;
    if (info.suffix().toLower() == QStringLiteral("tex")) {
        const auto figure =
            texFigure(layOutFigure(plots, options), figureTheme(options), info.completeBaseName());
        for (const auto& picture : figure.pictures) {
            names << picture.name;
        }
        if (!figure.csv.isEmpty()) {
            names << info.completeBaseName() + ".csv";
        }
    }
    if (options.caption) {
        names << info.completeBaseName() + ".txt";
    }
    std::vector<std::filesystem::path> files;
    for (const auto& name : names) {
        files.push_back(file.parent_path() / name.toStdString());
    }
    return files;
}

QImage figurePreview(const std::vector<Plot*>& plots, const FigureOptions& options,
                     const QSize& most) {
    if (plots.empty()) {
        return {};
    }
    const auto page = layOutFigure(plots, options);
    const double scale = std::min(static_cast<double>(most.width()) / page.size.width(),
                                  static_cast<double>(most.height()) / page.size.height());
    return imageOf(page, figureTheme(options), scale);
}

} // namespace tessera::ui
