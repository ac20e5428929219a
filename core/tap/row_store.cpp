#include "core/tap/row_store.h"

#include "core/tap/row_file.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <optional>
#include <span>

namespace tessera::tap {

namespace {

constexpr std::int64_t kChunkValues = std::int64_t{1} << 20;

std::span<std::byte> bytesOf(const torch::Tensor& tensor) {
    return {static_cast<std::byte*>(tensor.data_ptr()), tensor.nbytes()};
}

} // namespace

std::int64_t chunkRows(std::int64_t width) {
    return std::max<std::int64_t>(1, kChunkValues / std::max<std::int64_t>(1, width));
}

struct RowStore::Data {
    RowShape shape;
    RowSpacePtr space;
    std::int64_t taken = 0; // bytes of the space
    std::int64_t filled = 0;
    torch::Tensor memory;
    std::optional<RowFile> file; // instead

    Data() = default;
    Data(const Data&) = delete;
    Data& operator=(const Data&) = delete;
    ~Data() {
        if (space) {
            space->m_left += taken;
        }
    }
    [[nodiscard]] std::int64_t rowBytes() const {
        return shape.width * static_cast<std::int64_t>(c10::elementSize(shape.type));
    }
};

RowStore::RowStore(const torch::Tensor& rows) {
    if (rows.defined()) {
        m_data = std::make_shared<Data>();
        m_data->memory = rows.detach();
        m_data->filled = rows.dim() > 0 ? rows.size(0) : 0;
        m_data->shape = {m_data->filled, rows.dim() == 2 ? rows.size(1) : 0, rows.scalar_type()};
    }
}

Result<RowStore> RowStore::create(const RowShape& shape, const RowSpacePtr& space) {
    RowStore store;
    store.m_data = std::make_shared<Data>();
    auto& data = *store.m_data;
    data.shape = shape;
    data.space = space;
    const auto bytes = shape.count * data.rowBytes();
    if (space && bytes > space->m_left) {
        auto file = RowFile::create(space->folder(), bytes);
        if (!file) {
            return fail(file.error());
        }
        data.file.emplace(std::move(*file));
        return store;
    }
    data.memory = torch::empty({shape.count, shape.width}, shape.type);
    if (space) {
        data.taken = bytes;
        space->m_left -= bytes;
    }
    return store;
}

std::int64_t RowStore::count() const {
    return m_data ? m_data->filled : 0;
}

std::int64_t RowStore::width() const {
    return m_data ? m_data->shape.width : 0;
}

bool RowStore::inFile() const {
    return m_data && m_data->file;
}

RowSpacePtr RowStore::space() const {
    return m_data ? m_data->space : nullptr;
}

Result<void> RowStore::append(const torch::Tensor& rows) {
    auto& data = *m_data;
    TORCH_CHECK(rows.dim() == 2 && rows.size(1) == data.shape.width &&
                    data.filled + rows.size(0) <= data.shape.count,
                "rows that do not fit their store");
    const auto begin = data.filled;
    if (data.file) {
        const auto values = rows.detach().to(data.shape.type).contiguous();
        if (auto written = data.file->write(begin * data.rowBytes(), bytesOf(values)); !written) {
            return written;
        }
    } else {
        data.memory.narrow(0, begin, rows.size(0)).copy_(rows.detach());
    }
    data.filled += rows.size(0);
    return {};
}

Result<torch::Tensor> RowStore::rows(std::int64_t begin, std::int64_t count) const {
    const auto& data = *m_data;
    TORCH_CHECK(begin >= 0 && count >= 0 && begin + count <= data.filled,
                "rows that a store does not have");
    if (!data.file) {
        return data.memory.narrow(0, begin, count);
    }
    auto values = torch::empty({count, data.shape.width}, data.shape.type);
    if (auto read = data.file->read(begin * data.rowBytes(), bytesOf(values)); !read) {
        return fail(read.error());
    }
    return values;
}

Result<torch::Tensor> RowStore::first(std::int64_t most) const {
    return rows(0, std::min(most, count()));
}

Result<torch::Tensor> RowStore::gather(const torch::Tensor& index) const {
    const auto& data = *m_data;
    if (!data.file) {
        return data.memory.index_select(0, index);
    }
    const auto order = index.contiguous();
    const auto* place = order.data_ptr<std::int64_t>();
    auto values = torch::empty({order.numel(), data.shape.width}, data.shape.type);
    const auto bytes = bytesOf(values);
    const auto rowBytes = static_cast<std::size_t>(data.rowBytes());
    for (std::int64_t i = 0; i < order.numel(); ++i) {
        TORCH_CHECK(place[i] >= 0 && place[i] < data.filled, "a row that a store does not have");
        if (auto read =
                data.file->read(place[i] * data.rowBytes(),
                                bytes.subspan(static_cast<std::size_t>(i) * rowBytes, rowBytes));
            !read) {
            return fail(read.error());
        }
    }
    return values;
}

Result<void> RowStore::eachChunk(std::int64_t rowsPerChunk, const Visit& visit) const {
    for (std::int64_t begin = 0; begin < count(); begin += rowsPerChunk) {
        const auto part = rows(begin, std::min(rowsPerChunk, count() - begin));
        if (!part) {
            return fail(part.error());
        }
        if (auto visited = visit(begin, *part); !visited) {
            return visited;
        }
    }
    return {};
}

Result<void>
eachChunk(const RowStore& a, const RowStore& b,
          const std::function<Result<void>(const torch::Tensor&, const torch::Tensor&)>& visit) {
    return a.eachChunk(chunkRows(a.width() + b.width()),
                       [&](std::int64_t begin, const torch::Tensor& rows) -> Result<void> {
                           const auto others = b.rows(begin, rows.size(0));
                           return others ? visit(rows, *others) : fail(others.error());
                       });
}

Result<bool> isFinite(const RowStore& rows) {
    bool finite = true;
    auto read = rows.eachChunk([&](std::int64_t, const torch::Tensor& part) -> Result<void> {
        finite = finite && torch::isfinite(part).all().item<bool>();
        return {};
    });
    return read ? Result<bool>(finite) : fail(read.error());
}

} // namespace tessera::tap
