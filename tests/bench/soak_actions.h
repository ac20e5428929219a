#pragma once

// What a restless person does with the window, one thing after another: for bench_soak.

#include "app/workbench/workbench.h"
#include "tests/ui/support/fake_dialogs.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/view.h"
#include "ui/plots/plot.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QUndoStack>
#include <QWheelEvent>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tessera::bench {

// A list of actions that is gone through again and again. All of them go through the event loop,
// as a person's do: a hand that moves is many events, and none waits for another. UI thread.
class SoakActions {
public:
    // All outlive it. `mine` are the runs that may be deleted (and are brought back).
    SoakActions(workbench::Workbench& program, test::FakeDialogs& dialogs,
                std::filesystem::path exports, const std::vector<RunId>& mine)
        : m_program(program), m_dialogs(dialogs), m_exports(std::move(exports)), m_mine(mine) {
        addActions();
    }

    [[nodiscard]] const std::string& nextName() const { return m_actions[m_next].name; }
    void doNext() {
        const auto& action = m_actions[m_next];
        m_next = (m_next + 1) % m_actions.size();
        m_turn += m_next == 0 ? 1 : 0;
        action.once();
    }

    // Nothing stays deleted.
    void tidyUp() {
        if (std::exchange(m_hasRemoved, false)) {
            m_program.services().undo.runs().undo();
        }
    }

private:
    struct Action {
        std::string name;
        std::function<void()> once;
    };
    static constexpr int kHandMs = 25; // between two events of a hand
    static constexpr std::size_t kSeveral = 8;
    static constexpr std::array<const char*, 7> kViews = {
        "activations", "hub", "layers", "curves", "token", "compare", "studies"};

    [[nodiscard]] ui::MainWindow& window() { return m_program.window(); }
    void add(std::string name, std::function<void()> once) {
        m_actions.push_back({std::move(name), std::move(once)});
    }
    void trigger(const char* action) {
        if (auto* found = window().findChild<QAction*>(action)) {
            found->trigger();
        }
    }
    void later(int ms, std::function<void()> once) {
        QTimer::singleShot(ms, &window(), std::move(once));
    }

    void addActions() {
        for (const char* view : kViews) {
            add(fmt::format("show {}", view),
                [this, view] { trigger(fmt::format("action.view.{}", view).c_str()); });
            add(fmt::format("hover in {}", view), [this, view] { hover(view); });
            addOfTheWindow();
            add(fmt::format("turn the wheel in {}", view), [this, view] { turnWheel(view); });
            if (std::string(view) != "studies") { // a form, whose entries are no pickers
                add(fmt::format("use pickers of {}", view), [this, view] { usePickers(view); });
            }
            addOfRuns();
            add(fmt::format("drag in {}", view), [this, view] { drag(view); });
            add(fmt::format("turn a page of {}", view), [this, view] { turnPage(view); });
            add(fmt::format("export {}", view), [this] { exportView(); });
        }
    }

    // One of them between two others, each time the next.
    void addOfTheWindow() {
        const auto number = m_ofTheWindow++;
        switch (number % 7) {
        case 0:
            return add("resize to 800 x 500", [this] { window().resize(800, 500); });
        case 1:
            return add("dark theme", [this] { trigger("action.theme.dark"); });
        case 2:
            return add("resize to 2560 x 1440", [this] { window().resize(2560, 1440); });
        case 3:
            return add("other colours", [this] {
                trigger(m_turn % 2 == 0 ? "action.colours.cividis" : "action.colours.viridis");
            });
        case 4:
            return add("light theme", [this] { trigger("action.theme.light"); });
        case 5:
            return add("resize to 1366 x 768", [this] { window().resize(1366, 768); });
        default:
            return add("reset the layout", [this] {
                window().resize(1920, 1080);
                trigger("action.reset-layout");
            });
        }
    }

