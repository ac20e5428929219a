#pragma once

#include <QLabel>

namespace tessera::ui {

// One line of plain text that shortens itself with an ellipsis where there is no room. What does
// not fit stands in the tool tip, which belongs to the label; screen readers get the whole text.
// UI thread.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr);

    // Hides QLabel's, which is not virtual.
    void setText(const QString& text);
    [[nodiscard]] Qt::TextElideMode elideMode() const { return m_elideMode; }
    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString shownText() const;
    void refreshToolTip();

    Qt::TextElideMode m_elideMode = Qt::ElideRight;
};

} // namespace tessera::ui
