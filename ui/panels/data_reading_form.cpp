#include "ui/panels/data_reading_form.h"

#include "ui/strings/strings.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace tessera::ui {

namespace {

constexpr int kLargestSide = 65536;
constexpr int kNarrowest = 17; // letters

// "x: F32 [1797, 64]" begins with the name.
std::string nameOfArray(const std::string& text) {
    return text.substr(0, text.rfind(": "));
}

} // namespace

DataReadingForm::DataReadingForm(const DataReading& reading, QWidget* parent)
    : QWidget(parent), m_reading(reading), m_layout(new QFormLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_separator =
        addChoice<Separator>("separator", tr("Separator"), tr("What stands between the columns."),
                             &DataReading::separator,
                             {{Separator::Find, tr("found out")},
                              {Separator::Comma, tr("comma")},
                              {Separator::Semicolon, tr("semicolon")},
                              {Separator::Tab, tr("tab")},
                              {Separator::Space, tr("space")},
                              {Separator::Bar, tr("bar")}});
    m_header =
        addChoice<HeaderRow>("header", tr("First row"),
                             tr("Whether the first row names the columns."), &DataReading::header,
                             {{HeaderRow::Find, tr("found out")},
                              {HeaderRow::Yes, tr("names")},
                              {HeaderRow::No, tr("numbers")}});
    m_inputs = addName("inputs", tr("Inputs"), tr("The array that holds the inputs."),
                       &DataReading::inputs);
    m_label = addName("label", tr("Label"),
                      tr("The column, the array or the file that holds the classes. A column may "
                         "be named by its number, from 1."),
                      &DataReading::label);
    m_kind = addChoice<DataInput>("kind", tr("Inputs are"),
                                  tr("What a network shall see in the numbers of a sample."),
                                  &DataReading::input,
                                  {{DataInput::Find, tr("found out")},
                                   {DataInput::Flat, tr("vectors")},
                                   {DataInput::Image, tr("images")},
                                   {DataInput::Rows, tr("rows")},
                                   {DataInput::Tokens, tr("tokens")}});
    m_height =
        addSize("height", tr("Height"), tr("Rows of an image, in pixels."), &DataReading::height);
    m_width = addSize("width", tr("Width"),
                      tr("Columns of an image in pixels, numbers of a row, or tokens of a text."),
                      &DataReading::width);
    m_channels = addSize("channels", tr("Channels"), tr("1 for grey images, 3 for colour."),
                         &DataReading::channels);
    m_normalise = addChoice<Normalisation>("normalise", tr("Scaling"),
                                           tr("How numbers are scaled before a network sees them."),
                                           &DataReading::normalise,
                                           {{Normalisation::Find, tr("found out")},
                                            {Normalisation::None, tr("none")},
                                            {Normalisation::Unit, tr("to 0 … 1")},
                                            {Normalisation::Standard, tr("mean 0, deviation 1")}});
}

template <class Value>
QComboBox* DataReadingForm::addChoice(const char* name, const QString& label, const QString& help,
                                      Value DataReading::*part,
                                      const std::vector<std::pair<Value, QString>>& choices) {
    auto* box = new QComboBox(this);
    box->setObjectName(QStringLiteral("dataImport.") + QLatin1String(name));
    box->setAccessibleName(label);
    box->setToolTip(help);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const auto& [value, text] : choices) {
        box->addItem(text, static_cast<int>(value));
        box->setItemData(box->count() - 1, text, Qt::UserRole + 1); // without what was found
    }
    box->setCurrentIndex(box->findData(static_cast<int>(m_reading.*part)));
    connect(box, &QComboBox::activated, this, [this, box, part] {
        m_reading.*part = static_cast<Value>(box->currentData().toInt());
        showRows();
        Q_EMIT changed();
    });
    m_layout->addRow(label, box);
    return box;
}

QComboBox* DataReadingForm::addName(const char* name, const QString& label, const QString& help,
                                    std::string DataReading::*part) {
    auto* box = new QComboBox(this);
    box->setObjectName(QStringLiteral("dataImport.") + QLatin1String(name));
    box->setAccessibleName(label);
    box->setToolTip(help);
    box->setEditable(true); // what is not found can be named all the same
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kNarrowest);
    box->setEditText(fromUtf8(m_reading.*part));
    box->lineEdit()->setPlaceholderText(tr("found out"));
    const auto take = [this, box, part](const QString& text) {
        if (!m_filling && m_reading.*part != text.toStdString()) {
            m_reading.*part = text.toStdString();
            Q_EMIT changed();
        }
    };
    connect(box, &QComboBox::textActivated, this, take);
    connect(box->lineEdit(), &QLineEdit::editingFinished, this,
            [box, take] { take(box->currentText()); });
    m_layout->addRow(label, box);
    return box;
}

