#pragma once

#include "core/api/documents.h"
#include "core/api/run_store.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <map>
#include <optional>
#include <string>
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
    // The store's file was deleted, moved or replaced: what is written now would be lost. When it
    // is back it is opened anew.
    [[nodiscard]] bool isLost() const { return m_lost; }
    [[nodiscard]] const std::optional<OpenedStore>& opened() const { return m_opened; }

    // Oldest first. Those of dead programs are Interrupted.
    [[nodiscard]] const std::vector<RunRecord>& runs() const { return m_runs; }
    [[nodiscard]] const RunRecord* find(const RunId& run) const;

    // Undoable. `label` names the change in the Edit menu.
    void edit(const RunId& run, const RunEdit& edit, const QString& label);
    void remove(const std::vector<RunId>& runs);

    // A run of this program has ended, whatever the store could still write of it: until it says
    // the same, the list does.
    void noteEnd(const RunId& run, RunState state, const std::string& failure);

    // Reads the runs anew; also done whenever the store has changed, every two seconds.
    void refresh();

Q_SIGNALS:
    void storeOpened();
    // Runs came, went or changed; the copy is new.
    void runsChanged();
    void failed(const tessera::Error& error);
    void lostChanged();
    // The store is lost: said when it is noticed, and whenever a change is refused for that.
    void missed();

private:
    // Which file on the disk a path means.
    struct FileIdentity {
        std::uint64_t device = 0;
        std::uint64_t number = 0;
        friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
    };
    struct Look {
        std::optional<FileIdentity> identity; // empty: there is no such file
        Result<std::int64_t> revision;
    };
    static std::optional<FileIdentity> identityOf(const std::filesystem::path& file);

    friend class EditRunCommand;
    friend class RemoveRunsCommand;
    void applyEdit(const RunId& run, const RunEdit& edit);
    void applyRemoval(const std::vector<RunId>& runs, Removal removal);
    void adopt(std::vector<RunRecord> runs);
    void poll();
    void onLook(const Look& look);
    void onUnreadable(const Error& error); // says so once
    void setLost(bool lost);
    // Says so and returns true if the store is lost.
    bool refusedAsLost();

    Documents& m_documents;
    Background& m_background;
    QUndoStack& m_undo;
    std::optional<OpenedStore> m_opened;
    std::vector<RunRecord> m_runs;
    struct End {
        RunState state = RunState::Failed;
        std::string failure;
    };
    std::map<RunId, End> m_ends; // of runs that ended here
    std::optional<std::int64_t> m_revision;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    std::optional<FileIdentity> m_identity; // of the open store's file
    bool m_looking = false;
    bool m_lost = false;
    bool m_unreadable = false; // said once
    QTimer m_pollTimer;
};

} // namespace tessera::ui
