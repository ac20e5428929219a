#pragma once

#include <QSettings>
#include <QVariant>

namespace tessera::ui {

// One entry of the settings: key, default. Keys are frozen.
struct SettingEntry {
    const char* key;
    QVariant fallback;
};

namespace setting {
inline constexpr const char* kTheme = "look/theme";       // "system", "light", "dark"
inline constexpr const char* kColours = "look/colours";   // of maps: "viridis", "cividis"
inline constexpr const char* kLanguage = "look/language"; // "" = the system's, "de", ...
inline constexpr const char* kGeometry = "window/geometry";
inline constexpr const char* kDocks = "window/docks";
inline constexpr const char* kView = "window/view";
inline constexpr const char* kRecent = "files/recent";
inline constexpr const char* kExperiment = "session/experiment";
inline constexpr const char* kStore = "session/store";
inline constexpr const char* kRuns = "session/runs"; // ids of the chosen runs
inline constexpr const char* kFilter = "session/filter";
inline constexpr const char* kStudy = "session/study"; // recipe on the page of studies
inline constexpr const char* kStudyFile = "session/studyFile";
inline constexpr const char* kStudySaved = "session/studySaved"; // recipe that is no change
inline constexpr const char* kRunColumns = "runs/columns";
inline constexpr const char* kFigureWidth = "export/width";     // inches
inline constexpr const char* kFigureHeight = "export/height";   // inches; 0: follows the width
inline constexpr const char* kFigureFormat = "export/format";   // an extension
inline constexpr const char* kFigureCaption = "export/caption"; // write one beside the figure
inline constexpr const char* kLastFolder = "files/folder";
inline constexpr const char* kRequireHmac = "tokens/requireHmac";   // of files that are opened
inline constexpr const char* kSigningKey = "tokens/signingKey";     // file of the last one used
inline constexpr const char* kSigner = "tokens/signer";             // name that went with it
inline constexpr const char* kMemoryBudget = "engine/memoryBudget"; // MiB; 0: half the machine's
inline constexpr const char* kScriptsApart = "engine/scriptsApart"; // in a child process
inline constexpr const char* kTeaching = "lessons/teaching";        // runs wait after each stage
} // namespace setting

// What the program remembers between sessions. A value of the wrong type, or a file of a newer
// version, reads as the default. UI thread.
class Settings {
public:
    // Raised when a key changes its meaning; migrate() brings older files forward.
    static constexpr int kVersion = 1;

    // An empty path: the user's own settings file.
    explicit Settings(const QString& file = {});

    [[nodiscard]] QVariant value(const char* key) const;
    void setValue(const char* key, const QVariant& value);
    void sync() { m_settings.sync(); }

private:
    void migrate();

    QSettings m_settings;
    bool m_readable = true; // false: of a newer version, which is left as it is
};

} // namespace tessera::ui
