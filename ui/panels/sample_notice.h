#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace tessera::ui {

// What is wrong with a recording and how to go on, in the place it concerns and in little room:
// symbol, sentence, and a button for the technical text. Hidden while there is nothing to say. UI
// thread.
class SampleNotice : public QWidget {
    Q_OBJECT

public:
    explicit SampleNotice(QWidget* parent = nullptr);

    // Screen readers announce it.
    void say(const QString& sentence, const QString& details);
    void clear();
    [[nodiscard]] QString sentence() const; // empty: nothing

Q_SIGNALS:
    void detailsRequested(const QString& sentence, const QString& details);

private:
    QLabel* m_sentence;
    QToolButton* m_more;
    QString m_details;
};

} // namespace tessera::ui
