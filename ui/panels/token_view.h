#pragma once

#include "core/api/run.h"
#include "ui/panels/token_actions.h"
#include "ui/panels/view.h"

#include <filesystem>
#include <optional>

class QStackedWidget;
class QTabWidget;

namespace tessera::ui {

class ByteMap;
class ElidedLabel;
class EmptyState;
class LineageGraph;
class NoticeBar;
class TokenComparePanel;
class TokenFields;
class TokenHeadline;
class VectorPlots;

// What a token holds and whether it can be trusted: that of the run in focus, or a file's.
// UI thread; files are read in the background.
class TokenView : public View {
    Q_OBJECT

public:
    explicit TokenView(Services& services, QWidget* parent = nullptr);

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    // Those of the tab on show.
    [[nodiscard]] std::vector<Plot*> plots() const override;

    // Shows a file until another run comes into focus.
    void openToken(const std::filesystem::path& file);
    // Reads what is shown once more: what it is judged by has changed.
    void readAgain();
    // Whether files without a seal are refused was chosen anew.
    void onSealRule();
    void manageSigners() { m_actions->manageSigners(); }

private:
    // What is shown, or being read.
    struct Shown {
        std::filesystem::path file; // empty: nothing to read
        std::string sha256;
        QString title;
        std::optional<PrivacyStatement> privacy;
        TokenReadOptions options;
    };
    enum Tab { Fields, Vector, Lineage, Bytes, Compare };

    [[nodiscard]] std::optional<RunId> focus() const;
    void buildContent();
    void buildTabs();
    void buildButtons();
    void connectActions();
    void showNothing(const QString& sentence, const QString& button = {});
    void read(Shown wanted);
    void showExamination(const TokenExaminationPtr& examination);
    void showFailure(const Error& error);
    void fillVector();
    void setTitle(const QString& title);
    void enterKey();
    void showUnverified();
    void showUnsealed();
    void showDetails();
    void chooseFile();

    Services& m_services;
    TokenActions* m_actions;
    NoticeBar* m_notices = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_content = nullptr;
    ElidedLabel* m_title = nullptr;
    TokenHeadline* m_headline = nullptr;
    QTabWidget* m_tabs = nullptr;
    TokenFields* m_fields = nullptr;
    QWidget* m_vectorPage = nullptr;
    VectorPlots* m_vector = nullptr; // made when it is first looked at
    TokenExaminationPtr m_drawn;     // whose vector it shows
    LineageGraph* m_lineage = nullptr;
    ByteMap* m_bytes = nullptr;
    TokenComparePanel* m_compare = nullptr;
    QWidget* m_buttons = nullptr;
    TokenExaminationPtr m_examination; // null: nothing is shown
    Shown m_shown;
    bool m_isFile = false;        // shown because somebody opened it
    std::optional<RunId> m_focus; // the run in focus when that was
    std::uint64_t m_round = 0;    // of reading: only the newest answer counts
};

} // namespace tessera::ui
