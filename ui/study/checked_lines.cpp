#include "ui/study/checked_lines.h"

#include "ui/widgets/measures.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kNumbersWidth = 84;

} // namespace

CheckedLines::CheckedLines(const QString& name, QWidget* parent)
    : QWidget(parent), m_layout(new QGridLayout(this)) {
    setObjectName(name);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(2 * kNarrowSpace);
    m_layout->setVerticalSpacing(kNarrowSpace);
    m_layout->setColumnStretch(0, 1);
}

void CheckedLines::setLines(const std::vector<Line>& lines) {
    const bool same = std::equal(lines.begin(), lines.end(), m_rows.begin(), m_rows.end(),
                                 [](const Line& a, const Row& b) { return a.id == b.line.id; });
    if (same) {
        return;
    }
    for (const auto& row : m_rows) {
        delete row.box;
        delete row.numbers;
    }
    m_rows.clear();
    for (const auto& line : lines) {
        addRow(line);
    }
}

void CheckedLines::addRow(const Line& line) {
    Row row{line, new QCheckBox(line.text, this), new QLineEdit(this)};
    const auto help = line.help;
    row.box->setObjectName(objectName() + QLatin1Char('.') + line.id);
    row.box->setToolTip(help);
    row.box->setAccessibleDescription(help);
    row.numbers->setObjectName(objectName() + QLatin1Char('.') + line.id +
                               QStringLiteral(".numbers"));
    row.numbers->setAccessibleName(line.numbersName);
    row.numbers->setToolTip(line.numbersName);
    row.numbers->setFixedWidth(kNumbersWidth);
    row.numbers->setEnabled(false);
    const auto tell = [this, id = line.id, box = row.box, numbers = row.numbers] {
        numbers->setEnabled(box->isChecked());
        Q_EMIT edited(id, box->isChecked(), numbers->text());
    };
    connect(row.box, &QCheckBox::toggled, this, tell);
    connect(row.numbers, &QLineEdit::textEdited, this, tell);
    const int place = static_cast<int>(m_rows.size());
    m_layout->addWidget(row.box, place, 0);
    m_layout->addWidget(row.numbers, place, 1);
    row.box->show();
    row.numbers->show();
    m_rows.push_back(row);
}

bool CheckedLines::has(const QString& id) const {
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&](const Row& row) { return row.line.id == id; });
}

void CheckedLines::show(const QString& id, bool chosen, const QString& numbers,
                        const std::function<bool(const QString&)>& means) {
    for (const auto& row : m_rows) {
        if (row.line.id != id) {
            continue;
        }
        const QSignalBlocker quiet(row.box);
        row.box->setChecked(chosen);
        row.numbers->setEnabled(chosen);
        if (!numbers.isEmpty() && !means(row.numbers->text())) {
            row.numbers->setText(numbers);
        }
    }
}

} // namespace tessera::ui
