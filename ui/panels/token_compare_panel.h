#pragma once

#include "ui/panels/token_sources.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QMenu;
class QStackedWidget;
class QTabWidget;
class QTreeWidget;

namespace tessera::ui {

class EmptyState;
class Plot;
class Services;
class VectorPlots;

// The token on show beside a second one: the fields that differ, and how far their vectors are
// apart. UI thread; files are read, and tokens compared, in the background.
class TokenComparePanel : public QWidget {
    Q_OBJECT

public:
    explicit TokenComparePanel(Services& services, QWidget* parent = nullptr);

    // The token on show; null: none that can be compared. The second one stays.
    void setToken(const TokenExaminationPtr& token, const QString& name);
    void compareWith(const TokenSource& other);
    // Those on show.
    [[nodiscard]] std::vector<Plot*> plots() const;

Q_SIGNALS:
    void exportRequested(tessera::ui::Plot* plot);

private:
    struct Outcome {
        std::optional<QString> problem;
        TokenDifference difference;
        std::vector<float> other;
        static Outcome failed(const Error& error);
    };

    void build();
    [[nodiscard]] QWidget* buildButtons();
    void buildTabs();
    [[nodiscard]] VectorPlots& vectorPlots();
    void chooseFile();
    void compare();
    void showNothing(const QString& sentence);
    void showOutcome(const Outcome& outcome);
    [[nodiscard]] QString figures(const TokenDifference& difference) const;

    Services& m_services;
    TokenExaminationPtr m_token;
    QString m_name;
    std::optional<TokenSource> m_other;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel* m_figures = nullptr;
    QTabWidget* m_tabs = nullptr;
    QTreeWidget* m_fields = nullptr;
    QWidget* m_plotPage = nullptr;
    VectorPlots* m_plots = nullptr; // made with the first pair
    std::uint64_t m_round = 0;      // of comparing: only the newest answer counts
};

// "Cosine 0.98, distance 1.2, ...": how two vectors relate, as whole sentences.
[[nodiscard]] QString vectorDifferenceText(const TokenDifference& difference);

} // namespace tessera::ui
