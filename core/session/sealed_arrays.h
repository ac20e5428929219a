#pragma once

#include "core/api/result.h"
#include "core/format/named_array.h"

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

// What the files that a run leaves have in common: arrays in the SafeTensors format that a checksum
// in the metadata holds together.
namespace tessera::session {

// The metadata "twb.sha256": SHA-256 of the same file without this entry, hex.
inline constexpr const char* kSealName = "twb.sha256";

// Adds the checksum, and makes the file's bytes. Codes of serializeSafetensors().
[[nodiscard]] Result<std::vector<std::byte>> sealed(format::ArrayFile file);

// Whether the checksum is there and fits.
[[nodiscard]] bool isSealed(const format::ArrayFile& file);

// Text as JSON in one line; what is not UTF-8 is replaced.
[[nodiscard]] std::string compactText(const nlohmann::ordered_json& json);

// A whole number. nlohmann would also turn a number with a fraction, or beyond all bounds, into an
// integer. Throws std::domain_error.
[[nodiscard]] std::int64_t integerFrom(const nlohmann::ordered_json& json);

// Takes arrays out of a file that nobody has checked. The first thing that is wrong stays in
// problem(); whatever is taken after that is empty.
class ArrayTaker {
public:
    explicit ArrayTaker(format::ArrayFile file);

    [[nodiscard]] bool has(const std::string& name) const { return m_arrays.contains(name); }

    // The array with this name, type of numbers and number of dimensions. The format has made sure
    // that its bytes fit its shape.
    [[nodiscard]] std::optional<format::NamedArray> take(const std::string& name,
                                                         format::DType dtype, std::size_t rank);

    // Empty: all is well, and nothing was left over.
    [[nodiscard]] std::string problem() const;

private:
    std::map<std::string, format::NamedArray> m_arrays;
    std::string m_problem;
};

} // namespace tessera::session
