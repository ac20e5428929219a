#pragma once

#include "core/api/token_file.h"

#include <QWidget>

#include <vector>

class QStackedWidget;
class QTableView;

namespace tessera::ui {

class ByteBar;
class SectionModel;

// Where everything stands in a token's file and whether its checks are right: a bar of all bytes
// from left to right, and the same as a list. Choosing in one chooses in the other. UI thread.
class ByteMap : public QWidget {
    Q_OBJECT

public:
    explicit ByteMap(QWidget* parent = nullptr);

    // In the order of the bytes. Nothing is chosen afterwards.
    void setSections(const std::vector<TokenSection>& sections);
    // -1: none.
    [[nodiscard]] int chosenRow() const { return m_row; }
    void chooseRow(int row);

Q_SIGNALS:
    // By a person or by chooseRow(); not by setSections().
    void sectionChosen(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrangeColumns();

    QStackedWidget* m_stack;
    ByteBar* m_bar;
    SectionModel* m_model;
    QTableView* m_list;
    int m_row = -1;
};

} // namespace tessera::ui
