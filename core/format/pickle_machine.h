#pragma once

#include "core/api/result.h"
#include "core/format/byte_reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// The instructions of Python's pickle language that build plain data. The ones that would import,
// call or look up something are handed to a subclass, which decides what they mean.
namespace tessera::format {

using PickleHandle = std::size_t; // position of a value in its machine

enum class PickleKind { None, Bool, Integer, Float, Text, Tuple, List, Dict, Global, External };

struct PickleValue {
    PickleKind kind = PickleKind::None;
    std::int64_t number = 0; // of an integer or bool; what a subclass likes for the last two kinds
    std::string text;
    std::vector<PickleHandle> items; // of a tuple or list; keys and values of a dict in turn
};

// A stack machine over values that live as long as it does: nothing owns anything else, so a
// container inside itself is harmless, and nothing recurses. Lives for one pickle, on one thread.
class PickleMachine {
public:
    explicit PickleMachine(std::span<const std::byte> pickle) : m_reader(pickle) {}
    virtual ~PickleMachine() = default;

    // Runs to the end and gives the one value that is left. Corrupt: damaged; Unsupported: an
    // instruction that is not allowed, or what the subclass refuses.
    [[nodiscard]] Result<PickleHandle> run();

    [[nodiscard]] const PickleValue& value(PickleHandle handle) const { return m_values[handle]; }

protected:
    // GLOBAL: `name` is "module.name". BINPERSID: `id` stands for something outside the pickle.
    // REDUCE: a call. Each returns the value to push, or calls refuse() and returns anything.
    virtual PickleHandle global(const std::string& name) = 0;
    virtual PickleHandle persistent(const PickleValue& id) = 0;
    virtual PickleHandle reduce(const PickleValue& function, const PickleValue& arguments) = 0;

    // References to values do not survive this.
    PickleHandle add(PickleValue value);

    void refuse(ErrorCode code, std::string sentence);
    void damaged(std::string_view what);

private:
    void execute(std::uint8_t opcode);
    void executeContainer(std::uint8_t opcode);
    void push(PickleHandle handle);
    void pushValue(PickleKind kind, std::int64_t number = 0);
    void pushTuple(std::vector<PickleHandle> items);
    template <class T>
    void pushInteger(std::optional<T> number);
    void pushText(std::uint64_t length);
    void pushLong();
    void pushGlobal();
    void pushMark();
    void putMemo(std::optional<std::uint32_t> key);
    void getMemo(std::optional<std::uint32_t> key);
    void extend(PickleKind kind, const std::vector<PickleHandle>& items);
    void requireTop(PickleKind kind);
    std::size_t available() const;
    std::vector<PickleHandle> pop(std::size_t count);
    std::vector<PickleHandle> popToMark();
    std::string line();

    ByteReader m_reader;
    std::vector<PickleValue> m_values{PickleValue{}}; // the first stands for "nothing there"
    std::vector<PickleHandle> m_stack;
    std::vector<std::size_t> m_marks; // heights of m_stack
    std::unordered_map<std::uint32_t, PickleHandle> m_memo;
    std::optional<Error> m_error;
};

} // namespace tessera::format
