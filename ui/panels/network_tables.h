#pragma once

#include "core/api/network_description.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace tessera::ui {

// The operators that the code of a file uses, those that are not allowed on top. UI thread.
class OperatorList : public QWidget {
    Q_OBJECT

public:
    enum Column { Operator, Uses, Allowed, Place, ColumnCount };

    explicit OperatorList(QWidget* parent = nullptr);
    void setOperators(std::vector<NetworkOperator> operators);

private:
    QLabel* m_verdict;
    QTreeWidget* m_list;
};

// How the tensors of a state dict meet an architecture, and which ones they could belong to. UI
// thread.
class StateList : public QWidget {
    Q_OBJECT

public:
    explicit StateList(QWidget* parent = nullptr);
    void setState(const StateReport& state);

Q_SIGNALS:
    void architectureChosen(const tessera::ArchitectureSpec& architecture);

private:
    void addGroup(const QString& title, const std::vector<std::string>& names);
    void addGuesses();
    [[nodiscard]] int currentGuess() const; // -1: none

    StateReport m_state;
    QLabel* m_verdict;
    QTreeWidget* m_list;
    QPushButton* m_use;
};

} // namespace tessera::ui
