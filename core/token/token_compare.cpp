#include "core/token/token_compare.h"

#include "core/token/metadata_index.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>
#include <string>
#include <utility>

namespace tessera::token {

namespace {

bool bitwiseEqual(float a, float b) {
    return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
}

// As values: the order of keys in a map does not count, and NaN is NaN.
bool sameValue(const Metadata& left, const Metadata& right) {
    if (left.is_object() && right.is_object()) {
        const auto index = indexOf(right);
        const auto& entries = left.get_ref<const Metadata::object_t&>();
        return left.size() == right.size() &&
               std::all_of(entries.begin(), entries.end(), [&index](const auto& entry) {
                   const auto found = index.find(entry.first);
                   return found != index.end() && sameValue(entry.second, *found->second);
               });
    }
    if (left.is_array() && right.is_array()) {
        return std::equal(left.begin(), left.end(), right.begin(), right.end(), sameValue);
    }
    if (left.is_number_float() && right.is_number_float() && std::isnan(left.get<double>())) {
        return std::isnan(right.get<double>());
    }
    return left == right;
}

// Collects differences; lives for one comparison.
class FieldComparison {
public:
    std::vector<TokenFieldDifference> found;

    void value(const std::string& key, const Metadata& left, const Metadata& right) {
        if (left.is_object() && right.is_object()) {
            return map(key, left, right);
        }
        if (!sameValue(left, right)) {
            found.push_back({key, left, right});
        }
    }

private:
    // The left's keys in their order, then those that only the right one has.
    void map(const std::string& path, const Metadata& left, const Metadata& right) {
        const auto inRight = indexOf(right);
        for (const auto& [key, entry] : left.items()) {
            const auto other = inRight.find(key);
            if (other != inRight.end()) {
                value(path + "." + key, entry, *other->second);
            } else {
                found.push_back({path + "." + key, entry, nullptr});
            }
        }
        const auto inLeft = indexOf(left);
        for (const auto& [key, entry] : right.items()) {
            if (!inLeft.contains(key)) {
                found.push_back({path + "." + key, nullptr, entry});
            }
        }
    }
};

Metadata weightMap(const Token& token) {
    Metadata map = Metadata::object();
    auto& entries = map.get_ref<Metadata::object_t&>();
    for (const auto& [name, weight] : token.modalityWeights) {
        entries.push_back({name, weight});
    }
    return map;
}

template <class T>
Metadata orNull(const std::optional<T>& value) {
    return value ? Metadata(*value) : Metadata(nullptr);
}

std::vector<TokenFieldDifference> compareFields(const Token& left, const Token& right) {
    FieldComparison fields;
    fields.value("knowledge_type", knowledgeTypeName(left.knowledgeType),
                 knowledgeTypeName(right.knowledgeType));
    fields.value("modality_weights", weightMap(left), weightMap(right));
    fields.value("correlation_map", left.correlationMap, right.correlationMap);
    fields.value("lineage_dag", left.lineageDag, right.lineageDag);
    fields.value("generation", left.generation, right.generation);
    fields.value("projection_hints", left.projectionHints, right.projectionHints);
    fields.value("privacy_epsilon", left.privacyEpsilon, right.privacyEpsilon);
    fields.value("privacy_delta", left.privacyDelta, right.privacyDelta);
    fields.value("drift_score", orNull(left.driftScore), orNull(right.driftScore));
    fields.value("source_model_id", left.sourceModelId, right.sourceModelId);
    fields.value("target_model_id", orNull(left.targetModelId), orNull(right.targetModelId));
    fields.value("timestamp", left.timestamp, right.timestamp);
    fields.value("version", left.version, right.version);
    fields.value("custom_metadata", left.customMetadata, right.customMetadata);
    return std::move(fields.found);
}

double squaredNorm(std::span<const float> vector) {
    double sum = 0.0;
    for (const float value : vector) {
        sum += static_cast<double>(value) * static_cast<double>(value);
    }
    return sum;
}

std::optional<double> measured(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

// Vectors of one length.
void compareNumbers(std::span<const float> left, std::span<const float> right,
                    TokenDifference& difference) {
    double squares = 0.0, dot = 0.0, largest = 0.0;
    difference.perDimension.reserve(left.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
        // Equal infinities do not differ; their difference would be NaN.
        const bool same = bitwiseEqual(left[i], right[i]);
        const double step = same ? 0.0 : static_cast<double>(right[i]) - left[i];
        difference.perDimension.push_back(same ? 0.0F : right[i] - left[i]);
        squares += step * step;
        dot += static_cast<double>(left[i]) * static_cast<double>(right[i]);
        largest = std::isnan(step) ? step : std::max(largest, std::fabs(step));
    }
    difference.distance = measured(std::sqrt(squares));
    difference.largest = measured(largest);
    // One root, so that equal vectors have exactly 1.
    const double lengths = std::sqrt(squaredNorm(left) * squaredNorm(right));
    if (lengths > 0.0) {
        difference.cosine = measured(std::clamp(dot / lengths, -1.0, 1.0));
    }
}

} // namespace

TokenDifference compareTokens(const Token& left, const Token& right) {
    const std::span a(left.uhsVector);
    const std::span b(right.uhsVector);
    TokenDifference difference;
    difference.fields = compareFields(left, right);
    difference.leftCount = a.size();
    difference.rightCount = b.size();
    difference.leftNorm = std::sqrt(squaredNorm(a));
    difference.rightNorm = std::sqrt(squaredNorm(b));
    const std::size_t shared = std::min(a.size(), b.size());
    difference.differing = std::max(a.size(), b.size()) - shared;
    for (std::size_t i = 0; i < shared; ++i) {
        difference.differing += bitwiseEqual(a[i], b[i]) ? 0 : 1;
    }
    if (a.size() == b.size()) {
        compareNumbers(a, b, difference);
    }
    return difference;
}

} // namespace tessera::token
