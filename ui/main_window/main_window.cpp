#include "ui/main_window/main_window.h"

#include "ui/bridge/services.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/document_controller.h"
#include "ui/main_window/export_controller.h"
#include "ui/main_window/lesson_controller.h"
#include "ui/main_window/main_actions.h"
#include "ui/main_window/run_controller.h"
#include "ui/main_window/session_keeper.h"
#include "ui/main_window/status_line.h"
#include "ui/models/runs_filter.h"
#include "ui/panels/lesson_bar.h"
#include "ui/panels/lesson_panel.h"
#include "ui/panels/memory_budget_dialog.h"
#include "ui/panels/pipeline_strip.h"
#include "ui/panels/queue_panel.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/setup_panel.h"
#include "ui/panels/token_view.h"
#include "ui/panels/view.h"
#include "ui/settings/memory_budget.h"
#include "ui/strings/strings.h"
#include "ui/study/studies_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

#include <utility>

namespace tessera::ui {

namespace {

constexpr QSize kSmallest{800, 500};
constexpr int kSearchWidth = 220;

} // namespace

MainWindow::MainWindow(Services& services, const std::filesystem::path& defaultStore,
                       QWidget* parent)
    : QMainWindow(parent), m_services(services), m_defaultStore(defaultStore),
      m_notices(new NoticeBar(this)), m_actions(new MainActions(this)),
      m_runs(new RunController(services, *m_notices, this)),
      m_documents(new DocumentController(services, *m_notices, this)),
      m_exports(new ExportController(services, *m_notices, this)), m_docks(new Docks(*this)),
      m_lessons(new LessonController(services, *m_runs, *m_docks, *m_notices, this)),
      m_session(new SessionKeeper(services, *m_notices, *this, *m_docks)) {
    setObjectName("main-window");
    setAcceptDrops(true);
    setMinimumSize(kSmallest);
    makeActions();
    makePanels();
    makeViews();
    makeSearch();
    makeMenus();
    // Those that stand in no menu work all the same.
    for (const auto& [id, action] : m_actions->all()) {
        addAction(action);
    }
    m_status = new StatusLine(services, *statusBar());
    services.jobs.setMemoryBudget(chosenMemoryBudget(services.settings));
    services.jobs.setScriptsApart(services.settings.value(setting::kScriptsApart).toBool());
    connectControllers();
    takeDrops();
    m_session->restoreWindow();
    onReason();
    onTeaching();
    onTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePanels() {
    auto* strip = new QToolBar(tr("Pipeline"), this);
    strip->setObjectName("toolbar.pipeline");
    strip->setMovable(false);
    strip->setFloatable(false);
    strip->toggleViewAction()->setVisible(false);
    auto* stack = new QWidget(strip);
    auto* layout = new QVBoxLayout(stack);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PipelineStrip(m_services, (*m_actions)["teaching"], stack));
    layout->addWidget(new LessonBar(
        m_lessons->trail(), {(*m_actions)["next-stage"], (*m_actions)["run-to-end"]}, stack));
    layout->addWidget(m_notices);
    strip->addWidget(stack);
    addToolBar(Qt::TopToolBarArea, strip);

    m_setup = new SetupPanel(m_services, (*m_actions)["run"], this);
    m_runsPanel = new RunsPanel(m_services, this);
    m_queuePanel = new QueuePanel(m_services, this);
    m_docks->addSetup(m_setup, tr("Setup"));
    m_docks->addSide("runs", m_runsPanel, tr("Runs"));
    m_docks->addSide("queue", m_queuePanel, tr("Queue"));
    m_docks->addGuide("lesson", m_lessons->makePanel(this), tr("Lesson"));
    m_docks->showGuide(m_runs->isTeaching());
}

void MainWindow::makeViews() {
    const auto show = [this] {
        const auto views = m_services.views.views();
        for (auto* view : m_docks->views()) {
            view->setRuns(views);
        }
    };
    for (const auto& entry : viewCatalog()) {
        auto* view = entry.make(m_services, this);
        view->setObjectName(QStringLiteral("view.") + entry.id);
        m_docks->addView(entry.id, view, entry.title());
        connect(view, &View::runRequested, m_runs, &RunController::runCurrent);
        connect(view, &View::runsRequested, this, [this] { m_docks->raise("runs"); });
        connect(view, &View::exportRequested, this,
                [this](Plot* plot) { m_exports->exportPlots({plot}, plot->objectName()); });
    }
    connect(&m_services.views, &RunViews::viewsChanged, this, show);
    show();
}

void MainWindow::makeSearch() {
    m_search = new QLineEdit(this);
    m_search->setObjectName("runs.search");
    m_search->setAccessibleName(tr("Filter runs"));
    m_search->setPlaceholderText(tr("Filter runs"));
    m_search->setToolTip(RunsFilter::help());
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(kSearchWidth);
    m_search->installEventFilter(this);
    m_search->addAction(icon("search"), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_runsPanel->setFilter(text);
        m_services.settings.setValue(setting::kFilter, text);
    });
    connect(m_runsPanel, &RunsPanel::filterChanged, m_search, &QLineEdit::setText);
    m_search->setText(m_services.settings.value(setting::kFilter).toString());
    menuBar()->setCornerWidget(m_search);
}

