#pragma once

#include "core/api/ids.h"
#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <typeindex>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

// Values as bytes, between two processes of the same program: numbers as they lie in memory, lists
// with their length in front. Not a file format. A pair of classes with the same calls, so that one
// list of members (wire_values.h) serves both; each lives on one thread.
namespace tessera::remote {

// The highest enumerator of an enum that travels; wire_values.h has one for each.
template <class Enum>
inline constexpr Enum kHighest = Enum::NoHighestEnumeratorIsKnown;

// Objects that several messages share (the source's rows in every snapshot of a run): each is sent
// once, and is one object on the other side too. Bound to one conversation.
struct SharedObject {
    std::shared_ptr<const void> object;
    std::type_index type;
};
using SharedObjects = std::vector<SharedObject>;

// Whether MessagePack nests no deeper than any metadata of ours.
[[nodiscard]] bool isShallow(const std::string& msgpack);

class WireWriter {
public:
    explicit WireWriter(SharedObjects& known) : m_known(known) {}

    template <class... T>
    void operator()(const T&... values) {
        (put(values), ...);
    }

    // Sent in full the first time, by its number later.
    template <class T>
    void shared(const std::shared_ptr<const T>& object) {
        std::uint64_t number = 0; // none
        while (object && number < m_known.size() && m_known[number].object != object) {
            ++number;
        }
        const bool isNew = object && number == m_known.size();
        put(object ? number + 1 : 0);
        if (isNew) {
            m_known.push_back({object, typeid(T)});
            put(*object);
        }
    }

    void require(bool) {} // a rule for readers

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    template <class T>
    void put(const T& value) {
        if constexpr (std::is_enum_v<T>) {
            static_assert(kHighest<T> >= T{});
            put(static_cast<std::int32_t>(value));
        } else if constexpr (std::is_arithmetic_v<T>) {
            m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
        } else {
            exchange(*this, value);
        }
    }
    void put(const std::string& text) {
        put(std::uint64_t{text.size()});
        m_bytes += text;
    }
    void put(const std::filesystem::path& path) { put(path.string()); }
    void put(const nlohmann::ordered_json& json) {
        std::string bytes;
        nlohmann::ordered_json::to_msgpack(json, bytes);
        put(bytes);
    }
    template <class Tag>
    void put(const StrongId<Tag>& id) {
        put(id.value);
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) {
            put(*value);
        }
    }
    template <class T>
    void put(const std::shared_ptr<const T>& value) {
        put(value != nullptr);
        if (value) {
            put(*value);
        }
    }
    template <class A, class B>
    void put(const std::pair<A, B>& pair) {
        put(pair.first);
        put(pair.second);
    }
    template <class T>
    void put(const std::vector<T>& list) {
        put(std::uint64_t{list.size()});
        if constexpr (std::is_arithmetic_v<T>) {
            m_bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
        } else {
            for (const auto& item : list) {
                put(item);
            }
        }
    }

    SharedObjects& m_known;
    std::string m_bytes;
};

// Believes nothing: what does not fit leaves values as they are, and good() says so.
class WireReader {
public:
    WireReader(std::span<const std::byte> bytes, SharedObjects& known)
        : m_rest(bytes), m_known(known) {}

    template <class... T>
    void operator()(T&... values) {
        (get(values), ...);
    }

    template <class T>
    void shared(std::shared_ptr<const T>& object) {
        std::uint64_t number = 0;
        get(number);
        if (!m_good || number == 0) {
            return;
        }
        if (number == m_known.size() + 1) {
            auto made = std::make_shared<T>();
            get(*made);
            object = made;
            m_known.push_back({std::move(made), typeid(T)});
        } else if (number <= m_known.size() && m_known[number - 1].type == typeid(T)) {
            object = std::static_pointer_cast<const T>(m_known[number - 1].object);
        } else {
            m_good = false;
        }
    }

    // What must hold between values that were read.
    void require(bool holds) { m_good = m_good && holds; }

    // Everything fitted, and nothing is left over.
    [[nodiscard]] bool atGoodEnd() const { return m_good && m_rest.empty(); }

private:
    template <class T>
    void get(T& value) {
        if constexpr (std::is_same_v<T, bool>) {
            std::uint8_t byte = 0;
            raw(&byte, sizeof byte);
            m_good = m_good && byte <= 1;
            value = byte == 1;
        } else if constexpr (std::is_enum_v<T>) {
            std::int32_t number = 0;
            get(number);
            m_good = m_good && number >= 0 && number <= static_cast<std::int32_t>(kHighest<T>);
            value = m_good ? static_cast<T>(number) : value;
        } else if constexpr (std::is_arithmetic_v<T>) {
            raw(&value, sizeof value);
        } else if (m_good) {
            exchange(*this, value);
        }
    }
    void get(std::string& text) {
        text.resize(count(1));
        raw(text.data(), text.size());
    }
    void get(std::filesystem::path& path) {
        std::string text;
        get(text);
        path = text;
    }
    void get(nlohmann::ordered_json& json) {
        std::string bytes;
        get(bytes);
        m_good = m_good && isShallow(bytes); // it is read recursively
        json = m_good ? nlohmann::ordered_json::from_msgpack(bytes, /*strict=*/true,
                                                             /*allow_exceptions=*/false)
                      : nlohmann::ordered_json(nlohmann::ordered_json::value_t::discarded);
        m_good = m_good && !json.is_discarded();
    }
    template <class Tag>
    void get(StrongId<Tag>& id) {
        get(id.value);
    }
    template <class T>
    void get(std::optional<T>& value) {
        bool has = false;
        get(has);
        value.reset();
        if (has && m_good) {
            get(value.emplace());
        }
    }
    template <class T>
    void get(std::shared_ptr<const T>& value) {
        bool has = false;
        get(has);
        value.reset();
        if (has && m_good) {
            auto made = std::make_shared<T>();
            get(*made);
            value = std::move(made);
        }
    }
    template <class A, class B>
    void get(std::pair<A, B>& pair) {
        get(pair.first);
        get(pair.second);
    }
    template <class T>
    void get(std::vector<T>& list) {
        list.clear();
        if constexpr (std::is_arithmetic_v<T>) {
            list.resize(count(sizeof(T)));
            raw(list.data(), list.size() * sizeof(T));
        } else {
            const auto items = count(1);
            for (std::size_t i = 0; i < items && m_good; ++i) {
                get(list.emplace_back());
            }
        }
    }

    // Of items that take at least `bytes` each; 0 if they cannot all be there.
    std::size_t count(std::size_t bytes) {
        std::uint64_t items = 0;
        get(items);
        m_good = m_good && items <= m_rest.size() / bytes;
        return m_good ? static_cast<std::size_t>(items) : 0;
    }
    void raw(void* target, std::size_t bytes) {
        m_good = m_good && bytes <= m_rest.size();
        if (m_good && bytes > 0) {
            std::memcpy(target, m_rest.data(), bytes);
            m_rest = m_rest.subspan(bytes);
        }
    }

    std::span<const std::byte> m_rest;
    SharedObjects& m_known;
    bool m_good = true;
};

} // namespace tessera::remote
