#include "ui/bridge/run_library.h"

#include "ui/bridge/background.h"

#include <QUndoCommand>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kPollMs = 2000;

// What `edit` would have to be for the run to become what it is now.
RunEdit inverseOf(const RunEdit& edit, const RunRecord& run) {
    RunEdit inverse;
    if (edit.name) {
        inverse.name = run.name;
    }
    if (edit.note) {
        inverse.note = run.note;
    }
    if (edit.starred) {
        inverse.starred = run.starred;
    }
    if (edit.tags) {
        inverse.tags = run.tags;
    }
    return inverse;
}

void applyTo(RunRecord& run, const RunEdit& edit) {
    run.name = edit.name.value_or(run.name);
    run.note = edit.note.value_or(run.note);
    run.starred = edit.starred.value_or(run.starred);
    run.tags = edit.tags.value_or(run.tags);
}

} // namespace

class EditRunCommand : public QUndoCommand {
public:
    EditRunCommand(RunLibrary& library, RunId run, RunEdit edit, RunEdit inverse,
                   const QString& label)
        : QUndoCommand(label), m_library(library), m_run(std::move(run)), m_edit(std::move(edit)),
          m_inverse(std::move(inverse)) {}
    void redo() override { m_library.applyEdit(m_run, m_edit); }
    void undo() override { m_library.applyEdit(m_run, m_inverse); }

private:
    RunLibrary& m_library;
    RunId m_run;
    RunEdit m_edit, m_inverse;
};

class RemoveRunsCommand : public QUndoCommand {
public:
    RemoveRunsCommand(RunLibrary& library, std::vector<RunId> runs)
        : m_library(library), m_runs(std::move(runs)) {
        setText(RunLibrary::tr("Delete %n run(s)", "", static_cast<int>(m_runs.size())));
    }
    void redo() override { m_library.applyRemoval(m_runs, Removal::Remove); }
    void undo() override { m_library.applyRemoval(m_runs, Removal::Restore); }

private:
    RunLibrary& m_library;
    std::vector<RunId> m_runs;
};

RunLibrary::RunLibrary(Documents& documents, Background& background, QUndoStack& undo,
                       QObject* parent)
    : QObject(parent), m_documents(documents), m_background(background), m_undo(undo) {
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &RunLibrary::pollRevision);
}

void RunLibrary::open(const std::filesystem::path& file) {
    struct Opening {
        Result<OpenedStore> store;
        Result<std::vector<RunRecord>> runs;
    };
    m_background.run(
        this,
        [&documents = m_documents, file]() -> Opening {
            auto store = documents.openStore(file);
            if (!store) {
                return {store, {}};
            }
            auto runs = store->store->list();
            return {std::move(store), std::move(runs)};
        },
        [this](Opening opening) {
            if (!opening.store || !opening.runs) {
                Q_EMIT failed(opening.store ? opening.runs.error() : opening.store.error());
                return;
            }
            m_opened = std::move(*opening.store);
            m_runs = std::move(*opening.runs);
            m_revision.reset();
            m_lost = false;
            m_undo.clear(); // what it speaks of is not here any more
            m_poll.start();
            Q_EMIT storeOpened();
            Q_EMIT runsChanged();
        });
}

const RunRecord* RunLibrary::find(const RunId& run) const {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [&](const auto& record) { return record.id == run; });
    return found != m_runs.end() ? &*found : nullptr;
}

void RunLibrary::edit(const RunId& run, const RunEdit& edit, const QString& label) {
    if (const auto* record = find(run)) {
        m_undo.push(new EditRunCommand(*this, run, edit, inverseOf(edit, *record), label));
    }
}

void RunLibrary::remove(const std::vector<RunId>& runs) {
    if (!runs.empty()) {
        m_undo.push(new RemoveRunsCommand(*this, runs));
    }
}

void RunLibrary::applyEdit(const RunId& run, const RunEdit& edit) {
    if (!m_opened) {
        return;
    }
    for (auto& record : m_runs) {
        if (record.id == run) {
            applyTo(record, edit);
        }
    }
    Q_EMIT runsChanged();
    m_background.run(
        this, [store = m_opened->store, run, edit] { return store->edit(run, edit); },
        [this](const Result<void>& done) {
            if (!done) {
                Q_EMIT failed(done.error());
            }
            refresh();
        });
}

void RunLibrary::applyRemoval(const std::vector<RunId>& runs, Removal removal) {
    if (!m_opened) {
        return;
    }
    if (removal == Removal::Remove) {
        std::erase_if(m_runs, [&](const auto& record) {
            return std::find(runs.begin(), runs.end(), record.id) != runs.end();
        });
        Q_EMIT runsChanged();
    }
    m_background.run(
        this,
        [store = m_opened->store, runs, removal]() -> Result<void> {
            Result<void> all;
            for (const auto& run : runs) {
                if (auto done = store->setRemoved(run, removal); !done) {
                    all = done;
                }
            }
            return all;
        },
        [this](const Result<void>& done) {
            if (!done) {
                Q_EMIT failed(done.error());
            }
            refresh();
        });
}

void RunLibrary::refresh() {
    if (!m_opened) {
        return;
    }
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    m_background.run(
        this, [store = m_opened->store] { return std::pair(store, store->list()); },
        [this](std::pair<std::shared_ptr<RunStore>, Result<std::vector<RunRecord>>> read) {
            m_refreshing = false;
            auto& [store, runs] = read;
            if (!m_opened || store != m_opened->store) {
                return; // another store was opened meanwhile
            }
            if (runs) {
                m_lost = false;
                m_runs = std::move(*runs);
                Q_EMIT runsChanged();
            } else if (!m_lost) {
                m_lost = true;
                Q_EMIT failed(runs.error());
            }
            if (m_refreshAgain) {
                m_refreshAgain = false;
                refresh();
            }
        });
}

void RunLibrary::pollRevision() {
    m_background.run(
        this,
        [store = m_opened->store, file = m_opened->file]() -> Result<std::int64_t> {
            // An open file lives on after it was deleted or moved; for the person it is gone.
            std::error_code error;
            if (!std::filesystem::exists(file, error)) {
                return fail(ErrorCode::NotFound,
                            "the run store " + file.string() +
                                " is no longer there; put it back or open another one");
            }
            return store->revision();
        },
        [this](const Result<std::int64_t>& revision) {
            if (!revision) {
                if (!m_lost) {
                    m_lost = true;
                    Q_EMIT failed(revision.error());
                }
                return;
            }
            if (m_lost || !m_revision || *m_revision != *revision) {
                m_revision = *revision;
                refresh();
            }
        });
}

} // namespace tessera::ui
