#pragma once

#include "core/api/experiment.h"
#include "ui/widgets/real_edit.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QFormLayout;
class QLabel;

namespace tessera::ui {

class ExperimentDocument;

struct FieldText {
    QString id;    // frozen: object name of the editor and field of the undo history
    QString label; // with its unit
    QString help;  // tooltip and accessible description
};

struct FieldChoice {
    QString id;
    QString text;
};

// Where the labels stand: beside saves height, above leaves room for long ones.
enum class Labels { Beside, Above };

// Rows of labelled editors that are bound to parts of an experiment: what is typed changes the
// document, undoably; what changes the document shows in the editors. UI thread.
class FieldForm : public QWidget {
    Q_OBJECT

public:
    // `place` is the card's, as SetupProblem has it.
    FieldForm(ExperimentDocument& document, const QString& place, Labels labels,
              QWidget* parent = nullptr);

    template <class Value>
    struct Access {
        std::function<Value(const Experiment&)> get;
        std::function<void(Experiment&, Value)> set;
    };

    // `zeroText` stands for 0 where that means "the default".
    void addInteger(const FieldText& text, int lowest, int highest, Access<int> access,
                    const QString& zeroText = {});
    void addReal(const FieldText& text, RealRule rule, Access<double> access);
    void addFlag(const FieldText& text, Access<bool> access);
    void addText(const FieldText& text, Access<QString> access);
    // A seed: any of 64 bits.
    void addNatural(const FieldText& text, Access<std::uint64_t> access);
    void addChoice(const FieldText& text, const std::vector<FieldChoice>& choices,
                   Access<QString> access);
    // A path with a button that asks for a file.
    void addFile(const FieldText& text, std::function<std::optional<QString>()> ask,
                 Access<QString> access);

    // Something that a press opens or does; its label stands on it.
    void addButton(const FieldText& text, std::function<void()> press);

    // Other choices for a row of addChoice(): the catalogue has come.
    void setChoices(const QString& id, const std::vector<FieldChoice>& choices);
    void setRowVisible(const QString& id, bool visible);
    [[nodiscard]] bool hasRow(const QString& id) const;

    // Everything from the document.
    void refresh();

    // What is typed but cannot be taken, a sentence each: "Learning rate: type a number above 0."
    [[nodiscard]] QStringList problems() const;

private:
    struct Row {
        QString id;
        QWidget* editor = nullptr; // in the form
        std::function<void(const Experiment&)> show;
        std::function<QString()> problem;
    };

    void addRow(const FieldText& text, QWidget* editor, QWidget* focus,
                std::function<void(const Experiment&)> show,
                std::function<QString()> problem = nullptr);
    template <class Value>
    void commit(const FieldText& text, const Access<Value>& access, Value value);

    ExperimentDocument& m_document;
    QString m_place;
    QFormLayout* m_layout;
    std::vector<Row> m_rows;
    bool m_refreshing = false;
};

} // namespace tessera::ui
