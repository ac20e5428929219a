#include "ui/panels/run_actions.h"

#include "ui/bridge/services.h"
#include "ui/models/run_cells.h"
#include "ui/panels/run_export.h"
#include "ui/strings/shell_words.h"
#include "ui/strings/strings.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr const char* kNeedsOneRun = "needsOneRun"; // property of an action
// The store that the command line opens in a folder if it is told nothing else.
constexpr const char* kUsualStore = "runs.tessera.db";

using Tags = std::vector<std::string>;

bool holds(const Tags& tags, const std::string& tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

// Those that all runs have.
Tags commonTags(const std::vector<const RunRecord*>& runs) {
    auto common = runs.front()->tags;
    for (const auto* run : runs) {
        std::erase_if(common, [&](const std::string& tag) { return !holds(run->tags, tag); });
    }
    return common;
}

// `tags` with `after` in the place of `before`.
Tags replacedTags(const Tags& tags, const Tags& before, const Tags& after) {
    Tags result;
    std::copy_if(tags.begin(), tags.end(), std::back_inserter(result),
                 [&](const std::string& tag) { return !holds(before, tag); });
    std::copy_if(after.begin(), after.end(), std::back_inserter(result),
                 [&](const std::string& tag) { return !holds(result, tag); });
    return result;
}

bool isLive(const RunRecord& run) {
    return !isTerminal(run.state);
}

} // namespace

RunActions::RunActions(Services& services, QWidget* window)
    : QObject(window), m_services(services), m_window(window),
      m_export(new RunExport(services, window)) {
    connect(m_export, &RunExport::saved, this, &RunActions::said);
    add("runs.rename", tr("Re&name"), "rename", Qt::Key_F2, Needs::OneRun, &RunActions::rename);
    add("runs.star", tr("&Star"), "star", Qt::Key_Space, Needs::Runs, &RunActions::star);
    add("runs.tags", tr("Edit &tags\u2026"), "tag", {}, Needs::Runs, &RunActions::editTags);
    add("runs.note", tr("Edit n&ote\u2026"), "note", {}, Needs::OneRun, &RunActions::editNote);
    add("runs.delete", tr("&Delete"), "delete", QKeySequence::Delete, Needs::Runs,
        &RunActions::remove);
    addSeparator();
    add("runs.again", tr("Run &again"), "run", {}, Needs::Runs, &RunActions::runAgain);
    add("runs.useSetup", tr("&Use this setup"), "settings", {}, Needs::OneRun,
        &RunActions::useSetup);
    add("runs.compare", tr("Com&pare"), "compare", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        Needs::Runs, &RunActions::compare);
    addSeparator();
    add("runs.exportJson", tr("Export run as &JSON\u2026"), "export", {}, Needs::OneRun,
        &RunActions::exportJson);
    add("runs.exportToken", tr("E&xport token\u2026"), "token", {}, Needs::OneRun,
        &RunActions::exportToken);
    add("runs.copyCommand", tr("Copy as command &line"), "copy", {}, Needs::OneRun,
        &RunActions::copyCommand);
    add("runs.reveal", tr("Show &folder"), "folder", {}, Needs::OneRun, &RunActions::revealFolder);
    connect(&m_services.library, &RunLibrary::runsChanged, this, &RunActions::refresh);
    refresh();
}

QAction* RunActions::add(const QString& name, const QString& text, const QString& iconName,
                         const QKeySequence& keys, Needs needs, void (RunActions::*handler)()) {
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    // Only in the list itself: in a line that is being edited, these keys mean something else.
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setProperty(kNeedsOneRun, needs == Needs::OneRun);
    connect(action, &QAction::triggered, this, handler);
    m_all << action;
    return action;
}

void RunActions::addSeparator() {
    auto* separator = new QAction(this);
    separator->setSeparator(true);
    m_all << separator;
}

QAction* RunActions::find(const QString& name) const {
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const QAction* action) {
        return action->objectName() == name;
    });
    return found != m_all.end() ? *found : nullptr;
}

void RunActions::setRuns(std::vector<RunId> runs) {
    m_runs = std::move(runs);
    refresh();
}

std::vector<const RunRecord*> RunActions::records() const {
    std::vector<const RunRecord*> records;
    for (const auto& run : m_runs) {
        if (const auto* record = m_services.library.find(run)) {
            records.push_back(record);
        }
    }
    return records;
}

void RunActions::refresh() {
    std::erase_if(m_runs, [this](const RunId& run) { return !m_services.library.find(run); });
    for (auto* action : m_all) {
        const auto reason = obstacle(*action);
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason.isEmpty() ? action->text().remove(QLatin1Char('&')) : reason);
    }
    const auto chosen = records();
    const bool allStarred =
        !chosen.empty() && std::all_of(chosen.begin(), chosen.end(),
                                       [](const RunRecord* run) { return run->starred; });
    find("runs.star")->setText(allStarred ? tr("Remove &star") : tr("Add &star"));
}

