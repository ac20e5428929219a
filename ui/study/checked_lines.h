#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace tessera::ui {

// Things that can be chosen, each with a box and a line of numbers that goes with it. UI thread.
class CheckedLines : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QString id; // frozen: a part of the object names
        QString text;
        QString help;
        QString numbersName; // for screen readers: what the numbers are
    };

    // `name`: object name, and the beginning of those of the boxes and fields.
    CheckedLines(const QString& name, QWidget* parent);

    // Those that there are; nothing is chosen. The same ones again: no effect.
    void setLines(const std::vector<Line>& lines);
    [[nodiscard]] bool has(const QString& id) const;

    // Does nothing to a text that `means` says is the same; unknown ids are left alone.
    void show(const QString& id, bool chosen, const QString& numbers,
              const std::function<bool(const QString&)>& means);

Q_SIGNALS:
    void edited(const QString& id, bool chosen, const QString& numbers);

private:
    struct Row {
        Line line;
        QCheckBox* box = nullptr;
        QLineEdit* numbers = nullptr;
    };
    void addRow(const Line& line);

    QGridLayout* m_layout;
    std::vector<Row> m_rows;
};

} // namespace tessera::ui
