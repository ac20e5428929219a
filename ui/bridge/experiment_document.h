#pragma once

#include "core/api/documents.h"
#include "core/api/job_service.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <filesystem>
#include <functional>
#include <map>
#include <vector>

namespace tessera::ui {

class Background;

// Something that keeps an experiment from running. `place` is the card: "source", "receiver",
// "data", "transfer", or empty for the whole.
struct SetupProblem {
    QString place;
    QString text;
};

// The experiment that Setup shows and Run executes, with its file and its history. Checked as it
// changes: at once by the rules of its fields, and by the engine as soon as that is there. Kept in
// a recovery file, a second after each change, until it is saved. UI thread.
class ExperimentDocument : public QObject {
    Q_OBJECT

public:
    // `background` is not used before the constructor has returned.
    ExperimentDocument(Documents& documents, const JobService& jobs, QUndoStack& undo,
                       Background& background, std::filesystem::path recoveryFile,
                       QObject* parent = nullptr);

    [[nodiscard]] const Experiment& experiment() const { return m_experiment; }
    // Empty while never saved.
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isModified() const { return m_experiment != m_saved; }
    [[nodiscard]] const std::vector<SetupProblem>& problems() const { return m_problems; }
    // Text in an editor that means no value of its field keeps the experiment from running; an
    // empty sentence says that all is well again.
    void setEntryProblem(const QString& field, const SetupProblem& problem);

    // Undoable. `field` names what changes; changes of one field in a row become one.
    void change(const QString& field, const QString& label,
                const std::function<void(Experiment&)>& change);
    // Undoable: another experiment in place of this one ("Use the setup of a run").
    void replace(const Experiment& experiment, const QString& label);

    // Not undoable; the history is dropped. Ask about unsaved changes before.
    void startNew();
    void revert(); // to what was saved last
    void adopt(const Experiment& experiment, const std::filesystem::path& file);
    // InvalidArgument while a field holds something that could not be read again.
    [[nodiscard]] Result<void> save(const std::filesystem::path& file);

    // What the last program left: its file, if one is named, and on top of that what it had not
    // saved. Does not drop the history. At the start of the program.
    struct Restored {
        Result<void> opened;
        bool recovered = false;
        std::filesystem::path unreadable; // where unsaved work lies that cannot be read
    };
    [[nodiscard]] Restored restore(const std::filesystem::path& file);
    // Writes the recovery file now, in the background.
    void keepRecovery();

    // Checks again: the engine has come, or data on disk have changed.
    void check();

Q_SIGNALS:
    void changed();
    void problemsChanged();
    void fileChanged();

private:
    friend class ChangeExperimentCommand;
    void apply(const Experiment& experiment);
    void discardRecovery();

    Documents& m_documents;
    const JobService& m_jobs;
    QUndoStack& m_undo;
    Background& m_background;
    std::filesystem::path m_recoveryFile;
    std::filesystem::path m_file;
    Experiment m_experiment;
    Experiment m_saved;
    Experiment m_lastGood; // the newest that could be read again if it were written
    std::map<QString, SetupProblem> m_entryProblems;
    std::vector<SetupProblem> m_problems;
    QTimer m_recoveryTimer;
};

} // namespace tessera::ui
