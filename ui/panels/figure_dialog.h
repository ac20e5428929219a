#pragma once

#include "ui/plots/figure.h"
#include "ui/widgets/form_dialog.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPlainTextEdit;

namespace tessera::ui {

class FigurePreview;
class Plot;
class Settings;

// How plots shall be exported: format, size, caption; with a picture of what comes of it. It begins
// with what was chosen last. UI thread.
class FigureDialog : public FormDialog {
    Q_OBJECT

public:
    // Both outlive it.
    FigureDialog(Settings& settings, const std::vector<Plot*>& plots, QWidget* parent = nullptr);

    [[nodiscard]] FigureOptions options() const;
    [[nodiscard]] QString extension() const;
    // Keeps the choices for the next time.
    void remember();
    // What went wrong with the last attempt; the choices stand, and it can be tried again.
    void setFailure(const QString& sentence);

private:
    void build();
    [[nodiscard]] QFormLayout* makeForm();
    [[nodiscard]] QWidget* makeSize(QComboBox*& kinds, QDoubleSpinBox*& own, const QString& name,
                                    const QString& title);
    void makeCaption();
    void choose();
    void refresh();
    void onContentChanged();
    [[nodiscard]] QString note() const;

    Settings& m_settings;
    std::vector<Plot*> m_plots;
    QComboBox* m_formats = nullptr;
    QComboBox* m_widths = nullptr;
    QDoubleSpinBox* m_ownWidth = nullptr;
    QComboBox* m_heights = nullptr;
    QDoubleSpinBox* m_ownHeight = nullptr;
    QCheckBox* m_withCaption = nullptr;
    QPlainTextEdit* m_caption = nullptr;
    FigurePreview* m_preview = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_failure = nullptr;
};

} // namespace tessera::ui
