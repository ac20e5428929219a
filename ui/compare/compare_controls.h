#pragma once

#include "ui/compare/compare_data.h"
#include "ui/plots/controls_bar.h"

namespace tessera::ui {

// What is compared: the value, how runs are grouped, and which groups. UI thread.
class CompareControls : public ControlsBar {
    Q_OBJECT

public:
    explicit CompareControls(QWidget* parent = nullptr);

    // Offers the groups that there are.
    void setData(const CompareData& data);
    [[nodiscard]] CompareChoice choice() const;

Q_SIGNALS:
    void choiceChanged();

private:
    QComboBox* m_measure;
    QComboBox* m_grouping;
    QComboBox* m_reference;
    QComboBox* m_other;
};

} // namespace tessera::ui
