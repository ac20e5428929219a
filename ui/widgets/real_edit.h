#pragma once

#include <QLineEdit>

namespace tessera::ui {

// What a number that a person types must be.
enum class RealRule { Positive, NotNegative, Probability, Share };

// A field for a number of any size, typed in the person's locale or with a point. While the text is
// no number of the wanted kind, the value is NaN and problem() says what is wanted.
class RealEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit RealEdit(RealRule rule, QWidget* parent = nullptr);

    // Leaves the text alone if it already means this number, so that typing is not disturbed.
    void setValue(double value);
    [[nodiscard]] double value() const { return m_value; }
    // Empty if the text is a good number.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void valueChanged(double value);

private:
    void read();

    RealRule m_rule;
    double m_value = 0.0;
};

} // namespace tessera::ui