    void addOfRuns() {
        const auto number = m_ofRuns++;
        switch (number % 7) {
        case 0:
            return add("choose several runs", [this] { show(kSeveral); });
        case 1:
            return add("draw by t-SNE", [this] { draw(1); });
        case 2:
            return add("draw by UMAP", [this] { draw(2); });
        case 3:
            add("delete a run", [this] { removeRun(); });
            add("filter the runs", [this] { filter(); });
            return add("bring the run back", [this] { tidyUp(); });
        case 4:
            add("choose all runs", [this] { table()->selectAll(); });
            return add("compare several runs", [this] { compare(); });
        case 5:
            add("star a run", [this] { star(); });
            return add("sort the runs", [this] { sort(); });
        default:
            add("draw by PCA", [this] { draw(0); });
            add("choose samples", [this] { m_program.services().selection.setSamples({1, 5, 9}); });
            return add("choose one run", [this] { show(1); });
        }
    }

    [[nodiscard]] QTableView* table() { return window().findChild<QTableView*>("runs.table"); }
    [[nodiscard]] std::vector<RunId> newest(std::size_t most) {
        const auto& runs = m_program.services().library.runs();
        std::vector<RunId> ids;
        for (auto run = runs.rbegin(); run != runs.rend() && ids.size() < most; ++run) {
            if (run->state == RunState::Done) {
                ids.push_back(run->id);
            }
        }
        return ids;
    }
    void show(std::size_t count) {
        if (const auto runs = newest(count); !runs.empty()) {
            m_program.services().views.show(runs);
        }
    }

    void compare() {
        m_program.services().compared.clearAdded();
        m_program.services().compared.add(newest(kSeveral));
        trigger("action.view.compare");
        auto* area = window().findChild<QScrollArea*>("view.compare.area");
        if (area != nullptr) {
            auto* bar = area->verticalScrollBar();
            for (int step = 1; step <= 10; ++step) {
                later(step * kHandMs, [bar, step] { bar->setValue(bar->maximum() * step / 10); });
            }
        }
    }

    void draw(int picture) {
        window().docks().raise("hub");
        if (auto* pictures = window().findChild<QComboBox*>("hubPicture")) {
            pictures->setCurrentIndex(picture);
        }
        auto* start = window().findChild<QPushButton*>("hubStart");
        if (picture > 0 && start != nullptr) {
            later(kHandMs, [start] {
                if (start->isEnabled()) {
                    start->click();
                }
            });
        }
    }

    void removeRun() {
        const auto* run = m_mine.empty() ? nullptr : m_program.services().library.find(m_mine[0]);
        if (run != nullptr && run->state == RunState::Done && !m_hasRemoved) {
            m_program.services().library.remove({run->id});
            m_hasRemoved = true;
        }
    }

    void filter() {
        auto* search = window().findChild<QLineEdit*>("runs.search");
        const QString text = m_turn % 2 == 0 ? "state:done 1" : "soak";
        for (qsizetype length = 1; length <= text.size(); ++length) {
            later(static_cast<int>(length) * kHandMs,
                  [search, text, length] { search->setText(text.left(length)); });
        }
        later(600, [search] { search->clear(); });
    }

    void star() {
        if (const auto runs = newest(1); !runs.empty()) {
            RunEdit edit;
            edit.starred = !m_program.services().library.find(runs[0])->starred;
            m_program.services().library.edit(runs[0], edit, "star");
        }
    }

