#pragma once

#include "core/api/result.h"
#include "core/api/run.h"

#include <QObject>

#include <filesystem>
#include <optional>

class QWidget;

namespace tessera::ui {

class Services;

// Saves what belongs to a run under a name that the person chooses. What goes wrong is said in a
// dialog. Takes values: while the dialog is open, the runs may change or be gone. UI thread; files
// are read and written in the background.
class RunExport : public QObject {
    Q_OBJECT

public:
    // Dialogs stand before `window`, which owns this object.
    RunExport(Services& services, QWidget* window);

    void saveJson(RunRecord run);
    // A copy of a token's file.
    void saveToken(std::filesystem::path token, QString name);

Q_SIGNALS:
    // A whole sentence about what was saved.
    void saved(const QString& sentence);

private:
    void report(const std::filesystem::path& file, const std::optional<Error>& failure);

    Services& m_services;
    QWidget* m_window;
};

// A name as a file's: letters, digits, dots and hyphens only; never empty.
[[nodiscard]] QString fileNameFrom(const QString& name);

} // namespace tessera::ui
