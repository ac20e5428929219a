#include "ui/study/studies_view.h"

#include "ui/bridge/services.h"
#include "ui/strings/strings.h"
#include "ui/study/study_control.h"
#include "ui/study/study_document.h"
#include "ui/study/study_form.h"
#include "ui/study/study_reports.h"
#include "ui/study/study_results.h"
#include "ui/study/study_text.h"
#include "ui/study/study_watch.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/notice_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kResultsWidth = 340; // of the table, from where the halves stand side by side
constexpr int kLeastFormHeight = 96;
constexpr const char* kStudyEnding = ".study.json";

QToolButton* makeMenuButton(const QString& name, const QString& text, const QString& iconName,
                            QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

StudiesView::StudiesView(Services& services, QWidget* parent)
    : View(parent), m_services(services), m_document(new StudyDocument(services, this)),
      m_watch(new StudyWatch(services, *m_document, this)),
      m_control(new StudyControl(services, *m_document, this)) {
    setObjectName(QStringLiteral("view.studies"));
    m_notices = new NoticeBar(this);
    m_notices->setObjectName(QStringLiteral("study.notices"));
    m_halves = new QSplitter(Qt::Horizontal, this);
    m_halves->setObjectName(QStringLiteral("study.halves"));
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(buildRecipe());
    m_results = new StudyResults(services, *m_watch, *m_control, this);
    m_halves->addWidget(m_results);
    m_halves->setStretchFactor(0, 0);
    m_halves->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    // As one stands below the other; the layout's own minimum is that of both side by side.
    setMinimumWidth(std::max(m_scroll->minimumWidth(), kResultsWidth) + 2 * kSpace);
    layout->addWidget(m_halves, 1);
    setFocusProxy(m_form);
    connect(m_document, &StudyDocument::changed, this, &StudiesView::refresh);
    connect(m_document, &StudyDocument::saved, this, &StudiesView::refresh);
    connect(m_document, &StudyDocument::opened, this, &StudiesView::take);
    connect(m_document, &StudyDocument::failed, this, &StudiesView::refuse);
    connect(m_control, &StudyControl::changed, this, &StudiesView::refresh);
    connect(m_control, &StudyControl::failed, this, &StudiesView::refuse);
    connect(m_watch, &StudyWatch::failed, this, [this](const Error& error) {
        refuse(tr("The study cannot be summed up. %1").arg(errorText(error)),
               fromUtf8(error.detail));
    });
    connect(m_results, &StudyResults::runsChosen, this, [this](const std::vector<RunId>& runs) {
        m_services.views.show(runs);         // as many as views can hold
        m_services.compared.setChosen(runs); // all of them
    });
    auto* reports = new StudyReports(services, *m_document, *m_watch, this);
    connect(m_results, &StudyResults::reportRequested, reports, &StudyReports::save);
    connect(m_results, &StudyResults::pageRequested, reports, &StudyReports::open);
    connect(reports, &StudyReports::said, m_notices, &NoticeBar::post);
    connect(m_results, &StudyResults::plotExportRequested, this, &View::exportRequested);
    connect(&services.theme, &ThemeController::changed, this, &StudiesView::refresh);
    refresh();
}

std::vector<Plot*> StudiesView::plots() const {
    return {m_results->plot()};
}

QWidget* StudiesView::buildRecipe() {
    auto* recipe = new QWidget(this);
    auto* files = buildFileButtons(recipe);
    m_scroll = new QScrollArea(recipe);
    m_scroll->setObjectName(QStringLiteral("study.scroll"));
    m_scroll->setAccessibleName(tr("Recipe of the study"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(kLeastFormHeight);
    m_form = new StudyForm(m_services, *m_document);
    m_scroll->setWidget(m_form);
    m_form->installEventFilter(this);
    m_extent = new QLabel(recipe);
    m_extent->setObjectName(QStringLiteral("study.extent"));
    m_extent->setWordWrap(true);
    m_problem = new QLabel(recipe);
    m_problem->setObjectName(QStringLiteral("study.problem"));
    m_problem->setWordWrap(true);
    m_run = new QPushButton(icon("run"), tr("Run the study"), recipe);
    m_run->setObjectName(QStringLiteral("study.run"));
    m_run->setAutoDefault(false);
    connect(m_run, &QPushButton::clicked, m_control, &StudyControl::run);
    auto* layout = new QVBoxLayout(recipe);
    layout->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    layout->setSpacing(kSpace);
    layout->addWidget(files);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_extent);
    layout->addWidget(m_problem);
    layout->addWidget(m_run);
    return recipe;
}

QWidget* StudiesView::buildFileButtons(QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* presets =
        makeMenuButton(QStringLiteral("study.presets"), tr("Preset"), QStringLiteral("new"), row);
    auto* open =
        makeMenuButton(QStringLiteral("study.open"), tr("Open"), QStringLiteral("open"), row);
    auto* store =
        makeMenuButton(QStringLiteral("study.save"), tr("Save…"), QStringLiteral("save"), row);
    for (auto* button : {presets, open}) {
        auto* menu = new QMenu(button);
        button->setMenu(menu);
        button->setPopupMode(QToolButton::InstantPopup);
    }
    connect(presets->menu(), &QMenu::aboutToShow, this,
            [this, menu = presets->menu()] { fillPresets(menu); });
    connect(open->menu(), &QMenu::aboutToShow, this,
            [this, menu = open->menu()] { fillOpen(menu); });
    connect(store, &QToolButton::clicked, this, &StudiesView::save);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpace / 2);
    layout->addWidget(presets);
    layout->addWidget(open);
    layout->addWidget(store);
    layout->addStretch(1);
    return row;
}

void StudiesView::fillPresets(QMenu* menu) {
    menu->clear();
    const auto& engine = m_services.bridge.engine();
    const bool known = engine && *engine;
    for (const auto& task : m_services.studies.benchmarkTasks()) {
        for (const auto length : {StudyLength::Quick, StudyLength::Full}) {
            const bool quick = length == StudyLength::Quick;
            auto* action =
                menu->addAction((quick ? tr("Benchmark on %1, quick") : tr("Benchmark on %1, full"))
                                    .arg(fromUtf8(task)));
            action->setObjectName(
                QStringLiteral("study.preset.%1.%2")
                    .arg(fromUtf8(task), quick ? QStringLiteral("quick") : QStringLiteral("full")));
            action->setEnabled(known);
            connect(action, &QAction::triggered, this, [this, task, length] {
                const auto& catalog = (*m_services.bridge.engine())->catalog;
                take(m_services.studies.benchmark(task, length, catalog), {});
            });
        }
    }
    menu->addSeparator();
    auto* small = menu->addAction(tr("A small study"));
    small->setObjectName(QStringLiteral("study.preset.small"));
    connect(small, &QAction::triggered, this,
            [this] { take(m_services.studies.defaultStudy(), {}); });
}

// The recipes beside the store are looked for in the background: the menu grows when they are
// found.
void StudiesView::fillOpen(QMenu* menu) {
    menu->clear();
    auto* file = menu->addAction(tr("A file…"));
    file->setObjectName(QStringLiteral("study.open.file"));
    connect(file, &QAction::triggered, this, &StudiesView::openFile);
    if (!m_services.library.isOpen()) {
        return;
    }
    using Names = Result<std::vector<std::string>>;
    m_services.background.run(
        menu,
        [&studies = m_services.studies, folder = m_services.library.opened()->folder]() -> Names {
            return studies.keptStudies(folder);
        },
        [this, menu](const Names& names) {
            if (!names || names->empty() || menu->actions().size() > 1) {
                return;
            }
            menu->addSection(tr("Studies of this store"));
            for (const auto& name : *names) {
                auto* action =
                    menu->addAction(fromUtf8(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
                connect(action, &QAction::triggered, this, [this, name] { openKept(name); });
            }
        });
}

// Wide enough for what the form holds now: there is no way to scroll sideways.
bool StudiesView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        const int width =
            m_form->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width();
        if (m_scroll->minimumWidth() != width) {
            m_scroll->setMinimumWidth(width);
            arrange();
        }
    }
    return View::eventFilter(watched, event);
}

void StudiesView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    arrange();
}

