#pragma once

#include "ui/panels/token_sources.h"
#include "ui/widgets/form_dialog.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace tessera::ui {

class Services;

// A token that can be merged: one that was read and is good.
struct TokenMergeInput {
    QString name;
    TokenExaminationPtr examination;
};

// Which tokens become one, and how. UI thread; files are read in the background.
class TokenMergeDialog : public FormDialog {
    Q_OBJECT

public:
    TokenMergeDialog(Services& services, TokenMergeInput first, QWidget* parent = nullptr);

    // Once it is accepted: at least two, with vectors of one length.
    [[nodiscard]] const std::vector<TokenMergeInput>& inputs() const { return m_inputs; }
    [[nodiscard]] TokenMerge how() const;

private:
    enum Column { Name, Weight, ColumnCount };

    void build();
    [[nodiscard]] QWidget* buildList();
    void buildRule();
    void addFromFile();
    void read(const TokenSource& source);
    void onRead(const TokenSource& source, TokenExamination examination);
    void add(TokenMergeInput input);
    void removeCurrent();
    [[nodiscard]] TokenMerge::Rule rule() const;
    [[nodiscard]] bool hasWeights() const;
    [[nodiscard]] std::vector<double> weights() const;
    [[nodiscard]] QString obstacle() const;
    void refresh();

    Services& m_services;
    std::vector<TokenMergeInput> m_inputs;
    QTableWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
    QComboBox* m_rule = nullptr;
    QLabel* m_ruleNote = nullptr;
    QLabel* m_trimLabel = nullptr;
    QSpinBox* m_trim = nullptr; // percent at each end
    QCheckBox* m_unit = nullptr;
    QString m_refusal; // of the file that was added last
};

} // namespace tessera::ui
