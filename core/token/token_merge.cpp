#include "core/token/token_merge.h"

#include "core/token/lineage.h"
#include "core/token/metadata_index.h"
#include "core/token/signature.h"
#include "core/token/token_fields.h"
#include "core/token/utc_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tessera::token {

namespace {

constexpr double kOutlierShare = 0.1; // Robust: where the percentile of the cosines is read

using Vectors = std::vector<std::span<const float>>;
using Numbers = std::vector<double>;

tl::unexpected<Error> refuse(std::string detail) {
    return fail(ErrorCode::InvalidArgument, std::move(detail));
}

Result<void> checkVectors(const Vectors& vectors) {
    if (vectors.empty()) {
        return refuse("There is no vector to merge.");
    }
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        if (vectors[i].size() != vectors[0].size()) {
            return refuse(fmt::format("Vector {} has {} numbers, the first one {}; only vectors of "
                                      "one length can be merged.",
                                      i + 1, vectors[i].size(), vectors[0].size()));
        }
        if (!std::all_of(vectors[i].begin(), vectors[i].end(),
                         [](float value) { return std::isfinite(value); })) {
            return refuse(fmt::format(
                "Vector {} holds a number that is not finite; leave its token out.", i + 1));
        }
    }
    return {};
}

// The weights to use, scaled so that the largest is 1 and no sum overflows.
Result<Numbers> checkedWeights(const TokenMerge& how, std::size_t count) {
    if (how.weights.empty()) {
        return Numbers(count, 1.0);
    }
    if (how.weights.size() != count) {
        return refuse(fmt::format("There are {} weights for {} tokens; give one a token, or none.",
                                  how.weights.size(), count));
    }
    Numbers weights = how.weights;
    for (const double weight : weights) {
        if (!std::isfinite(weight) || weight < 0.0) {
            return refuse("A weight is negative or not finite; weights are at least 0.");
        }
    }
    const double largest = *std::max_element(weights.begin(), weights.end());
    if (largest == 0.0) {
        return refuse("All weights are 0; at least one must be larger.");
    }
    for (double& weight : weights) {
        weight /= largest;
    }
    return weights;
}

// Of the weights that are left something must be above 0.
Numbers weightedMean(const Vectors& vectors, const Numbers& weights) {
    Numbers sums(vectors[0].size(), 0.0);
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        for (std::size_t d = 0; d < sums.size(); ++d) {
            sums[d] += weights[i] * static_cast<double>(vectors[i][d]);
        }
    }
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& sum : sums) {
        sum /= total;
    }
    return sums;
}

// Mean of what is left of every coordinate without `k` numbers at each end of the sorted ones.
Numbers trimmedMean(const Vectors& vectors, std::size_t k) {
    Numbers result;
    result.reserve(vectors[0].size());
    Numbers column(vectors.size());
    for (std::size_t d = 0; d < vectors[0].size(); ++d) {
        for (std::size_t i = 0; i < vectors.size(); ++i) {
            column[i] = static_cast<double>(vectors[i][d]);
        }
        std::sort(column.begin(), column.end());
        const auto cut = static_cast<std::ptrdiff_t>(k);
        result.push_back(std::accumulate(column.begin() + cut, column.end() - cut, 0.0) /
                         static_cast<double>(column.size() - 2 * k));
    }
    return result;
}

// All but the one or two in the middle are left out.
Numbers median(const Vectors& vectors) {
    return trimmedMean(vectors, (vectors.size() - 1) / 2);
}

double cosine(std::span<const float> vector, const Numbers& other) {
    double dot = 0.0, left = 0.0, right = 0.0;
    for (std::size_t d = 0; d < other.size(); ++d) {
        const auto value = static_cast<double>(vector[d]);
        dot += value * other[d];
        left += value * value;
        right += other[d] * other[d];
    }
    const double lengths = std::sqrt(left) * std::sqrt(right);
    return lengths > 0.0 ? dot / lengths : 0.0;
}

