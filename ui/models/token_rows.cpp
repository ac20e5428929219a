#include "ui/models/token_rows.h"

#include "ui/models/token_check_rows.h"
#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr std::size_t kNumbersShown = 6; // of the vector
constexpr int kLongestValue = 400;       // letters of free metadata in a cell

struct TokenRowsWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

QString countText(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString orDash(const std::string& text) {
    return text.empty() ? QStringLiteral("\u2014") : fromUtf8(text);
}

// A text of a map, or nothing: metadata of other programs may hold anything.
QString textIn(const Metadata& map, const char* key) {
    if (!map.is_object()) {
        return {};
    }
    const auto found = map.find(key);
    return found != map.end() && found->is_string() ? fromUtf8(found->get<std::string>())
                                                    : QString();
}

QString vectorText(const std::vector<float>& vector) {
    QStringList numbers;
    for (std::size_t i = 0; i < std::min(vector.size(), kNumbersShown); ++i) {
        numbers << numberText(static_cast<double>(vector[i]), 3);
    }
    if (vector.size() > kNumbersShown) {
        numbers << QStringLiteral("\u2026");
    }
    return TokenRowsWords::tr("%n number(s): %1", "", static_cast<int>(vector.size()))
        .arg(numbers.join(QStringLiteral("; ")));
}

QString weightsText(const Token& token) {
    QStringList parts;
    for (const auto& [name, weight] : token.modalityWeights) {
        parts << QStringLiteral("%1 %2").arg(fromUtf8(name), numberText(weight));
    }
    return parts.isEmpty() ? QStringLiteral("\u2014") : parts.join(QStringLiteral(", "));
}

QString scaleText(const Int8Scale& scale) {
    return TokenRowsWords::tr("scale %1, zero point %2")
        .arg(numberText(scale.scale), QLocale().toString(static_cast<qlonglong>(scale.zeroPoint)));
}

TokenGroup fileOf(const TokenFile& file) {
    TokenGroup group{
        TokenRowsWords::tr("File"),
        {{TokenRowsWords::tr("Format"), fromUtf8(file.formatName),
          TokenRowsWords::tr("Kind and version of the file.")},
         {TokenRowsWords::tr("Numbers"), QString::fromLatin1(tokenNumbersName(file.numbers)),
          TokenRowsWords::tr("How the vector's numbers are stored.")},
         {TokenRowsWords::tr("Size"), bytesText(file.fileBytes),
          TokenRowsWords::tr("Of the whole file.")},
         {TokenRowsWords::tr("Metadata"), bytesText(file.metadataBytes),
          TokenRowsWords::tr("Of all fields but the vector.")}}};
    if (file.int8) {
        group.rows.insert(group.rows.begin() + 2,
                          {TokenRowsWords::tr("Rounding"), scaleText(*file.int8),
                           TokenRowsWords::tr("Which number a byte of the vector stands for.")});
    }
    return group;
}

TokenGroup fieldsOf(const Token& token) {
    return {
        TokenRowsWords::tr("Token"),
        {{TokenRowsWords::tr("Knowledge"),
          QString::fromLatin1(knowledgeTypeName(token.knowledgeType)).toLower(),
          TokenRowsWords::tr("What was handed over.")},
         {TokenRowsWords::tr("Source"), orDash(token.sourceModelId),
          TokenRowsWords::tr("The network that taught.")},
         {TokenRowsWords::tr("Receiver"),
          token.targetModelId ? orDash(*token.targetModelId) : TokenRowsWords::tr("any"),
          TokenRowsWords::tr("The network that learned.")},
         {TokenRowsWords::tr("Drift"),
          token.driftScore ? numberText(token.driftScore) : TokenRowsWords::tr("not measured"),
          TokenRowsWords::tr("Divergence of the receiver's answers from the source's, in nats.")},
         {TokenRowsWords::tr("Vector"), vectorText(token.uhsVector),
          TokenRowsWords::tr("The mean position of the source's activations in the hub.")},
         {TokenRowsWords::tr("Weights"), weightsText(token),
          TokenRowsWords::tr("How much activations, weights and behaviour counted.")},
         {TokenRowsWords::tr("Epsilon"), numberText(token.privacyEpsilon),
          TokenRowsWords::tr("Privacy budget of the vector; infinite: no noise was added.")},
         {TokenRowsWords::tr("Delta"), numberText(token.privacyDelta),
          TokenRowsWords::tr("Chance that the privacy budget does not hold.")},
         {TokenRowsWords::tr("Generation"), countText(token.generation),
          TokenRowsWords::tr("How many transfers lie between the first network and this token.")},
         {TokenRowsWords::tr("Written"), timeText(token.timestamp),
          TokenRowsWords::tr("When the token was packed.")},
         {TokenRowsWords::tr("Version"), fromUtf8(token.version),
          TokenRowsWords::tr("Of the token's fields.")}}};
}

TokenGroup entriesOf(const QString& title, const Metadata& map, const QString& meaning) {
    TokenGroup group{title, {}};
    for (const auto& [key, value] : map.items()) {
        group.rows.push_back({fromUtf8(key), metadataText(value), meaning, Verdict::None});
    }
    return group;
}

TokenGroup lineageOf(const Metadata& dag) {
    TokenGroup group{TokenRowsWords::tr("Lineage"), {}};
    for (const auto& edge : lineageText(dag).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        group.rows.push_back({TokenRowsWords::tr("Transfer"), edge,
                              TokenRowsWords::tr("Which network taught which, and how."),
                              Verdict::None});
    }
    return group;
}

// The coverage of a claim in plain words; names of fields as this program shows them.
QString coverageText(const std::vector<std::string>& notCovered) {
    if (notCovered.empty()) {
        return {};
    }
    QStringList items;
    for (const auto& item : notCovered) {
        items << (item == "uhs_vector"        ? TokenRowsWords::tr("the vector")
                  : item == "drift_score"     ? TokenRowsWords::tr("the drift")
                  : item == "correlation_map" ? TokenRowsWords::tr("the matched layers")
                  : item == "custom_metadata" ? TokenRowsWords::tr("the other metadata")
                  : item == "the receiver"    ? TokenRowsWords::tr("the receiver")
                  : item == "samples that the source or the encoders were fitted on"
                      ? TokenRowsWords::tr("samples that the source or the encoders were fitted on")
                      : fromUtf8(item));
    }
    return TokenRowsWords::tr("Not covered: %1.").arg(items.join(QStringLiteral(", ")));
}

QString unitText(const std::string& unit) {
    return unit == "one sample of the release set"
               ? TokenRowsWords::tr("one sample of the release set")
               : fromUtf8(unit);
}

} // namespace

