#include "ui/panels/field_form.h"

#include "ui/bridge/experiment_document.h"
#include "ui/widgets/icons.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace tessera::ui {

namespace {

// The wheel scrolls the panel, unless a person is at this very editor.
class WheelGuard : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() == QEvent::Wheel && widget != nullptr && !widget->hasFocus()) {
            event->ignore();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
};

constexpr int kSpinMinimumWidth = 90;

} // namespace

FieldForm::FieldForm(ExperimentDocument& document, const QString& place, Labels labels,
                     QWidget* parent)
    : QWidget(parent), m_document(document), m_place(place), m_layout(new QFormLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(8);
    m_layout->setVerticalSpacing(4);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(labels == Labels::Above ? QFormLayout::WrapAllRows
                                                       : QFormLayout::DontWrapRows);
}

template <typename Value>
void FieldForm::commit(const FieldText& text, const Access<Value>& access, Value value) {
    if (m_refreshing) {
        return;
    }
    m_document.change(text.id, tr("Change %1").arg(text.label),
                      [&](Experiment& experiment) { access.set(experiment, value); });
}

void FieldForm::addRow(const FieldText& text, QWidget* editor, QWidget* focus,
                       std::function<void(const Experiment&)> show,
                       std::function<QString()> problem) {
    focus->setObjectName(text.id);
    focus->setAccessibleName(text.label);
    focus->setAccessibleDescription(text.help);
    focus->setToolTip(text.help);
    focus->setFocusPolicy(Qt::StrongFocus);
    focus->installEventFilter(new WheelGuard(focus));
    if (qobject_cast<QAbstractButton*>(editor) != nullptr) { // has its label on it
        m_layout->addRow(editor);
    } else {
        auto* label = new QLabel(text.label, this);
        label->setBuddy(focus);
        label->setToolTip(text.help);
        m_layout->addRow(label, editor);
    }
    m_rows.push_back({text.id, editor, std::move(show), std::move(problem)});
}

void FieldForm::addInteger(const FieldText& text, int lowest, int highest, Access<int> access,
                           const QString& zeroText) {
    auto* spin = new QSpinBox(this);
    spin->setRange(lowest, highest);
    spin->setSpecialValueText(zeroText);
    spin->setGroupSeparatorShown(true);
    spin->setAccelerated(true);
    spin->setMinimumWidth(kSpinMinimumWidth);
    spin->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(spin, &QSpinBox::valueChanged, this,
            [this, text, access](int value) { commit(text, access, value); });
    addRow(text, spin, spin,
           [spin, access](const Experiment& e) { spin->setValue(access.get(e)); });
}

void FieldForm::addReal(const FieldText& text, RealRule rule, Access<double> access) {
    auto* edit = new RealEdit(rule, this);
    connect(edit, &RealEdit::valueChanged, this,
            [this, text, access](double value) { commit(text, access, value); });
    addRow(
        text, edit, edit, [edit, access](const Experiment& e) { edit->setValue(access.get(e)); },
        [edit] { return edit->problem(); });
}

void FieldForm::addFlag(const FieldText& text, Access<bool> access) {
    auto* box = new QCheckBox(text.label, this);
    connect(box, &QCheckBox::toggled, this,
            [this, text, access](bool on) { commit(text, access, on); });
    addRow(text, box, box, [box, access](const Experiment& e) { box->setChecked(access.get(e)); });
}

void FieldForm::addText(const FieldText& text, Access<QString> access) {
    auto* edit = new QLineEdit(this);
    connect(edit, &QLineEdit::textEdited, this,
            [this, text, access](const QString& value) { commit(text, access, value); });
    addRow(text, edit, edit, [edit, access](const Experiment& e) {
        if (edit->text() != access.get(e)) {
            edit->setText(access.get(e));
            edit->setCursorPosition(0);
        }
    });
}

