#pragma once

#include <QFrame>
#include <QString>

#include <deque>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace tessera::ui {

enum class MessageLevel { Info, Warning, Error };

// "Error", "Warning" or "Note", and the name of the icon that goes with it.
[[nodiscard]] QString levelText(MessageLevel level);
[[nodiscard]] QString levelIcon(MessageLevel level);

// Messages in the place they concern, one at a time, the newest first: symbol and word for the
// level, one sentence, "Details" with the technical text, "Copy", and a button to dismiss it.
// Hidden while there is nothing to say. UI thread.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    // Screen readers announce it. A message that is there already comes to the front; a note takes
    // the place of an earlier note.
    void post(MessageLevel level, const QString& sentence, const QString& details = {});
    void dismiss(); // the one on show
    void clear();
    [[nodiscard]] int count() const { return static_cast<int>(m_messages.size()); }
    [[nodiscard]] QString sentence() const; // on show; empty if there is none

Q_SIGNALS:
    void countChanged(int count);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Message {
        MessageLevel level = MessageLevel::Info;
        QString sentence;
        QString details;

        [[nodiscard]] bool operator==(const Message&) const = default;
    };

    void build();
    void showFirst();
    void showSymbol();
    void announce();
    void copy() const;

    std::deque<Message> m_messages;
    QLabel* m_symbol = nullptr;
    QLabel* m_level = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_position = nullptr;
    QToolButton* m_showDetails = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_dismiss = nullptr;
    QPlainTextEdit* m_details = nullptr;
};

} // namespace tessera::ui
