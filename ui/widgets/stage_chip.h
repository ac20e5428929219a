#pragma once

#include <QWidget>

namespace tessera::ui {

enum class StageState { Waiting, Running, Done, Stopped };

// One stage of the pipeline: number or sign, name, and how far or how long. Says the same to screen
// readers. UI thread.
class StageChip : public QWidget {
    Q_OBJECT

public:
    StageChip(int number, const QString& name, QWidget* parent = nullptr);

    // `fraction` 0..1 fills the line below while running; `detail` is a short text: "63% 4 s".
    void show(StageState state, double fraction, const QString& detail);
    [[nodiscard]] StageState state() const { return m_state; }
    [[nodiscard]] QString detail() const { return m_detail; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] QString sign() const;

    int m_number;
    QString m_name;
    StageState m_state = StageState::Waiting;
    double m_fraction = 0.0;
    QString m_detail;
};

} // namespace tessera::ui
