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
// dialog. UI thread; files are read and written in the background.
class RunExport : public QObject {
    Q_OBJECT

public:
    // Dialogs stand before `window`, which owns this object.
    RunExport(Services& services, QWidget* window);

    void saveJson(const RunRecord& run);
    // A copy of a token's file.
    void saveToken(const std::filesystem::path& token, const QString& name);

Q_SIGNALS:
    // A whole sentence about what was saved.
    void saved(const QString& sentence);

private:
    void report(const std::filesystem::path& file, const std::optional<Error>& failure);

    Services& m_services;
    QWidget* m_window;
};

// Where an artifact of the run lies, if the run has one of this kind ("token").
[[nodiscard]] std::optional<std::filesystem::path>
artifactFile(const RunRecord& run, const std::string& kind, const std::filesystem::path& folder);

// A name as a file's: letters, digits, dots and hyphens only; never empty.
[[nodiscard]] QString fileNameFrom(const QString& name);

} // namespace tessera::ui
