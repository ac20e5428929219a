#pragma once

#include "core/api/documents.h"
#include "ui/panels/view.h"

#include <filesystem>
#include <optional>

class QAction;
class QLabel;
class QStackedWidget;
class QTreeView;

namespace tessera::ui {

class ElidedLabel;
class EmptyState;
class NoticeBar;
class RunExport;
class TokenModel;

// What a token holds and whether it can be trusted: that of the run in focus, or a file's.
// UI thread; files are read in the background.
class TokenView : public View {
    Q_OBJECT

public:
    explicit TokenView(Services& services, QWidget* parent = nullptr);

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] std::vector<Plot*> plots() const override { return {}; }

    // Shows a file until another run comes into focus.
    void openToken(const std::filesystem::path& file);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    // What is shown, or being read.
    struct Shown {
        std::filesystem::path file; // empty: nothing to read
        std::string sha256;
        QString title;
        std::optional<PrivacyStatement> privacy;
    };

    [[nodiscard]] std::optional<RunId> focus() const;
    void buildContent();
    void buildButtons();
    void showNothing(const QString& sentence, const QString& button = {});
    void read(Shown wanted);
    void showToken(const TokenFile& token);
    void chooseFile();
    void exportFile();
    void copyValue() const;
    void arrangeColumns();
    void refreshMeaning();

    Services& m_services;
    RunExport* m_export;
    TokenModel* m_model;
    NoticeBar* m_notices = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_content = nullptr;
    ElidedLabel* m_title = nullptr;
    QLabel* m_privacy = nullptr;
    QTreeView* m_tree = nullptr;
    QLabel* m_meaning = nullptr;
    QWidget* m_buttons = nullptr;
    QAction* m_exportAction = nullptr;
    Shown m_shown;
    bool m_isFile = false;        // shown because somebody opened it
    std::optional<RunId> m_focus; // the run in focus when that was
    std::uint64_t m_round = 0;    // of reading: only the newest answer counts
};

} // namespace tessera::ui
