#pragma once

#include "core/api/study_desk.h"
#include "ui/panels/view.h"

#include <filesystem>
#include <string>

class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QSplitter;
class QToolButton;

namespace tessera::ui {

class NoticeBar;
class Services;
class StudyControl;
class StudyDocument;
class StudyForm;
class StudyResults;
class StudyWatch;

// The page of studies: a recipe at the left (or above, where there is little room), what has become
// of it at the right. UI thread.
class StudiesView : public View {
    Q_OBJECT

public:
    explicit StudiesView(Services& services, QWidget* parent = nullptr);

    // It shows the runs of its study, whatever is chosen in Runs.
    void setRuns(const std::vector<RunViewPtr>&) override {}
    [[nodiscard]] std::vector<Plot*> plots() const override;

    // Opens a recipe; asks where changes would be lost.
    void openStudy(const std::filesystem::path& file);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildRecipe();
    QWidget* buildFileButtons(QWidget* parent);
    void fillPresets(QMenu* menu);
    void fillOpen(QMenu* menu);
    void arrange();
    void refresh();
    void take(const StudySpec& study, const std::filesystem::path& file);
    void openFile();
    void openKept(const std::string& name);
    void save();
    void refuse(const QString& sentence, const QString& details);

    Services& m_services;
    StudyDocument* m_document;
    StudyWatch* m_watch;
    StudyControl* m_control;
    NoticeBar* m_notices = nullptr;
    QSplitter* m_halves = nullptr;
    QScrollArea* m_scroll = nullptr;
    StudyForm* m_form = nullptr;
    StudyResults* m_results = nullptr;
    QLabel* m_extent = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_run = nullptr;
};

} // namespace tessera::ui
