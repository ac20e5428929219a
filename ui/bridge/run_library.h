#pragma once

#include "core/api/documents.h"
#include "core/api/run_store.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <optional>
#include <vector>

namespace tessera::ui {

class Background;

// The open run store as the window sees it: a copy of its runs, kept up to date, and changes that
// can be undone. Reads and writes happen in the background; the copy changes at once and is put
// right if the store refuses. UI thread.
class RunLibrary : public QObject {
    Q_OBJECT

public:
    RunLibrary(Documents& documents, Background& background, QUndoStack& undo,
               QObject* parent = nullptr);

    // Opens another store (created if missing); the one that was open stays if that fails.
    // storeOpened() or failed() follows.
    void open(const std::filesystem::path& file);

    [[nodiscard]] bool isOpen() const { return m_opened.has_value(); }
    [[nodiscard]] const std::optional<OpenedStore>& opened() const { return m_opened; }

    // Oldest first. Those of dead programs are Interrupted.
    [[nodiscard]] const std::vector<RunRecord>& runs() const { return m_runs; }
    [[nodiscard]] const RunRecord* find(const RunId& run) const;

    // Undoable. `label` names the change in the Edit menu.
    void edit(const RunId& run, const RunEdit& edit, const QString& label);
    void remove(const std::vector<RunId>& runs);

    // Reads the runs anew; also done whenever the store has changed, every two seconds.
    void refresh();

Q_SIGNALS:
    void storeOpened();
    // Runs came, went or changed; the copy is new.
    void runsChanged();
    void failed(const tessera::Error& error);

private:
    friend class EditRunCommand;
    friend class RemoveRunsCommand;
    void applyEdit(const RunId& run, const RunEdit& edit);
    void applyRemoval(const std::vector<RunId>& runs, Removal removal);
    void pollRevision();

    Documents& m_documents;
    Background& m_background;
    QUndoStack& m_undo;
    std::optional<OpenedStore> m_opened;
    std::vector<RunRecord> m_runs;
    std::optional<std::int64_t> m_revision;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    bool m_lost = false; // reading fails at the moment; said once
    QTimer m_poll;
};

} // namespace tessera::ui