QString metadataText(const Metadata& value) {
    if (value.is_number_float()) {
        return numberText(value.get<double>());
    }
    if (value.is_number_unsigned()) {
        return QLocale().toString(static_cast<qulonglong>(value.get<std::uint64_t>()));
    }
    if (value.is_number_integer()) {
        return QLocale().toString(static_cast<qlonglong>(value.get<std::int64_t>()));
    }
    if (value.is_boolean()) {
        return value.get<bool>() ? TokenRowsWords::tr("yes") : TokenRowsWords::tr("no");
    }
    if (value.is_null()) {
        return TokenRowsWords::tr("not measured");
    }
    auto text = fromUtf8(value.is_string()
                             ? value.get<std::string>()
                             : value.dump(-1, ' ', false, Metadata::error_handler_t::replace));
    if (text.size() > kLongestValue) {
        text = text.left(kLongestValue) + QStringLiteral(" \u2026");
    }
    return text;
}

TokenRow judged(const QString& field, Verdict verdict, const QString& text,
                const QString& meaning) {
    return {field, verdictSymbol(verdict) + text, meaning, verdict};
}

QString verdictSymbol(Verdict verdict) {
    switch (verdict) {
    case Verdict::Good:
        return QStringLiteral("\u2713 ");
    case Verdict::Doubtful:
        return QStringLiteral("! ");
    case Verdict::Bad:
        return QStringLiteral("\u2717 ");
    case Verdict::None:
        break;
    }
    return {};
}