void MainWindow::connectControllers() {
    connect(m_runs, &RunController::changed, this, &MainWindow::onReason);
    connect(m_runs, &RunController::changed, this, &MainWindow::onTeaching);
    connect(m_runs, &RunController::changed, this, &MainWindow::finishClosing);
    connect(m_runs, &RunController::runFollowed, this, &MainWindow::onFollowed);
    connect(m_runsPanel, &RunsPanel::runRequested, m_runs, &RunController::runCurrent);
    connect(m_queuePanel, &QueuePanel::runRequested, m_runs, &RunController::runCurrent);
    connect(m_runsPanel, &RunsPanel::runAgainRequested, m_runs, &RunController::run);
    connect(m_runsPanel, &RunsPanel::openStoreRequested, m_documents,
            qOverload<>(&DocumentController::openStore));
    connect(m_runsPanel, &RunsPanel::compareRequested, this, [this] { m_docks->raise("compare"); });
    connect(m_runsPanel, &RunsPanel::said, this,
            [this](const QString& sentence) { m_notices->post(MessageLevel::Info, sentence); });
    connect(m_runsPanel, &RunsPanel::useSetupRequested, this, [this](const Experiment& experiment) {
        m_services.experiment.replace(experiment, tr("Use the setup of a run"));
    });
    connect(m_documents, &DocumentController::tokenOpened, this,
            [this](const std::filesystem::path& file) {
                m_docks->raise("token");
                if (auto* view = tokenView()) {
                    view->openToken(file);
                }
            });
    connect(m_documents, &DocumentController::studyOpened, this,
            [this](const std::filesystem::path& file) {
                m_docks->raise("studies");
                if (auto* view = qobject_cast<StudiesView*>(m_docks->view("studies"))) {
                    view->openStudy(file);
                }
            });
    connect(&m_services.experiment, &ExperimentDocument::changed, this, &MainWindow::onTitle);
    connect(&m_services.experiment, &ExperimentDocument::fileChanged, this, &MainWindow::onTitle);
}

TokenView* MainWindow::tokenView() const {
    return qobject_cast<TokenView*>(m_docks->view("token"));
}

// Files open wherever they are dropped: also on fields, which would take their names as text, and
// on docks that float.
void MainWindow::takeDrops() {
    for (auto* dock : findChildren<QDockWidget*>()) {
        dock->setAcceptDrops(true);
    }
    for (auto* widget : findChildren<QWidget*>()) {
        if (widget->acceptDrops() && widget != m_search) {
            widget->installEventFilter(this);
        }
    }
}

void MainWindow::restoreSession(const std::filesystem::path& file) {
    m_session->restoreDocuments(m_defaultStore);
    if (!file.empty()) {
        m_documents->open(file);
    }
}

void MainWindow::onFollowed(const RunId& run) {
    m_services.views.show({run});
}

void MainWindow::onReason() {
    const auto reason = m_runs->reason();
    auto* run = (*m_actions)["run"];
    run->setEnabled(reason.isEmpty());
    run->setToolTip(
        reason.isEmpty()
            ? tr("Run the experiment (%1)").arg(run->shortcut().toString(QKeySequence::NativeText))
            : reason);
    m_setup->setReason(reason);
    for (auto* empty : findChildren<EmptyState*>()) {
        if (empty->property(kRunsExperiment).toBool()) {
            empty->setButtonObstacle(reason);
        }
    }
    (*m_actions)["cancel"]->setEnabled(m_runs->isBusy());
}

