#include "core/token/legacy_pair.h"

#include "core/format/byte_reader.h"
#include "core/format/file_io.h"
#include "core/format/safetensors.h"
#include "core/token/python_text.h"
#include "core/token/tbf_layout.h"
#include "core/token/token_fields.h"
#include "core/token/vector_codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace tessera::token {

namespace {

constexpr const char* kTensorsEnding = ".safetensors";
constexpr const char* kFieldsEnding = ".json";
constexpr const char* kVector = "uhs_vector"; // in both files
constexpr std::uint64_t kMaxFieldsBytes = std::uint64_t{32} << 20U;
constexpr std::size_t kLengthBytes = 8; // in front of the SafeTensors header

struct FieldName {
    const char* wire;   // in TBF
    const char* inJson; // here
};

// In the order of both; the vector comes behind the first one.
constexpr std::array<FieldName, 14> kNames = {{
    {"t", "knowledge_type"},
    {"m", "modality_weights"},
    {"c", "correlation_map"},
    {"l", "lineage_dag"},
    {"g", "generation"},
    {"proj", "projection_hints"},
    {"pe", "privacy_epsilon"},
    {"pd", "privacy_delta"},
    {"d", "drift_score"},
    {"src", "source_model_id"},
    {"tgt", "target_model_id"},
    {"ts", "timestamp"},
    {"v", "version"},
    {"x", "custom_metadata"},
}};

const FieldName* nameInJson(std::string_view key) {
    const auto* const found = std::find_if(kNames.begin(), kNames.end(),
                                           [key](const FieldName& n) { return key == n.inJson; });
    return found == kNames.end() ? nullptr : found;
}

// The sentence with the field called as it is in the JSON.
std::string withLongName(std::string detail) {
    for (const FieldName& name : kNames) {
        const std::string quoted = fmt::format("field '{}'", name.wire);
        if (const auto at = detail.find(quoted); at != std::string::npos) {
            return detail.replace(at, quoted.size(), fmt::format("field '{}'", name.inJson));
        }
    }
    return detail;
}

// Whether the copy in the JSON is the vector, once rounded as the tensors are.
bool isCopyOf(const Metadata& copy, const std::vector<float>& vector) {
    return copy.size() == vector.size() &&
           std::equal(vector.begin(), vector.end(), copy.begin(), [](float a, const Metadata& b) {
               return b.is_number() && a == static_cast<float>(b.get<double>());
           });
}

// Looks at both files and collects what can be said about them. Lives for one call.
class PairExaminer {
public:
    explicit PairExaminer(PairPaths paths) : m_paths(std::move(paths)) {}

    TokenExamination run(const std::filesystem::path& either) {
        m_result.file = either;
        if (readFiles()) {
            examineTensors();
            examineFields();
        }
        if (!m_result.refusal) {
            finish();
        }
        return std::move(m_result);
    }

private:
    void refuse(Error error) {
        if (!m_result.refusal) {
            m_result.refusal = std::move(error);
        }
    }

    // Refuses for what a section holds.
    void refuse(std::size_t section, const std::filesystem::path& file, const Error& error) {
        m_result.sections[section].state = CheckState::Bad;
        m_result.sections[section].note = error.detail;
        refuse(error.within(fmt::format("'{}'", file.filename().string())));
    }

    bool readFiles() {
        auto tensors = format::readFile(m_paths.tensors, kTbfMaxFileBytes);
        auto fields = format::readFile(m_paths.fields, kMaxFieldsBytes);
        const auto isMissing = [](const auto& file) {
            return !file && file.error().code == ErrorCode::NotFound;
        };
        if (isMissing(tensors) != isMissing(fields)) {
            const bool lacksTensors = isMissing(tensors);
            refuse({ErrorCode::NotFound,
                    fmt::format("'{}' is one half of a token; the other one, '{}', is missing "
                                "beside it.",
                                (lacksTensors ? m_paths.fields : m_paths.tensors).string(),
                                (lacksTensors ? m_paths.tensors : m_paths.fields).string()),
                    std::nullopt});
        } else if (!tensors || !fields) {
            refuse(!tensors ? tensors.error() : fields.error());
        } else {
            m_tensors = std::move(*tensors);
            m_fields = std::move(*fields);
            return true;
        }
        return false;
    }

