#pragma once

#include "ui/bridge/lesson_file.h"

#include <QString>

#include <optional>
#include <vector>

namespace tessera::ui {

// The lessons of a folder: one folder each, with a description lesson.json and a Markdown page a
// stage, in English and, below a folder named after it, in another language. The pages in the
// folder "general" speak of any run; they stand in for those that a lesson does not have. UI
// thread.
class LessonLibrary {
public:
    // The program's own, in the language of the interface.
    LessonLibrary();
    LessonLibrary(QString folder, QString language);

    struct Entry {
        QString id;            // its folder
        Result<Lesson> lesson; // or why it cannot be read
    };
    // In order: by number, what cannot be read last.
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    // Null if there is no such lesson, or if it cannot be read.
    [[nodiscard]] const Lesson* find(const QString& id) const;

    // Markdown. `stage` is "start" or a phase's name, `id` may be empty. Nothing: there is no page.
    [[nodiscard]] std::optional<QString> page(const QString& id, const QString& stage) const;

private:
    [[nodiscard]] std::optional<QString> pageIn(const QString& folder, const QString& stage) const;

    QString m_folder, m_language;
    std::vector<Entry> m_entries;
};

} // namespace tessera::ui
