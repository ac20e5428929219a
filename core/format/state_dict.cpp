#include "core/format/state_dict.h"

#include "core/format/file_io.h"
#include "core/format/restricted_pickle.h"
#include "core/format/zip_archive.h"

#include <fmt/format.h>

#include <cstring>
#include <map>
#include <string_view>
#include <utility>

namespace tessera::format {

namespace {

constexpr std::uint64_t kMaxStateDictBytes = std::uint64_t{16} << 30U;
constexpr std::uint64_t kMaxPickleBytes = std::uint64_t{64} << 20U;
constexpr std::uint64_t kMaxSharing = 32; // results may be this much larger than the file
constexpr std::string_view kPickleName = "/data.pkl";

tl::unexpected<Error> corruptStateDict(std::string detail) {
    return fail(ErrorCode::Corrupt, std::move(detail));
}

// "NAME/" from the one record "NAME/data.pkl".
Result<std::string> findRoot(const ZipArchive& archive) {
    for (const std::string& name : archive.names()) {
        if (name.ends_with(kPickleName) && name.find('/') == name.size() - kPickleName.size()) {
            std::string root = name.substr(0, name.size() - kPickleName.size() + 1);
            if (archive.contains(root + "constants.pkl")) {
                return fail(ErrorCode::Unsupported,
                            "This is a TorchScript network, not a state dict.");
            }
            return root;
        }
    }
    return fail(ErrorCode::Unsupported,
                "This zip archive was not written by torch.save(): it has no data.pkl.");
}

Result<void> checkByteOrder(const ZipArchive& archive, const std::string& root) {
    const std::string name = root + "byteorder";
    if (!archive.contains(name)) {
        return {};
    }
    const auto bytes = archive.read(name, 16);
    if (!bytes) {
        return fail(bytes.error());
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    if (text != "little") {
        return fail(ErrorCode::Unsupported,
                    "The state dict is not little-endian; save it again on a common processor.");
    }
    return {};
}

// The last element lies inside the storage: offset + sum over d of (shape_d - 1) * stride_d.
bool fits(const PickledTensor& tensor, std::uint64_t elements) {
    auto left = static_cast<std::uint64_t>(tensor.offset);
    if (left >= elements) {
        return false;
    }
    left = elements - 1 - left;
    for (std::size_t d = 0; d < tensor.shape.size(); ++d) {
        const auto steps = static_cast<std::uint64_t>(tensor.shape[d]) - 1;
        const auto stride = static_cast<std::uint64_t>(tensor.strides[d]);
        if (stride != 0 && steps > left / stride) {
            return false;
        }
        left -= steps * stride;
    }
    return true;
}

bool isContiguous(const PickledTensor& tensor) {
    std::int64_t expected = 1;
    for (std::size_t d = tensor.shape.size(); d-- > 0;) {
        if (tensor.shape[d] != 1 && tensor.strides[d] != expected) {
            return false;
        }
        expected *= tensor.shape[d];
    }
    return true;
}

// Copies the elements in row-major order. `bytes` has the size of the result; fits() holds.
void gather(const PickledTensor& tensor, std::span<const std::byte> storage,
            std::vector<std::byte>& bytes) {
    const std::size_t size = itemSize(tensor.dtype);
    const std::byte* source = storage.data() + static_cast<std::size_t>(tensor.offset) * size;
    if (isContiguous(tensor)) {
        std::memcpy(bytes.data(), source, bytes.size());
        return;
    }
    std::vector<std::int64_t> index(tensor.shape.size(), 0);
    std::size_t position = 0; // in elements from `source`
    for (std::size_t written = 0; written < bytes.size(); written += size) {
        std::memcpy(bytes.data() + written, source + position * size, size);
        for (std::size_t d = index.size(); d-- > 0;) {
            const auto stride = static_cast<std::size_t>(tensor.strides[d]);
            if (++index[d] < tensor.shape[d]) {
                position += stride;
                break;
            }
            position -= static_cast<std::size_t>(tensor.shape[d] - 1) * stride;
            index[d] = 0;
        }
    }
}

// Turns the tensors of a pickle into arrays; reads each storage once. Lives for one file.
class Assembler {
public:
    Assembler(const ZipArchive& archive, std::string root, std::uint64_t fileBytes)
        : m_archive(archive), m_root(std::move(root)), m_fileBytes(fileBytes) {}

    Result<NamedArray> assemble(const PickledTensor& tensor) {
        const auto size = byteCount(tensor.dtype, tensor.shape);
        if (!size || *size > m_fileBytes * kMaxSharing - m_resultBytes) {
            return corruptStateDict(
                fmt::format("The tensor '{}' of the state dict is larger than its file "
                            "can hold.",
                            tensor.name));
        }
        const auto storage = findStorage(tensor.storage);
        if (!storage) {
            return fail(storage.error().within(fmt::format("Tensor '{}'", tensor.name)));
        }
        const std::size_t item = itemSize(tensor.dtype);
        const std::uint64_t elements = (*storage)->size() / item;
        if ((*storage)->size() % item != 0 || elements != tensor.storageElements ||
            (*size > 0 && !fits(tensor, elements))) {
            return corruptStateDict(
                fmt::format("The state dict is damaged: the tensor '{}' does not fit "
                            "its stored numbers.",
                            tensor.name));
        }
        m_resultBytes += *size;
        NamedArray array{tensor.name, tensor.dtype, tensor.shape, {}};
        array.bytes.resize(static_cast<std::size_t>(*size));
        if (*size > 0) {
            gather(tensor, **storage, array.bytes);
        }
        return array;
    }

private:
    Result<const std::vector<std::byte>*> findStorage(const std::string& key) {
        const auto known = m_storages.find(key);
        if (known != m_storages.end()) {
            return &known->second;
        }
        auto bytes = m_archive.read(m_root + "data/" + key, m_fileBytes - m_storageBytes);
        if (!bytes) {
            return fail(std::move(bytes.error()));
        }
        m_storageBytes += bytes->size();
        return &m_storages.emplace(key, std::move(*bytes)).first->second;
    }

    const ZipArchive& m_archive;
    std::string m_root;
    std::uint64_t m_fileBytes;
    std::uint64_t m_storageBytes = 0; // of all storages: at most the file
    std::uint64_t m_resultBytes = 0;
    std::map<std::string, std::vector<std::byte>> m_storages;
};

} // namespace

Result<ArrayFile> parseStateDict(std::span<const std::byte> file) {
    auto archive = ZipArchive::open(file);
    if (!archive) {
        return fail(std::move(archive.error()));
    }
    const auto root = findRoot(*archive);
    if (!root) {
        return fail(root.error());
    }
    if (const auto order = checkByteOrder(*archive, *root); !order) {
        return fail(order.error());
    }
    const auto pickle = archive->read(*root + "data.pkl", kMaxPickleBytes);
    if (!pickle) {
        return fail(pickle.error());
    }
    const auto tensors = parseStateDictPickle(*pickle);
    if (!tensors) {
        Error error = tensors.error();
        error.offset.reset(); // it counts inside the archive
        return fail(std::move(error));
    }
    Assembler assembler(*archive, *root, file.size());
    ArrayFile result;
    for (const PickledTensor& tensor : *tensors) {
        auto array = assembler.assemble(tensor);
        if (!array) {
            return fail(std::move(array.error()));
        }
        result.arrays.push_back(std::move(*array));
    }
    return result;
}

Result<ArrayFile> readStateDict(const std::filesystem::path& path) {
    const auto bytes = readFile(path, kMaxStateDictBytes);
    if (!bytes) {
        return fail(bytes.error());
    }
    auto file = parseStateDict(*bytes);
    if (!file) {
        return fail(file.error().within(path.string()));
    }
    return file;
}

} // namespace tessera::format