    // Adds a section behind the last one and returns its place.
    std::size_t add(const char* id, std::size_t bytes, CheckState state, std::string note) {
        auto& sections = m_result.sections;
        const std::uint64_t offset =
            sections.empty() ? 0 : sections.back().offset + sections.back().bytes;
        sections.push_back({id, offset, bytes, state, std::move(note)});
        return sections.size() - 1;
    }

    void examineTensors() {
        const auto length = format::ByteReader(m_tensors).u64();
        if (!length || *length > m_tensors.size() - kLengthBytes) {
            const auto all = add("rest", m_tensors.size(), CheckState::Bad, {});
            return refuse(
                all, m_paths.tensors,
                {ErrorCode::Corrupt, "This is not a SafeTensors file, or it is cut short.", 0});
        }
        const std::size_t headerBytes = kLengthBytes + static_cast<std::size_t>(*length);
        const auto header = add("header", headerBytes, CheckState::Good, {});
        const auto vector = add("vector", m_tensors.size() - headerBytes, CheckState::Unchecked,
                                "This form has no checksum.");
        auto parsed = format::parseSafetensors(m_tensors);
        if (!parsed) {
            return refuse(header, m_paths.tensors, parsed.error());
        }
        if (const auto wrong = wrongWith(parsed->arrays)) {
            return refuse(header, m_paths.tensors, *wrong);
        }
        auto numbers = loadVector(parsed->arrays.front().bytes, TokenNumbers::Float32);
        if (!numbers) {
            Error error = numbers.error();
            error.offset = headerBytes + error.offset.value_or(0);
            return refuse(vector, m_paths.tensors, error);
        }
        m_vector = std::move(*numbers);
    }

    static std::optional<Error> wrongWith(const std::vector<format::NamedArray>& arrays) {
        const auto found =
            std::find_if(arrays.begin(), arrays.end(),
                         [](const format::NamedArray& array) { return array.name == kVector; });
        if (found == arrays.end()) {
            return Error{ErrorCode::Corrupt,
                         "It holds no tensor 'uhs_vector', so it is not part of a token.",
                         std::nullopt};
        }
        if (arrays.size() > 1) {
            return Error{ErrorCode::Unsupported,
                         "It holds tensors beside 'uhs_vector', for which a token has no room; "
                         "take them out.",
                         std::nullopt};
        }
        if (found->dtype != format::DType::F32) {
            return Error{ErrorCode::Unsupported,
                         fmt::format("Its numbers are of type {}, and this form of token has F32 "
                                     "only; convert 'uhs_vector' to float32.",
                                     format::dtypeName(found->dtype)),
                         std::nullopt};
        }
        if (found->shape.size() != 1) {
            return Error{ErrorCode::Corrupt,
                         fmt::format("Its tensor 'uhs_vector' has {} dimensions instead of one.",
                                     found->shape.size()),
                         std::nullopt};
        }
        return std::nullopt;
    }

    void examineFields() {
        const auto section =
            add("metadata", m_fields.size(), CheckState::Unchecked, "This form has no checksum.");
        auto document =
            parsePythonJson({reinterpret_cast<const char*>(m_fields.data()), m_fields.size()});
        if (!document) {
            return refuse(section, m_paths.fields, document.error());
        }
        if (!document->is_object()) {
            return refuse(section, m_paths.fields,
                          {ErrorCode::Corrupt, "It is not a token's: it holds no map.", 0});
        }
        Metadata map = Metadata::object();
        for (auto& [key, value] : document->get_ref<Metadata::object_t&>()) {
            if (const FieldName* const name = nameInJson(key)) {
                map[name->wire] = std::move(value);
            } else if (key != kVector) {
                m_unknown.get_ref<Metadata::object_t&>().push_back({key, std::move(value)});
            } else if (!value.is_array()) {
                return refuse(section, m_paths.fields,
                              {ErrorCode::Corrupt,
                               "The token's field 'uhs_vector' is not an array.", std::nullopt});
            } else if (m_vector && !isCopyOf(value, *m_vector)) {
                m_result.sections[section].note =
                    "Its copy of the vector is not the one in the tensors, which counts.";
            }
        }
        auto fields = tokenFromFields(map);
        if (!fields) {
            Error error = fields.error();
            error.detail = withLongName(std::move(error.detail));
            return refuse(section, m_paths.fields, error);
        }
        m_token = std::move(*fields);
    }

