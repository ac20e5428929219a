#include "core/format/pickle_machine.h"

#include "core/format/utf8.h"

#include <fmt/format.h>

#include <bit>
#include <limits>
#include <utility>

namespace tessera::format {

namespace {

constexpr std::size_t kMaxValues = 2'000'000; // also of the stack, the marks and the memo
constexpr std::size_t kMaxNameBytes = 256;
constexpr std::size_t kMaxTextBytes = 65536;
constexpr std::uint32_t kNoLength = std::numeric_limits<std::uint32_t>::max();

} // namespace

Result<PickleHandle> PickleMachine::run() {
    bool stopped = false;
    while (!stopped && !m_error) {
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
    if (m_error) {
        m_error->offset = m_reader.offset();
        return fail(*m_error);
    }
    return m_stack.front();
}

PickleHandle PickleMachine::add(PickleValue value) {
    if (m_values.size() > kMaxValues) {
        refuse(ErrorCode::Unsupported, "The pickle holds too many values to be a state dict.");
        return 0;
    }
    m_values.push_back(std::move(value));
    return m_values.size() - 1;
}

// The first error counts; those that follow come from it.
void PickleMachine::refuse(ErrorCode code, std::string sentence) {
    if (!m_error) {
        m_error = Error{code, std::move(sentence), std::nullopt};
    }
}

void PickleMachine::damaged(std::string_view what) {
    refuse(ErrorCode::Corrupt, fmt::format("The pickle is damaged: {}; get the file again.", what));
}

// Opcodes by their letters in Python's pickle module.
void PickleMachine::execute(std::uint8_t opcode) {
    switch (opcode) {
    case 0x80: // PROTO
        if (const auto version = m_reader.u8(); !version || *version < 2 || *version > 5) {
            damaged("its version is unknown");
        }
        return;
    case 'N':
        return pushValue(PickleKind::None);
    case 0x88: // NEWTRUE
    case 0x89: // NEWFALSE
        return pushValue(PickleKind::Bool, opcode == 0x88 ? 1 : 0);
    case 'K':
        return pushInteger(m_reader.u8());
    case 'M':
        return pushInteger(m_reader.u16());
    case 'J':
        return pushInteger(m_reader.i32());
    case 0x8A: // LONG1
        return pushLong();
    case 'G': // the number is not needed, only its place
        return m_reader.bytes(8) ? pushValue(PickleKind::Float) : damaged("it ends too early");
    case 'X':
        return pushText(m_reader.u32().value_or(kNoLength));
    case 'U':
        return pushText(m_reader.u8().value_or(std::numeric_limits<std::uint8_t>::max()));
    case 'q':
        return putMemo(m_reader.u8());
    case 'r':
        return putMemo(m_reader.u32());
    case 'h':
        return getMemo(m_reader.u8());
    case 'j':
        return getMemo(m_reader.u32());
    default:
        return executeContainer(opcode);
    }
}

void PickleMachine::executeContainer(std::uint8_t opcode) {
    switch (opcode) {
    case '(':
        return pushMark();
    case ')':
        return pushTuple({});
    case ']':
        return pushValue(PickleKind::List);
    case '}':
        return pushValue(PickleKind::Dict);
    case 't':
        return pushTuple(popToMark());
    case 0x85: // TUPLE1 to TUPLE3
    case 0x86:
    case 0x87:
        return pushTuple(pop(opcode - 0x84U));
    case 'a':
        return extend(PickleKind::List, pop(1));
    case 'e':
        return extend(PickleKind::List, popToMark());
    case 's':
        return extend(PickleKind::Dict, pop(2));
    case 'u':
        return extend(PickleKind::Dict, popToMark());
    case 'c':
        return pushGlobal();
    case 'Q':
        return push(persistent(m_values[pop(1)[0]]));
    case 'R': {
        const auto call = pop(2);
        return push(reduce(m_values[call[0]], m_values[call[1]]));
    }
    case 'b': // BUILD: the state of an OrderedDict is bookkeeping that is not needed
        pop(1);
        return requireTop(PickleKind::Dict);
    default:
        refuse(ErrorCode::Unsupported,
               fmt::format("The pickle uses the instruction 0x{:02x}, which a state dict does not "
                           "need; save it again with torch.save(model.state_dict(), path).",
                           opcode));
    }
}

void PickleMachine::push(PickleHandle handle) {
    if (m_stack.size() >= kMaxValues) {
        return damaged("its stack grows too high");
    }
    m_stack.push_back(handle);
}

void PickleMachine::pushValue(PickleKind kind, std::int64_t number) {
    push(add({kind, number, {}, {}}));
}

void PickleMachine::pushTuple(std::vector<PickleHandle> items) {
    push(add({PickleKind::Tuple, 0, {}, std::move(items)}));
}

template <class T>
void PickleMachine::pushInteger(std::optional<T> number) {
    if (!number) {
        return damaged("it ends too early");
    }
    pushValue(PickleKind::Integer, static_cast<std::int64_t>(*number));
}

void PickleMachine::pushText(std::uint64_t length) {
    const auto text = length <= kMaxTextBytes ? m_reader.text(length) : std::nullopt;
    if (!text || !isUtf8(*text)) {
        return damaged("a text is cut short, too long or not UTF-8");
    }
    push(add({PickleKind::Text, 0, std::string(*text), {}}));
}

// A number of n bytes in two's complement; more than 8 never occur in a state dict.
void PickleMachine::pushLong() {
    const auto bytes = m_reader.bytes(m_reader.u8().value_or(255));
    if (!bytes || bytes->size() > 8) {
        return damaged("a whole number is cut short or too large");
    }
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < bytes->size(); ++i) {
        number |= std::to_integer<std::uint64_t>((*bytes)[i]) << (8 * i);
    }
    const std::size_t bits = 8 * bytes->size();
    if (bits > 0 && bits < 64 && (number >> (bits - 1)) != 0) {
        number |= ~std::uint64_t{0} << bits;
    }
    pushValue(PickleKind::Integer, std::bit_cast<std::int64_t>(number));
}

void PickleMachine::pushGlobal() {
    const std::string module = line();
    const std::string name = line();
    if (!m_error) {
        push(global(fmt::format("{}.{}", module, name)));
    }
}

void PickleMachine::pushMark() {
    if (m_marks.size() >= kMaxValues) {
        return damaged("it nests too deeply");
    }
    m_marks.push_back(m_stack.size());
}

void PickleMachine::putMemo(std::optional<std::uint32_t> key) {
    if (!key || available() == 0 || m_memo.size() >= kMaxValues) {
        return damaged("there is nothing to remember");
    }
    m_memo[*key] = m_stack.back();
}

void PickleMachine::getMemo(std::optional<std::uint32_t> key) {
    const auto found = key ? m_memo.find(*key) : m_memo.end();
    if (found == m_memo.end()) {
        return damaged("it refers to a value that was never remembered");
    }
    push(found->second);
}

void PickleMachine::extend(PickleKind kind, const std::vector<PickleHandle>& items) {
    requireTop(kind);
    if (kind == PickleKind::Dict && items.size() % 2 != 0) {
        damaged("a dictionary has a key without a value");
    }
    if (!m_error) {
        auto& container = m_values[m_stack.back()].items;
        container.insert(container.end(), items.begin(), items.end());
    }
}

void PickleMachine::requireTop(PickleKind kind) {
    if (available() == 0 || m_values[m_stack.back()].kind != kind) {
        damaged("a list or dictionary is missing");
    }
}

// Values above the innermost mark.
std::size_t PickleMachine::available() const {
    return m_stack.size() - (m_marks.empty() ? 0 : m_marks.back());
}

std::vector<PickleHandle> PickleMachine::pop(std::size_t count) {
    if (available() < count) {
        damaged("it takes more values than there are");
        return std::vector<PickleHandle>(count, 0);
    }
    const auto first = m_stack.end() - static_cast<std::ptrdiff_t>(count);
    std::vector<PickleHandle> taken(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    return taken;
}

std::vector<PickleHandle> PickleMachine::popToMark() {
    if (m_marks.empty()) {
        damaged("a mark is missing");
        return {};
    }
    auto taken = pop(available());
    m_marks.pop_back();
    return taken;
}

std::string PickleMachine::line() {
    std::string text;
    while (text.size() <= kMaxNameBytes) {
        const auto byte = m_reader.u8();
        if (!byte) {
            break;
        }
        if (*byte == '\n') {
            return text;
        }
        text += static_cast<char>(*byte);
    }
    damaged("a name does not end");
    return {};
}

} // namespace tessera::format
