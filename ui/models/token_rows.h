#pragma once

#include "core/api/run.h"
#include "core/api/token_file.h"

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

// "\u2713 ", "! " or "\u2717 ": says the verdict without colour. Empty for none.
[[nodiscard]] QString verdictSymbol(Verdict verdict);
[[nodiscard]] TokenRow judged(const QString& field, Verdict verdict, const QString& text,
                              const QString& meaning);

[[nodiscard]] std::vector<TokenGroup> tokenGroups(const TokenFile& file);
// The same of a file that was refused: what could be read of it all the same.
[[nodiscard]] std::vector<TokenGroup> examinationGroups(const TokenExamination& examination);

// A JSON value as a person would write it: texts without quotes, numbers in the locale.
[[nodiscard]] QString metadataText(const Metadata& value);

// What the vector gives away, from the statement of the run or, where there is none, from the
// token's own fields; whole sentences, the last one about what is not covered.
[[nodiscard]] QString privacyText(const TokenFile& file,
                                  const std::optional<PrivacyStatement>& statement);

// "source (anchor) > receiver (receiver), mode A": one line an edge of the lineage.
[[nodiscard]] QString lineageText(const Metadata& dag);

} // namespace tessera::ui