    void finish() {
        TokenFile& content = m_result.content.emplace();
        content.token = std::move(m_token->token);
        content.token.uhsVector = std::move(*m_vector);
        content.format = TokenFormat::LegacyPair;
        content.formatName = "SafeTensors and JSON";
        content.numbers = TokenNumbers::Float32;
        content.fileBytes = static_cast<std::int64_t>(m_tensors.size() + m_fields.size());
        content.metadataBytes = static_cast<std::int64_t>(m_fields.size());
        content.vectorCount = static_cast<std::int64_t>(content.token.uhsVector.size());
        content.absent = std::move(m_token->absent);
        content.unknown = std::move(m_unknown);
    }

    PairPaths m_paths;
    TokenExamination m_result;
    std::vector<std::byte> m_tensors;
    std::vector<std::byte> m_fields;
    std::optional<std::vector<float>> m_vector;
    std::optional<TokenFields> m_token;
    Metadata m_unknown = Metadata::object();
};

Result<std::string> fieldsText(const Token& token, const Metadata& unknown) {
    auto fields = fieldsFromToken(token);
    if (!fields) {
        return fail(std::move(fields.error()));
    }
    if (!unknown.is_object()) {
        return fail(ErrorCode::InvalidArgument, "The unknown keys to keep are not a map.");
    }
    Metadata document = Metadata::object();
    auto& entries = document.get_ref<Metadata::object_t&>();
    for (auto& [key, value] : fields->get_ref<Metadata::object_t&>()) {
        const auto* const name =
            std::find_if(kNames.begin(), kNames.end(),
                         [&key = key](const FieldName& n) { return key == n.wire; });
        entries.push_back({name->inJson, std::move(value)});
        if (entries.size() == 1) {
            Metadata::array_t numbers(token.uhsVector.begin(), token.uhsVector.end());
            entries.push_back({kVector, std::move(numbers)});
        }
    }
    for (const auto& [key, value] : unknown.get_ref<const Metadata::object_t&>()) {
        if (nameInJson(key) != nullptr || key == kVector) {
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format("The token's field '{}' stands among the unknown keys too.", key));
        }
        entries.push_back({key, value});
    }
    return pythonJson(document, PythonLayout::Indented);
}

Result<std::vector<std::byte>> tensorsBytes(const Token& token) {
    auto stored = storeVector(token.uhsVector, TokenNumbers::Float32);
    if (!stored) {
        return fail(std::move(stored.error()));
    }
    format::ArrayFile file;
    file.arrays.push_back({kVector,
                           format::DType::F32,
                           {static_cast<std::int64_t>(token.uhsVector.size())},
                           std::move(stored->bytes)});
    return format::serializeSafetensors(file);
}

} // namespace

PairPaths pairPaths(const std::filesystem::path& either) {
    auto stem = either;
    if (either.extension() == kTensorsEnding || either.extension() == kFieldsEnding) {
        stem.replace_extension();
    }
    PairPaths paths{stem, stem};
    paths.tensors += kTensorsEnding;
    paths.fields += kFieldsEnding;
    return paths;
}

TokenExamination examinePair(const std::filesystem::path& either) {
    return PairExaminer(pairPaths(either)).run(either);
}

Result<std::int64_t> writePair(const std::filesystem::path& either, const Token& token,
                               const Metadata& unknown) {
    const auto text = fieldsText(token, unknown);
    const auto tensors = tensorsBytes(token);
    if (!text || !tensors) {
        return fail(!text ? text.error() : tensors.error());
    }
    if (text->size() > kMaxFieldsBytes) {
        return fail(ErrorCode::InvalidArgument,
                    "The token's JSON would have more than 32 MiB; write it as TBF.");
    }
    const auto paths = pairPaths(either);
    std::error_code ignored;
    const bool isNew = !std::filesystem::exists(paths.tensors, ignored);
    if (const auto written = format::writeFileAtomically(paths.tensors, *tensors); !written) {
        return fail(written.error());
    }
    const auto written = format::writeFileAtomically(paths.fields, std::as_bytes(std::span(*text)));
    if (!written) {
        if (isNew) {
            std::filesystem::remove(paths.tensors, ignored);
        }
        return fail(written.error());
    }
    return static_cast<std::int64_t>(tensors->size() + text->size());
}

} // namespace tessera::token
