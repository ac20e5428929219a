#pragma once

#include "ui/models/token_rows.h"

#include <QWidget>

#include <vector>

class QLabel;
class QTreeView;

namespace tessera::ui {

class ThemeController;
class TokenModel;

// The fields of a token with their values and what they mean, below what the token gives away. UI
// thread.
class TokenFields : public QWidget {
    Q_OBJECT

public:
    // The controller outlives it.
    explicit TokenFields(ThemeController& theme, QWidget* parent = nullptr);

    // `privacy`: whole sentences; empty where nothing is known about it.
    void setGroups(std::vector<TokenGroup> groups, const QString& privacy);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTree(ThemeController& theme);
    void copyValue() const;
    void arrangeColumns();
    void refreshMeaning();

    TokenModel* m_model;
    QLabel* m_privacy;
    QTreeView* m_tree;
    QLabel* m_meaning;
};

} // namespace tessera::ui
