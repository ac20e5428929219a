// The actions and menus of the main window: which there are, their keys, where they stand.
#include "ui/main_window/main_window.h"

#include "ui/bridge/services.h"
#include "ui/main_window/colour_menu.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/document_controller.h"
#include "ui/main_window/export_controller.h"
#include "ui/main_window/lesson_controller.h"
#include "ui/main_window/main_actions.h"
#include "ui/main_window/run_controller.h"
#include "ui/panels/run_actions.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/token_view.h"
#include "ui/panels/view.h"
#include "ui/strings/strings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/translations.h"

#include <QAction>
#include <QActionGroup>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace tessera::ui {

namespace {

struct ThemeText {
    ThemeChoice choice;
    const char* id; // frozen: the settings
    const char* text;
};

constexpr std::array<ThemeText, 3> kThemes = {
    {{ThemeChoice::System, "system",
      QT_TRANSLATE_NOOP("tessera::ui::MainWindow", "As the &system")},
     {ThemeChoice::Light, "light", QT_TRANSLATE_NOOP("tessera::ui::MainWindow", "&Light")},
     {ThemeChoice::Dark, "dark", QT_TRANSLATE_NOOP("tessera::ui::MainWindow", "&Dark")}}};

constexpr std::array<double, 3> kFigureWidths = {3.25, 5.5, 6.75}; // of journals' columns

} // namespace

void MainWindow::makeActions() {
    makeFileActions();
    makeEditActions();
    makeRunActions();
    makeTeachingActions();
    makeToolActions();
    auto& actions = *m_actions;
    actions.add("reset-layout", tr("&Reset layout"), {}, {}, [this] { m_docks->applyDefault(); });
    actions.add("shortcuts", tr("&Keyboard shortcuts"), "help", {QKeySequence(Qt::Key_Question)},
                [this] { showShortcuts(); });
    actions.add("about", tr("&About Tessera Workbench"), "info", {}, [this] { showAbout(); });
}

void MainWindow::makeFileActions() {
    auto& actions = *m_actions;
    actions.add("new", tr("&New experiment"), "new", {QKeySequence::New},
                [this] { m_documents->newExperiment(); });
    actions.add("open", tr("&Open…"), "open", {QKeySequence::Open},
                [this] { m_documents->openFile(); });
    actions.add("save", tr("&Save experiment"), "save", {QKeySequence::Save},
                [this] { m_documents->save(); });
    actions.add("save-as", tr("Save experiment &as…"), {}, {QKeySequence::SaveAs},
                [this] { m_documents->saveAs(); });
    actions.add("open-store", tr("Open run s&tore…"), "runs", {},
                [this] { m_documents->openStore(); });
    actions.add("new-store", tr("N&ew run store…"), {}, {}, [this] { m_documents->newStore(); });
    actions.add("export", tr("E&xport this view…"), "export", {QKeySequence(Qt::CTRL | Qt::Key_E)},
                [this] { exportView(); });
    actions.add("copy-command", tr("&Copy as command line"), "copy", {},
                [this] { m_documents->copyCommandLine(); });
    actions.add("quit", tr("&Quit"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });
}

