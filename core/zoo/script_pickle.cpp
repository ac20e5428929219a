#include "core/zoo/script_pickle.h"

#include "core/format/byte_reader.h"
#include "core/format/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tessera::zoo {

namespace {

constexpr std::uint32_t kMaxDepth = 1000;
constexpr std::size_t kMaxValues = 8'000'000;
constexpr std::size_t kMemoGap = 4096; // numbers are given out in order
constexpr std::size_t kMaxName = 4096;

class Checker {
public:
    explicit Checker(std::span<const std::byte> pickle) : m_reader(pickle) {}

    Result<void> run() {
        bool stopped = false;
        while (!m_error && !stopped) {
            const auto opcode = m_reader.u8();
            if (!opcode) {
                damaged("it ends too early");
            } else if (*opcode == '.') {
                stopped = true;
            } else {
                execute(*opcode);
            }
        }
        if (!m_error && (m_stack.size() != 1 || !m_marks.empty())) {
            damaged("it leaves values behind");
        }
        return m_error ? Result<void>(fail(*m_error)) : Result<void>();
    }

private:
    using Depth = std::uint32_t; // of the value: how far it is nested

    void damaged(const char* what) {
        if (!m_error) {
            m_error = Error{ErrorCode::Corrupt,
                            fmt::format("the pickle is damaged: {}; get the file again", what),
                            m_reader.offset()};
        }
    }

    void refuse(std::string what) {
        if (!m_error) {
            m_error = Error{ErrorCode::Unsupported, std::move(what), m_reader.offset()};
        }
    }

    void push(Depth depth) {
        if (depth > kMaxDepth) {
            refuse("the pickle nests values more deeply than any network does");
        } else if (m_stack.size() >= kMaxValues) {
            refuse("the pickle holds more values than any network has");
        } else {
            m_stack.push_back(depth);
        }
    }

    [[nodiscard]] std::size_t available() const {
        return m_stack.size() - (m_marks.empty() ? 0 : m_marks.back());
    }

    // The depth of the deepest of the values taken.
    Depth pop(std::size_t count) {
        if (available() < count) {
            damaged("it takes more values than there are");
            return 0;
        }
        Depth deepest = 0;
        for (std::size_t i = 0; i < count; ++i) {
            deepest = std::max(deepest, m_stack.back());
            m_stack.pop_back();
        }
        return deepest;
    }

    Depth popToMark(std::size_t& count) {
        if (m_marks.empty()) {
            damaged("a mark is missing");
            count = 0;
            return 0;
        }
        count = available();
        const auto deepest = pop(count);
        m_marks.pop_back();
        return deepest;
    }

    void join(std::size_t count) { push(pop(count) + 1); }

    // Puts values into the container below them.
    void into(Depth deepest) {
        if (available() < 1) {
            return damaged("a list or dictionary is missing");
        }
        m_stack.back() = std::max(m_stack.back(), deepest + 1);
        if (m_stack.back() > kMaxDepth) {
            refuse("the pickle nests values more deeply than any network does");
        }
    }

    template <class T>
    void number(std::optional<T> value) {
        value ? push(0) : damaged("it ends too early");
    }

    void memorise(std::optional<std::uint32_t> key) {
        if (!key || available() < 1) {
            return damaged("there is nothing to remember");
        }
        if (*key >= m_memo.size()) {
            if (*key > m_memo.size() + kMemoGap || *key >= kMaxValues) {
                return damaged("a number to remember is out of order");
            }
            m_memo.resize(*key + std::size_t{1});
        }
        m_memo[*key] = m_stack.back();
    }

    void recall(std::optional<std::uint32_t> key) {
        if (!key || *key >= m_memo.size() || !m_memo[*key]) {
            return damaged("it refers to a value that was never remembered");
        }
        push(*m_memo[*key]);
    }

    void skipLine() {
        for (std::size_t i = 0; i < kMaxName; ++i) {
            const auto byte = m_reader.u8();
            if (!byte) {
                break;
            }
            if (*byte == '\n') {
                return;
            }
        }
        damaged("a name does not end");
    }

    void execute(std::uint8_t opcode);
    void executeContainer(std::uint8_t opcode);

    format::ByteReader m_reader;
    std::vector<Depth> m_stack;
    std::vector<std::size_t> m_marks;
    std::vector<std::optional<Depth>> m_memo;
    std::optional<Error> m_error;
};

// Opcodes by their letters in Python's pickle module.
void Checker::execute(std::uint8_t opcode) {
    switch (opcode) {
    case 0x80: // PROTO
        return m_reader.u8() ? void() : damaged("it ends too early");
    case 'N':
    case 0x88: // NEWTRUE
    case 0x89: // NEWFALSE
        return push(0);
    case 'K':
        return number(m_reader.u8());
    case 'M':
        return number(m_reader.u16());
    case 'J':
        return number(m_reader.u32());
    case 'G':
        return number(m_reader.u64());
    case 0x8A: { // LONG1
        const auto length = m_reader.u8();
        return length && *length <= 8 && m_reader.bytes(*length)
                   ? push(0)
                   : damaged("a whole number is cut short or too large");
    }
    case 'X': {
        const auto length = m_reader.u32();
        const auto text = length ? m_reader.text(*length) : std::nullopt;
        return text && format::isUtf8(*text) ? push(0)
                                             : damaged("a text is cut short or not UTF-8");
    }
    case 'q':
        return memorise(m_reader.u8());
    case 'r':
        return memorise(m_reader.u32());
    case 'h':
        return recall(m_reader.u8());
    case 'j':
        return recall(m_reader.u32());
    case 'c':
        skipLine();
        skipLine();
        return push(0);
    default:
        return executeContainer(opcode);
    }
}

void Checker::executeContainer(std::uint8_t opcode) {
    std::size_t count = 0;
    switch (opcode) {
    case ']':
    case '}':
    case ')':
        return push(1);
    case '(':
        return m_marks.size() < kMaxDepth ? m_marks.push_back(m_stack.size())
                                          : refuse("the pickle nests too deeply");
    case 't':
    case 'l': {
        const auto deepest = popToMark(count);
        return push(deepest + 1);
    }
    case 0x85: // TUPLE1 to TUPLE3
    case 0x86:
    case 0x87:
        return join(opcode - 0x84U);
    case 'a':
        return into(pop(1));
    case 's':
        return into(pop(2));
    case 'e':
        return into(popToMark(count));
    case 'u': {
        const auto deepest = popToMark(count);
        return count % 2 == 0 ? into(deepest) : damaged("a dictionary has a key without a value");
    }
    case 'Q': // BINPERSID
        return join(1);
    case 0x81: // NEWOBJ: the class stays
        pop(1);
        return available() >= 1 ? void() : damaged("a class is missing");
    case 'R':
    case 'b':
        return join(2);
    default:
        refuse(fmt::format("the pickle uses the instruction 0x{:02x}, which TorchScript does not "
                           "write",
                           opcode));
    }
}

} // namespace

Result<void> checkScriptPickle(std::span<const std::byte> pickle) {
    return Checker(pickle).run();
}

} // namespace tessera::zoo