void MainWindow::onTeaching() {
    (*m_actions)["teaching"]->setChecked(m_runs->isTeaching());
    auto* next = (*m_actions)["next-stage"];
    const bool waits = m_runs->waitingAfter().has_value();
    next->setEnabled(waits);
    const auto keys = QKeySequence::listToString(next->shortcuts(), QKeySequence::NativeText);
    next->setToolTip(waits ? tr("Go on with the next stage (%1)").arg(keys)
                           : tr("The run does not wait now. (%1)", "keys").arg(keys));
    (*m_actions)["run-to-end"]->setEnabled(m_runs->goesStepByStep());
}

void MainWindow::onTitle() {
    setWindowTitle(tr("%1[*] \u2013 Tessera Workbench").arg(m_services.experiment.title()));
    setWindowModified(m_services.experiment.isModified());
}

void MainWindow::exportView() {
    const auto id = m_docks->currentView();
    if (const auto* view = m_docks->view(id)) {
        m_exports->exportPlots(view->plots(), id);
    }
}

void MainWindow::askMemoryBudget() {
    MemoryBudgetDialog dialog(chosenMemoryBudget(m_services.settings), machineMemory(), this);
    if (m_services.dialogs.show(dialog) == Consent::Yes) {
        chooseMemoryBudget(m_services.settings, dialog.budget());
        m_services.jobs.setMemoryBudget(chosenMemoryBudget(m_services.settings));
        m_services.data.readAgain(); // there may be room for it now
        m_status->showMemory();
    }
}

void MainWindow::showShortcuts() {
    QString text;
    for (const auto& shortcut : shortcutsBelow(*this)) {
        text += tr("%1: %2\n", "keys: action").arg(shortcut.keys, shortcut.text);
    }
    m_services.dialogs.showText(this, tr("Keyboard shortcuts"), text);
}

void MainWindow::showAbout() {
    m_services.dialogs.showText(
        this, tr("About Tessera Workbench"),
        tr("Tessera Workbench %1\n\nOne trained neural network teaches another, and people see "
           "how.\n\nGPL-3.0-or-later. The digits are by E. Alpaydin and C. Kaynak (1998), UCI "
           "Machine Learning Repository, CC BY 4.0.")
            .arg(QStringLiteral(TESSERA_VERSION)));
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (!std::exchange(m_shown, true)) {
        m_session->restoreDocks();
    }
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    if (!m_painted) {
        m_painted = true;
        QTimer::singleShot(0, this, &MainWindow::firstPainted);
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_closing && m_runs->isBusy()) {
        if (m_services.dialogs.ask(
                this,
                tr("Runs are not finished. Cancel them and close? What was measured is kept."),
                tr("Cancel the runs and close"), tr("Keep them running")) == Consent::No) {
            event->ignore();
            return;
        }
    }
    if (!m_closing && !m_documents->mayClose()) {
        event->ignore();
        return;
    }
    if (m_runs->isBusy()) {
        m_closing = true; // finishClosing() goes on when the last job has ended
        setEnabled(false);
        m_runs->cancelAll();
        event->ignore();
        return;
    }
    m_session->save();
    event->accept();
}

void MainWindow::closeUnasked() {
    if (auto* asking = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
        asking->reject(); // its event loop would go on without the window
    }
    m_closing = true;
    m_runs->cancelAll();
    finishClosing();
}

void MainWindow::finishClosing() {
    if (m_closing && !m_runs->isBusy()) {
        QTimer::singleShot(0, this, &QWidget::close);
    }
}

// Esc in the filter empties it; elsewhere it is the window's. Files that are dropped always are.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove ||
        event->type() == QEvent::Drop) {
        return takeDrop(*static_cast<QDropEvent*>(event));
    }
    const auto isEscape = [&] { return static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape; };
    if (watched == m_search && !m_search->text().isEmpty()) {
        if (event->type() == QEvent::ShortcutOverride && isEscape()) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && isEscape()) {
            m_search->clear();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    takeDrop(*event);
}

void MainWindow::dropEvent(QDropEvent* event) {
    takeDrop(*event);
}

// Drag events are drop events too; files are opened only when they are let go.
bool MainWindow::takeDrop(QDropEvent& event) {
    if (!event.mimeData()->hasUrls()) {
        return false;
    }
    if (event.type() == QEvent::Drop) {
        for (const auto& url : event.mimeData()->urls()) {
            if (url.isLocalFile()) {
                m_documents->open(url.toLocalFile().toStdString());
            }
        }
    }
    event.acceptProposedAction();
    return true;
}

} // namespace tessera::ui