void MainWindow::makeEditActions() {
    auto& undo = m_services.undo;
    const auto adopt = [this](const QString& id, QAction* action, const char* iconName,
                              const QKeySequence& key) {
        action->setObjectName(QStringLiteral("action.") + id);
        action->setIcon(icon(iconName));
        action->setShortcut(key);
    };
    auto* undoAction = undo.createUndoAction(this);
    auto* redoAction = undo.createRedoAction(this);
    adopt("undo", undoAction, "undo", QKeySequence::Undo);
    adopt("redo", redoAction, "redo", QKeySequence::Redo);
    addAction(undoAction);
    addAction(redoAction);
    m_actions->add("find", tr("&Filter runs"), "search", {QKeySequence::Find}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

void MainWindow::makeRunActions() {
    auto& actions = *m_actions;
    actions.add("run", tr("&Run"), "run", {QKeySequence(Qt::CTRL | Qt::Key_R)},
                [this] { m_runs->runCurrent(); });
    actions.add("cancel", tr("&Cancel the running transfer"), "stop",
                {QKeySequence(Qt::Key_Escape)}, [this] { m_runs->cancelRunning(); });
}

void MainWindow::makeTeachingActions() {
    auto& actions = *m_actions;
    auto* teaching = actions.add("teaching", tr("&Teaching mode"), "lesson", {}, [this] {
        m_lessons->setTeaching((*m_actions)["teaching"]->isChecked());
    });
    teaching->setCheckable(true);
    teaching->setToolTip(tr("Teaching mode: runs wait after each stage, and a panel says what the "
                            "views show"));
    actions.add("next-stage", tr("&Next stage"), "right",
                {QKeySequence(Qt::CTRL | Qt::Key_Space), QKeySequence(Qt::Key_N)},
                [this] { m_lessons->proceed(); });
    auto* toEnd =
        actions.add("run-to-end", tr("Run to the &end"), {}, {}, [this] { m_lessons->runToEnd(); });
    toEnd->setToolTip(tr("Do not wait after the stages that are left"));
    actions.add("lessons", tr("&Lessons"), "lesson", {}, [this] { m_lessons->showLessons(); });
}

void MainWindow::makeToolActions() {
    auto& actions = *m_actions;
    actions.add("signers", tr("&Trusted signers…"), "key", {}, [this] {
        if (auto* view = tokenView()) {
            view->manageSigners();
        }
    });
    auto* seals =
        actions.add("require-seals", tr("&Refuse token files without a seal"), {}, {}, [this] {
            m_services.settings.setValue(setting::kRequireHmac,
                                         (*m_actions)["require-seals"]->isChecked());
            if (auto* view = tokenView()) {
                view->onSealRule();
            }
        });
    seals->setToolTip(tr("Anybody can take a seal off a file: who expects one should insist on it. "
                         "Tokens of runs are not sealed, and are shown all the same."));
    seals->setCheckable(true);
    seals->setChecked(m_services.settings.value(setting::kRequireHmac).toBool());
    auto* apart = actions.add(
        "scripts-apart", tr("Run TorchScript files in a &process of their own"), {}, {}, [this] {
            const bool chosen = (*m_actions)["scripts-apart"]->isChecked();
            m_services.settings.setValue(setting::kScriptsApart, chosen);
            m_services.jobs.setScriptsApart(chosen);
        });
    apart->setToolTip(tr("A TorchScript file is code. In a process of its own it can crash, or not "
                         "end, without taking this program with it; starting one takes about a "
                         "second."));
    apart->setCheckable(true);
    apart->setChecked(m_services.settings.value(setting::kScriptsApart).toBool());
    actions.add("memory-budget", tr("&Memory budget…"), "settings", {},
                [this] { askMemoryBudget(); });
}

void MainWindow::makeMenus() {
    auto& actions = *m_actions;
    auto* file = menuBar()->addMenu(tr("&File"));
    for (const char* id : {"new", "open"}) {
        file->addAction(actions[id]);
    }
    auto* recent = file->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    fillRecent(recent);
    for (const char* id : {"save", "save-as"}) {
        file->addAction(actions[id]);
    }
    file->addSeparator();
    for (const char* id : {"open-store", "new-store"}) {
        file->addAction(actions[id]);
    }
    file->addSeparator();
    file->addAction(actions["export"]);
    file->addMenu(makeWidthMenu());
    file->addAction(actions["copy-command"]);
    file->addSeparator();
    file->addAction(actions["quit"]);

    auto* edit = menuBar()->addMenu(tr("&Edit"));
    for (auto* action : this->actions()) {
        edit->addAction(action); // undo and redo
    }
    edit->addSeparator();
    edit->addAction(actions["find"]);

    auto* run = menuBar()->addMenu(tr("&Run", "menu"));
    run->addAction(actions["run"]);
    run->addAction(actions["cancel"]);
    run->addSeparator();
    for (const char* id : {"teaching", "next-stage", "run-to-end"}) {
        run->addAction(actions[id]);
    }
    run->addSeparator();
    for (auto* action : m_runsPanel->actions().all()) {
        run->addAction(action);
    }

    makeViewMenu();
    auto* tools = menuBar()->addMenu(tr("&Tools"));
    tools->setToolTipsVisible(true);
    tools->addAction(actions["signers"]);
    tools->addAction(actions["require-seals"]);
    tools->addSeparator();
    tools->addAction(actions["scripts-apart"]);
    tools->addAction(actions["memory-budget"]);
    auto* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(actions["lessons"]);
    help->addAction(actions["shortcuts"]);
    help->addAction(actions["about"]);
}

void MainWindow::makeViewMenu() {
    auto& actions = *m_actions;
    auto* view = menuBar()->addMenu(tr("&View"));
    int number = 0;
    for (const auto& entry : viewCatalog()) {
        const QString id = entry.id;
        auto* show = actions.add(
            "view." + id, tr("Show %1").arg(entry.title()), entry.icon,
            {QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(Qt::Key_1 + number)))},
            [this, id] { m_docks->raise(id); });
        view->addAction(show);
        ++number;
    }
    view->addSeparator();
    auto* panels = view->addMenu(tr("&Panels"));
    for (auto* toggle : m_docks->toggles()) {
        panels->addAction(toggle);
    }
    view->addAction(actions["reset-layout"]);
    view->addSeparator();
    view->addMenu(makeThemeMenu());
    view->addMenu(makeColourMenu(m_services, this));
    view->addMenu(makeLanguageMenu());
}

