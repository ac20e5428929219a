#include "ui/settings/settings.h"

#include <array>

namespace tessera::ui {

namespace {

constexpr const char* kVersionKey = "version";

const std::array<SettingEntry, 26>& entries() {
    static const std::array<SettingEntry, 26> all = {{
        {setting::kTheme, QString("system")},
        {setting::kColours, QString("viridis")},
        {setting::kLanguage, QString()},
        {setting::kGeometry, QByteArray()},
        {setting::kDocks, QByteArray()},
        {setting::kView, QString()},
        {setting::kRecent, QStringList()},
        {setting::kExperiment, QString()},
        {setting::kStore, QString()},
        {setting::kRuns, QStringList()},
        {setting::kFilter, QString()},
        {setting::kStudy, QString()},
        {setting::kStudyFile, QString()},
        {setting::kStudySaved, QString()}, // "" = the default one
        {setting::kRunColumns, QByteArray()},
        {setting::kFigureWidth, 5.5},
        {setting::kFigureHeight, 0.0},
        {setting::kFigureFormat, QString("pdf")},
        {setting::kFigureCaption, false},
        {setting::kLastFolder, QString()},
        {setting::kRequireHmac, false},
        {setting::kSigningKey, QString()},
        {setting::kSigner, QString()},
        {setting::kMemoryBudget, 0},
        {setting::kScriptsApart, true},
        {setting::kTeaching, false},
    }};
    return all;
}

QVariant fallbackOf(const char* key) {
    for (const auto& entry : entries()) {
        if (qstrcmp(entry.key, key) == 0) {
            return entry.fallback;
        }
    }
    Q_ASSERT_X(false, "Settings", "a key that is not in the table");
    return {};
}

} // namespace

Settings::Settings(const QString& file)
    : m_settings(file.isEmpty() ? QSettings().fileName() : file, QSettings::IniFormat) {
    migrate();
}

QVariant Settings::value(const char* key) const {
    const auto fallback = fallbackOf(key);
    if (!m_readable) {
        return fallback;
    }
    auto value = m_settings.value(key, fallback);
    // Lists of one element come back from the file as that element; numbers as text.
    return value.convert(fallback.metaType()) ? value : fallback;
}

void Settings::setValue(const char* key, const QVariant& value) {
    Q_ASSERT(value.metaType() == fallbackOf(key).metaType());
    if (m_readable) {
        m_settings.setValue(key, value);
    }
}

void Settings::migrate() {
    const int found = m_settings.value(kVersionKey, kVersion).toInt();
    m_readable = found <= kVersion;
    if (m_readable) {
        m_settings.setValue(kVersionKey, kVersion);
    }
}

} // namespace tessera::ui
