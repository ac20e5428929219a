#pragma once

#include "core/api/study_desk.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace tessera::ui {

class Services;

// The recipe on the page of studies: what is typed, the file it came from, and what is wrong with
// it. Survives the end of the program. UI thread; files are read and written in the background.
class StudyDocument : public QObject {
    Q_OBJECT

public:
    // The recipe that the last session left, or a small one to start with.
    explicit StudyDocument(Services& services, QObject* parent = nullptr);

    [[nodiscard]] const StudySpec& study() const { return m_study; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    // Differs from its file; or, if it has none, from what it began with (the small one, a preset,
    // one of the store), in whichever session that was.
    [[nodiscard]] bool isModified() const { return m_text != m_savedText; }

    void change(const std::function<void(StudySpec&)>& change);
    // Another recipe, which came from `file` if that is not empty.
    void replace(StudySpec study, const std::filesystem::path& file);
    // Differs after every replace(): what was begun with an earlier recipe does not concern this
    // one.
    [[nodiscard]] int generation() const { return m_generation; }
    // `study`, of that generation, lies beside a store now, which is where it is saved if it has no
    // file.
    void setKept(const StudySpec& study, int generation);

    // What is typed into a field and cannot be taken; empty: it is good.
    void setTypedProblem(const QString& field, const QString& problem);
    // Then the field must be left to who types.
    [[nodiscard]] bool hasTypedProblem(const QString& field) const;
    // What keeps the recipe from being run, a sentence each.
    [[nodiscard]] const QStringList& problems() const { return m_problems; }
    [[nodiscard]] StudyExtent extent() const { return m_extent; }

    // opened() or failed() follows; nothing changes before the caller takes what was opened.
    void open(const std::filesystem::path& file);
    // saved() or failed() follows.
    void save(const std::filesystem::path& file);

Q_SIGNALS:
    // The recipe is another one, or its problems are.
    void changed();
    void opened(const tessera::StudySpec& study, const std::filesystem::path& file);
    void saved();
    void failed(const QString& sentence, const QString& details);

private:
    void look();
    // Whether the recipe that came back is still that of its file.
    void compareWithFile();
    // What a recipe without a file began with, in an earlier session perhaps.
    [[nodiscard]] std::string beginning() const;
    void setSaved(const std::string& text);

    Services& m_services;
    StudySpec m_study;
    std::filesystem::path m_file;
    std::string m_text, m_savedText;
    int m_generation = 0;
    std::map<QString, QString> m_typed;
    QStringList m_problems;
    StudyExtent m_extent;
};

} // namespace tessera::ui