void MainWindow::fillRecent(QMenu* menu) {
    menu->clear();
    for (const auto& file : m_documents->recentFiles()) {
        auto* action =
            menu->addAction(QString(file).replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this,
                [this, file] { m_documents->open(file.toStdString()); });
    }
    menu->addSeparator();
    auto* clear = menu->addAction(tr("&Clear this list"));
    clear->setEnabled(menu->actions().size() > 2);
    connect(clear, &QAction::triggered, m_documents, &DocumentController::clearRecent);
}

QMenu* MainWindow::makeThemeMenu() {
    auto* menu = new QMenu(tr("&Theme"), this);
    menu->setIcon(icon("theme"));
    auto* group = new QActionGroup(menu);
    for (const auto& theme : kThemes) {
        auto* action = group->addAction(menu->addAction(tr(theme.text)));
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("action.theme.") + theme.id);
        action->setChecked(m_services.settings.value(setting::kTheme).toString() == theme.id);
        connect(action, &QAction::triggered, this, [this, theme] {
            m_services.settings.setValue(setting::kTheme, QString(theme.id));
            m_services.theme.setChoice(theme.choice);
        });
        if (action->isChecked()) {
            m_services.theme.setChoice(theme.choice);
        }
    }
    return menu;
}

QMenu* MainWindow::makeLanguageMenu() {
    auto* menu = new QMenu(tr("&Language"), this);
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& code, const QString& name) {
        auto* action = group->addAction(menu->addAction(name));
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("action.language.") + code);
        action->setChecked(m_services.settings.value(setting::kLanguage).toString() == code);
        connect(action, &QAction::triggered, this, [this, code] {
            m_services.settings.setValue(setting::kLanguage, code);
            m_notices->post(MessageLevel::Info,
                            tr("The language changes when the program is started again."));
        });
    };
    add({}, tr("As the system"));
    for (const auto& language : availableLanguages()) {
        add(language.code, language.name);
    }
    return menu;
}

QMenu* MainWindow::makeWidthMenu() {
    auto* menu = new QMenu(tr("Figure &width"), this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const double inches : kFigureWidths) {
            auto* action = menu->addAction(tr("%1 inches").arg(QLocale().toString(inches)));
            action->setCheckable(true);
            action->setChecked(m_exports->width() == inches);
            connect(action, &QAction::triggered, this,
                    [this, inches] { m_exports->setWidth(inches); });
        }
        menu->addAction(tr("Other…"), m_exports, &ExportController::askWidth);
    });
    return menu;
}

} // namespace tessera::ui
