#pragma once

#include "core/api/study_desk.h"
#include "ui/bridge/background.h"
#include "ui/widgets/notice_bar.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>

class QWidget;

namespace tessera::ui {

class Services;
class StudyDocument;
class StudyWatch;

// Writes the reports of a study. UI thread; they are made on another one.
class StudyReports : public QObject {
    Q_OBJECT

public:
    // `window` is the parent of questions.
    StudyReports(Services& services, const StudyDocument& document, const StudyWatch& watch,
                 QWidget* window);

    // Asks where to.
    void save(StudyReportKind kind);
    // Writes the page beside the store and opens it with the desktop's program.
    void open();

Q_SIGNALS:
    void said(tessera::ui::MessageLevel level, const QString& sentence, const QString& details);

private:
    void write(StudyReportKind kind, const std::filesystem::path& file,
               const std::function<void()>& then);

    Services& m_services;
    const StudyDocument& m_document;
    const StudyWatch& m_watch;
    QWidget* m_window;
    Background m_work; // takes seconds, for which the run store must not wait
};

} // namespace tessera::ui
