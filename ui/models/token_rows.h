#pragma once

#include "core/api/documents.h"
#include "core/api/run.h"

#include <QString>

#include <optional>
#include <vector>

// A token in words, for people who have never seen one. Pure functions. UI thread, for the locale.
namespace tessera::ui {

enum class Verdict { None, Good, Doubtful, Bad };

struct TokenRow {
    QString field;
    QString value;   // with word and symbol where there is a verdict
    QString meaning; // one sentence
    Verdict verdict = Verdict::None;
};

struct TokenGroup {
    QString title;
    std::vector<TokenRow> rows;
};

[[nodiscard]] std::vector<TokenGroup> tokenGroups(const TokenFile& file);

// What the vector gives away, from the statement of the run or, where there is none, from the
// token's own fields; whole sentences, the last one about what is not covered.
[[nodiscard]] QString privacyText(const TokenFile& file,
                                  const std::optional<PrivacyStatement>& statement);

// "source (anchor) > receiver (receiver), mode A": one line an edge of the lineage.
[[nodiscard]] QString lineageText(const Metadata& dag);

} // namespace tessera::ui