    void sort() {
        const int columns = table()->model()->columnCount();
        table()->sortByColumn(m_sorted++ % columns,
                              m_turn % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        auto* bar = table()->verticalScrollBar();
        for (int step = 1; step <= 10; ++step) {
            later(step * kHandMs, [bar, step] { bar->setValue(bar->maximum() * step / 10); });
        }
    }

    void exportView() {
        constexpr std::array<const char*, 5> kEndings = {"png", "svg", "pdf", "csv", "tex"};
        const auto* ending = kEndings[m_exported++ % kEndings.size()];
        m_dialogs.forms = {[ending](QDialog& dialog) {
            if (auto* formats = dialog.findChild<QComboBox*>("figure.format")) {
                formats->setCurrentIndex(std::max(0, formats->findData(QString(ending))));
            }
            return ui::Consent::Yes;
        }};
        m_dialogs.files = {m_exports / fmt::format("figure.{}", ending)};
        trigger("action.export");
        m_dialogs.forms.clear();
        m_dialogs.files.clear();
    }

    // The next plot of the view that can be seen, and in it the widget under its middle.
    [[nodiscard]] QWidget* nextTarget(const char* view) {
        std::vector<QWidget*> seen;
        for (auto* plot : window().docks().view(view)->plots()) {
            if (plot->isVisible() && !plot->visibleRegion().isEmpty()) {
                seen.push_back(plot);
            }
        }
        if (seen.empty()) {
            return nullptr;
        }
        auto* plot = seen[m_target++ % seen.size()];
        auto* inner = plot->childAt(plot->rect().center());
        return inner != nullptr ? inner : plot;
    }

    static void postMouse(QWidget* target, QEvent::Type type, const QPointF& at,
                          Qt::MouseButton button, Qt::MouseButtons buttons) {
        QCoreApplication::postEvent(target, new QMouseEvent(type, at, target->mapToGlobal(at),
                                                            button, buttons, Qt::NoModifier));
    }

    // A way through the widget, from its upper left to its lower right, in 12 steps.
    void move(QWidget* target, Qt::MouseButtons buttons) {
        const QPointer<QWidget> guard(target);
        constexpr int kSteps = 12;
        for (int step = 1; step <= kSteps; ++step) {
            later(step * kHandMs, [guard, step, buttons] {
                if (guard) {
                    postMouse(guard, QEvent::MouseMove,
                              QPointF(guard->width(), guard->height()) * step / (kSteps + 1),
                              Qt::NoButton, buttons);
                }
            });
        }
    }

    void hover(const char* view) {
        if (auto* target = nextTarget(view)) {
            move(target, Qt::NoButton);
        }
    }

    void drag(const char* view) {
        auto* target = nextTarget(view);
        if (target == nullptr) {
            return;
        }
        const QPointer<QWidget> guard(target);
        postMouse(target, QEvent::MouseButtonPress, QPointF(target->rect().center()),
                  Qt::LeftButton, Qt::LeftButton);
        move(target, Qt::LeftButton);
        later(14 * kHandMs, [guard] {
            if (guard) {
                postMouse(guard, QEvent::MouseButtonRelease, QPointF(guard->rect().center()),
                          Qt::LeftButton, Qt::NoButton);
            }
        });
    }

    // Into the picture and out of it again.
    void turnWheel(const char* view) {
        auto* target = nextTarget(view);
        if (target == nullptr) {
            return;
        }
        const QPointer<QWidget> guard(target);
        constexpr int kTurns = 8;
        for (int turn = 0; turn < kTurns; ++turn) {
            later(turn * kHandMs, [guard, turn] {
                if (guard) {
                    const QPointF at(guard->rect().center());
                    QCoreApplication::postEvent(
                        guard,
                        new QWheelEvent(at, guard->mapToGlobal(at), QPoint(),
                                        QPoint(0, turn < kTurns / 2 ? 120 : -120), Qt::NoButton,
                                        Qt::NoModifier, Qt::NoScrollPhase, false));
                }
            });
        }
    }

    // Every picker of the view to its next choice, every switch to its other side.
    void usePickers(const char* view) {
        int number = 0;
        const auto soon = [&] { return ++number * 2 * kHandMs; };
        for (QPointer<QComboBox> box : window().docks().view(view)->findChildren<QComboBox*>()) {
            if (box->isVisible() && box->isEnabled() && box->count() > 1) {
                later(soon(), [box] {
                    if (box && box->count() > 1) {
                        box->setCurrentIndex((box->currentIndex() + 1) % box->count());
                    }
                });
            }
        }
        for (QPointer<QCheckBox> box : window().docks().view(view)->findChildren<QCheckBox*>()) {
            if (box->isVisible() && box->isEnabled()) {
                later(soon(), [box] {
                    if (box) {
                        box->click();
                    }
                });
            }
        }
    }

    void turnPage(const char* view) {
        for (auto* pages : window().docks().view(view)->findChildren<QTabWidget*>()) {
            if (pages->isVisible() && pages->count() > 1) {
                pages->setCurrentIndex((pages->currentIndex() + 1) % pages->count());
            }
        }
    }

    workbench::Workbench& m_program;
    test::FakeDialogs& m_dialogs;
    const std::filesystem::path m_exports;
    const std::vector<RunId>& m_mine;
    std::vector<Action> m_actions;
    std::size_t m_next = 0, m_target = 0, m_exported = 0;
    int m_turn = 0, m_ofTheWindow = 0, m_ofRuns = 0, m_sorted = 0;
    bool m_hasRemoved = false;
};

} // namespace tessera::bench