std::vector<TokenGroup> tokenGroups(const TokenFile& file) {
    const auto& token = file.token;
    std::vector<TokenGroup> groups{checkRows(file), signatureRows(file.signatures),
                                   fieldsOf(token)};
    groups.push_back(
        entriesOf(TokenRowsWords::tr("Matched layers"), token.correlationMap,
                  TokenRowsWords::tr("How alike source and receiver are in this pair of layers.")));
    groups.push_back(lineageOf(token.lineageDag));
    groups.push_back(entriesOf(TokenRowsWords::tr("Other metadata"), token.customMetadata,
                               TokenRowsWords::tr("Added by the program that wrote the token.")));
    groups.push_back(
        entriesOf(TokenRowsWords::tr("Unknown fields"), file.unknown,
                  TokenRowsWords::tr("Written by a program that knows more than this one.")));
    groups.push_back(fileOf(file));
    std::erase_if(groups, [](const TokenGroup& group) { return group.rows.empty(); });
    return groups;
}

std::vector<TokenGroup> examinationGroups(const TokenExamination& examination) {
    if (examination.content) {
        return tokenGroups(*examination.content);
    }
    std::vector<TokenGroup> groups{checkRows(examination), headerRows(examination)};
    std::erase_if(groups, [](const TokenGroup& group) { return group.rows.empty(); });
    return groups;
}

QString privacyText(const TokenFile& file, const std::optional<PrivacyStatement>& statement) {
    const double epsilon = statement ? statement->epsilon : file.token.privacyEpsilon;
    if (!std::isfinite(epsilon)) {
        return TokenRowsWords::tr(
                   "Privacy is off: no noise was added, and the vector tells about the "
                   "samples that "
                   "it was made from.") +
               QLatin1Char(' ') +
               coverageText(statement ? statement->notCovered : std::vector<std::string>{});
    }
    if (!statement) {
        return TokenRowsWords::tr(
                   "The token claims a privacy budget of epsilon %1 and delta %2 for its vector. "
                   "Whether that holds cannot be seen from the file.")
            .arg(numberText(epsilon), numberText(file.token.privacyDelta));
    }
    auto text = TokenRowsWords::tr(
                    "The vector carries noise, so that it tells little about %1: epsilon %2, delta "
                    "%3, over %4 samples.")
                    .arg(unitText(statement->unit), numberText(epsilon),
                         numberText(statement->delta), countText(statement->releaseSize));
    text += QLatin1Char(' ') +
            TokenRowsWords::tr("The noise is %1 times as large as the signal (sigma %2).")
                .arg(numberText(statement->noiseToSignal, 3), numberText(statement->sigma));
    return text + QLatin1Char(' ') + coverageText(statement->notCovered);
}

QString lineageText(const Metadata& dag) {
    const auto part = [&](const char* key) {
        const auto found = dag.is_object() ? dag.find(key) : dag.end();
        return dag.is_object() && found != dag.end() && found->is_array() ? *found
                                                                          : Metadata::array();
    };
    const auto nodes = part("nodes");
    const auto nodeText = [&](const QString& id) {
        for (const auto& node : nodes) {
            const auto ref = textIn(node, "ref");
            if (textIn(node, "id") == id && !ref.isEmpty()) {
                return QStringLiteral("%1 (%2)").arg(id, ref);
            }
        }
        return id;
    };
    QStringList lines;
    for (const auto& edge : part("edges")) {
        const auto line = QStringLiteral("%1 \u2192 %2")
                              .arg(nodeText(textIn(edge, "from")), nodeText(textIn(edge, "to")));
        const auto mode = textIn(edge, "mode");
        lines << (mode.isEmpty() ? line : TokenRowsWords::tr("%1, mode %2").arg(line, mode));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace tessera::ui
