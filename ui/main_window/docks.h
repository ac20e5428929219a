#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <vector>

class QAction;
class QDockWidget;
class QMainWindow;

namespace tessera::ui {

class Services;
class View;

// The panels and views of the main window as docks: made once, laid out by default or as the person
// left them. UI thread.
class Docks : public QObject {
    Q_OBJECT

public:
    explicit Docks(QMainWindow& window);

    // A panel at the left or at the right; in order from top to bottom.
    void addSetup(QWidget* panel, const QString& title);
    void addSide(const QString& id, QWidget* panel, const QString& title);
    // A panel beside the views, or below them where there is little room; hidden at first.
    void addGuide(const QString& id, QWidget* panel, const QString& title);
    // A tab of the centre.
    void addView(const QString& id, View* view, const QString& title);

    void applyDefault();
    [[nodiscard]] QByteArray save() const;
    // False if the state is of another version or damaged: the default stays.
    bool restore(const QByteArray& state);

    // Shows a view or panel, in front and with the focus.
    void raise(const QString& id);
    // Shows a view in front and leaves the focus where it is.
    void bringForward(const QString& id);
    // Shows or hides the guide; the layout remembers it.
    void showGuide(bool shown);
    // The view on show; the last one raised where several are visible.
    [[nodiscard]] QString currentView() const { return m_currentView; }
    [[nodiscard]] View* view(const QString& id) const;
    [[nodiscard]] const std::vector<View*>& views() const { return m_views; }
    // For the View menu: one checkable action for each dock.
    [[nodiscard]] std::vector<QAction*> toggles() const;

Q_SIGNALS:
    void currentViewChanged();

private:
    QDockWidget* add(const QString& id, QWidget* content, const QString& title);
    [[nodiscard]] QDockWidget* dock(const QString& id) const;
    void setCurrentView(const QString& id);
    void sizeGuide();

    QMainWindow& m_window;
    QDockWidget* m_setup = nullptr;
    QDockWidget* m_guide = nullptr;
    bool m_guideShown = false; // as showGuide() had it
    std::vector<QDockWidget*> m_sides, m_viewDocks;
    std::vector<View*> m_views;
    QString m_currentView;
};

} // namespace tessera::ui
