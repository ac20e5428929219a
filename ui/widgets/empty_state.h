#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tessera::ui {

// Property of an empty state whose button runs the experiment: the window says when it cannot.
inline constexpr const char* kRunsExperiment = "runsExperiment";

// What stands where nothing is yet: one sentence that says what will be here, and a button that
// brings it. Without a text there is no button. UI thread.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);
    explicit EmptyState(const QString& sentence, const QString& button = {},
                        QWidget* parent = nullptr);

    [[nodiscard]] QString sentence() const;
    void setSentence(const QString& sentence);
    [[nodiscard]] QString buttonText() const;
    void setButtonText(const QString& text);
    // Why the button cannot be pressed, as its tool tip; empty: it can.
    void setButtonObstacle(const QString& reason);

Q_SIGNALS:
    void activated();

private:
    QLabel* m_sentence = nullptr;
    QPushButton* m_button = nullptr;
};

} // namespace tessera::ui
