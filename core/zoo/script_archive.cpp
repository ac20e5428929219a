#include "core/zoo/script_archive.h"

#include "core/format/byte_reader.h"
#include "core/token/crc.h"
#include "core/zoo/readable_text.h"
#include "core/zoo/script_pickle.h"
#include "core/zoo/script_source.h"
#include "core/zoo/zip_directory.h"

#include <c10/util/Exception.h>
#include <caffe2/serialize/inline_container.h>
#include <caffe2/serialize/versions.h>
#include <torch/version.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include <unistd.h>

namespace tessera::zoo {

namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{16} << 30;
constexpr std::uint64_t kMaxUnpackedBytes = std::uint64_t{16} << 30;
// Only code and notes are ever packed, so a file hardly grows when it is unpacked.
constexpr std::uint64_t kMaxGrowth = 20;
constexpr std::uint64_t kAlwaysAllowed = std::uint64_t{64} << 20;
constexpr std::uint64_t kMaxCodeBytes = std::uint64_t{64} << 20;

class MappedAdapter final : public caffe2::serialize::ReadAdapterInterface {
public:
    MappedAdapter(std::shared_ptr<const format::MappedFile> file, std::stop_token stop)
        : m_file(std::move(file)), m_stop(std::move(stop)) {}

    [[nodiscard]] std::size_t size() const override { return m_file->bytes().size(); }
    std::size_t read(std::uint64_t position, void* buffer, std::size_t count,
                     const char*) const override {
        if (m_stop.stop_requested()) {
            throw std::runtime_error("stopped");
        }
        const auto bytes = m_file->bytes();
        if (position > bytes.size()) {
            return 0;
        }
        const auto taken = std::min<std::size_t>(count, bytes.size() - position);
        std::memcpy(buffer, bytes.data() + position, taken);
        return taken;
    }

private:
    std::shared_ptr<const format::MappedFile> m_file;
    std::stop_token m_stop;
};

std::uint64_t physicalMemory() {
    return static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) *
           static_cast<std::uint64_t>(sysconf(_SC_PAGE_SIZE));
}

bool looksLikeScript(const std::vector<ZipRecord>& records) {
    bool constants = false;
    bool code = false;
    for (const auto& record : records) {
        const auto slash = record.name.find('/');
        if (slash != std::string::npos) {
            const auto rest = std::string_view(record.name).substr(slash + 1);
            constants = constants || rest == "constants.pkl";
            code = code || rest.starts_with("code/");
        }
    }
    return constants && code;
}

Result<void> checkSizes(const std::vector<ZipRecord>& records, std::uint64_t fileBytes) {
    std::uint64_t unpacked = 0;
    for (const auto& record : records) {
        if (record.size > kMaxUnpackedBytes) {
            unpacked = kMaxUnpackedBytes + 1;
            break;
        }
        unpacked += record.size;
    }
    const auto most = std::min(kMaxUnpackedBytes, physicalMemory());
    if (unpacked > most || (unpacked > kAlwaysAllowed && unpacked / kMaxGrowth > fileBytes)) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("the file of {} bytes would unpack to more than {} bytes, which no "
                                "network does or this machine cannot hold; it was not unpacked",
                                fileBytes, std::min(most, fileBytes * kMaxGrowth)));
    }
    return {};
}

std::string exporterOf(const std::vector<ZipRecord>& records, int version) {
    const auto has = [&](std::string_view ending) {
        return std::any_of(records.begin(), records.end(),
                           [&](const ZipRecord& record) { return record.name.ends_with(ending); });
    };
    // Records that came with certain versions.
    const char* who = has("/.format_version")                               ? "PyTorch 2.5 or later"
                      : has("/.data/serialization_id") || has("/byteorder") ? "PyTorch 2.1 or later"
                                                                            : "PyTorch";
    return fmt::format("{} (TorchScript format {})", who, version);
}

bool isPickle(const std::string& name) {
    return name == "data.pkl" || name == "constants.pkl" || name.ends_with(".debug_pkl");
}

Result<void> takeRecord(const std::string& name, std::span<const std::byte> bytes,
                        ScriptArchive& archive) {
    if (isPickle(name)) {
        if (auto good = checkScriptPickle(bytes); !good) {
            return fail(good.error().within(readableText(name)));
        }
    } else if (name.starts_with("code/") && name.ends_with(".py")) {
        std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (auto good = checkScriptSource(name, text); !good) {
            return good;
        }
        archive.code.emplace(name, std::move(text));
    }
    return {};
}

