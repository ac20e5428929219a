#include "app/composition/documents.h"

#include "app/composition/run_export.h"
#include "app/composition/run_services.h"
#include "core/experiment/defaults.h"
#include "core/experiment/experiment_json.h"
#include "core/experiment/labels.h"
#include "core/format/file_io.h"
#include "core/session/run_session.h"
#include "core/session/snapshot_file.h"
#include "core/token/tbf_codec.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <system_error>

namespace tessera::app {

namespace {

constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};
constexpr std::size_t kLookedAt = 4096; // bytes that tell what a file is

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

// The beginning of a file, as text.
Result<std::string> beginningOf(const std::filesystem::path& file) {
    const auto opened = format::openRegularFile(file);
    if (!opened) {
        return fail(opened.error());
    }
    std::string bytes(kLookedAt, '\0');
    std::size_t length = 0;
    while (length < bytes.size()) {
        const auto count = format::readSome(
            *opened, std::as_writable_bytes(std::span(bytes).subspan(length)), file);
        if (!count) {
            return fail(count.error());
        }
        if (*count == 0) {
            break;
        }
        length += *count;
    }
    bytes.resize(length);
    return bytes;
}

std::string numbersName(token::QuantType type) {
    switch (type) {
    case token::QuantType::Float32:
        return "float32";
    case token::QuantType::Float16:
        return "float16";
    case token::QuantType::BFloat16:
        return "bfloat16";
    case token::QuantType::Int8:
        return "int8";
    }
    return {};
}

std::string checksumName(token::CrcKind kind) {
    return kind == token::CrcKind::Crc32c ? "crc32c" : "crc32";
}

// Relative names would depend on where the program was started.
std::filesystem::path absolutePath(const std::filesystem::path& file) {
    std::error_code error;
    auto absolute = std::filesystem::absolute(file, error);
    return error ? file : absolute.lexically_normal();
}

class FileDocuments final : public Documents {
public:
    Result<FileKind> kindOf(const std::filesystem::path& file) override;
    Result<Experiment> readExperiment(const std::filesystem::path& file) override {
        return experiment::readExperiment(absolutePath(file));
    }
    Result<void> writeExperiment(const std::filesystem::path& file,
                                 const Experiment& experiment) override {
        return writeFile(file, experimentText(experiment));
    }
    std::string experimentText(const Experiment& experiment) override {
        return experiment::experimentText(experiment);
    }
    Result<Experiment> parseExperiment(const std::string& text) override {
        return experiment::parseExperiment(text);
    }
    std::vector<std::string> problemsOf(const Experiment& experiment) override {
        return experiment::problemsOf(experiment);
    }
    Experiment defaultExperiment() override { return experiment::demoExperiments(1).front(); }
    std::string defaultName(const Experiment& experiment) override {
        return experiment::defaultName(experiment);
    }
    std::string networkLabel(const NetworkSpec& network) override {
        return experiment::networkLabel(network);
    }
    Result<OpenedStore> openStore(const std::filesystem::path& file) override;
    Result<TokenFile> readToken(const std::filesystem::path& file) override;
    Result<RunSnapshots> readSnapshots(const std::filesystem::path& file) override {
        return session::readSnapshots(file);
    }
    std::string runJson(const RunRecord& run, const std::vector<MetricSample>& samples) override {
        return exportJson(run, samples, session::kDefaultStoreName);
    }
    Result<void> writeFile(const std::filesystem::path& file, const std::string& bytes) override {
        return format::writeFileAtomically(file, bytesOf(bytes));
    }
};

Result<FileKind> FileDocuments::kindOf(const std::filesystem::path& file) {
    const auto bytes = beginningOf(file);
    if (!bytes) {
        return fail(bytes.error());
    }
    std::string_view text = *bytes;
    if (text.starts_with(token::kTbfMagic)) {
        return FileKind::Token;
    }
    if (text.starts_with(kSqliteMagic)) {
        return FileKind::Store;
    }
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF"; // of some editors
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{' ? FileKind::Experiment
                                                                 : FileKind::Unknown;
}

Result<OpenedStore> FileDocuments::openStore(const std::filesystem::path& file) {
    OpenedStore opened;
    opened.file = absolutePath(file);
    opened.folder = opened.file.parent_path();
    auto store = app::openStore(opened.file, StoreAccess::ReadWrite);
    if (store) {
        opened.warning = storeWarning(opened.file);
    } else if (store.error().code == ErrorCode::Io) {
        auto reading = app::openStore(opened.file, StoreAccess::ReadOnly);
        if (!reading) {
            return fail(store.error()); // why it cannot be written says more
        }
        store = std::move(reading);
        opened.writable = false;
        opened.warning =
            fmt::format("The run store '{}' cannot be written and was opened for reading only; "
                        "check the permissions of the file and its folder, or open another store.",
                        opened.file.string());
    }
    if (!store) {
        return fail(store.error());
    }
    opened.store = *std::move(store);
    return opened;
}

Result<TokenFile> FileDocuments::readToken(const std::filesystem::path& file) {
    auto decoded = token::readTbf(file);
    if (!decoded) {
        return fail(decoded.error());
    }
    const auto& header = decoded->header;
    TokenFile read;
    read.format = fmt::format("TBF {}.{}", header.major, header.minor);
    read.numbers = numbersName(header.quant);
    read.headerCrc = checksumName(decoded->headerCrc);
    read.bodyCrc = checksumName(decoded->bodyCrc);
    read.hmac = header.hasHmac() ? "present" : "absent";
    read.fileBytes = static_cast<std::int64_t>(
        token::tbfFileBytes(header.metadataBytes, header.vectorBytes)); // the reader has checked
    read.metadataBytes = header.metadataBytes;
    read.vectorCount = header.vectorCount;
    read.absent = std::move(decoded->absent);
    read.unknown = std::move(decoded->unknownKeys);
    read.token = std::move(decoded->token);
    return read;
}

} // namespace

std::unique_ptr<Documents> makeDocuments() {
    return std::make_unique<FileDocuments>();
}

} // namespace tessera::app
