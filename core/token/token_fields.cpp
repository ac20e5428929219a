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
// Of the int8 form; it is read with the vector.
constexpr std::array<std::string_view, 2> kQuantKeys = {"_q_scale", "_q_zp"};

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
    FieldReader(const Metadata& map, TokenFields& result) : m_map(map), m_result(result) {}

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

    void collectUnknown() {
        m_result.unknownKeys = Metadata::object();
        auto& unknown = m_result.unknownKeys.get_ref<Metadata::object_t&>();
        for (const auto& [key, value] : m_map.get_ref<const Metadata::object_t&>()) {
            const auto is = [&key = key](std::string_view known) { return known == key; };
            if (std::none_of(kKeys.begin(), kKeys.end(), is) &&
                std::none_of(kQuantKeys.begin(), kQuantKeys.end(), is)) {
                unknown.push_back({key, value});
            }
        }
    }

    const Metadata& m_map;
    TokenFields& m_result;
};

Result<void> checkWritable(const Token& token) {
    constexpr ErrorCode kCode = ErrorCode::InvalidArgument;
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

Result<Metadata> fieldsFromToken(const Token& token) {
    if (const auto writable = checkWritable(token); !writable) {
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
    return map;
}

Result<TokenFields> tokenFromFields(const Metadata& map) {
    if (!map.is_object()) {
        return fail(ErrorCode::Corrupt, "The token's metadata is not a map.");
    }
    TokenFields fields;
    FieldReader reader(map, fields);
    reader.readAll();
    if (reader.error) {
        return fail(std::move(*reader.error));
    }
    return fields;
}

} // namespace tessera::token
