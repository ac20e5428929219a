#include "ui/widgets/real_edit.h"

#include <QLocale>

#include <cmath>
#include <limits>

namespace tessera::ui {

namespace {

constexpr int kSignificant = 12;

bool allowed(RealRule rule, double value) {
    switch (rule) {
    case RealRule::Positive:
        return value > 0.0 && std::isfinite(value);
    case RealRule::NotNegative:
        return value >= 0.0 && std::isfinite(value);
    case RealRule::Probability:
        return value > 0.0 && value < 1.0;
    case RealRule::Share:
        return value >= 0.0 && value <= 1.0;
    }
    return false;
}

// NaN if it is no number.
double parsed(const QString& text) {
    bool good = false;
    double value = QLocale().toDouble(text.trimmed(), &good);
    if (!good) {
        value = QLocale::c().toDouble(text.trimmed(), &good);
    }
    return good ? value : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

RealEdit::RealEdit(RealRule rule, QWidget* parent) : QLineEdit(parent), m_rule(rule) {
    connect(this, &QLineEdit::textEdited, this, &RealEdit::read);
    setValue(0.0);
}

void RealEdit::setValue(double value) {
    if (value == m_value && !text().isEmpty()) {
        return;
    }
    if (std::isnan(value)) {
        if (!std::isnan(m_value)) { // not typed here, but come back from the history
            m_value = value;
            clear();
        }
        return; // else the text that was typed stays
    }
    m_value = value;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    setText(locale.toString(value, 'g', kSignificant));
}

QString RealEdit::problem() const {
    if (!std::isnan(m_value)) {
        return {};
    }
    switch (m_rule) {
    case RealRule::Positive:
        return tr("Type a number above 0.");
    case RealRule::NotNegative:
        return tr("Type a number that is 0 or more.");
    case RealRule::Probability:
        return tr("Type a number above 0 and below 1.");
    case RealRule::Share:
        return tr("Type a number from 0 to 1.");
    }
    return {};
}

void RealEdit::read() {
    const double typed = parsed(text());
    m_value = allowed(m_rule, typed) ? typed : std::numeric_limits<double>::quiet_NaN();
    Q_EMIT valueChanged(m_value);
}

} // namespace tessera::ui
