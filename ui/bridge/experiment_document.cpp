#include "ui/bridge/experiment_document.h"

#include "ui/bridge/background.h"
#include "ui/strings/strings.h"

#include <QUndoCommand>

#include <algorithm>
#include <array>
#include <system_error>

namespace tessera::ui {

namespace {

constexpr int kRecoveryDelayMs = 1000;
constexpr int kChangeCommandId = 1;

constexpr std::array<const char*, 5> kPlaces = {"source", "receiver", "data", "transfer",
                                                "controls"};

// The core's sentences begin with the place that they speak of ("transfer.rate must be ...", "the
// source names 3 classes ..."): the first card that is named shows it.
QString placeOf(const std::string& sentence) {
    std::size_t first = std::string::npos;
    QString place;
    for (const char* candidate : kPlaces) {
        const auto at = sentence.find(candidate);
        if (at < first) {
            first = at;
            place = candidate;
        }
    }
    return place == "controls" ? QStringLiteral("transfer") : place;
}

SetupProblem problemFrom(const std::string& sentence) {
    return {placeOf(sentence), fromUtf8(sentence)};
}

} // namespace

class ChangeExperimentCommand : public QUndoCommand {
public:
    ChangeExperimentCommand(ExperimentDocument& document, QString field, const QString& label,
                            Experiment before, Experiment after)
        : QUndoCommand(label), m_document(document), m_field(std::move(field)),
          m_before(std::move(before)), m_after(std::move(after)) {}

    [[nodiscard]] int id() const override { return m_field.isEmpty() ? -1 : kChangeCommandId; }
    void redo() override { m_document.apply(m_after); }
    void undo() override { m_document.apply(m_before); }
    bool mergeWith(const QUndoCommand* other) override {
        const auto& next = static_cast<const ChangeExperimentCommand&>(*other);
        if (next.m_field != m_field) {
            return false;
        }
        m_after = next.m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    ExperimentDocument& m_document;
    QString m_field;
    Experiment m_before, m_after;
};

ExperimentDocument::ExperimentDocument(Documents& documents, const JobService& jobs,
                                       QUndoStack& undo, Background& background,
                                       std::filesystem::path recoveryFile, QObject* parent)
    : QObject(parent), m_documents(documents), m_jobs(jobs), m_undo(undo), m_background(background),
      m_recoveryFile(std::move(recoveryFile)), m_experiment(documents.defaultExperiment()),
      m_saved(m_experiment), m_lastGood(m_experiment) {
    m_recoveryTimer.setSingleShot(true);
    m_recoveryTimer.setInterval(kRecoveryDelayMs);
    connect(&m_recoveryTimer, &QTimer::timeout, this, &ExperimentDocument::keepRecovery);
    check();
}

QString ExperimentDocument::title() const {
    return m_file.empty() ? tr("Untitled") : fromUtf8(m_file.filename().string());
}

void ExperimentDocument::change(const QString& field, const QString& label,
                                const std::function<void(Experiment&)>& change) {
    auto next = m_experiment;
    // The default name follows what it describes; one that a person gave stays.
    const bool hasDefaultName = next.name == m_documents.defaultName(next);
    change(next);
    if (hasDefaultName && next.name == m_experiment.name) {
        next.name = m_documents.defaultName(next);
    }
    if (next != m_experiment) {
        m_undo.push(new ChangeExperimentCommand(*this, field, label, m_experiment, next));
    }
}

void ExperimentDocument::replace(const Experiment& experiment, const QString& label) {
    if (experiment != m_experiment) {
        m_undo.push(new ChangeExperimentCommand(*this, {}, label, m_experiment, experiment));
    }
}

void ExperimentDocument::startNew() {
    adopt(m_documents.defaultExperiment(), {});
}

void ExperimentDocument::revert() {
    adopt(Experiment(m_saved), std::filesystem::path(m_file));
}

Result<void> ExperimentDocument::save(const std::filesystem::path& file) {
    if (const auto problems = m_documents.problemsOf(m_experiment); !problems.empty()) {
        return fail(ErrorCode::InvalidArgument, problems.front() + "; mend it, then save");
    }
    if (auto written = m_documents.writeExperiment(file, m_experiment); !written) {
        return written;
    }
    m_saved = m_experiment;
    m_file = file;
    discardRecovery();
    Q_EMIT fileChanged();
    return {};
}

ExperimentDocument::Restored ExperimentDocument::restore(const std::filesystem::path& file) {
    Restored restored;
    std::error_code error;
    std::optional<Experiment> unsaved;
    if (std::filesystem::exists(m_recoveryFile, error)) {
        if (auto read = m_documents.readExperiment(m_recoveryFile)) {
            unsaved = std::move(*read);
        } else {
            restored.unreadable = m_recoveryFile;
            restored.unreadable += ".unreadable";
            std::filesystem::rename(m_recoveryFile, restored.unreadable, error);
        }
    }
    if (!file.empty()) {
        if (const auto read = m_documents.readExperiment(file)) {
            m_experiment = m_saved = *read;
            m_file = file;
        } else {
            restored.opened = fail(read.error());
        }
    }
    restored.recovered = unsaved && *unsaved != m_experiment;
    apply(restored.recovered ? *unsaved : m_experiment);
    Q_EMIT fileChanged();
    return restored;
}

void ExperimentDocument::discardRecovery() {
    m_recoveryTimer.stop();
    m_background.run(
        this,
        [file = m_recoveryFile]() -> Result<bool> {
            std::error_code ignored;
            return std::filesystem::remove(file, ignored);
        },
        [](const Result<bool>&) {});
}

void ExperimentDocument::keepRecovery() {
    m_recoveryTimer.stop();
    // What is being typed may not be readable yet; then all but that is kept.
    if (m_lastGood == m_saved) {
        discardRecovery();
        return;
    }
    // Best effort: the document itself is still in memory, and saving it says what is wrong.
    m_background.run(
        this,
        [&documents = m_documents, file = m_recoveryFile, experiment = m_lastGood] {
            return documents.writeExperiment(file, experiment);
        },
        [](const Result<void>&) {});
}

void ExperimentDocument::check() {
    std::vector<SetupProblem> problems;
    for (const auto& [field, problem] : m_entryProblems) {
        problems.push_back(problem);
    }
    const auto sentences = m_documents.problemsOf(m_experiment);
    for (const auto& sentence : sentences) {
        problems.push_back(problemFrom(sentence));
    }
    if (sentences.empty()) {
        m_lastGood = m_experiment;
    }
    const auto verdict = m_jobs.check(m_experiment);
    if (verdict && !*verdict && problems.empty()) {
        problems.push_back(problemFrom(verdict->error().detail));
    }
    m_problems = std::move(problems);
    Q_EMIT problemsChanged();
}

void ExperimentDocument::setEntryProblem(const QString& field, const SetupProblem& problem) {
    const bool changes = problem.text.isEmpty() ? m_entryProblems.erase(field) > 0
                                                : m_entryProblems[field].text != problem.text;
    if (changes) {
        if (!problem.text.isEmpty()) {
            m_entryProblems[field] = problem;
        }
        check();
    }
}

void ExperimentDocument::apply(const Experiment& experiment) {
    m_experiment = experiment;
    m_recoveryTimer.start();
    Q_EMIT changed();
    check();
}

void ExperimentDocument::adopt(const Experiment& experiment, const std::filesystem::path& file) {
    discardRecovery();
    m_undo.clear();
    m_entryProblems.clear();
    m_experiment = experiment;
    m_saved = experiment;
    m_file = file;
    Q_EMIT changed();
    Q_EMIT fileChanged();
    check();
}

} // namespace tessera::ui
