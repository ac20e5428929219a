#pragma once

#include "ui/widgets/form_dialog.h"

#include <cstdint>

class QDoubleSpinBox;
class QRadioButton;

namespace tessera::ui {

// How much memory data and recordings may take: half of the machine's, or a number. UI thread.
class MemoryBudgetDialog : public FormDialog {
    Q_OBJECT

public:
    // `chosen`: as it is now, 0 for the half; `machine`: of this one. In bytes.
    MemoryBudgetDialog(std::int64_t chosen, std::int64_t machine, QWidget* parent);

    // In bytes; 0: half of the machine's memory.
    [[nodiscard]] std::int64_t budget() const;

private:
    void build();
    void refresh();

    std::int64_t m_machine;
    QRadioButton* m_half = nullptr;
    QRadioButton* m_limit = nullptr;
    QDoubleSpinBox* m_number = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace tessera::ui
