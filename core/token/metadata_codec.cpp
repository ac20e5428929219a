#include "core/token/metadata_codec.h"

#include "core/format/utf8.h"

// Otherwise the library takes a few helpers from Boost instead of the standard library.
#ifndef MSGPACK_NO_BOOST
#define MSGPACK_NO_BOOST
#endif
#include <msgpack.hpp>

#include <fmt/format.h>

#include <bit>
#include <limits>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace tessera::token {

namespace {

constexpr std::size_t kMaxLength = std::numeric_limits<std::uint32_t>::max();

// Collects packed bytes for msgpack::packer.
struct ByteSink {
    std::vector<std::byte> bytes;
    void write(const char* data, std::size_t size) {
        const auto* first = reinterpret_cast<const std::byte*>(data);
        bytes.insert(bytes.end(), first, first + size);
    }
};

// Packs one value after another. `problem` is empty as long as all is well. Lives for one call.
class MetadataPacker {
public:
    ByteSink sink;
    std::string problem;

    void pack(const Metadata& value, int depth) {
        switch (value.type()) {
        case Metadata::value_t::null:
            m_packer.pack_nil();
            return;
        case Metadata::value_t::boolean:
            value.get<bool>() ? m_packer.pack_true() : m_packer.pack_false();
            return;
        case Metadata::value_t::number_integer:
            m_packer.pack_int64(value.get<std::int64_t>());
            return;
        case Metadata::value_t::number_unsigned:
            m_packer.pack_uint64(value.get<std::uint64_t>());
            return;
        case Metadata::value_t::number_float:
            return packFloat(value.get<double>());
        case Metadata::value_t::string:
            return packText(value.get_ref<const std::string&>());
        case Metadata::value_t::binary:
            return packBinary(value.get_binary());
        case Metadata::value_t::array:
        case Metadata::value_t::object:
            return packContainer(value, depth + 1);
        case Metadata::value_t::discarded:
            problem = "it holds a value that is not there";
            return;
        }
    }

private:
    // The library's own function turns whole floats into integers.
    void packFloat(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        sink.bytes.push_back(std::byte{0xCB});
        for (int shift = 56; shift >= 0; shift -= 8) {
            sink.bytes.push_back(static_cast<std::byte>(bits >> static_cast<unsigned>(shift)));
        }
    }

    void packText(const std::string& text) {
        if (!format::isUtf8(text) || text.size() > kMaxLength) {
            problem = "a text is not UTF-8";
            return;
        }
        m_packer.pack_str(static_cast<std::uint32_t>(text.size()));
        m_packer.pack_str_body(text.data(), static_cast<std::uint32_t>(text.size()));
    }

    void packBinary(const Metadata::binary_t& binary) {
        if (binary.has_subtype() || binary.size() > kMaxLength) {
            problem = "binary data has a subtype";
            return;
        }
        m_packer.pack_bin(static_cast<std::uint32_t>(binary.size()));
        m_packer.pack_bin_body(reinterpret_cast<const char*>(binary.data()),
                               static_cast<std::uint32_t>(binary.size()));
    }

    void packContainer(const Metadata& value, int depth) {
        if (depth > kMaxMetadataDepth) {
            problem = fmt::format("it nests more than {} levels deep", kMaxMetadataDepth);
            return;
        }
        if (value.is_array()) {
            m_packer.pack_array(static_cast<std::uint32_t>(value.size()));
            for (const Metadata& item : value) {
                pack(item, depth);
            }
            return;
        }
        m_packer.pack_map(static_cast<std::uint32_t>(value.size()));
        std::unordered_set<std::string_view> keys;
        for (const auto& [key, item] : value.get_ref<const Metadata::object_t&>()) {
            if (!keys.insert(key).second) {
                problem = fmt::format("the key '{}' appears twice", key);
            }
            packText(key);
            pack(item, depth);
        }
    }

    msgpack::packer<ByteSink> m_packer{sink};
};

// Follows the events of msgpack's parser. It builds the tree itself so that depth and keys are
// checked before anything is kept, and nothing is reserved for a claimed length. Lives for one
// parse.
class MetadataBuilder : public msgpack::null_visitor {
public:
    Metadata root;
    std::optional<Error> error;

    bool visit_nil() { return place(nullptr); }
    bool visit_boolean(bool value) { return place(value); }
    bool visit_positive_integer(std::uint64_t value) { return place(value); }
    bool visit_negative_integer(std::int64_t value) { return place(value); }
    bool visit_float32(float value) { return place(static_cast<double>(value)); }
    bool visit_float64(double value) { return place(value); }

