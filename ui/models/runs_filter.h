#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace tessera::ui {

class RunsModel;

// The runs that a person looks for, in the order of a column. UI thread.
class RunsFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RunsFilter(RunsModel& runs, QObject* parent = nullptr);

    // Words that a run must all contain, in any case: in its name, networks, data, tags, note or
    // state. "state:failed" and "tag:paper" look at the state and the tags only, "star" at the
    // star. Quotes keep blanks together, and take a word literally.
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    // The above in a translated sentence, for the tool tip of the search field.
    [[nodiscard]] static QString help();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    // What was not measured comes last, whatever the direction.
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    enum class Place { Anywhere, State, Tag, Star };
    struct Word {
        Place place = Place::Anywhere;
        QString text;
    };

    static std::vector<Word> wordsOf(const QString& text);
    [[nodiscard]] bool matches(int row, const Word& word) const;

    RunsModel& m_runs;
    QString m_text;
    std::vector<Word> m_words;
};

} // namespace tessera::ui
