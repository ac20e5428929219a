#include "ui/models/runs_filter.h"

#include "ui/models/run_cells.h"
#include "ui/models/runs_model.h"
#include "ui/strings/strings.h"

#include <algorithm>

namespace tessera::ui {

namespace {

struct Piece {
    QString text;
    bool quoted = false; // from its first letter on
};

// Split at blanks outside of quotes; a quote that is not closed reaches to the end.
std::vector<Piece> piecesOf(const QString& text) {
    std::vector<Piece> pieces;
    Piece piece;
    bool inQuotes = false;
    const auto finish = [&] {
        if (!piece.text.isEmpty()) {
            pieces.push_back(piece);
        }
        piece = {};
    };
    for (const auto letter : text) {
        if (letter == QLatin1Char('"')) {
            inQuotes = !inQuotes;
            piece.quoted = piece.quoted || piece.text.isEmpty();
        } else if (letter.isSpace() && !inQuotes) {
            finish();
        } else {
            piece.text += letter;
        }
    }
    finish();
    return pieces;
}

bool holds(const QString& text, const QString& word) {
    return text.contains(word, Qt::CaseInsensitive);
}

bool stateHolds(RunState state, const QString& word) {
    return holds(stateText(state), word) || holds(QString::fromLatin1(runStateName(state)), word);
}

} // namespace

RunsFilter::RunsFilter(RunsModel& runs, QObject* parent)
    : QSortFilterProxyModel(parent), m_runs(runs) {
    setSortRole(RunsModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
    setSourceModel(&runs);
}

void RunsFilter::setText(const QString& text) {
    if (text != m_text) {
        m_text = text;
        m_words = wordsOf(text);
        invalidateFilter();
    }
}

QString RunsFilter::help() {
    return tr("Shows the runs that contain all these words in their name, networks, data, tags, "
              "note or state. Write state:failed for runs in that state, tag:paper for runs with "
              "that tag, star for those with a star, and \"quotes\" around words that belong "
              "together.");
}

std::vector<RunsFilter::Word> RunsFilter::wordsOf(const QString& text) {
    const QString statePrefix = QStringLiteral("state:");
    const QString tagPrefix = QStringLiteral("tag:");
    std::vector<Word> words;
    for (const auto& [piece, quoted] : piecesOf(text)) {
        if (quoted) {
            words.push_back({Place::Anywhere, piece});
        } else if (piece.startsWith(statePrefix, Qt::CaseInsensitive)) {
            words.push_back({Place::State, piece.mid(statePrefix.size())});
        } else if (piece.startsWith(tagPrefix, Qt::CaseInsensitive)) {
            words.push_back({Place::Tag, piece.mid(tagPrefix.size())});
        } else if (piece.compare(QStringLiteral("star"), Qt::CaseInsensitive) == 0) {
            words.push_back({Place::Star, {}});
        } else {
            words.push_back({Place::Anywhere, piece});
        }
    }
    return words;
}

bool RunsFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const Word& word) { return matches(row, word); });
}

bool RunsFilter::matches(int row, const Word& word) const {
    const auto& run = m_runs.at(row);
    const auto inTags = [&] {
        return std::any_of(run.tags.begin(), run.tags.end(),
                           [&](const std::string& tag) { return holds(fromUtf8(tag), word.text); });
    };
    switch (word.place) {
    case Place::Star:
        return run.starred;
    case Place::State:
        return stateHolds(run.state, word.text);
    case Place::Tag:
        return inTags();
    case Place::Anywhere:
        break;
    }
    for (const auto* text : {&run.name, &run.sourceLabel, &run.receiverLabel, &run.note,
                             &run.experiment.data.name, &run.id.value}) {
        if (holds(fromUtf8(*text), word.text)) {
            return true;
        }
    }
    return inTags() || stateHolds(run.state, word.text);
}

bool RunsFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const bool leftMeasured = left.data(sortRole()).isValid();
    const bool rightMeasured = right.data(sortRole()).isValid();
    if (leftMeasured && rightMeasured) {
        return QSortFilterProxyModel::lessThan(left, right);
    }
    if (leftMeasured == rightMeasured) {
        return false;
    }
    // Descending order asks with the sides changed.
    return leftMeasured == (sortOrder() == Qt::AscendingOrder);
}

} // namespace tessera::ui
