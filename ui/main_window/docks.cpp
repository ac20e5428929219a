#include "ui/main_window/docks.h"

#include "ui/panels/view.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kStateVersion = 1;
constexpr int kWide = 1600; // from here on the curves stand beside the other views
constexpr int kSetupWidth = 272;
constexpr int kSideWidth = 300;
constexpr int kGuideWidth = 300;
constexpr int kGuideHeight = 160;
constexpr int kWideSideWidth = 420;
constexpr const char* kCurves = "curves";

QString dockName(const QString& id) {
    return QStringLiteral("dock.") + id;
}

} // namespace

Docks::Docks(QMainWindow& window) : QObject(&window), m_window(window) {
    window.setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks |
                          QMainWindow::AnimatedDocks);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

QDockWidget* Docks::add(const QString& id, QWidget* content, const QString& title) {
    auto* dock = new QDockWidget(title, &m_window);
    dock->setObjectName(dockName(id));
    dock->setAccessibleName(title);
    dock->setWidget(content);
    dock->setFocusProxy(content);
    dock->toggleViewAction()->setObjectName(QStringLiteral("toggle.") + id);
    return dock;
}

void Docks::addSetup(QWidget* panel, const QString& title) {
    m_setup = add(QStringLiteral("setup"), panel, title);
}

void Docks::addSide(const QString& id, QWidget* panel, const QString& title) {
    m_sides.push_back(add(id, panel, title));
}

void Docks::addGuide(const QString& id, QWidget* panel, const QString& title) {
    m_guide = add(id, panel, title);
    m_guide->hide();
}

void Docks::showGuide(bool shown) {
    m_guideShown = shown;
    if (m_guide == nullptr) {
        return;
    }
    const bool appears = shown && m_guide->isHidden();
    m_guide->setVisible(shown);
    if (appears && (m_guide->width() < kGuideWidth || m_guide->height() < kGuideHeight)) {
        sizeGuide(); // it has never been shown: nobody has chosen its size
    }
}

void Docks::sizeGuide() {
    if (m_window.dockWidgetArea(m_guide) == Qt::NoDockWidgetArea) {
        return; // it has no place yet
    }
    m_window.resizeDocks({m_guide}, {kGuideWidth}, Qt::Horizontal);
    if (m_window.width() < kWide) {
        m_window.resizeDocks({m_guide}, {std::max(kGuideHeight, m_window.height() / 3)},
                             Qt::Vertical);
    }
}

void Docks::addView(const QString& id, View* view, const QString& title) {
    auto* dock = add(id, view, title);
    m_viewDocks.push_back(dock);
    m_views.push_back(view);
    // Of tabs, only the one in front is "visible" to Qt.
    connect(dock, &QDockWidget::visibilityChanged, this, [this, id](bool visible) {
        if (visible) {
            setCurrentView(id);
        }
    });
}

void Docks::applyDefault() {
    const bool wide = m_window.width() >= kWide;
    std::vector<QDockWidget*> all = m_viewDocks;
    all.insert(all.end(), m_sides.begin(), m_sides.end());
    all.push_back(m_setup);
    if (m_guide != nullptr) {
        all.push_back(m_guide);
    }
    for (auto* dock : all) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_setup);
    auto* centre = m_viewDocks.front();
    if (m_guide != nullptr && wide) {
        m_window.splitDockWidget(m_setup, m_guide, Qt::Horizontal);
        m_window.splitDockWidget(m_guide, centre, Qt::Horizontal);
    } else {
        m_window.splitDockWidget(m_setup, centre, Qt::Horizontal);
    }
    m_window.splitDockWidget(centre, m_sides.front(), Qt::Horizontal);
    for (std::size_t i = 1; i < m_sides.size(); ++i) {
        m_window.splitDockWidget(m_sides[i - 1], m_sides[i], Qt::Vertical);
    }
    if (m_guide != nullptr && !wide) { // before there are tabs, or it would become one of them
        m_window.splitDockWidget(centre, m_guide, Qt::Vertical);
    }
    QDockWidget* beside = wide ? dock(kCurves) : nullptr;
    if (beside != nullptr) { // before there are tabs, or it would become one of them
        m_window.splitDockWidget(centre, beside, Qt::Horizontal);
    }
    for (auto* view : m_viewDocks) {
        if (view != centre && view != beside) {
            m_window.tabifyDockWidget(centre, view);
        }
    }
    for (auto* dock : all) {
        dock->setVisible(dock != m_guide || m_guideShown);
    }
    centre->raise();
    const int side = wide ? kWideSideWidth : kSideWidth;
    const int guide = wide && m_guideShown ? kGuideWidth : 0;
    const int rest = std::max(kSetupWidth, m_window.width() - kSetupWidth - side - guide);
    if (beside != nullptr) {
        m_window.resizeDocks({m_setup, centre, beside, m_sides.front()},
                             {kSetupWidth, rest * 3 / 5, rest * 2 / 5, side}, Qt::Horizontal);
    } else {
        m_window.resizeDocks({m_setup, centre, m_sides.front()}, {kSetupWidth, rest, side},
                             Qt::Horizontal);
    }
    if (m_sides.size() > 1) {
        m_window.resizeDocks({m_sides[0], m_sides[1]}, {3, 1}, Qt::Vertical);
    }
    if (m_guide != nullptr && m_guideShown) {
        sizeGuide();
    }
    setCurrentView(centre->objectName().mid(dockName({}).size()));
}

QByteArray Docks::save() const {
    return m_window.saveState(kStateVersion);
}

bool Docks::restore(const QByteArray& state) {
    return !state.isEmpty() && m_window.restoreState(state, kStateVersion);
}

QDockWidget* Docks::dock(const QString& id) const {
    return m_window.findChild<QDockWidget*>(dockName(id));
}

void Docks::raise(const QString& id) {
    if (auto* wanted = dock(id)) {
        wanted->show();
        wanted->raise();
        wanted->widget()->setFocus(Qt::ShortcutFocusReason);
        if (view(id) != nullptr) {
            setCurrentView(id);
        }
    }
}

void Docks::bringForward(const QString& id) {
    auto* wanted = dock(id);
    if (wanted != nullptr && view(id) != nullptr) {
        wanted->show();
        wanted->raise();
        setCurrentView(id);
    }
}

View* Docks::view(const QString& id) const {
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        if (m_viewDocks[i]->objectName() == dockName(id)) {
            return m_views[i];
        }
    }
    return nullptr;
}

void Docks::setCurrentView(const QString& id) {
    if (m_currentView != id) {
        m_currentView = id;
        Q_EMIT currentViewChanged();
    }
}

std::vector<QAction*> Docks::toggles() const {
    std::vector<QAction*> actions{m_setup->toggleViewAction()};
    for (const auto* group : {&m_viewDocks, &m_sides}) {
        for (auto* dock : *group) {
            actions.push_back(dock->toggleViewAction());
        }
    }
    if (m_guide != nullptr) {
        actions.push_back(m_guide->toggleViewAction());
    }
    return actions;
}

} // namespace tessera::ui
