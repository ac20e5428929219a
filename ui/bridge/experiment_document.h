#pragma once

#include "core/api/documents.h"
#include "core/api/job_service.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <filesystem>
#include <functional>
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
    [[nodiscard]] bool canRun() const { return m_problems.empty() && m_engineChecked; }
    // False until the engine has had its say: while it is loading, or when it is missing.
    [[nodiscard]] bool isEngineChecked() const { return m_engineChecked; }

    // Undoable. `field` names what changes; changes of one field in a row become one.
    void change(const QString& field, const QString& label,
                const std::function<void(Experiment&)>& change);
    // Undoable: another experiment in place of this one ("Use the setup of a run").
    void replace(const Experiment& experiment, const QString& label);

    // Not undoable; the history is dropped. Ask about unsaved changes before.
    void startNew();
    void revert(); // to what was saved last
    [[nodiscard]] Result<void> open(const std::filesystem::path& file);
    [[nodiscard]] Result<void> save(const std::filesystem::path& file);

    // What a crashed program left behind, if anything; it becomes the unsaved document.
    bool recover();
    // Called when nothing unsaved is to be kept.
    void discardRecovery();
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
    void adopt(const Experiment& experiment, const std::filesystem::path& file);

    Documents& m_documents;
    const JobService& m_jobs;
    QUndoStack& m_undo;
    Background& m_background;
    std::filesystem::path m_recoveryFile;
    std::filesystem::path m_file;
    Experiment m_experiment;
    Experiment m_saved;
    std::vector<SetupProblem> m_problems;
    bool m_engineChecked = false;
    QTimer m_recoveryTimer;
};

} // namespace tessera::ui
