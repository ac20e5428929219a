#pragma once

#include "core/api/study.h"

#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace tessera::ui {

class CheckedLines;
class Services;
class StudyDocument;
class StudyNetworks;

// The fields of a study's recipe. What is typed changes the document, what changes the document
// shows in the fields; parts of a recipe that have no field stay as they are. UI thread.
class StudyForm : public QWidget {
    Q_OBJECT

public:
    StudyForm(Services& services, StudyDocument& document, QWidget* parent = nullptr);

private:
    // A line of text, and whether it has the meaning that the recipe has.
    struct TextField {
        QLineEdit* edit = nullptr;
        std::function<QString()> shown;            // the recipe's
        std::function<bool(const QString&)> means; // the same as the recipe
    };

    void buildGeneral();
    void buildNetworks();
    void buildMethods();
    void buildData();
    void buildTraining();
    QFormLayout* addForm();
    void addHeading(const QString& text);
    QLineEdit* addText(QFormLayout* form, const QString& name, const QString& label,
                       const QString& help, std::function<QString()> shown,
                       std::function<bool(const QString&)> means,
                       std::function<void(const QString&)> take);
    QCheckBox* addFlag(const QString& name, const QString& text, const QString& help,
                       std::function<void(StudySpec&, bool)> take);
    void onCatalog();
    void refresh();
    void refreshNetworks();
    void refreshMethods();
    void refreshData();
    // Fields come and go: Tab goes through them as they stand.
    void orderTabs();

    void onMethod(const QString& mode, bool chosen, const QString& epochs);
    void onShift(const QString& kind, bool chosen, const QString& strengths);
    void onSame(bool same);

    [[nodiscard]] const StudySpec& study() const;

    Services& m_services;
    StudyDocument& m_document;
    QVBoxLayout* m_layout;
    std::vector<TextField> m_texts;
    StudyNetworks* m_sources = nullptr;
    StudyNetworks* m_receivers = nullptr;
    QCheckBox* m_same = nullptr;
    QCheckBox* m_skip = nullptr;
    QWidget* m_pairs = nullptr; // instead of the lists
    QLabel* m_pairsText = nullptr;
    CheckedLines* m_methods = nullptr;
    QLabel* m_otherMethods = nullptr;
    QPushButton* m_dropOthers = nullptr;
    std::vector<QCheckBox*> m_controls;
    QVBoxLayout* m_controlsLayout = nullptr;
    QComboBox* m_data = nullptr;
    QLabel* m_splits = nullptr;
    QCheckBox* m_unshifted = nullptr;
    CheckedLines* m_shifts = nullptr;
    QSpinBox* m_epochs = nullptr;
    QCheckBox* m_trained = nullptr;
    std::vector<QWidget*> m_stops; // of Tab
    bool m_refreshing = false;
    QLineEdit* m_typing = nullptr; // the field that a person types into just now
};

} // namespace tessera::ui
