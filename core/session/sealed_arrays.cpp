#include "core/session/sealed_arrays.h"

#include "core/format/safetensors.h"
#include "core/format/sha256.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace tessera::session {

namespace {

// Of everything that is in the file but the checksum itself.
Result<std::string> contentHash(format::ArrayFile file) {
    file.metadata.erase(kSealName);
    const auto bytes = format::serializeSafetensors(file);
    if (!bytes) {
        return fail(bytes.error());
    }
    return format::sha256Hex(*bytes);
}

} // namespace

Result<std::vector<std::byte>> sealed(format::ArrayFile file) {
    const auto hash = contentHash(file);
    if (!hash) {
        return fail(hash.error());
    }
    file.metadata[kSealName] = *hash;
    return format::serializeSafetensors(file);
}

bool isSealed(const format::ArrayFile& file) {
    const auto given = file.metadata.find(kSealName);
    if (given == file.metadata.end()) {
        return false;
    }
    const auto hash = contentHash(file);
    return hash && given->second == *hash;
}

std::string compactText(const nlohmann::ordered_json& json) {
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::int64_t integerFrom(const nlohmann::ordered_json& json) {
    if (!json.is_number_integer()) {
        throw std::domain_error("not a whole number");
    }
    return json.get<std::int64_t>();
}

ArrayTaker::ArrayTaker(format::ArrayFile file) {
    for (format::NamedArray& array : file.arrays) {
        m_arrays.emplace(array.name, std::move(array));
    }
}

std::optional<format::NamedArray> ArrayTaker::take(const std::string& name, format::DType dtype,
                                                   std::size_t rank) {
    auto node = m_arrays.extract(name);
    if (!node.empty() && node.mapped().dtype == dtype && node.mapped().shape.size() == rank) {
        return std::move(node.mapped());
    }
    if (m_problem.empty()) {
        m_problem = fmt::format("the array '{}' is missing or of another kind", name);
    }
    return std::nullopt;
}

std::string ArrayTaker::problem() const {
    return m_problem.empty() && !m_arrays.empty()
               ? fmt::format("nobody knows what '{}' is", m_arrays.begin()->first)
               : m_problem;
}

} // namespace tessera::session
