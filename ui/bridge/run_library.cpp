#include "ui/bridge/run_library.h"

#include "core/api/job_service.h"
#include "ui/bridge/background.h"

#include <QUndoCommand>

#include <algorithm>
#include <sys/stat.h>
#include <utility>

namespace tessera::ui {

namespace {

constexpr int kLibraryPollMs = 2000;

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
    if (edit.selections) {
        inverse.selections = run.selections;
    }
    return inverse;
}

void applyTo(RunRecord& run, const RunEdit& edit) {
    run.name = edit.name.value_or(run.name);
    run.note = edit.note.value_or(run.note);
    run.starred = edit.starred.value_or(run.starred);
    run.tags = edit.tags.value_or(run.tags);
    run.selections = edit.selections.value_or(run.selections);
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
    m_pollTimer.setInterval(kLibraryPollMs);
    connect(&m_pollTimer, &QTimer::timeout, this, &RunLibrary::poll);
}

void RunLibrary::open(const std::filesystem::path& file) {
    struct Opening {
        Result<OpenedStore> store;
        Result<std::vector<RunRecord>> runs;
        std::optional<FileIdentity> identity;
        static Opening failed(Error error) { return {fail(std::move(error)), {}, {}}; }
    };
    m_background.run(
        this,
        [&documents = m_documents, file]() -> Opening {
            auto store = documents.openStore(file);
            if (!store) {
                return {store, {}, {}};
            }
            auto runs = store->store->list();
            const auto identity = identityOf(store->file);
            return {std::move(store), std::move(runs), identity};
        },
        [this](Opening opening) {
            if (!opening.store || !opening.runs) {
                Q_EMIT failed(opening.store ? opening.runs.error() : opening.store.error());
                return;
            }
            if (m_opened) { // closing a store takes its time
                m_background.run(
                    this,
                    [old = std::move(m_opened->store)]() mutable -> Result<void> {
                        old.reset();
                        return {};
                    },
                    [](const Result<void>&) {});
            }
            m_opened = std::move(*opening.store);
            m_ends.clear();
            adopt(std::move(*opening.runs));
            m_identity = opening.identity;
            m_revision.reset();
            m_unreadable = false;
            m_undo.clear(); // what it speaks of is not here any more
            m_pollTimer.start();
            setLost(false);
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
    const auto* record = find(run);
    if (record != nullptr && !refusedAsLost()) {
        m_undo.push(new EditRunCommand(*this, run, edit, inverseOf(edit, *record), label));
    }
}

void RunLibrary::remove(const std::vector<RunId>& runs) {
    if (!runs.empty() && !refusedAsLost()) {
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

void RunLibrary::noteEnd(const RunId& run, RunState state, const std::string& failure) {
    m_ends[run] = {state, failure};
    adopt(std::move(m_runs));
    Q_EMIT runsChanged();
}

void RunLibrary::adopt(std::vector<RunRecord> runs) {
    m_runs = std::move(runs);
    for (auto& run : m_runs) {
        const auto end = m_ends.find(run.id);
        if (end != m_ends.end() && !isTerminal(run.state)) {
            run.state = end->second.state;
            run.failure = end->second.failure;
        }
    }
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
        this, [store = m_opened->store] { return store->list(); },
        [this, store = m_opened->store](Result<std::vector<RunRecord>> runs) {
            m_refreshing = false;
            if (store == m_opened->store) { // else another store was opened meanwhile
                if (runs) {
                    m_unreadable = false;
                    adopt(std::move(*runs));
                    Q_EMIT runsChanged();
                } else {
                    onUnreadable(runs.error());
                }
            }
            if (std::exchange(m_refreshAgain, false)) {
                refresh();
            }
        });
}

std::optional<RunLibrary::FileIdentity> RunLibrary::identityOf(const std::filesystem::path& file) {
    struct stat status {};
    if (stat(file.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return FileIdentity{status.st_dev, status.st_ino};
}

void RunLibrary::poll() {
    if (std::exchange(m_looking, true)) {
        return;
    }
    m_background.run(
        this,
        [store = m_opened->store, file = m_opened->file]() -> Result<Look> {
            return Look{identityOf(file), store->revision()};
        },
        [this, store = m_opened->store](const Result<Look>& look) {
            m_looking = false;
            if (store == m_opened->store) {
                look ? onLook(*look) : onUnreadable(look.error());
            }
        });
}

void RunLibrary::onUnreadable(const Error& error) {
    if (!std::exchange(m_unreadable, true)) {
        Q_EMIT failed(error);
    }
}

void RunLibrary::onLook(const Look& look) {
    // An open file lives on after it was deleted or moved; for the person it is gone.
    if (look.identity != m_identity) {
        if (look.identity) {
            open(m_opened->file); // put back, or replaced
        } else if (!m_lost) {
            setLost(true);
            refusedAsLost();
        }
        return;
    }
    setLost(false);
    if (!look.revision) {
        onUnreadable(look.revision.error());
    } else if (m_unreadable || m_revision != *look.revision) {
        m_revision = *look.revision;
        refresh();
    }
}

bool RunLibrary::refusedAsLost() {
    if (m_lost) {
        Q_EMIT missed();
    }
    return m_lost;
}

void RunLibrary::setLost(bool lost) {
    if (std::exchange(m_lost, lost) != lost) {
        Q_EMIT lostChanged();
    }
}

} // namespace tessera::ui