void StudiesView::arrange() {
    if (m_results == nullptr) {
        return; // it is being built
    }
    const int both = m_scroll->minimumWidth() + 2 * kSpace + m_halves->handleWidth() +
                     std::max(kResultsWidth, m_results->minimumSizeHint().width());
    m_halves->setOrientation(width() >= both ? Qt::Horizontal : Qt::Vertical);
}

void StudiesView::showEvent(QShowEvent* event) {
    View::showEvent(event);
    m_watch->setActive(true);
}

void StudiesView::hideEvent(QHideEvent* event) {
    View::hideEvent(event);
    m_watch->setActive(false);
}

void StudiesView::refresh() {
    const auto& problems = m_document->problems();
    m_extent->setText(extentText(m_document->extent()));
    // The sign says it without the colour.
    const auto sign = QStringLiteral("\u26A0 ");
    m_problem->setText(sign + problems.join(QLatin1Char('\n') + sign));
    m_problem->setVisible(!problems.isEmpty());
    auto palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, m_services.theme.theme().bad);
    m_problem->setPalette(palette);
    const auto reason = m_control->reason();
    m_run->setEnabled(reason.isEmpty());
    m_run->setToolTip(reason.isEmpty() ? tr("Runs that are done are not done again.") : reason);
    m_run->setAccessibleDescription(m_run->toolTip());
}

void StudiesView::take(const StudySpec& study, const std::filesystem::path& file) {
    if (m_document->isModified() &&
        m_services.dialogs.ask(this,
                               tr("Replace the recipe on this page? Its changes are not saved."),
                               tr("Replace"), tr("Keep it")) == Consent::No) {
        return;
    }
    m_document->replace(study, file);
}

void StudiesView::openFile() {
    const auto file = m_services.dialogs.openFile(
        this, tr("Open a study"), {tr("Studies (*.study.json)"), tr("All files (*)")});
    if (file) {
        openStudy(*file);
    }
}

void StudiesView::openStudy(const std::filesystem::path& file) {
    m_document->open(file);
}

void StudiesView::openKept(const std::string& name) {
    m_services.background.run(
        this,
        [&studies = m_services.studies, folder = m_services.library.opened()->folder, name] {
            return studies.keptStudy(folder, name);
        },
        [this, name](const Result<StudySpec>& kept) {
            if (kept) {
                take(*kept, {});
            } else {
                refuse(tr("The recipe of \u201C%1\u201D cannot be opened. %2")
                           .arg(fromUtf8(name), errorText(kept.error())),
                       fromUtf8(kept.error().detail));
            }
        });
}

void StudiesView::save() {
    const auto& name = m_document->study().name;
    auto file = m_services.dialogs.saveFile(
        this, tr("Save the study"), {tr("Studies (*.study.json)")},
        m_document->file().empty() ? fromUtf8(name) + QLatin1String(kStudyEnding)
                                   : fromUtf8(m_document->file().filename().string()));
    if (!file) {
        return;
    }
    if (!file->string().ends_with(".json")) {
        *file += kStudyEnding;
    }
    m_document->save(*file);
}

void StudiesView::refuse(const QString& sentence, const QString& details) {
    m_notices->post(MessageLevel::Error, sentence, details);
}

} // namespace tessera::ui
