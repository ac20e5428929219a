#include "core/remote/wire.h"

namespace tessera::remote {

namespace {

constexpr int kDeepest = 100;

// Counts levels, and ends the reading where there are too many.
class DepthCount : public nlohmann::ordered_json::json_sax_t {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool key(string_t&) override { return true; }
    bool start_object(std::size_t) override { return ++m_depth <= kDeepest; }
    bool start_array(std::size_t) override { return ++m_depth <= kDeepest; }
    bool end_object() override { return m_depth-- > 0; }
    bool end_array() override { return m_depth-- > 0; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

private:
    int m_depth = 0;
};

} // namespace

bool isShallow(const std::string& msgpack) {
    DepthCount count;
    return nlohmann::ordered_json::sax_parse(msgpack, &count,
                                             nlohmann::ordered_json::input_format_t::msgpack);
}

} // namespace tessera::remote
