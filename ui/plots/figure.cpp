#include "ui/plots/figure.h"

#include "ui/plots/plot_look.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kPointsPerInch = 72.0;
constexpr int kPdfDotsPerInch = 1'200;
constexpr int kPngDotsPerInch = 300;
constexpr double kNarrowest = 1.0, kWidest = 40.0;  // inches
constexpr double kRoomForTwo = 5.0;                 // inches that two plots side by side need
constexpr int kGap = 8, kTitleHeight = 14;          // points
constexpr double kAspect = 0.75, kWideAspect = 0.5; // height to width of one plot
constexpr int kWideHint = 640;                      // size hints from here on are of wide plots

QString translated(const char* text) {
    return QCoreApplication::translate("tessera::ui", text);
}

tl::unexpected<Error> refuse(ErrorCode code, const QString& sentence) {
    return fail(code, sentence.toStdString());
}

struct Panel {
    Plot* plot;
    QRect title; // in points
    QRect box;
};

struct Page {
    double widthInches = 0.0;
    QSize size; // in points
    std::vector<Panel> panels;
};

// A plot with two halves has a row to itself.
bool isWide(const Plot& plot) {
    return plot.sizeHint().width() >= kWideHint;
}

int columnsFor(const std::vector<Plot*>& plots, const FigureOptions& options) {
    const int wanted = options.columns > 0                  ? options.columns
                       : options.widthInches >= kRoomForTwo ? 2
                                                            : 1;
    const auto narrow =
        std::count_if(plots.begin(), plots.end(), [](const Plot* plot) { return !isWide(*plot); });
    return std::clamp(wanted, 1, std::max(1, static_cast<int>(narrow)));
}

// The cells of the page in points, as high as follows from their width and their words.
Page layOut(const std::vector<Plot*>& plots, const FigureOptions& options) {
    const int columns = columnsFor(plots, options);
    const int width = static_cast<int>(std::lround(options.widthInches * kPointsPerInch));
    const int cell = (width - (columns - 1) * kGap) / columns;
    const int title = plots.size() > 1 ? kTitleHeight : 0; // one alone has its caption in the paper
    Page page{options.widthInches, {}, {}};
    int column = 0, y = 0, rowHeight = 0;
    const auto nextRow = [&] {
        y += rowHeight > 0 ? rowHeight + kGap : 0;
        column = rowHeight = 0;
    };
    for (auto* plot : plots) {
        const bool wide = isWide(*plot) && columns > 1;
        if (column >= columns || (wide && column > 0)) {
            nextRow();
        }
        const int across = wide ? width : cell;
        const int height = static_cast<int>(std::lround((wide ? kWideAspect : kAspect) * across)) +
                           plot->wordsHeight(across);
        const QPoint corner(column * (cell + kGap), y);
        page.panels.push_back({plot, QRect(corner, QSize(across, title)),
                               QRect(corner + QPoint(0, title), QSize(across, height))});
        rowHeight = std::max(rowHeight, title + height);
        column += wide ? columns : 1;
    }
    page.size = QSize(width, y + rowHeight);
    return page;
}

// The same page as high as was asked for; titles keep their height.
void stretch(Page& page, double heightInches) {
    const auto whole = static_cast<int>(std::lround(heightInches * kPointsPerInch));
    const double factor = static_cast<double>(whole) / page.size.height();
    for (auto& panel : page.panels) {
        const int top = static_cast<int>(std::lround(factor * panel.title.top()));
        const int bottom =
            static_cast<int>(std::lround(factor * (panel.box.top() + panel.box.height())));
        panel.title.moveTop(top);
        panel.box.setTop(top + panel.title.height());
        panel.box.setHeight(std::max(20, bottom - top - panel.title.height()));
    }
    page.size.setHeight(whole);
}

// The painter's units are points.
void drawPage(QPainter& painter, const Page& page) {
    const auto& theme = lightTheme();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRect(QPoint(0, 0), page.size), theme.base);
    for (const auto& panel : page.panels) {
        if (!panel.title.isEmpty()) {
            painter.setFont(pageLook(theme).title);
            painter.setPen(theme.text);
            painter.drawText(panel.title, Qt::AlignLeft | Qt::AlignVCenter,
                             panel.plot->accessibleName());
        }
        painter.save();
        painter.translate(panel.box.topLeft());
        panel.plot->draw(painter, panel.box.size(), theme);
        painter.restore();
    }
}

QString titleOf(const Page& page) {
    QStringList titles;
    for (const auto& panel : page.panels) {
        titles << panel.plot->accessibleName();
    }
    return titles.join(", ");
}

