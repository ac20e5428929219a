#include "core/store/run_json.h"

#include "core/store/run_json_fields.h"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace tessera::store {

namespace {

using Json = nlohmann::ordered_json;

// Stays inside this file; becomes Corrupt at its border.
struct WrongKind : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void require(bool condition, const char* expected) {
    if (!condition) {
        throw WrongKind(expected);
    }
}

Json encode(double value) {
    if (std::isfinite(value)) {
        return value;
    }
    return std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
Json encode(std::int64_t value) {
    return value;
}
Json encode(int value) {
    return value;
}
Json encode(const std::string& value) {
    return value;
}
Json encode(const ControlId& value) {
    return value.value;
}
Json encode(const Interval& value) {
    return Json::array({encode(value.lo), encode(value.hi)});
}

void decode(const Json& json, double& value) {
    if (json.is_string()) {
        const auto& text = json.get_ref<const std::string&>();
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        require(text == "NaN" || text == "Infinity" || text == "-Infinity", "a number");
        value = text == "NaN"        ? std::numeric_limits<double>::quiet_NaN()
                : text == "Infinity" ? kInfinity
                                     : -kInfinity;
        return;
    }
    require(json.is_number(), "a number");
    value = json.get<double>();
}
void decode(const Json& json, std::int64_t& value) {
    require(json.is_number_integer(), "an integer");
    value = json.get<std::int64_t>();
}
void decode(const Json& json, int& value) {
    std::int64_t wide = 0;
    decode(json, wide);
    require(wide >= std::numeric_limits<int>::min() && wide <= std::numeric_limits<int>::max(),
            "a smaller integer");
    value = static_cast<int>(wide);
}
void decode(const Json& json, std::string& value) {
    require(json.is_string(), "a text");
    value = json.get<std::string>();
}
void decode(const Json& json, ControlId& value) {
    decode(json, value.value);
}
void decode(const Json& json, Interval& value) {
    require(json.is_array() && json.size() == 2, "two numbers");
    decode(json[0], value.lo);
    decode(json[1], value.hi);
}

struct Writer {
    Json out = Json::object();

    template <class T>
    void operator()(const char* key, const T& value) {
        out[key] = asJson(value);
    }

    template <class T>
    static Json asJson(const std::optional<T>& value) {
        return value ? asJson(*value) : Json();
    }
    template <class T>
    static Json asJson(const std::vector<T>& values) {
        Json list = Json::array();
        for (const T& value : values) {
            list.push_back(asJson(value));
        }
        return list;
    }
    template <class T>
    static Json asJson(const T& value) {
        if constexpr (requires { encode(value); }) {
            return encode(value);
        } else {
            Writer nested;
            fields(nested, value);
            return std::move(nested.out);
        }
    }
};

struct Reader {
    const Json& in;

    template <class T>
    void operator()(const char* key, T& value) {
        const auto found = in.find(key);
        if (found == in.end()) {
            return;
        }
        try {
            fromJson(*found, value);
        } catch (const WrongKind& wrong) {
            throw WrongKind("'" + std::string(key) + "' is not " + wrong.what());
        }
    }

    template <class T>
    static void fromJson(const Json& json, std::optional<T>& value) {
        value.reset();
        if (!json.is_null()) {
            fromJson(json, value.emplace());
        }
    }
    template <class T>
    static void fromJson(const Json& json, std::vector<T>& values) {
        require(json.is_array(), "a list");
        values.clear();
        for (const Json& item : json) {
            fromJson(item, values.emplace_back());
        }
    }
    template <class T>
    static void fromJson(const Json& json, T& value) {
        if constexpr (requires { decode(json, value); }) {
            decode(json, value);
        } else {
            require(json.is_object(), "an object");
            Reader nested{json};
            fields(nested, value);
        }
    }
};

template <class T>
Result<T> read(const Json& json, const char* what) {
    try {
        T value{};
        Reader::fromJson(json, value);
        return value;
    } catch (const WrongKind& wrong) {
        return fail(ErrorCode::Corrupt, std::string("The ") + what +
                                            " of a run cannot be read because " + wrong.what() +
                                            "; its file is damaged.");
    }
}

} // namespace

Json toJson(const RunSummary& summary) {
    return Writer::asJson(summary);
}

Json toJson(const Environment& environment) {
    Json json = Json::object();
    for (const auto& [key, value] : environment) {
        json[key] = value;
    }
    return json;
}

Result<RunSummary> summaryFromJson(const Json& json) {
    return read<RunSummary>(json, "summary");
}

Result<Environment> environmentFromJson(const Json& json) {
    Environment environment;
    if (!json.is_object()) {
        return fail(ErrorCode::Corrupt,
                    "The environment of a run is not an object; its file is damaged.");
    }
    for (const auto& [key, value] : json.items()) {
        if (!value.is_string()) {
            return fail(ErrorCode::Corrupt, "The environment of a run has a value that is not a "
                                            "text; its file is damaged.");
        }
        environment[key] = value.get<std::string>();
    }
    return environment;
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Json> parse(std::string_view text) {
    // nlohmann's parser keeps its own stack, so that deep nesting cannot overflow ours; destroying
    // is iterative as well.
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        return fail(ErrorCode::Corrupt, "A field of the run store is not JSON; it is damaged.");
    }
    return json;
}

} // namespace tessera::store
