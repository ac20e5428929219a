#include "core/zoo/script_file.h"

#include "core/zoo/readable_text.h"

#include <c10/util/Exception.h>
#include <caffe2/serialize/read_adapter_interface.h>
#include <torch/csrc/jit/serialization/import.h>
#include <torch/version.h>

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include <malloc.h>

namespace tessera::zoo {

namespace {

// The text between two marks, or nothing.
std::string between(const std::string& text, std::string_view first, std::string_view last) {
    const auto begin = text.find(first);
    if (begin == std::string::npos) {
        return {};
    }
    const auto from = begin + first.size();
    return text.substr(from, text.find_first_of(last, from) - from);
}

// `torch/nn/functional.py, line 12` from a message that shows source code.
std::string placeIn(const std::string& text) {
    const auto file = between(text, "File \"", "\"");
    const auto line = between(text, "\", line ", ",\n ");
    return file.empty() ? std::string() : fmt::format(" ({}, line {})", file, line);
}

Error loadError(const std::string& text, const ScriptArchive& archive, const std::string& title) {
    const auto wayOut = fmt::format(
        "It was written by {}, this program has LibTorch {}: export the network again with PyTorch "
        "{}, or with torch.jit.trace",
        archive.exporter, TORCH_VERSION, TORCH_VERSION);
    const auto unknown = between(text, "Unknown builtin op: ", "\n ");
    if (!unknown.empty()) {
        auto name = unknown;
        while (!name.empty() && (name.back() == '.' || name.back() == ',')) {
            name.pop_back();
        }
        return {ErrorCode::Unsupported,
                fmt::format("{} uses the operator '{}'{}, which is not known here. {}", title, name,
                            placeIn(text), wayOut),
                std::nullopt};
    }
    for (const char* sign :
         {"Arguments for call are not valid", "Unknown type name", "is not supported",
          "Unknown keyword argument", "Expected at most", "unknown operator"}) {
        if (text.find(sign) != std::string::npos) {
            return {ErrorCode::Unsupported,
                    fmt::format("{} cannot be compiled here{}: {}. {}", title, placeIn(text),
                                text.substr(0, text.find('\n')), wayOut),
                    std::nullopt};
        }
    }
    return {ErrorCode::Corrupt,
            fmt::format("{} cannot be loaded: {}", title, text.substr(0, text.find('\n'))),
            std::nullopt};
}

// Where a tensor lies and how.
struct Extent {
    const void* memory = nullptr;
    std::int64_t offset = 0;
    at::ScalarType type = at::kFloat;
    std::vector<std::int64_t> sizes, strides;
    friend bool operator<(const Extent& a, const Extent& b) {
        return std::tie(a.memory, a.offset, a.type, a.sizes, a.strides) <
               std::tie(b.memory, b.offset, b.type, b.sizes, b.strides);
    }
};

// Tensors of one place become one tensor, so that tied weights stay tied when they learn; tensors
// that only share memory get their own, so that each can be copied alone.
void separate(const torch::jit::Module& module) {
    const torch::NoGradGuard noGrad;
    std::map<Extent, at::Tensor> tensors;
    std::map<const void*, std::size_t> owners;
    for (auto part : module.modules()) {
        const auto type = part.type();
        for (std::size_t slot = 0; slot < type->numAttributes(); ++slot) {
            const auto name = type->getAttributeName(slot);
            const auto value = part.attr(name);
            if (!value.isTensor() || !value.toTensor().defined()) {
                continue;
            }
            auto tensor = value.toTensor();
            const void* memory = tensor.storage().data();
            const Extent extent{memory, tensor.storage_offset(), tensor.scalar_type(),
                                tensor.sizes().vec(), tensor.strides().vec()};
            const auto known = tensors.find(extent);
            if (known != tensors.end() && memory != nullptr) {
                part.setattr(name, known->second);
                continue;
            }
            if (owners[memory]++ > 0 && memory != nullptr) {
                const bool learns = tensor.requires_grad();
                tensor = tensor.clone();
                tensor.set_requires_grad(learns);
                part.setattr(name, tensor);
            }
            tensors.emplace(extent, tensor);
        }
    }
}

Result<void> checkTensors(const torch::jit::Module& module) {
    Result<void> result;
    module._ivalue()->type(); // throws if there is no object at all
    const torch::jit::IValue root(module._ivalue());
    root.visit([&](const torch::jit::IValue& value) {
        if (result && value.isTensor() && value.toTensor().defined()) {
            result = checkTensor(value.toTensor());
        }
        return !result.has_value();
    });
    return result;
}

} // namespace

std::string shortMessage(const std::exception& error) {
    const auto* known = dynamic_cast<const c10::Error*>(&error);
    std::string text = known != nullptr ? known->what_without_backtrace() : error.what();
    // The interpreter puts its trace in front of what happened.
    if (const auto at = text.rfind("RuntimeError: "); at != std::string::npos) {
        text = text.substr(at + std::string_view("RuntimeError: ").size());
    }
    return readableText(text.substr(0, text.find('\n')));
}

Result<void> checkTensor(const at::Tensor& tensor) {
    if (tensor.layout() != at::kStrided || tensor.is_quantized() || !tensor.device().is_cpu() ||
        !tensor.has_storage()) {
        return fail(ErrorCode::Unsupported,
                    "the network holds sparse or quantised tensors; export it before it is "
                    "quantised");
    }
    if (tensor.numel() == 0) {
        return {};
    }
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 64;
    const auto damaged = fail(ErrorCode::Corrupt, "a tensor of the file reaches beyond its bytes; "
                                                  "the file is damaged, get it again");
    std::int64_t last = tensor.storage_offset();
    for (std::int64_t axis = 0; axis < tensor.dim(); ++axis) {
        const auto steps = tensor.size(axis) - 1;
        const auto stride = tensor.stride(axis);
        if (last < 0 || steps < 0 || stride < 0 || (stride > 0 && steps > kMost / stride) ||
            last > kMost - steps * stride) {
            return damaged;
        }
        last += steps * stride;
    }
    const auto& storage = tensor.storage();
    const auto itemSize = static_cast<std::int64_t>(tensor.element_size());
    if (last < 0 || last >= kMost / itemSize ||
        static_cast<std::size_t>((last + 1) * itemSize) > storage.nbytes() ||
        // The file says how long its storages are; this is how long they came out.
        malloc_usable_size(const_cast<void*>(storage.data())) < storage.nbytes()) {
        return damaged;
    }
    return {};
}

Result<ScriptFilePtr> loadScript(const std::filesystem::path& path, const std::stop_token& stop,
                                 const LoadProgress& progress) {
    const auto archive = readScriptArchive(path, stop, progress);
    if (!archive) {
        return fail(archive.error());
    }
    if (!*archive) {
        return ScriptFilePtr();
    }
    auto file = std::make_shared<ScriptFile>();
    file->title = readableText(path.filename().string());
    file->exporter = (*archive)->exporter;
    try {
        file->module = torch::jit::load(readerOf((*archive)->file, stop), at::Device(at::kCPU));
        if (auto good = checkTensors(file->module); !good) {
            return fail(good.error().within(file->title));
        }
        separate(file->module);
    } catch (const std::exception& error) {
        if (stop.stop_requested()) {
            return ScriptFilePtr();
        }
        const auto* known = dynamic_cast<const c10::Error*>(&error);
        auto refused = loadError(known != nullptr ? known->what_without_backtrace() : error.what(),
                                 **archive, file->title);
        refused.detail = readableText(refused.detail);
        return fail(refused);
    }
    return file;
}

} // namespace tessera::zoo
