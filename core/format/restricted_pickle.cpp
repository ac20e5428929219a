#include "core/format/restricted_pickle.h"

#include "core/format/pickle_machine.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace tessera::format {

namespace {

constexpr std::size_t kMaxDimensions = 64;
constexpr std::size_t kMaxStorageDigits = 18;
constexpr std::size_t kMaxTensors = 250'000;
constexpr std::size_t kMaxAllDimensions = 1'000'000; // of all of them together

enum class Callable { OrderedDict, RebuildTensor, RebuildParameter, StorageType };

struct Global {
    std::string_view name;
    Callable callable;
    DType dtype = DType::F32; // of a storage type
};

constexpr std::array<Global, 13> kGlobals = {{
    {"collections.OrderedDict", Callable::OrderedDict},
    {"torch._utils._rebuild_tensor_v2", Callable::RebuildTensor},
    {"torch._utils._rebuild_parameter", Callable::RebuildParameter},
    {"torch.DoubleStorage", Callable::StorageType, DType::F64},
    {"torch.FloatStorage", Callable::StorageType, DType::F32},
    {"torch.HalfStorage", Callable::StorageType, DType::F16},
    {"torch.BFloat16Storage", Callable::StorageType, DType::BF16},
    {"torch.LongStorage", Callable::StorageType, DType::I64},
    {"torch.IntStorage", Callable::StorageType, DType::I32},
    {"torch.ShortStorage", Callable::StorageType, DType::I16},
    {"torch.CharStorage", Callable::StorageType, DType::I8},
    {"torch.ByteStorage", Callable::StorageType, DType::U8},
    {"torch.BoolStorage", Callable::StorageType, DType::Bool},
}};

bool isStorageKey(std::string_view text) {
    return !text.empty() && text.size() <= kMaxStorageDigits &&
           std::all_of(text.begin(), text.end(),
                       [](char letter) { return letter >= '0' && letter <= '9'; });
}

// What a list of tensors takes. Its own limit, since a few bytes of a pickle can ask once more for
// a tensor with many dimensions.
class TensorCount {
public:
    [[nodiscard]] bool add(std::size_t dimensions) {
        m_dimensions += dimensions;
        return ++m_tensors <= kMaxTensors && m_dimensions <= kMaxAllDimensions;
    }
    [[nodiscard]] static Error tooMany() {
        return {ErrorCode::Unsupported,
                "The pickle describes more tensors than any state dict has; save only "
                "model.state_dict().",
                std::nullopt};
    }

private:
    std::size_t m_tensors = 0;
    std::size_t m_dimensions = 0;
};

// Gives the names of a state dict their meaning. An External value is a storage or a tensor; its
// number is the position in m_storages, or ~position in m_tensors. Lives for one pickle.
class StateDictMachine final : public PickleMachine {
public:
    using PickleMachine::PickleMachine;

    [[nodiscard]] const PickledTensor* tensor(const PickleValue& value) const {
        return value.kind == PickleKind::External && value.number < 0
                   ? &m_tensors[static_cast<std::size_t>(~value.number)]
                   : nullptr;
    }

private:
    PickleHandle global(const std::string& name) override {
        for (std::size_t i = 0; i < kGlobals.size(); ++i) {
            if (kGlobals[i].name == name) {
                return add({PickleKind::Global, static_cast<std::int64_t>(i), {}, {}});
            }
        }
        const bool readable = std::all_of(name.begin(), name.end(),
                                          [](char letter) { return letter > ' ' && letter < 127; });
        refuse(ErrorCode::Unsupported,
               fmt::format("The file asks for '{}', which a state dict does not need and which is "
                           "not allowed; save only model.state_dict().",
                           readable ? name : "an unreadable name"));
        return 0;
    }

    // ('storage', storage type, key, device, number of elements)
    PickleHandle persistent(const PickleValue& id) override {
        if (id.kind == PickleKind::Tuple && id.items.size() == 5) {
            const PickleValue& word = value(id.items[0]);
            const Global* type = globalOf(value(id.items[1]));
            const PickleValue& key = value(id.items[2]);
            const PickleValue& elements = value(id.items[4]);
            if (word.kind == PickleKind::Text && word.text == "storage" && type != nullptr &&
                type->callable == Callable::StorageType && key.kind == PickleKind::Text &&
                isStorageKey(key.text) && elements.kind == PickleKind::Integer &&
                elements.number >= 0) {
                if (!m_storageCount.add(0)) {
                    return refuseTooMany();
                }
                PickledTensor storage;
                storage.dtype = type->dtype;
                storage.storage = key.text;
                storage.storageElements = static_cast<std::uint64_t>(elements.number);
                m_storages.push_back(std::move(storage));
                return add({PickleKind::External,
                            static_cast<std::int64_t>(m_storages.size() - 1),
                            {},
                            {}});
            }
        }
        damaged("a reference to a storage is not understood");
        return 0;
    }