QSpinBox* DataReadingForm::addSize(const char* name, const QString& label, const QString& help,
                                   int DataReading::*part) {
    auto* spin = new QSpinBox(this);
    spin->setObjectName(QStringLiteral("dataImport.") + QLatin1String(name));
    spin->setAccessibleName(label);
    spin->setToolTip(help);
    spin->setRange(0, kLargestSide);
    spin->setSpecialValueText(tr("found out"));
    spin->setKeyboardTracking(false);
    spin->setValue(m_reading.*part);
    connect(spin, &QSpinBox::valueChanged, this, [this, part](int value) {
        if (!m_filling) {
            m_reading.*part = value;
            Q_EMIT changed();
        }
    });
    m_layout->addRow(label, spin);
    return spin;
}

void DataReadingForm::reset() {
    m_reading = {};
    m_filling = true;
    for (auto* box : {m_separator, m_header, m_kind, m_normalise}) {
        box->setCurrentIndex(0);
        sayFound(*box, 0);
    }
    for (auto* box : {m_label, m_inputs}) {
        box->clear();
        box->setEditText({});
        box->lineEdit()->setPlaceholderText(tr("found out"));
    }
    for (auto* spin : {m_height, m_width, m_channels}) {
        spin->setValue(0);
        spin->setSpecialValueText(tr("found out"));
    }
    m_filling = false;
    m_found.reset();
    showRows();
}

// The first entry of a choice tells what was found: "found out: comma".
void DataReadingForm::sayFound(QComboBox& box, int found) {
    const auto at = box.findData(found);
    const auto plain = box.itemData(0, Qt::UserRole + 1).toString();
    box.setItemText(0,
                    found == 0 || at < 0
                        ? plain
                        : tr("%1: %2").arg(plain, box.itemData(at, Qt::UserRole + 1).toString()));
}

void DataReadingForm::fillNames(QComboBox& box, const std::vector<std::string>& names,
                                const std::string& chosen, const std::string& found) {
    // What is being typed is not known here yet.
    const auto text = box.lineEdit()->hasFocus() ? box.currentText() : fromUtf8(chosen);
    box.clear();
    for (const auto& name : names) {
        box.addItem(fromUtf8(name));
    }
    box.setCurrentIndex(-1);
    box.setEditText(text);
    box.lineEdit()->setPlaceholderText(found.empty() ? tr("found out")
                                                     : tr("found out: %1").arg(fromUtf8(found)));
}

void DataReadingForm::showRow(QWidget* field, bool visible) {
    m_layout->setRowVisible(field, visible);
}

void DataReadingForm::setFound(const DataDescription& found) {
    const auto& reading = found.reading;
    const bool table = !found.columns.empty();
    const bool archive = found.arrays.size() > 1;
    m_filling = true;
    std::vector<std::string> columns, arrays;
    for (const auto& column : found.columns) { // without names they are known by their numbers
        columns.push_back(reading.header == HeaderRow::No ? std::to_string(columns.size() + 1)
                                                          : column.name);
    }
    for (const auto& each : found.arrays) {
        arrays.push_back(nameOfArray(each));
    }
    fillNames(*m_label,
              table     ? columns
              : archive ? arrays
                        : std::vector<std::string>(),
              m_reading.label, reading.label);
    fillNames(*m_inputs, archive ? arrays : std::vector<std::string>(), m_reading.inputs,
              reading.inputs);
    sayFound(*m_separator, static_cast<int>(reading.separator));
    sayFound(*m_header, static_cast<int>(reading.header));
    sayFound(*m_kind, static_cast<int>(reading.input));
    const auto sayNumber = [](QSpinBox& spin, int number) {
        spin.setSpecialValueText(number > 0 ? tr("found out: %1").arg(number) : tr("found out"));
    };
    sayNumber(*m_height, reading.height);
    sayNumber(*m_width, reading.width);
    sayNumber(*m_channels, reading.channels);
    m_filling = false;
    m_found = {table, archive, !table && found.arrays.empty(), found.input.kind};
    showRows();
}

// The kind of inputs that a person has set, or else the one that was found. Nothing: any.
std::optional<InputKind> DataReadingForm::kind() const {
    switch (m_reading.input) {
    case DataInput::Flat:
        return InputKind::Flat;
    case DataInput::Image:
        return InputKind::Image;
    case DataInput::Rows:
        return InputKind::Rows;
    case DataInput::Tokens:
        return InputKind::Tokens;
    case DataInput::Find:
        break;
    }
    return m_found ? std::optional(m_found->kind) : std::nullopt;
}

// Of a file that has not been read everything, since any of it may be what it lacks.
void DataReadingForm::showRows() {
    const auto inputs = kind();
    const bool image = !inputs || inputs == InputKind::Image;
    showRow(m_separator, !m_found || m_found->table);
    showRow(m_header, !m_found || m_found->table);
    showRow(m_inputs, !m_found || m_found->archive);
    showRow(m_label, !m_found || !m_found->folder);
    showRow(m_kind, !m_found || !m_found->folder);
    showRow(m_height, image);
    showRow(m_width, inputs != InputKind::Flat);
    showRow(m_channels, image);
    showRow(m_normalise, inputs != InputKind::Tokens);
}

} // namespace tessera::ui
