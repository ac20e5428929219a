#pragma once

#include "core/api/data_description.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QSpinBox;

namespace tessera::ui {

// How a data file is to be read: every field says what was found out, and can be set to something
// else. UI thread.
class DataReadingForm : public QWidget {
    Q_OBJECT

public:
    explicit DataReadingForm(const DataReading& reading, QWidget* parent = nullptr);

    [[nodiscard]] const DataReading& reading() const { return m_reading; }
    // Another file: nothing is set any more.
    void reset();
    // What the file turned out to be; only fields that mean something to it are shown.
    void setFound(const DataDescription& found);

Q_SIGNALS:
    // A person has set something.
    void changed();

private:
    template <class Value>
    QComboBox* addChoice(const char* name, const QString& label, const QString& help,
                         Value DataReading::*part,
                         const std::vector<std::pair<Value, QString>>& choices);
    QComboBox* addName(const char* name, const QString& label, const QString& help,
                       std::string DataReading::*part);
    QSpinBox* addSize(const char* name, const QString& label, const QString& help,
                      int DataReading::*part);
    [[nodiscard]] std::optional<InputKind> kind() const;
    void showRows();
    void showRow(QWidget* field, bool visible);
    static void fillNames(QComboBox& box, const std::vector<std::string>& names,
                          const std::string& chosen, const std::string& found);
    static void sayFound(QComboBox& box, int found);

    // What kind of file it is, once it has been read.
    struct Found {
        bool table = false;
        bool archive = false;
        bool folder = false;
        InputKind kind = InputKind::Flat;
    };

    DataReading m_reading;
    std::optional<Found> m_found;
    QFormLayout* m_layout;
    QComboBox* m_separator = nullptr;
    QComboBox* m_header = nullptr;
    QComboBox* m_label = nullptr;
    QComboBox* m_inputs = nullptr;
    QComboBox* m_kind = nullptr;
    QSpinBox* m_height = nullptr;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_channels = nullptr;
    QComboBox* m_normalise = nullptr;
    bool m_filling = false;
};

} // namespace tessera::ui
