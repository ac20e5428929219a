#pragma once

#include "core/api/token_file.h"

#include <QWidget>

#include <cstdint>
#include <vector>

namespace tessera::ui {

// Widths that share `room` in the ratio of the bytes, each at least `least`; equal ones where there
// is no room for that, or no bytes. Pure.
[[nodiscard]] std::vector<double> sectionWidths(const std::vector<std::uint64_t>& bytes,
                                                double room, double least);

// The bytes of a token's file from left to right in every language, section by section: its result
// as a colour and a sign, its name where there is room. Arrows go from section to section.
// UI thread.
class ByteBar : public QWidget {
    Q_OBJECT

public:
    explicit ByteBar(QWidget* parent = nullptr);

    void setSections(const std::vector<TokenSection>& sections);
    // -1: none.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int section);

    [[nodiscard]] QRectF sectionRect(int section) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int section);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int sectionAt(const QPoint& position) const;
    [[nodiscard]] std::vector<double> edges() const; // one more than there are sections
    [[nodiscard]] int barHeight() const;
    void drawSection(QPainter& painter, int section) const;
    void drawOffsets(QPainter& painter) const;

    std::vector<TokenSection> m_sections;
    int m_current = -1;
};

} // namespace tessera::ui