    PickleHandle reduce(const PickleValue& function, const PickleValue& arguments) override {
        const Global* callee = globalOf(function);
        if (callee != nullptr && arguments.kind == PickleKind::Tuple) {
            const auto& items = arguments.items;
            if (callee->callable == Callable::OrderedDict && items.empty()) {
                return add({PickleKind::Dict, 0, {}, {}});
            }
            if (callee->callable == Callable::RebuildTensor) {
                return rebuildTensor(items);
            }
            if (callee->callable == Callable::RebuildParameter && !items.empty() &&
                tensor(value(items[0])) != nullptr) {
                return items[0];
            }
        }
        damaged("a call is not understood");
        return 0;
    }

    // (storage, offset, shape, strides, requires_grad, hooks[, metadata])
    PickleHandle rebuildTensor(const std::vector<PickleHandle>& arguments) {
        if (arguments.size() >= 4) {
            const PickleValue& storage = value(arguments[0]);
            const PickleValue& offset = value(arguments[1]);
            if (storage.kind == PickleKind::External && storage.number >= 0 &&
                offset.kind == PickleKind::Integer && offset.number >= 0) {
                PickledTensor tensor = m_storages[static_cast<std::size_t>(storage.number)];
                tensor.offset = offset.number;
                if (integers(arguments[2], tensor.shape) &&
                    integers(arguments[3], tensor.strides) &&
                    tensor.shape.size() == tensor.strides.size()) {
                    if (!m_tensorCount.add(tensor.shape.size())) {
                        return refuseTooMany();
                    }
                    m_tensors.push_back(std::move(tensor));
                    return add({PickleKind::External,
                                ~static_cast<std::int64_t>(m_tensors.size() - 1),
                                {},
                                {}});
                }
            }
        }
        damaged("the description of a tensor is not understood");
        return 0;
    }

    PickleHandle refuseTooMany() {
        const Error error = TensorCount::tooMany();
        refuse(error.code, error.detail);
        return 0;
    }

    // The items of a tuple, if they are whole numbers of at least 0.
    bool integers(PickleHandle handle, std::vector<std::int64_t>& result) const {
        const PickleValue& tuple = value(handle);
        if (tuple.kind != PickleKind::Tuple || tuple.items.size() > kMaxDimensions) {
            return false;
        }
        for (const PickleHandle item : tuple.items) {
            if (value(item).kind != PickleKind::Integer || value(item).number < 0) {
                return false;
            }
            result.push_back(value(item).number);
        }
        return true;
    }

    static const Global* globalOf(const PickleValue& value) {
        return value.kind == PickleKind::Global ? &kGlobals[static_cast<std::size_t>(value.number)]
                                                : nullptr;
    }

    std::vector<PickledTensor> m_storages; // only the fields about the storage are set
    std::vector<PickledTensor> m_tensors;
    TensorCount m_storageCount;
    TensorCount m_tensorCount;
};

} // namespace

Result<std::vector<PickledTensor>> parseStateDictPickle(std::span<const std::byte> pickle) {
    StateDictMachine machine(pickle);
    const auto root = machine.run();
    if (!root) {
        return fail(root.error());
    }
    const PickleValue& dict = machine.value(*root);
    if (dict.kind != PickleKind::Dict) {
        return fail(ErrorCode::Unsupported,
                    "The file holds something other than a dictionary of tensors; save it again "
                    "with torch.save(model.state_dict(), path).");
    }
    std::vector<PickledTensor> tensors;
    std::unordered_set<std::string_view> names;
    TensorCount count;
    for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
        const PickleValue& name = machine.value(dict.items[i]);
        const PickledTensor* tensor = machine.tensor(machine.value(dict.items[i + 1]));
        if (name.kind != PickleKind::Text || tensor == nullptr) {
            return fail(ErrorCode::Unsupported,
                        fmt::format("The entry '{}' of the file is not a tensor; save only "
                                    "model.state_dict().",
                                    name.text));
        }
        if (!names.insert(name.text).second) {
            return fail(
                ErrorCode::Corrupt,
                fmt::format("The state dict is damaged: the name '{}' appears twice.", name.text));
        }
        if (!count.add(tensor->shape.size())) {
            return fail(TensorCount::tooMany());
        }
        tensors.push_back(*tensor);
        tensors.back().name = name.text;
    }
    return tensors;
}

} // namespace tessera::format
