#include "ui/plots/figure_page.h"

#include "ui/plots/figure.h"
#include "ui/plots/plot_look.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kInch = 72.0;
constexpr double kRoomForTwo = 5.0;                 // inches that two plots side by side need
constexpr int kGap = 8, kTitleHeight = 14;          // points
constexpr double kAspect = 0.75, kWideAspect = 0.5; // height to width of one plot
constexpr int kWideHint = 640;                      // size hints from here on are of wide plots
constexpr int kLeastPanelHeight = 20;               // points

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
FigurePage natural(const std::vector<Plot*>& plots, const FigureOptions& options) {
    const int columns = columnsFor(plots, options);
    const int width = static_cast<int>(std::lround(options.widthInches * kInch));
    const int cell = (width - (columns - 1) * kGap) / columns;
    const int title = plots.size() > 1 ? kTitleHeight : 0; // one alone has its caption in the paper
    FigurePage page{options.widthInches, {}, {}};
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
void stretch(FigurePage& page, double heightInches) {
    const auto whole = static_cast<int>(std::lround(heightInches * kInch));
    const double factor = static_cast<double>(whole) / page.size.height();
    for (auto& panel : page.panels) {
        const int top = static_cast<int>(std::lround(factor * panel.title.top()));
        const int bottom =
            static_cast<int>(std::lround(factor * (panel.box.top() + panel.box.height())));
        panel.title.moveTop(top);
        panel.box.setTop(top + panel.title.height());
        panel.box.setHeight(std::max(kLeastPanelHeight, bottom - top - panel.title.height()));
    }
    page.size.setHeight(whole);
}

} // namespace

std::vector<Plot*> FigurePage::plots() const {
    std::vector<Plot*> plots;
    for (const auto& panel : panels) {
        plots.push_back(panel.plot);
    }
    return plots;
}

QString FigurePage::title() const {
    QStringList titles;
    for (const auto& panel : panels) {
        titles << panel.plot->accessibleName();
    }
    return titles.join(", ");
}

FigurePage layOutFigure(const std::vector<Plot*>& plots, const FigureOptions& options) {
    auto page = natural(plots, options);
    if (options.heightInches > 0.0) {
        stretch(page, options.heightInches);
    }
    return page;
}

void drawFigure(QPainter& painter, const FigurePage& page, const Theme& theme) {
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

Theme figureTheme(const FigureOptions& options) {
    Theme theme = lightTheme();
    theme.colours = options.colours;
    return theme;
}

} // namespace tessera::ui