void FieldForm::addNatural(const FieldText& text, Access<std::uint64_t> access) {
    auto* edit = new QLineEdit(this);
    edit->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,20}")), edit));
    const auto typed = [edit]() -> std::optional<std::uint64_t> {
        bool good = false;
        const auto number = edit->text().toULongLong(&good);
        return good ? std::optional<std::uint64_t>(number) : std::nullopt;
    };
    const auto problem = [typed] {
        return typed() ? QString() : tr("Type a whole number from 0 to 18446744073709551615.");
    };
    connect(edit, &QLineEdit::textEdited, this, [this, text, access, typed, problem] {
        if (const auto number = typed()) {
            commit(text, access, *number);
        }
        // There is no number that would mean "none", as NaN does for others.
        m_document.setEntryProblem(
            text.id, problem().isEmpty()
                         ? SetupProblem{}
                         : SetupProblem{m_place, tr("%1: %2").arg(text.label, problem())});
    });
    addRow(
        text, edit, edit,
        [edit, access, typed](const Experiment& e) {
            const bool beingTyped = edit->hasFocus() && !typed();
            if (!beingTyped && typed() != access.get(e)) {
                edit->setText(QString::number(access.get(e)));
            }
        },
        problem);
    // Left without a number, the field shows again what holds.
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, text, access, typed] {
        if (!typed()) {
            edit->setText(QString::number(access.get(m_document.experiment())));
            m_document.setEntryProblem(text.id, {});
        }
    });
}

void FieldForm::addChoice(const FieldText& text, const std::vector<FieldChoice>& choices,
                          Access<QString> access) {
    auto* combo = new QComboBox(this);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(11);
    for (const auto& choice : choices) {
        combo->addItem(choice.text, choice.id);
    }
    connect(combo, &QComboBox::activated, this,
            [this, text, access, combo] { commit(text, access, combo->currentData().toString()); });
    addRow(text, combo, combo, [combo, access](const Experiment& e) {
        const auto id = access.get(e);
        // What the catalogue does not have is shown as it is; the checks say what is wrong with it.
        if (combo->findData(id) < 0) {
            combo->addItem(id, id);
        }
        combo->setCurrentIndex(combo->findData(id));
        combo->setToolTip(combo->currentText());
    });
}

void FieldForm::addFile(const FieldText& text, std::function<std::optional<QString>()> ask,
                        Access<QString> access) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* edit = new QLineEdit(row);
    auto* button = new QToolButton(row);
    button->setIcon(icon("folder"));
    button->setToolTip(tr("Choose a file"));
    button->setAccessibleName(tr("Choose a file for %1").arg(text.label));
    button->setObjectName(text.id + ".choose");
    layout->addWidget(edit);
    layout->addWidget(button);
    connect(edit, &QLineEdit::textEdited, this,
            [this, text, access](const QString& path) { commit(text, access, path); });
    connect(button, &QToolButton::clicked, this, [this, text, access, ask] {
        if (const auto chosen = ask()) {
            commit(text, access, *chosen);
        }
    });
    addRow(text, row, edit, [edit, access](const Experiment& e) {
        if (edit->text() != access.get(e)) {
            edit->setText(access.get(e));
        }
    });
}

void FieldForm::addButton(const FieldText& text, std::function<void()> press) {
    auto* button = new QPushButton(text.label, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, std::move(press));
    addRow(text, button, button, [](const Experiment&) {});
}

void FieldForm::setChoices(const QString& id, const std::vector<FieldChoice>& choices) {
    for (const auto& row : m_rows) {
        auto* combo = row.id == id ? qobject_cast<QComboBox*>(row.editor) : nullptr;
        if (combo == nullptr) {
            continue;
        }
        combo->clear();
        for (const auto& choice : choices) {
            combo->addItem(choice.text, choice.id);
        }
        row.show(m_document.experiment());
    }
}

void FieldForm::setRowVisible(const QString& id, bool visible) {
    for (const auto& row : m_rows) {
        if (row.id == id) {
            m_layout->setRowVisible(row.editor, visible);
        }
    }
}

bool FieldForm::hasRow(const QString& id) const {
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.id == id; });
}

void FieldForm::refresh() {
    m_refreshing = true;
    for (const auto& row : m_rows) {
        row.show(m_document.experiment());
    }
    m_refreshing = false;
}

QStringList FieldForm::problems() const {
    QStringList sentences;
    for (const auto& row : m_rows) {
        const auto problem = row.problem && !row.editor->isHidden() ? row.problem() : QString();
        if (!problem.isEmpty()) {
            const auto* label = qobject_cast<QLabel*>(m_layout->labelForField(row.editor));
            sentences << (label != nullptr ? tr("%1: %2").arg(label->text(), problem) : problem);
        }
    }
    return sentences;
}

} // namespace tessera::ui