QByteArray pdfOf(const Page& page) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator("Tessera Workbench");
    writer.setTitle(titleOf(page));
    writer.setResolution(kPdfDotsPerInch);
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setPageSize(
        QPageSize(QSizeF(page.size), QPageSize::Point, QString(), QPageSize::ExactMatch));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return {};
    }
    painter.scale(kPdfDotsPerInch / kPointsPerInch, kPdfDotsPerInch / kPointsPerInch);
    drawPage(painter, page);
    return painter.end() ? bytes : QByteArray();
}

QByteArray svgOf(const Page& page) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(kPointsPerInch));
    generator.setSize(page.size);
    generator.setViewBox(QRect(QPoint(0, 0), page.size));
    generator.setTitle(titleOf(page));
    QPainter painter;
    if (!painter.begin(&generator)) {
        return {};
    }
    drawPage(painter, page);
    return painter.end() ? bytes : QByteArray();
}

QByteArray pngOf(const Page& page) {
    constexpr double kDotsPerMetre = kPngDotsPerInch / 0.0254;
    // As wide as was asked for, though the page is a whole number of points.
    const double scale =
        std::round(page.widthInches * kPngDotsPerInch) / static_cast<double>(page.size.width());
    QImage image((QSizeF(page.size) * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull()) {
        return {};
    }
    image.fill(lightTheme().base);
    QPainter painter(&image);
    painter.scale(scale, scale);
    drawPage(painter, page);
    painter.end();
    // Only now: it would change the size of fonts while drawing.
    image.setDotsPerMeterX(static_cast<int>(std::lround(kDotsPerMetre)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(kDotsPerMetre)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

struct Format {
    const char* extension;
    const char* filter;
    QByteArray (*write)(const Page& page);
};

QByteArray csvOf(const Page& page) {
    std::vector<Plot*> plots;
    for (const auto& panel : page.panels) {
        plots.push_back(panel.plot);
    }
    return figureCsv(plots);
}

constexpr Format kFormats[] = {
    {"pdf", QT_TRANSLATE_NOOP("tessera::ui", "PDF, vectors (*.pdf)"), pdfOf},
    {"svg", QT_TRANSLATE_NOOP("tessera::ui", "SVG, vectors (*.svg)"), svgOf},
    {"png", QT_TRANSLATE_NOOP("tessera::ui", "PNG, 300 dots per inch (*.png)"), pngOf},
    {"csv", QT_TRANSLATE_NOOP("tessera::ui", "CSV, the numbers (*.csv)"), csvOf},
};

// All or nothing: into a file beside it, which then takes its name.
Result<void> replaceFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return refuse(
            ErrorCode::Io,
            translated(QT_TRANSLATE_NOOP("tessera::ui", "The figure could not be written to %1: "
                                                        "%2. Choose another folder or name."))
                .arg(path, file.errorString()));
    }
    return {};
}

} // namespace

QStringList figureExtensions() {
    QStringList extensions;
    for (const auto& format : kFormats) {
        extensions << format.extension;
    }
    return extensions;
}

QStringList figureFilters() {
    QStringList filters;
    for (const auto& format : kFormats) {
        filters << translated(format.filter);
    }
    return filters;
}

Result<void> writeFigure(const std::filesystem::path& file, const std::vector<Plot*>& plots,
                         const FigureOptions& options) {
    const auto path = fromUtf8(file.string());
    const auto extension = QFileInfo(path).suffix().toLower();
    const auto format =
        std::find_if(std::begin(kFormats), std::end(kFormats),
                     [&](const Format& each) { return extension == each.extension; });
    if (format == std::end(kFormats)) {
        return refuse(ErrorCode::InvalidArgument,
                      translated(QT_TRANSLATE_NOOP(
                          "tessera::ui", "The name of a figure must end with .pdf, .svg, .png or "
                                         ".csv: that chooses the format.")));
    }
    if (plots.empty()) {
        return refuse(ErrorCode::InvalidArgument,
                      translated(QT_TRANSLATE_NOOP("tessera::ui", "There is no plot to export.")));
    }
    if (!(options.widthInches >= kNarrowest && options.widthInches <= kWidest) ||
        !(options.heightInches >= 0.0 && options.heightInches <= kWidest)) {
        return refuse(
            ErrorCode::InvalidArgument,
            translated(QT_TRANSLATE_NOOP(
                "tessera::ui", "The width of a figure must be between 1 and 40 inches, and its "
                               "height at most 40.")));
    }
    auto page = layOut(plots, options);
    if (options.heightInches > 0.0) {
        stretch(page, options.heightInches);
    }
    const auto bytes = format->write(page);
    if (bytes.isEmpty()) {
        return refuse(ErrorCode::Internal,
                      translated(QT_TRANSLATE_NOOP(
                          "tessera::ui", "The figure could not be drawn. Try a smaller size.")));
    }
    return replaceFile(path, bytes);
}

} // namespace tessera::ui
