#include "ui/main_window/export_controller.h"

#include "ui/bridge/services.h"
#include "ui/panels/figure_dialog.h"
#include "ui/plots/figure.h"
#include "ui/strings/strings.h"
#include "ui/widgets/notice_bar.h"

#include <QLocale>
#include <QWidget>

namespace tessera::ui {

namespace {

constexpr double kNarrowest = FigureOptions::kNarrowest;
constexpr double kWidest = FigureOptions::kWidest;

} // namespace

ExportController::ExportController(Services& services, NoticeBar& notices, QWidget* window)
    : QObject(window), m_services(services), m_notices(notices), m_window(window) {}

void ExportController::exportPlots(const std::vector<Plot*>& plots, const QString& name) {
    if (plots.empty()) {
        m_notices.post(MessageLevel::Info, tr("This view holds no plots to export."));
        return;
    }
    FigureDialog dialog(m_services.settings, plots, m_window);
    while (m_services.dialogs.show(dialog) == Consent::Yes) {
        dialog.remember();
        const auto extension = dialog.extension();
        const auto file = m_services.dialogs.saveFile(
            m_window, tr("Export the figure"), figureFilters(extension), name + '.' + extension);
        if (!file) {
            continue; // back to the choices
        }
        if (!mayReplace(filesBesideFigure(*file, plots, dialog.options()))) {
            continue;
        }
        if (auto written = writeFigure(*file, plots, dialog.options()); !written) {
            dialog.setFailure(
                tr("The figure was not exported. %1").arg(fromUtf8(written.error().detail)));
            continue;
        }
        m_notices.post(MessageLevel::Info, tr("Exported to %1").arg(fromUtf8(file->string())));
        return;
    }
}

bool ExportController::mayReplace(const std::vector<std::filesystem::path>& files) const {
    QStringList there;
    for (const auto& file : files) {
        std::error_code error;
        if (std::filesystem::exists(file, error)) {
            there << fromUtf8(file.filename().string());
        }
    }
    return there.isEmpty() ||
           m_services.dialogs.ask(
               m_window,
               tr("%n file(s) that belong to the figure are there already: %1. Replace them?", "",
                  static_cast<int>(there.size()))
                   .arg(there.join(tr(", ", "between two file names"))),
               tr("Replace"), tr("Go back")) == Consent::Yes;
}

double ExportController::width() const {
    const double inches = m_services.settings.value(setting::kFigureWidth).toDouble();
    return inches >= kNarrowest && inches <= kWidest ? inches : FigureOptions{}.widthInches;
}

void ExportController::setWidth(double inches) {
    m_services.settings.setValue(setting::kFigureWidth, inches);
}

void ExportController::askWidth() {
    const auto text = m_services.dialogs.askText(
        m_window, tr("Figure width"),
        tr("Width of exported figures (inches, %1 to %2):").arg(kNarrowest).arg(kWidest),
        QLocale().toString(width()));
    if (!text) {
        return;
    }
    bool good = false;
    const double inches = QLocale().toDouble(*text, &good);
    if (!good || inches < kNarrowest || inches > kWidest) {
        m_notices.post(MessageLevel::Error,
                       tr("\u201C%1\u201D is not a width between %2 and %3 inches.")
                           .arg(*text)
                           .arg(kNarrowest)
                           .arg(kWidest));
        return;
    }
    setWidth(inches);
}

} // namespace tessera::ui