// Compares every record with its checksum, which LibTorch does not.
Result<bool> readRecords(const std::vector<ZipRecord>& records, ScriptArchive& archive,
                         const std::stop_token& stop, const LoadProgress& progress) {
    caffe2::serialize::PyTorchStreamReader reader(readerOf(archive.file, stop));
    archive.version = static_cast<int>(reader.version());
    archive.exporter = exporterOf(records, archive.version);
    std::uint64_t codeBytes = 0;
    std::int64_t done = 0;
    std::int64_t total = 0;
    for (const auto& record : records) {
        total += static_cast<std::int64_t>(record.size);
    }
    const auto root = records.front().name.substr(0, records.front().name.find('/') + 1);
    for (const auto& record : records) {
        if (stop.stop_requested()) {
            return false;
        }
        if (!record.name.starts_with(root) || record.name.size() == root.size()) {
            return fail(ErrorCode::Corrupt, "the archive has more than one folder; it is damaged "
                                            "or was not written by PyTorch");
        }
        const auto name = record.name.substr(root.size());
        codeBytes += name.starts_with("code/") ? record.size : 0;
        if (codeBytes > kMaxCodeBytes) {
            return fail(ErrorCode::Unsupported, "the file holds more code than any network has");
        }
        const auto [data, size] = reader.getRecord(name);
        const std::span bytes(static_cast<const std::byte*>(data.get()), size);
        if (size != record.size || token::crc(token::CrcKind::Crc32, bytes) != record.crc) {
            return fail(ErrorCode::Corrupt,
                        fmt::format("the record '{}' is damaged (its checksum differs); get the "
                                    "file again",
                                    readableText(name)));
        }
        if (auto good = takeRecord(name, bytes, archive); !good) {
            return fail(good.error());
        }
        done += static_cast<std::int64_t>(size);
        if (progress) {
            progress(done, total);
        }
    }
    return true;
}

} // namespace

bool isTorchScript(const std::filesystem::path& path) {
    const auto file = format::MappedFile::open(path, kMaxFileBytes);
    if (!file) {
        return false;
    }
    const auto records = readZipDirectory(file->bytes());
    return records && looksLikeScript(*records);
}

std::shared_ptr<caffe2::serialize::ReadAdapterInterface>
readerOf(std::shared_ptr<const format::MappedFile> file, const std::stop_token& stop) {
    return std::make_shared<MappedAdapter>(std::move(file), stop);
}

Result<std::shared_ptr<const ScriptArchive>> readScriptArchive(const std::filesystem::path& path,
                                                               const std::stop_token& stop,
                                                               const LoadProgress& progress) {
    auto mapped = format::MappedFile::open(path, kMaxFileBytes);
    if (!mapped) {
        return fail(mapped.error());
    }
    auto archive = std::make_shared<ScriptArchive>();
    archive->file = std::make_shared<const format::MappedFile>(std::move(*mapped));
    const auto records = readZipDirectory(archive->file->bytes());
    if (!records) {
        return fail(records.error().within(path.filename().string()));
    }
    if (!looksLikeScript(*records)) {
        return fail(ErrorCode::InvalidArgument,
                    path.filename().string() +
                        " is not a TorchScript file: it holds no code; export the network with "
                        "torch.jit.script or torch.jit.trace and save() it");
    }
    if (auto good = checkSizes(*records, archive->file->bytes().size()); !good) {
        return fail(good.error().within(path.filename().string()));
    }
    try {
        const auto whole = readRecords(*records, *archive, stop, progress);
        if (!whole) {
            return fail(whole.error().within(path.filename().string()));
        }
        if (!*whole) {
            return std::shared_ptr<const ScriptArchive>();
        }
    } catch (const std::exception& error) {
        if (stop.stop_requested()) {
            return std::shared_ptr<const ScriptArchive>();
        }
        const std::string text = error.what();
        if (text.find("supported version") != std::string::npos) {
            return fail(
                ErrorCode::Unsupported,
                fmt::format("{} was written by {}; LibTorch {} of this program reads up to "
                            "format {}: export it again with PyTorch {}",
                            path.filename().string(), exporterOf(*records, 0), TORCH_VERSION,
                            caffe2::serialize::kMaxSupportedFileFormatVersion, TORCH_VERSION));
        }
        return fail(ErrorCode::Corrupt, fmt::format("{} cannot be read ({}); get the file again",
                                                    path.filename().string(),
                                                    readableText(text.substr(0, text.find('\n')))));
    }
    return std::shared_ptr<const ScriptArchive>(std::move(archive));
}

} // namespace tessera::zoo
