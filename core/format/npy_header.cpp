#include "core/format/npy_header.h"

#include "core/format/utf8.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

namespace tessera::format {

namespace {

constexpr std::size_t kMostAxes = 32; // NumPy's own limit

struct NpyType {
    std::string_view code; // without the byte order
    DType dtype;
    NpyWiden widen;
    std::size_t bytes;
};

constexpr std::array<NpyType, 12> kNpyTypes = {{
    {"f8", DType::F64, NpyWiden::No, 8},
    {"f4", DType::F32, NpyWiden::No, 4},
    {"f2", DType::F16, NpyWiden::No, 2},
    {"i8", DType::I64, NpyWiden::No, 8},
    {"i4", DType::I32, NpyWiden::No, 4},
    {"i2", DType::I16, NpyWiden::No, 2},
    {"i1", DType::I8, NpyWiden::No, 1},
    {"u1", DType::U8, NpyWiden::No, 1},
    {"b1", DType::Bool, NpyWiden::No, 1},
    {"u2", DType::I32, NpyWiden::U16, 2},
    {"u4", DType::I64, NpyWiden::U32, 4},
    {"u8", DType::I64, NpyWiden::U64, 8},
}};

// Reads the dictionary from left to right. Lives for one parse.
class DictionaryReader {
public:
    explicit DictionaryReader(std::string_view text) : m_text(text) {}

    bool take(char wanted) {
        skipBlanks();
        if (m_text.empty() || m_text.front() != wanted) {
            return false;
        }
        m_text.remove_prefix(1);
        return true;
    }
    [[nodiscard]] bool at(char wanted) {
        skipBlanks();
        return !m_text.empty() && m_text.front() == wanted;
    }
    bool takeWord(std::string_view word) {
        skipBlanks();
        if (!m_text.starts_with(word)) {
            return false;
        }
        m_text.remove_prefix(word.size());
        return true;
    }
    std::optional<std::string_view> quoted() {
        skipBlanks();
        if (m_text.empty() || (m_text.front() != '\'' && m_text.front() != '"')) {
            return std::nullopt;
        }
        const auto end = m_text.find(m_text.front(), 1);
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        const auto inner = m_text.substr(1, end - 1);
        m_text.remove_prefix(end + 1);
        return inner;
    }
    std::optional<std::int64_t> number() {
        skipBlanks();
        std::int64_t value = 0;
        const auto [end, error] =
            std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
        if (error != std::errc() || value < 0) {
            return std::nullopt;
        }
        m_text.remove_prefix(static_cast<std::size_t>(end - m_text.data()));
        take('L'); // of Python 2
        return value;
    }
    [[nodiscard]] bool finished() {
        skipBlanks();
        return m_text.empty();
    }

private:
    void skipBlanks() {
        while (!m_text.empty() && (m_text.front() == ' ' || m_text.front() == '\n')) {
            m_text.remove_prefix(1);
        }
    }

    std::string_view m_text;
};

tl::unexpected<Error> damaged(const char* what) {
    return fail(ErrorCode::Corrupt, fmt::format("The NumPy file is damaged: {}.", what));
}

Result<void> readType(DictionaryReader& reader, NpyHeader& header) {
    if (reader.at('[')) {
        return fail(
            ErrorCode::Unsupported,
            "The NumPy file holds records of several fields; save each field as an array of "
            "its own.");
    }
    const auto descr = reader.quoted();
    if (!descr || descr->size() < 2) {
        return damaged("its type of numbers cannot be read");
    }
    for (const auto& type : kNpyTypes) {
        if (descr->substr(1) == type.code &&
            std::string_view("<>|=").find(descr->front()) != std::string_view::npos) {
            header.dtype = type.dtype;
            header.widen = type.widen;
            header.itemSize = type.bytes;
            header.bigEndian = descr->front() == '>';
            return {};
        }
    }
    return fail(
        ErrorCode::Unsupported,
        fmt::format("The NumPy file's numbers are of the type '{}', which is not read; save "
                    "it as float32, float64 or whole numbers.",
                    isUtf8(*descr) ? *descr : "?"));
}

bool readShape(DictionaryReader& reader, std::vector<std::int64_t>& shape) {
    if (!reader.take('(')) {
        return false;
    }
    while (!reader.take(')')) {
        const auto size = reader.number();
        if (!size || shape.size() == kMostAxes) {
            return false;
        }
        shape.push_back(*size);
        if (!reader.take(',') && !reader.at(')')) {
            return false;
        }
    }
    return true;
}

} // namespace

Result<NpyHeader> parseNpyHeader(std::string_view text) {
    DictionaryReader reader(text);
    NpyHeader header;
    bool type = false, order = false, shape = false;
    if (!reader.take('{')) {
        return damaged("its header is not a dictionary");
    }
    while (!reader.take('}')) {
        const auto key = reader.quoted();
        if (!key || !reader.take(':')) {
            return damaged("its header cannot be read");
        }
        if (*key == "descr" && !type) {
            if (auto read = readType(reader, header); !read) {
                return fail(read.error());
            }
            type = true;
        } else if (*key == "fortran_order" && !order) {
            header.columnMajor = reader.takeWord("True");
            order = header.columnMajor || reader.takeWord("False");
        } else if (*key == "shape" && !shape) {
            shape = readShape(reader, header.shape);
        } else {
            return damaged("its header has a key that is unknown or there twice");
        }
        if (!reader.take(',') && !reader.at('}')) {
            return damaged("its header cannot be read");
        }
    }
    if (!type || !order || !shape || !reader.finished()) {
        return damaged("its header lacks its type, order or shape");
    }
    return header;
}

std::string npyHeaderText(const NamedArray& array) {
    std::string_view code = "f4";
    for (const auto& type : kNpyTypes) {
        if (type.dtype == array.dtype && type.widen == NpyWiden::No) {
            code = type.code;
        }
    }
    std::string shape;
    for (const auto size : array.shape) {
        shape += fmt::format("{}, ", size);
    }
    if (array.shape.size() > 1) {
        shape.resize(shape.size() - 2);
    } else if (array.shape.size() == 1) {
        shape.resize(shape.size() - 1);
    }
    return fmt::format("{{'descr': '{}{}', 'fortran_order': False, 'shape': ({}), }}",
                       itemSize(array.dtype) == 1 ? '|' : '<', code, shape);
}

} // namespace tessera::format
