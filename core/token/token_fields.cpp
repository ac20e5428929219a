#include "core/token/token_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace tessera::token {

namespace {

constexpr std::array<std::string_view, 14> kKeys = {"t",  "m", "c",   "l",   "g",  "proj", "pe",
                                                    "pd", "d", "src", "tgt", "ts", "v",    "x"};
constexpr const char* kScaleKey = "_q_scale";
constexpr const char* kZeroPointKey = "_q_zp";

// The format's writer stays below 2^33. Further out float32, in which the numbers are read, has
// gaps wider than all that int8 can tell apart.
constexpr std::int64_t kMaxZeroPoint = std::int64_t{1} << 33U;

// What the format's definition gives to a file that lacks these keys.
constexpr double kDefaultEpsilon = 1.0;
constexpr double kDefaultDelta = 1e-5;

// What a number may be; NaN never may.
struct Range {
    double lowest = -std::numeric_limits<double>::infinity();
    double highest = std::numeric_limits<double>::infinity();

    [[nodiscard]] bool holds(double value) const { return value >= lowest && value <= highest; }
};

constexpr double kLargest = std::numeric_limits<double>::max();
constexpr Range kWeightRange{-kLargest, kLargest};
constexpr Range kEpsilonRange{0.0, std::numeric_limits<double>::infinity()};
constexpr Range kDeltaRange{0.0, 1.0};
constexpr Range kDriftRange{};

tl::unexpected<Error> wrong(ErrorCode code, std::string_view what) {
    return fail(code, fmt::format("The token's field {}.", what));
}

bool isKnown(std::string_view key) {
    return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

bool isInt8Key(std::string_view key) {
    return key == kScaleKey || key == kZeroPointKey;
}

using Names = std::unordered_set<std::string>;

// `value` as it was in the file: a whole number if `key` is among the integers.
Metadata numberFor(const Names& integers, double value, const std::string& key) {
    constexpr double kLimit = 9007199254740992.0; // 2^53: whole numbers are exact up to here
    if (integers.contains(key) && std::trunc(value) == value && std::fabs(value) <= kLimit) {
        return static_cast<std::int64_t>(value);
    }
    return value;
}

// Takes a token's fields out of a map. The first error stays. Lives for one call.
class FieldReader {
public:
    FieldReader(const Metadata& map, TokenNumbers numbers, TokenFields& result)
        : m_map(map), m_numbers(numbers), m_result(result) {}

    std::optional<Error> error;

    void readAll() {
        Token& token = m_result.token;
        readType();
        readWeights();
        token.correlationMap = container("c", Metadata::value_t::object, Need::Required);
        token.lineageDag = container("l", Metadata::value_t::object, Need::Required);
        token.generation = 1;
        readGeneration();
        token.projectionHints = container("proj", Metadata::value_t::array, Need::Optional);
        token.privacyEpsilon = number("pe", kEpsilonRange).value_or(kDefaultEpsilon);
        token.privacyDelta = number("pd", kDeltaRange).value_or(kDefaultDelta);
        token.driftScore = number("d", kDriftRange);
        token.sourceModelId = text("src").value_or("");
        token.targetModelId = text("tgt");
        token.timestamp = text("ts").value_or("");
        token.version = text("v").value_or("1.0");
        token.customMetadata = container("x", Metadata::value_t::object, Need::Optional);
        if (m_numbers == TokenNumbers::Int8) {
            readInt8Scale();
        }
        collectUnknown();
    }

private:
    enum class Need { Required, Optional };

    void refuse(std::string_view key, std::string_view what) {
        if (!error) {
            error = Error{ErrorCode::Corrupt, fmt::format("The token's field '{}' {}.", key, what),
                          std::nullopt};
        }
    }

    const Metadata* find(const std::string& key, Need need) {
        const auto found = m_map.find(key);
        if (found != m_map.end()) {
            return &*found;
        }
        m_result.absent.push_back(key);
        if (need == Need::Required) {
            refuse(key, "is missing");
        }
        return nullptr;
    }

    // The upper-case name, or its position as some writers have it.
    void readType() {
        const Metadata* value = find("t", Need::Required);
        if (value == nullptr) {
            return;
        }
        std::optional<KnowledgeType> type;
        if (value->is_string()) {
            type = knowledgeTypeFromName(value->get_ref<const std::string&>());
        } else if (value->is_number_unsigned() && value->get<std::uint64_t>() <= 4) {
            type = static_cast<KnowledgeType>(value->get<int>());
        }
        if (!type) {
            return refuse("t", "names a kind of knowledge that does not exist");
        }
        m_result.token.knowledgeType = *type;
    }

    void readWeights() {
        const Metadata map = container("m", Metadata::value_t::object, Need::Required);
        for (const auto& [key, value] : map.items()) {
            if (!value.is_number() || !kWeightRange.holds(value.get<double>())) {
                return refuse("m", "holds a weight that is not a finite number");
            }
            if (value.is_number_integer()) {
                m_result.token.integerFields.push_back("m." + key);
            }
            m_result.token.modalityWeights.emplace_back(key, value.get<double>());
        }
    }

    void readGeneration() {
        const Metadata* value = find("g", Need::Optional);
        if (value == nullptr) {
            return;
        }
        constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (!value->is_number_unsigned() || value->get<std::uint64_t>() > kMax) {
            return refuse("g", "is not a whole number of at least 0");
        }
        m_result.token.generation = value->get<std::int64_t>();
    }

    Metadata container(const std::string& key, Metadata::value_t type, Need need) {
        const Metadata* value = find(key, need);
        if (value != nullptr && value->type() == type) {
            return *value;
        }
        if (value != nullptr) {
            refuse(key, type == Metadata::value_t::object ? "is not a map" : "is not an array");
        }
        return Metadata(type);
    }

    // Nothing if absent; a drift may be nil too, which says that it was not measured.
    std::optional<double> number(const std::string& key, Range range) {
        const Metadata* value = find(key, Need::Optional);
        if (value == nullptr || (key == "d" && value->is_null())) {
            return std::nullopt;
        }
        if (!value->is_number() || !range.holds(value->get<double>())) {
            refuse(key, "is not a number in its range");
            return std::nullopt;
        }
        if (value->is_number_integer()) {
            m_result.token.integerFields.push_back(key);
        }
        return value->get<double>();
    }

    // Nothing if absent; a target may be nil too.
    std::optional<std::string> text(const std::string& key) {
        const Metadata* value = find(key, Need::Optional);
        if (value == nullptr || (key == "tgt" && value->is_null())) {
            return std::nullopt;
        }
        if (!value->is_string()) {
            refuse(key, "is not text");
            return std::nullopt;
        }
        return value->get<std::string>();
    }

    // Whole numbers and floats alike for the scale, whole ones only for the zero point.
    void readInt8Scale() {
        const Metadata* scale = find(kScaleKey, Need::Required);
        const Metadata* zeroPoint = find(kZeroPointKey, Need::Required);
        if (scale == nullptr || zeroPoint == nullptr) {
            return;
        }
        const double step = scale->is_number() ? scale->get<double>() : 0.0;
        if (!std::isfinite(static_cast<float>(step)) || static_cast<float>(step) == 0.0F) {
            return refuse(kScaleKey, "is not a number other than 0 that fits float32");
        }
        // As a double it is exact within the limits, and outside of them beyond.
        if (!zeroPoint->is_number_integer() ||
            std::fabs(zeroPoint->get<double>()) > static_cast<double>(kMaxZeroPoint)) {
            return refuse(kZeroPointKey, "is not a whole number between -2^33 and 2^33");
        }
        if (scale->is_number_integer()) {
            m_result.token.integerFields.emplace_back(kScaleKey);
        }
        m_result.int8 = Int8Scale{step, zeroPoint->get<std::int64_t>()};
    }

    void collectUnknown() {
        m_result.unknownKeys = Metadata::object();
        auto& unknown = m_result.unknownKeys.get_ref<Metadata::object_t&>();
        for (const auto& [key, value] : m_map.get_ref<const Metadata::object_t&>()) {
            if (!isKnown(key) && !(m_result.int8 && isInt8Key(key))) {
                unknown.push_back({key, value});
            }
        }
    }

    const Metadata& m_map;
    TokenNumbers m_numbers;
    TokenFields& m_result;
};

Result<void> checkWritable(const Token& token, const Metadata& unknown) {
    constexpr ErrorCode kCode = ErrorCode::InvalidArgument;
    if (!unknown.is_object()) {
        return fail(kCode, "The unknown keys to keep are not a map.");
    }
    for (const auto& [key, value] : unknown.get_ref<const Metadata::object_t&>()) {
        if (isKnown(key)) {
            return wrong(kCode, fmt::format("'{}' stands among the unknown keys too", key));
        }
    }
    Names names;
    for (const auto& [key, weight] : token.modalityWeights) {
        if (!kWeightRange.holds(weight)) {
            return wrong(kCode, "'m' holds a weight that is not a finite number");
        }
        if (!names.insert(key).second) {
            return wrong(kCode, "'m' holds the same name twice");
        }
    }
    if (!token.correlationMap.is_object() || !token.lineageDag.is_object() ||
        !token.customMetadata.is_object()) {
        return wrong(kCode, "'c', 'l' or 'x' is not a map");
    }
    if (!token.projectionHints.is_array()) {
        return wrong(kCode, "'proj' is not an array");
    }
    if (token.generation < 0) {
        return wrong(kCode, "'g' is negative");
    }
    if (!kEpsilonRange.holds(token.privacyEpsilon) || !kDeltaRange.holds(token.privacyDelta)) {
        return wrong(kCode, "'pe' or 'pd' is not a number in its range");
    }
    if (token.driftScore && !kDriftRange.holds(*token.driftScore)) {
        return wrong(kCode, "'d' is NaN; leave a drift out that was not measured");
    }
    return {};
}

} // namespace

Result<Metadata> fieldsFromToken(const Token& token, const Metadata& unknown,
                                 const std::optional<Int8Scale>& int8) {
    if (const auto writable = checkWritable(token, unknown); !writable) {
        return fail(writable.error());
    }
    const Names integers(token.integerFields.begin(), token.integerFields.end());
    Metadata map = Metadata::object();
    map["t"] = knowledgeTypeName(token.knowledgeType);
    map["m"] = Metadata::object();
    auto& weights = map["m"].get_ref<Metadata::object_t&>();
    for (const auto& [key, weight] : token.modalityWeights) {
        weights.push_back({key, numberFor(integers, weight, "m." + key)});
    }
    map["c"] = token.correlationMap;
    map["l"] = token.lineageDag;
    map["g"] = token.generation;
    map["proj"] = token.projectionHints;
    map["pe"] = numberFor(integers, token.privacyEpsilon, "pe");
    map["pd"] = numberFor(integers, token.privacyDelta, "pd");
    if (token.driftScore) {
        map["d"] = numberFor(integers, *token.driftScore, "d");
    }
    map["src"] = token.sourceModelId;
    map["tgt"] = token.targetModelId ? Metadata(*token.targetModelId) : Metadata(nullptr);
    map["ts"] = token.timestamp;
    map["v"] = token.version;
    map["x"] = token.customMetadata;
    auto& entries = map.get_ref<Metadata::object_t&>();
    for (const auto& [key, value] : unknown.get_ref<const Metadata::object_t&>()) {
        if (!(int8 && isInt8Key(key))) {
            entries.push_back({key, value});
        }
    }
    if (int8) {
        map[kScaleKey] = numberFor(integers, int8->scale, kScaleKey);
        map[kZeroPointKey] = int8->zeroPoint;
    }
    return map;
}

Result<TokenFields> tokenFromFields(const Metadata& map, TokenNumbers numbers) {
    if (!map.is_object()) {
        return fail(ErrorCode::Corrupt, "The token's metadata is not a map.");
    }
    TokenFields fields;
    FieldReader reader(map, numbers, fields);
    reader.readAll();
    if (reader.error) {
        return fail(std::move(*reader.error));
    }
    return fields;
}

} // namespace tessera::token
