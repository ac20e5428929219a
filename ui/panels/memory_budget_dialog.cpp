#include "ui/panels/memory_budget_dialog.h"

#include "ui/settings/memory_budget.h"
#include "ui/strings/strings.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kGigabyte = 1e9;                 // as bytesText() has it
constexpr double kLeast = 0.1, kMost = 1e5;       // gigabytes
constexpr double kBudgetStep = 0.5, kUsual = 4.0; // gigabytes
constexpr double kMostShare = 0.8;                // of the machine, beyond which it gets tight
constexpr std::int64_t kLeastHalf = 100'000'000;  // bytes that the field can show

} // namespace

MemoryBudgetDialog::MemoryBudgetDialog(std::int64_t chosen, std::int64_t machine, QWidget* parent)
    : FormDialog(QStringLiteral("memoryDialog"), tr("Memory budget"), DialogSize::Fixed, parent),
      m_machine(machine) {
    build();
    addButtons(tr("Apply"));
    const auto half = machine / 2;
    const double start = chosen > 0           ? static_cast<double>(chosen)
                         : half >= kLeastHalf ? static_cast<double>(half)
                                              : kUsual * kGigabyte;
    m_number->setValue(start / kGigabyte);
    (chosen > 0 ? m_limit : m_half)->setChecked(true);
    refresh();
}

void MemoryBudgetDialog::build() {
    addText(tr("Data files that are read and activations that are recorded take no more memory "
               "than this. What needs more is refused, and the message says how much it would "
               "take. Networks and what learning needs come on top."));
    m_half = new QRadioButton(
        m_machine > 0 ? tr("&Automatic: half of this machine's %1").arg(bytesText(m_machine))
                      : tr("&Automatic: half of this machine's memory"),
        this);
    m_half->setObjectName(QStringLiteral("memory.half"));
    m_limit = new QRadioButton(tr("At &most:"), this);
    m_limit->setObjectName(QStringLiteral("memory.limit"));
    m_number = new QDoubleSpinBox(this);
    m_number->setObjectName(QStringLiteral("memory.number"));
    m_number->setAccessibleName(tr("Most memory in gigabytes"));
    m_number->setDecimals(2);
    m_number->setRange(kLeast, kMost);
    m_number->setSingleStep(kBudgetStep);
    m_number->setSuffix(tr(" GB", "gigabytes, after a number"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_limit);
    row->addWidget(m_number);
    row->addStretch(1);
    contents()->addWidget(m_half);
    contents()->addLayout(row);
    m_note = addNote(QStringLiteral("memory.note"));
    addText(tr("It counts for what begins after it was changed."));
    connect(m_limit, &QRadioButton::toggled, this, &MemoryBudgetDialog::refresh);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &MemoryBudgetDialog::refresh);
}

std::int64_t MemoryBudgetDialog::budget() const {
    return m_limit->isChecked()
               ? static_cast<std::int64_t>(std::llround(m_number->value() * kGigabyte))
               : 0;
}

void MemoryBudgetDialog::refresh() {
    m_number->setEnabled(m_limit->isChecked());
    const auto bytes = budget();
    QString note;
    if (m_machine > 0 && bytes > m_machine) {
        note =
            tr("This machine has only %1. With a larger budget the system may swap until nothing "
               "moves, or end the program.")
                .arg(bytesText(m_machine));
    } else if (m_machine > 0 &&
               static_cast<double>(bytes) > kMostShare * static_cast<double>(m_machine)) {
        note = tr("This leaves little of this machine's %1 for networks, for learning and for "
                  "other programs.")
                   .arg(bytesText(m_machine));
    }
    setNote(m_note, note);
}

} // namespace tessera::ui
