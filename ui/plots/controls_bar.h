#pragma once

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;

namespace tessera::ui {

// Pickers or buttons in a row that breaks where the width ends. UI thread.
class ControlsBar : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // A labelled combo box, owned by the bar.
    QComboBox* addPicker(const QString& label, const QString& objectName);
    QCheckBox* addSwitch(const QString& label, const QString& objectName);
    // Any other child of the bar. Hidden ones take no room.
    void add(QWidget* piece);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Placing { Measure, Place };
    int arrange(int width, Placing placing) const;

    QList<QWidget*> m_pieces;
};

} // namespace tessera::ui
