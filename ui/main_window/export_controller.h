#pragma once

#include <QObject>

#include <filesystem>
#include <vector>

class QWidget;

namespace tessera::ui {

class NoticeBar;
class Plot;
class Services;

// Writes plots to files that a person chooses. UI thread.
class ExportController : public QObject {
    Q_OBJECT

public:
    ExportController(Services& services, NoticeBar& notices, QWidget* window);

    // Asks for format and size, and then for a file; `name` is what it is called if the person does
    // not say otherwise. After a failure the questions come again, with what was chosen.
    void exportPlots(const std::vector<Plot*>& plots, const QString& name);

    // Width of exported figures in inches.
    [[nodiscard]] double width() const;
    void setWidth(double inches);
    void askWidth();

private:
    // Whether files beside it that are there already may be replaced: a file dialog asks about the
    // named one only.
    [[nodiscard]] bool mayReplace(const std::vector<std::filesystem::path>& files) const;

    Services& m_services;
    NoticeBar& m_notices;
    QWidget* m_window;
};

} // namespace tessera::ui
