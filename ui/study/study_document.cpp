#include "ui/study/study_document.h"

#include "ui/bridge/services.h"
#include "ui/strings/strings.h"

#include <utility>

namespace tessera::ui {

StudyDocument::StudyDocument(Services& services, QObject* parent)
    : QObject(parent), m_services(services) {
    const auto kept = services.settings.value(setting::kStudy).toString().toStdString();
    const auto study = kept.empty() ? Result<StudySpec>(services.studies.defaultStudy())
                                    : services.studies.parse(kept);
    // One that is damaged, or not complete yet, has no text that could be read again.
    m_study = study ? *study : services.studies.defaultStudy();
    const bool cameBack = study && !kept.empty();
    if (cameBack) {
        m_file = services.settings.value(setting::kStudyFile).toString().toStdString();
    }
    look();
    if (!m_file.empty()) {
        compareWithFile(); // until it has been read, the recipe counts as changed
    } else if (cameBack) {
        m_savedText = beginning();
    } else {
        setSaved(m_text);
    }
}

// Both texts are made now: a field that came with a later version stands in both.
std::string StudyDocument::beginning() const {
    const auto& studies = m_services.studies;
    const auto kept = m_services.settings.value(setting::kStudySaved).toString().toStdString();
    const auto began =
        kept.empty() ? Result<StudySpec>(studies.defaultStudy()) : studies.parse(kept);
    return studies.text(began ? *began : studies.defaultStudy());
}

void StudyDocument::setSaved(const std::string& text) {
    m_savedText = text;
    m_services.settings.setValue(setting::kStudySaved, fromUtf8(text));
}

void StudyDocument::compareWithFile() {
    m_services.background.run(
        this,
        [&studies = m_services.studies, file = m_file]() -> Result<std::string> {
            const auto read = studies.read(file);
            return read ? Result<std::string>(studies.text(*read)) : fail(read.error());
        },
        [this, file = m_file](const Result<std::string>& saved) {
            if (saved && m_savedText.empty() && m_file == file) { // none was taken meanwhile
                m_savedText = *saved;
            }
        });
}

void StudyDocument::change(const std::function<void(StudySpec&)>& change) {
    auto next = m_study;
    change(next);
    if (next != m_study) {
        m_study = std::move(next);
        look();
        Q_EMIT changed();
    }
}

void StudyDocument::replace(StudySpec study, const std::filesystem::path& file) {
    ++m_generation;
    m_study = std::move(study);
    m_file = file;
    m_typed.clear();
    m_services.settings.setValue(setting::kStudyFile, fromUtf8(file.string()));
    look();
    setSaved(m_text);
    Q_EMIT changed();
}

void StudyDocument::setKept(const StudySpec& study, int generation) {
    if (m_file.empty() && generation == m_generation) {
        setSaved(m_services.studies.text(study));
    }
}

void StudyDocument::setTypedProblem(const QString& field, const QString& problem) {
    auto& known = m_typed[field];
    if (known != problem) {
        known = problem;
        look();
        Q_EMIT changed();
    }
}

bool StudyDocument::hasTypedProblem(const QString& field) const {
    const auto typed = m_typed.find(field);
    return typed != m_typed.end() && !typed->second.isEmpty();
}

void StudyDocument::look() {
    const auto& studies = m_services.studies;
    m_text = studies.text(m_study);
    m_problems.clear();
    for (const auto& [field, problem] : m_typed) {
        if (!problem.isEmpty()) {
            m_problems << problem;
        }
    }
    if (m_study.methods.empty()) {
        m_problems << tr("Choose at least one method.");
    }
    if (m_study.seeds.empty()) {
        m_problems << tr("Type at least one seed.");
    }
    for (const auto& problem : studies.problemsOf(m_study)) {
        m_problems << fromUtf8(problem);
    }
    m_extent = studies.extentOf(m_study);
    if (m_problems.isEmpty()) {
        m_services.settings.setValue(setting::kStudy, fromUtf8(m_text));
    }
}

void StudyDocument::open(const std::filesystem::path& file) {
    m_services.background.run(
        this, [&studies = m_services.studies, file] { return studies.read(file); },
        [this, file](const Result<StudySpec>& read) {
            if (read) {
                Q_EMIT opened(*read, file);
            } else {
                Q_EMIT failed(tr("\u201C%1\u201D cannot be opened as a study. %2")
                                  .arg(fromUtf8(file.filename().string()), errorText(read.error())),
                              fromUtf8(read.error().detail));
            }
        });
}

void StudyDocument::save(const std::filesystem::path& file) {
    m_services.background.run(
        this,
        [&documents = m_services.documents, file, text = m_text] {
            return documents.writeFile(file, text);
        },
        [this, file, text = m_text, generation = m_generation](const Result<void>& written) {
            if (!written) {
                Q_EMIT failed(tr("The study was not saved. %1").arg(errorText(written.error())),
                              fromUtf8(written.error().detail));
                return;
            }
            if (generation == m_generation) {
                m_file = file;
                setSaved(text);
                m_services.settings.setValue(setting::kStudyFile, fromUtf8(file.string()));
            }
            Q_EMIT saved();
        });
}

} // namespace tessera::ui