Numbers robustMean(const Vectors& vectors, Numbers weights) {
    const Numbers center = median(vectors);
    Numbers cosines;
    for (const auto& vector : vectors) {
        cosines.push_back(cosine(vector, center));
    }
    Numbers sorted = cosines;
    std::sort(sorted.begin(), sorted.end());
    const double place = kOutlierShare * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double percentile =
        sorted[below] + (sorted[above] - sorted[below]) * (place - std::floor(place));
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = cosines[i] >= percentile ? weights[i] : 0.0;
    }
    const bool anyLeft =
        std::any_of(weights.begin(), weights.end(), [](double weight) { return weight > 0.0; });
    return anyLeft ? weightedMean(vectors, weights) : center;
}

Result<Numbers> combine(const Vectors& vectors, const TokenMerge& how) {
    const std::size_t count = vectors.size();
    switch (how.rule) {
    case TokenMerge::Rule::Mean:
        return weightedMean(vectors, Numbers(count, 1.0));
    case TokenMerge::Rule::Trimmed: {
        if (!(how.trimmedFraction >= 0.0 && how.trimmedFraction < 0.5)) {
            return refuse("The trimmed fraction must be at least 0 and less than 0.5.");
        }
        const auto k = static_cast<std::size_t>(how.trimmedFraction * static_cast<double>(count));
        const bool trims = count > 2 && how.trimmedFraction > 0.0;
        return trimmedMean(vectors, trims ? std::max<std::size_t>(1, k) : 0);
    }
    case TokenMerge::Rule::Median:
        return median(vectors);
    case TokenMerge::Rule::Weighted:
    case TokenMerge::Rule::Robust:
        break;
    }
    const auto weights = checkedWeights(how, count);
    if (!weights) {
        return fail(weights.error());
    }
    return how.rule == TokenMerge::Rule::Weighted ? weightedMean(vectors, *weights)
                                                  : robustMean(vectors, *weights);
}

// What all tokens have alike, else the fallback.
template <class T>
T agreed(const std::vector<Token>& tokens, T Token::*field, T fallback) {
    const T& first = tokens.front().*field;
    const bool same = std::all_of(tokens.begin(), tokens.end(),
                                  [&](const Token& token) { return token.*field == first; });
    return same ? first : std::move(fallback);
}

// The entries of a map that all tokens have alike, without those of these names.
Metadata agreedEntries(const std::vector<Token>& tokens, Metadata Token::*field,
                       const std::vector<std::string_view>& without) {
    Metadata result = Metadata::object();
    if (!(tokens.front().*field).is_object()) {
        return result;
    }
    std::vector<MetadataIndex> others;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        others.push_back(indexOf(tokens[i].*field));
    }
    auto& entries = result.get_ref<Metadata::object_t&>();
    for (const auto& [key, value] : (tokens.front().*field).get_ref<const Metadata::object_t&>()) {
        const bool same = std::find(without.begin(), without.end(), key) == without.end() &&
                          std::all_of(others.begin(), others.end(),
                                      [&key = key, &value = value](const MetadataIndex& other) {
                                          const auto found = other.find(key);
                                          return found != other.end() && *found->second == value;
                                      });
        if (same) {
            entries.push_back({key, value});
        }
    }
    return result;
}

std::vector<std::pair<std::string, double>> meanWeights(const std::vector<Token>& tokens) {
    std::vector<std::pair<std::string, double>> means;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const Token& token : tokens) {
        for (const auto& [name, weight] : token.modalityWeights) {
            const auto [place, isNew] = places.try_emplace(name, means.size());
            if (isNew) {
                means.emplace_back(name, 0.0);
            }
            means[place->second].second += weight / static_cast<double>(tokens.size());
        }
    }
    return means;
}

std::string joinedSources(const std::vector<Token>& tokens) {
    std::vector<std::string_view> ids;
    for (const Token& token : tokens) {
        const std::string_view id = token.sourceModelId;
        if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.push_back(id);
        }
    }
    return fmt::format("{}", fmt::join(ids, " + "));
}