    bool visit_str(const char* data, std::uint32_t size) {
        const std::string_view text(data, size);
        if (!format::isUtf8(text)) {
            return refuse(ErrorCode::Corrupt, "a text is not UTF-8");
        }
        if (!atKey()) {
            return place(std::string(text));
        }
        Level& level = m_levels.back();
        level.key = text;
        if (!level.keys.insert(level.key).second) {
            return refuse(ErrorCode::Corrupt, fmt::format("the key '{}' appears twice", text));
        }
        return true;
    }

    bool visit_bin(const char* data, std::uint32_t size) {
        const auto* first = reinterpret_cast<const std::uint8_t*>(data);
        return place(Metadata::binary(std::vector<std::uint8_t>(first, first + size)));
    }

    bool visit_ext(const char*, std::uint32_t) {
        return refuse(ErrorCode::Unsupported, "it holds a MessagePack extension value");
    }

    bool start_array(std::uint32_t) { return open(Metadata::array()); }
    bool start_map(std::uint32_t) { return open(Metadata::object()); }
    bool end_array() { return close(); }
    bool end_map() { return close(); }

    bool start_map_key() {
        m_levels.back().keyNext = true;
        return true;
    }
    bool end_map_key() {
        m_levels.back().keyNext = false;
        return true;
    }

    void parse_error(std::size_t, std::size_t) {
        refuse(ErrorCode::Corrupt, "it is not MessagePack");
    }
    void insufficient_bytes(std::size_t, std::size_t) {
        refuse(ErrorCode::Corrupt, "it ends too early");
    }

private:
    struct Level {
        Metadata* container = nullptr; // stays where it is until the level is closed
        std::unordered_set<std::string> keys;
        std::string key;
        bool keyNext = false;
    };

    bool atKey() const { return !m_levels.empty() && m_levels.back().keyNext; }

    bool refuse(ErrorCode code, std::string_view what) {
        if (!error) {
            error = Error{code, fmt::format("The metadata cannot be read: {}.", what), {}};
        }
        return false;
    }

    Metadata* insert(Metadata value) {
        if (m_levels.empty()) {
            root = std::move(value);
            return &root;
        }
        Level& level = m_levels.back();
        if (level.container->is_array()) {
            auto& array = level.container->get_ref<Metadata::array_t&>();
            array.push_back(std::move(value));
            return &array.back();
        }
        // Past the object's own insertion, which looks through all keys every time.
        auto& object = level.container->get_ref<Metadata::object_t&>();
        object.push_back({std::move(level.key), std::move(value)});
        return &object.back().second;
    }

    bool place(Metadata value) {
        if (atKey()) {
            return refuse(ErrorCode::Unsupported, "a map has a key that is not text");
        }
        insert(std::move(value));
        return true;
    }

    bool open(Metadata container) {
        if (atKey()) {
            return refuse(ErrorCode::Unsupported, "a map has a key that is not text");
        }
        if (m_levels.size() >= static_cast<std::size_t>(kMaxMetadataDepth)) {
            return refuse(ErrorCode::Corrupt,
                          fmt::format("it nests more than {} levels deep", kMaxMetadataDepth));
        }
        Metadata* const added = insert(std::move(container));
        m_levels.emplace_back();
        m_levels.back().container = added;
        return true;
    }

    bool close() {
        m_levels.pop_back();
        return true;
    }

    std::vector<Level> m_levels;
};

} // namespace

Result<std::vector<std::byte>> packMetadata(const Metadata& value) {
    MetadataPacker packer;
    packer.pack(value, 0);
    if (!packer.problem.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The metadata cannot be written: {}.", packer.problem));
    }
    return std::move(packer.sink.bytes);
}

Result<Metadata> unpackMetadata(std::span<const std::byte> bytes) {
    MetadataBuilder builder;
    std::size_t used = 0;
    const bool parsed =
        msgpack::parse(reinterpret_cast<const char*>(bytes.data()), bytes.size(), used, builder);
    if (!parsed || builder.error) {
        // msgpack does not report every kind of damage to its visitor.
        builder.parse_error(used, used);
        builder.error->offset = used;
        return fail(std::move(*builder.error));
    }
    if (used != bytes.size()) {
        return fail(
            Error{ErrorCode::Corrupt, "The metadata cannot be read: bytes follow its end.", used});
    }
    return std::move(builder.root);
}

} // namespace tessera::token
