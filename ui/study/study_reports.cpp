#include "ui/study/study_reports.h"

#include "ui/bridge/services.h"
#include "ui/strings/strings.h"
#include "ui/study/study_document.h"
#include "ui/study/study_watch.h"

#include <QDesktopServices>
#include <QUrl>
#include <QWidget>

namespace tessera::ui {

namespace {

struct ReportFile {
    QString title, filter;
    const char* ending;
};

ReportFile reportFile(StudyReportKind kind) {
    switch (kind) {
    case StudyReportKind::Page:
        return {StudyReports::tr("Save the report"), StudyReports::tr("Web pages (*.html)"),
                ".html"};
    case StudyReportKind::Tables:
        return {StudyReports::tr("Save the tables"), StudyReports::tr("LaTeX (*.tex)"), ".tex"};
    case StudyReportKind::Numbers:
        break;
    }
    return {StudyReports::tr("Save the figures"),
            StudyReports::tr("Comma-separated values (*.csv)"), ".csv"};
}

} // namespace

StudyReports::StudyReports(Services& services, const StudyDocument& document,
                           const StudyWatch& watch, QWidget* window)
    : QObject(window), m_services(services), m_document(document), m_watch(watch),
      m_window(window) {}

void StudyReports::save(StudyReportKind kind) {
    const auto about = reportFile(kind);
    auto file = m_services.dialogs.saveFile(m_window, about.title, {about.filter},
                                            fromUtf8(m_document.study().name) +
                                                QLatin1String(about.ending));
    if (!file) {
        return;
    }
    if (!file->has_extension()) {
        *file += about.ending;
    }
    write(kind, *file, [this, file = *file] {
        Q_EMIT said(MessageLevel::Info, tr("Saved: %1").arg(fromUtf8(file.string())), {});
    });
}

void StudyReports::open() {
    if (!m_services.library.isOpen()) {
        return;
    }
    const auto file =
        m_services.library.opened()->folder / "studies" / (m_document.study().name + ".html");
    write(StudyReportKind::Page, file, [this, file] {
        const auto path = fromUtf8(file.string());
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) {
            Q_EMIT said(
                MessageLevel::Warning,
                tr("No program was found that opens the report. It is kept as %1.").arg(path), {});
        }
    });
}

void StudyReports::write(StudyReportKind kind, const std::filesystem::path& file,
                         const std::function<void()>& then) {
    const auto& engine = m_services.bridge.engine();
    if (!m_services.library.isOpen()) {
        return;
    }
    m_work.run(
        this,
        [&services = m_services, kind, file, study = m_document.study(),
         compared = m_watch.compared(), runs = m_services.library.runs(),
         folder = m_services.library.opened()->folder,
         catalog = engine && *engine ? (*engine)->catalog : Catalog()]() -> Result<void> {
            const auto text = services.studies.report(kind, study, runs, compared, catalog, folder);
            return text ? services.documents.writeFile(file, *text) : fail(text.error());
        },
        [this, then](const Result<void>& written) {
            if (written) {
                then();
            } else {
                Q_EMIT said(MessageLevel::Error,
                            tr("The report was not written. %1").arg(errorText(written.error())),
                            fromUtf8(written.error().detail));
            }
        });
}

} // namespace tessera::ui