Metadata statement(const std::vector<Token>& tokens, const TokenMerge& how) {
    Metadata about = Metadata::object();
    about["rule"] = mergeRuleName(how.rule);
    const bool weighs =
        how.rule == TokenMerge::Rule::Weighted || how.rule == TokenMerge::Rule::Robust;
    about["weights"] = weighs && !how.weights.empty() ? Metadata(how.weights) : Metadata(nullptr);
    if (how.rule == TokenMerge::Rule::Trimmed) {
        about["trimmed_fraction"] = how.trimmedFraction;
    }
    about["unit_length"] = how.unitLength;
    about["inputs"] = Metadata::array();
    for (const Token& token : tokens) {
        about["inputs"].push_back(contentHash(token));
    }
    about["privacy"] = "epsilon and delta are the sums of the inputs', which holds also where "
                       "their data overlap";
    return about;
}

} // namespace

Result<std::vector<float>> mergeVectors(const Vectors& vectors, const TokenMerge& how) {
    if (const auto checked = checkVectors(vectors); !checked) {
        return fail(checked.error());
    }
    auto combined = combine(vectors, how);
    if (!combined) {
        return fail(std::move(combined.error()));
    }
    const double length =
        std::sqrt(std::inner_product(combined->begin(), combined->end(), combined->begin(), 0.0));
    const double divisor = how.unitLength && length > 0.0 ? length : 1.0;
    std::vector<float> result;
    result.reserve(combined->size());
    for (const double value : *combined) {
        result.push_back(static_cast<float>(value / divisor));
    }
    return result;
}

Result<Token> mergeTokens(const std::vector<Token>& tokens, const TokenMerge& how) {
    if (tokens.size() < 2) {
        return refuse("It takes at least two tokens to merge.");
    }
    Vectors vectors;
    std::vector<const Token*> parents;
    Token merged;
    merged.generation = 0;
    merged.privacyEpsilon = merged.privacyDelta = 0.0;
    for (const Token& token : tokens) {
        if (const auto fields = fieldsFromToken(token); !fields) {
            return fail(fields.error().within(fmt::format("Token {}", vectors.size() + 1)));
        }
        vectors.emplace_back(token.uhsVector);
        parents.push_back(&token);
        merged.generation = std::max(merged.generation, token.generation);
        merged.privacyEpsilon += token.privacyEpsilon;
        merged.privacyDelta += token.privacyDelta;
    }
    auto vector = mergeVectors(vectors, how);
    if (!vector) {
        return fail(std::move(vector.error()));
    }
    if (merged.generation == std::numeric_limits<std::int64_t>::max()) {
        return refuse("A token's generation is the largest number there is; leave it out.");
    }
    ++merged.generation;
    merged.uhsVector = *std::move(vector);
    merged.privacyDelta = std::min(merged.privacyDelta, 1.0);
    merged.knowledgeType = agreed(tokens, &Token::knowledgeType, KnowledgeType::Swarm);
    merged.version = agreed(tokens, &Token::version, Token().version);
    merged.modalityWeights = meanWeights(tokens);
    merged.correlationMap = agreedEntries(tokens, &Token::correlationMap, {});
    merged.projectionHints = agreed(tokens, &Token::projectionHints, Metadata::array());
    merged.sourceModelId = joinedSources(tokens);
    merged.targetModelId = agreed(tokens, &Token::targetModelId, {});
    merged.timestamp = utcNow();
    merged.lineageDag = extendLineage(parents, "merge", {{"rule", mergeRuleName(how.rule)}});
    merged.customMetadata = agreedEntries(tokens, &Token::customMetadata,
                                          {"twb.drift", "twb.merge", "twb.privacy", "twb.sig"});
    merged.customMetadata["twb.drift"] = nullptr;
    merged.customMetadata["twb.merge"] = statement(tokens, how);
    return withoutSignatures(std::move(merged));
}

} // namespace tessera::token