// Why the action cannot be taken; empty if it can.
QString RunActions::obstacle(const QAction& action) const {
    const auto chosen = records();
    const auto& name = action.objectName();
    const auto any = [&](auto condition) {
        return std::any_of(chosen.begin(), chosen.end(),
                           [&](const RunRecord* run) { return condition(*run); });
    };
    if (chosen.empty()) {
        return tr("Choose a run in the list first.");
    }
    if (action.property(kNeedsOneRun).toBool() && chosen.size() > 1) {
        return tr("This works on one run at a time.");
    }
    const bool edits = name == "runs.rename" || name == "runs.star" || name == "runs.tags" ||
                       name == "runs.note" || name == "runs.delete";
    if (edits && !m_services.library.opened()->writable) {
        return tr("The run store is open for reading only.");
    }
    if (name == "runs.delete" && any(isLive)) {
        return tr("A run that is going on cannot be deleted; cancel it first.");
    }
    if ((name == "runs.again" || name == "runs.useSetup") &&
        any([](const RunRecord& run) { return !run.experimentReadable; })) {
        return tr("The setup of this run was written by another version of the program.");
    }
    if (name == "runs.exportToken" && findArtifact(*chosen.front(), "token") == nullptr) {
        return tr("This run has no token: only runs that are done have one.");
    }
    return {};
}

void RunActions::rename() {
    Q_EMIT renameRequested(m_runs.front());
}

void RunActions::star() {
    const auto chosen = records();
    const bool allStarred = std::all_of(chosen.begin(), chosen.end(),
                                        [](const RunRecord* run) { return run->starred; });
    std::vector<RunId> changed;
    for (const auto* run : chosen) {
        if (run->starred == allStarred) {
            changed.push_back(run->id);
        }
    }
    const auto label = editLabel(*chosen.front(), RunsModel::Star);
    m_services.undo.runs().beginMacro(allStarred ? tr("Remove star") : tr("Add star"));
    for (const auto& run : changed) {
        RunEdit edit;
        edit.starred = !allStarred;
        m_services.library.edit(run, edit, label);
    }
    m_services.undo.runs().endMacro();
}

void RunActions::editTags() {
    // Copies: while the dialog is open, other runs may be chosen, and the library may read its
    // records anew.
    const auto chosen = m_runs;
    const auto before = commonTags(records());
    const auto text = m_services.dialogs.askText(
        m_window, tr("Edit tags"),
        chosen.size() > 1 ? tr("Tags that all these runs have, with commas between them:")
                          : tr("Tags, with commas between them:"),
        tagsText(before));
    if (!text || tagsFromText(*text) == before) {
        return;
    }
    std::vector<std::pair<RunId, RunEdit>> edits;
    for (const auto& run : chosen) {
        if (const auto* record = m_services.library.find(run)) {
            RunEdit edit;
            edit.tags = replacedTags(record->tags, before, tagsFromText(*text));
            edits.emplace_back(run, edit);
        }
    }
    if (edits.empty()) {
        return;
    }
    m_services.undo.runs().beginMacro(tr("Edit tags"));
    for (const auto& [run, edit] : edits) {
        m_services.library.edit(run, edit, tr("Edit tags"));
    }
    m_services.undo.runs().endMacro();
}

void RunActions::editNote() {
    const auto run = *records().front();
    const auto text =
        m_services.dialogs.askLongText(m_window, tr("Edit note"), tr("Note:"), fromUtf8(run.note));
    const auto edit = text ? editFrom(run, RunsModel::Note, *text) : std::nullopt;
    if (edit) {
        m_services.library.edit(run.id, *edit, editLabel(run, RunsModel::Note));
    }
}

void RunActions::remove() {
    const auto runs = m_runs;
    Q_EMIT aboutToRemove(runs);
    m_services.library.remove(runs);
}

void RunActions::runAgain() {
    std::vector<Experiment> experiments;
    for (const auto* run : records()) {
        experiments.push_back(run->experiment);
    }
    for (const auto& experiment : experiments) {
        Q_EMIT runAgainRequested(experiment);
    }
}

void RunActions::useSetup() {
    Q_EMIT useSetupRequested(Experiment(records().front()->experiment));
}

void RunActions::compare() {
    m_services.compared.add(m_runs);
    Q_EMIT compareRequested();
}

void RunActions::exportJson() {
    m_export->saveJson(*records().front());
}

void RunActions::exportToken() {
    const auto& run = *records().front();
    if (const auto* token = findArtifact(run, "token")) {
        m_export->saveToken(m_services.library.opened()->folder / token->path, fromUtf8(run.name));
    }
}

void RunActions::copyCommand() {
    QGuiApplication::clipboard()->setText(
        commandLineOf(m_runs.front(), m_services.library.opened()->file));
    Q_EMIT said(tr("The command line is on the clipboard."));
}

void RunActions::revealFolder() {
    const auto& folder = m_services.library.opened()->folder;
    const auto& artifacts = records().front()->artifacts;
    const auto place = artifacts.empty() ? folder : (folder / artifacts.front().path).parent_path();
    QDesktopServices::openUrl(QUrl::fromLocalFile(fromUtf8(place.string())));
}

QString commandLineOf(const RunId& run, const std::filesystem::path& store) {
    const auto quoted = [](const std::string& word) { return shellQuoted(fromUtf8(word)); };
    auto line = QStringLiteral("tessera run --again ") + quoted(run.value) +
                QStringLiteral(" --out ") + quoted(store.parent_path().string());
    if (store.filename() != kUsualStore) {
        line += QStringLiteral(" --store ") + quoted(store.filename().string());
    }
    return line;
}

} // namespace tessera::ui
